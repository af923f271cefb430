/** What is otherwise in a workbook than it was: cell by cell where a row is known again, and the rows that came. */
import type { Cell, Sheet, Workbook } from '../domain/workbook.ts';
import { columnLetters } from '../domain/workbook.ts';
import type { Register } from './register.ts';
import { shownCell } from './shown.ts';

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

interface Row {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Where a tab has its headings and its IDs. */
interface TabPlace {
  readonly top: number;
  readonly id: number;
}

/** The rows of a sheet by their ID, and by their number. Rows above the headings are not among them. */
function rowsOf(
  sheet: Sheet | undefined,
  { top, id }: TabPlace,
): { readonly byId: Map<string, Row>; readonly byNumber: Map<number, Row> } {
  const byId = new Map<string, Row>();
  const byNumber = new Map<number, Row>();
  for (const row of (sheet?.rows ?? []).filter(({ number }) => number > top)) {
    const key = shownCell(row.cells[id] ?? null);
    if (key !== '' && !byId.has(key)) byId.set(key, row);
    byNumber.set(row.number, row);
  }
  return { byId, byNumber };
}

function placesOf(register: Register): ReadonlyMap<string, TabPlace> {
  const places = Object.values(register.tabs).flatMap((tab): readonly (readonly [string, TabPlace])[] =>
    tab === undefined ? [] : [[tab.name, { top: tab.top ?? 1, id: 0 }]],
  );
  return new Map(places);
}

/**
 * What `after` has otherwise than `before`, in the tabs of `register`, which is that of `after`. A row is known again by its first
 * cell, in most tabs its ID; one that had none by its number. Rows that are gone are not told: Felles removes none.
 */
export function workbookChanges(before: Workbook, after: Workbook, register: Register): WorkbookChanges {
  const cells: ChangedCell[] = [];
  const added: { tab: string; rows: number }[] = [];
  for (const [tab, place] of placesOf(register)) {
    const sheet = after.sheets.find(({ name }) => name === tab);
    const was = rowsOf(
      before.sheets.find(({ name }) => name === tab),
      place,
    );
    const head = sheet?.rows.find(({ number }) => number === place.top);
    let came = 0;
    for (const row of rowsOf(sheet, place).byNumber.values()) {
      const earlier = earlierOf(row, was, place);
      if (earlier === undefined) came += 1;
      else cells.push(...changedCells(tab, head?.cells ?? [], earlier, row));
    }
    if (came > 0) added.push({ tab, rows: came });
  }
  return { cells, added };
}

/** The row as it was: of the same ID, or in the same place without one. */
function earlierOf(row: Row, was: ReturnType<typeof rowsOf>, { id }: TabPlace): Row | undefined {
  const key = shownCell(row.cells[id] ?? null);
  const same = was.byNumber.get(row.number);
  if (key === '') return same;
  return (
    was.byId.get(key) ?? (same !== undefined && shownCell(same.cells[id] ?? null) === '' ? same : undefined)
  );
}

function changedCells(tab: string, heads: readonly Cell[], before: Row, after: Row): readonly ChangedCell[] {
  const width = Math.max(before.cells.length, after.cells.length);
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const [was, is] = [before, after].map(({ cells }) => shownCell(cells[column] ?? null));
    const head = shownCell(heads[column] ?? null);
    return was === is
      ? []
      : [
          {
            ...{ tab, row: after.number, column: head === '' ? columnLetters(column) : head },
            ...{ was: was ?? '', is: is ?? '' },
          },
        ];
  });
}
