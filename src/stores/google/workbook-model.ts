/** The spreadsheet while a write is being planned: changes are made here first, each on what the ones before it left. */
import { normaliseHeading, type Change, type Refusal, type RowReference } from '../../domain/workbook.ts';
import { columnFinder, findRow, namedHeadings } from '../find.ts';
import type { Snapshot } from './read.ts';
import { TabModel, type ModelRow, type PlannedCell } from './tab-model.ts';

/** What has to be seen to have happened for a change to be done. */
export type Effect =
  | {
      readonly kind: 'cell';
      readonly tab: TabModel;
      readonly cell: PlannedCell;
      /** Where the row's ID stands, for a row that was found by it. */
      readonly idColumn: number | undefined;
      /** The ID as it was asked for. */
      readonly id: string | undefined;
      /** The column is a new one: nothing may stand in it. */
      readonly isNewColumn: boolean;
    }
  | { readonly kind: 'added'; readonly tab: TabModel; readonly row: ModelRow }
  | { readonly kind: 'replaced'; readonly tab: TabModel }
  | { readonly kind: 'made'; readonly tab: TabModel };

export class WorkbookModel {
  readonly tabs: TabModel[];
  #nextId: number;

  /** `changes` are those that are to be planned: they name headings, by which the rows of headings are found. */
  constructor(snapshot: Snapshot, changes: readonly Change[]) {
    const named = namedHeadings(changes);
    this.tabs = snapshot.tabs.map((tab) => TabModel.seen(tab, named.get(normaliseHeading(tab.name))));
    // Sheets gives ids of its own by chance, and never negative ones.
    this.#nextId = Math.max(0, ...snapshot.taken.map(({ id }) => id).filter((id) => id < LAST_OWN_ID)) + 1;
  }

  /** The tab with a name, as people would compare names; the one written the same wins. */
  tab(name: string): TabModel | undefined {
    const alike = this.tabs.filter((tab) => normaliseHeading(tab.name) === normaliseHeading(name));
    return alike.find((tab) => tab.name === name) ?? alike[0];
  }

  /** Plans one change. Answers with what to look for afterwards, or why it was refused. */
  apply(change: Change): Effect | Refusal {
    if (change.kind === 'tab') {
      if (this.tab(change.layout.name) !== undefined) return { why: 'already-there' };
      const made = TabModel.made(this.#freeId(), change.layout, change.rows);
      this.tabs.push(made);
      return { kind: 'made', tab: made };
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

/** Write logs have the ids from here on. */
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
