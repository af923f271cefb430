/** Rows by their titles, for cells that should hold an ID and hold the title of the row instead. */
import { comparedName } from '../domain/compare.ts';
import { normaliseId } from '../domain/id.ts';
import { isEmptyCell, type Sheet } from '../domain/workbook.ts';
import { plainText } from './cells/text.ts';
import type { ColumnPlace } from './place.ts';

/** A row with a title. One that people have just added has no ID. */
export interface TitledRow {
  readonly id: string | undefined;
  /** As people see it, from 1. */
  readonly row: number;
}

/** The rows with a title, in the order of the sheet; each ID once. `letter`: of the IDs that are asked for. */
export type TitleLookup = (letter: string, text: string) => readonly TitledRow[];

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
  readonly #rows = new Map<string, ReadonlyMap<string, readonly TitledRow[]>>();

  add(letter: string, tab: TitledTab): void {
    this.#tabs.set(letter, tab);
  }

  readonly find: TitleLookup = (letter, text) => {
    const tab = this.#tabs.get(letter);
    if (tab === undefined) return [];
    const known = this.#rows.get(letter) ?? rowsByTitle(tab);
    this.#rows.set(letter, known);
    return known.get(compared(text)) ?? [];
  };
}

function rowsByTitle({ sheet, top, id, titles }: TitledTab): ReadonlyMap<string, readonly TitledRow[]> {
  const found = new Map<string, Map<string, TitledRow>>();
  for (const { number, cells } of sheet.rows) {
    if (number <= top) continue;
    const own = cells[id.index] ?? null;
    const row = { id: isEmptyCell(own) ? undefined : normaliseId(plainText(own)), row: number };
    for (const { index } of titles) {
      const title = compared(plainText(cells[index] ?? null));
      if (title === '') continue;
      const same = found.get(title) ?? new Map<string, TitledRow>();
      const key = row.id ?? String(number);
      if (!same.has(key)) same.set(key, row);
      found.set(title, same);
    }
  }
  return new Map([...found].map(([title, rows]) => [title, [...rows.values()]]));
}
