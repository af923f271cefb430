/** Where problems stand. */
import type { Place } from '../domain/problem.ts';
import { columnLetters } from '../domain/workbook.ts';

/** A column of a tab as it was found in the workbook. */
export interface ColumnPlace {
  /** From 0, which is column A. */
  readonly index: number;
  /** As it stands in the workbook. */
  readonly heading: string;
}

/** A cell, or the whole row where the tab has no such column. */
export function placeOf(
  tab: string,
  row: number,
  column: ColumnPlace | undefined,
  id: string | undefined,
): Place {
  if (column === undefined) return id === undefined ? { tab, row } : { tab, row, id };
  const cell = `${columnLetters(column.index)}${String(row)}`;
  const at = { tab, row, column: column.heading, cell };
  return id === undefined ? at : { ...at, id };
}
