import { expect, it } from 'vitest';
import { referencesIn } from '../../../src/stores/xlsx/writing/formula-references.ts';

it.each([
  ['A1', [[0, 1, 0, 1]]],
  [
    '$B$2*10+C3',
    [
      [1, 2, 1, 2],
      [2, 3, 2, 3],
    ],
  ],
  ['SUM(A1:B9)&"C7"', [[0, 1, 1, 9]]],
  ['COUNTIF($A:C,"x")', [[0, 1, 2, 1_048_576]]],
  ['SUM($3:4)', [[0, 3, 16_383, 4]]],
  ['IF(TRUE,1.5E3,#REF!)', []],
] as const)('%s reads what it says', (formula, areas) => {
  expect(referencesIn(formula)?.map(({ left, top, right, bottom }) => [left, top, right, bottom])).toEqual(
    areas,
  );
});

it('tells the tab, and follows a shared formula down', () => {
  expect(referencesIn("'Bo''s fane'!A1+Saker!$B$2", { columns: 1, rows: 2 })).toEqual([
    { tab: "Bo's fane", left: 1, top: 3, right: 1, bottom: 3 },
    { tab: 'Saker', left: 1, top: 2, right: 1, bottom: 2 },
  ]);
});

it.each([
  'INDIRECT("A1")',
  'OFFSET(A1,1,1)',
  'Frister',
  'Tabell1[Timer]',
  'A1#',
  'Ark1:Ark3!A1',
  "'Ark1:Ark3'!A1",
  'INDEX(A:A,2):B5',
  '[1]Ark1!A1',
  'Ark1!Frister',
  '',
])('%s cannot be told', (formula) => {
  expect(referencesIn(formula)).toBeUndefined();
});
