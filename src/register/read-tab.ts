/** First pass: the cells of one tab, row by row. Good rows go on; a row with an error is reported and left out. */
import { groupBy } from '../domain/group.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { isEmptyCell, type Sheet, type SheetRow } from '../domain/workbook.ts';
import { findColumns, type FoundColumn, type FoundColumns } from './find-columns.ts';
import type { ColumnPlace } from './place.ts';
import type { ProblemSink } from './problem-list.ts';
import type { TitleLookup } from './titles.ts';
import { RowReader, type RowReading } from './row-reader.ts';
import { mergedIds } from './rows/merged-ids.ts';
import { neededIn } from './rows/needed.ts';
import { sortRows } from './rows/sort-rows.ts';
import { blankRows, reportRows, withoutRepeats } from './rows/report-rows.ts';
import type { Checked, Placed, RowPlace, Tab } from './tab.ts';

export interface TabReading<Row extends object, Key extends string = string> {
  readonly rows: readonly Placed<Row>[];
  /** What the rows that are not in `rows` say, for checking them; only the first if there are very many. */
  readonly drafts: readonly Checked<Row>[];
  /** Rows that hold something, read or refused. */
  readonly count: number;
  /**
   * Where the left-out rows are, since they have errors or no ID: by their ID; by `#` and the row if it cannot be read, or
   * another row has it.
   */
  readonly refused: ReadonlyMap<string, number>;
  /** The numbers of those rows among them that only lack an ID. */
  readonly withoutId: ReadonlySet<number>;
  /** Where rows are that hold an ID and nothing else. */
  readonly blank: ReadonlyMap<string, number>;
  /** The number of the row of headings. Undefined if the tab could not be read. */
  readonly top?: number;
  /** The headings as they are in the workbook, by column key. Undefined if the tab could not be read. */
  readonly headings?: Readonly<Partial<Record<Key, string>>>;
  /** Where the columns are, by column key. */
  readonly columns?: Readonly<Partial<Record<Key, ColumnPlace>>>;
}

/** Of a tab that cannot be read. `count`: its rows. */
const unreadTab = (count: number): TabReading<never> => ({
  ...{ rows: [], drafts: [], count },
  ...{ refused: new Map(), withoutId: new Set<number>(), blank: new Map() },
});

/** Reads a tab that was found. `problems` receives the faults. A tab that people own is not read if it has more than `mostRows`. */
export function readTab<Row, Finished extends object>(
  tab: Tab<Tab['columns'], Row, Finished>,
  sheet: Sheet,
  problems: ProblemSink,
  mostRows: number,
  titles: TitleLookup,
): TabReading<Finished> {
  const needed = neededIn(tab.row);
  const found = columnsOf(tab, sheet, problems);
  if (found === undefined) return unreadTab(Math.max(0, sheet.rows.length - 1));
  const { columns, top, body } = found;
  if (body.length > 0 && !body.some((row) => columns.some(({ index }) => !isEmptyCell(row.cells[index]))))
    problems.push(problem('rows-unread', 'error', { tab: sheet.name }, { count: body.length, row: top }));
  const idColumn = idColumnIn(tab, columns)?.index;
  const sorted = withoutRepeats(sortRows(tab, columns, needed, body), idColumn);
  const count = sorted.rows.length;
  if (tab.owner === 'people' && count > mostRows) {
    problems.push(problem('rows-too-many', 'error', { tab: sheet.name }, { count, most: mostRows }));
    return unreadTab(count);
  }
  const reader = new RowReader(tab, sheet, columns, needed, { problems, titles });
  const reading = readRows(reader, sheet, sorted.rows, idColumn);
  const unclear = sorted.unclear.map(({ row }): [string, number] => [`#${String(row.number)}`, row.number]);
  reportRows(sheet.name, sorted, columns, problems);
  return {
    ...reading,
    refused: new Map([...reading.refused, ...unclear]),
    count: count + unclear.length,
    top,
    blank: blankRows(sorted, idColumn),
    headings: Object.fromEntries(columns.map(({ key, heading }) => [key, heading])),
    columns: Object.fromEntries(columns.map(({ key, index, heading }) => [key, { index, heading }])),
  };
}

