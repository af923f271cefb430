/** Reads one row after the other of a tab: cells by their parsers, then the row by its schema. */
import {
  problem,
  type Level,
  type ProblemArguments,
  type ProblemCode,
  type Problem,
} from '../domain/problem.ts';
import { isEmptyCell, type Cell, type Sheet, type SheetRow } from '../domain/workbook.ts';
import type { CellParser } from './cells/cell-parser.ts';
import { normaliseId } from '../domain/id.ts';
import { exampleId } from './cells/id.ts';
import { plainText } from './cells/text.ts';
import type { FoundColumn } from './find-tabs.ts';
import { placeOf } from './place.ts';
import { shown, shownCell } from './shown.ts';
import type { Tab } from './tab.ts';

/** Functions whose result changes though nobody edits the workbook, in English and in Norwegian. */
const volatile =
  /(?:^|[^\p{L}])(?:TODAY|NOW|RAND|RANDBETWEEN|IDAG|NÅ|IMPORT(?:RANGE|DATA|XML|HTML|FEED)|GOOGLEFINANCE|INDIRECT)\s*\(/iu;

interface ReadColumn extends FoundColumn {
  readonly parse: CellParser<unknown>;
}

const ignore = (): void => undefined;

/** Kept as one object with a current row, since a register may have 100,000 of them. */
export class RowReader<Row, Finished> {
  readonly #tab: Tab<Tab['columns'], Row, Finished>;
  readonly #sheet: Sheet;
  readonly #columns: readonly ReadColumn[];
  readonly #problems: Problem[];
  readonly #keyColumn: ReadColumn | undefined;
  #row: SheetRow = { number: 0, hidden: false, cells: [] };
  #key: string | undefined;
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
    this.#columns = columns.flatMap((column) => {
      const parse = tab.columns[column.key]?.parse;
      return parse === undefined ? [] : [{ ...column, parse }];
    });
    this.#problems = problems;
    this.#keyColumn = this.#columns.find(({ key }) => key === tab.key);
  }

  /** What tells the row from others, as far as it can be read, whether or not it is in order. */
  keyOf(row: SheetRow): string | undefined {
    const cell = row.cells[this.#keyColumn?.index ?? -1];
    if (cell === undefined || isEmptyCell(cell)) return undefined;
    const text = plainText(cell);
    const key =
      this.#tab.idLetter === undefined ? (this.#keyColumn?.parse(cell, ignore) ?? text) : normaliseId(text);
    return typeof key === 'string' && key !== '' ? key : undefined;
  }

  /** Tells of a row whose key stands in `others` too. */
  reportTwice(row: SheetRow, others: readonly number[]): void {
    this.#setRow(row, this.keyOf(row));
    this.#add(this.#keyColumn, 'id-twice', 'error', { rows: others });
  }

  /** The normalised row, or undefined when an error was reported. */
  read(row: SheetRow, key: string | undefined): Finished | undefined {
    this.#setRow(row, key);
    const cells: Record<string, unknown> = {};
    for (const column of this.#columns) {
      const cell = row.cells[column.index];
      if (cell === undefined || cell === null) continue;
      const value = this.#value(column, cell);
      if (value !== undefined) cells[column.key] = value;
    }
    if (this.#hasFailed()) return undefined;
    const parsed = this.#tab.row.safeParse(cells);
    if (!parsed.success) {
      this.#reportMissing(parsed.error.issues);
      return undefined;
    }
    const finished = this.#tab.finish(parsed.data, this.#reportAt);
    return this.#hasFailed() ? undefined : finished;
  }

  #setRow(row: SheetRow, key: string | undefined): void {
    this.#row = row;
    this.#key = key;
    this.#failed = false;
  }

  #hasFailed(): boolean {
    return this.#failed;
  }

  #value(column: ReadColumn, cell: Cell): unknown {
    if (isEmptyCell(cell)) return undefined;
    this.#column = column;
    if (typeof cell === 'object' && cell !== null) {
      if (cell.error !== undefined) {
        this.#report('cell-error', 'error', {});
        return undefined;
      }
      if (cell.uncomputed === true) {
        this.#report('formula-without-result', 'error', {});
        return undefined;
      }
      if (cell.formula !== undefined && volatile.test(cell.formula)) {
        this.#report('formula-volatile', 'warning', { formula: shown(`=${cell.formula}`) });
      }
    }
    const value = column.parse(cell, this.#report);
    // A text may hold nothing but invisible characters: then the cell is as good as empty.
    return value === '' ? undefined : value;
  }

  readonly #report = <Code extends ProblemCode>(
    code: Code,
    level: Level,
    args: ProblemArguments[Code],
  ): void => {
    this.#failed ||= level === 'error';
    this.#add(this.#column, code, level, args);
  };

  readonly #reportAt = <Code extends ProblemCode>(
    key: string,
    code: Code,
    level: Level,
    args: ProblemArguments[Code],
  ): void => {
    this.#column = this.#columns.find((column) => column.key === key);
    this.#report(code, level, args);
  };

  #reportMissing(issues: readonly { readonly path: readonly PropertyKey[] }[]): void {
    const { idLetter, key: keyColumn, columns } = this.#tab;
    for (const key of new Set(issues.map(({ path }) => String(path[0])))) {
      if (key === keyColumn && idLetter !== undefined) {
        this.#reportAt(key, 'id-missing', 'error', { example: exampleId(idLetter) });
      } else {
        this.#reportAt(key, 'required', 'error', { heading: columns[key]?.heading ?? key });
      }
    }
  }

  #add<Code extends ProblemCode>(
    column: FoundColumn | undefined,
    code: Code,
    level: Level,
    args: ProblemArguments[Code],
  ): void {
    const cell: Cell = this.#row.cells[column?.index ?? -1] ?? null;
    const value = shownCell(cell);
    const at = placeOf(this.#sheet.name, this.#row.number, column, this.#key);
    this.#problems.push(problem(code, level, at, args, value === '' ? undefined : value));
  }
}
