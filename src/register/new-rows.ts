/** New rows of tabs that people own, for commands that are asked for them. */
import type { NewValue, RowAddition, Workbook } from '../domain/workbook.ts';
import { nextIds } from './cells/id.ts';
import { namedIds } from './give-ids.ts';
import type { TabState } from './register.ts';

/** The next ID of a letter in a year, each time another. An ID that is named anywhere in the workbook is not free. */
export function freeIds(workbook: Workbook): (letter: string, year: number) => string {
  const taken = namedIds(workbook);
  const given = new Map<string, Generator<string, never>>();
  return (letter, year) => {
    const key = `${letter}-${String(year)}`;
    const ids = given.get(key) ?? nextIds(letter, year, taken);
    given.set(key, ids);
    return ids.next().value;
  };
}

/** A row to add to a tab, by the keys of its columns. What belongs in a column that the workbook lacks is left out. */
export function rowFor<Key extends string>(
  { name, headings }: Pick<TabState<Key>, 'name' | 'headings'>,
  cells: Readonly<Partial<Record<NoInfer<Key>, NewValue | undefined>>>,
): RowAddition {
  const known: Readonly<Partial<Record<string, string>>> = headings ?? {};
  return {
    kind: 'row',
    tab: name,
    headings: Object.values(known).filter((heading) => heading !== undefined),
    cells: Object.fromEntries(
      Object.entries<NewValue | undefined>(cells).flatMap(([key, value]) => {
        const heading = known[key];
        return heading === undefined || value === undefined ? [] : [[heading, value]];
      }),
    ),
  };
}
