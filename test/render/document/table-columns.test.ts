import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table, TableCell } from '../../../src/render/document/document.ts';
import { columnWidths } from '../../../src/render/document/table-columns.ts';

const cell = (text: string): TableCell => ({ children: [{ kind: 'text', text }], align: undefined });

const table = (rows: readonly (readonly string[])[]): Table => {
  const [head = [], ...others] = rows;
  return {
    kind: 'table',
    head: head.map(cell),
    rows: others.map((cells) => ({ hasHead: false, cells: cells.map(cell) })),
  };
};

/** What a word of so many round letters takes, with the margin of its cell. */
const roomFor = (letters: number): number => Math.max(letters * 113, 336) + 190;

const word = fc.integer({ min: 1, max: 14 }).map((length) => 'o'.repeat(length));
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

describe('the columns of a table', () => {
  it('fill the width, and break no word where all the longest have room side by side', () => {
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((count) =>
        fc.array(fc.array(text, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(rows, (written) => {
        const widths = columnWidths([table(written)], 9600);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9600);
        for (const [column, width] of widths.entries()) {
          const words = written.flatMap((row) => (row[column] ?? '').split(' '));
          expect(width).toBeGreaterThanOrEqual(roomFor(Math.max(...words.map(({ length }) => length))) - 1);
        }
      }),
    );
  });

  it('are shared by what they hold where there is no room for all words', () => {
    const widths = columnWidths([table([['o'.repeat(60), 'o'.repeat(60), 'ja']])], 9600);
    expect(widths).toEqual([4537, 4537, 526]);
  });

  it('have room for a sentence, a name and a day where people write in a row', () => {
    const head = ['Tiltak', 'Ansvarlig', 'Frist'];
    const [action = 0, who = 0, when = 0] = columnWidths([table([head, ['', '', '']])], 9638);
    expect(action).toBeGreaterThan(4500);
    expect(Math.min(who, when)).toBeGreaterThan(2000);
    const [, , narrow = 0] = columnWidths([table([head, ['Ringe', '', '']])], 9638);
    expect(narrow).toBeLessThan(1000);
  });
});
