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
      "2025-01-01": "a9bf303855c5",
      "2026-11-23": "859de85e40c9",
      "2026-12-31": "093ef20f36fe",
      "2028-01-03": "945fd6b6d0be",
      "2028-02-29": "8270cc620c34",
      "2028-03-22": "a1ec3bc89ae9",
      "2028-04-14": "cccfb9ffde65",
      "2028-05-01": "0384fb5d14f3",
      "2028-06-20": "b30c184b3e69",
      "2028-07-09": "6218825422e9",
      "2028-08-31": "f893e3fb8865",
      "2028-09-22": "ea4e835c7e0d",
      "2028-10-17": "e52b0030d097",
      "2028-11-26": "30efd79b6ba6",
      "2028-12-24": "9cd9a8d062bc",
      "2029-07-15": "7138815adc6b",
      "2031-03-30": "c30988bfa544",
      "2033-06-09": "0efc23cb5ce3",
    }
  `);
});
