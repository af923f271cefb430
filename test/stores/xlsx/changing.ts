import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CellChange, Change, NewValue } from '../../../src/domain/workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { partsOf } from '../../support/workbooks.ts';

/** What the tests of writing share: fixtures, changes that must succeed, and looking into the result. */

export const FOLDER = join(import.meta.dirname, '../../fixtures/workbooks');

export const fixture = (name: string): Uint8Array => readFileSync(join(FOLDER, name));

export function change(bytes: Uint8Array, ...changes: Change[]): Uint8Array {
  const applied = applyChanges(bytes, changes, 'register.xlsx');
  expect(
    applied.results.map((result) => (result.outcome === 'refused' ? result.refusal : result.outcome)),
  ).toEqual(changes.map(() => 'done'));
  if (applied.bytes === null) throw new Error('nothing was written');
  return applied.bytes;
}

export function setCell(id: string, column: string, was: CellChange['was'], becomes: NewValue): CellChange {
  return { kind: 'cell', tab: 'Tiltak', at: { by: 'id', idColumn: 'ID', id }, column, was, becomes };
}

export function cellsOf(bytes: Uint8Array, tab: string, row: number) {
  const sheet = readWorkbook(bytes, 'x').sheets.find(({ name }) => name === tab);
  return sheet?.rows.find(({ number }) => number === row)?.cells;
}

/** The part of the first tab, its text before and after. */
export function sheetParts(
  before: Uint8Array,
  after: Uint8Array,
  part = 'xl/worksheets/sheet1.xml',
): [string, string] {
  return [partsOf(before).get(part) ?? '', partsOf(after).get(part) ?? ''];
}
