import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sampleContent } from '../../src/register/sample/sample-content.ts';
import { dayAt } from './days.ts';

/**
 * Every cell of the sample on a day, as a sum. A change of a table changes the sums, and `npx vitest run --project unit
 * test/sample -u` writes the new ones; a change of the code that makes the sample leaves them as they are.
 */
function sumOn(day: string): string {
  const cells = Object.entries(sampleContent(dayAt(day))).map(([tab, rows]) => [
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
      "2025-01-01": "fabbff1dd4ef",
      "2026-11-23": "69393cfc0be5",
      "2026-12-31": "4a3107a822d5",
      "2028-01-03": "5ef99faf0689",
      "2028-02-29": "11d30a09ed5d",
      "2028-03-22": "7f55e2276232",
      "2028-04-14": "f4f62cebfc9f",
      "2028-05-01": "16dc513e85d9",
      "2028-06-20": "8d3ee482e70e",
      "2028-07-09": "f5479b842267",
      "2028-08-31": "287a850f349e",
      "2028-09-22": "15b71150cb03",
      "2028-10-17": "f35d0cb8b6e4",
      "2028-11-26": "96d6167ff940",
      "2028-12-24": "ba17f3535ebf",
      "2029-07-15": "d64991b6e715",
      "2031-03-30": "7c17c80b10c2",
      "2033-06-09": "db5389031d8c",
    }
  `);
});
