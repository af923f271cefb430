/**
 * Workbooks for tests, without a file: every tab that Felles knows with its headings, and the rows a test needs.
 *
 *     workbookOf({ Saker: [{ ID: 'S-2026-001', Tittel: 'Neste møte', Type: 'Drøfting' }] })
 */
import { parseDay, parseWallTime, toSerial, type WallTime } from '../../src/domain/time.ts';
import type { Cell, MarkedCell, Sheet, SheetRow, Workbook } from '../../src/domain/workbook.ts';
import { layoutOf } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';

/** A row by the headings that Felles writes. Headings that are left out are empty cells. */
export type RowInput = Readonly<Record<string, Cell>>;
/** Rows by the name of their tab. */
export type TabsInput = Readonly<Record<string, readonly RowInput[]>>;

/** A workbook with every tab. Throws for a tab or a heading that does not exist, since a test has a typo then. */
export function workbookOf(rows: TabsInput = {}): Workbook {
  const layouts = Object.values(tabs).map((tab) => layoutOf(tab));
  const unknown = Object.keys(rows).find((name) => !layouts.some((layout) => layout.name === name));
  if (unknown !== undefined) throw new Error(`no tab is called «${unknown}»`);
  const sheets = layouts.map(({ name, columns }) => {
    const headings = columns.map(({ heading }) => heading);
    return sheetOf(name, [headings, ...(rows[name] ?? []).map((row) => cellsOf(name, headings, row))]);
  });
  return { name: 'test.xlsx', revision: 'test', sheets };
}

function cellsOf(tab: string, headings: readonly string[], row: RowInput): readonly Cell[] {
  const unknown = Object.keys(row).find((heading) => !headings.includes(heading));
  if (unknown !== undefined) throw new Error(`«${tab}» has no column «${unknown}»`);
  return headings.map((heading) => row[heading] ?? null);
}

/**
 * A sheet from a grid of cells, row 1 first. As from a store: rows that hold nothing are left out, and so are the
 * empty cells at the end of a row.
 */
export function sheetOf(
  name: string,
  grid: readonly (readonly Cell[])[],
  hiddenRows: readonly number[] = [],
): Sheet {
  const rows: SheetRow[] = [];
  for (const [index, cells] of grid.entries()) {
    const last = cells.findLastIndex((cell) => cell !== null);
    const number = index + 1;
    if (last >= 0)
      rows.push({ number, hidden: hiddenRows.includes(number), cells: cells.slice(0, last + 1) });
  }
  return { name, rows };
}

/** The workbook with one more sheet, or with another in place of the one of that name. */
export function withSheet(workbook: Workbook, sheet: Sheet): Workbook {
  const isThere = workbook.sheets.some(({ name }) => name === sheet.name);
  const sheets = isThere
    ? workbook.sheets.map((old) => (old.name === sheet.name ? sheet : old))
    : [...workbook.sheets, sheet];
  return { ...workbook, sheets };
}

/** The workbook without a tab. */
export function withoutTab(workbook: Workbook, name: string): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== name) };
}

/** A real date cell, as a spreadsheet keeps it: `2026-03-12` or `2026-03-12T10:00`. */
export function dateCell(text: string): MarkedCell {
  const time = parseDay(text) ?? parseWallTime(text);
  if (time === undefined) throw new Error(`not a date: «${text}»`);
  return { value: toSerial(time), isDate: true };
}

/** The time that rules and papers take for now: `2026-11-23T12:00`. */
export function nowAt(text: string): WallTime {
  const time = parseWallTime(text);
  if (time === undefined) throw new Error(`not a wall time: «${text}»`);
  return time;
}
