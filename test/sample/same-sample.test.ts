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
      "2025-01-01": "4cf527aaa138",
      "2026-11-23": "c7164e63c940",
      "2026-12-31": "b47f5aa9ceb6",
      "2028-01-03": "9ddc568d90ca",
      "2028-02-29": "a82e9abfaf89",
      "2028-03-22": "0922bebaa887",
      "2028-04-14": "f1c2936891ac",
      "2028-05-01": "7a7f1293d574",
      "2028-06-20": "c554c7a1978c",
      "2028-07-09": "b864f976a74c",
      "2028-08-31": "5b9fe3233867",
      "2028-09-22": "62aa644a9386",
      "2028-10-17": "97b56d25d342",
      "2028-11-26": "4cb3d0503dec",
      "2028-12-24": "de152fea3e5e",
      "2029-07-15": "ebfa85e2e934",
      "2031-03-30": "4f1762bed597",
      "2033-06-09": "fb60c1199e4f",
    }
  `);
});
