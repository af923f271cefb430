/**
 * Plans a write. Changes are made in a model of the spreadsheet first, each on the result of the ones before; then one
 * request makes them all, copies what they touch into the write log, and shows the result.
 */
import { groupBy } from '../../domain/group.ts';
import { quoteTab } from '../quote-tab.ts';
import {
  addedRequests,
  addedRows,
  cellRequests,
  replacementRequests,
  type Request,
} from './cell-requests.ts';
import { planLooks, type PlannedLooks } from './looks-plan.ts';
import { looksRequests } from './looks-requests.ts';
import { pageRequests, pageRoom } from './page-requests.ts';
import { placeRequests } from './place-requests.ts';
import { logsIn, SPREADSHEET_FIELDS, type ReadingExtent, type SeenTab, type Snapshot } from './read.ts';
import type { TabModel } from './tab-model.ts';
import { columnAdditions, columnRoom, newTabRequests } from './tab-requests.ts';
import type { WorkbookModel } from './workbook-model.ts';
import { undoRequests, type Undo, type UndoCopies } from './undo.ts';
import {
  layoutLog,
  logTitle,
  nextLog,
  type CopiedTab,
  type Copies,
  type LogLayout,
  type LogName,
  type LogPlace,
} from './write-log.ts';

export interface WritePlan {
  /** The write log that this write makes. */
  readonly log: LogName;
  readonly requests: readonly Request[];
  /** The tabs that the answer must hold. */
  readonly shown: readonly { readonly id: number; readonly name: string }[];
  /** Where the write log holds the old content of each tab, by its id. */
  readonly copies: ReadonlyMap<number, Copies>;
  /** The looks that it gives, by the tabs' ids. */
  readonly looks: ReadonlyMap<number, PlannedLooks>;
}

/** A write that only puts back. */
export interface UndoPlan extends WritePlan, UndoCopies {}

const logAfter = ({ log, taken }: Snapshot, nonce: string): LogName =>
  nextLog(
    log,
    taken.map(({ id }) => id),
    nonce,
  );

/** What the answer to a write must hold. */
export const answerFields = (extent: ReadingExtent): string =>
  `updatedSpreadsheet(${SPREADSHEET_FIELDS[extent]})`;

/**
 * Plans the request that makes the changes of a model. Undefined when there is nothing to write. `nonce` belongs to this write
 * and was never used before; `extraRequests` are requests beyond cells and tabs, such as the spreadsheet's locale.
 */
export function planChanges(
  snapshot: Snapshot,
  model: WorkbookModel,
  nonce: string,
  extraRequests: readonly Request[],
): WritePlan | undefined {
  const looks = new Map(model.tabs.map((tab) => [tab.id, planLooks(tab)]));
  const touched = model.tabs.filter((tab) => isTouched(tab) || looks.get(tab.id) !== undefined);
  if (touched.length === 0 && extraRequests.length === 0) return undefined;
  const log = logAfter(snapshot, nonce);
  const layout = layoutLog(
    log.id,
    touched.flatMap((tab) => copiedTab(tab, looks.get(tab.id))),
  );
  const tables = touched.flatMap((tab) => tableRequests(tab, looks.get(tab.id)));
  const sheets = [...touched.flatMap(pageRoom), ...tables].filter(makesSheet);
  const made = [log.id, ...sheets.flatMap(({ addSheet }) => addSheet?.properties?.sheetId ?? [])];
  const requests = [
    ...extraRequests,
    ...tables.filter((request) => !makesSheet(request)),
    ...touched.flatMap((tab) => pageRequests(tab, (name) => model.tab(name)?.id)),
    ...placeRequests(snapshot, model.tabs, { logId: log.id, made }),
  ];
  const room = [...touched.flatMap((tab) => [...columnRoom(tab), ...pageRoom(tab)])].filter(
    (request) => !makesSheet(request),
  );
  return {
    ...planOf(snapshot, log, layout, { room: [...sheets, ...room], requests }, touched),
    looks: new Map([...looks].flatMap(([id, planned]) => (planned === undefined ? [] : [[id, planned]]))),
  };
}

/** Every sheet is made first: a formula that names one that is not there stays wrong when it comes. */
const makesSheet = ({ addSheet }: Request): boolean => addSheet !== undefined;

const tableRequests = (tab: TabModel, looks: PlannedLooks | undefined): readonly Request[] => [
  ...newTabRequests(tab),
  ...columnAdditions(tab),
  ...cellRequests(tab),
  ...replacementRequests(tab),
  ...addedRequests(tab),
  ...(looks === undefined ? [] : looksRequests(looks)),
];

/**
 * Plans the request that puts cells back, and nothing else. `back` are requests that take back looks, by the tabs that
 * got them.
 */
export function planUndos(
  snapshot: Snapshot,
  undos: readonly Undo[],
  back: ReadonlyMap<number, readonly Request[]>,
  nonce: string,
): UndoPlan {
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
  const requests = [...undoRequests(undos, snapshot.log?.id), ...[...back.values()].flat()];
  const shown = snapshot.tabs.filter(({ id }) => touched.some((tab) => tab.id === id) || back.has(id));
  return { ...planOf(snapshot, log, layout, { room: [], requests }, shown), kept };
}

/** The next write log is made first and the previous one deleted last, so that there is always a write log. */
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
    looks: new Map(),
  };
}

/** The range that shows all of a tab. */
export const rangeOf = ({ name }: WritePlan['shown'][number]): string => quoteTab(name);

function isTouched(tab: TabModel): boolean {
  if (tab.seen === undefined || tab.replacement !== undefined || tab.page !== undefined) return true;
  return tab.cells.length > 0 || addedRows(tab).length > 0;
}

const inOrder = (numbers: Iterable<number>): readonly number[] =>
  [...new Set(numbers)].sort((one, other) => one - other);

function copiedTab(tab: TabModel, looks: PlannedLooks | undefined): readonly CopiedTab[] {
  if (tab.seen === undefined) return [];
  const { id, rowCount, columnCount } = tab.seen;
  return [
    {
      id,
      rowCount,
      columnCount: Math.max(columnCount, ...tab.columns.map(({ column }) => column + 1)),
      headings: tab.headings()?.number ?? 1,
      rows: inOrder(tab.cells.map(({ row }) => row.number)),
      isReplaced: tab.replacement !== undefined || tab.page !== undefined,
      dressed: looks === undefined ? undefined : { choices: looks.offers.map(({ column }) => column) },
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
  dressed: undefined,
});
