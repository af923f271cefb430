/** What a write left where it should not have, cell by cell, and the requests that put it back. */
import type { Cell } from '../../domain/workbook.ts';
import { FIELDS, restoredData, type Request } from './cell-data.ts';
import type { LogPlace } from './log-layout.ts';

/** A cell in which one of our values stands, though it was meant for another. */
export interface Undo {
  readonly tabId: number;
  readonly tabName: string;
  /** Where it stands right after the write: the row from 1, the column from 0. */
  readonly row: number;
  readonly column: number;
  readonly wrote: Cell;
  /** What stood there just before, and where the copy of it is kept. Nothing is kept of a cell that was not there. */
  readonly restore: Cell;
  readonly kept: LogPlace | undefined;
}

/**
 * The requests that put cells back: as the copies that the write log `logId` keeps of them, formulas, formats and all;
 * where that copy is gone, by their values.
 */
export function undoRequests(undos: readonly Undo[], logId: number | undefined): readonly Request[] {
  const requests: Request[] = [];
  for (const block of blocksOf(undos.filter(({ kept }) => kept?.logId === logId)))
    requests.push(copyBack(block));
  for (const { tabId, row, column, restore, kept } of undos) {
    if (kept !== undefined && kept.logId === logId) continue;
    requests.push({
      updateCells: {
        start: { sheetId: tabId, rowIndex: row - 1, columnIndex: column },
        rows: [{ values: [restoredData(restore)] }],
        fields: FIELDS['value and format'],
      },
    });
  }
  return requests;
}

/** Cells that lie together in their tab as they do in the write log. */
interface Block {
  readonly first: Undo;
  readonly kept: LogPlace;
  readonly width: number;
  height: number;
}

/** Neighbours in a row together, and such rows that lie below one another. */
function blocksOf(undos: readonly Undo[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const run of runsOf(undos)) {
    const [first] = run;
    if (first?.kept === undefined) continue;
    const { kept } = first;
    const above = blocks.find((block) => isBelow(first, kept, block) && block.width === run.length);
    if (above === undefined) blocks.push({ first, kept, width: run.length, height: 1 });
    else above.height += 1;
  }
  return blocks;
}

const isBelow = (undo: Undo, kept: LogPlace, { first, kept: firstKept, height }: Block): boolean =>
  undo.tabId === first.tabId &&
  undo.column === first.column &&
  kept.column === firstKept.column &&
  undo.row === first.row + height &&
  kept.row === firstKept.row + height;

function runsOf(undos: readonly Undo[]): readonly (readonly Undo[])[] {
  const sorted = undos.toSorted(
    (one, other) => one.tabId - other.tabId || one.row - other.row || one.column - other.column,
  );
  const runs: Undo[][] = [];
  for (const undo of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && isRightOf(undo, last)) runs.at(-1)?.push(undo);
    else runs.push([undo]);
  }
  return runs;
}

const isRightOf = (undo: Undo, last: Undo): boolean =>
  last.tabId === undo.tabId &&
  last.row === undo.row &&
  last.column + 1 === undo.column &&
  last.kept?.row === undo.kept?.row &&
  (last.kept?.column ?? 0) + 1 === undo.kept?.column;

function copyBack({ first, kept, width, height }: Block): Request {
  const range = (sheetId: number, top: number, left: number): object => ({
    sheetId,
    startRowIndex: top,
    endRowIndex: top + height,
    startColumnIndex: left,
    endColumnIndex: left + width,
  });
  return {
    copyPaste: {
      source: range(kept.logId, kept.row, kept.column),
      destination: range(first.tabId, first.row - 1, first.column),
      pasteType: 'PASTE_NORMAL',
    },
  };
}
