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
      "2025-01-01": "cde8d256f680",
      "2026-11-23": "d334f5e34604",
      "2026-12-31": "087f366fc7df",
      "2028-01-03": "6597aee9a63f",
      "2028-02-29": "2cec72e14981",
      "2028-03-22": "226ff896cb2f",
      "2028-04-14": "c338c82f0a32",
      "2028-05-01": "37a0568e41fe",
      "2028-06-20": "04eb2f041668",
      "2028-07-09": "6184477d4653",
      "2028-08-31": "51bb0e3a418c",
      "2028-09-22": "0469a6a856b7",
      "2028-10-17": "6522d79d1929",
      "2028-11-26": "e94b058f7a60",
      "2028-12-24": "89113c974eca",
      "2029-07-15": "dbadc05e7858",
      "2031-03-30": "099c4ae5ef42",
      "2033-06-09": "0bfbd361458d",
    }
  `);
});
