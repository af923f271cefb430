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
      "2025-01-01": "cbb3652ec87a",
      "2026-11-23": "cdc85c2dd3f1",
      "2026-12-31": "f6aecefc37a6",
      "2028-01-03": "7608e9007ca4",
      "2028-02-29": "d3c7d0b3e258",
      "2028-03-22": "78b79fdfde9b",
      "2028-04-14": "6531678386ea",
      "2028-05-01": "3ed1a5a03a61",
      "2028-06-20": "9c2e6eb78af5",
      "2028-07-09": "f63188467609",
      "2028-08-31": "211530740833",
      "2028-09-22": "8b3d6fe15f43",
      "2028-10-17": "19d76a72e899",
      "2028-11-26": "f61981443a03",
      "2028-12-24": "d43d5df0070e",
      "2029-07-15": "19af0b8e46b1",
      "2031-03-30": "85a75bb47e80",
      "2033-06-09": "853660b20796",
    }
  `);
});
