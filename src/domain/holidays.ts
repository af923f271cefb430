/**
 * Norwegian public holidays, and the weeks in which nobody should be called to a meeting.
 * Holidays: helligdagsloven (LOV-1995-02-24-12) § 2, and lov om 1 og 17 mai (LOV-1947-04-26-1) § 1.
 */
import { addDays, dayFrom, dayParts, isoWeek, isoWeekday, mondayOfWeek, type Day } from './time.ts';

export type Holiday =
  | 'newYear'
  | 'maundyThursday'
  | 'goodFriday'
  | 'easterSunday'
  | 'easterMonday'
  | 'labourDay'
  | 'constitutionDay'
  | 'ascension'
  | 'whitSunday'
  | 'whitMonday'
  | 'christmasDay'
  | 'boxingDay';

/** Why a day is a bad one for a meeting. `hard`: nobody is at work. `soft`: many are away. */
export type Blocked =
  | { readonly why: 'easterWeek' | 'july' | 'christmas'; readonly weight: 'hard' }
  | { readonly why: 'winterBreak' | 'autumnBreak'; readonly weight: 'soft'; readonly week: number };

const mustExist = (day: Day | undefined): Day => {
  if (day === undefined) throw new RangeError('outside the years 1900–2199');
  return day;
};

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's computus). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return mustExist(dayFrom(year, Math.floor(f / 31), (f % 31) + 1));
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
  const fixed = (month: number, day: number): Day => mustExist(dayFrom(year, month, day));
  const all: DayOff[] = [
    { day: fixed(1, 1), holiday: 'newYear' },
    { day: addDays(easter, -3), holiday: 'maundyThursday' },
    { day: addDays(easter, -2), holiday: 'goodFriday' },
    { day: easter, holiday: 'easterSunday' },
    { day: addDays(easter, 1), holiday: 'easterMonday' },
    { day: fixed(5, 1), holiday: 'labourDay' },
    { day: fixed(5, 17), holiday: 'constitutionDay' },
    { day: addDays(easter, 39), holiday: 'ascension' },
    { day: addDays(easter, 49), holiday: 'whitSunday' },
    { day: addDays(easter, 50), holiday: 'whitMonday' },
    { day: fixed(12, 25), holiday: 'christmasDay' },
    { day: fixed(12, 26), holiday: 'boxingDay' },
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

function inEasterWeek(day: Day): boolean {
  const easter = easterSunday(dayParts(day).year);
  return day >= addDays(easter, -6) && day <= addDays(easter, 1);
}

/**
 * Whether a day lies in a blocked time: Easter week, July, 17 December to 6 January (hard); the weeks in which most
 * schools have their winter and autumn break, 8, 9, 40 and 41 (soft).
 */
export function blockedOn(day: Day): Blocked | undefined {
  const { month, day: date } = dayParts(day);
  if (inEasterWeek(day)) return { why: 'easterWeek', weight: 'hard' };
  if (month === 7) return { why: 'july', weight: 'hard' };
  if ((month === 12 && date >= 17) || (month === 1 && date <= 6)) return { why: 'christmas', weight: 'hard' };
  const { week } = isoWeek(day);
  if (week === 8 || week === 9) return { why: 'winterBreak', weight: 'soft', week };
  if (week === 40 || week === 41) return { why: 'autumnBreak', weight: 'soft', week };
  return undefined;
}

/** A working day: Monday to Friday and no public holiday. */
export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && holidayOn(day) === undefined;
}

/** Days well suited for a quarterly meeting: Thursdays in weeks 10–12, 23–24, 37–38 and 48–49 that are free. */
export function goodMeetingDays(year: number): readonly Day[] {
  return [10, 11, 12, 23, 24, 37, 38, 48, 49]
    .map((week) => mondayOfWeek(year, week))
    .filter((monday) => monday !== undefined)
    .map((monday) => addDays(monday, 3))
    .filter((day) => isWorkingDay(day) && blockedOn(day) === undefined);
}
