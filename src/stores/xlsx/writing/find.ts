import {
  cellValue,
  normaliseHeading,
  sameCell,
  type Cell,
  type Refusal,
  type RowReference,
} from '../../../domain/workbook.ts';
import type { EditedRow, SheetEditor } from './sheet-editor.ts';

/** Finds the column, from 0, under a heading. Null when there is none, or more than one. */
export type ColumnFinder = (heading: string) => number | null;

/**
 * Finds columns of a tab as its headings are now. Headings are compared as people would; of two that look alike the
 * one written the same wins, and of two written the same neither does.
 */
export function columnFinder(sheet: SheetEditor): ColumnFinder {
  const headings = (sheet.headings()?.cells ?? []).map(textOf);
  const normalised = headings.map(normaliseHeading);
  return (heading) => {
    const wanted = normaliseHeading(heading);
    const alike = normalised.flatMap((text, column) => (text === wanted ? [column] : []));
    const exact = alike.filter((column) => headings[column] === heading);
    const [only, ...others] = alike.length > 1 ? exact : alike;
    return only !== undefined && others.length === 0 ? only : null;
  };
}

/** The row that a change is meant for, or why there is none. */
export function findRow(sheet: SheetEditor, reference: RowReference): EditedRow | Refusal {
  if (reference.by === 'content') return findByContent(sheet, reference.row, reference.cells);
  const column = columnFinder(sheet)(reference.idColumn);
  if (column === null) return { why: 'no-such-column' };
  return oneOf(sheet.rowsWithId(column, reference.id));
}

/**
 * A row by everything that stood in it before any of this run's changes. The row at the remembered place comes
 * first; anywhere else there must be just one.
 */
function findByContent(sheet: SheetEditor, number: number, cells: readonly Cell[]): EditedRow | Refusal {
  const there = sheet.row(number);
  if (there !== undefined && sameCells(there.original, cells)) return there;
  return oneOf(sheet.rows.filter((row) => sameCells(row.original, cells)));
}

function oneOf(rows: readonly EditedRow[]): EditedRow | Refusal {
  const [row, ...others] = rows;
  if (row === undefined) return { why: 'no-such-row' };
  return others.length === 0 ? row : { why: 'several-rows', rows: rows.map(({ number }) => number) };
}

function sameCells(one: readonly Cell[], other: readonly Cell[]): boolean {
  const length = Math.max(one.length, other.length);
  for (let column = 0; column < length; column += 1) {
    if (!sameCell(one[column], other[column])) return false;
  }
  return true;
}

function textOf(cell: Cell): string {
  return String(cellValue(cell) ?? '');
}
