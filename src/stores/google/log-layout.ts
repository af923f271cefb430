/** Which rows of the next write log hold the copies of what a write is about to touch. */
import type { Request } from './cell-data.ts';

/** A cell of a write log, from 0. */
export interface LogPlace {
  readonly logId: number;
  readonly row: number;
  readonly column: number;
}

/** A tab that is about to be written in. Row numbers are those that people see, from 1. */
export interface CopiedTab {
  readonly id: number;
  readonly rowCount: number;
  /** Those that are there, and those that the write adds, for which there is room by then. */
  readonly columnCount: number;
  readonly headings: number;
  /** The rows that cells are written in, in order. */
  readonly rows: readonly number[];
  /** All below the headings is replaced. */
  readonly isReplaced: boolean;
}

/** Where the copies of one tab stand in the write log. Rows from 0; columns are those of the tab. */
export interface Copies {
  readonly logId: number;
  /** How many columns are copied: a person may have inserted more by then. */
  readonly columnCount: number;
  /** The row of headings, as values. */
  readonly headings: { readonly number: number; readonly place: number };
  /** Each row that is written in, as values, by its number in the tab. */
  readonly values: ReadonlyMap<number, number>;
  /** The same rows again with their formulas and formats. */
  readonly exact: ReadonlyMap<number, number>;
  /** The whole tab, where all below its headings is replaced. */
  readonly whole: { readonly place: number; readonly rowCount: number } | undefined;
}

export interface LogLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  /** By the tabs' ids. */
  readonly copies: ReadonlyMap<number, Copies>;
  /** Where each cell that the write log before keeps is kept from now on, in the order of `kept`. */
  readonly kept: readonly LogPlace[];
  readonly requests: readonly Request[];
}

/**
 * Lays out the copies. Exact ones stand in the very cells that they are from, or further down in the same column, and
 * there is as much room below as in their tab: so a formula reads the same, and none of its references leaves the tab.
 * `kept` are cells of the write log before.
 */
export function layoutLog(
  logId: number,
  tabs: readonly CopiedTab[],
  kept: readonly LogPlace[] = [],
): LogLayout {
  const requests: Request[] = [];
  let next = 0;
  const exact = tabs.map((tab) => {
    const shift = next;
    if (tab.rows.length > 0 || tab.isReplaced) next += Math.max(tab.rowCount, tab.rows.at(-1) ?? 0);
    return { tab, shift };
  });
  const copies = new Map<number, Copies>();
  for (const { tab, shift } of exact) {
    const placing = new Placing(logId, tab, requests);
    const headings = { number: tab.headings, place: next };
    placing.run([tab.headings - 1], next, 'PASTE_VALUES');
    const values = placing.rows(tab.rows, (index) => headings.place + 1 + index, 'PASTE_VALUES');
    next += 1 + tab.rows.length;
    const whole = tab.isReplaced ? { place: shift, rowCount: tab.rowCount } : undefined;
    if (whole !== undefined) placing.run([0, whole.rowCount], shift, 'PASTE_NORMAL');
    const exactRows = placing.rows(tab.rows, (_, number) => shift + number - 1, 'PASTE_NORMAL');
    copies.set(tab.id, { logId, columnCount: tab.columnCount, headings, values, exact: exactRows, whole });
  }
  const carried = carry(logId, kept, next);
  requests.push(...carried.requests);
  const lowestKept = carried.places.at(-1)?.row;
  const room = lowestKept === undefined ? 0 : Math.max(...tabs.map(({ rowCount }) => rowCount), 0);
  return {
    rowCount: Math.max(1, next, (lowestKept ?? -1) + 1 + room),
    columnCount: Math.max(
      1,
      ...tabs.map(({ columnCount }) => columnCount),
      ...kept.map(({ column }) => column + 1),
    ),
    copies,
    kept: carried.places,
    requests,
  };
}

/** Keeps cells of the write log before in the next one too, each in a row of its own and never further up. */
function carry(
  logId: number,
  kept: readonly LogPlace[],
  from: number,
): { readonly places: readonly LogPlace[]; readonly requests: readonly Request[] } {
  const top = Math.max(from, ...kept.map(({ row }) => row));
  const places = kept.map(({ column }, index) => ({ logId, row: top + index, column }));
  const requests = kept.map((place, index) => {
    const columns = { startColumnIndex: place.column, endColumnIndex: place.column + 1 };
    const row = (sheetId: number, at: number): object => ({
      sheetId,
      startRowIndex: at,
      endRowIndex: at + 1,
      ...columns,
    });
    return {
      copyPaste: {
        source: row(place.logId, place.row),
        destination: row(logId, top + index),
        pasteType: 'PASTE_NORMAL',
      },
    };
  });
  return { places, requests };
}

/** Asks for the copies of one tab. */
class Placing {
  readonly #logId: number;
  readonly #tab: CopiedTab;
  readonly #requests: Request[];

  constructor(logId: number, tab: CopiedTab, requests: Request[]) {
    this.#logId = logId;
    this.#tab = tab;
    this.#requests = requests;
  }

  /** Copies rows by their numbers, those together that are neighbours in both tabs. Answers where each has come to stand. */
  rows(
    numbers: readonly number[],
    placeOf: (index: number, number: number) => number,
    pasteType: string,
  ): ReadonlyMap<number, number> {
    const places = new Map(numbers.map((number, index) => [number, placeOf(index, number)]));
    let start = 0;
    for (const [index, number] of numbers.entries()) {
      if (numbers[index + 1] === number + 1) continue;
      const first = numbers[start] ?? number;
      this.run([first - 1, number], placeOf(start, first), pasteType);
      start = index + 1;
    }
    return places;
  }

  /** Copies the rows from `top` up to and without `bottom` (one row where it is left out), counted from 0. */
  run([top, bottom = top + 1]: readonly [number, number?], to: number, pasteType: string): void {
    const columns = { startColumnIndex: 0, endColumnIndex: this.#tab.columnCount };
    const source = { sheetId: this.#tab.id, startRowIndex: top, endRowIndex: bottom, ...columns };
    const destination = {
      sheetId: this.#logId,
      startRowIndex: to,
      endRowIndex: to + bottom - top,
      ...columns,
    };
    this.#requests.push({ copyPaste: { source, destination, pasteType } });
  }
}
