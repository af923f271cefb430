/** Dates in English, for the terminal. */
import { dayParts, type Day } from '../../domain/time.ts';
import { inWords } from './wording.ts';

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
