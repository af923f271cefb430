/**
 * The days of the sample. They follow the day on which it is made, so that there is always something behind and
 * something ahead; seen from 23 November 2026 they are the days of the first sample that the parties looked at.
 */
import { quarterOf } from '../../domain/quarter.ts';
import { addDays, dayParts, daysBetween, type Day } from '../../domain/time.ts';
import { dayInWeek, freeDay, isFree, nthWeekday, weekdays } from './days.ts';

export interface Conference {
  readonly year: number;
  readonly first: Day;
  readonly last: Day;
  /** The programme committee's three meetings before it. */
  readonly committee: readonly [Day, Day, Day];
}

export interface SampleCalendar {
  readonly today: Day;
  /** The quarterly meetings of last year, this year and next, in order. */
  readonly meetings: readonly Day[];
  /** The next meeting's place among them. */
  readonly next: number;
  /** Eight webinars: three in the half-year before that of the next meeting, three in it, two after it. */
  readonly webinars: readonly Day[];
  /** Two to six weeks ahead, so that announcements are due. */
  readonly questionHour: Day;
  /** The last BYLIVkonferansen before the next meeting, and the first after it. */
  readonly conferences: { readonly last: Conference; readonly coming: Conference };
  /** The latest finished round of meetings with all county authorities, in order of county number, Oslo third. */
  readonly countyRound: readonly Day[];
  /** The first two of the round after it: Vestland and Nordland. */
  readonly nextRound: readonly [vestland: Day, nordland: Day];
}

/** The sample's calendar as seen on a day, 2001 to 2098. */
export function sampleCalendar(today: Day): SampleCalendar {
  const meetings = quarterlyMeetings(today);
  const next = meetings.findIndex((day) => day > today);
  const nextMeeting = meetings[next] ?? today;
  const taken = new Set([today, ...meetings]);
  const book = (day: Day): Day => {
    const free = freeDay(day, taken);
    taken.add(free);
    return free;
  };
  const countyDays = new Set(taken);
  const webinars = webinarDays(nextMeeting).map(book);
  const conferences = conferencesAround(nextMeeting, book, taken);
  const questionHour = questionHourAfter(today, taken);
  const { countyRound, nextRound } = countyRounds(today, countyDays);
  return { today, meetings, next, webinars, questionHour, conferences, countyRound, nextRound };
}

/** The day of the meeting that lies `offset` from the next: -1 is the last one held. Throws RangeError where none is. */
export function meetingDay({ meetings, next }: SampleCalendar, offset: number): Day {
  const day = meetings[next + offset];
  if (day === undefined) throw new RangeError(`no meeting ${String(offset)} from the next`);
  return day;
}

/** The day of a webinar of the series, from 1 to 8. Throws RangeError for other numbers. */
export function webinarDay({ webinars }: SampleCalendar, number: number): Day {
  const day = webinars[number - 1];
  if (day === undefined) throw new RangeError(`no webinar ${String(number)}`);
  return day;
}

/** Thursdays in weeks that suit (goodMeetingDays): second in March and June, third in September, first in December. */
const meetingsOfYear = (year: number): readonly Day[] => [
  nthWeekday(year, 3, 2, weekdays.thursday),
  nthWeekday(year, 6, 2, weekdays.thursday),
  nthWeekday(year, 9, 3, weekdays.thursday),
  nthWeekday(year, 12, 1, weekdays.thursday),
];

/** Never within a week of today, when an agenda would be too late, nor more than 100 days ahead. */
function quarterlyMeetings(today: Day): readonly Day[] {
  const { year } = dayParts(today);
  const days = [year - 1, year, year + 1]
    .flatMap(meetingsOfYear)
    .map((day) => (day >= today && daysBetween(today, day) < 7 ? addDays(day, 7) : day));
  const next = days.find((day) => day > today);
  return days.map((day) => (day === next && daysBetween(today, day) > 100 ? addDays(day, -7) : day));
}

