/** What a tab is to the register: its columns, how their cells are read, and the schema of a row. */
import type { z } from 'zod';
import type { Level, ProblemArguments, ProblemCode } from '../domain/problem.ts';
import type { TabLayout } from '../domain/workbook.ts';
import type { CellParser } from './cells/cell-parser.ts';
import type { Loose } from './rows/needed.ts';

/** One column: how people find it and how its cells are read. */
export interface Column<Value = unknown> {
  /** The heading that Felles writes (bokmål). */
  readonly heading: string;
  /** Other headings that people use: nynorsk, English. */
  readonly aliases: readonly string[];
  readonly parse: CellParser<Value>;
  /** What the heading's note says, in bokmål. */
  readonly note: string;
  readonly width: number;
  readonly format: 'text' | 'date' | 'dateTime' | 'number';
  readonly wrap?: true;
  readonly choices?: readonly string[];
}

export type Columns = Readonly<Record<string, Column>>;

/** Takes a problem of a row in one of its columns. */
export type RowReport = <Code extends ProblemCode>(
  columnKey: string,
  code: Code,
  level: Level,
  args: ProblemArguments[Code],
) => void;

export interface Tab<C extends Columns = Columns, Row = unknown, Finished = Row> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly owner: 'people' | 'machine';
  /** The tab that all others hang on: without it there is no register. */
  readonly isSpine?: true;
  /** `A` where the tab's IDs are `A-2026-017`. Tabs without have another key or none. */
  readonly idLetter?: string;
  /** The column that tells rows apart; none where rows are only listed. */
  readonly key?: string;
  /** How keys are compared where they are not IDs. */
  readonly comparedKey?: (key: string) => string;
  readonly columns: C;
  /** The row's cells once they are read: which must be there, and of which type. */
  readonly row: z.ZodType<Row>;
  /**
   * Settles what several cells of the row say together. Undefined means that an error has been reported. The row was
   * made for it and may be completed in place: copying a hundred thousand rows costs more than reading them.
   */
  finish(row: Row, report: RowReport): Finished | undefined;
  /** The same of a row with errors, as far as its cells can be read: so that all that is wrong is told at once. */
  draft(cells: Loose<NoInfer<Row>>, report: RowReport): Loose<NoInfer<Finished>>;
}

/** Where a row stands in the workbook. */
export interface RowPlace {
  readonly tab: string;
  readonly row: number;
  readonly hidden: boolean;
}

/** A normalised row with its place. */
export type Placed<Row> = Row & { readonly at: RowPlace };

/**
 * A row as it is judged. One that is not of the register, since it has errors or no ID, has `unread`: the columns whose
 * cells cannot be read. What else it says is judged like that of others.
 */
export type Judged<Row> = Loose<Row> & { readonly at: RowPlace; readonly unread?: ReadonlySet<string> };

/** Whether the row's cell of a column is empty, rather than that it cannot be read. */
export const isBlank = <Key extends string>(
  row: Readonly<Partial<Record<Key, unknown>>> & { readonly unread?: ReadonlySet<string> },
  key: Key,
): boolean => row[key] === undefined && row.unread?.has(key) !== true;

/** Keeps the exact types of the columns while it checks the form. */
export function defineTab<const C extends Columns, Row, Finished>(
  tab: Tab<C, Row, Finished>,
): Tab<C, Row, Finished> {
  return tab;
}

/** For tabs whose cells say nothing more together than each alone. */
export const asItIs = <Row>(row: Row): Row => row;

/** The normalised row of a tab, with its place. */
export type RowOf<T> = T extends Tab<infer _C, infer _Row, infer Finished> ? Placed<Finished> : never;

/** The layout a store needs in order to make the tab. */
export function layoutOf(tab: Tab): TabLayout {
  const columns = Object.values(tab.columns).map(({ heading, note, width, format, wrap, choices }) => ({
    heading,
    note,
    width,
    format,
    ...(wrap === undefined ? {} : { wrap }),
    ...(choices === undefined ? {} : { choices }),
  }));
  return { name: tab.name, owner: tab.owner, columns };
}
