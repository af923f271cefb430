import { dayFrom, toSerial } from '../../../../src/domain/time.ts';
import { tidy, type Cell } from '../model/cell.ts';
import { checkLength } from '../model/writing.ts';
import type { Scalar } from './shown-values.ts';

/**
 * What a cell becomes when a value is put into it. RAW keeps text as text. USER_ENTERED reads it as if a person had
 * typed it: numbers, dates, truth values and formulas by the locale of the spreadsheet.
 */
export function enteredCell(
  old: Cell | undefined,
  value: Scalar,
  as: 'RAW' | 'USER_ENTERED',
  locale: string,
): Cell | undefined {
  const kept = { ...old, computedFormat: undefined };
  if (typeof value !== 'string') return tidy({ ...kept, content: value });
  checkLength(value);
  if (value === '') return tidy({ ...kept, content: undefined });
  if (as === 'RAW') return tidy({ ...kept, content: value });
  if (value.startsWith("'")) return tidy({ ...kept, content: value.slice(1) });
  if (value.startsWith('=') && value.length > 1)
    return tidy({ ...kept, content: { formula: value, shows: { error: 'LOADING' } } });
  const day = typedDay(value, locale);
  if (day !== undefined) {
    const numberFormat = old?.format?.numberFormat ?? ({ type: 'DATE' } as const);
    return tidy({ ...kept, content: day, format: { ...old?.format, numberFormat } });
  }
  return tidy({ ...kept, content: typedNumber(value, locale) ?? typedTruth(value) ?? value });
}

function typedNumber(text: string, locale: string): number | undefined {
  const plain = locale.startsWith('en') ? text.replaceAll(',', '') : text.replace(',', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/iu.test(plain.trim()) ? Number(plain) : undefined;
}

function typedTruth(text: string): boolean | undefined {
  return { true: true, sann: true, false: false, usann: false }[text.trim().toLowerCase()];
}

const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/u;
const dayFirst = /^(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})$/u;
const monthFirst = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/u;

function typedDay(text: string, locale: string): number | undefined {
  const local = locale.startsWith('en_US') ? monthFirst : dayFirst;
  const { year, month, day } = (iso.exec(text.trim()) ?? local.exec(text.trim()))?.groups ?? {};
  const found = dayFrom(Number(year), Number(month), Number(day));
  return found === undefined ? undefined : toSerial(found);
}
