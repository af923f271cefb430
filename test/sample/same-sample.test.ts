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
      "2025-01-01": "0cc61a12bdc6",
      "2026-11-23": "f48e1c916e0b",
      "2026-12-31": "99e5226ba672",
      "2028-01-03": "50ca86579ce7",
      "2028-02-29": "254780e27b69",
      "2028-03-22": "bab529868a10",
      "2028-04-14": "a9a68e302a16",
      "2028-05-01": "f8326ffb27a0",
      "2028-06-20": "435a453e36f2",
      "2028-07-09": "046948e27338",
      "2028-08-31": "372e00f22c78",
      "2028-09-22": "b81185518ac2",
      "2028-10-17": "ea11e192d2dc",
      "2028-11-26": "4b9e0ff27648",
      "2028-12-24": "9d2afdaaf911",
      "2029-07-15": "ad7a34936ba9",
      "2031-03-30": "e46465af2c75",
      "2033-06-09": "292590e39a74",
    }
  `);
});
