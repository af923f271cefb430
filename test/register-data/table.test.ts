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
    const [row] = readTable('places.json', tableWith('navn,areal,nummer', 'Bærum,192,3201'), patterns);
    expect([row?.('nummer'), row?.('navn')]).toEqual(['3201', 'Bærum']);
  });

  it.each([
    ['lacks a column', tableWith('nummer', '3201'), '«columns» lacks navn'],
    [
      'has a row with too few values',
      tableWith('nummer,navn', '3201'),
      'the row «3201» does not fit the columns «nummer,navn»: number of values: 1, of columns: 2',
    ],
    [
      'has a row with too many values',
      tableWith('nummer,navn', '3201,Bærum,x'),
      'the row «3201,Bærum,x» does not fit the columns «nummer,navn»: number of values: 3, of columns: 2',
    ],
    [
      'has another value than its column takes',
      tableWith('areal,nummer,navn', '192,321,Bærum'),
      'the row «192,321,Bærum» does not fit the columns «areal,nummer,navn»: «321» cannot be «nummer»',
    ],
    ['has no source', { date: '2026-11-23', columns: 'nummer,navn', rows: [] }, 'source'],
    ['has a date that does not exist', { ...Object(tableWith('nummer,navn')), date: '2026-02-30' }, 'date'],
  ])('is refused when it %s, with its file and the row', (_fault, table, message) => {
    const read = (): unknown => readTable('places.json', table, patterns);
    expect(read).toThrow(/^places\.json: /u);
    expect(read).toThrow(message);
  });
});
