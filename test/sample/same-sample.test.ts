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
      "2025-01-01": "8396d2067618",
      "2026-11-23": "eb5d9ebfb9fe",
      "2026-12-31": "981a02a099d3",
      "2028-01-03": "09cad4392122",
      "2028-02-29": "cfbc7eb41653",
      "2028-03-22": "ecf6d674df32",
      "2028-04-14": "10b584a6d515",
      "2028-05-01": "34427eeda21c",
      "2028-06-20": "0faf796db19b",
      "2028-07-09": "4663eada665b",
      "2028-08-31": "5c38ffd4ce47",
      "2028-09-22": "26c1a2f75ad0",
      "2028-10-17": "95487242fbd1",
      "2028-11-26": "d804fb316cdb",
      "2028-12-24": "2d38b9b2ebf6",
      "2029-07-15": "7dc9ac53af80",
      "2031-03-30": "a2b9c5c21ed1",
      "2033-06-09": "b90d87b2f779",
    }
  `);
});
