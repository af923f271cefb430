/** The time of a thing as it was said, in Norwegian. */
import type { SaidTime } from '../../domain/statement.ts';
import { longTime, period } from '../dates.ts';
import type { Phrases } from '../phrases.ts';

export const saidTimeIn = (phrases: Phrases, { precision, first, last, start, end }: SaidTime): string =>
  start === undefined ? period(phrases, precision, first, last) : longTime(phrases, start, end);
