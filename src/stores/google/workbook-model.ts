/** The spreadsheet while a write is being planned: changes are made in it, each on the result of the ones before. */
import { comparedName } from '../../domain/compare.ts';
import type { PageChange } from '../../domain/looks.ts';
import type { Change, Refusal, RowReference, TabLayout } from '../../domain/workbook.ts';
import { columnFinder, findRow, namedHeadings } from '../find.ts';
import type { Snapshot } from './read.ts';
import { TabModel, type ModelRow, type PlannedCell } from './tab-model.ts';

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
  /** A tab that is got its looks. */
  | { readonly kind: 'dressed'; readonly tab: TabModel }
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
    if (change.kind === 'page') return this.#write(change);
    const tab = this.tab(change.tab);
    if (tab === undefined) return { why: 'no-such-tab' };
    switch (change.kind) {
      case 'cell':
        return changeCell(tab, change);
      case 'row': {
        const row = tab.add(change.cells);
        return 'why' in row ? row : { kind: 'added', tab, row };
      }
      case 'looks':
        tab.looks = change.looks;
        return { kind: 'dressed', tab };
      case 'rows':
        return tab.replace(change.rows) ?? { kind: 'replaced', tab };
      case 'column': {
        const cell = tab.addColumn(change.layout);
        return 'why' in cell ? cell : cellEffect(tab, cell, undefined);
      }
    }
  }

  #write(change: PageChange): Effect {
    const there = this.tab(change.layout.name);
    const tab = there ?? TabModel.made(this.#freeId(), pageTab(change), []);
    if (there === undefined) this.tabs.push(tab);
    tab.page = change;
    return { kind: 'made', tab };
  }

  #freeId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }
}

/** Write logs have ids from here on. */
const LAST_OWN_ID = 1_000_000_000;

/** A page as a tab: it has no headings, and nobody asks for its columns. */
const pageTab = ({ layout: { name } }: PageChange): TabLayout => ({ name, owner: 'machine', columns: [] });

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
