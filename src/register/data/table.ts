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
 * comma in it. Throws ZodError for a missing column and for a row with other values.
 */
export function readTable<Column extends string>(
  table: unknown,
  patterns: Readonly<Record<Column, RegExp>>,
): readonly CellOfRow<Column>[] {
  const allPatterns = new Map<string, RegExp>(Object.entries<RegExp>(patterns));
  const { columns } = headSchema
    .refine((head) => [...allPatterns.keys()].every((name) => head.columns.includes(name)), {
      error: `a table has the columns ${[...allPatterns.keys()].join()}`,
    })
    .parse(table);
  const values = columns.map((name) => `(?<${name}>${allPatterns.get(name)?.source ?? '[^,]*'})`);
  const pattern = new RegExp(`^${values.join(',')}$`, 'u');
  const { rows } = z.object({ rows: z.array(z.string().regex(pattern)) }).parse(table);
  return rows.map((row) => {
    const cells = pattern.exec(row)?.groups ?? {};
    return (column) => cells[column] ?? '';
  });
}

const headSchema = z.object({
  source: z.string().min(1),
  date: z.iso.date(),
  columns: z.string().transform((names) => names.split(',')),
});

/** The value of a språkvedtak written as in the regulation. Throws RangeError for a word that is not one of `decisionWords`. */
export function languageDecision(word: string): LanguageDecision {
  if (word === languageDecisions.nb[0]) return 'nb';
  if (word === languageDecisions.nn[0]) return 'nn';
  if (word === languageDecisions.neutral[0]) return 'neutral';
  throw new RangeError(`neither bokmål, nynorsk nor nøytral: ${word}`);
}
