/** Days, times and quarters in what a command says: in English as on the command line, in Norwegian in the house form. */
import { msg, spoken } from '../domain/msg.ts';
import { quarterName } from '../domain/quarter.ts';
import { plainIn, type StandardText } from '../domain/standard-text.ts';
import { dayOf, isoWeekday, type Day, type WallTime } from '../domain/time.ts';
import { joined, longDate, longTime } from './dates.ts';
import { phrasesOf } from './phrases-of.ts';
import type { Phrases } from './phrases.ts';
import { dateIn } from './problems/norwegian-dates.ts';
import { inWords } from './problems/wording.ts';

/** `a and b and c`, «a, b og c» */
export function joinedByAnd(words: readonly string[]): string {
  const phrases = spokenPhrases();
  return phrases === undefined ? words.join(' and ') : joined(phrases, words);
}

/** `a or b or c`, «a eller b eller c» */
export const joinedByOr = (words: readonly string[]): string =>
  words.length === 0 ? '' : words.reduce((before, last) => msg`${before} or ${last}`);

/** A title in the version that is nearest to what is spoken. */
export const spokenTitle = (title: StandardText): string => plainIn(title, spoken() === 'nn' ? 'nn' : 'nb');

/** Undefined for English, which has no phrases of its own. */
export function spokenPhrases(): Phrases | undefined {
  const standard = spoken();
  return standard === 'en' ? undefined : phrasesOf[standard];
}

const englishDate = { day: (day: Day) => day, time: (time: WallTime) => time.replace('T', ' ') };

/** Of a day or a wall time: `2026-12-03 10:00`, «3. desember 2026 kl. 10.00». Other text as it is. */
export function spokenDate(text: string): string {
  const phrases = spokenPhrases();
  return phrases === undefined ? inWords(text, englishDate) : dateIn(phrases)(text);
}

const englishWeekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Thu 2026-12-03`, «torsdag 3. desember 2026» */
export function spokenWeekday(day: Day): string {
  const phrases = spokenPhrases();
  if (phrases !== undefined) return longDate(phrases, day);
  return `${englishWeekdays[isoWeekday(day) - 1] ?? ''} ${day}`;
}

/** `Thu 2026-12-03 10:00–11:30`, «torsdag 3. desember 2026 kl. 10.00–11.30» */
export function spokenTime(start: WallTime, end?: WallTime): string {
  const phrases = spokenPhrases();
  if (phrases !== undefined) return longTime(phrases, start, end);
  const until = end === undefined ? '' : `–${clock(end)}`;
  return `${spokenWeekday(dayOf(start))} ${clock(start)}${until}`;
}

const clock = (time: WallTime): string => time.slice(11);

/** `2026Q4`, «4. kvartal 2026» */
export const spokenQuarter = (quarter: { readonly year: number; readonly number: number }): string =>
  spokenPhrases()?.quarter(quarter.number, quarter.year) ?? quarterName(quarter);
