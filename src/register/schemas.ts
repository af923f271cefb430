/** Pieces that several row schemas share. The schemas check what the cell parsers returned; they read no text. */
import { z } from 'zod';
import { parseDay, type Day } from '../domain/time.ts';
import type { Attachment } from './cells/attachments.ts';
import type { TimeOfDay, When } from './cells/when.ts';
import type { ClosedList } from './lists.ts';

export const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A time as `whenCell` gives it, which has passed every check already. */
export const when = z.custom<When>((value) => isObject(value) && 'precision' in value);

/** A time with a day, or a time of day alone, as `whenOrTimeCell` gives it. */
export const whenOrTime = z.custom<When | TimeOfDay>(
  (value) => isObject(value) && ('precision' in value || 'minutes' in value),
);

/** One of the values of a closed list. */
export function oneOf<Value extends string>(list: ClosedList<Value>): z.ZodType<Value> {
  const isValue = (value: string): value is Value => Object.hasOwn(list, value);
  return z.enum(Object.keys(list).filter(isValue));
}

/** Text with at least one visible character: a cell without one is absent, never an empty text. */
export const text = z.string();

export const words = z.array(z.string()).readonly();

/** Attachments as `attachmentsCell` gives them. */
export const attachments = z.custom<readonly Attachment[]>(Array.isArray);
