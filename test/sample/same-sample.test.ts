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
      "2025-01-01": "2218c0a86e25",
      "2026-11-23": "b13394c53db5",
      "2026-12-31": "02c13d8adebd",
      "2028-01-03": "4e997d10fd47",
      "2028-02-29": "593649075953",
      "2028-03-22": "2b6f2e8c5cf7",
      "2028-04-14": "f912880df5f0",
      "2028-05-01": "af79647e967d",
      "2028-06-20": "be5fb40052c6",
      "2028-07-09": "49138812602f",
      "2028-08-31": "4f6beac69f7b",
      "2028-09-22": "9cc0fc7cc75b",
      "2028-10-17": "22ea9f018b91",
      "2028-11-26": "824f1a36da8d",
      "2028-12-24": "c41ad17829d1",
      "2029-07-15": "c015e4930eea",
      "2031-03-30": "62b9f842ccae",
      "2033-06-09": "05313d9e63f3",
    }
  `);
});
