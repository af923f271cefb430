/** Who is not to get a mailing that was made earlier: the register, or mail that came back, says so by now. */
import { comparedAddress } from '../../domain/compare.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import { groupBy } from '../../domain/group.ts';
import type { Register } from '../../register/register.ts';
import { candidatesIn } from './candidates.ts';
import { requireReservations, suppressedAddresses } from './recipients.ts';
import { toldByMail, type KeyOf } from './told-by-mail.ts';

/** One who is to get it: the row that it was made from, and the address that stood there. */
export interface MailingRecipient {
  readonly id: string;
  readonly address: string;
}

/**
 * Why a recipient is left out by now; undefined for one who gets it. The row counts as well as the address: whoever marks a row as
 * reserved may take the address away. Throws UserError where nobody can tell who has asked to be left out.
 */
export function leftOutSince(
  register: Register,
  keyOf: KeyOf,
): (recipient: MailingRecipient) => LeftOutCause | undefined {
  requireReservations(register);
  const candidates = candidatesIn(register);
  const rows = groupBy(candidates, ({ id }) => id);
  const addresses = new Set(
    candidates.flatMap(({ address }) => (address === undefined ? [] : comparedAddress(address))),
  );
  const suppressed = suppressedAddresses(register, candidates);
  const told = toldByMail(register.ledger, keyOf);
  return ({ id, address }) => {
    const own = rows.get(id) ?? [];
    if (own.some(({ isReserved }) => isReserved)) return { code: 'reserved' };
    if (own.some(({ mayBeReserved }) => mayBeReserved)) return { code: 'maybe-reserved' };
    const compared = comparedAddress(address);
    if (suppressed.has(compared)) return { code: 'suppressed' };
    const asked = told(address);
    if (asked !== undefined || addresses.has(compared)) return asked;
    return own.find(({ fault }) => fault?.code === 'unreadable-row')?.fault ?? { code: 'not-in-register' };
  };
}
