/** Long lists on the terminal: a reader gets the first of them and a number, and is told where all of them are. */
import { msg } from './msg.ts';

const MOST = 5;

export interface Few<Item> {
  readonly shown: readonly Item[];
  /** How many are not shown. */
  readonly rest: number;
}

/** The first five of some, and how many are left. Six are shown whole: a number in place of one would save nothing. */
export function fewOf<Item>(items: readonly Item[]): Few<Item> {
  const most = items.length === MOST + 1 ? items.length : MOST;
  return { shown: items.slice(0, most), rest: Math.max(0, items.length - most) };
}

/** `a, b, c`; of more than six `a, b, c, d, e and 3 more`. */
export function inFew(items: readonly (string | number)[]): string {
  const { shown, rest } = fewOf(items);
  return rest === 0 ? shown.join(', ') : msg`${shown.join(', ')} and ${rest} more`;
}

/** The same as lines of their own, with the indent of the first. */
export function fewLines(lines: readonly string[]): readonly string[] {
  const { shown, rest } = fewOf(lines);
  const indent = /^ */u.exec(shown[0] ?? '')?.[0] ?? '';
  return rest === 0 ? shown : [...shown, `${indent}${msg`and ${rest} more`}`];
}
