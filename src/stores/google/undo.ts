/**
 * Values that a write left in wrong cells, cell by cell: the requests that put them back, whether those hit, and where they must
 * go after people have moved rows or columns.
 */
import type { Cell } from '../../domain/workbook.ts';
import { groupBy } from '../../domain/group.ts';
import {
  beforeAfterInAnswer,
  beforeAfterInReading,
  tabIn,
  tableOf,
  type BeforeAfter,
  type Seen,
  type Written,
} from './before-after.ts';
import { FIELDS, restoredData, type Request } from './cell-requests.ts';
import { Alignment, isAlone, markOf, type Table } from './moved-cells.ts';
import type { Snapshot } from './read.ts';
import { placeKept, type Copies, type LogPlace } from './write-log.ts';

/** A cell that holds one of our values, although it was meant for another cell. */
export interface Undo {
  readonly tabId: number;
  readonly tabName: string;
  /** Its place just after the write: the row from 1, the column from 0. */
  readonly row: number;
  readonly column: number;
  readonly wrote: Cell;
  /** What the cell held just before, and where its copy is kept. A cell that did not exist has no copy. */
  readonly restore: Cell;
  readonly kept: LogPlace | undefined;
}

/** What the verification needs from a plan that puts back. */
export interface UndoCopies {
  /** By the tabs' ids. */
  readonly copies: ReadonlyMap<number, Copies>;
  /** Where the next write log keeps what each undo puts back. */
  readonly kept: ReadonlyMap<Undo, LogPlace>;
}

export interface OpenUndos {
  /** What must be put back. */
  readonly undos: readonly Undo[];
  /** Those for which it can no longer be known whether they are put back correctly. */
  readonly lost: readonly Undo[];
}

/**
 * The requests that put cells back: from their copies in the write log `logId`, with formulas and formats;
 * if the copy is gone, by their values.
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

/** Neighbours in a row together, and such rows directly below one another. */
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

/** Verifies a write of undos, which were planned from `planned`. Their places are those in what was seen. */
export function verifyUndos(
  plan: UndoCopies,
  undos: readonly Undo[],
  planned: Snapshot,
  { in: where, snapshot }: Seen,
): OpenUndos {
  const log = snapshot.log?.grid;
  const came = [...groupBy(undos, ({ tabId }) => tabId)].flatMap(([tabId, own]): readonly OpenUndos[] => {
    const [was, shown, copies] = [tabIn(planned, tabId), tabIn(snapshot, tabId), plan.copies.get(tabId)];
    if (was === undefined || shown === undefined || copies === undefined) return [];
    if (where === 'answer') {
      const beforeAfter = beforeAfterInAnswer(shown, copies, log, () => false);
      return [verifyTab(own, tableOf(was), beforeAfter, copies, plan.kept)];
    }
    const beforeAfter = beforeAfterInReading(was, copies, log, undoneBy(own));
    return [{ undos: [], lost: unsureUndos(own, tableOf(was), beforeAfter) }];
  });
  return { undos: came.flatMap((each) => each.undos), lost: came.flatMap(({ lost }) => lost) };
}

function undoneBy(undos: readonly Undo[]): Written {
  const rows = groupBy(undos, ({ row }) => row);
  return new Map(
    [...rows].map(([row, own]) => [row, new Map(own.map(({ column, restore }) => [column, restore]))]),
  );
}

/** What an undo must leave in its cell. */
type Aim = Pick<Undo, 'restore' | 'kept'>;

/**
 * Verifies the undos of one tab. `planned` is the tab that they were planned from. If one hit another cell, because people
 * have moved rows or columns, that cell must be put back, and the undo is still open for its own cell at its new place.
 */
function verifyTab(
  undos: readonly Undo[],
  planned: Table,
  { before, after }: BeforeAfter,
  copies: Copies,
  kept: ReadonlyMap<Undo, LogPlace>,
): OpenUndos {
  const alignment = new Alignment(planned, before);
  const aims = new Aims();
  const lost = [...strayFormulas(undos, alignment)];
  for (const { row, column } of undos) {
    const restore = before.rows.get(row)?.[column] ?? null;
    aims.set(row, column, { restore, kept: placeKept(copies, row, column) });
  }
  for (const undo of undos) {
    const found = alignment.find(undo.row, undo.column);
    if (found === 'unknown') lost.push(undo);
    if (typeof found === 'string') continue;
    // Somebody has written over our value: theirs is kept.
    if (markOf(before.rows.get(found.row)?.[found.column]) !== markOf(undo.wrote)) continue;
    aims.set(found.row, found.column, { restore: undo.restore, kept: kept.get(undo) });
  }
  const { tabId = 0, tabName = '' } = undos[0] ?? {};
  return { undos: aims.open(after).map((open) => ({ tabId, tabName, ...open })), lost };
}

