import { expect, it } from 'vitest';
import { fewLines, inFew } from '../../src/domain/few.ts';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

it.each([
  [0, ''],
  [2, '1, 2'],
  [6, '1, 2, 3, 4, 5, 6'],
  [7, '1, 2, 3, 4, 5 and 2 more'],
  [300, '1, 2, 3, 4, 5 and 295 more'],
])('%i things are named as «%s»', (count, text) => {
  expect(inFew(numbers(count))).toBe(text);
});

it('lines are followed by how many are left, with their indent', () => {
  expect(fewLines(numbers(7).map((one) => `  row ${String(one)}`)).slice(-2)).toEqual([
    '  row 5',
    '  and 2 more',
  ]);
});
