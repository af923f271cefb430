/** Which versions of the minutes of a meeting have been sent, and to whom a mailing with the newest one goes. */
import { comparedAddress } from '../../domain/compare.ts';
import { minutesMailing } from '../../domain/mailing-kind.ts';
import { parseVersionName } from '../../domain/version-name.ts';
import { hasSurelyArrived, mayHaveArrived } from '../../domain/ledger-event.ts';
import { masked } from '../../domain/email-address.ts';
import { dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { hasLeft, partyOfContact } from '../../register/contact-index.ts';
import type { Party } from '../../register/lists.ts';
import { peopleIn } from '../../register/people.ts';
import type { Register } from '../../register/register.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import { invitedTo } from '../agenda/called.ts';
import {
  hasFailed,
  holdersOf,
  mailingsAbout,
  openIn,
  type Holder,
  type MailingAbout,
} from '../agenda/told.ts';
import type { Audience } from '../announcement/audience.ts';
import { audienceOf, narrowed } from '../announcement/recipients.ts';
import type { KeyOf } from '../announcement/suppressed.ts';
import { meetingDay, type Meeting } from '../meetings.ts';

/** A mailing with minutes that somebody may have, or will get. */
export interface MinutesMailing extends MailingAbout<typeof minutesMailing> {
  /** Undefined where the record has lost it. */
  readonly version: number | undefined;
}

/** The mailings with minutes of a meeting that are sent, written or begun, the oldest first. */
const minutesMailings = (
  register: Pick<Register, 'ledger' | 'statements'>,
  meeting: string,
): readonly MinutesMailing[] =>
  mailingsAbout(register, meeting, [minutesMailing]).map((mailing) => ({
    ...mailing,
    version: parseVersionName(mailing.facts.version ?? '')?.version,
  }));

/** Those of them that have reached somebody. */
export const minutesSent = (
  register: Pick<Register, 'ledger' | 'statements'>,
  meeting: string,
): readonly MinutesMailing[] =>
  minutesMailings(register, meeting).filter(({ events }) =>
    [...events.values()].some(({ event }) => mayHaveArrived(event)),
  );

/**
 * The first day (Oslo) on which a version certainly went to somebody of each party. The ledger shows addresses masked: one that
 * people of both parties may have is of neither.
 */
export function daysReached(
  register: Pick<Register, 'contacts' | 'ledger' | 'statements'>,
  meeting: string,
  version: number,
): ReadonlyMap<Party, Day> {
  const parties = new Map<string, Set<Party | undefined>>();
  for (const contact of register.contacts) {
    const shown = masked(comparedAddress(contact.email ?? ''));
    parties.set(shown, (parties.get(shown) ?? new Set()).add(partyOfContact(contact)));
  }
  const reached = new Map<Party, Day>();
  const own = minutesMailings(register, meeting).filter((one) => one.version === version);
  for (const { event, recipient = '', timeUtc = '' } of own.flatMap(({ events }) => [...events.values()])) {
    const [party, ...others] = parties.get(comparedAddress(recipient)) ?? [];
    const time = hasSurelyArrived(event) ? wallTimeOfUtc(timeUtc) : undefined;
    if (party === undefined || others.length > 0 || time === undefined) continue;
    const before = reached.get(party);
    if (before === undefined || dayOf(time) < before) reached.set(party, dayOf(time));
  }
  return reached;
}

/** Those who get the minutes: all who were invited, and whoever else was there, as far as Kontakter has them. */
function minutesReaders(register: Register, meeting: Meeting): readonly Contact[] {
  const present = peopleIn(register.contacts).find(meeting.present ?? '');
  const there = present.flatMap((one) => (one.is === 'contact' ? [one.contact] : []));
  return [...new Set([...invitedTo(register, meetingDay(meeting)), ...there])];
}

export interface MinutesCalling {
  /** Those who do not have this version. */
  readonly audience: Audience;
  /** How many have it. */
  readonly has: number;
  /** A mailing with this version that is not finished: these many get it by that. */
  readonly waiting: { readonly mailing: string; readonly people: number } | undefined;
}

/** Whom a mailing with a version goes to now. `now` is Oslo time. Throws UserError as `audienceOf`. */
export function minutesCalling(
  register: Register,
  { meeting, version, now, keyOf }: MinutesToSend,
): MinutesCalling {
  const mailings = minutesMailings(register, meeting.id);
  const holders = holdersOf(register, mailings, keyOf);
  const has = new Set(
    holders.flatMap(({ contact, mailing }) =>
      mailing.version === version && contact?.email !== undefined ? [comparedAddress(contact.email)] : [],
    ),
  );
  const people = minutesReaders(register, meeting).map(({ id }) => ({ contact: id }));
  const all = audienceOf(register, { on: dayOf(now), people, includeHidden: true, keyOf });
  const lacking = narrowed(all, ({ address }) => !has.has(comparedAddress(address)));
  const open = mailings.findLast((one) => one.version === version && openIn(one) > 0);
  const audience = narrowed(lacking, ({ address }) => {
    const event = open?.events.get(keyOf(open.id, address));
    return event === undefined || hasFailed(event);
  });
  const waiting = lacking.chosen.length - audience.chosen.length;
  return {
    audience,
    has: all.chosen.length - lacking.chosen.length,
    waiting: open === undefined || waiting === 0 ? undefined : { mailing: open.id, people: waiting },
  };
}

/** What is asked of the register. */
export interface MinutesToSend {
  readonly meeting: Meeting;
  readonly version: number;
  /** Oslo time. */
  readonly now: WallTime;
  readonly keyOf: KeyOf;
}

/** Everybody who may have minutes of a meeting, each with the newest, and those who should have them and have none. */
export function minutesHolders(
  register: Register,
  meeting: Meeting,
  { now, keyOf }: Pick<MinutesToSend, 'now' | 'keyOf'>,
): { readonly holders: readonly Holder<MinutesMailing>[]; readonly lacking: readonly Contact[] } {
  const holders = holdersOf(register, minutesMailings(register, meeting.id), keyOf);
  const has = new Set(holders.map(({ contact }) => comparedAddress(contact?.email ?? '')));
  const lacking = minutesReaders(register, meeting).filter(
    (contact) =>
      contact.email !== undefined &&
      !hasLeft(contact, dayOf(now)) &&
      !has.has(comparedAddress(contact.email)),
  );
  return { holders, lacking };
}