/** What must be in which cells. */
class Aims {
  readonly #byRow = new Map<number, Map<number, Aim>>();

  set(row: number, column: number, aim: Aim): void {
    const columns = this.#byRow.get(row) ?? new Map<number, Aim>();
    this.#byRow.set(row, columns.set(column, aim));
  }

  /** The cells that hold something else. */
  open({ rows }: Table): readonly (Aim & Pick<Undo, 'row' | 'column' | 'wrote'>)[] {
    return [...this.#byRow].flatMap(([row, columns]) =>
      [...columns].flatMap(([column, aim]) => {
        const wrote: Cell = rows.get(row)?.[column] ?? null;
        return markOf(wrote) === markOf(aim.restore) ? [] : [{ row, column, wrote, ...aim }];
      }),
    );
  }
}

/**
 * The undos of one tab that may not have hit, if the answer was lost: somebody has edited the same rows
 * at that time. Returned with what the cells hold now, and what they held just before.
 */
function unsureUndos(
  undos: readonly Undo[],
  planned: Table,
  { before, after }: BeforeAfter,
): readonly Undo[] {
  const at = ({ rows }: Table, { row, column }: Undo): Cell => rows.get(row)?.[column] ?? null;
  const isSure = (undo: Undo): boolean =>
    markOf(at(before, undo)) === markOf(undo.wrote) &&
    (isAlone(planned, undo.wrote) || isSameRow(planned.rows.get(undo.row), before.rows.get(undo.row)));
  return undos
    .filter((undo) => !isSure(undo))
    .map((undo) => ({ ...undo, wrote: at(after, undo), restore: at(before, undo) }));
}

function isSameRow(was: readonly Cell[] = [], is: readonly Cell[] = []): boolean {
  const width = Math.max(was.length, is.length);
  return Array.from({ length: width }, (_, column) => markOf(was[column]) === markOf(is[column])).every(
    Boolean,
  );
}

/**
 * Formulas that are put back after rows or columns have moved: Sheets has not adjusted their references, so they
 * may read other cells than before.
 */
const strayFormulas = (undos: readonly Undo[], alignment: Alignment): readonly Undo[] =>
  undos.some(({ restore }) => readsCells(restore)) && !alignment.isStill()
    ? undos.filter(({ restore }) => readsCells(restore))
    : [];

const readsCells = (cell: Cell): boolean =>
  typeof cell === 'object' && cell?.formula !== undefined && /[A-Z]\$?\d/u.test(cell.formula);

/** Where undos must be made after people have edited: `from` and `to` give each tab before and after, if it exists. */
export function relocate(
  undos: readonly Undo[],
  from: (tabId: number) => Table | undefined,
  to: (tabId: number) => Table | undefined,
): OpenUndos {
  const moved: Undo[] = [];
  const lost: Undo[] = [];
  for (const [tabId, own] of groupBy(undos, (undo) => undo.tabId)) {
    const [was, is] = [from(tabId), to(tabId)];
    if (was === undefined || is === undefined) continue;
    const alignment = new Alignment(was, is);
    lost.push(...strayFormulas(own, alignment));
    for (const undo of own) {
      const found = alignment.find(undo.row, undo.column);
      if (found === 'unknown') lost.push(undo);
      if (typeof found === 'string') continue;
      if (markOf(is.rows.get(found.row)?.[found.column]) === markOf(undo.wrote))
        moved.push({ ...undo, ...found });
    }
  }
  return { undos: moved, lost };
}

/** The tabs of a snapshot by their ids, as `relocate` takes them. */
export const tablesIn =
  (snapshot: Snapshot) =>
  (tabId: number): Table | undefined => {
    const tab = tabIn(snapshot, tabId);
    return tab === undefined ? undefined : tableOf(tab);
  };
