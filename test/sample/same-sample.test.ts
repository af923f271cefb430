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
      "2025-01-01": "37294d3dfdc1",
      "2026-11-23": "600315f265f5",
      "2026-12-31": "3f050740c06b",
      "2028-01-03": "5a6d9f38deee",
      "2028-02-29": "6da5f6599927",
      "2028-03-22": "68150f4d8b8c",
      "2028-04-14": "b6d5adb0d7a7",
      "2028-05-01": "77a41fc0cea6",
      "2028-06-20": "b2d3dccf0190",
      "2028-07-09": "4ef056d9b53c",
      "2028-08-31": "b42fab3a3e5d",
      "2028-09-22": "673f2481173a",
      "2028-10-17": "b327764e93a8",
      "2028-11-26": "c58bcc8e1ead",
      "2028-12-24": "c651839ff4b9",
      "2029-07-15": "9fef8fc1a241",
      "2031-03-30": "447d2729eabf",
      "2033-06-09": "e3c2f7ce9e7a",
    }
  `);
});
