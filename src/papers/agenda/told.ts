/** What people have been told about a quarterly meeting, from the record and the ledger: which mailing each has last. */
import { comparedAddress, comparedEvent } from '../../domain/compare.ts';
import {
  isOnlyWritten,
  isUnsettled,
  ledgerEvents,
  mayBeKnown,
  mayHaveArrived,
} from '../../domain/ledger-event.ts';
import { meetingKinds, parseAnyMailingId, type AnyMailingKind } from '../../domain/mailing-kind.ts';
import {
  differencesBetween,
  parseSaidTime,
  saidTimeText,
  type Difference,
  type Facts,
} from '../../domain/statement.ts';
import { dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import { lastEvents, parseBasis, standardNamed } from '../announcement/sent.ts';
import type { KeyOf } from '../announcement/suppressed.ts';
import { isOver } from '../meetings.ts';
import { meetingFacts } from '../record/meeting-facts.ts';

/** A mailing about one row that somebody may have. */
export interface MailingAbout<Kind extends AnyMailingKind> {
  readonly id: string;
  readonly kind: Kind;
  /** What it said. Of one that is older than the record only the time is known. */
  readonly facts: Facts;
  /** The highest number of the event that is known for it. */
  readonly sequence: number;
  /** When it was first said, an instant in UTC; empty if that is not known. */
  readonly at: string;
  /** For how many it is; undefined if the record does not say. */
  readonly count: number | undefined;
  /** The last event of each recipient, by key. */
  readonly events: ReadonlyMap<string, LedgerEvent>;
}

/** A mailing that calls people to a meeting, or calls it off. */
export type MeetingMailing = MailingAbout<(typeof meetingKinds)[number]>;

/** Somebody who may have a mailing, with the newest one. */
export interface Holder<Mailing = MeetingMailing> {
  /** Undefined for an address that the register no longer has. */
  readonly contact: Contact | undefined;
  readonly mailing: Mailing;
  /** In which they read it; undefined if the ledger does not say. */
  readonly standard: NorwegianStandard | undefined;
}

/** The mailings that call people to a meeting or call it off, as `mailingsAbout` has them. */
export const meetingMailings = (
  register: Pick<Register, 'ledger' | 'statements'>,
  about: string,
): readonly MeetingMailing[] => mailingsAbout(register, about, meetingKinds);

/** The mailings of some kinds about a row that may be known to somebody, sent or written, the oldest first. */
export function mailingsAbout<Kind extends AnyMailingKind>(
  { ledger, statements }: Pick<Register, 'ledger' | 'statements'>,
  about: string,
  kinds: readonly Kind[],
): readonly MailingAbout<Kind>[] {
  const kindOf = (mailing: string): Kind | undefined => {
    const parts = parseAnyMailingId(mailing);
    return parts?.activity === about ? kinds.find((kind) => kind === parts.kind) : undefined;
  };
  const isOwn = (mailing: string): boolean => kindOf(mailing) !== undefined;
  const own = lastEvents(ledger.filter(({ mailing }) => isOwn(mailing)));
  const said = statements.filter(({ what }) => what !== undefined && isOwn(what));
  const ids = new Set([...said.map(({ what = '' }) => what), ...own.map(({ mailing }) => mailing)]);
  return [...ids]
    .flatMap((id): readonly MailingAbout<Kind>[] => {
      const kind = kindOf(id);
      const events = own.filter(({ mailing }) => mailing === id);
      // Without events, rows of the ledger are gone: what the record has may still be known.
      const isKnown = events.length === 0 || events.some(({ event }) => mayBeKnown(event));
      if (kind === undefined || !isKnown) return [];
      const statement = said.find(({ what }) => what === id);
      const times = [statement?.saidAt ?? '', ...events.map(({ timeUtc = '' }) => timeUtc)];
      return [
        {
          ...{ id, kind },
          facts: statement?.facts ?? ledgerFacts(kind, events),
          sequence: Math.max(statement?.sequence ?? 0, ...events.map(({ sequence = 0 }) => sequence)),
          at: times.filter((time) => time !== '').sort()[0] ?? '',
          count: statement?.count,
          events: new Map(events.map((event) => [event.recipientKey, event])),
        },
      ];
    })
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** What the ledger alone can say. */
function ledgerFacts(kind: AnyMailingKind, events: readonly LedgerEvent[]): Facts {
  if (kind === 'cancellation') return { state: 'cancelled' };
  if (kind !== 'agenda') return {};
  const basis = events.map((event) => parseBasis(event.basis ?? '')).find((one) => one !== undefined);
  if (basis === undefined) return { state: 'coming' };
  const { start, end } = basis;
  const days = { first: dayOf(start), last: dayOf(end ?? start) };
  return { state: 'coming', time: saidTimeText({ precision: 'time', ...days, start, end }) };
}

/** The day on which a mailing was first said (Oslo); undefined if that is not known. */
export function dayTold({ at }: { readonly at: string }): Day | undefined {
  const time = wallTimeOfUtc(at);
  return time === undefined ? undefined : dayOf(time);
}

/**
 * Everybody who may have one of these mailings, each with the newest one. Keys differ from mailing to mailing: those whose
 * address the register no longer has are recognised as one person by the masked address.
 */
export function holdersOf<Mailing extends Pick<MeetingMailing, 'id' | 'events'>>(
  { contacts }: Pick<Register, 'contacts'>,
  mailings: readonly Mailing[],
  keyOf: KeyOf,
): readonly Holder<Mailing>[] {
  const newest = mailings.toReversed();
  const found = new Set<string>();
  const addresses = new Set<string>();
  const known = contacts.flatMap((contact): readonly Holder<Mailing>[] => {
    const { email } = contact;
    if (email === undefined || addresses.has(comparedAddress(email))) return [];
    addresses.add(comparedAddress(email));
    for (const { id } of mailings) found.add(keyOf(id, email));
    const mailing = newest.find(({ id, events }) => hasArrived(events.get(keyOf(id, email))));
    return mailing === undefined
      ? []
      : [{ contact, mailing, standard: standardIn(mailing.events.get(keyOf(mailing.id, email))) }];
  });
  const lost = new Map<string, Holder<Mailing>>();
  for (const mailing of newest) {
    const times = new Map<string, number>();
    for (const [key, event] of mailing.events) {
      if (found.has(key) || !hasArrived(event)) continue;
      const { recipient = key } = event;
      const time = (times.get(recipient) ?? 0) + 1;
      times.set(recipient, time);
      const person = `${recipient} ${String(time)}`;
      if (!lost.has(person)) lost.set(person, { contact: undefined, mailing, standard: standardIn(event) });
    }
  }
  return [...known, ...lost.values()];
}

const standardIn = (event: LedgerEvent | undefined): NorwegianStandard | undefined =>
  standardNamed(event?.standard);

const hasArrived = (event: LedgerEvent | undefined): boolean =>
  event !== undefined && mayHaveArrived(event.event);

/** Without the title that those who read in a standard did not read: in nynorsk, that of its own where it has one. */
function readIn(facts: Facts, standard: NorwegianStandard | undefined): Facts {
  const { title, titleNn, ...others } = facts;
  if (standard === 'nb') return { ...others, ...(title !== undefined && { title }) };
  if (standard === 'nn' && typeof titleNn === 'string') return { ...others, titleNn };
  return facts;
}

/**
 * What a mailing said of a meeting, to those who read it in `standard`, and is not so any more. Of a cancelled meeting only
 * that matters: nobody needs its new place. `now` is Oslo time.
 */
export function changesSince(
  { kind, facts }: MeetingMailing,
  register: Register,
  about: string,
  now: WallTime,
  standard?: NorwegianStandard,
): readonly Difference[] {
  const changes = differencesBetween(readIn(facts, standard), meetingFacts(register, about, now));
  const only = kind === 'cancellation' || isCancelled(register, about);
  return only ? changes.filter(({ fact }) => fact === 'state' || fact === 'gone') : changes;
}

const isCancelled = ({ activities }: Register, about: string): boolean =>
  activities.some(({ id, status }) => id === about && status === 'cancelled');

/** Whether somebody with this mailing could still come at a wrong time, or miss the meeting. */
export function isOfUse(
  { kind, facts }: MeetingMailing,
  activity: Activity | undefined,
  now: WallTime,
): boolean {
  const said = parseSaidTime(facts.time ?? '');
  const isAhead = said !== undefined && (said.end ?? said.start ?? `${said.last}T24`) >= now;
  if (kind === 'agenda' && isAhead) return true;
  const { start, end, status } = activity ?? {};
  if (start === undefined || status === 'cancelled' || status === 'done') return false;
  return !isOver({ start, end }, now);
}

/** How many of a mailing have neither got it nor been refused: it was begun, or only written. */
export function openIn({ count, events }: Pick<MeetingMailing, 'count' | 'events'>): number {
  const all = [...events.values()].map(({ event }) => event);
  const settled = all.filter((event) => !isUnsettled(event) && !isOnlyWritten(event)).length;
  return Math.max(0, (count ?? all.length) - settled);
}

/** Whether the last event of a recipient says that this mailing will not reach them any more. */
export const hasFailed = (event: LedgerEvent | undefined): boolean =>
  event !== undefined &&
  [ledgerEvents.failed, ledgerEvents.bounced].some((word) => word === comparedEvent(event.event));
