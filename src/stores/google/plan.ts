/** The one request that makes all planned changes, copies what they touch, and shows what came of it. */
import { groupBy } from '../../domain/group.ts';
import { quoteTab } from '../quote-tab.ts';
import { logTitle, nextLog, type LogName } from './write-log.ts';
import { logsIn, SPREADSHEET_FIELDS, type SeenTab, type Snapshot } from './read.ts';
import { cellRequests } from './cell-requests.ts';
import type { Request } from './cell-data.ts';
import { layoutLog, type CopiedTab, type LogLayout, type LogPlace, type Copies } from './log-layout.ts';
import {
  addedRows,
  addedRequests,
  columnAdditions,
  columnRoom,
  newTabRequests,
  replacementRequests,
} from './row-requests.ts';
import type { TabModel } from './tab-model.ts';
import { undoRequests, type Undo } from './undo.ts';
import type { WorkbookModel } from './workbook-model.ts';

export interface WritePlan {
  /** The write log that this write makes. */
  readonly log: LogName;
  readonly requests: readonly Request[];
  /** The tabs that the answer is to hold. */
  readonly shown: readonly { readonly id: number; readonly name: string }[];
  /** Where the write log holds what stood in each tab, by its id. */
  readonly copies: ReadonlyMap<number, Copies>;
}

/** A write that only puts back, and where the write log keeps on keeping what each puts back. */
export interface UndoPlan extends WritePlan {
  readonly kept: ReadonlyMap<Undo, LogPlace>;
}

const logAfter = ({ log, taken }: Snapshot, nonce: string): LogName =>
  nextLog(
    log,
    taken.map(({ id }) => id),
    nonce,
  );

/** What the answer to a write is to hold. */
export const ANSWER_FIELDS = `updatedSpreadsheet(${SPREADSHEET_FIELDS})`;

/**
 * Plans the request that makes the changes of a model. Undefined when there is nothing to write. `nonce` is this write's
 * own, never used before; `extraRequests` are requests beyond cells and tabs, such as the spreadsheet's locale.
 */
export function planChanges(
  snapshot: Snapshot,
  model: WorkbookModel,
  nonce: string,
  extraRequests: readonly Request[],
): WritePlan | undefined {
  const touched = model.tabs.filter(isTouched);
  if (touched.length === 0 && extraRequests.length === 0) return undefined;
  const log = logAfter(snapshot, nonce);
  const layout = layoutLog(log.id, touched.flatMap(copiedTab));
  const requests = [
    ...extraRequests,
    ...touched.flatMap((tab) => [
      ...newTabRequests(tab),
      ...columnAdditions(tab),
      ...cellRequests(tab),
      ...replacementRequests(tab),
      ...addedRequests(tab),
    ]),
  ];
  return planOf(snapshot, log, layout, { room: touched.flatMap(columnRoom), requests }, touched);
}

/** Plans the request that puts cells back, and nothing else. */
export function planUndos(snapshot: Snapshot, undos: readonly Undo[], nonce: string): UndoPlan {
  const log = logAfter(snapshot, nonce);
  const touched = [...groupBy(undos, ({ tabId }) => tabId)].flatMap(([id, own]) => {
    const seen = snapshot.tabs.find((tab) => tab.id === id);
    return seen === undefined ? [] : [undoneTab(seen, own)];
  });
  const lasting = undos.flatMap((undo) =>
    undo.kept !== undefined && undo.kept.logId === snapshot.log?.id ? [{ undo, place: undo.kept }] : [],
  );
  const layout = layoutLog(
    log.id,
    touched,
    lasting.map(({ place }) => place),
  );
  const kept = new Map<Undo, LogPlace>();
  for (const [index, { undo }] of lasting.entries()) {
    const place = layout.kept[index];
    if (place !== undefined) kept.set(undo, place);
  }
  const requests = undoRequests(undos, snapshot.log?.id);
  const shown = snapshot.tabs.filter(({ id }) => touched.some((tab) => tab.id === id));
  return { ...planOf(snapshot, log, layout, { room: [], requests }, shown), kept };
}

/** The next write log is made first and the last one deleted last, so that a write log is there at any time. */
function planOf(
  snapshot: Snapshot,
  log: LogName,
  { rowCount, columnCount, copies, requests: copying }: LogLayout,
  { room, requests }: { readonly room: readonly Request[]; readonly requests: readonly Request[] },
  shown: WritePlan['shown'],
): WritePlan {
  const properties = {
    sheetId: log.id,
    title: logTitle(log),
    hidden: true,
    gridProperties: { rowCount, columnCount },
  };
  return {
    log,
    requests: [
      { addSheet: { properties } },
      ...room,
      ...copying,
      ...requests,
      ...logsIn(snapshot).map((sheetId) => ({ deleteSheet: { sheetId } })),
    ],
    shown: [{ id: log.id, name: logTitle(log) }, ...shown],
    copies,
  };
}

/** The range that shows all of a tab. */
export const rangeOf = ({ name }: WritePlan['shown'][number]): string => quoteTab(name);

function isTouched(tab: TabModel): boolean {
  if (tab.seen === undefined || tab.replacement !== undefined) return true;
  return tab.cells.length > 0 || addedRows(tab).length > 0;
}

const inOrder = (numbers: Iterable<number>): readonly number[] =>
  [...new Set(numbers)].sort((one, other) => one - other);

function copiedTab(tab: TabModel): readonly CopiedTab[] {
  if (tab.seen === undefined) return [];
  const { id, rowCount, columnCount } = tab.seen;
  return [
    {
      id,
      rowCount,
      columnCount: Math.max(columnCount, ...tab.columns.map(({ column }) => column + 1)),
      headings: tab.headings()?.number ?? 1,
      rows: inOrder(tab.cells.map(({ row }) => row.number)),
      isReplaced: tab.replacement !== undefined,
    },
  ];
}

const undoneTab = ({ id, rowCount, columnCount, rows }: SeenTab, undos: readonly Undo[]): CopiedTab => ({
  id,
  rowCount,
  columnCount,
  headings: rows[0]?.number ?? 1,
  rows: inOrder(undos.map(({ row }) => row)),
  isReplaced: false,
});
