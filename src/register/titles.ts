/** Rows by their titles, for cells that should hold an ID and hold the title of the row instead. */
import { comparedName } from '../domain/compare.ts';
import { normaliseId } from '../domain/id.ts';
import { isEmptyCell, type Sheet } from '../domain/workbook.ts';
import { plainText } from './cells/text.ts';
import type { ColumnPlace } from './place.ts';

/** The IDs of the rows with a title, in the order of the sheet. `letter`: of the IDs that are asked for. */
export type TitleLookup = (letter: string, text: string) => readonly string[];

/** For tabs whose cells point to no rows. */
export const noTitles: TitleLookup = () => [];

/** A tab that others point to, as it was read. */
export interface TitledTab {
  readonly sheet: Sheet;
  /** The row of headings. */
  readonly top: number;
  readonly id: ColumnPlace;
  /** A row may have a title in each written standard. */
  readonly titles: readonly ColumnPlace[];
}

/** How a title is compared. None is longer than this. */
const compared = (text: string): string => comparedName(text.slice(0, 500));

/** Knows the titles of each tab that has been read, also of rows that are left out. They are looked up only when a cell asks. */
export class Titles {
  readonly #tabs = new Map<string, TitledTab>();
  readonly #ids = new Map<string, ReadonlyMap<string, readonly string[]>>();

  add(letter: string, tab: TitledTab): void {
    this.#tabs.set(letter, tab);
  }

  readonly find: TitleLookup = (letter, text) => {
    const tab = this.#tabs.get(letter);
    if (tab === undefined) return [];
    const known = this.#ids.get(letter) ?? idsByTitle(tab);
    this.#ids.set(letter, known);
    return known.get(compared(text)) ?? [];
  };
}

function idsByTitle({ sheet, top, id, titles }: TitledTab): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, Set<string>>();
  for (const { number, cells } of sheet.rows) {
    const own = cells[id.index];
    if (number <= top || own === undefined || isEmptyCell(own)) continue;
    for (const { index } of titles) {
      const title = compared(plainText(cells[index] ?? null));
      if (title !== '') ids.set(title, (ids.get(title) ?? new Set()).add(normaliseId(plainText(own))));
    }
  }
  return new Map([...ids].map(([title, found]) => [title, [...found]]));
}
