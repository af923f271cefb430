/** Until when a case is postponed: what a sentence of the minutes names, and what people have written in `Utsett til`. */
import { dayFrom, dayParts, daysInMonth, parseDay, type Day } from '../../domain/time.ts';
import { monthNumber } from '../../register/cells/calendar-words.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { datedMeeting, meetingDay, meetingsOf, type Meeting } from '../meetings.ts';
import { treatmentsOf, type Treatment } from '../treatments.ts';
import { unreadBetween } from '../unread-meetings.ts';
import { readDeadline } from './read/deadline.ts';
import { outcomesOf } from './read/outcome.ts';
import type { SourceLine } from './read/understood.ts';
import type { MinutesVersion } from './versions.ts';

const sentence =
  /uts[ae]t\p{L}* til (?:(?:et |eit )?(?<meeting>(?:kvartals)?møtet?) )?(?:(?:i |den )?(?<day>\d{1,2}\. ?(?:\p{L}+|\d{1,2}\.)(?: \d{4})?)|(?:i )?(?<month>\p{L}+)(?: (?<year>\d{4}))?)\s*(?:[.!](?<rest>.*))?$/isu;
const timeWord =
  /\d|møte|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember/iu;

/**
 * What a sentence that postpones a case says for certain, as `Utsett til` has it: the ID of a later meeting, the only one on that
 * day or in that month; or a day without one. Undefined where it is not certain. `meeting` is the one that postponed it.
 */
export function untilIn(text: string, register: Register, meeting: Meeting): string | undefined {
  const found = sentence.exec(text.trim())?.groups;
  if (found === undefined || timeWord.test(found['rest'] ?? '')) return undefined;
  const { day, meeting: word, month = '', year } = found;
  const from = meetingDay(meeting);
  if (day === undefined) return meetingIn(register, from, month, year);
  const read = readDeadline(day, { meeting: from, next: undefined });
  if (!('day' in read)) return undefined;
  const span = { first: read.day, last: read.day };
  const isFree = word === undefined && read.day > from && !mayHaveMeeting(register, read.day);
  return onlyMeeting(register, from, span) ?? (isFree ? read.day : undefined);
}

/** Whether a meeting, or what may become one, is on a day: a case that waits to the end of that day would miss it. */
const mayHaveMeeting = (register: Register, on: Day): boolean =>
  unreadBetween(register, { from: on, to: on }).length > 0 ||
  register.activities.some(
    ({ type, status, start }) =>
      type === 'quarterlyMeeting' &&
      status !== 'cancelled' &&
      start !== undefined &&
      start.first <= on &&
      start.last >= on,
  );

interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** The only meeting in the next month with that name. The month of the meeting itself may be this one or that of next year. */
function meetingIn(
  register: Register,
  after: Day,
  name: string,
  year: string | undefined,
): string | undefined {
  const month = monthNumber(name.toLowerCase());
  const own = dayParts(after);
  if (month === undefined || (year === undefined && month === own.month)) return undefined;
  const inYear = year === undefined ? own.year + (month < own.month ? 1 : 0) : Number(year);
  const [first, last] = [dayFrom(inYear, month, 1), dayFrom(inYear, month, daysInMonth(inYear, month))];
  return first === undefined || last === undefined
    ? undefined
    : onlyMeeting(register, after, { first, last });
}

const meetingsWithin = (register: Register, after: Day, { first, last }: Span): readonly Meeting[] =>
  meetingsOf(register).filter(
    ({ start }) => start.first > after && start.first >= first && start.last <= last,
  );

function onlyMeeting(register: Register, after: Day, span: Span): string | undefined {
  const [only, second] = meetingsWithin(register, after, span);
  const unread = unreadBetween(register, { from: span.first, to: span.last });
  const isCertain = second === undefined && unread.length === 0;
  return isCertain ? only?.id : undefined;
}

/** A sentence of the minutes that says until when, and what it says for certain. */
interface NamedUntil {
  readonly text: string;
  readonly certain: string | undefined;
}

/** What the decision, otherwise the notes, of a postponed case say of it; undefined where they name no day and no meeting. */
function untilNamed(
  register: Register,
  meeting: Meeting,
  { decision, discussion }: Pick<Treatment, 'decision' | 'discussion'>,
): NamedUntil | undefined {
  const linesOf = (text = ''): readonly SourceLine[] =>
    text.split('\n').flatMap((one) => (one.trim() === '' ? [] : [{ line: 0, text: one }]));
  const { until } = outcomesOf(linesOf(decision), linesOf(discussion), undefined);
  const [first] = until;
  if (first === undefined) return undefined;
  const certain = new Set(until.map(({ text }) => untilIn(text, register, meeting)));
  return { text: first.text, certain: certain.size === 1 ? [...certain][0] : undefined };
}

/** The first day that `Utsett til` may mean. */
export function dayOfUntil(register: Register, until: string): Day | undefined {
  const named = datedMeeting(register, until);
  return named === undefined ? parseDay(until) : meetingDay(named);
}

/** Whether a later meeting than this one has had the case with this ID. */
export function isTreatedLater(register: Register, meeting: Meeting, id: string): boolean {
  const days = new Map(meetingsOf(register).map((one) => [one.id, meetingDay(one)]));
  return treatmentsOf(register).some(
    (one) => one.caseId === id && (days.get(one.meeting ?? '') ?? '') > meetingDay(meeting),
  );
}

interface OfMeeting {
  readonly register: Register;
  readonly meeting: Meeting;
  readonly last: MinutesVersion | undefined;
  /** Both parties have approved the last version: what is written after that does not change it. */
  readonly isSettled: boolean;
}

/**
 * What stands in `Utsett til`, as far as it is of this meeting: a day or a meeting after it, while no later meeting has had the
 * case.
 */
function writtenUntil({ register, meeting, last, isSettled }: OfMeeting, item: Case): string | undefined {
  const { id, snoozedUntil } = item;
  const kept = last?.cases.get(id)?.deadline;
  const isLater = isTreatedLater(register, meeting, id);
  if ((isSettled || isLater) && kept !== undefined) return kept ?? undefined;
  if (snoozedUntil === undefined || isLater) return undefined;
  const day = dayOfUntil(register, snoozedUntil);
  return day !== undefined && day > meetingDay(meeting) ? snoozedUntil : undefined;
}

/** Until when a case waits that the meeting did not treat. */
export interface Waiting {
  /** The ID of a meeting, or a day; undefined for the next meeting. */
  readonly until: string | undefined;
  /** Its own text says until when, and `Utsett til` says nothing or otherwise: then the minutes say only what the text says. */
  readonly said: { readonly text: string; readonly written: string | undefined } | undefined;
}

export function waitingOf(
  of: OfMeeting,
  item: Case,
  treatment: Pick<Treatment, 'decision' | 'discussion'> | undefined,
): Waiting {
  const written = writtenUntil(of, item);
  const named = treatment && untilNamed(of.register, of.meeting, treatment);
  const dayIn = (until = ''): Day | undefined => dayOfUntil(of.register, until);
  const isAlike =
    written !== undefined && (named?.certain === undefined || dayIn(named.certain) === dayIn(written));
  return named === undefined || isAlike
    ? { until: written, said: undefined }
    : { until: undefined, said: { text: named.text, written } };
}
