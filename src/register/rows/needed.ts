/** The types of a row's cells, one by one: zod compiles a whole schema at its first use, which takes longer than reading most tabs. */
import { z } from 'zod';

/** The content of a row when some of its cells are missing or cannot be read. */
export type Loose<Row> = { readonly [Key in keyof Row]?: Row[Key] | undefined };

type Check = (value: unknown) => boolean;

interface RowType {
  readonly needed: ReadonlySet<string>;
  readonly checks: ReadonlyMap<string, Check>;
}

/** Plain code for the kinds of cell that nearly all columns have, zod for the others. */
function checkOf(cell: z.core.$ZodType): Check {
  const isPlain = (cell._zod.def.checks ?? []).length === 0;
  if (cell instanceof z.ZodOptional) {
    // Most tabs have no rows in which the cell is.
    let inner: Check | undefined;
    return (value) => value === undefined || (inner ??= checkOf(cell.def.innerType))(value);
  }
  if (cell instanceof z.ZodString && isPlain) return (value) => typeof value === 'string';
  if (cell instanceof z.ZodBoolean && isPlain) return (value) => typeof value === 'boolean';
  if (cell instanceof z.ZodEnum && isPlain) {
    const options = new Set<unknown>(cell.options);
    return (value) => options.has(value);
  }
  if (cell instanceof z.ZodCustom) {
    const { fn } = cell._zod.def;
    return (value) => Boolean(fn(value));
  }
  return (value) => z.safeParse(cell, value).success;
}

const known = new WeakMap<z.ZodType, RowType>();

function rowTypeOf(schema: z.ZodType): RowType {
  const before = known.get(schema);
  if (before !== undefined) return before;
  if (!(schema instanceof z.ZodObject)) throw new TypeError('a row is an object');
  const cells: [key: string, cell: z.core.$ZodType][] = Object.entries(schema.shape);
  const checks = new Map(cells.map(([key, cell]) => [key, checkOf(cell)]));
  const needed = new Set([...checks].flatMap(([key, check]) => (check(undefined) ? [] : [key])));
  const made = { needed, checks };
  known.set(schema, made);
  return made;
}

/** The cells that a row requires: its schema refuses absent values. */
export const neededIn = (schema: z.ZodType): ReadonlySet<string> => rowTypeOf(schema).needed;

type ReadCells = Readonly<Record<string, unknown>>;

/** Says whether cells that were read have the types of the row; which of them exist does not matter. */
export function looselyFits<Row>(
  schema: z.ZodType<Row>,
): (cells: ReadCells) => cells is ReadCells & Loose<Row> {
  const { checks } = rowTypeOf(schema);
  return (cells): cells is ReadCells & Loose<Row> => {
    for (const key in cells) if (checks.get(key)?.(cells[key]) !== true) return false;
    return true;
  };
}

/** Says whether cells that were read are a row: all that it requires, each of its type. */
export function fits<Row>(schema: z.ZodType<Row>): (cells: ReadCells) => cells is ReadCells & Row {
  const { needed } = rowTypeOf(schema);
  const fitsLoosely = looselyFits(schema);
  return (cells): cells is ReadCells & Row => {
    for (const key of needed) if (!(key in cells)) return false;
    return fitsLoosely(cells);
  };
}
