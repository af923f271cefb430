/** Whether what was to be put back was, and where it is to be put back from now on. */
import type { Cell } from '../../domain/workbook.ts';
import { groupBy } from '../../domain/group.ts';
import type { Copies, LogPlace } from './log-layout.ts';
import type { Undo } from './undo.ts';
import { Alignment, isAlone, markOf, type Table } from './moved-cells.ts';
import { placeKept } from './verify.ts';
import type { BeforeAfter } from './before-after.ts';

export interface OpenUndos {
  readonly undos: readonly Undo[];
  /** Those of which nobody can say any more whether they are put back rightly. */
  readonly lost: readonly Undo[];
}

/**
 * Formulas that are put back after rows or columns have moved: Sheets has not moved their references along, so that they
 * may read other cells than they did.
 */
const strayFormulas = (undos: readonly Undo[], alignment: Alignment): readonly Undo[] =>
  undos.some(({ restore }) => readsCells(restore)) && !alignment.isStill()
    ? undos.filter(({ restore }) => readsCells(restore))
    : [];

const readsCells = (cell: Cell): boolean =>
  typeof cell === 'object' && cell?.formula !== undefined && /[A-Z]\$?\d/u.test(cell.formula);

/** What an undo is to leave in its cell. */
type Aim = Pick<Undo, 'restore' | 'kept'>;

/**
 * Verifies the undos of one tab. `planned` is the tab as they were planned from. Where one hit another cell, because people
 * have moved rows or columns, that cell is to be put back, and the undo is still open where its own cell is by now.
 */
export function verifyUndos(
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
    // Somebody has written over our value: theirs is the last word.
    if (markOf(before.rows.get(found.row)?.[found.column]) !== markOf(undo.wrote)) continue;
    aims.set(found.row, found.column, { restore: undo.restore, kept: kept.get(undo) });
  }
  const { tabId = 0, tabName = '' } = undos[0] ?? {};
  return { undos: aims.open(after).map((open) => ({ tabId, tabName, ...open })), lost };
}

/** What is to stand in which cells. */
class Aims {
  readonly #byRow = new Map<number, Map<number, Aim>>();

  set(row: number, column: number, aim: Aim): void {
    const columns = this.#byRow.get(row) ?? new Map<number, Aim>();
    this.#byRow.set(row, columns.set(column, aim));
  }

  /** The cells in which something else stands. */
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
 * Those undos of one tab, whose answer was lost, of which it is not sure that they hit: somebody has edited those very rows
 * in that moment. As what stands there now, and what stood there just before.
 */
export function unsureUndos(
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

/** Where undos are to be made after people have edited: `from` and `to` give each tab in both moments, if it is there. */
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
