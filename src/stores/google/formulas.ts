/**
 * Formulas as Felles has them (English, commas, ranges that end at row 2000) as they must be in a Google Sheet.
 *
 * Sheets reads a formula as the sheet's locale has it, also from the API (googleapis/google-api-nodejs-client#1994): where
 * numbers have a decimal comma, a comma between arguments is an error. A semicolon is understood everywhere.
 */
import { columnLetters } from '../../domain/workbook.ts';

/** Files have formulas over whole columns down to this row. A Google Sheet has ranges that are open below. */
const LAST_ROW_OF_FILES = 2000;

const TAB = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
/** Texts, references, numbers with decimals, names, and everything else one by one. */
const TOKENS = new RegExp(
  String.raw`(?<text>"(?:[^"]|"")*")|(?<tab>${TAB})?(?<range>${CELL}(?::${CELL})?)(?![\p{L}\p{N}_.(])|(?<decimal>\d+\.\d+)|[\p{L}_][\p{L}\p{N}_.]*|.`,
  'gsu',
);
/** A range of whole columns in a file, from one row down: `$A$2:$B$2000`. */
const TO_THE_END = new RegExp(String.raw`^(?<from>.*\$\d+:\$[A-Z]{1,3})\$${LAST_ROW_OF_FILES}$`, 'u');
/** A text that is nothing but a reference, as `INDIRECT` takes it. */
const REFERENCE_TEXT = new RegExp(String.raw`^"(?:${TAB})?${CELL}:${CELL}"$`, 'u');
const FIXED = /^\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/u;

/** A range that ends where the files do, open below: `'Valg'!$A$2:$A`. Any other as it is. */
export const openBelow = (range: string): string => TO_THE_END.exec(range)?.groups?.['from'] ?? range;

/** The formula of a cell. */
export const cellFormula = (formula: string): string =>
  `=${rewritten(formula, (range, tab) => tab + openBelow(range))}`;

/**
 * The formula of a rule: of a colour, or of a filter. Rules cannot name other tabs but through `INDIRECT`. `right` is
 * how many columns the rule is to the right of where the formula was made for.
 */
export const ruleFormula = (formula: string, right = 0): string =>
  `=${rewritten(formula, (range, tab) => {
    if (tab !== '') return FIXED.test(range) ? `INDIRECT("${tab}${openBelow(range)}")` : tab + range;
    return openBelow(right === 0 ? range : moved(range, right));
  })}`;

type RangeChange = (range: string, tab: string) => string;

function rewritten(formula: string, change: RangeChange): string {
  const tokens = [...formula.matchAll(TOKENS)].map(({ 0: token, groups }) => {
    const { text, tab = '', range, decimal } = groups ?? {};
    if (text !== undefined) return REFERENCE_TEXT.test(text) ? `"${openBelow(text.slice(1, -1))}"` : text;
    if (range !== undefined) return change(range, tab);
    if (decimal !== undefined) return asFraction(decimal);
    if (token === '{') throw new Error(`A list in braces is not the same in every locale: ${formula}`);
    return token === ',' ? ';' : token;
  });
  return tokens.join('');
}

/** `0.25` → `(25/100)`: whole numbers are the same in every locale. */
function asFraction(decimal: string): string {
  const [whole = '', decimals = ''] = decimal.split('.');
  return `(${String(Number(whole + decimals))}/1${'0'.repeat(decimals.length)})`;
}

/** A range with its loose columns further to the right. */
function moved(range: string, right: number): string {
  return range.replace(/(?<![$A-Z])(?<letters>[A-Z]{1,3})(?=\$?\d)/gu, (letters: string) => {
    let index = 0;
    for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
    return columnLetters(index - 1 + right);
  });
}

/** Whether two formulas are the same: Sheets may give back other separators, spaces and letter cases. */
export const sameFormula = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (formula: string): string =>
  formula.replaceAll(/[\s=]/gu, '').replaceAll(';', ',').toLowerCase();

/** A text as a formula has it. */
export const textLiteral = (text: string): string => `"${text.replaceAll('"', '""')}"`;
