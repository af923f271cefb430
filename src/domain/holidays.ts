/**
 * Norwegian public holidays, and the weeks in which nobody should be called to a meeting. They are listed in
 * holidays.json, with its sources; this finds their days in a year.
 */
import { z } from 'zod';
import table from './holidays.json' with { type: 'json' };
import { addDays, dayParts, isoWeek, isoWeekday, mondayOfWeek, parseDay, type Day } from './time.ts';

const holidayNames = [
  'newYear',
  'maundyThursday',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'labourDay',
  'constitutionDay',
  'ascension',
  'whitSunday',
  'whitMonday',
  'christmasDay',
  'boxingDay',
] as const;

export type Holiday = (typeof holidayNames)[number];

/** Why a day is a bad one for a meeting. `hard`: nobody is at work. `soft`: many are away. */
export type Blocked =
  | { readonly why: 'easterWeek' | 'july' | 'christmas'; readonly weight: 'hard' }
  | {
      readonly why: 'winterBreak' | 'arendalsuka' | 'autumnBreak';
      readonly weight: 'soft';
      readonly week: number;
    };

/** As few schemas as possible: every run that looks at a meeting reads this. */
function readTable() {
  /** A date of any year, `05-17`. */
  const date = z.string().regex(/^\d\d-\d\d$/u);
  const number = z.number();
  const holiday = z.enum(holidayNames);
  return (
    z
      .object({
        onDate: z.array(z.tuple([holiday, date])),
        daysAfterEaster: z.array(z.tuple([holiday, number])),
        easterWeek: z.tuple([number, number]),
        nobodyAtWork: z.array(z.tuple([z.enum(['july', 'christmas']), date, date])),
        manyAwayInWeeks: z.array(z.tuple([z.enum(['winterBreak', 'arendalsuka', 'autumnBreak']), number])),
        meetingWeeks: z.array(number),
      })
      // Parsed once: compiling the schema would take longer.
      .parse(table, { jitless: true })
  );
}

let parsed: ReturnType<typeof readTable> | undefined;
const fixed = (): ReturnType<typeof readTable> => (parsed ??= readTable());

const mustExist = (day: Day | undefined): Day => {
  if (day === undefined) throw new RangeError('outside the years 1900–2199');
  return day;
};

const dayOn = (year: number, date: string): Day => mustExist(parseDay(`${String(year)}-${date}`));

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's computus). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const [month, date] = [Math.floor(f / 31), (f % 31) + 1].map((part) => String(part).padStart(2, '0'));
  return dayOn(year, `${month ?? ''}-${date ?? ''}`);
}

interface DayOff {
  readonly day: Day;
  readonly holiday: Holiday;
}

const years = new Map<number, readonly DayOff[]>();

/** The twelve public holidays of a year, in order. Two may fall on one day (17 May 2043 is Whit Sunday). */
export function holidaysOf(year: number): readonly DayOff[] {
  const known = years.get(year) ?? computeHolidays(year);
  years.set(year, known);
  return known;
}

function computeHolidays(year: number): readonly DayOff[] {
  const easter = easterSunday(year);
  const all = [
    ...fixed().onDate.map(([holiday, date]) => ({ holiday, day: dayOn(year, date) })),
    ...fixed().daysAfterEaster.map(([holiday, count]) => ({ holiday, day: addDays(easter, count) })),
  ];
  return all.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** The public holiday on a day, if it is one. */
export function holidayOn(day: Day): Holiday | undefined {
  return holidaysOf(dayParts(day).year).find((entry) => entry.day === day)?.holiday;
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  return isoWeekday(day) > 5;
}

/** Whether a day is in a blocked period: Easter week, July, Christmas (hard); most schools' winter and autumn breaks, Arendalsuka (soft). */
export function blockedOn(day: Day): Blocked | undefined {
  const { easterWeek, nobodyAtWork, manyAwayInWeeks } = fixed();
  const easter = easterSunday(dayParts(day).year);
  if (day >= addDays(easter, easterWeek[0]) && day <= addDays(easter, easterWeek[1]))
    return { why: 'easterWeek', weight: 'hard' };
  const date = day.slice(5);
  const closed = nobodyAtWork.find(([, first, last]) => date >= first && date <= last);
  if (closed !== undefined) return { why: closed[0], weight: 'hard' };
  const { week } = isoWeek(day);
  const away = manyAwayInWeeks.find(([, one]) => one === week);
  return away === undefined ? undefined : { why: away[0], weight: 'soft', week };
}

/** A working day: Monday to Friday and no public holiday. */
export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && holidayOn(day) === undefined;
}

/** Whether a day is in one of the weeks that suit a quarterly meeting. */
export const isInMeetingWeek = (day: Day): boolean => fixed().meetingWeeks.includes(isoWeek(day).week);

/** Days well suited for a quarterly meeting: Thursdays in the table's weeks that are free. */
export function goodMeetingDays(year: number): readonly Day[] {
  return fixed()
    .meetingWeeks.map((week) => mondayOfWeek(year, week))
    .filter((monday) => monday !== undefined)
    .map((monday) => addDays(monday, 3))
    .filter((day) => isWorkingDay(day) && blockedOn(day) === undefined);
}
