/**
 * Whether each planned change reached the cell that it was meant for: by what was there just before, in the row of which ID and
 * under which heading. Otherwise it is displaced: it is put back, and planned again.
 */
import { normaliseId } from '../../domain/id.ts';
import { comparedName } from '../../domain/compare.ts';
import { cellValue, isEmptyCell, sameCell, type Cell } from '../../domain/workbook.ts';
import { cellOf } from '../../domain/new-cell.ts';
import { sameValues, writtenTab, type BeforeAfter, type Seen, type WrittenTab } from './before-after.ts';
import { addedRows } from './cell-requests.ts';
import { markOf } from './moved-cells.ts';
import type { ModelRow, PlannedCell, TabModel } from './tab-model.ts';
import { relocate, tablesIn, type OpenUndos, type Undo } from './undo.ts';
import type { Effect, WorkbookModel } from './workbook-model.ts';
import { placeKept, type Copies } from './write-log.ts';

/** `row` is where it was written, as people count. */
export type Outcome = { readonly is: 'done'; readonly row?: number } | { readonly is: 'displaced' };

/** The outcome of each change, in their order, and what must be put back, at its place in what was seen. */
export interface Verified extends OpenUndos {
  readonly outcomes: readonly Outcome[];
}

const heading = (cells: readonly Cell[], column: number): string =>
  comparedName(String(cellValue(cells[column]) ?? ''));

const idOf = (cell: Cell | undefined): string => normaliseId(String(cellValue(cell) ?? ''));

/** Verifies a write of changes. `copies` are those of its plan, `effects` those of its planned changes. */
export function verifyChanges(
  { tabs }: WorkbookModel,
  copies: ReadonlyMap<number, Copies>,
  effects: readonly Effect[],
  seen: Seen,
): Verified {
  const written = tabs.flatMap((tab) => writtenTab(tab, copies.get(tab.id), seen) ?? []);
  const verifiers = new Map(written.map((each) => [each.tab, new TabVerifier(each)]));
  const outcomes = effects.map((effect): Outcome => {
    if (effect.kind === 'made') return { is: 'done' };
    return verifiers.get(effect.tab)?.outcome(effect) ?? { is: 'done' };
  });
  const undos = [...verifiers.values()].flatMap((each) => each.undos());
  if (seen.in === 'answer') return { outcomes, undos, lost: [] };
  const after = new Map(written.map(({ tab, beforeAfter }) => [tab.id, beforeAfter.after]));
  return { outcomes, ...relocate(undos, (tabId) => after.get(tabId), tablesIn(seen.snapshot)) };
}

/** One written tab. */
class TabVerifier {
  readonly #tab: TabModel;
  readonly #copies: Copies;
  readonly #beforeAfter: BeforeAfter;
  readonly #places: ReadonlyMap<ModelRow, number>;
  readonly #displaced = new Set<PlannedCell>();

  constructor({ tab, copies, beforeAfter, places }: WrittenTab) {
    this.#tab = tab;
    this.#copies = copies;
    this.#beforeAfter = beforeAfter;
    this.#places = places;
  }

