import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/register/data/table.ts';

const patterns = { nummer: /\d{4}/u, navn: /[^,]+/u };

const tableWith = (columns: string, ...rows: readonly string[]): unknown => ({
  source: 'somebody',
  date: '2026-11-23',
  columns,
  rows,
});

describe('a table', () => {
  it('is read by the names of its columns, in any order and beside others', () => {
    const [row] = readTable(tableWith('navn,areal,nummer', 'Bærum,192,3201'), patterns);
    expect([row?.('nummer'), row?.('navn')]).toEqual(['3201', 'Bærum']);
  });

  it.each([
    ['lacks a column', tableWith('nummer', '3201')],
    ['has a row with too few values', tableWith('nummer,navn', '3201')],
    ['has a row with too many values', tableWith('nummer,navn', '3201,Bærum,x')],
    ['has another value than its column takes', tableWith('nummer,navn', '321,Bærum')],
    ['has no source', { date: '2026-11-23', columns: 'nummer,navn', rows: [] }],
    ['has a date that does not exist', { ...Object(tableWith('nummer,navn')), date: '2026-02-30' }],
  ])('is refused when it %s', (_fault, table) => {
    expect(() => readTable(table, patterns)).toThrow();
  });
});
