/** Who must not get a mailing that was made earlier: the register, or mail that came back, now says so. */
import { comparedAddress } from '../../domain/compare.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import { groupBy } from '../../domain/group.ts';
import type { Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { candidatesIn, type Candidate } from './candidates.ts';
import { requireReservations, suppressedAddresses } from './recipients.ts';
import { suppressedByMail, type KeyOf } from './suppressed.ts';

/** The addresses that only contacts have who have left: a post box that others share lives on. */
function leftAddresses(candidates: readonly Candidate[]): ReadonlyMap<string, LeftOutCause> {
  const byAddress = groupBy(candidates, ({ address = '' }) => comparedAddress(address));
  return new Map(
    [...byAddress].flatMap(([address, all]): readonly (readonly [string, LeftOutCause])[] => {
      const [fault] = all.flatMap((one) => one.fault ?? []);
      return fault !== undefined && all.every((one) => one.fault?.code === 'left') ? [[address, fault]] : [];
    }),
  );
}

/** A recipient of the mailing: the row and the address that it was made from. */
export interface MailingRecipient {
  readonly id: string;
  readonly address: string;
}

/**
 * Why a recipient is now left out; undefined for one who gets it. The row counts as well as the address: somebody who marks a
 * row as reserved may remove the address. `on` (Oslo): contacts that have left by then get nothing. `others` are addresses that
 * the register has in other tabs. Throws UserError if it cannot be known who has asked to be left out.
 */
export function leftOutSince(
  register: Register,
  keyOf: KeyOf,
  on: Day,
  others: readonly string[] = [],
): (recipient: MailingRecipient) => LeftOutCause | undefined {
  requireReservations(register);
  const candidates = candidatesIn(register, on);
  const rows = groupBy(candidates, ({ id }) => id);
  const known = candidates.flatMap(({ address }) => (address === undefined ? [] : [address]));
  const addresses = new Set([...known, ...others].map(comparedAddress));
  const suppressed = suppressedAddresses(register, candidates);
  const left = leftAddresses(candidates);
  const told = suppressedByMail(register.ledger, keyOf);
  return ({ id, address }) => {
    const own = rows.get(id) ?? [];
    if (own.some(({ isReserved }) => isReserved)) return { code: 'reserved' };
    if (own.some(({ mayBeReserved }) => mayBeReserved)) return { code: 'maybe-reserved' };
    const compared = comparedAddress(address);
    if (suppressed.has(compared)) return { code: 'suppressed' };
    const gone = own.find(({ fault }) => fault?.code === 'left')?.fault ?? left.get(compared);
    if (gone !== undefined && left.has(compared)) return gone;
    const asked = told(address);
    if (asked !== undefined || addresses.has(compared)) return asked;
    return own.find(({ fault }) => fault?.code === 'unreadable-row')?.fault ?? { code: 'not-in-register' };
  };
}
