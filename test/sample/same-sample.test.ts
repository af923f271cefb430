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
      "2025-01-01": "19dc126119f2",
      "2026-11-23": "126b4e58e3b7",
      "2026-12-31": "662cd494960b",
      "2028-01-03": "4c2de82e1d64",
      "2028-02-29": "091e0a88c707",
      "2028-03-22": "bfe85622d1e6",
      "2028-04-14": "94da61a52c04",
      "2028-05-01": "7572acfdf29e",
      "2028-06-20": "2638cda68eae",
      "2028-07-09": "44450be1093b",
      "2028-08-31": "c4deabb65cda",
      "2028-09-22": "94b20d6e2449",
      "2028-10-17": "bf14be135c52",
      "2028-11-26": "d2572e030612",
      "2028-12-24": "9c6cc48a61cc",
      "2029-07-15": "c29c3b52a975",
      "2031-03-30": "c79b665e8d3d",
      "2033-06-09": "06b829f75ac5",
    }
  `);
});
