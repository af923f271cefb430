import type { Cell, NewValue } from '../../../domain/workbook.ts';
import { encodeCellText } from '../package/xml-text.ts';
import { DAYS_TO_1904, serialOf } from '../serials.ts';
import { cellName } from '../addresses.ts';

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

/**
 * A `<c>` element. Text stands in the cell itself, marked as text, so that no program takes it for a formula,
 * a number or a date.
 */
export function cellXml(
  prefix: string,
  at: { readonly column: number; readonly row: number },
  style: number,
  cell: Cell,
  date1904: boolean,
): string {
  const place = ` r="${cellName(at.column, at.row)}"${style > 0 ? ` s="${style}"` : ''}`;
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  const isDate = typeof cell === 'object' && cell?.isDate === true;
  const p = prefix;
  if (value === null) return `<${p}c${place}/>`;
  if (typeof value === 'string') {
    const text = encodeCellText(value);
    return `<${p}c${place} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
  }
  if (typeof value === 'boolean') return `<${p}c${place} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
  const number = isDate && date1904 ? value - DAYS_TO_1904 : value;
  return `<${p}c${place}><${p}v>${number}</${p}v></${p}c>`;
}
