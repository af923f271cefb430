/** Which rows of the next motor tab hold the copies of what a write is about to touch. */
import type { Request } from './cell-data.ts';
import type { ModelRow, TabModel } from './tab-model.ts';

/** Where the copies of one tab stand in the motor tab. Rows from 0; columns are those of the tab. */
export interface Copies {
  /** The row of headings, as values. */
  readonly headings: number;
  /** Each row that is written in, as values, by its number in the tab. */
  readonly values: ReadonlyMap<number, number>;
  /** The same rows again with their formulas and formats. */
  readonly exact: ReadonlyMap<number, number>;
  /** The whole tab, where all below its headings is replaced: its first row stands here. */
  readonly whole: number | undefined;
}

export interface MotorLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly copies: ReadonlyMap<TabModel, Copies>;
  readonly requests: readonly Request[];
}

/** Lays out the copies for the tabs that a write touches, in a motor tab with an id. */
export function layoutMotor(motorId: number, tabs: readonly TabModel[]): MotorLayout {
  const touched = tabs.flatMap((tab) => (tab.seen === undefined ? [] : [{ tab, rows: targetRows(tab) }]));
  const exactRows = touched.reduce((sum, { rows }) => sum + rows.length, 0);
  const lowest = Math.max(0, ...touched.flatMap(({ rows }) => rows.map(({ number }) => number)));
  const copies = new Map<TabModel, Copies>();
  const requests: Request[] = [];
  let values = 0;
  // A copy never stands further up than where it is from, so that relative references of its formulas stay in the tab.
  let exact = Math.max(lowest, exactRows + touched.length);
  for (const { tab, rows } of touched) {
    const headings = values;
    const place = new Placing(motorId, tab, requests);
    place.run([(tab.headings()?.number ?? 1) - 1], headings, 'PASTE_VALUES');
    values += 1;
    const numbers = rows.map(({ number }) => number);
    const valueRows = place.rows(numbers, values, 'PASTE_VALUES');
    const exactCopies = place.rows(numbers, exact, 'PASTE_NORMAL');
    values += rows.length;
    exact += rows.length;
    const whole = tab.replacement === undefined ? undefined : exact;
    if (whole !== undefined) {
      place.run([0, tab.seen?.rowCount ?? 1], whole, 'PASTE_NORMAL');
      exact += tab.seen?.rowCount ?? 1;
    }
    copies.set(tab, { headings, values: valueRows, exact: exactCopies, whole });
  }
  const columnCount = Math.max(1, ...touched.map(({ tab }) => copiedColumns(tab)));
  return { rowCount: Math.max(1, exact), columnCount, copies, requests };
}

/** How many columns of a tab are copied: those that are there, and those that the write adds, for which there is room by then. */
const copiedColumns = (tab: TabModel): number =>
  Math.max(tab.seen?.columnCount ?? 1, ...tab.columns.map(({ column }) => column + 1));

/** The rows of a tab that cells are written in, in order. */
function targetRows(tab: TabModel): readonly ModelRow[] {
  return [...new Set(tab.cells.map(({ row }) => row))].sort((one, other) => one.number - other.number);
}

/** Asks for the copies of one tab. */
class Placing {
  readonly #motorId: number;
  readonly #tab: TabModel;
  readonly #requests: Request[];

  constructor(motorId: number, tab: TabModel, requests: Request[]) {
    this.#motorId = motorId;
    this.#tab = tab;
    this.#requests = requests;
  }

  /** Copies rows by their numbers one below the other, neighbours together. Answers where each has come to stand. */
  rows(numbers: readonly number[], to: number, pasteType: string): ReadonlyMap<number, number> {
    const places = new Map<number, number>();
    let start = 0;
    for (const [index, number] of numbers.entries()) {
      places.set(number, to + index);
      if (numbers[index + 1] === number + 1) continue;
      const first = numbers[start] ?? number;
      this.run([first - 1, number], to + start, pasteType);
      start = index + 1;
    }
    return places;
  }

  /** Copies the rows from `top` up to and without `bottom` (one row where it is left out), counted from 0. */
  run([top, bottom = top + 1]: readonly [number, number?], to: number, pasteType: string): void {
    const columns = { startColumnIndex: 0, endColumnIndex: copiedColumns(this.#tab) };
    const source = { sheetId: this.#tab.id, startRowIndex: top, endRowIndex: bottom, ...columns };
    const destination = {
      sheetId: this.#motorId,
      startRowIndex: to,
      endRowIndex: to + bottom - top,
      ...columns,
    };
    this.#requests.push({ copyPaste: { source, destination, pasteType } });
  }
}
