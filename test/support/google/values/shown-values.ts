import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { errorTexts, formulaOf, numberFormatOf, shownBy, type Cell } from '../model/cell.ts';
import { formatted } from '../model/formatted.ts';
import type { Area, Sheet } from '../model/sheet.ts';

export type Scalar = string | number | boolean;

const rendering = z.object({
  value: z.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']).default('FORMATTED_VALUE'),
  time: z.enum(['SERIAL_NUMBER', 'FORMATTED_STRING']).default('SERIAL_NUMBER'),
});

/** How values are to be shown. */
export type Rendering = z.output<typeof rendering> & { readonly locale: string };

export function renderingOf(
  value: string | null | undefined,
  time: string | null | undefined,
  locale: string,
): Rendering {
  const result = rendering.safeParse({ value: value ?? undefined, time: time ?? undefined });
  if (!result.success) throw invalid(`Invalid value at 'value_render_option': ${value ?? ''} ${time ?? ''}`);
  return { ...result.data, locale };
}

/** The values of an area, row by row: what is blank at the end of a row, and blank rows at the end, are left out. */
export function shownValues(sheet: Sheet, area: Area, how: Rendering): Scalar[][] {
  const rows: Scalar[][] = [];
  for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
    const cells = sheet.row(row).cells.slice(area.left, area.right);
    rows.push(trimmed(Array.from(cells, (cell) => shownValue(cell, how))));
  }
  return rows.slice(0, rows.findLastIndex(({ length }) => length > 0) + 1);
}

/** Rows as columns, columns as rows, and trimmed again. */
export function transposed<Value>(rows: readonly (readonly Value[])[], blank: Value): Value[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? blank));
}

export function trimmed(values: readonly Scalar[]): Scalar[] {
  return values.slice(0, values.findLastIndex((value) => value !== '') + 1);
}

function shownValue(cell: Cell | undefined, how: Rendering): Scalar {
  const formula = how.value === 'FORMULA' ? formulaOf(cell) : undefined;
  if (formula !== undefined) return formula;
  const value = shownBy(cell);
  if (value === undefined) return '';
  const format = numberFormatOf(cell);
  const isTime = format !== undefined && ['DATE', 'TIME', 'DATE_TIME'].includes(format.type);
  if (how.value === 'FORMATTED_VALUE' || (isTime && how.time === 'FORMATTED_STRING'))
    return formatted(value, format, how.locale);
  return typeof value === 'object' ? errorTexts[value.error] : value;
}
