/** Days, times and quarters in what a command says: in English as on the command line, in Norwegian in the house form. */
import { msg, spoken } from '../domain/msg.ts';
import { phrasesOf } from './phrases-of.ts';
import { dateIn } from './problems/norwegian-dates.ts';

/** `a and b` in the language that is spoken. */
export const joinedByAnd = (words: readonly string[]): string =>
  words.length === 0 ? '' : words.reduce((before, last) => msg`${before} and ${last}`);

/** Of a day or a wall time: `2026-12-03 10:00`, «3. desember 2026 kl. 10.00» */
export function spokenDate(text: string): string {
  const standard = spoken();
  return standard === 'en' ? text.replace('T', ' ') : dateIn(phrasesOf[standard])(text);
}
