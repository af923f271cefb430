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
      "2025-01-01": "dad878408213",
      "2026-11-23": "4fdf28ce489a",
      "2026-12-31": "28f45da9abdc",
      "2028-01-03": "4ae7bd84158c",
      "2028-02-29": "1ab505a3bec2",
      "2028-03-22": "3439e9ed439f",
      "2028-04-14": "78d2c39003db",
      "2028-05-01": "c9caed8c0e0b",
      "2028-06-20": "df79c40d7af1",
      "2028-07-09": "0a7a58159e6f",
      "2028-08-31": "ea8876d40414",
      "2028-09-22": "58b19c10e871",
      "2028-10-17": "8e14530b5328",
      "2028-11-26": "644dba0f0b43",
      "2028-12-24": "ae39d94b0aab",
      "2029-07-15": "53cc0fd622b0",
      "2031-03-30": "fa31ee933146",
      "2033-06-09": "d6de89c0f533",
    }
  `);
});
