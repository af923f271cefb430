/** What should be said of the quarterly meetings now: the invitation, what has changed since it, and a cancellation. */
import { addDays, dayOf, type WallTime } from '../../domain/time.ts';
import { dueNote, type DueNote } from '../../domain/due-note.ts';
import { hasLeft } from '../../register/contact-index.ts';
import { isInvited } from '../../register/invited.ts';
import { invitedList, isReserving } from '../../register/list-names.ts';
import { parties } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import { calledTo, invitationDay } from '../agenda/called.ts';
import {
  changesSince,
  dayTold,
  holdersOf,
  isOfUse,
  meetingMailings,
  openIn,
  type Holder,
  type MeetingMailing,
} from '../agenda/told.ts';
import { changesAmong } from '../announcement/outdated.ts';
import { refusedKeys, suppressedByMail } from '../announcement/suppressed.ts';
import { isOver, meetingsOf, nextMeeting, type Meeting } from '../meetings.ts';
import type { DueRequest, Entry, Family } from './entry.ts';

/** How many days before a meeting its agenda should go out, and from when it is late. */
const agendaDays = 14;
const lateDays = 7;

/** A meeting as the register has it now, and what has been said about it. */
interface Case {
  readonly id: string;
  readonly title: string;
  /** Undefined where the row is gone. */
  readonly activity: Activity | undefined;
  readonly mailings: readonly MeetingMailing[];
  readonly holders: readonly Holder[];
}

export const meetingEntries: Family = (request) => {
  const { register } = request;
  const meetings = new Set(meetingsOf(register).map(({ id }) => id));
  const said = register.statements.flatMap(({ kind, about }) =>
    kind === 'agenda' || kind === 'cancellation' ? [about] : [],
  );
  const mailed = register.activities.flatMap(({ id, type }) => (type === 'quarterlyMeeting' ? [id] : []));
  return [...new Set([...meetings, ...said, ...mailed])].flatMap((id) =>
    entriesOf(caseOf(request, id), request),
  );
};

function caseOf({ register, keyOf }: DueRequest, id: string): Case {
  const activity = register.activities.find((one) => one.id === id);
  const mailings = meetingMailings(register, id);
  const title = activity?.title ?? mailings.at(-1)?.facts.title ?? id;
  return { id, title, activity, mailings, holders: holdersOf(register, mailings, keyOf) };
}

function entriesOf(one: Case, request: DueRequest): readonly Entry[] {
  const { activity } = one;
  const outdated = outdatedEntry(one, request);
  const held = meetingsOf(request.register).find(({ id }) => id === one.id);
  if (activity === undefined || held === undefined) return outdated;
  if (held.status === 'done' || isOver(held, request.now)) return outdated;
  return [
    ...outdated,
    ...(one.holders.some(isExpecting)
      ? [...lackingEntries(one, held, request), ...uninvitedEntries(one, request)]
      : invitationEntry(one, held, request, outdated.length > 0)),
  ];
}

const isExpecting = ({ mailing }: Holder): boolean => mailing.kind === 'agenda';

const aboutOf = ({ id, title }: Case): Entry['about'] => ({ tab: 'activities', id, title });

/** Those who have something that is not so any more, as long as its time or the new one is still to come. */
function outdatedEntry(one: Case, { register, now, keyOf }: DueRequest): readonly Entry[] {
  const { id, activity, holders } = one;
  const wrong = holders
    .map((holder) => ({
      ...holder,
      changes: changesSince(holder.mailing, register, id, now, holder.standard),
    }))
    .filter(({ changes, mailing }) => changes.length > 0 && isOfUse(mailing, activity, now));
  const newest = one.mailings.findLast(({ id: mailing }) =>
    wrong.some((each) => each.mailing.id === mailing),
  );
  if (newest === undefined) return [];
  const told = suppressedByMail(register.ledger, keyOf);
  const day = activity?.start?.first ?? dayOf(now);
  const isOff = activity?.status === 'cancelled';
  const on = invitationDay(register, id, now);
  const within = wrong.filter(
    ({ contact }) =>
      contact?.email !== undefined &&
      (isOff ? !hasLeft(contact, on) : isInvited(contact, on)) &&
      !isReserving(contact.lists ?? []) &&
      told(contact.email) === undefined,
  );
  const kind = isOff ? 'cancellation' : 'agenda';
  const changes = changesAmong(wrong.filter(({ mailing }) => mailing === newest));
  return [
    {
      name: `${id} ${kind}`,
      state: 'outdated',
      matter: kind,
      about: activity === undefined ? { id, title: one.title } : aboutOf(one),
      since: dayTold(newest) ?? (day < dayOf(now) ? day : dayOf(now)),
      holders: wrong.length,
      changes,
      notes: outdatedNotes(activity, wrong.length - within.length),
      command: activity === undefined || within.length === 0 ? undefined : commandFor(register, id, now),
    },
  ];
}

function outdatedNotes(activity: Activity | undefined, unreachable: number): readonly DueNote[] {
  if (activity === undefined) return [dueNote('meeting-gone', {})];
  return unreachable === 0 ? [] : [dueNote('meeting-unreachable', { count: unreachable })];
}

