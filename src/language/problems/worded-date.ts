/** Dates in the sentences that a command says, in the language that is spoken. */
import { spoken } from '../../domain/msg.ts';
import { isoWeekday, type Day } from '../../domain/time.ts';
import { phrasesOf } from '../phrases-of.ts';
import { englishDate, englishWeekdays } from './en-dates.ts';
import { dateIn } from './norwegian-dates.ts';

/** `12 March 2026 at 10:00`, «12. mars 2026 kl. 10.00» */
export function wordedDate(text: string): string {
  const standard = spoken();
  return standard === 'en' ? englishDate(text) : dateIn(phrasesOf[standard])(text);
}

/** `Thursday`, «torsdag» */
export function wordedWeekday(day: Day): string {
  const standard = spoken();
  const weekdays = standard === 'en' ? englishWeekdays : phrasesOf[standard].weekdays;
  return weekdays[isoWeekday(day) - 1] ?? '';
}
