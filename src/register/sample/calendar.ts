/**
 * The named days of the sample, from days.json. They follow the day on which it is made, so that there is always
 * something in the past and something ahead; seen from 23 November 2026 they are the days of the first sample that the
 * parties looked at.
 */
import { z } from 'zod';
import { quarterOf } from '../../domain/quarter.ts';
import { addDays, dayParts, daysBetween, type Day } from '../../domain/time.ts';
import { parseTable } from '../data/table.ts';
import { dayInYear, freeDay, freeDayBefore, isFree, workingDayBefore } from './days.ts';
import table from './days.json' with { type: 'json' };

const rule = z
  .string()
  .refine((text) => dayInYear(text, 2026) !== undefined, { error: 'not a rule for a day' });

const tableSchema = z.object({
  meetings: z.array(rule),
  webinars: z
    .object({
      'next meeting in the first half-year': z.array(rule),
      'next meeting in the second half-year': z.array(rule),
    })
    .refine((lists) => new Set(Object.values(lists).map(({ length }) => length)).size === 1, {
      error: 'both lists have a rule for each webinar',
    }),
  conference: rule,
  committee: z.array(rule),
  questionHourDaysAhead: z.array(z.int()),
  countyRound: z.record(z.string(), rule),
});

let parsed: z.infer<typeof tableSchema> | undefined;
const rules = (): z.infer<typeof tableSchema> => (parsed ??= parseTable('days.json', tableSchema, table));

