/**
 * Looks into JSON of the Sheets API by hand: a register may have a million cells, too many for a schema of each. Fields
 * at their default (0, false, '') are left out by Google, so that what is missing has that value.
 */

export type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nothing: Json = {};

export function object(value: unknown): Json {
  return isJson(value) ? value : nothing;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
