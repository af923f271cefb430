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
      "2025-01-01": "4aa049b1bd0f",
      "2026-11-23": "70c3417e7987",
      "2026-12-31": "86a4cc0cbb70",
      "2028-01-03": "27f4b23d8f8a",
      "2028-02-29": "252be23a4e43",
      "2028-03-22": "010b4cb0fa18",
      "2028-04-14": "98d9ed94a504",
      "2028-05-01": "894e809a2ae7",
      "2028-06-20": "2c49a65da8a5",
      "2028-07-09": "f76027af988c",
      "2028-08-31": "8eda917cf6b2",
      "2028-09-22": "3a2468225965",
      "2028-10-17": "d9a744c4d8f4",
      "2028-11-26": "3a03c0d124c6",
      "2028-12-24": "6af796549806",
      "2029-07-15": "4323fbe74295",
      "2031-03-30": "ea416c6e896f",
      "2033-06-09": "8c3fe15d76b9",
    }
  `);
});
