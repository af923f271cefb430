/** What a tab is to the register: its columns, how their cells are read, and the schema of a row. */
import type { z } from 'zod';
import type { Level, ProblemArguments, ProblemCode } from '../domain/problem.ts';
import type { TabLayout } from '../domain/workbook.ts';
import type { CellParser } from './cells/cell-parser.ts';
import type { Reference } from './meant-rows.ts';
import type { Loose } from './rows/needed.ts';

/** One column: how people find it and how its cells are read. */
export interface Column<Value = unknown> {
  /** The heading that Felles writes (bokmål). */
  readonly heading: string;
  /** Other accepted headings: nynorsk, English. */
  readonly aliases: readonly string[];
  readonly parse: CellParser<Value>;
  /** What the heading's note says, in bokmål. */
  readonly note: string;
  readonly width: number;
  readonly format: 'text' | 'date' | 'dateTime' | 'number';
  readonly wrap?: true;
  readonly choices?: readonly string[];
  /** The rows that its cells point to. A cell may hold the title of the row instead of its ID. */
  readonly refersTo?: Reference;
}

export type Columns = Readonly<Record<string, Column>>;

/** Receives a problem of a row in one of its columns. */
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
  /** The tab that all others depend on: without it there is no register. */
  readonly isSpine?: true;
  /** `A` where the tab's IDs are `A-2026-017`. Tabs without it have another key or none. */
  readonly idLetter?: string;
  /** Rows without an ID are in the register, under the IDs that they would be given now: nothing sent or kept names them before that. */
  readonly isReadWithoutIds?: true;
  /** The column that identifies rows; none if rows are only listed. */
  readonly key?: string;
  /** How keys are compared if they are not IDs. */
  readonly comparedKey?: (key: string) => string;
  readonly columns: C;
  /** The columns by which people call a row: in other tabs they may write what it says instead of the ID. */
  readonly titles?: readonly string[];
  /** The row's cells once they are read, in the order of the columns: which are required, and their types. */
  readonly row: z.ZodType<Row>;
  /**
   * Combines the cells of a row that depend on each other. Undefined means that an error has been reported. The row was made
   * for this call and may be changed in place after the last check: copying a hundred thousand rows costs more than reading them.
   */
  finish(row: Row, report: RowReport): Finished | undefined;
  /** The same for a row with errors, as far as its cells can be read: so that all faults are reported at once. */
  draft(cells: Loose<NoInfer<Row>>, report: RowReport): Loose<NoInfer<Finished>>;
}

/** Where a row is in the workbook. */
export interface RowPlace {
  readonly tab: string;
  readonly row: number;
  readonly hidden: boolean;
}

/** A normalised row with its place. */
export type Placed<Row> = Row & { readonly at: RowPlace };

/**
 * A row as it is checked. A row that is not in the register, since it has errors or no ID, has `unread`: the columns whose
 * cells cannot be read. The rest of it is checked like other rows.
 */
export type Checked<Row> = Loose<Row> & { readonly at: RowPlace; readonly unread?: ReadonlySet<string> };

/** Whether the row's cell in a column is empty, and not just unreadable. */
export const isBlank = <Key extends string>(
  row: Readonly<Partial<Record<Key, unknown>>> & { readonly unread?: ReadonlySet<string> },
  key: Key,
): boolean => row[key] === undefined && row.unread?.has(key) !== true;

/** Keeps the exact types of the columns while checking the shape. */
export function defineTab<const C extends Columns, Row, Finished>(
  tab: Tab<C, Row, Finished>,
): Tab<C, Row, Finished> {
  return tab;
}

/** For tabs whose cells do not depend on each other. */
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
