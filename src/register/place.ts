/** The places of problems. */
import type { Place } from '../domain/problem.ts';
import { columnLetters } from '../domain/workbook.ts';

/** A column of a tab as it was found in the workbook. */
export interface ColumnPlace {
  /** From 0, which is column A. */
  readonly index: number;
  /** As it is in the workbook. */
  readonly heading: string;
}

const letters: string[] = [];

/** The letters above a column, made once for each. */
function lettersOf({ index }: ColumnPlace): string {
  return (letters[index] ??= columnLetters(index));
}

/** A cell, or the whole row if the tab has no such column. */
export function placeOf(
  tab: string,
  row: number,
  column: ColumnPlace | undefined,
  id: string | undefined,
): Place {
  if (column === undefined) return id === undefined ? { tab, row } : { tab, row, id };
  const { heading } = column;
  const cell = `${lettersOf(column)}${String(row)}`;
  return id === undefined ? { tab, row, column: heading, cell } : { tab, row, column: heading, cell, id };
}
