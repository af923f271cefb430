import { addDays, parseDay, type Day } from '../../src/domain/time.ts';

/** The day that a test names. */
export function dayAt(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`not a day: «${text}»`);
  return day;
}

/** The days from one to another, both included, or every so many of them. */
export function everyDay(from: string, to: string, step = 1): readonly Day[] {
  const days: Day[] = [];
  for (let day = dayAt(from); day <= dayAt(to); day = addDays(day, step)) days.push(day);
  return days;
}
