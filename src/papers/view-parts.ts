/**
 * Schemas that several views share. Days are `2026-12-03` and times `2026-12-03T10:00`, both in Oslo. A text
 * is never empty: what is missing is absent.
 */
import { z } from 'zod';
import { hasVersions, type StandardText } from '../domain/standard-text.ts';
import { precisions } from '../domain/time.ts';

export const day = z.iso.date();
export const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u);
export const text = z.string().min(1);
/** A text that may be in both written standards: templates print the paper's version with `{{title}}`, as any text. */
export const standardText = z.custom<StandardText>(
  (value) => (typeof value === 'string' ? value !== '' : hasVersions(value)),
  'not a text',
);
export const amount = z.int().min(0);
export const party = z.enum(['bylivsenteret', 'distriktssenteret', 'both']);

/** How exactly a time was given. */
export const precision = z.enum(precisions);

/** A time as exactly as it was given: a month is not a day. */
export const period = z.object({ precision, first: day, last: day });

/** The number of an activity in the agreement. */
export const agreementNumber = z.enum(['1', '2', '3', '4', '5', '6']);
