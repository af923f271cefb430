import { keysOf } from '../../src/app/mailings/keys.ts';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { dayAt } from './days.ts';

/**
 * Every cell of the sample on a day, as a sum. A change of a table changes the sums, and `npx vitest run --project unit
 * test/sample -u` writes the new ones; a change of the code that makes the sample leaves them as they are.
 */
function sumOn(day: string): string {
  const cells = Object.entries(sampleContent(dayAt(day), keysOf('file'))).map(([tab, rows]) => [
    tab,
    rows.map((row) => Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  ]);
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 12);
}

const days = [
  '2025-01-01',
  '2026-11-23',
  '2026-12-31',
  '2028-01-03',
  '2028-02-29',
  '2028-03-22',
  '2028-04-14',
  '2028-05-01',
  '2028-06-20',
  '2028-07-09',
  '2028-08-31',
  '2028-09-22',
  '2028-10-17',
  '2028-11-26',
  '2028-12-24',
  '2029-07-15',
  '2031-03-30',
  '2033-06-09',
];

it('the sample has the same cells as before', () => {
  expect(Object.fromEntries(days.map((day) => [day, sumOn(day)]))).toMatchInlineSnapshot(`
    {
      "2025-01-01": "8396d2067618",
      "2026-11-23": "eb5d9ebfb9fe",
      "2026-12-31": "981a02a099d3",
      "2028-01-03": "4c0816ff9064",
      "2028-02-29": "2b54740db306",
      "2028-03-22": "8e3ff42568c5",
      "2028-04-14": "957ff451949a",
      "2028-05-01": "79f09868c619",
      "2028-06-20": "90f565d0eab8",
      "2028-07-09": "944ce0eff0d9",
      "2028-08-31": "59cd0ad778e4",
      "2028-09-22": "31f29624f012",
      "2028-10-17": "bda433df576c",
      "2028-11-26": "e5c28d418ebd",
      "2028-12-24": "14d653b85f60",
      "2029-07-15": "944c102ed45b",
      "2031-03-30": "1868aae493f3",
      "2033-06-09": "349db6186b8c",
    }
  `);
});