/** Numbers are given to the cases of the next meeting alone. */
function commandFor(register: Register, id: string, now: WallTime): string {
  const isNext = nextMeeting(meetingsOf(register), now)?.id === id;
  return `agenda -- --meeting ${id} ${isNext ? '--number ' : ''}--mailing`;
}

/** Nobody has the invitation yet. */
function invitationEntry(
  one: Case,
  meeting: Meeting,
  { register, now }: DueRequest,
  isToldOtherwise: boolean,
): readonly Entry[] {
  const today = dayOf(now);
  const from = addDays(meeting.start.first, -agendaDays);
  if (today < from || isToldOtherwise || isBegun(one, register, now)) return [];
  const late = addDays(meeting.start.first, -lateDays);
  return [
    {
      name: `${one.id} agenda`,
      state: today >= late ? 'overdue' : 'due',
      matter: 'agenda',
      about: aboutOf(one),
      since: today >= late ? late : from,
      changes: [],
      notes: invitationNotes(register, meeting),
      command: commandFor(register, one.id, now),
    },
  ];
}

/** A mailing says what the register says, and not all have got it: that it waits is an entry of its own (mailings.ts). */
const isBegun = ({ id, mailings }: Case, register: Register, now: WallTime): boolean =>
  mailings.some(
    (mailing) =>
      mailing.kind === 'agenda' &&
      openIn(mailing) > 0 &&
      changesSince(mailing, register, id, now).length === 0,
  );

function invitationNotes(register: Register, { id, start, place, link }: Meeting): readonly DueNote[] {
  const { uninvited, meant } = calledTo(register, id);
  const missing = uninvited.map((party) => parties[party][0]);
  return [
    ...(start.time === undefined ? [dueNote('meeting-no-time', {})] : []),
    ...(place === undefined && link === undefined ? [dueNote('meeting-no-place', {})] : []),
    ...(missing.length === 0 ? [] : [dueNote('party-uninvited', { parties: missing })]),
    ...meant.map((one) =>
      dueNote('list-alike', {
        person: personNamed(register, one.id),
        list: one.list,
        meant: invitedList,
      }),
    ),
  ];
}

/** Others have the invitation, and these do not. */
function lackingEntries(one: Case, meeting: Meeting, { register, now, keyOf }: DueRequest): readonly Entry[] {
  const has = new Set(one.holders.flatMap(({ contact }) => (contact === undefined ? [] : [contact.id])));
  const addresses = new Set(one.holders.flatMap(({ contact }) => contact?.email ?? []));
  const on = invitationDay(register, one.id, now);
  const lacking = register.contacts.filter(
    (contact) =>
      isInvited(contact, on) &&
      !isReserving(contact.lists ?? []) &&
      !has.has(contact.id) &&
      !addresses.has(contact.email ?? ''),
  );
  if (lacking.length === 0 || isBegun(one, register, now)) return [];
  const since = dayTold(one.mailings.at(-1) ?? { at: '' }) ?? dayOf(now);
  const base = { state: 'due', matter: 'agenda', about: aboutOf(one), since, changes: [] } as const;
  const told = suppressedByMail(register.ledger, keyOf);
  const refused = refusedKeys(register.ledger);
  const lacksFor = (email: string | undefined): 'address' | 'mail' | 'refused' | undefined => {
    if (email === undefined) return 'address';
    if (told(email) !== undefined) return 'mail';
    return one.mailings.some(({ id }) => refused.has(keyOf(id, email))) ? 'refused' : undefined;
  };
  return lacking.map((contact): Entry => {
    const why = lacksFor(contact.email);
    return {
      ...base,
      name: `${one.id} agenda ${contact.id}`,
      notes: [dueNote('invitation-lacking', { person: personNamed(register, contact.id), why })],
      command: why === 'address' || why === 'mail' ? undefined : commandFor(register, meeting.id, now),
    };
  });
}

/** «Fagsjef (K-2025-003)» */
function personNamed({ contacts }: Register, id: string): string {
  const name = contacts.find((contact) => contact.id === id)?.name;
  return name === undefined ? id : `${name} (${id})`;
}

/** Somebody has the invitation and is not on the list any more: no mail tells them, since a person should. */
function uninvitedEntries(one: Case, { register, now }: DueRequest): readonly Entry[] {
  const on = invitationDay(register, one.id, now);
  const isOut = (contact: Contact | undefined): contact is Contact =>
    contact !== undefined && !hasLeft(contact, on) && !isInvited(contact, on);
  return one.holders.flatMap(({ contact, mailing }): readonly Entry[] =>
    isOut(contact) && mailing.kind === 'agenda'
      ? [
          {
            name: `${one.id} uninvited ${contact.id}`,
            state: 'outdated',
            matter: 'cancellation',
            about: aboutOf(one),
            since: dayTold(mailing) ?? dayOf(now),
            holders: 1,
            changes: [],
            notes: [dueNote('invitation-too-many', { person: personNamed(register, contact.id) })],
          },
        ]
      : [],
  );
}
