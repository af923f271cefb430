/** How a tab looks, as far as a write of looks must know it. Read only where looks are planned: it makes the answer larger. */
import { list, number, object, text, type Json } from './read-cells.ts';

/** What is asked of a tab, and of its columns and cells, in addition to what every run asks. */
export const LOOKS_FIELDS = {
  sheet:
    'conditionalFormats(ranges,booleanRule(condition(type,values(userEnteredValue)))),columnGroups(range),filterViews(filterViewId,title),',
  grid: ',frozenRowCount,frozenColumnCount',
  data: ',columnMetadata(hiddenByUser)',
  cell: ',dataValidation(condition(type)),userEnteredFormat(backgroundColorStyle)',
} as const;

/** Columns from 0, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A rule of conditional formatting. */
export interface SeenRule {
  /** Empty for one that is not a formula. */
  readonly formula: string;
  readonly ranges: readonly (Span & { readonly top: number })[];
}

export interface SeenLooks {
  /** In their order of priority. */
  readonly rules: readonly SeenRule[];
  readonly groups: readonly Span[];
  readonly filterViews: readonly { readonly id: number; readonly title: string }[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly hasHiddenColumns: boolean;
  /** The colour that somebody gave a cell, as `#1F4E5F`. Row from 1, column from 0. */
  colourOf(row: number, column: number): string | undefined;
  /** Whether a cell of a column has a dropdown, or another rule of what it may hold. */
  hasChoices(column: number): boolean;
}

/** Reads one sheet of an answer that was asked for with `LOOKS_FIELDS`. */
export function looksOf(sheet: Json): SeenLooks {
  const grid = object(object(sheet['properties'])['gridProperties']);
  const data = object(list(sheet['data'])[0]);
  const [top, left] = [number(data['startRow']), number(data['startColumn'])];
  const rows = list(data['rowData']);
  const cellIn = (row: unknown, column: number): Json => object(list(object(row)['values'])[column - left]);
  return {
    rules: list(sheet['conditionalFormats']).map(ruleOf),
    groups: list(sheet['columnGroups']).map((group) => {
      const { startIndex, endIndex } = object(object(group)['range']);
      return { start: number(startIndex), end: number(endIndex) };
    }),
    filterViews: list(sheet['filterViews']).map((view) => {
      const { filterViewId, title } = object(view);
      return { id: number(filterViewId), title: text(title) };
    }),
    frozen: { rows: number(grid['frozenRowCount']), columns: number(grid['frozenColumnCount']) },
    hasHiddenColumns: list(data['columnMetadata']).some((column) => object(column)['hiddenByUser'] === true),
    colourOf: (row, column) => colourIn(cellIn(rows[row - 1 - top], column)),
    hasChoices: (column) => rows.some((row) => cellIn(row, column)['dataValidation'] !== undefined),
  };
}

function ruleOf(rule: unknown): SeenRule {
  const { ranges, booleanRule } = object(rule);
  const { type, values } = object(object(booleanRule)['condition']);
  return {
    formula: type === 'CUSTOM_FORMULA' ? text(object(list(values)[0])['userEnteredValue']) : '',
    ranges: list(ranges).map((range) => {
      const { startRowIndex, startColumnIndex, endColumnIndex } = object(range);
      return { top: number(startRowIndex), start: number(startColumnIndex), end: number(endColumnIndex) };
    }),
  };
}

function colourIn({ userEnteredFormat }: Json): string | undefined {
  const style = object(object(userEnteredFormat)['backgroundColorStyle']);
  if (style['rgbColor'] === undefined) return undefined;
  const { red, green, blue } = object(style['rgbColor']);
  const part = (value: unknown): string =>
    Math.round(number(value) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`.toUpperCase();
}