function webinarDays(nextMeeting: Day): readonly Day[] {
  const { year } = dayParts(nextMeeting);
  const thursday = (of: number, month: number, nth: number): Day =>
    nthWeekday(of, month, nth, weekdays.thursday);
  const spring = (of: number): readonly Day[] => [thursday(of, 2, 1), thursday(of, 3, 3), thursday(of, 4, 4)];
  const autumn = (of: number): readonly Day[] => [
    thursday(of, 9, 4),
    thursday(of, 10, 4),
    thursday(of, 11, 3),
  ];
  return quarterOf(nextMeeting).number <= 2
    ? [...autumn(year - 1), ...spring(year), thursday(year, 9, 4), thursday(year, 11, 2)]
    : [...spring(year), ...autumn(year), thursday(year + 1, 2, 1), thursday(year + 1, 4, 3)];
}

/** The conferences are held on a Tuesday and a Wednesday in week 42. */
function conferencesAround(
  nextMeeting: Day,
  book: (day: Day) => Day,
  taken: ReadonlySet<Day>,
): SampleCalendar['conferences'] {
  const { year } = dayParts(nextMeeting);
  const comingYear = firstDayOfConference(year, taken) > nextMeeting ? year : year + 1;
  const conference = (of: number): Conference => {
    const first = book(firstDayOfConference(of, taken));
    const committee = (month: number, nth: number): Day => book(nthWeekday(of, month, nth, weekdays.tuesday));
    return {
      year: of,
      first,
      last: book(addDays(first, 1)),
      committee: [committee(1, 3), committee(3, 4), committee(6, 1)],
    };
  };
  return { last: conference(comingYear - 1), coming: conference(comingYear) };
}

function firstDayOfConference(year: number, taken: ReadonlySet<Day>): Day {
  let day = dayInWeek(year, 42, weekdays.tuesday);
  const isOpen = (candidate: Day): boolean => isFree(candidate) && !taken.has(candidate);
  while (!isOpen(day) || !isOpen(addDays(day, 1))) day = addDays(day, 7);
  return day;
}

/**
 * Days ahead, the best first: three to four weeks, when its announcement is due; else two to six, and a little less or
 * more only where July leaves no other.
 */
const questionHourAhead = [
  ...[22, 21, 23, 24, 25, 26, 27, 28, 20, 19, 18, 17, 16, 29, 15, 30, 14, 31, 32, 33, 34, 35],
  ...[36, 37, 38, 39, 40, 41, 42, 13, 12, 43, 44, 45],
] as const;

function questionHourAfter(today: Day, taken: ReadonlySet<Day>): Day {
  const days = questionHourAhead.map((count) => addDays(today, count));
  return days.find((day) => isFree(day) && !taken.has(day)) ?? freeDay(addDays(today, 46), taken);
}

/** Week and weekday of the meeting with each county authority. */
const roundWeeks = [
  [16, 2],
  [16, 3],
  [16, 4],
  [17, 2],
  [17, 3],
  [17, 4],
  [18, 2],
  [18, 3],
  [19, 2],
  [19, 3],
  [20, 2],
  [20, 3],
  [24, 1],
  [24, 2],
  [24, 3],
] as const;

/** The places of Vestland and Nordland in the round. */
const vestlandAndNordland = [9, 12] as const;

function roundOf(year: number, taken: ReadonlySet<Day>): readonly Day[] {
  const own = new Set(taken);
  return roundWeeks.map(([week, weekday]) => {
    const day = freeDay(dayInWeek(year, week, weekday), own);
    own.add(day);
    return day;
  });
}

function countyRounds(
  today: Day,
  taken: ReadonlySet<Day>,
): Pick<SampleCalendar, 'countyRound' | 'nextRound'> {
  const { year } = dayParts(today);
  const thisYear = roundOf(year, taken);
  const isFinished = thisYear.every((day) => day < today);
  const coming = isFinished ? roundOf(year + 1, taken) : thisYear;
  const [vestland = today, nordland = today] = vestlandAndNordland.map((place) => coming[place]);
  return { countyRound: isFinished ? thisYear : roundOf(year - 1, taken), nextRound: [vestland, nordland] };
}
