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
      "2025-01-01": "082fa354d1fb",
      "2026-11-23": "186652186e4e",
      "2026-12-31": "f54779e4ac72",
      "2028-01-03": "a8f8dfdae8cd",
      "2028-02-29": "fa30f8e44003",
      "2028-03-22": "f306e7003129",
      "2028-04-14": "9506a93cb6cb",
      "2028-05-01": "9a5eb302f192",
      "2028-06-20": "76364a8e65de",
      "2028-07-09": "ab4106e03114",
      "2028-08-31": "8f5add97a3fb",
      "2028-09-22": "4c7bb19f2096",
      "2028-10-17": "a18573952899",
      "2028-11-26": "29632c6f6f73",
      "2028-12-24": "0dfc62ea63a7",
      "2029-07-15": "95c43dc1ef14",
      "2031-03-30": "ddcfad0407a4",
      "2033-06-09": "2876bf33bc34",
    }
  `);
});
