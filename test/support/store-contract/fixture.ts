import { expect } from 'vitest';
import type {
  CellChange,
  Change,
  ChangeResult,
  NewValue,
  Refusal,
  Sheet,
  TabAddition,
  Workbook,
} from '../../../src/domain/workbook.ts';
import type { RegisterStore } from '../../../src/stores/store.ts';
import type { PersonEdits } from '../memory-store.ts';
import { tabOf } from '../workbooks.ts';

/** What adapters are allowed to differ in. */
export interface StoreTraits {
  /**
   * What a write does when people have edited since the reading it was planned from: find the rows again by ID and
   * refuse only the changes that no longer hold, or refuse the whole write.
   */
  readonly afterAnEdit: 'finds rows again' | 'refuses the write';
  /** Below what a new row goes: the last row that people see something in, or also one that holds only white space. */
  readonly addsBelow: 'what is seen' | 'any content';
  /** The longest text that a cell holds, in UTF-16 units. */
  readonly longestText: number;
}

/** A store over a workbook with these tabs, and hands to edit that workbook as people do. */
export interface StoreUnderTest {
  readonly store: RegisterStore;
  readonly people: PersonEdits;
}

export type MakeStore = (initial: readonly TabAddition[]) => Promise<StoreUnderTest>;

export const TAB = 'Tiltak';
export const INITIAL = [
  tabOf(
    TAB,
    ['ID', 'Tiltak', 'Status', 'Frist'],
    [
      ['T-1', 'Skrive brev', 'Åpen', { day: '2026-11-23' }],
      ['T-2', 'Ringe', 'Åpen', null],
      ['T-3', 'Møte', 'Utført', null],
    ],
  ),
  tabOf(
    'Kontroll',
    ['Rad', 'Problem'],
    [
      [1, 'gammelt'],
      [2, 'eldre'],
    ],
  ),
];

/** The store of the test that is running. */
export interface Fixture {
  store: RegisterStore | null;
  people: PersonEdits | null;
}

export function storeOf(at: Fixture): RegisterStore {
  if (at.store === null) throw new Error('no store was made');
  return at.store;
}

export function peopleOf(at: Fixture): PersonEdits {
  if (at.people === null) throw new Error('no hands were given');
  return at.people;
}

export function sheetOf(workbook: Workbook, name = TAB): Sheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no tab ${name}`);
  return sheet;
}

export async function cellsNow(at: Fixture, name = TAB) {
  return sheetOf(await storeOf(at).read(), name).rows.map((row) => row.cells);
}

export async function write(at: Fixture, ...changes: Change[]): Promise<readonly ChangeResult[]> {
  const store = storeOf(at);
  return store.write(changes, await store.read());
}

export function setCell(id: string, column: string, was: CellChange['was'], becomes: NewValue): CellChange {
  return { kind: 'cell', tab: TAB, at: { by: 'id', idColumn: 'ID', id }, column, was, becomes };
}

export async function refusal(at: Fixture, change: Change): Promise<Refusal | 'done'> {
  const before = await storeOf(at).read();
  const [result] = await storeOf(at).write([change], before);
  if (result?.outcome !== 'refused') return 'done';
  expect(result.change).toEqual(change);
  expect(await storeOf(at).read()).toEqual(before);
  return result.refusal;
}

export const STATED = { value: 46349, isDate: true };
