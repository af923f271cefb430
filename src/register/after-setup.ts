/** The workbook as it will be with the tabs, columns and rows of a set-up: its looks and pages are planned from that. */
import { cellOf } from '../domain/new-cell.ts';
import {
  cellValue,
  isEmptyCell,
  type Change,
  type ColumnAddition,
  type RowAddition,
  type Sheet,
  type SheetRow,
  type TabAddition,
  type Workbook,
} from '../domain/workbook.ts';

/** A new workbook has no sheets before. Changes of other kinds are left out. */
export function afterSetup(workbook: Workbook | undefined, changes: readonly Change[]): Workbook {
  const sheets = new Map((workbook?.sheets ?? []).map((sheet) => [sheet.name, sheet]));
  for (const change of changes) {
    if (change.kind === 'tab') sheets.set(change.layout.name, sheetOf(change));
    if (change.kind !== 'column' && change.kind !== 'row') continue;
    const sheet = sheets.get(change.tab);
    if (sheet === undefined) continue;
    sheets.set(change.tab, change.kind === 'column' ? withColumn(sheet, change) : withRow(sheet, change));
  }
  return { name: '', revision: '', ...workbook, sheets: [...sheets.values()] };
}

function sheetOf({ layout, rows }: TabAddition): Sheet {
  const headings = layout.columns.map(({ heading }) => heading);
  const all = [headings, ...rows.map((row) => headings.map((heading) => cellOf(row[heading] ?? '')))];
  return {
    name: layout.name,
    rows: all.map((cells, index) => ({ number: index + 1, hidden: false, cells })),
  };
}

/** The column goes to the right of the last heading, and of what stands below without one, as the stores place it. */
function withColumn(sheet: Sheet, { headings = [], layout }: ColumnAddition): Sheet {
  const top = headingRow(sheet, headings) ?? { number: 1, hidden: false, cells: [] };
  let index = top.cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1;
  while (sheet.rows.some(({ cells }) => !isEmptyCell(cells[index]))) index += 1;
  const padding = Array.from({ length: Math.max(0, index - top.cells.length) }, () => null);
  const cells = [...top.cells.slice(0, index), ...padding, layout.heading, ...top.cells.slice(index + 1)];
  const others = sheet.rows.filter((row) => row !== top);
  const rows = [...others, { ...top, cells }].toSorted((one, other) => one.number - other.number);
  return { ...sheet, rows };
}

function withRow(sheet: Sheet, { headings = [], cells: values }: RowAddition): Sheet {
  const top = headingRow(sheet, headings);
  const cells = (top?.cells ?? []).map((cell) => cellOf(values[String(cellValue(cell) ?? '')] ?? ''));
  const number = (sheet.rows.at(-1)?.number ?? 0) + 1;
  return { ...sheet, rows: [...sheet.rows, { number, hidden: false, cells }] };
}

/** The row with most of the headings. */
function headingRow({ rows }: Sheet, headings: readonly string[]): SheetRow | undefined {
  const rank = ({ cells }: SheetRow): number =>
    headings.filter((heading) => cells.some((cell) => String(cellValue(cell) ?? '').trim() === heading))
      .length;
  return rows.slice(0, 100).toSorted((one, other) => rank(other) - rank(one))[0];
}
