import { expect, it } from 'vitest';
import type { RowInput } from '../support/build-workbook.ts';
import { found, meeting } from '../support/rules.ts';

const half = (cells: RowInput): readonly (readonly unknown[])[] =>
  found('approval-half', {
    Aktiviteter: [
      meeting({
        ...{ Start: '01.10.2026 10:00', Slutt: '12:00', Status: 'Gjennomført' },
        'Godkjent av Bylivsenteret': '',
        'Godkjent dato Bylivsenteret': '',
        'Godkjent av Distriktssenteret': '',
        'Godkjent dato Distriktssenteret': '',
        ...cells,
      }),
    ],
  }).map(({ level, at, args }) => [level, at.column, args]);

it('tells of a name without a day, and of a day without a name', () => {
  const [by, on] = ['Godkjent av Bylivsenteret', 'Godkjent dato Bylivsenteret'];
  expect(half({})).toEqual([]);
  expect(half({ [by]: 'Kari', [on]: '08.10.2026' })).toEqual([]);
  expect(half({ [by]: 'Kari' })).toEqual([['warning', on, { filled: by }]]);
  expect(half({ [on]: '08.10.2026' })).toEqual([['warning', by, { filled: on }]]);
  expect(half({ 'Godkjent av Distriktssenteret': 'Ola' })).toEqual([
    ['warning', 'Godkjent dato Distriktssenteret', { filled: 'Godkjent av Distriktssenteret' }],
  ]);
  // A day that cannot be read is told of by itself.
  expect(half({ [by]: 'Kari', [on]: 'i går' })).toEqual([]);
});
