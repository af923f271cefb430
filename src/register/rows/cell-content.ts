/** What a cell shows about its row: own content, or only what was filled down a column beforehand. */
import { cellValue, hasNoValue, isEmptyCell, type Cell } from '../../domain/workbook.ts';
import { ignoreReports } from '../cells/cell-parser.ts';
import { isOwnId } from '../cells/id.ts';
import type { FoundColumn } from '../find-columns.ts';
import type { Tab } from '../tab.ts';

/**
 * `nothing`: empty, an unticked box, a zero, dashes, a formula that found nothing. `id`, `choice`, `date` and `number` may
 * be filled down a column before anybody has written a row. `text` is what only a person writes.
 */
export type CellContent = 'nothing' | 'id' | 'choice' | 'date' | 'number' | 'text';

/** The facts about a column that matter for what its cells show. */
export interface ContentColumn {
  readonly index: number;
  readonly kind: Exclude<CellContent, 'nothing'>;
  readonly isKnown: (cell: Cell) => boolean;
  /** A row requires it. */
  readonly isNeeded: boolean;
}

/** The columns of a tab that were found. `isNeeded` says which ones a row requires. */
export function contentColumns(
  tab: Tab,
  columns: readonly FoundColumn[],
  isNeeded: (key: string) => boolean,
): readonly ContentColumn[] {
  return columns.flatMap(({ key, index }): readonly ContentColumn[] => {
    const column = tab.columns[key];
    if (column === undefined) return [];
    const isKnown = (cell: Cell): boolean => column.parse(cell, ignoreReports) !== undefined;
    const own = { index, isNeeded: isNeeded(key) };
    if (key === tab.key && tab.idLetter !== undefined)
      return [{ ...own, kind: 'id', isKnown: isOwnId(tab.idLetter) }];
    if (key === tab.key) return [{ ...own, kind: 'text', isKnown }];
    if (column.choices !== undefined) return [{ ...own, kind: 'choice', isKnown }];
    const { format } = column;
    return [{ ...own, kind: format === 'number' ? 'number' : format === 'text' ? 'text' : 'date', isKnown }];
  });
}

/** Something that can be read: a letter or a digit. */
const isReadable = /[\p{L}\p{N}]/u;

/** A lookup that finds nothing for an empty row. */
const foundNothing = new Set(['#N/A', '#I/T']);

function saysNothing(cell: Cell): boolean {
  if (isEmptyCell(cell)) return true;
  if (typeof cell === 'object' && cell !== null) {
    if (cell.error !== undefined) return cell.formula !== undefined && foundNothing.has(cell.error);
    if (cell.uncomputed === true) return false;
  }
  const value = cellValue(cell);
  if (typeof value === 'string') return !isReadable.test(value);
  return value === false || value === 0 || value === null;
}

/** What a cell of a column shows. */
export function contentKindOf(cell: Cell, { kind, isKnown, isNeeded }: ContentColumn): CellContent {
  if (saysNothing(cell)) return 'nothing';
  // A formula without a result counts as filled down in an optional column, and may be anything in a required one.
  if (hasNoValue(cell)) return isNeeded ? 'text' : 'nothing';
  const value = cellValue(cell);
  if (typeof value === 'boolean') return 'choice';
  if (kind === 'text') return value === 'nei' ? 'choice' : 'text';
  if (kind === 'number' || kind === 'date') return typeof value === 'number' || isKnown(cell) ? kind : 'text';
  return isKnown(cell) ? kind : 'text';
}
