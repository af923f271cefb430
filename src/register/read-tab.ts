/** First pass: the cells of one tab, row by row. Good rows go on; a row with an error is told of and left out. */
import { z } from 'zod';
import { groupBy } from '../domain/group.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { isEmptyCell, type Sheet, type SheetRow } from '../domain/workbook.ts';
import { findColumns, type FoundColumn } from './find-tabs.ts';
import type { ColumnPlace } from './place.ts';
import { RowReader } from './row-reader.ts';
import type { Placed, Tab } from './tab.ts';

export interface TabReading<Row, Key extends string = string> {
  readonly rows: readonly Placed<Row>[];
  /** Rows that hold something, read or refused. */
  readonly count: number;
  /** Where the rows with errors stand, by their ID; by `#` and the row where it cannot be read, or another row has it. */
  readonly refused: ReadonlyMap<string, number>;
  /** The headings as they stand in the workbook, by column key. Undefined where the tab could not be read. */
  readonly headings?: Readonly<Partial<Record<Key, string>>>;
  /** Where the columns stand, by column key. */
  readonly columns?: Readonly<Partial<Record<Key, ColumnPlace>>>;
}

/** Reads a tab that was found. `problems` takes what is wrong. */
export function readTab<Row, Finished extends object>(
  tab: Tab<Tab['columns'], Row, Finished>,
  sheet: Sheet,
  problems: Problem[],
): TabReading<Finished> {
  const columns = columnsOf(tab, sheet, problems);
  const body = sheet.rows.slice(1);
  if (columns === undefined) return { rows: [], count: body.length, refused: new Map() };
  const filled = body.filter((row) => columns.some(({ index }) => !isEmptyCell(row.cells[index])));
  const reading = readRows(new RowReader(tab, sheet, columns, problems), sheet.name, filled);
  const hidden = filled.filter((row) => row.hidden).length;
  if (hidden > 0) problems.push(problem('rows-hidden', 'info', { tab: sheet.name }, { count: hidden }));
  return {
    ...reading,
    count: filled.length,
    headings: Object.fromEntries(columns.map(({ key, heading }) => [key, heading])),
    columns: Object.fromEntries(columns.map(({ key, index, heading }) => [key, { index, heading }])),
  };
}

function readRows<Row, Finished extends object>(
  reader: RowReader<Row, Finished>,
  tab: string,
  filled: readonly SheetRow[],
): Pick<TabReading<Finished>, 'rows' | 'refused'> {
  const keys = filled.map((row) => reader.keyOf(row));
  const twice = refuseDuplicates(reader, filled, keys);
  const rows: Placed<Finished>[] = [];
  const refused = new Map<string, number>();
  for (const [index, row] of filled.entries()) {
    const key = keys[index];
    const finished = reader.read(row, key);
    if (finished === undefined || twice.has(row)) {
      const byRow = `#${String(row.number)}`;
      refused.set(key === undefined || refused.has(key) ? byRow : key, row.number);
    } else rows.push(Object.assign(finished, { at: { tab, row: row.number, hidden: row.hidden } }));
  }
  return { rows, refused };
}

/**
 * Rows that share a key are all refused, and each is told of the others: nobody can know which of them a reference
 * means. Gives the rows.
 */
function refuseDuplicates<Row, Finished extends object>(
  reader: RowReader<Row, Finished>,
  rows: readonly SheetRow[],
  keys: readonly (string | undefined)[],
): ReadonlySet<SheetRow> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const key of keys) {
    if (key === undefined) continue;
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  if (repeated.size === 0) return new Set();
  const twice = rows.filter((_, index) => repeated.has(keys[index] ?? ''));
  for (const same of groupBy(twice, (row) => reader.keyOf(row)).values()) {
    const numbers = same.map(({ number }) => number);
    for (const row of same) reader.reportTwice(row, othersNear(numbers, row.number));
  }
  return new Set(twice);
}

/** The other rows, at most ten of them: an ID that stands in thousands of rows is told of in each. */
function othersNear(numbers: readonly number[], own: number): readonly number[] {
  return numbers
    .slice(0, 11)
    .filter((number) => number !== own)
    .slice(0, 10);
}

/** Finds the columns. Those that the workbook does without are told of in one go. */
function columnsOf<Row, Finished extends object>(
  tab: Tab<Tab['columns'], Row, Finished>,
  sheet: Sheet,
  problems: Problem[],
): readonly FoundColumn[] | undefined {
  const needed = neededIn(tab.row);
  const found: Problem[] = [];
  const columns = findColumns(tab, sheet, (key) => needed.has(key), found);
  const absent: string[] = [];
  for (const one of found) {
    if (one.code === 'heading-missing' && one.level === 'info') absent.push(one.args.heading);
    else problems.push(one);
  }
  if (absent.length > 0 && tab.owner === 'people') {
    problems.push(problem('columns-absent', 'info', { tab: sheet.name }, { headings: absent }));
  }
  return columns;
}

/** The cells that a row cannot do without: its schema refuses absent values. */
function neededIn(schema: z.ZodType): ReadonlySet<string> {
  if (!(schema instanceof z.ZodObject)) throw new TypeError('a row is an object');
  // Cell by cell: the whole schema would compile itself first, also for a tab without rows.
  const cells: [key: string, cell: z.core.$ZodType][] = Object.entries(schema.shape);
  return new Set(cells.flatMap(([key, cell]) => (z.safeParse(cell, undefined).success ? [] : [key])));
}
