import type { Cell, NewValue } from './workbook.ts';
import { serialOf } from './serials.ts';

/** The cell as it will read back. Throws Error for a day, time or number that does not exist. */
export function cellOf(value: NewValue): Cell {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`not a number: ${value}`);
  if (typeof value !== 'object') return value === '' ? null : value;
  if ('serial' in value) return { value: value.serial, isDate: true };
  const iso = 'day' in value ? value.day : value.wallTime;
  const serial = serialOf(iso);
  if (serial === null) throw new Error(`not a day or a wall time: ${iso}`);
  return { value: serial, isDate: true };
}
