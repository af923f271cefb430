import { invalid } from '../api-error.ts';

/** Text and tab names in quotes are no part of what a locale decides. */
const quoted = /"(?:[^"]|"")*"|'(?:[^']|'')+'!/gu;
const otherTab = /'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_]*!/u;
const withoutTexts = (formula: string): string => formula.replaceAll(/"(?:[^"]|"")*"/gu, '""');

/** Whether numbers have a decimal comma, so that arguments are separated by semicolons alone. */
const hasDecimalComma = (locale: string): boolean =>
  new Intl.NumberFormat(locale.replace('_', '-')).format(0.5).includes(',');

/** Whether a spreadsheet of the locale can read the formula. */
export function isReadable(formula: string, locale: string): boolean {
  const rest = formula.replaceAll(quoted, '');
  if (!hasDecimalComma(locale)) return true;
  return !/,(?!\d)|\D,|\d\.\d/u.test(rest);
}

/** Throws 400 for a formula of a rule that Sheets does not take. */
export function checkRuleFormula(formula: string, locale: string): void {
  if (!/^[=+]/u.test(formula)) throw invalid('A custom formula must begin with an equals sign.');
  if (!isReadable(formula, locale)) throw invalid(`Invalid ConditionValue.userEnteredValue: ${formula}`);
  if (otherTab.test(withoutTexts(formula)))
    throw invalid('Conditional format rule cannot reference a different sheet.');
}
