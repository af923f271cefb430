/** Reads one row after the other of a tab: cells by their parsers, then the row by its schema. */
import { problem, type Level, type ProblemArguments, type ProblemCode } from '../domain/problem.ts';
import { isEmptyCell, type Cell, type Sheet, type SheetRow } from '../domain/workbook.ts';
import { ignoreReports, type CellParser } from './cells/cell-parser.ts';
import { normaliseId } from '../domain/id.ts';
import { exampleId } from './cells/id.ts';
import { plainText } from './cells/text.ts';
import type { FoundColumn } from './find-columns.ts';
import { withIds, type Reference } from './meant-rows.ts';
import type { TitleLookup } from './titles.ts';
import { placeOf } from './place.ts';
import type { ProblemSink } from './problem-list.ts';
import { fits, looselyFits, type Loose } from './rows/needed.ts';
import { shown, shownCell } from './shown.ts';
import type { RowReport, Tab } from './tab.ts';

/** Functions whose result changes even if nobody edits the workbook, in English and in Norwegian. */
const volatile =
  /(?:^|[^\p{L}])(?:TODAY|NOW|RAND|RANDBETWEEN|IDAG|NÅ|IMPORT(?:RANGE|DATA|XML|HTML|FEED)|GOOGLEFINANCE|INDIRECT)\s*\(/iu;

interface ReadColumn extends FoundColumn {
  readonly parse: CellParser<unknown>;
  readonly refersTo: Reference | undefined;
}

/** A row that may be used; or the content of one that may not, and the columns whose cells cannot be read. */
export type RowReading<Finished> =
  | { readonly finished: Finished }
  | {
      readonly draft: Loose<Finished>;
      readonly unread: ReadonlySet<string>;
      readonly lacksOnlyId: boolean;
    };

/** Where faults go, and what is known of the tabs that were read before. */
interface Surroundings {
  readonly problems: ProblemSink;
  readonly titles: TitleLookup;
}

/** Kept as one object with a current row, since a register may have 100,000 of them. */
export class RowReader<Row, Finished> {
  readonly #tab: Tab<Tab['columns'], Row, Finished>;
  readonly #sheet: Sheet;
  readonly #columns: readonly ReadColumn[];
  readonly #problems: ProblemSink;
  readonly #titles: TitleLookup;
  readonly #needed: ReadonlySet<string>;
  readonly #fits: ReturnType<typeof fits<Row>>;
  readonly #looselyFits: ReturnType<typeof looselyFits<Row>>;
  readonly #keyColumn: ReadColumn | undefined;
  #row: SheetRow = { number: 0, hidden: false, cells: [] };
  #key: string | undefined;
  #column: FoundColumn | undefined;
  #failed = false;
  #unread = new Set<string>();

  constructor(
    tab: Tab<Tab['columns'], Row, Finished>,
    sheet: Sheet,
    columns: readonly FoundColumn[],
    needed: ReadonlySet<string>,
    { problems, titles }: Surroundings,
  ) {
    this.#tab = tab;
    this.#sheet = sheet;
    this.#columns = columns.flatMap((column) => {
      const { parse, refersTo } = tab.columns[column.key] ?? {};
      return parse === undefined ? [] : [{ ...column, parse, refersTo }];
    });
    this.#needed = needed;
    this.#fits = fits(tab.row);
    this.#looselyFits = looselyFits(tab.row);
    this.#problems = problems;
    this.#titles = titles;
    this.#keyColumn = this.#columns.find(({ key }) => key === tab.key);
  }

  /** The key of the row, as far as it can be read, whether or not the row has errors. */
  keyOf(row: SheetRow): string | undefined {
    const cell = row.cells[this.#keyColumn?.index ?? -1];
    if (cell === undefined || isEmptyCell(cell)) return undefined;
    const text = plainText(cell);
    const key =
      this.#tab.idLetter === undefined
        ? (this.#keyColumn?.parse(cell, ignoreReports) ?? text)
        : normaliseId(text);
    return typeof key === 'string' && key !== '' ? key : undefined;
  }

  /** Keys as they are compared: names of settings may differ in case. */
  compared(keys: readonly (string | undefined)[]): readonly (string | undefined)[] {
    const { comparedKey } = this.#tab;
    return comparedKey === undefined
      ? keys
      : keys.map((key) => (key === undefined ? undefined : comparedKey(key)));
  }

  /** Reports a row whose key is also in `others`. */
  reportTwice(row: SheetRow, others: readonly number[]): void {
    this.#setRow(row, this.keyOf(row));
    this.#add(this.#keyColumn, 'id-twice', 'error', { rows: others });
  }

  /** Reports that the row's ID cell is merged with that of `others`. */
  reportMerged(row: SheetRow, others: readonly number[]): void {
    this.#setRow(row, undefined);
    this.#add(this.#keyColumn, 'id-merged', 'error', { rows: others });
  }

  /**
   * The normalised row; or, if something is missing or cannot be read, what it says anyway. Then all its faults have been
   * reported, the ID first: a row is corrected in one go. `isReported`: that it has no ID is known.
   */
  read(row: SheetRow, key: string | undefined, isReported = false): RowReading<Finished> {
    this.#setRow(row, key);
    const lacksId = this.#lacksId(row);
    if (lacksId && !isReported) this.#reportMissing(this.#tab.key ?? '');
    const cells = this.#cells(row);
    for (const needed of this.#needed) {
      const isThere = needed in cells || this.#unread.has(needed) || (lacksId && needed === this.#tab.key);
      if (!isThere) this.#reportMissing(needed);
    }
    if (!this.#hasFailed() && !lacksId) {
      if (!this.#fits(cells))
        throw new TypeError(`a row of ${this.#tab.name} has cells of other types than its schema`);
      const finished = this.#tab.finish(cells, this.#reportAt);
      if (finished !== undefined && !this.#hasFailed()) return { finished };
      return this.#draft(cells, ignoreReports);
    }
    return this.#draft(cells, this.#reportAt);
  }

  #draft(cells: Readonly<Record<string, unknown>>, report: RowReport): RowReading<Finished> {
    const draft = this.#looselyFits(cells) ? this.#tab.draft(cells, report) : {};
    const unread = this.#unread;
    // It is the row's own from now on: the next one must not add to it.
    this.#unread = new Set();
    return { draft, unread, lacksOnlyId: !this.#hasFailed() };
  }

  #lacksId(row: SheetRow): boolean {
    return this.#tab.idLetter !== undefined && isEmptyCell(row.cells[this.#keyColumn?.index ?? -1]);
  }

  #cells(row: SheetRow): Readonly<Record<string, unknown>> {
    const cells: Record<string, unknown> = {};
    for (const column of this.#columns) {
      const cell = row.cells[column.index];
      if (cell === undefined || cell === null) continue;
      const value = this.#value(column, cell);
      if (value !== undefined) cells[column.key] = value;
    }
    return cells;
  }

  #setRow(row: SheetRow, key: string | undefined): void {
    this.#row = row;
    this.#key = key;
    this.#failed = false;
    if (this.#unread.size > 0) this.#unread = new Set();
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
    const value = this.#parsed(column, cell);
    // A text may consist of invisible characters only: then the cell counts as empty.
    return value === '' ? undefined : value;
  }

  /** A cell that points to a row may hold its title. */
  #parsed({ parse, refersTo }: ReadColumn, cell: Cell): unknown {
    if (refersTo === undefined) return parse(cell, this.#report);
    const text = withIds(refersTo, plainText(cell), this.#titles, this.#report);
    return text === undefined ? undefined : parse(text, this.#report);
  }

  readonly #report = <Code extends ProblemCode>(
    code: Code,
    level: Level,
    args: ProblemArguments[Code],
  ): void => {
    if (level === 'error') {
      this.#failed = true;
      if (this.#column !== undefined) this.#unread.add(this.#column.key);
    }
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

  /** A row without an ID is not an error: it gets one when somebody asks for it. */
  #reportMissing(key: string): void {
    const { idLetter, key: keyColumn, columns, isReadWithoutIds } = this.#tab;
    if (key === keyColumn && idLetter !== undefined) {
      const isRead = isReadWithoutIds === undefined ? {} : { isRead: isReadWithoutIds };
      this.#reportAt(key, 'id-missing', 'info', { example: exampleId(idLetter), ...isRead });
    } else {
      this.#reportAt(key, 'required', 'error', { heading: columns[key]?.heading ?? key });
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
