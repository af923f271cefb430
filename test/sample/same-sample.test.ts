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
      "2025-01-01": "4ac2e8606392",
      "2026-11-23": "ba11a6a1a8a7",
      "2026-12-31": "4cf9a780d298",
      "2028-01-03": "b7b20ece8dcb",
      "2028-02-29": "8928113decab",
      "2028-03-22": "fe5ff2570c9d",
      "2028-04-14": "b4ba1e6d38fd",
      "2028-05-01": "6eaaf68dcc0d",
      "2028-06-20": "98a6c00d88a3",
      "2028-07-09": "2d880a74464e",
      "2028-08-31": "4503c613ac28",
      "2028-09-22": "f5c12bd155d9",
      "2028-10-17": "1ea0cbf59d89",
      "2028-11-26": "4dd10ca6c9d4",
      "2028-12-24": "922497409399",
      "2029-07-15": "795ba36543fa",
      "2031-03-30": "f5c4b9934bc1",
      "2033-06-09": "6fdbaa7b2a6e",
    }
  `);
});
