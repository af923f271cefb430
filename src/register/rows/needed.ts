import { z } from 'zod';

const known = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** The cells that a row requires: its schema refuses absent values. */
export function neededIn(schema: z.ZodType): ReadonlySet<string> {
  const before = known.get(schema);
  if (before !== undefined) return before;
  if (!(schema instanceof z.ZodObject)) throw new TypeError('a row is an object');
  // Cell by cell: the whole schema would be compiled first, also for a tab without rows.
  const cells: [key: string, cell: z.core.$ZodType][] = Object.entries(schema.shape);
  const needed = new Set(cells.flatMap(([key, cell]) => (z.safeParse(cell, undefined).success ? [] : [key])));
  known.set(schema, needed);
  return needed;
}

/** The content of a row when some of its cells are missing or cannot be read. */
export type Loose<Row> = { readonly [Key in keyof Row]?: Row[Key] | undefined };

/** Says whether cells that were read have the types of the row; which of them exist does not matter. */
export function looselyFits<Row>(schema: z.ZodType<Row>): (cells: object) => cells is Loose<Row> {
  let partial: z.ZodType | undefined;
  return (cells): cells is Loose<Row> => {
    partial ??= schema instanceof z.ZodObject ? schema.partial() : schema;
    return partial.safeParse(cells).success;
  };
}
