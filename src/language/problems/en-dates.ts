/** Dates in English, for the terminal. */
import type { Blocked, Holiday } from '../../domain/holidays.ts';
import { dayParts, type Day } from '../../domain/time.ts';
import { inWords } from './wording.ts';

/** The public holidays. */
export const holidayWords: Readonly<Record<Holiday, string>> = {
  newYear: "New Year's Day",
  maundyThursday: 'Maundy Thursday',
  goodFriday: 'Good Friday',
  easterSunday: 'Easter Sunday',
  easterMonday: 'Easter Monday',
  labourDay: '1 May',
  constitutionDay: '17 May',
  ascension: 'Ascension Day',
  whitSunday: 'Whit Sunday',
  whitMonday: 'Whit Monday',
  christmasDay: 'Christmas Day',
  boxingDay: 'Boxing Day',
};

/** Where in the year a day is that is kept free. */
export const blockedWords: Readonly<Record<Blocked['why'], string>> = {
  easterWeek: 'in Easter week',
  july: 'in July, when Norway is on holiday',
  christmas: 'between 17 December and 6 January',
  winterBreak: 'in one of the weeks of the winter break',
  arendalsuka: 'in the week in which Arendalsuka usually is',
  autumnBreak: 'in one of the weeks of the autumn break',
};

/** Monday first. */
export const englishWeekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function dayInWords(day: Day): string {
  const { year, month, day: date } = dayParts(day);
  return `${date} ${months[month - 1] ?? ''} ${year}`;
}

/** `12 March 2026`, or `12 March 2026 at 10:00` where the text is a wall time. */
export const englishDate = (text: string): string =>
  inWords(text, { day: dayInWords, time: (time, day) => `${dayInWords(day)} at ${time.slice(11)}` });
