/** First pass: the cells of one tab, row by row. Good rows go on; a row with an error is told of and left out. */
import type { z } from 'zod';
import { problem, type Level, type Place, type Problem, type ProblemArguments, type ProblemCode } from '../domain/problem.ts';
import { columnLetters, isEmptyCell, type Cell, type Sheet, type SheetRow } from '../domain/workbook.ts';
import { groupBy } from '../domain/group.ts';
import { plainText } from './cells/text.ts';
import { exampleId, normaliseId } from './cells/id.ts';
import { findColumns, type FoundColumn } from './find-tabs.ts';
import type { Placed, Tab } from './tab.ts';

export interface TabReading<Row> {
  readonly rows: readonly Placed<Row>[];
  /** Rows that hold something, read or refused. */
  readonly count: number;
  /** Where the rows with errors stand, by their ID (as far as it could be read). */
  readonly refused: ReadonlyMap<string, number>;
  /** The headings as they stand in the workbook, by column key. Undefined where the tab could not be read. */
  readonly headings?: Readonly<Record<string, string>>;
}

const volatile = /\b(?:TODAY|NOW|RAND|RANDBETWEEN|IDAG|NÅ|IMPORT(?:RANGE|DATA|XML|HTML|FEED)|GOOGLEFINANCE|INDIRECT)\s*\(/iu;

/** As much of a cell as is worth showing. */
export function shown(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const asShown = (cell: Cell): string =>
  typeof cell === 'object' && cell?.error !== undefined ? cell.error : plainText(cell);

/** Reads a tab that was found. `problems` takes what is wrong. */
export function readTab<Row, Finished>(
  tab: Tab<Tab['columns'], Row, Finished>,
  sheet: Sheet,
  problems: Problem[],
): TabReading<Finished> {
  const columns = findColumns(tab, sheet, (key) => isRequired(tab.row, key), problems);
  const body = sheet.rows.slice(1);
  if (columns === undefined) return { rows: [], count: body.length, refused: new Map() };
  const reader = new RowReader(tab, sheet, columns, problems);
  const filled = body.filter((row) => columns.some(({ index }) => !isEmptyCell(row.cells[index])));
  const twice = reader.refuseDuplicates(filled);
  const rows: Placed<Finished>[] = [];
  const refused = new Map<string, number>();
  for (const row of filled) {
    const finished = reader.read(row);
    const id = reader.idOf(row);
    if (finished === undefined || (id !== undefined && twice.has(id))) refused.set(id ?? `#${String(row.number)}`, row.number);
    else rows.push({ ...finished, at: { tab: sheet.name, row: row.number, hidden: row.hidden } });
  }
  const hidden = filled.filter((row) => row.hidden).length;
  if (hidden > 0) problems.push(problem('rows-hidden', 'info', { tab: sheet.name }, { count: hidden }));
  const headings = Object.fromEntries(columns.map(({ key, heading }) => [key, heading]));
  return { rows, count: filled.length, refused, headings };
}

/** Whether a row cannot do without the cell: its schema refuses an absent value. */
function isRequired(schema: z.ZodType, key: string): boolean {
  const result = schema.safeParse({});
  return !result.success && result.error.issues.some(({ path }) => path[0] === key);
}

/** Reads the rows of one tab. Kept as one object with a current row, since a register may have 100,000 of them. */
class RowReader<Row, Finished> {
  readonly #tab: Tab<Tab['columns'], Row, Finished>;
  readonly #sheet: Sheet;
  readonly #columns: readonly FoundColumn[];
  readonly #problems: Problem[];
  readonly #keyColumn: FoundColumn | undefined;
  #row: SheetRow = { number: 0, hidden: false, cells: [] };
  #column: FoundColumn | undefined;
  #failed = false;

  constructor(
    tab: Tab<Tab['columns'], Row, Finished>,
    sheet: Sheet,
    columns: readonly FoundColumn[],
    problems: Problem[],
  ) {
    this.#tab = tab;
    this.#sheet = sheet;
    this.#columns = columns;
    this.#problems = problems;
    this.#keyColumn = columns.find(({ key }) => key === tab.key);
  }

  /** The row's key as it stands, whether or not it is in order. */
  idOf(row: SheetRow): string | undefined {
    const cell = this.#keyColumn === undefined ? undefined : row.cells[this.#keyColumn.index];
    if (cell === undefined || isEmptyCell(cell)) return undefined;
    return this.#tab.idLetter === undefined ? plainText(cell).trim() : normaliseId(plainText(cell));
  }

  /**
   * Rows that share a key are all refused, and each is told of the others (inputs.md 25): nobody can know which of
   * them a reference means. Gives the keys.
   */
  refuseDuplicates(rows: readonly SheetRow[]): ReadonlySet<string> {
    const twice = new Set<string>();
    for (const [id, same] of groupBy(rows, (row) => this.idOf(row))) {
      if (id === undefined || same.length < 2) continue;
      twice.add(id);
      for (const row of same) {
        this.#row = row;
        const others = same.filter((other) => other !== row).map(({ number }) => number);
        this.#add(this.#keyColumn, 'id-twice', 'error', { rows: others });
      }
    }
    return twice;
  }

  /** The normalised row, or undefined when an error was reported. */
  read(row: SheetRow): Finished | undefined {
    this.#row = row;
    this.#failed = false;
    const cells: Record<string, unknown> = {};
    for (const column of this.#columns) {
      const value = this.#cell(column);
      if (value !== undefined) cells[column.key] = value;
    }
    if (this.#failed) return undefined;
    const parsed = this.#tab.row.safeParse(cells);
    if (!parsed.success) {
      this.#reportMissing(parsed.error.issues);
      return undefined;
    }
    const finished = this.#tab.finish(parsed.data, this.#reportAt);
    return this.#failed ? undefined : finished;
  }

  #cell(column: FoundColumn): unknown {
    const cell = this.#row.cells[column.index];
    if (cell === undefined || cell === null) return undefined;
    this.#column = column;
    if (typeof cell === 'object') {
      if (cell.error !== undefined) {
        this.#report('cell-error', 'error', {});
        return undefined;
      }
      if (cell.formula !== undefined && volatile.test(cell.formula)) {
        this.#report('formula-volatile', 'warning', { formula: shown(`=${cell.formula}`) });
      }
    }
    return isEmptyCell(cell) ? undefined : this.#tab.columns[column.key]?.parse(cell, this.#report);
  }

  readonly #report = <Code extends ProblemCode>(code: Code, level: Level, args: ProblemArguments[Code]): void => {
    if (level === 'error') this.#failed = true;
    this.#add(this.#column, code, level, args);
  };

  readonly #reportAt = <Code extends ProblemCode>(
    key: string,
    code: Code,
    level: Level,
    args: ProblemArguments[Code],
  ): void => {
    if (level === 'error') this.#failed = true;
    this.#add(this.#columns.find((column) => column.key === key), code, level, args);
  };

  #reportMissing(issues: readonly { readonly path: readonly PropertyKey[] }[]): void {
    const missing = new Set(issues.map(({ path }) => String(path[0])));
    for (const key of missing) {
      const heading = this.#tab.columns[key]?.heading ?? key;
      if (key === this.#tab.key && this.#tab.idLetter !== undefined) {
        this.#reportAt(key, 'id-missing', 'error', { example: exampleId(this.#tab.idLetter) });
      } else {
        this.#reportAt(key, 'required', 'error', { heading });
      }
    }
  }

  #add<Code extends ProblemCode>(
    column: FoundColumn | undefined,
    code: Code,
    level: Level,
    args: ProblemArguments[Code],
  ): void {
    const cell = column === undefined ? undefined : this.#row.cells[column.index];
    const text = cell === undefined ? '' : asShown(cell);
    this.#problems.push(problem(code, level, this.#place(column), args, text === '' ? undefined : shown(text)));
  }

  #place(column: FoundColumn | undefined): Place {
    const { number } = this.#row;
    const id = this.idOf(this.#row);
    return {
      tab: this.#sheet.name,
      row: number,
      ...(column === undefined ? {} : { column: column.heading, cell: `${columnLetters(column.index)}${String(number)}` }),
      ...(id === undefined ? {} : { id }),
    };
  }
}
