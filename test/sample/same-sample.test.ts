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
      "2025-01-01": "3f12cb22bb04",
      "2026-11-23": "c50faf47f2ad",
      "2026-12-31": "b48198b96c74",
      "2028-01-03": "cadf274f703c",
      "2028-02-29": "3adcba4141ae",
      "2028-03-22": "b255f31ae8ab",
      "2028-04-14": "5ff1d98de0a1",
      "2028-05-01": "73e81ac0dc74",
      "2028-06-20": "55787e1b3373",
      "2028-07-09": "8344e11d5fbc",
      "2028-08-31": "1a9ae8954ff7",
      "2028-09-22": "633516037e0b",
      "2028-10-17": "3827c04af241",
      "2028-11-26": "51bb145823b6",
      "2028-12-24": "ff10d01629c5",
      "2029-07-15": "d77d6623c5b8",
      "2031-03-30": "d99ce66f9d92",
      "2033-06-09": "78fa67406b2f",
    }
  `);
});
