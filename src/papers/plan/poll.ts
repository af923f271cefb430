/** What those invited have answered about the days that are proposed for a quarterly meeting, and the day that suits most. */
import { groupBy } from '../../domain/group.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import { singleParties, type SingleParty } from '../../register/announcement-settings.ts';
import { hasLeft } from '../../register/contact-index.ts';
import type { DateAnswerWord } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { DateAnswer } from '../../register/tabs/answers.ts';
import type { Contact } from '../../register/tabs/contacts.ts';

export type Voter = Pick<Contact, 'id' | 'name' | 'party'>;

/** A proposed time, and what each has answered. Who is in none of the lists has not answered about it. */
export interface PollTime {
  readonly start: WallTime;
  readonly end?: WallTime | undefined;
  readonly answers: Readonly<Record<DateAnswerWord, readonly Voter[]>>;
  /** The parties of which nobody has said that they can come. */
  readonly without: readonly SingleParty[];
}

export interface Poll {
  /** The ID of the meeting. */
  readonly meeting: string;
  /** In order of time. */
  readonly times: readonly PollTime[];
  /** Who is asked, in the order of Kontakter. Who has left is not among them. */
  readonly voters: readonly Voter[];
  /** Who has answered about none of the times. */
  readonly silent: readonly Voter[];
  /** The last day to answer that a row says. */
  readonly deadline: Day | undefined;
}

type Asked = DateAnswer & { readonly start: { readonly time: WallTime } };

const isAsked = (row: DateAnswer): row is Asked => row.start.time !== undefined;

/** The poll about a meeting; undefined where nobody is asked. `today` (Oslo) decides who has left. */
export function pollOf(register: Register, meeting: string, today: Day): Poll | undefined {
  const rows = register.answers.filter(isAsked).filter((row) => row.meeting === meeting);
  const names = new Set(rows.map(({ who }) => who));
  const voters = register.contacts
    .filter((contact) => names.has(contact.id) && !hasLeft(contact, today))
    .map(({ id, name, party }) => ({ id, name, party }));
  if (voters.length === 0) return undefined;
  const answered = new Set(rows.flatMap(({ who, answer }) => (answer === undefined ? [] : [who])));
  const heard = voters.filter(({ id }) => answered.has(id));
  const times = [...groupBy(rows, ({ start }) => start.time)].map(([start, own]) =>
    timeOf(start, own, heard, voters),
  );
  const deadlines = rows.flatMap(({ deadline }) => deadline ?? []).sort();
  return {
    meeting,
    times: times.sort((one, other) => (one.start < other.start ? -1 : 1)),
    voters,
    silent: voters.filter(({ id }) => !answered.has(id)),
    deadline: deadlines.at(-1),
  };
}

/** Two answers of one person about one time are none, unless they are the same: a rule reports them. */
function timeOf(
  start: WallTime,
  rows: readonly Asked[],
  heard: readonly Voter[],
  voters: readonly Voter[],
): PollTime {
  const said = groupBy(
    rows.filter(({ answer }) => answer !== undefined),
    ({ who }) => who,
  );
  const who = (word: DateAnswerWord): readonly Voter[] =>
    heard.filter(({ id }) => {
      const own = said.get(id) ?? [];
      return own.length > 0 && own.every(({ answer }) => answer === word);
    });
  const answers = { yes: who('yes'), ifNeeded: who('ifNeeded'), no: who('no') };
  const can = [...answers.yes, ...answers.ifNeeded];
  const isOf =
    (party: SingleParty) =>
    (voter: Voter): boolean =>
      voter.party === party;
  const without = singleParties.filter((party) => voters.some(isOf(party)) && !can.some(isOf(party)));
  return { start, end: rows.find(({ end }) => end?.time !== undefined)?.end?.time, answers, without };
}

/** «Passer» counts twice as much as «kan hvis nødvendig». */
export const pointsOf = ({ answers: { yes, ifNeeded } }: Pick<PollTime, 'answers'>): number =>
  2 * yes.length + ifNeeded.length;

/** How well a time suits, as text that sorts: days with both parties first, then by points, then on which most can come. */
function rankOf(time: PollTime): string {
  const { answers, without } = time;
  const count = (number: number): string => String(number).padStart(4, '0');
  const can = answers.yes.length + answers.ifNeeded.length;
  return `${String(9 - without.length)} ${count(pointsOf(time))} ${count(can)}`;
}

/** The coming times that suit most, several where they suit alike; none where nobody can come to any. `now` is Oslo time. */
export function bestTimes({ times }: Poll, now: WallTime): readonly PollTime[] {
  const coming = times.filter(
    ({ start, answers }) => start > now && answers.yes.length + answers.ifNeeded.length > 0,
  );
  const best = coming.map(rankOf).sort().at(-1);
  return coming.filter((time) => rankOf(time) === best);
}

/** Every meeting that a poll is about, by ID. */
export const polledMeetings = ({ answers }: Register): readonly string[] => [
  ...new Set(answers.map(({ meeting }) => meeting)),
];

/** Whether a proposed time is on a day. */
export const isOnDay =
  (day: Day) =>
  ({ start }: Pick<PollTime, 'start'>): boolean =>
    dayOf(start) === day;
