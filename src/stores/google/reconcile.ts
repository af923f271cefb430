/** What is known after a write: what became of each change, and the cells that are to be put back. */
import { groupBy } from '../../domain/group.ts';
import type { Cell } from '../../domain/workbook.ts';
import { cellOf } from '../new-cell.ts';
import { addedRows } from './row-requests.ts';
import type { ModelRow, TabModel } from './tab-model.ts';
import type { Undo } from './undo.ts';
import type { Effect, WorkbookModel } from './workbook-model.ts';
import type { UndoPlan, WritePlan } from './plan.ts';
import type { SeenTab, Snapshot } from './read.ts';
import type { Table } from './moved-cells.ts';
import { verifyUndos, relocate, unsureUndos, type OpenUndos } from './verify-undos.ts';
import { verifyTabs, sameValues, type WrittenTab, type Verified } from './verify.ts';
import {
  filledRows,
  beforeAfterInAnswer,
  beforeAfterInReading,
  tableOf,
  type Written,
} from './before-after.ts';

/** What can be seen of a write that was applied: its own answer, or a reading after the answer was lost. */
export interface Seen {
  readonly in: 'answer' | 'reading';
  /** The spreadsheet in that moment. */
  readonly snapshot: Snapshot;
}

const tabIn = ({ tabs }: Snapshot, tabId: number): SeenTab | undefined => tabs.find(({ id }) => id === tabId);

const tableIn =
  (snapshot: Snapshot) =>
  (tabId: number): Table | undefined => {
    const tab = tabIn(snapshot, tabId);
    return tab === undefined ? undefined : tableOf(tab);
  };

/** Verifies a write of changes. The undos are where they stand in what was seen. */
export function reconcileChanges(
  plan: WritePlan,
  model: WorkbookModel,
  effects: readonly Effect[],
  seen: Seen,
): Verified & OpenUndos {
  const writtenTabs = new Map(
    model.tabs.flatMap((tab) => {
      const one = writtenTabOf(plan, tab, seen);
      return one === undefined ? [] : [[tab, one] as const];
    }),
  );
  const { outcomes, undos } = verifyTabs(writtenTabs, effects);
  if (seen.in === 'answer') return { outcomes, undos, lost: [] };
  const after = new Map([...writtenTabs].map(([{ id }, { beforeAfter }]) => [id, beforeAfter.after]));
  return { outcomes, ...relocate(undos, (tabId) => after.get(tabId), tableIn(seen.snapshot)) };
}

function writtenTabOf(plan: WritePlan, tab: TabModel, { in: where, snapshot }: Seen): WrittenTab | undefined {
  const [copies, shown] = [plan.copies.get(tab.id), tabIn(snapshot, tab.id)];
  if (copies === undefined || tab.seen === undefined || shown === undefined) return undefined;
  const grid = snapshot.log?.grid;
  if (where === 'reading') {
    const places = new Map(addedRows(tab).map((row) => [row, row.number]));
    return { tab, copies, beforeAfter: beforeAfterInReading(tab.seen, copies, grid, writtenBy(tab)), places };
  }
  const places = addedPlaces(tab, tableOf(shown));
  const numbers = new Set(places.values());
  return {
    tab,
    copies,
    beforeAfter: beforeAfterInAnswer(shown, copies, grid, (row) => numbers.has(row)),
    places,
  };
}

/** Where the new rows have come to stand: the last rows in line that hold just that. */
function addedPlaces(tab: TabModel, table: Table): ReadonlyMap<ModelRow, number> {
  const [rows, there] = [addedRows(tab), filledRows(table)];
  for (let start = there.length - rows.length; start >= 0 && rows.length > 0; start -= 1) {
    const block = there.slice(start, start + rows.length);
    if (block.every(({ cells }, index) => sameValues(cells, rows[index]?.cells ?? [])))
      return new Map(rows.map((row, index) => [row, block[index]?.number ?? 0]));
  }
  return new Map();
}

function writtenBy({ cells, rows }: TabModel): Written {
  const written = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell): void => {
    written.set(row, (written.get(row) ?? new Map<number, Cell>()).set(column, cell));
  };
  for (const { row, column, becomes } of cells) put(row.number, column, cellOf(becomes));
  for (const { number, added } of rows)
    for (const [column, value] of added ?? []) put(number, column, cellOf(value));
  return written;
}

/** Verifies a write of undos, which were planned from `planned`. They are where they stand in what was seen. */
export function reconcileUndos(
  plan: UndoPlan,
  undos: readonly Undo[],
  planned: Snapshot,
  seen: Seen,
): OpenUndos {
  const open: Undo[] = [];
  const lost: Undo[] = [];
  for (const [tabId, own] of groupBy(undos, (undo) => undo.tabId)) {
    const came = reconcileTab(tabId, plan, own, planned, seen);
    open.push(...came.undos);
    lost.push(...came.lost);
  }
  return { undos: open, lost };
}

function reconcileTab(
  tabId: number,
  { copies, kept }: UndoPlan,
  undos: readonly Undo[],
  planned: Snapshot,
  { in: where, snapshot }: Seen,
): OpenUndos {
  const [was, shown, copied] = [tabIn(planned, tabId), tabIn(snapshot, tabId), copies.get(tabId)];
  if (was === undefined || shown === undefined || copied === undefined) return { undos: [], lost: [] };
  const [table, grid] = [tableOf(was), snapshot.log?.grid];
  if (where === 'answer')
    return verifyUndos(
      undos,
      table,
      beforeAfterInAnswer(shown, copied, grid, () => false),
      copied,
      kept,
    );
  const beforeAfter = beforeAfterInReading(was, copied, grid, undoneBy(undos));
  return { undos: [], lost: unsureUndos(undos, table, beforeAfter) };
}

function undoneBy(undos: readonly Undo[]): Written {
  const rows = groupBy(undos, ({ row }) => row);
  return new Map(
    [...rows].map(([row, own]) => [row, new Map(own.map(({ column, restore }) => [column, restore]))]),
  );
}

/** Where undos are to be made after nothing was written, as a new reading shows. */
export const relocateIn = (undos: readonly Undo[], planned: Snapshot, snapshot: Snapshot): OpenUndos =>
  relocate(undos, tableIn(planned), tableIn(snapshot));
