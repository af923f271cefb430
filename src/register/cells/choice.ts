/** Words of a closed list, yes and no, and numbers. */
import { nearest } from '../../domain/nearest.ts';
import { cellValue } from '../../domain/workbook.ts';
import { yesNo, type ClosedList } from '../lists.ts';
import { plainText } from './text.ts';
import type { CellParser } from './cell-parser.ts';

const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('nb');

/** A word of a closed list in any accepted form; an unknown word is an error that suggests the nearest. */
export function choiceCell<Value extends string>(list: ClosedList<Value>): CellParser<Value> {
  const known = new Map<string, Value>();
  const words: string[] = [];
  const own: string[] = [];
  for (const value in list) {
    own.push(list[value][0]);
    for (const word of list[value]) {
      known.set(fold(word), value);
      words.push(word);
    }
  }
  const ownWord = (value: Value | undefined): string | undefined => (value === undefined ? undefined : list[value][0]);
  return (cell, report) => {
    const text = fold(plainText(cell));
    const value = known.get(text);
    if (value !== undefined) return value;
    const near = nearest(text, words);
    const suggestion = near === undefined ? undefined : ownWord(known.get(fold(near)));
    report('unknown-value', 'error', suggestion === undefined ? { allowed: own } : { allowed: own, nearest: suggestion });
    return undefined;
  };
}

const yesNoChoice = choiceCell(yesNo);

/** A checkbox, or yes and no as words of the workbook's language (inputs.md 13). */
export const yesNoCell: CellParser<boolean> = (cell, report) => {
  const value = cellValue(cell);
  if (typeof value === 'boolean') return value;
  let unreadable = false;
  const answer = yesNoChoice(cell, () => {
    unreadable = true;
  });
  if (unreadable) report('yes-no-unreadable', 'error', {});
  return answer === undefined ? undefined : answer === 'yes';
};

/**
 * A number from `from` to `to`. Norwegian and English decimal signs; spaces between thousands. Amounts with units,
 * roundings and ranges (`ca. 30`, `20-30`) are errors (inputs.md 14).
 */
export function numberCell(from: number, to: number): CellParser<number> {
  return (cell, report) => {
    const value = cellValue(cell);
    const text = plainText(cell).replace(/[\s\u00A0\u202F]/gu, '').replace('−', '-');
    const isDate = typeof cell === 'object' && cell !== null && cell.isDate === true;
    const number =
      typeof value === 'number' && !isDate
        ? value
        : /^-?\d+(?:[.,]\d+)?$/u.test(text)
          ? Number(text.replace(',', '.'))
          : undefined;
    if (number === undefined) {
      report('number-unreadable', 'error', {});
    } else if (number < from || number > to) {
      report('number-out-of-range', 'error', { from, to });
    } else {
      return number;
    }
    return undefined;
  };
}

/** Words separated by comma, semicolon or line break, in a column declared as a list. */
export const wordsCell: CellParser<readonly string[]> = (cell) =>
  plainText(cell)
    .normalize('NFC')
    .split(/[,;\r\n]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * The number of a municipality (four digits) or a county (two). Digits that are a name, not an amount: a spreadsheet
 * that took `0301` for 301 gets the zero back.
 */
export const areaNumberCell: CellParser<string> = (cell, report) => {
  const digits = plainText(cell).replace(/[\s\u00A0]/gu, '');
  const number = typeof cellValue(cell) === 'number' && digits.length % 2 === 1 ? `0${digits}` : digits;
  if (/^(?:\d\d|\d{4})$/u.test(number)) return number;
  report('number-as-id', 'error', { digits: 4 });
  return undefined;
};
