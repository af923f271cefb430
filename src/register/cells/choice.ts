/** Words of a closed list, yes and no, numbers, and words of a list that people make up themselves. */
import { nearest } from '../../domain/nearest.ts';
import { cellValue, type Cell } from '../../domain/workbook.ts';
import { yesNo, type ClosedList } from '../lists.ts';
import { plainText } from './text.ts';
import type { CellParser, Report } from './cell-parser.ts';

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** The values of a list by every word that stands for them: as they are written, and folded. */
function valuesByWord<Value extends string>(list: ClosedList<Value>): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const value in list) {
    for (const word of list[value]) values.set(word, value).set(fold(word), value);
  }
  return values;
}

/** A word of a closed list in any accepted form; an unknown word is an error that suggests the nearest. */
export function choiceCell<Value extends string>(list: ClosedList<Value>): CellParser<Value> {
  const values = valuesByWord(list);
  const ownWords = Object.values<readonly [string, ...string[]]>(list).map(([own]) => own);
  /** The last unknown word and what it was taken for: a misspelling copied down a column is looked up once. */
  let last: { readonly text: string; readonly meant: Value | undefined } | undefined;
  return (cell, report) => {
    const text = plainText(cell);
    const value = values.get(text) ?? values.get(fold(text));
    if (value !== undefined) return value;
    if (last?.text !== text) last = { text, meant: values.get(nearest(fold(text), values.keys()) ?? '') };
    const suggestion = last.meant === undefined ? {} : { nearest: list[last.meant][0] };
    report('unknown-value', 'error', { allowed: ownWords, ...suggestion });
    return undefined;
  };
}

const answers = valuesByWord(yesNo);

/** A checkbox, or yes and no as words of the workbook's language. */
export const yesNoCell: CellParser<boolean> = (cell, report) => {
  const value = cellValue(cell);
  if (typeof value === 'boolean') return value;
  const answer = answers.get(fold(plainText(cell)));
  if (answer !== undefined) return answer === 'yes';
  report('yes-no-unreadable', 'error', {});
  return undefined;
};

const isShownAsDate = (cell: Cell): boolean => typeof cell === 'object' && cell?.isDate === true;

/** «10.000» may be ten or ten thousand. */
const couldBeThousands = /^-?[1-9]\d{0,2}[.,]\d{3}$/u;

function numberIn(cell: Cell): number | undefined {
  const value = cellValue(cell);
  if (typeof value === 'number') return isShownAsDate(cell) ? undefined : value;
  const text = plainText(cell).replace(/\s/gu, '').replace('−', '-');
  const isNumber = /^-?\d+(?:[.,]\d+)?$/u.test(text) && !couldBeThousands.test(text);
  return isNumber ? Number(text.replace(',', '.')) : undefined;
}

/**
 * A number from `from` to `to`. Norwegian and English decimal signs; spaces between thousands. Amounts with units,
 * roundings and ranges (`ca. 30`, `20-30`) are errors.
 */
export function numberCell(from: number, to: number): CellParser<number> {
  return (cell, report) => {
    const number = numberIn(cell);
    if (number !== undefined && number >= from && number <= to) return number;
    if (number === undefined) report('number-unreadable', 'error', {});
    else report('number-out-of-range', 'error', { from, to });
    return undefined;
  };
}

/** A number without a fraction. */
export function wholeNumberCell(from: number, to: number): CellParser<number> {
  const parse = numberCell(from, to);
  return (cell, report) => {
    const number = parse(cell, report);
    if (number === undefined || Number.isInteger(number)) return number;
    report('number-not-whole', 'error', {});
    return undefined;
  };
}

/** Words separated by comma, semicolon or line break, in a column declared as a list. */
export const wordsCell: CellParser<readonly string[]> = (cell) =>
  plainText(cell)
    .normalize('NFC')
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, (character) =>
      /[\r\n]/u.test(character) ? '\n' : ' ',
    )
    .split(/[,;\n]/u)
    .map((word) => word.replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '');

/**
 * The number of a municipality (four digits) or a county (two). Digits that are a name, not an amount: a spreadsheet
 * that took `0301` for 301 gets the zero back.
 */
export const areaNumberCell: CellParser<string> = (cell, report: Report) => {
  const digits = plainText(cell).replace(/\s/gu, '');
  const lostZero = typeof cellValue(cell) === 'number' && (digits.length === 3 || digits.length === 1);
  const number = lostZero ? `0${digits}` : digits;
  if (/^(?:\d\d|\d{4})$/u.test(number)) return number;
  report('number-as-id', 'error', { digits: 4 });
  return undefined;
};
