/**
 * Reads the tables in this folder, once and on first use. A table is JSON with one row per line: `source` says where it
 * comes from and under which licence, `date` for when it is valid, and `columns` names the values of a row, which are
 * separated by commas. They are part of the program: a fault in one is a bug, and throws.
 */
import { z } from 'zod';
import { languageDecisions, type LanguageDecision } from '../lists.ts';

/** Gives the value in a column of one row. */
type CellOfRow<Column extends string> = (column: Column) => string;

/** What a word of the tables' «målform» may be, as a pattern. */
export const decisionWords = /bokmål|nynorsk|nøytral/u;

/**
 * The rows of a table whose columns match `patterns`. Columns may be in any order, and others are ignored; no value has a
 * comma in it. Throws RangeError, which names the file, for a missing column and for a row with other values.
 */
export function readTable<Column extends string>(
  file: string,
  table: unknown,
  patterns: Readonly<Record<Column, RegExp>>,
): readonly CellOfRow<Column>[] {
  const data = parseTable(file, tableSchema, table);
  const allPatterns = new Map<string, RegExp>(Object.entries<RegExp>(patterns));
  const missing = [...allPatterns.keys()].filter((name) => !data.columns.includes(name));
  if (missing.length > 0) throw new RangeError(`${file}: «columns» lacks ${missing.join(', ')}`);
  const values = data.columns.map((name) => `(?<${name}>${allPatterns.get(name)?.source ?? '[^,]*'})`);
  const pattern = new RegExp(`^${values.join(',')}$`, 'u');
  return data.rows.map((row) => {
    const cells = pattern.exec(row)?.groups;
    if (cells === undefined) throw new RangeError(`${file}: ${misfit(row, data.columns, allPatterns)}`);
    return (column) => cells[column] ?? '';
  });
}

/** The content of a table. Throws RangeError, which names the file and the place in it, for what the schema does not have. */
export function parseTable<Content>(file: string, schema: z.ZodType<Content>, table: unknown): Content {
  const { data, error } = schema.safeParse(table);
  if (error !== undefined) throw new RangeError(`${file}: ${z.prettifyError(error)}`);
  return data;
}

/** What is wrong with a row that does not match: how many values it has, or else the first one that does not fit. */
function misfit(row: string, columns: readonly string[], patterns: ReadonlyMap<string, RegExp>): string {
  const values = row.split(',');
  const wrong = columns.find(
    (name, index) =>
      !new RegExp(`^(?:${patterns.get(name)?.source ?? '[^,]*'})$`, 'u').test(values[index] ?? ''),
  );
  const what =
    values.length === columns.length && wrong !== undefined
      ? `«${values[columns.indexOf(wrong)] ?? ''}» cannot be «${wrong}»`
      : `number of values: ${String(values.length)}, of columns: ${String(columns.length)}`;
  return `the row «${row}» does not fit the columns «${columns.join()}»: ${what}`;
}

const tableSchema = z.object({
  source: z.string().min(1),
  date: z.iso.date(),
  columns: z.string().transform((names) => names.split(',')),
  rows: z.array(z.string()),
});

/** The value of a språkvedtak written as in the regulation. Throws RangeError for a word that is not one of `decisionWords`. */
export function languageDecision(word: string): LanguageDecision {
  if (word === languageDecisions.nb[0]) return 'nb';
  if (word === languageDecisions.nn[0]) return 'nn';
  if (word === languageDecisions.neutral[0]) return 'neutral';
  throw new RangeError(`neither bokmål, nynorsk nor nøytral: ${word}`);
}
