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
      "2025-01-01": "af6ac587716c",
      "2026-11-23": "743f4649738d",
      "2026-12-31": "04736dae3849",
      "2028-01-03": "744b07892ca6",
      "2028-02-29": "487c3003f75c",
      "2028-03-22": "95fb072680ca",
      "2028-04-14": "24e2ac259c00",
      "2028-05-01": "473257312d97",
      "2028-06-20": "1d098521dfb7",
      "2028-07-09": "5385a25faed0",
      "2028-08-31": "cfec162d6717",
      "2028-09-22": "805bd099a4cc",
      "2028-10-17": "0d4933c4bb78",
      "2028-11-26": "ce18f8946ab0",
      "2028-12-24": "f94e52fc292a",
      "2029-07-15": "9ca2bfafdc56",
      "2031-03-30": "84cc5462cefc",
      "2033-06-09": "977bd1b917fe",
    }
  `);
});
