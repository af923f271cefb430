/**
 * The write log: the hidden tab of Felles in a spreadsheet. Every write replaces it, under an id that follows from its
 * number: of two writes that were planned from the same one, the second finds that id taken, and nothing of it is applied.
 * It holds the content of the cells that the last write changed, as it was just before.
 */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { FORMER_LOG_NAME, LOG_NAME } from '../write-log-title.ts';

/** Ids of write logs: far from those that Sheets gives by itself, and within 31 bits. */
const FIRST_ID = 1_000_000_000;

const TITLE = /^(?<name>.+) n=(?<n>\d{1,9}) (?<nonce>[0-9a-f]+)$/u;

export interface LogName {
  readonly id: number;
  readonly n: number;
  /** Of the write that made it. */
  readonly nonce: string;
  /** Made by an older version of Felles, which knows write logs only by that name. */
  readonly hasFormerName: boolean;
}

export const logTitle = ({ n, nonce }: Pick<LogName, 'n' | 'nonce'>): string => `${LOG_NAME} n=${n} ${nonce}`;

/** Reads a tab's name as that of a write log. Undefined for any other tab, and for a copy of one made by a person. */
export function logOf(id: number, title: string): LogName | undefined {
  const { name, n, nonce } = TITLE.exec(title)?.groups ?? {};
  if (n === undefined || nonce === undefined || id !== FIRST_ID + Number(n)) return undefined;
  if (name !== LOG_NAME && name !== FORMER_LOG_NAME) return undefined;
  return { id, n: Number(n), nonce, hasFormerName: name === FORMER_LOG_NAME };
}

/** Ids up to this many above the first count as ids of write logs, whatever the name of the tab. */
const NEAR = 1_000_000;

/**
 * The write log that comes after another, or the first. `taken` are the ids of all tabs. Where a person has renamed the write
 * log it is not recognised, but two runs that planned from the same reading still ask for the same id, and one is refused.
 */
export function nextLog(last: LogName | undefined, taken: readonly number[], nonce: string): LogName {
  const numbers = taken.map((id) => id - FIRST_ID).filter((number) => number >= 0 && number < NEAR);
  const n = Math.max(last?.n ?? -1, ...numbers) + 1;
  return { id: FIRST_ID + n, n, nonce, hasFormerName: false };
}

/** A cell of a write log, from 0. */
export interface LogPlace {
  readonly logId: number;
  readonly row: number;
  readonly column: number;
}

/** A tab that a write will change. Row numbers are those that people see, from 1. */
export interface CopiedTab {
  readonly id: number;
  readonly rowCount: number;
  /** Existing columns, and those that the write adds, for which room is made first. */
  readonly columnCount: number;
  readonly headings: number;
  /** The rows that cells are written in, in order. */
  readonly rows: readonly number[];
  /** All below the headings is replaced. */
  readonly isReplaced: boolean;
  /** The columns that get other choices, for a tab that gets looks. */
  readonly dressed: { readonly choices: readonly number[] } | undefined;
}

/** Where the copies of one tab are in the write log. Rows from 0; columns are those of the tab. */
export interface Copies {
  readonly logId: number;
  /** How many columns are copied. A person may have inserted more since. */
  readonly columnCount: number;
  /** The row of headings, as values. */
  readonly headings: { readonly number: number; readonly place: number };
  /** Each row that is written in, as values, by its number in the tab. */
  readonly values: ReadonlyMap<number, number>;
  /** The same rows again with their formulas and formats. */
  readonly exact: ReadonlyMap<number, number>;
  /** The whole tab, if all below its headings is replaced. */
  readonly whole: { readonly place: number; readonly rowCount: number } | undefined;
  /** The choices of the cells below the headings. The headings are kept with their formats then. */
  readonly choices: { readonly place: number; readonly rowCount: number } | undefined;
}

export interface LogLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  /** By the tabs' ids. */
  readonly copies: ReadonlyMap<number, Copies>;
  /** The new place of each cell kept from the previous write log, in the order of `kept`. */
  readonly kept: readonly LogPlace[];
  readonly requests: readonly api.Schema$Request[];
}

/**
 * Lays out the copies. Exact copies are in the same cells as their originals, or further down in the same column, and
 * there is as much room below as in their tab. So a formula reads the same, and none of its references leaves the tab.
 * `kept` are cells of the previous write log.
 */
export function layoutLog(
  logId: number,
  tabs: readonly CopiedTab[],
  kept: readonly LogPlace[] = [],
): LogLayout {
  const requests: api.Schema$Request[] = [];
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
    const choices = placing.looks(headings.place, next);
    next += choices?.rowCount ?? 0;
    const { columnCount } = tab;
    copies.set(tab.id, { logId, columnCount, headings, values, exact: exactRows, whole, choices });
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

/** Keeps cells of the previous write log in the next one too, each in a row of its own and never further up. */
function carry(
  logId: number,
  kept: readonly LogPlace[],
  from: number,
): { readonly places: readonly LogPlace[]; readonly requests: readonly api.Schema$Request[] } {
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

/** Makes the requests for the copies of one tab. */
class Placing {
  readonly #logId: number;
  readonly #tab: CopiedTab;
  readonly #requests: api.Schema$Request[];

  constructor(logId: number, tab: CopiedTab, requests: api.Schema$Request[]) {
    this.#logId = logId;
    this.#tab = tab;
    this.#requests = requests;
  }

  /** Copies rows by their numbers; rows that are neighbours in both tabs together. Returns the place of each copy. */
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

  /** Copies how the headings look to their copy, and the choices in the columns that get others to a place of their own. */
  looks(headings: number, place: number): Copies['choices'] {
    const { dressed, headings: top, rowCount } = this.#tab;
    if (dressed === undefined) return undefined;
    this.run([top - 1], headings, 'PASTE_FORMAT');
    if (dressed.choices.length === 0) return undefined;
    for (const column of dressed.choices)
      this.run([top, rowCount], place, 'PASTE_DATA_VALIDATION', [column, column + 1]);
    return { place, rowCount: rowCount - top };
  }

  /** Copies the rows from `top` to `bottom`, `bottom` excluded (one row if it is left out), counted from 0. */
  run(
    [top, bottom = top + 1]: readonly [number, number?],
    to: number,
    pasteType: string,
    [left, right]: readonly [number, number] = [0, this.#tab.columnCount],
  ): void {
    const columns = { startColumnIndex: left, endColumnIndex: right };
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

/** Where the write log keeps the exact copy of a cell; undefined if it has none. The row is that of the tab, from 1. */
export function placeKept(copies: Copies, row: number, column: number): LogPlace | undefined {
  const { exact, whole, logId } = copies;
  const place = exact.get(row) ?? (whole === undefined ? undefined : whole.place + row - 1);
  return place === undefined ? undefined : { logId, row: place, column };
}
