import { expect, it } from 'vitest';
import type { ProblemCode } from '../../src/domain/problem.ts';
import type { RowInput } from '../support/build-workbook.ts';
import { found, meeting } from '../support/rules.ts';

const told = (code: ProblemCode, cells: RowInput): readonly (readonly unknown[])[] =>
  found(code, {
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
  }).map(({ level, at, args, value }) => [level, at.column, args, ...(value === undefined ? [] : [value])]);

const half = (cells: RowInput): ReturnType<typeof told> => told('approval-half', cells);

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

it('tells of a name that says no, once, and of a day to come', () => {
  const [by, on] = ['Godkjent av Bylivsenteret', 'Godkjent dato Bylivsenteret'];
  const refused = [['warning', by, { day: on }, 'nei, se e-post']];
  expect(told('approval-refused', { [by]: 'nei, se e-post' })).toEqual(refused);
  expect(told('approval-refused', { [by]: 'nei, se e-post', [on]: '08.10.2027' })).toEqual(refused);
  expect(half({ [by]: 'nei, se e-post' })).toEqual([]);
  expect(told('approval-ahead', { [by]: 'nei', [on]: '08.10.2027' })).toEqual([]);
  expect(told('approval-ahead', { [by]: 'Kari', [on]: '24.11.2026' })).toEqual([
    ['warning', on, {}, '24.11.2026'],
  ]);
  expect(told('approval-ahead', { [by]: 'Kari', [on]: '23.11.2026' })).toEqual([]);
});
