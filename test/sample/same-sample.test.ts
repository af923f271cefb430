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
      "2025-01-01": "fe12a75ae5db",
      "2026-11-23": "4ef3f3f43d7e",
      "2026-12-31": "49baa0dddbde",
      "2028-01-03": "7438e06e4cb4",
      "2028-02-29": "30341c237f07",
      "2028-03-22": "f35153357c77",
      "2028-04-14": "7e3ba5549410",
      "2028-05-01": "9baf2939988f",
      "2028-06-20": "fe59324b3c68",
      "2028-07-09": "e99225d68289",
      "2028-08-31": "fdfa4f59303c",
      "2028-09-22": "6cd99c3a7485",
      "2028-10-17": "420097cc9989",
      "2028-11-26": "3c5b0e90b853",
      "2028-12-24": "be3bab3bbbee",
      "2029-07-15": "ab7d452f1b17",
      "2031-03-30": "b52287ae5d1a",
      "2033-06-09": "5c39642786e1",
    }
  `);
});
