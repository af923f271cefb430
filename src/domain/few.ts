/** Long lists on the terminal: a reader gets the first of them and a number, and is told where all of them are. */
const MOST = 5;

export interface Few<Item> {
  readonly shown: readonly Item[];
  /** How many are not shown. */
  readonly rest: number;
}

/** The first five of some, and how many are left. */
export const fewOf = <Item>(items: readonly Item[]): Few<Item> => ({
  shown: items.slice(0, MOST),
  rest: Math.max(0, items.length - MOST),
});

/** `a, b, c`; of more than five `a, b, c, d, e and 3 more`. */
export function inFew(items: readonly (string | number)[]): string {
  const { shown, rest } = fewOf(items);
  return `${shown.join(', ')}${rest === 0 ? '' : ` and ${String(rest)} more`}`;
}
