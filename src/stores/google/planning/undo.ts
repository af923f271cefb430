/** A row in which a write hit something else than it was meant for, and what is to be put back there. */
import { normaliseId } from '../../../domain/id.ts';
import { cellValue, isEmptyCell, normaliseHeading, sameCell, type Cell } from '../../../domain/workbook.ts';
import { sameCells } from '../../find.ts';
import type { ModelRow, MotorPlace, PlannedCell, TabModel } from './tab-model.ts';

export interface Undo {
  readonly tabId: number;
  readonly tabName: string;
  /** Where it was, from 1. */
  readonly row: number;
  /** What stood in the row right after the write. */
  readonly after: readonly Cell[];
  /** The row's ID, if it is known and was not written over. */
  readonly id: string | undefined;
  /** What stood in the rows above and below right after, where that is known: by them an emptied row is found. */
  readonly neighbours: { readonly above: readonly Cell[]; readonly below: readonly Cell[] } | undefined;
  readonly cells: readonly UndoneCell[];
}

export interface UndoneCell {
  /** Where it was, from 0, and the heading that stood over it. */
  readonly column: number;
  readonly heading: string;
  readonly wrote: Cell;
  /** What stood in the cell just before, and where it is kept. */
  readonly restore: Cell;
  readonly kept: MotorPlace;
}

/**
 * Plans to put back what stood in a row, on what the undos before it leave. Answers with the planned cells; none for a
 * cell in which our value does not stand any more: the row is gone, or somebody has written over it, and then theirs
 * is the last word.
 */
export function applyUndo(tab: TabModel, undo: Undo): ReadonlyMap<UndoneCell, PlannedCell> {
  const planned = new Map<UndoneCell, PlannedCell>();
  const row = findWritten(tab, undo);
  if (row === undefined) return planned;
  const before = [...row.cells];
  for (const cell of undo.cells) {
    const column = columnIn(tab, before, cell);
    if (column === undefined) continue;
    const put = tab.put(row, column, { kind: 'restored', cell: cell.restore, from: cell.kept });
    put.takesBack = true;
    planned.set(cell, put);
  }
  return planned;
}

/** Whether a value of ours may still stand somewhere in the tab, though nobody can say for certain where. */
export const mayStand = (tab: TabModel, { wrote }: UndoneCell): boolean =>
  !isEmptyCell(wrote) && tab.rows.some(({ cells }) => holds(cells, wrote));

/** The row we wrote in, wherever it is by now: by all that it holds, by its ID, or by all but one cell of it. */
function findWritten(tab: TabModel, undo: Undo): ModelRow | undefined {
  const count = valuesOf(undo.after).length;
  if (count === 0) return findEmptied(tab, undo);
  const holding = tab.rows.filter(({ cells }) => undo.cells.some(({ wrote }) => holds(cells, wrote)));
  const shares = ({ cells }: ModelRow): number => sharedValues(cells, undo.after);
  const same = holding.filter((row) => shares(row) === count && valuesOf(row.cells).length === count);
  if (same.length > 0) return same.find(({ number }) => number === undo.row) ?? same[0];
  const [byId, ...others] = holding.filter(({ cells }) => undo.id !== undefined && hasId(cells, undo.id));
  if (byId !== undefined && others.length === 0) return byId;
  const near = holding.filter((row) => shares(row) >= Math.max(1, count - 1));
  const there = near.find(({ number }) => number === undo.row);
  return near.length === 1 ? near[0] : there;
}

/** Whether a row may be one that a value was written in. That a cell is empty says nothing. */
const holds = (cells: readonly Cell[], wrote: Cell): boolean =>
  isEmptyCell(wrote) || cells.some((cell) => isWritten(cell, wrote));

/** Whether a cell holds what we put there. A formula that was put back may read otherwise by now: its row has moved. */
function isWritten(cell: Cell, wrote: Cell): boolean {
  const isFormula = (each: Cell): boolean => typeof each === 'object' && each?.formula !== undefined;
  return isFormula(wrote) ? isFormula(cell) && cellValue(cell) === cellValue(wrote) : sameCell(cell, wrote);
}

const hasId = (cells: readonly Cell[], id: string): boolean =>
  cells.some((cell) => normaliseId(String(cellValue(cell) ?? '')) === id);

/** A row that we left without anything in it: the one empty row between the two that stood above and below. */
function findEmptied(tab: TabModel, { neighbours, row }: Undo): ModelRow | undefined {
  if (neighbours === undefined) return undefined;
  const at = (number: number): readonly Cell[] => tab.row(number)?.cells ?? [];
  const isBetween = (number: number): boolean =>
    at(number).every(isEmptyCell) &&
    sameCells(at(number - 1), neighbours.above) &&
    sameCells(at(number + 1), neighbours.below);
  if (isBetween(row)) return tab.emptyRow(row);
  const [first, ...others] = tab.rows.map(({ number }) => number + 1).filter(isBetween);
  return first === undefined || others.length > 0 ? undefined : tab.emptyRow(first);
}

/** Where in its row our value stands: under its heading, else where it was written, else wherever only one cell holds it. */
function columnIn(
  tab: TabModel,
  cells: readonly Cell[],
  { heading, column, wrote }: UndoneCell,
): number | undefined {
  const isThere = (index: number): boolean => isWritten(cells[index] ?? null, wrote);
  const named = (tab.headings()?.cells ?? []).flatMap((cell, index) =>
    heading !== '' && normaliseHeading(String(cellValue(cell) ?? '')) === heading ? [index] : [],
  );
  if (named.length === 1 && named[0] !== undefined && isThere(named[0])) return named[0];
  if (isThere(column)) return column;
  const places = cells.flatMap((cell, index) => (isWritten(cell, wrote) ? [index] : []));
  return places.length === 1 ? places[0] : undefined;
}

/** What a row holds, in no order: columns may have moved. */
const valuesOf = (cells: readonly Cell[]): readonly string[] =>
  cells.flatMap((cell) => (isEmptyCell(cell) ? [] : [JSON.stringify(cellValue(cell))]));

/** How many values two rows have in common, each counted as often as it stands in both. */
export function sharedValues(one: readonly Cell[], other: readonly Cell[]): number {
  const left = [...valuesOf(other)];
  let count = 0;
  for (const value of valuesOf(one)) {
    const at = left.indexOf(value);
    if (at === -1) continue;
    left.splice(at, 1);
    count += 1;
  }
  return count;
}

/** How many cells of a row hold something. */
export const filledCells = (cells: readonly Cell[]): number => valuesOf(cells).length;
