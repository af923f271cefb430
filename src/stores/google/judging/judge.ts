/** Whether each planned write hit what it was meant for, by what stood there just before. */
import { groupBy } from '../../../domain/group.ts';
import { normaliseId } from '../../../domain/id.ts';
import {
  cellValue,
  isEmptyCell,
  normaliseHeading,
  sameCell,
  type Cell,
  type CellValue,
  type SheetRow,
} from '../../../domain/workbook.ts';
import { cellOf } from '../../new-cell.ts';
import type { Copies } from '../planning/motor-layout.ts';
import { addedRows } from '../planning/row-requests.ts';
import type { Content, ModelRow, PlannedCell, TabModel } from '../planning/tab-model.ts';
import { filledCells, sharedValues, type Undo } from '../planning/undo.ts';
import type { Effect } from '../planning/workbook-model.ts';
import { firstFree, type WritePlan } from '../planning/write-plan.ts';
import type { Evidence } from './evidence.ts';

/** `row` is where it was written, as people count. */
export type Verdict = { readonly is: 'done'; readonly row?: number } | { readonly is: 'displaced' };

/** What is to be put back: cells, and whole tabs whose rows were replaced. */
export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly undos: readonly Undo[];
  readonly wholeTabs: readonly WholeTab[];
  /** Cells that were to be put back and now are, or that somebody else has written in since. */
  readonly restored: ReadonlySet<PlannedCell>;
}

/** A tab whose rows were replaced under other headings than were expected. Its copy has `rowCount` rows. */
export interface WholeTab {
  readonly tabId: number;
  readonly motorId: number;
  readonly motorRow: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

const valueIn = (cell: Cell | undefined): CellValue => (isEmptyCell(cell) ? null : cellValue(cell));

const sameValues = (one: readonly Cell[], other: readonly Cell[]): boolean => {
  const length = Math.max(one.length, other.length);
  for (let column = 0; column < length; column += 1) {
    // A copied error is none any more, so that a cell with an error counts as one without a value.
    if (valueIn(one[column]) !== valueIn(other[column])) return false;
  }
  return true;
};

const contentCell = (content: Content): Cell =>
  content.kind === 'new' ? cellOf(content.value) : content.cell;

const heading = (cells: readonly Cell[], column: number): string =>
  normaliseHeading(String(cellValue(cells[column]) ?? ''));

/** Judges a write. `effects` are those of the changes that it was to make, in their order. */
export function judge(plan: WritePlan, effects: readonly Effect[], evidence: Evidence): Judgement {
  const judges = new Map(
    [...plan.copies].map(([tab, copies]) => [tab, new TabJudge(plan, tab, copies, evidence)]),
  );
  const verdicts = effects.map((effect): Verdict => {
    if (effect.kind === 'made') return { is: 'done' };
    return judges.get(effect.tab)?.verdict(effect) ?? { is: 'done' };
  });
  for (const [index, effect] of effects.entries()) {
    if (effect.kind === 'cell' && verdicts[index]?.is === 'displaced')
      judges.get(effect.tab)?.displace(effect);
  }
  const all = [...judges.values()];
  return {
    verdicts,
    undos: all.flatMap((each) => each.undos()),
    wholeTabs: all.flatMap((each) => each.wholeTab()),
    restored: new Set(all.flatMap((each) => each.restored())),
  };
}

class TabJudge {
  readonly #plan: WritePlan;
  readonly #tab: TabModel;
  readonly #copies: Copies;
  readonly #evidence: Evidence;
  /** The headings just before the write. */
  readonly #headings: readonly Cell[];
  readonly #displaced = new Map<PlannedCell, number | undefined>();

