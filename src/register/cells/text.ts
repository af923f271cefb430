/** Text as people type and paste it, made plain. */
import { fromSerial } from '../../domain/time.ts';
import { cellValue, type Cell } from '../../domain/workbook.ts';
import type { CellParser, Report } from './cell-parser.ts';

/** Control characters but tab and line breaks, soft hyphens, and halves of a surrogate pair. */
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\uFFFE\uFFFF]|\p{Surrogate}/gu;
/**
 * Characters that turn the direction of writing, and invisible ones. A zero-width joiner is kept where it joins two
 * pictures into one (👩‍👧).
 */
const direction =
  /[\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;
const lineBreaks = /\r\n|[\r\n\u000B\u000C\u0085\u2028\u2029]/gu;

const two = (value: number): string => String(value).padStart(2, '0');

/** A number in a text column as its owner saw it: a date as `12.03.2026`, otherwise the digits. */
function numberAsText(value: number, isDate: boolean): string {
  if (isDate && value > 0 && value < 1) {
    const minutes = Math.floor(Math.round(value * 86_400) / 60);
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
  const date = isDate ? fromSerial(value) : undefined;
  if (date === undefined) return Number.isInteger(value) ? value.toFixed(0) : String(value);
  const [year = '', month = '', day = ''] = date.day.split('-');
  const time = date.minutes === 0 ? '' : ` ${two(Math.floor(date.minutes / 60))}:${two(date.minutes % 60)}`;
  return `${day}.${month}.${year}${time}`;
}

/** The cell's content as text, not cleaned. */
export function plainText(cell: Cell): string {
  const value = cellValue(cell);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    return numberAsText(value, typeof cell === 'object' && cell !== null && cell.isDate === true);
  }
  if (typeof value === 'boolean') return value ? 'ja' : 'nei';
  return '';
}

/** Letters, digits and signs of Norwegian text, composed and visible. Most cells hold nothing else. */
const plain = /^[ -~¡-¬®-˿–—‘’“”…€]*$/u;
const plainLines = /^[\n -~¡-¬®-˿–—‘’“”…€]*$/u;

/** A byte order mark or a zero-width space at the ends often comes with pasted text and is not reported. */
const atTheEnds = /^[\u200B\uFEFF\s]+|(?<![\u200B\uFEFF\s])[\u200B\uFEFF\s]+$/gu;

const withoutSpaceAtLineEnds = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

/** Text of several lines: line breaks become `\n`, control and direction characters are removed (with a warning). */
function cleanText(text: string, report: Report): string {
  if (plain.test(text)) return text.trim();
  if (plainLines.test(text)) return withoutSpaceAtLineEnds(text).trim();
  const visible = text.replace(controls, '');
  if (visible !== text) report('text-cleaned', 'warning', { what: 'characters' });
  const trimmed = visible.replace(atTheEnds, '');
  const straight = trimmed.replace(direction, '');
  if (straight !== trimmed) report('text-cleaned', 'warning', { what: 'direction' });
  return withoutSpaceAtLineEnds(straight.normalize('NFC').replace(lineBreaks, '\n')).trim();
}

/** Text on one line; a line break inside becomes a space, with a warning. Empty if nothing visible is left. */
export const lineOfText: CellParser<string> = (cell, report) => {
  if (typeof cell === 'string' && plain.test(cell)) return cell.trim();
  const text = cleanText(plainText(cell), report);
  if (!/[\n\t\u00A0]/u.test(text)) return text;
  if (text.includes('\n')) report('text-cleaned', 'warning', { what: 'lines' });
  return text.replace(/\s+/gu, ' ');
};

/** Text that may run over several lines and paragraphs. */
export const linesOfText: CellParser<string> = (cell, report) => cleanText(plainText(cell), report);
