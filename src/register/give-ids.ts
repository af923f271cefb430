/** Gives an ID to rows that have none: only in an empty ID cell of a row that holds something else. */
import type { Problem } from '../domain/problem.ts';
import { dayOf, dayParts, type WallTime } from '../domain/time.ts';
import {
  isEmptyCell,
  type CellChange,
  type Sheet,
  type SheetRow,
  type Workbook,
} from '../domain/workbook.ts';
import { idsNamedIn, nextIds } from './cells/id.ts';
import { plainText } from './cells/text.ts';
import { findColumns, type FoundColumn } from './find-columns.ts';
import { findSheet } from './find-tabs.ts';
import { usualLimits } from './reading-limits.ts';
import { mergedIds } from './rows/merged-ids.ts';
import { neededIn } from './rows/needed.ts';
import { sortRows } from './rows/sort-rows.ts';
import type { Tab } from './tab.ts';
import { tabs } from './tabs.ts';

interface Without {
  readonly sheet: Sheet;
  readonly idColumn: FoundColumn;
  /** Of all columns, as they are in the workbook. */
  readonly headings: readonly string[];
  /** Those that need an ID. */
  readonly rows: readonly SheetRow[];
  /** How many rows the tab has in total: one with too many is not read. */
  readonly count: number;
}

/** The rows without an ID of a tab that gives them. Not those that share an ID cell: it cannot be known whose it is. */
function rowsWithoutId(tab: Tab, workbook: Workbook): Without | undefined {
  const ignored: Problem[] = [];
  const sheet = findSheet(tab, workbook.sheets);
  const found = sheet === undefined ? undefined : findColumns(tab, sheet, ignored);
  const idColumn = found?.columns.find(({ key }) => key === tab.key);
  if (sheet === undefined || found === undefined || idColumn === undefined) return undefined;
  const { rows } = sortRows(tab, found.columns, neededIn(tab.row), found.body);
  const merged = mergedIds(sheet, idColumn.index, rows);
  return {
    sheet,
    idColumn,
    headings: found.columns.map(({ heading }) => heading),
    count: rows.length,
    rows: rows.filter((row) => isEmptyCell(row.cells[idColumn.index]) && !merged.has(row)),
  };
}

/** Every ID anywhere in the workbook: an ID that a row still points to is not free, even if its own row is gone. */
export function namedIds(workbook: Workbook): readonly string[] {
  return workbook.sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : idsNamedIn(plainText(cell))))),
  );
}

/** One change for each row without an ID. New IDs carry the year of `now` (Oslo time) and follow the highest one in use. */
export function planIds(
  workbook: Workbook,
  now: WallTime,
  mostRows = usualLimits.rows,
  among: readonly Tab[] = Object.values<Tab>(tabs),
): readonly CellChange[] {
  const { year } = dayParts(dayOf(now));
  let taken: readonly string[] | undefined;
  return among.flatMap((tab) => {
    const found = tab.idLetter === undefined ? undefined : rowsWithoutId(tab, workbook);
    if (tab.idLetter === undefined || found === undefined) return [];
    if (found.rows.length === 0 || found.count > mostRows) return [];
    taken ??= namedIds(workbook);
    const ids = nextIds(tab.idLetter, year, taken);
    return found.rows.map(({ number, cells }): CellChange => ({
      kind: 'cell',
      tab: found.sheet.name,
      at: { by: 'content', row: number, cells },
      column: found.idColumn.heading,
      headings: found.headings,
      was: null,
      becomes: ids.next().value,
    }));
  });
}

/** The workbook as it will be with the new IDs, for checking it in the same run. */
export function applyIds(workbook: Workbook, changes: readonly CellChange[]): Workbook {
  if (changes.length === 0) return workbook;
  const ids = new Map(
    changes.map(({ tab, at, becomes }) => [`${tab}\n${String(at.by === 'content' ? at.row : 0)}`, becomes]),
  );
  const tabOf = new Map(
    Object.values<Tab>(tabs).map((tab) => [findSheet(tab, workbook.sheets)?.name ?? '', tab]),
  );
  const changed = new Set(changes.map(({ tab }) => tab));
  const sheets = workbook.sheets.map((sheet) => {
    const tab = changed.has(sheet.name) ? tabOf.get(sheet.name) : undefined;
    const columns = tab === undefined ? undefined : findColumns(tab, sheet, [])?.columns;
    const index = columns?.find(({ key }) => key === tab?.key)?.index;
    if (index === undefined) return sheet;
    const rows = sheet.rows.map((row) => {
      const id = ids.get(`${sheet.name}\n${String(row.number)}`);
      return typeof id === 'string' ? { ...row, cells: withCell(row.cells, index, id) } : row;
    });
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}

function withCell(cells: SheetRow['cells'], index: number, value: string): SheetRow['cells'] {
  const longEnough = [...cells, ...Array.from({ length: Math.max(0, index + 1 - cells.length) }, () => null)];
  return longEnough.with(index, value);
}