/** The column of the IDs that Felles gives. */
const idColumnIn = (tab: Tab, columns: readonly FoundColumn[]): FoundColumn | undefined =>
  tab.idLetter === undefined ? undefined : columns.find(({ key }) => key === tab.key);

/** How many left-out rows are checked anyway: nobody corrects more at a time. */
const MOST_DRAFTS = 10_000;

function readRows<Row, Finished extends object>(
  reader: RowReader<Row, Finished>,
  sheet: Sheet,
  filled: readonly SheetRow[],
  idColumn: number | undefined,
): Pick<TabReading<Finished>, 'rows' | 'drafts' | 'refused' | 'withoutId'> {
  const keys = filled.map((row) => reader.keyOf(row));
  const twice = refuseDuplicates(reader, filled, reader.compared(keys));
  const merged =
    idColumn === undefined ? new Map<SheetRow, readonly number[]>() : mergedIds(sheet, idColumn, filled);
  const rows: Placed<Finished>[] = [];
  const drafts: Checked<Finished>[] = [];
  const refused = new Map<string, number>();
  const withoutId = new Set<number>();
  for (const [index, row] of filled.entries()) {
    const key = keys[index];
    const sharing = merged.get(row);
    if (sharing !== undefined) reader.reportMerged(row, sharing);
    const read = reader.read(row, key, sharing !== undefined);
    const at = { tab: sheet.name, row: row.number, hidden: row.hidden };
    if ('finished' in read && !twice.has(row)) {
      rows.push(Object.assign(read.finished, { at }));
      continue;
    }
    if (key === undefined && sharing === undefined && 'draft' in read && read.lacksOnlyId)
      withoutId.add(row.number);
    if (drafts.length < MOST_DRAFTS) drafts.push(draftOf(read, at));
    const byRow = `#${String(row.number)}`;
    refused.set(key === undefined || refused.has(key) ? byRow : key, row.number);
  }
  return { rows, drafts, refused, withoutId };
}

function draftOf<Finished extends object>(read: RowReading<Finished>, at: RowPlace): Checked<Finished> {
  return 'finished' in read
    ? { ...read.finished, at, unread: new Set() }
    : { ...read.draft, at, unread: read.unread };
}

/**
 * Rows that share a key are all refused, and each names the others: it cannot be known which of them a reference
 * means. Returns the rows.
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
  const twice = rows
    .map((row, index) => ({ row, key: keys[index] ?? '' }))
    .filter(({ key }) => repeated.has(key));
  for (const same of groupBy(twice, ({ key }) => key).values()) {
    const numbers = same.map(({ row }) => row.number);
    for (const { row } of same) reader.reportTwice(row, othersNear(numbers, row.number));
  }
  return new Set(twice.map(({ row }) => row));
}

/** The other rows, at most ten of them: an ID in thousands of rows is reported in each. */
function othersNear(numbers: readonly number[], own: number): readonly number[] {
  return numbers
    .slice(0, 11)
    .filter((number) => number !== own)
    .slice(0, 10);
}

/** Finds the columns. Missing ones are reported together. */
function columnsOf(tab: Tab, sheet: Sheet, problems: ProblemSink): FoundColumns | undefined {
  const told: Problem[] = [];
  const found = findColumns(tab, sheet, told);
  const absent: string[] = [];
  for (const one of told) {
    if (one.code === 'heading-missing' && one.level === 'info') absent.push(one.args.heading);
    else problems.push(one);
  }
  if (absent.length > 0 && tab.owner === 'people') {
    problems.push(problem('columns-absent', 'info', { tab: sheet.name }, { headings: absent }));
  }
  return found;
}