export interface SampleCalendar {
  readonly today: Day;
  /** `today`, `meeting -1`, `webinar 3`, `question hour`, `round Agder` …: README.md has all names. */
  readonly days: ReadonlyMap<string, Day>;
  /** Names that mean another one, which depends on the day: `last webinar` for `webinar 6`. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** The sample's calendar as seen on a day, 2001 to 2098. */
export function sampleCalendar(today: Day): SampleCalendar {
  const days = new Map<string, Day>([['today', today]]);
  const meetings = quarterlyMeetings(today);
  const next = meetings.findIndex((day) => day > today);
  for (const [index, day] of meetings.entries()) days.set(`meeting ${String(index - next)}`, day);
  const nextMeeting = meetings[next] ?? today;
  const taken = new Set([today, ...meetings]);
  addCountyRounds(days, today, taken);
  const book = (name: string, from: Day): void => {
    const day = freeDay(from, taken);
    taken.add(day);
    days.set(name, day);
  };
  const webinars = webinarDays(nextMeeting);
  for (const [index, day] of webinars.entries()) book(`webinar ${String(index + 1)}`, day);
  bookConferences(nextMeeting, book, taken);
  book('question hour', questionHourAfter(today, taken));
  return { today, days, aliases: webinarAliases(days, today, webinars.length) };
}

/** The day with a name. Throws RangeError for an unknown name. */
export function dayNamed({ days, aliases }: SampleCalendar, name: string): Day {
  const day = days.get(aliases.get(name) ?? name);
  if (day === undefined)
    throw new RangeError(`days.json has no day «${name}»: the names are in README.md beside it`);
  return day;
}

/** The names of the quarterly meetings in a quarter (1–4), in order. */
export function meetingsInQuarter({ days }: SampleCalendar, quarter: number): readonly string[] {
  return [...days].flatMap(([name, day]) =>
    name.startsWith('meeting ') && quarterOf(day).number === quarter ? [name] : [],
  );
}

const inYear = (text: string, year: number): Day => {
  const day = dayInYear(text, year);
  if (day === undefined) throw new RangeError(`not a rule for a day: «${text}»`);
  return day;
};

/** Never within a week of today, when an agenda would be too late, and never more than 100 days ahead. */
function quarterlyMeetings(today: Day): readonly Day[] {
  const { year } = dayParts(today);
  const days = [year - 1, year, year + 1]
    .flatMap((of) => rules().meetings.map((text) => inYear(text, of)))
    .map((day) => (day >= today && daysBetween(today, day) < 7 ? addDays(day, 7) : day));
  const next = days.find((day) => day > today);
  return days.map((day) => (day === next && daysBetween(today, day) > 100 ? addDays(day, -7) : day));
}

function webinarDays(nextMeeting: Day): readonly Day[] {
  const half = quarterOf(nextMeeting).number <= 2 ? 'first' : 'second';
  const texts = rules().webinars[`next meeting in the ${half} half-year`];
  return texts.map((text) => inYear(text, dayParts(nextMeeting).year));
}

/** The last one before the next meeting, and the first after it, each with the meetings of its committee. */
function bookConferences(
  nextMeeting: Day,
  book: (name: string, from: Day) => void,
  taken: ReadonlySet<Day>,
): void {
  const { year } = dayParts(nextMeeting);
  const coming = firstDayOfConference(year, taken) > nextMeeting ? year : year + 1;
  for (const [name, of] of [
    ['last conference', coming - 1],
    ['coming conference', coming],
  ] as const) {
    const first = firstDayOfConference(of, taken);
    book(name, first);
    book(`${name}, day 2`, addDays(first, 1));
    for (const [index, text] of rules().committee.entries())
      book(`${name}, committee ${String(index + 1)}`, inYear(text, of));
  }
}

/** The first of two consecutive free days. */
function firstDayOfConference(year: number, taken: ReadonlySet<Day>): Day {
  let day = inYear(rules().conference, year);
  const isOpen = (candidate: Day): boolean => isFree(candidate) && !taken.has(candidate);
  while (!isOpen(day) || !isOpen(addDays(day, 1))) day = addDays(day, 7);
  return day;
}

/**
 * Three to four weeks ahead, when its announcement is due; otherwise two to six, and a little less only if July leaves no
 * other. Where it is more than four, the sample announces earlier (settings.json).
 */
function questionHourAfter(today: Day, taken: ReadonlySet<Day>): Day {
  const days = rules().questionHourDaysAhead.map((count) => addDays(today, count));
  return days.find((day) => isFree(day) && !taken.has(day)) ?? addDays(today, 46);
}

/** The latest round that is finished, and the one after it, each with every county authority once. */
function addCountyRounds(days: Map<string, Day>, today: Day, taken: ReadonlySet<Day>): void {
  const { year } = dayParts(today);
  const thisYear = roundOf(year, taken);
  const isFinished = [...thisYear.values()].every((day) => day < today);
  const [last, next] = isFinished
    ? [thisYear, roundOf(year + 1, taken)]
    : [roundOf(year - 1, taken), thisYear];
  for (const [county, day] of last) days.set(`round ${county}`, day);
  for (const [county, day] of next) days.set(`next round ${county}`, day);
}

function roundOf(year: number, taken: ReadonlySet<Day>): ReadonlyMap<string, Day> {
  const own = new Set(taken);
  const round = new Map<string, Day>();
  for (const [county, text] of Object.entries(rules().countyRound)) {
    const day = freeDay(inYear(text, year), own);
    own.add(day);
    round.set(county, day);
  }
  return round;
}

/** At least three webinars are always in the past, and two ahead. */
function webinarAliases(
  days: ReadonlyMap<string, Day>,
  today: Day,
  count: number,
): ReadonlyMap<string, string> {
  const names = Array.from({ length: count }, (_, index) => `webinar ${String(index + 1)}`);
  const ahead = names.findIndex((name) => (days.get(name) ?? today) > today);
  const stages = [
    ['last webinar', names[ahead - 1]],
    ['next webinar', names[ahead]],
    ['webinar after next', names[ahead + 1]],
  ] as const;
  return new Map(stages.flatMap(([alias, name]) => (name === undefined ? [] : [[alias, name]])));
}

const ruleForm =
  /^(?<base>.+?)(?: (?<sign>[+-]) (?<count>\d+))?(?:, (?<choice>free|free or meeting day|free before|working day before))?(?: (?<clock>\d\d:\d\d))?$/u;

/** A day, and the time of day where the rule has one. */
export interface SampleTime {
  readonly day: Day;
  readonly clock?: string;
}

/**
 * The day that a rule of the tables means (README.md): `meeting -1 + 20, free 09:00`. `start` is the row's own first day.
 * Throws RangeError for an invalid rule.
 */
export function dayByRule(text: string, calendar: SampleCalendar, start?: Day): SampleTime {
  const { base = '', sign, count, choice, clock } = ruleForm.exec(text)?.groups ?? {};
  const shift = count === undefined ? 0 : Number(`${sign ?? ''}${count}`);
  const day = addDays(baseDay(base, calendar, start), shift);
  return { day: chosen(day, choice, calendar), ...(clock === undefined ? {} : { clock }) };
}

function baseDay(base: string, calendar: SampleCalendar, start: Day | undefined): Day {
  if (base === 'start' && start !== undefined) return start;
  const [, one, other] = /^middle of (.+) and (.+)$/u.exec(base) ?? [];
  if (one === undefined || other === undefined)
    return dayInYear(base, dayParts(calendar.today).year) ?? dayNamed(calendar, base);
  const first = dayNamed(calendar, one);
  return addDays(first, Math.floor(daysBetween(first, dayNamed(calendar, other)) / 2));
}

function chosen(day: Day, choice: string | undefined, { today, days }: SampleCalendar): Day {
  if (choice === 'free before') return freeDayBefore(day);
  if (choice === 'working day before') return workingDayBefore(day);
  if (choice === undefined) return day;
  if (choice === 'free or meeting day') return freeDay(day, new Set([today]));
  const meetings = [...days].filter(([name]) => name.startsWith('meeting ')).map(([, on]) => on);
  return freeDay(day, new Set([today, ...meetings]));
}