  constructor(plan: WritePlan, tab: TabModel, copies: Copies, evidence: Evidence) {
    this.#plan = plan;
    this.#tab = tab;
    this.#copies = copies;
    this.#evidence = evidence;
    this.#headings = evidence.motor(copies.headings);
    for (const cell of tab.cells) {
      if (cell.content.kind === 'restored' && !this.#hit(cell)) this.#displaced.set(cell, undefined);
    }
  }

  verdict(effect: Exclude<Effect, { kind: 'made' }>): Verdict {
    switch (effect.kind) {
      case 'cell':
        return this.#isDone(effect) ? { is: 'done', row: effect.cell.row.number } : { is: 'displaced' };
      case 'added':
        return this.#addedVerdict(effect.row);
      case 'replaced':
        return this.#areHeadingsSame() ? { is: 'done' } : { is: 'displaced' };
    }
  }

  displace({ cell, idColumn }: Extract<Effect, { kind: 'cell' }>): void {
    this.#displaced.set(cell, idColumn);
  }

  /** What is to be put back, row by row. Where our value stood there before already, nothing has changed. */
  undos(): readonly Undo[] {
    const byRow = groupBy(this.#displaced.keys(), ({ row }) => row);
    const rows = [...byRow].map(([row, cells]) => this.#undo(row, cells));
    return [...rows, ...this.#addedUndos()].filter(({ cells }) => cells.length > 0);
  }

  wholeTab(): readonly WholeTab[] {
    const { whole } = this.#copies;
    if (whole === undefined || this.#areHeadingsSame()) return [];
    const { rowCount = 1, columnCount = 1 } = this.#tab.seen ?? {};
    return [{ tabId: this.#tab.id, motorId: this.#plan.motor.id, motorRow: whole, rowCount, columnCount }];
  }

  restored(): readonly PlannedCell[] {
    return this.#tab.cells.filter((cell) => cell.takesBack && !this.#displaced.has(cell));
  }

  #isDone(effect: Extract<Effect, { kind: 'cell' }>): boolean {
    const { cell, idColumn, id, isNewColumn } = effect;
    if (isNewColumn && !this.#isColumnFree(cell.column)) return false;
    if (!this.#isUnderItsHeading(cell.column) || !this.#holdWhatWas(cell)) return false;
    if (idColumn === undefined || id === undefined) return this.#isSameRow(cell);
    if (!this.#isUnderItsHeading(idColumn)) return false;
    const wanted = normaliseId(id);
    if (idOf(this.#valuesOf(cell.row)[idColumn]) !== wanted) return false;
    if (idColumn === cell.column) return true;
    const rows = [...this.#evidence.column(this.#tab.id, idColumn)].filter(
      ([row, each]) => row !== this.#tab.headings()?.number && idOf(each) === wanted,
    );
    return rows.length === 1;
  }

  /** Whether a cell that was to be put back held our value still, in the row where we saw it, whatever else was edited there. */
  #hit(cell: PlannedCell): boolean {
    if (!this.#holdWhatWas(cell)) return false;
    const [values, { original }] = [this.#valuesOf(cell.row), cell.row];
    const isOwn = !isEmptyCell(cell.was);
    return this.#isSameRow(cell) || (isOwn && sharedValues(values, original) * 2 >= filledCells(original));
  }

  #holdWhatWas({ row, column, was }: PlannedCell): boolean {
    const place = this.#copies.exact.get(row.number);
    if (place === undefined) return false;
    return sameCell(this.#evidence.motor(place)[column] ?? null, was);
  }

  /** Every cell of the row held what it did when it was read. */
  #isSameRow({ row }: PlannedCell): boolean {
    if (row === this.#tab.headings()) return this.#areHeadingsSame();
    return sameValues(this.#valuesOf(row), row.original);
  }

  #valuesOf(row: ModelRow): readonly Cell[] {
    const place = this.#copies.values.get(row.number);
    return place === undefined ? [] : this.#evidence.motor(place);
  }

  #isUnderItsHeading(column: number): boolean {
    return heading(this.#headings, column) === heading(this.#tab.headings()?.original ?? [], column);
  }

  #areHeadingsSame(): boolean {
    return sameValues(this.#headings, this.#tab.headings()?.original ?? []);
  }

  /** A new column is none of ours when somebody has written below where its heading went. */
  #isColumnFree(column: number): boolean {
    if (!this.#areHeadingsSame()) return false;
    const top = this.#tab.headings()?.number ?? 1;
    const written = new Set(
      this.#tab.cells.flatMap((cell) => (cell.column === column ? [cell.row.number] : [])),
    );
    return [...this.#evidence.column(this.#tab.id, column)].every(
      ([row, cell]) => isEmptyCell(cell) || row === top || written.has(row),
    );
  }

  #undo(row: ModelRow, displaced: readonly PlannedCell[]): Undo {
    const [before, after] = [this.#valuesOf(row), this.#afterOf(row)];
    const idColumn = displaced
      .map((cell) => this.#displaced.get(cell))
      .find((column) => column !== undefined);
    const id = idColumn === undefined ? '' : idOf(before[idColumn]);
    const place = this.#copies.exact.get(row.number) ?? 0;
    const exact = this.#evidence.motor(place);
    const cells = displaced.map(({ column, content }) => ({
      column,
      heading: heading(this.#headings, column),
      wrote: contentCell(content),
      restore: exact[column] ?? null,
      kept: { motorId: this.#plan.motor.id, row: place, column },
    }));
    return {
      tabId: this.#tab.id,
      tabName: this.#tab.name,
      row: row.number,
      after,
      id: id === '' || id !== idOf(after[idColumn ?? 0]) ? undefined : id,
      neighbours: this.#neighboursOf(row.number),
      cells: cells.filter(({ restore, wrote }) => !sameCell(restore, wrote)),
    };
  }

  /** What stood in a row right after the write: what stood there before, and all that was written in it. */
  #afterOf(row: ModelRow): readonly Cell[] {
    const after = [...this.#valuesOf(row)];
    for (const { row: other, column, content } of this.#tab.cells) {
      if (other !== row) continue;
      while (after.length <= column) after.push(null);
      after[column] = contentCell(content);
    }
    return after;
  }

  #neighboursOf(number: number): Undo['neighbours'] {
    if (!this.#tab.cells.some(({ takesBack }) => takesBack)) return undefined;
    const rows = this.#evidence.from(this.#tab.id, 1);
    const at = (wanted: number): readonly Cell[] => rows.find((row) => row.number === wanted)?.cells ?? [];
    return { above: at(number - 1), below: at(number + 1) };
  }

  #addedVerdict(row: ModelRow): Verdict {
    const place = this.#addedPlaces().get(row);
    if (![...(row.added?.keys() ?? [])].every((column) => this.#isUnderItsHeading(column)))
      return { is: 'displaced' };
    return place === undefined ? { is: 'done' } : { is: 'done', row: place.number };
  }

  /** New rows that stand under other headings than they were meant for are emptied. */
  #addedUndos(): readonly Undo[] {
    const places = this.#addedPlaces();
    return addedRows(this.#tab).flatMap((row): readonly Undo[] => {
      if (this.#addedVerdict(row).is === 'done') return [];
      const cells = [...(row.added ?? [])].map(([column, value]) => ({
        column,
        heading: heading(this.#headings, column),
        wrote: cellOf(value),
        restore: null,
        kept: { motorId: -1, row: 0, column: 0 },
      }));
      // Where rows above were deleted, a later reading finds it by what it holds.
      const number = places.get(row)?.number ?? row.number;
      const at = { tabId: this.#tab.id, tabName: this.#tab.name, row: number };
      return [{ ...at, after: row.cells, id: undefined, neighbours: undefined, cells }];
    });
  }

  /** Where the new rows have come to stand: the last rows in line that hold just that. */
  #addedPlaces(): ReadonlyMap<ModelRow, SheetRow> {
    const rows = addedRows(this.#tab);
    // Where a row was emptied in the same write, a new one may have gone there.
    const isAllShown = this.#tab.cells.some(({ takesBack }) => takesBack);
    const there = this.#evidence.from(this.#tab.id, isAllShown ? 1 : firstFree(this.#tab));
    for (let start = there.length - rows.length; start >= 0 && rows.length > 0; start -= 1) {
      const block = there.slice(start, start + rows.length);
      if (block.every(({ cells }, index) => sameValues(cells, rows[index]?.cells ?? [])))
        return new Map(
          rows.flatMap((row, index) => (block[index] === undefined ? [] : [[row, block[index]]])),
        );
    }
    return new Map();
  }
}

const idOf = (cell: Cell | undefined): string => normaliseId(String(cellValue(cell) ?? ''));
