/** What is otherwise in a workbook than it was: cell by cell where a row is known again, and the rows that came. */
import { groupBy } from '../domain/group.ts';
import { columnLetters, type Cell, type Sheet, type SheetRow, type Workbook } from '../domain/workbook.ts';
import { plainText } from './cells/text.ts';
import type { Register } from './register.ts';
import { shownCell } from './shown.ts';
import { tabKeys, tabs } from './tabs.ts';

/** A cell that is otherwise now, as people see it. */
export interface ChangedCell {
  readonly tab: string;
  readonly row: number;
  /** The heading of its column; its letter where there is none. */
  readonly column: string;
  readonly was: string;
  readonly is: string;
}

export interface WorkbookChanges {
  readonly cells: readonly ChangedCell[];
  readonly added: readonly { readonly tab: string; readonly rows: number }[];
}

/** How the rows of a tab are known again. */
interface TabPlace {
  readonly name: string;
  /** The number of the row of headings. */
  readonly top: number;
  /** The column, from 0, whose text tells rows apart; undefined where rows are only listed. */
  readonly key: number | undefined;
  /** Felles replaces or adds whole rows, and changes no cell. */
  readonly isWholeRows: boolean;
}

const placesOf = ({ tabs: states }: Register): readonly TabPlace[] =>
  tabKeys.flatMap((name) => {
    const state = states[name];
    const { owner, key }: { readonly owner: string; readonly key?: string } = tabs[name];
    if (state?.top === undefined) return [];
    const columns: Readonly<Partial<Record<string, { readonly index: number }>>> = state.columns ?? {};
    const index = key === undefined ? undefined : columns[key]?.index;
    const isWholeRows = owner === 'machine';
    return [{ name: state.name, top: state.top, key: index, isWholeRows }];
  });

/** As people see it, whole: what is shown of it may be shortened. */
const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'object' && cell?.error !== undefined ? cell.error : plainText(cell ?? null);

const sheetNamed = ({ sheets }: Workbook, name: string): Sheet | undefined =>
  sheets.find((sheet) => sheet.name === name);

const rowsBelow = (sheet: Sheet | undefined, top: number): readonly SheetRow[] =>
  (sheet?.rows ?? []).filter(({ number }) => number > top);

const headsOf = (sheet: Sheet | undefined, top: number): readonly string[] =>
  (sheet?.rows.find(({ number }) => number === top)?.cells ?? []).map((cell) => shownCell(cell));

/**
 * What `after` has otherwise than `before`, in the tabs of `register`, which is that of `after`. A row is known again by its key, in most
 * tabs its ID; one without by its content, otherwise by its number. Rows that are gone are not told: Felles removes none but those of
 * Kontroll.
 */
export function workbookChanges(before: Workbook, after: Workbook, register: Register): WorkbookChanges {
  const cells: ChangedCell[] = [];
  const added: { tab: string; rows: number }[] = [];
  for (const place of placesOf(register)) {
    const [was, is] = [sheetNamed(before, place.name), sheetNamed(after, place.name)];
    const columns = new ColumnPairs(headsOf(was, place.top), headsOf(is, place.top));
    const pairs = pairsOf(rowsBelow(was, place.top), rowsBelow(is, place.top), place, columns);
    const rows = pairs.filter(([earlier]) => earlier === undefined).length;
    if (rows > 0) added.push({ tab: place.name, rows });
    for (const [earlier, row] of pairs)
      if (earlier !== undefined) cells.push(...changedCells(place.name, columns, earlier, row));
  }
  return { cells, added };
}

/** Where a column was: people may have put another before it meanwhile. */
class ColumnPairs {
  readonly #before: readonly string[];
  readonly #after: readonly string[];

  constructor(before: readonly string[], after: readonly string[]) {
    this.#before = before;
    this.#after = after;
  }

  heading(index: number): string {
    const heading = this.#after[index] ?? '';
    return heading === '' ? columnLetters(index) : heading;
  }

  /** -1 for a column that was not there. */
  indexBefore(index: number): number {
    const heading = this.#after[index] ?? '';
    const same = heading === '' ? -1 : this.#before.indexOf(heading);
    if (same >= 0) return same;
    const there = this.#before[index] ?? '';
    return there === '' || !this.#after.includes(there) ? index : -1;
  }
}

/** A row as it was, and is; undefined for one that came. */
type Pair = readonly [was: SheetRow | undefined, is: SheetRow];

function pairsOf(
  before: readonly SheetRow[],
  after: readonly SheetRow[],
  { key, isWholeRows }: TabPlace,
  columns: ColumnPairs,
): readonly Pair[] {
  const keyIn = (column: number | undefined) => (row: SheetRow) =>
    column === undefined ? contentOf(row) : textOf(row.cells[column]);
  const [keyBefore, keyNow] = [keyIn(key === undefined ? undefined : columns.indexBefore(key)), keyIn(key)];
  const free = new Map(before.map((row) => [row.number, row]));
  const found = new Map<SheetRow, SheetRow>();
  const pair = (row: SheetRow, earlier: SheetRow | undefined): void => {
    if (earlier === undefined) return;
    found.set(row, earlier);
    free.delete(earlier.number);
  };
  const inPlace = (row: SheetRow): SheetRow | undefined => free.get(row.number);
  for (const row of after) {
    const there = inPlace(row);
    if (there !== undefined && keyBefore(there) === keyNow(row)) pair(row, there);
  }
  const elsewhere = groupBy(
    [...free.values()].filter((row) => keyBefore(row) !== ''),
    keyBefore,
  );
  for (const row of after) if (!found.has(row)) pair(row, elsewhere.get(keyNow(row))?.shift());
  for (const row of after) {
    const there = inPlace(row);
    if (found.has(row) || there === undefined || isWholeRows) continue;
    // A row with another key is another row; one that had none has got it.
    if (key === undefined || keyBefore(there) === '') pair(row, there);
  }
  return after.map((row) => [found.get(row), row]);
}

/** Without the empty cells at its end. */
const contentOf = ({ cells }: SheetRow): string =>
  JSON.stringify(cells.map(textOf)).replace(/(?:,?"")+\]$/u, ']');

function changedCells(tab: string, columns: ColumnPairs, before: SheetRow, after: SheetRow): ChangedCell[] {
  const width = Math.max(before.cells.length, after.cells.length);
  const changed: ChangedCell[] = [];
  for (let index = 0; index < width; index += 1) {
    const [was, is] = [before.cells[columns.indexBefore(index)], after.cells[index]];
    if (was === is || textOf(was) === textOf(is)) continue;
    const column = columns.heading(index);
    changed.push({ tab, row: after.number, column, was: shownCell(was ?? null), is: shownCell(is ?? null) });
  }
  return changed;
}
