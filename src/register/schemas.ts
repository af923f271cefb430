/** Pieces that several row schemas share. The schemas judge what the cell parsers gave; they read no text. */
import { z } from 'zod';
import { parseDay, parseWallTime, type Day, type WallTime } from '../domain/time.ts';
import type { TimeOfDay, When } from './cells/when.ts';
import type { ClosedList } from './lists.ts';

export const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);
export const wallTime = z.custom<WallTime>(
  (value) => typeof value === 'string' && parseWallTime(value) !== undefined,
);

export const when: z.ZodType<When> = z.object({
  precision: z.enum(['time', 'day', 'week', 'month', 'quarter', 'season', 'year']),
  first: day,
  last: day,
  time: z.exactOptional(wallTime),
});

export const timeOfDay: z.ZodType<TimeOfDay> = z.object({ minutes: z.int().min(0).max(1440) });

/** One of the values of a closed list. */
export function oneOf<Value extends string>(list: ClosedList<Value>): z.ZodType<Value> {
  const isValue = (value: unknown): value is Value => typeof value === 'string' && Object.hasOwn(list, value);
  return z.custom<Value>(isValue);
}

/** Text with at least one visible character. */
export const text = z.string().min(1);

export const words = z.array(z.string()).readonly();
