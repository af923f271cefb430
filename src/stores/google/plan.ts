/**
 * Plans a write. Changes are made in a model of the spreadsheet first, each on the result of the ones before; then one
 * request makes them all, copies what they touch into the write log, and shows the result.
 */
import { groupBy } from '../../domain/group.ts';
import { comparedName } from '../../domain/compare.ts';
import type { Change, Refusal, RowReference } from '../../domain/workbook.ts';
import { columnFinder, findRow, namedHeadings } from '../find.ts';
import { quoteTab } from '../quote-tab.ts';
import {
  addedRequests,
  addedRows,
  cellRequests,
  replacementRequests,
  type Request,
} from './cell-requests.ts';
import { logsIn, SPREADSHEET_FIELDS, type SeenTab, type Snapshot } from './read.ts';
import { TabModel, type ModelRow, type PlannedCell } from './tab-model.ts';
import { columnAdditions, columnRoom, newTabRequests } from './tab-requests.ts';
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

/** What must be seen afterwards for a change to be done. */
export type Effect =
  | {
      readonly kind: 'cell';
      readonly tab: TabModel;
      readonly cell: PlannedCell;
      /** The column of the row's ID, for a row that was found by it. */
      readonly idColumn: number | undefined;
      /** The ID as it was asked for. */
      readonly id: string | undefined;
      /** The column is a new one: it must be empty. */
      readonly isNewColumn: boolean;
    }
  | { readonly kind: 'added'; readonly tab: TabModel; readonly row: ModelRow }
  | { readonly kind: 'replaced'; readonly tab: TabModel }
  | { readonly kind: 'made'; readonly tab: TabModel };

export class WorkbookModel {
  readonly tabs: TabModel[];
  #nextId: number;

  /** `changes` are those that will be planned: they name headings, by which the rows of headings are found. */
  constructor(snapshot: Snapshot, changes: readonly Change[]) {
    const named = namedHeadings(changes);
    this.tabs = snapshot.tabs.map((tab) => TabModel.seen(tab, named.get(comparedName(tab.name))));
    // Sheets gives random ids, and never negative ones.
    this.#nextId = Math.max(0, ...snapshot.taken.map(({ id }) => id).filter((id) => id < LAST_OWN_ID)) + 1;
  }

  /** The tab with a name, as people would compare names; the one written the same wins. */
  tab(name: string): TabModel | undefined {
    const alike = this.tabs.filter((tab) => comparedName(tab.name) === comparedName(name));
    return alike.find((tab) => tab.name === name) ?? alike[0];
  }

  /** Plans one change. Returns what to look for afterwards, or why it was refused. */
  apply(change: Change): Effect | Refusal {
    if (change.kind === 'tab') {
      if (this.tab(change.layout.name) !== undefined) return { why: 'already-there' };
      const made = TabModel.made(this.#freeId(), change.layout, change.rows);
      this.tabs.push(made);
      return { kind: 'made', tab: made };
    }
    if (change.kind === 'page' || change.kind === 'looks') {
      return { why: 'not-allowed', says: 'Felles cannot do that to a workbook yet.', advice: 'Leave it.' };
    }
    const tab = this.tab(change.tab);
    if (tab === undefined) return { why: 'no-such-tab' };
    switch (change.kind) {
      case 'cell':
        return changeCell(tab, change);
      case 'row': {
        const row = tab.add(change.cells);
        return 'why' in row ? row : { kind: 'added', tab, row };
      }
      case 'rows':
        return tab.replace(change.rows) ?? { kind: 'replaced', tab };
      case 'column': {
        const cell = tab.addColumn(change.layout);
        return 'why' in cell ? cell : cellEffect(tab, cell, undefined);
      }
    }
  }

  #freeId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }
}

/** Write logs have ids from here on. */
const LAST_OWN_ID = 1_000_000_000;

function changeCell(tab: TabModel, change: Extract<Change, { kind: 'cell' }>): Effect | Refusal {
  const column = columnFinder(tab)(change.column);
  if (column === null) return { why: 'no-such-column' };
  const row = findRow(tab, change.at);
  if ('why' in row) return row;
  const planned = tab.change(row, column, change.was, change.becomes);
  if ('why' in planned) return planned;
  return 'becomes' in planned ? cellEffect(tab, planned, change.at) : { kind: 'added', tab, row: planned };
}

function cellEffect(tab: TabModel, cell: PlannedCell, at: RowReference | undefined): Effect {
  const isById = at?.by === 'id';
  return {
    kind: 'cell',
    tab,
    cell,
    idColumn: isById ? (columnFinder(tab)(at.idColumn) ?? undefined) : undefined,
    id: isById ? at.id : undefined,
    isNewColumn: tab.columns.some(({ column }) => column === cell.column),
  };
}

export interface WritePlan {
  /** The write log that this write makes. */
  readonly log: LogName;
  readonly requests: readonly Request[];
  /** The tabs that the answer must hold. */
  readonly shown: readonly { readonly id: number; readonly name: string }[];
  /** Where the write log holds the old content of each tab, by its id. */
  readonly copies: ReadonlyMap<number, Copies>;
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
export const ANSWER_FIELDS = `updatedSpreadsheet(${SPREADSHEET_FIELDS})`;

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
