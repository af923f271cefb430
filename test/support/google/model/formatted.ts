import { fromSerial } from '../../../../src/domain/time.ts';
import type { CellFormat } from '../schema/cells.ts';
import { errorTexts, type Shown } from './cell.ts';

type NumberFormat = CellFormat['numberFormat'];

/** The text that people see in a cell. Numbers and dates follow the locale, a pattern goes before it. */
export function formatted(value: Shown, format: NumberFormat, locale: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return errorTexts[value.error];
  if (typeof value === 'boolean') return truthWords(locale)[Number(value)] ?? '';
  const { type, pattern } = format ?? {};
  if (type === 'DATE' || type === 'TIME' || type === 'DATE_TIME')
    return formattedTime(value, pattern ?? defaultPattern(type, locale));
  return type === 'PERCENT' ? `${localNumber(value * 100, locale)}%` : localNumber(value, locale);
}

const truthWords = (locale: string): readonly string[] =>
  /^(?:nb|nn|no)(?:_|$)/u.test(locale) ? ['USANN', 'SANN'] : ['FALSE', 'TRUE'];

/** Ten significant digits, as a cell without a format shows them. */
function localNumber(value: number, locale: string): string {
  const text = String(Number(value.toPrecision(10)));
  return locale.startsWith('en') ? text : text.replace('.', ',');
}

function defaultPattern(type: 'DATE' | 'TIME' | 'DATE_TIME', locale: string): string {
  const date = locale.startsWith('en') ? 'm/d/yyyy' : 'dd.mm.yyyy';
  const time = locale.startsWith('en') ? 'h:mm:ss' : 'hh.mm.ss';
  if (type === 'DATE') return date;
  return type === 'TIME' ? time : `${date} ${time}`;
}

function formattedTime(serial: number, pattern: string): string {
  const time = fromSerial(serial);
  if (time === undefined) return String(serial);
  const [year = '', month = '', day = ''] = time.day.split('-');
  const hours = Math.floor(time.minutes / 60);
  let seenHours = false;
  return pattern.replace(/y+|m+|d+|h+|s+/giu, (letters) => {
    const letter = letters[0]?.toLowerCase() ?? '';
    const value = {
      y: Number(year),
      m: seenHours ? time.minutes % 60 : Number(month),
      d: Number(day),
      h: hours,
      s: Math.round(serial * 86_400) % 60,
    }[letter];
    seenHours ||= letter === 'h';
    return String(value ?? '').padStart(letter === 'y' ? 4 : letters.length, '0');
  });
}
