import type { Cell } from '../../../domain/workbook.ts';
import { encodeCellText, escapeXml } from '../package/xml-text.ts';
import { DAYS_TO_1904 } from '../../../domain/serials.ts';
import { cellName } from '../addresses.ts';

/**
 * A `<c>` element; a formula with the result that is known. Text is in the cell itself, marked as text, so that no program reads it as a formula, a number or a
 * date.
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
  if (typeof cell === 'object' && cell?.formula !== undefined) {
    const formula = `<${p}f>${escapeXml(cell.formula)}</${p}f>`;
    if (value === null) return `<${p}c${place}>${formula}</${p}c>`;
    if (typeof value === 'string')
      return `<${p}c${place} t="str">${formula}<${p}v>${encodeCellText(value)}</${p}v></${p}c>`;
    return `<${p}c${place}>${formula}<${p}v>${storedNumber(Number(value), isDate, date1904)}</${p}v></${p}c>`;
  }
  if (value === null) return `<${p}c${place}/>`;
  if (typeof value === 'string') {
    const text = encodeCellText(value);
    return `<${p}c${place} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
  }
  if (typeof value === 'boolean') return `<${p}c${place} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
  return `<${p}c${place}><${p}v>${storedNumber(value, isDate, date1904)}</${p}v></${p}c>`;
}

function storedNumber(value: number, isDate: boolean, date1904: boolean): number {
  return isDate && date1904 ? value - DAYS_TO_1904 : value;
}