  outcome(effect: Exclude<Effect, { kind: 'made' }>): Outcome {
    switch (effect.kind) {
      case 'cell':
        if (this.#isDone(effect)) return { is: 'done', row: effect.cell.row.number };
        this.#displaced.add(effect.cell);
        return { is: 'displaced' };
      case 'added':
        return this.#addedOutcome(effect.row);
      case 'dressed':
      case 'replaced':
        return this.#areHeadingsSame() ? { is: 'done' } : { is: 'displaced' };
    }
  }

  /** What must be put back. If the cell already had our value before, nothing has changed. */
  undos(): readonly Undo[] {
    const cells = [...this.#displaced].flatMap(({ row, column }) => this.#undo(row.number, column));
    return [...cells, ...this.#addedUndos(), ...this.#replacedUndos()];
  }

  #isDone(effect: Extract<Effect, { kind: 'cell' }>): boolean {
    const { cell, idColumn, id, isNewColumn } = effect;
    if (isNewColumn && !this.#isColumnFree(cell.column)) return false;
    if (!this.#isUnderItsHeading(cell.column) || !this.#holdsWhatWas(cell)) return false;
    if (idColumn === undefined || id === undefined) return this.#isSameRow(cell);
    if (!this.#isUnderItsHeading(idColumn)) return false;
    const wanted = normaliseId(id);
    if (idOf(this.#before(cell.row.number)[idColumn]) !== wanted) return false;
    if (idColumn === cell.column) return true;
    const top = this.#tab.headings()?.number ?? 0;
    const rows = [...this.#beforeAfter.after.rows].filter(
      ([row, cells]) => row > top && idOf(cells[idColumn]) === wanted,
    );
    return rows.length === 1;
  }

  #holdsWhatWas({ row, column, was }: PlannedCell): boolean {
    return sameCell(this.#before(row.number)[column] ?? null, was);
  }

  /** Every cell of the row held the same as when it was read. */
  #isSameRow({ row }: PlannedCell): boolean {
    if (row === this.#tab.headings()) return this.#areHeadingsSame();
    return sameValues(this.#before(row.number), row.original);
  }

  #before(row: number): readonly Cell[] {
    return this.#beforeAfter.before.rows.get(row) ?? [];
  }

  #headings(): readonly Cell[] {
    return this.#before(this.#copies.headings.number);
  }

  #isUnderItsHeading(column: number): boolean {
    return heading(this.#headings(), column) === heading(this.#tab.headings()?.original ?? [], column);
  }

  #areHeadingsSame(): boolean {
    return sameValues(this.#headings(), this.#tab.headings()?.original ?? []);
  }

  /** A new column is not ours if somebody has written below the place of its heading. */
  #isColumnFree(column: number): boolean {
    const top = this.#copies.headings.number;
    return (
      this.#areHeadingsSame() &&
      [...this.#beforeAfter.before.rows].every(([row, cells]) => row === top || isEmptyCell(cells[column]))
    );
  }

  /** A new row is in the right place if its columns still have their headings. */
  #addedOutcome(row: ModelRow): Outcome {
    if (![...(row.added?.keys() ?? [])].every((column) => this.#isUnderItsHeading(column)))
      return { is: 'displaced' };
    const place = this.#places.get(row);
    return place === undefined ? { is: 'done' } : { is: 'done', row: place };
  }

  /** New rows under other headings than they were meant for are emptied. */
  #addedUndos(): readonly Undo[] {
    return addedRows(this.#tab).flatMap((row) => {
      if (this.#addedOutcome(row).is === 'done') return [];
      const number = this.#places.get(row) ?? row.number;
      return [...(row.added ?? [])].map(([column, value]) => ({
        ...this.#at(number, column),
        wrote: cellOf(value),
        restore: null,
        kept: undefined,
      }));
    });
  }

  /** A tab whose rows were replaced under other headings than were expected is put back cell by cell. */
  #replacedUndos(): readonly Undo[] {
    if (this.#copies.whole === undefined || this.#areHeadingsSame()) return [];
    const { before, after } = this.#beforeAfter;
    return [...new Set([...before.rows.keys(), ...after.rows.keys()])].flatMap((row) => {
      const width = Math.max(before.rows.get(row)?.length ?? 0, after.rows.get(row)?.length ?? 0);
      return Array.from({ length: width }, (_, column) => column).flatMap((column) =>
        this.#undo(row, column),
      );
    });
  }

  #undo(row: number, column: number): readonly Undo[] {
    const wrote = this.#beforeAfter.after.rows.get(row)?.[column] ?? null;
    const restore = this.#before(row)[column] ?? null;
    if (markOf(wrote) === markOf(restore)) return [];
    return [{ ...this.#at(row, column), wrote, restore, kept: placeKept(this.#copies, row, column) }];
  }

  #at(row: number, column: number): Pick<Undo, 'tabId' | 'tabName' | 'row' | 'column'> {
    return { tabId: this.#tab.id, tabName: this.#tab.name, row, column };
  }
}
