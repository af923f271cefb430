/** Finds the column and the row that a change is meant for, in any kind of workbook that is being changed. */
import { normaliseId } from '../domain/id.ts';
import { comparedName } from '../domain/compare.ts';
import {
  cellValue,
  HEADING_ROWS,
  isEmptyCell,
  isUncomputed,
  sameCell,
  type Cell,
  type Change,
  type Refusal,
  type RowReference,
} from '../domain/workbook.ts';

/** A row while it is being changed. */
export interface ChangingRow {
  readonly number: number;
  /** What its cells hold now. */
  readonly cells: readonly Cell[];
  /** What the row held before any of this run's changes; empty for a new row. */
  readonly original: readonly Cell[];
}

/** A tab while it is being changed. */
export interface ChangingTab<Row extends ChangingRow> {
  readonly rows: readonly Row[];
  /** The row whose cells are the headings. */
  headings(): Row | undefined;
  row(number: number): Row | undefined;
  rowsWithId(column: number, id: string): readonly Row[];
}

/** The headings that changes name, by the name of their tab; both in the form for comparing. */
export type NamedHeadings = ReadonlyMap<string, ReadonlySet<string>>;

/** Collects the headings that changes name, by tab. */
export function namedHeadings(changes: readonly Change[]): NamedHeadings {
  const named = new Map<string, Set<string>>();
  for (const change of changes) {
    if (change.kind === 'tab' || change.kind === 'page') continue;
    const tab = comparedName(change.tab);
    const own = named.get(tab) ?? new Set<string>();
    named.set(tab, own);
    for (const heading of headingsIn(change)) own.add(comparedName(heading));
  }
  return named;
}

function headingsIn(change: Exclude<Change, { kind: 'tab' | 'page' }>): readonly string[] {
  const named = change.headings ?? [];
  switch (change.kind) {
    case 'cell':
      return [...named, change.column, ...(change.at.by === 'id' ? [change.at.idColumn] : [])];
    case 'row':
      return [...named, ...Object.keys(change.cells)];
    case 'rows':
    case 'column':
    case 'looks':
      return named;
  }
}

const noHeadings: ReadonlySet<string> = new Set();

/**
 * The row of headings: of the first rows that hold something, the one with most of the named headings, and the first of
 * several. Formulas without results are mostly in rows that are prepared: those count as empty.
 */
export function headingRow<Row extends { readonly cells: readonly Cell[] }>(
  rows: Iterable<Row>,
  named = noHeadings,
): Row | undefined {
  let found: Row | undefined;
  let most = -1;
  let seen = 0;
  for (const row of rows) {
    if (row.cells.every((cell) => isEmptyCell(cell) || isUncomputed(cell))) continue;
    const count =
      named.size === 0 ? 0 : new Set(row.cells.map(headingOf).filter((text) => named.has(text))).size;
    if (count > most) [found, most] = [row, count];
    seen += 1;
    if (seen === HEADING_ROWS || named.size === 0) break;
  }
  return found;
}

const headingOf = (cell: Cell): string => comparedName(textOf(cell));

/** Finds the column, from 0, under a heading. Null when there is none, or more than one. */
export type ColumnFinder = (heading: string) => number | null;

/**
 * Finds columns of a tab as its headings are now. Headings are compared as people would; of two that look alike the
 * one spelled exactly the same wins, and of two spelled the same neither does.
 */
export function columnFinder<Row extends ChangingRow>(tab: ChangingTab<Row>): ColumnFinder {
  const headings = (tab.headings()?.cells ?? []).map(textOf);
  const normalised = headings.map(comparedName);
  return (heading) => {
    const wanted = comparedName(heading);
    const alike = normalised.flatMap((text, column) => (text === wanted ? [column] : []));
    const exact = alike.filter((column) => headings[column] === heading);
    const [only, ...others] = alike.length > 1 ? exact : alike;
    return only !== undefined && others.length === 0 ? only : null;
  };
}

/** The row that a change is meant for, or why there is none. */
export function findRow<Row extends ChangingRow>(
  tab: ChangingTab<Row>,
  reference: RowReference,
): Row | Refusal {
  if (reference.by === 'content') return findByContent(tab, reference.row, reference.cells);
  const column = columnFinder(tab)(reference.idColumn);
  if (column === null) return { why: 'no-such-column' };
  return oneOf(tab.rowsWithId(column, reference.id));
}

/**
 * A row by everything that it held before any of this run's changes. The row at the remembered place comes
 * first; anywhere else there must be just one.
 */
function findByContent<Row extends ChangingRow>(
  tab: ChangingTab<Row>,
  number: number,
  cells: readonly Cell[],
): Row | Refusal {
  const there = tab.row(number);
  if (there !== undefined && sameCells(there.original, cells)) return there;
  return oneOf(tab.rows.filter((row) => sameCells(row.original, cells)));
}

function oneOf<Row extends ChangingRow>(rows: readonly Row[]): Row | Refusal {
  const [row, ...others] = rows;
  if (row === undefined) return { why: 'no-such-row' };
  return others.length === 0 ? row : { why: 'several-rows', rows: rows.map(({ number }) => number) };
}

/** Whether two rows hold the same, cell by cell. */
function sameCells(one: readonly Cell[], other: readonly Cell[]): boolean {
  const length = Math.max(one.length, other.length);
  for (let column = 0; column < length; column += 1) {
    if (!sameCell(one[column], other[column])) return false;
  }
  return true;
}

/** The rows of a tab by the content of one column. */
export type RowIds<Row> = ReadonlyMap<string, readonly Row[]>;

/** Records which rows have which ID. The heading row has none, nor have the rows above it. */
export function indexRows<Row extends ChangingRow>(
  rows: readonly Row[],
  column: number,
  headings: Row | undefined,
): RowIds<Row> {
  const ids = new Map<string, Row[]>();
  for (const row of rows) {
    const value = cellValue(row.cells[column]);
    if (value === null || row.number <= (headings?.number ?? 0)) continue;
    const id = normaliseId(String(value));
    const others = ids.get(id);
    if (others === undefined) ids.set(id, [row]);
    else others.push(row);
  }
  return ids;
}

function textOf(cell: Cell): string {
  return String(cellValue(cell) ?? '');
}
