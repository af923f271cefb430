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
      "2025-01-01": "0b2865c72660",
      "2026-11-23": "6c13d9f0f940",
      "2026-12-31": "760c0dd75c1e",
      "2028-01-03": "b871e6d8754f",
      "2028-02-29": "bcc97bd9da2b",
      "2028-03-22": "a4665e4e0a5b",
      "2028-04-14": "98929432310d",
      "2028-05-01": "82bd2fff4351",
      "2028-06-20": "9ace0e771490",
      "2028-07-09": "3f2a64897595",
      "2028-08-31": "93535fe58ad7",
      "2028-09-22": "e8cd17e5a354",
      "2028-10-17": "a1f9dd736ae5",
      "2028-11-26": "3e7a1cac3554",
      "2028-12-24": "dc214d487fc3",
      "2029-07-15": "719aff1148ce",
      "2031-03-30": "ee3a8725bc60",
      "2033-06-09": "67ab31d4186d",
    }
  `);
});
