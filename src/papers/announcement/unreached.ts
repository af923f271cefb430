/** Those whom a mailing did not reach, and what the register says of their addresses now. */
import { comparedAddress, comparedEvent } from '../../domain/compare.ts';
import type { LeftOutCause } from '../../domain/audience.ts';
import { groupBy } from '../../domain/group.ts';
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import { leftOutSince } from './left-out-since.ts';
import { lastEvents, revisionOf, stemOf } from './sent.ts';
import type { KeyOf } from './suppressed.ts';

/** A mailing, as far as it must be known whom it was for. */
export interface MailedTo<Recipient extends MailedRecipient = MailedRecipient> {
  readonly id: string;
  readonly recipients: readonly Recipient[];
}
export interface MailedRecipient {
  readonly key: string;
  /** Of the row that it was made from. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

export type AddressNow =
  /** The row has the address that it did not reach. */
  | { readonly is: 'same' }
  /** The row has another one, which can get it. */
  | { readonly is: 'new'; readonly address: string }
  /** The row has another one, which got it, or may have, by this mailing or a later revision. */
  | { readonly is: 'has' }
  /** Nothing is sent to this row now, or there is none. */
  | { readonly is: 'out'; readonly cause: LeftOutCause };

export interface Unreached<Recipient extends MailedRecipient = MailedRecipient> {
  readonly recipient: Recipient;
  readonly event: LedgerEvent;
  readonly now: AddressNow;
}

/** A row to whose address mail is sent. A speaker who is in no other tab has it in Program. */
export interface Addressed {
  readonly tab: 'recipients' | 'contacts' | 'slots';
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** The heading of the column with the addresses, as it is in the workbook. */
export function addressColumn({ tabs: read }: Register, tab: Addressed['tab']): string {
  const heading = tab === 'slots' ? read.slots?.headings?.contact : read[tab]?.headings?.email;
  return heading ?? (tab === 'slots' ? 'Kontakt' : 'E-post');
}

/** Every row with an address. */
export const addressedRows = ({ recipients, contacts, slots }: Register): readonly Addressed[] => [
  ...recipients.flatMap(({ number: id, name, email: address }) =>
    address === undefined ? [] : [{ tab: 'recipients' as const, id, name, address }],
  ),
  ...contacts.flatMap(({ id, name, email: address }) =>
    address === undefined ? [] : [{ tab: 'contacts' as const, id, name, address }],
  ),
  ...slots.flatMap(({ id, title: name, contact: address = '' }) =>
    address.includes('@') ? [{ tab: 'slots' as const, id, name, address }] : [],
  ),
];

const failures: readonly string[] = [ledgerEvents.bounced, ledgerEvents.failed];
/** Whether it is the last that is known of somebody who did not get a mailing. */
export const isFailed = ({ event }: LedgerEvent): boolean => failures.includes(comparedEvent(event));
const isUnsent = ({ event }: LedgerEvent): boolean => comparedEvent(event) === ledgerEvents.notSent;

/**
 * Those of a mailing who were refused, or from whom it came back. `now` is Oslo time. Throws UserError if it cannot be known who has asked
 * to be left out.
 */
export function unreached<Recipient extends MailedRecipient>(
  register: Register,
  { id: mailing, recipients }: MailedTo<Recipient>,
  { now, keyOf }: { readonly now: WallTime; readonly keyOf: KeyOf },
): readonly Unreached<Recipient>[] {
  const stem = stemOf(mailing);
  const last = lastEvents(register.ledger.filter((event) => stemOf(event.mailing) === stem));
  const events = new Map(last.map((event) => [event.recipientKey, event]));
  const failed = recipients.flatMap((recipient) => {
    const event = events.get(recipient.key);
    return event !== undefined && isFailed(event) ? [{ recipient, event }] : [];
  });
  if (failed.length === 0) return [];
  const later = [...new Set([mailing, ...last.map((event) => event.mailing)])].filter(
    (one) => revisionOf(one) >= revisionOf(mailing),
  );
  const hasIt = (address: string): boolean =>
    later.some((one) => {
      const event = events.get(keyOf(one, address));
      return event !== undefined && !isUnsent(event);
    });
  const rows = addressedRows(register);
  const byId = groupBy(rows, ({ id }) => id);
  const others = rows.flatMap(({ tab, address }) => (tab === 'slots' ? [address] : []));
  const causeOf = leftOutSince(register, keyOf, dayOf(now), others);
  return failed.map(({ recipient, event }) => {
    const [row, another] = byId.get(recipient.id) ?? [];
    const address = another === undefined ? row?.address : undefined;
    if (address !== undefined && comparedAddress(address) === comparedAddress(recipient.address))
      return { recipient, event, now: { is: 'same' } };
    const cause = causeOf({ id: recipient.id, address: address ?? recipient.address });
    if (address === undefined)
      return { recipient, event, now: { is: 'out', cause: cause ?? { code: 'no-address' } } };
    if (hasIt(address)) return { recipient, event, now: { is: 'has' } };
    return { recipient, event, now: cause === undefined ? { is: 'new', address } : { is: 'out', cause } };
  });
}

/** Those whose address is another one now, which can get the mailing: each address once, though several have it. */
export const atNewAddresses = <Recipient extends MailedRecipient>(
  people: readonly Unreached<Recipient>[],
): readonly (Recipient & { readonly address: string })[] => {
  const byAddress = new Map<string, Recipient>();
  for (const { recipient, now } of people) {
    if (now.is !== 'new') continue;
    const compared = comparedAddress(now.address);
    if (!byAddress.has(compared)) byAddress.set(compared, { ...recipient, address: now.address });
  }
  return [...byAddress.values()];
};

/**
 * The later revision of a mailing, of those that are `made`, in which some of these people wait: another for them would send it to them twice.
 * Undefined where there is none.
 */
export const madeFor = <Made extends MailedTo>(
  people: readonly Pick<MailedRecipient, 'address'>[],
  made: readonly Made[],
  { id }: Pick<MailedTo, 'id'>,
): Made | undefined => {
  const wanted = addressesOf(people);
  return made.find(
    (one) =>
      stemOf(one.id) === stemOf(id) &&
      revisionOf(one.id) > revisionOf(id) &&
      [...addressesOf(one.recipients)].some((address) => wanted.has(address)),
  );
};

const addressesOf = (people: readonly Pick<MailedRecipient, 'address'>[]): ReadonlySet<string> =>
  new Set(people.map(({ address }) => comparedAddress(address)));

/** Whether two lists are of the same addresses. */
export const areSamePeople = (
  some: readonly Pick<MailedRecipient, 'address'>[],
  others: readonly Pick<MailedRecipient, 'address'>[],
): boolean => {
  const [one, other] = [addressesOf(some), addressesOf(others)];
  return one.size === other.size && [...one].every((address) => other.has(address));
};
