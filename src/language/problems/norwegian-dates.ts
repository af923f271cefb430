/** Dates in the wordings, in the house form of both written standards. */
import type { Day } from '../../domain/time.ts';
import { clock, date } from '../dates.ts';
import type { Phrases } from '../phrases.ts';
import { inWords } from './wording.ts';

/** `12. mars 2026`, or `12. mars 2026 kl. 10.00` where the text is a wall time. */
export function dateIn(phrases: Phrases): (text: string) => string {
  const dayInWords = (day: Day): string => date(phrases, day);
  return (text) =>
    inWords(text, {
      day: dayInWords,
      time: (time, day) => `${dayInWords(day)} kl.\u00A0${clock(time)}`,
    });
}
