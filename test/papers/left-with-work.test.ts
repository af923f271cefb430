import { describe, expect, it } from 'vitest';
import { invitedTo } from '../../src/papers/agenda/called.ts';
import { leftOutSince } from '../../src/papers/announcement/left-out-since.ts';
import { leftWithWork } from '../../src/papers/left-with-work.ts';
import { addDays } from '../../src/domain/time.ts';
import { audienceOf, today } from '../support/audience.ts';
import type { RowInput, TabsInput } from '../support/build-workbook.ts';
import { registerOf } from '../support/meetings.ts';

const contact = (number: number, cells: RowInput): RowInput => ({
  ID: `K-2026-00${String(number)}`,
  Skriftspråk: 'bokmål',
  Lister: 'kvartalsmøte, webinar',
  'E-post': `k${String(number)}@nal.example`,
  ...cells,
});

const tabs = (day: string): TabsInput => ({
  Kontakter: [
    contact(1, { Navn: 'Kari Nordmann', Part: 'Bylivsenteret', Rolle: 'fagsjef', Sluttet: day }),
    contact(2, { Navn: 'Ola Hansen', Part: 'Distriktssenteret', Sluttet: '01.01.2026' }),
    contact(3, { Navn: 'Per Ås', Part: 'Bylivsenteret' }),
    contact(4, {
      Navn: 'Postmottak',
      Part: 'Distriktssenteret',
      Sluttet: '01.01.2026',
      'E-post': 'k3@nal.example',
    }),
  ],
  Tiltak: [
    { ID: 'T-2026-001', Tiltak: 'Ringe', Ansvarlig: 'Kari Nordmann, Per Ås', Frist: '01.12.2026' },
    { ID: 'T-2026-002', Tiltak: 'Skrive', Ansvarlig: 'fagsjefen' },
    { ID: 'T-2026-003', Tiltak: 'Sende', Ansvarlig: 'K-2026-003', Status: 'Åpen' },
    { ID: 'T-2026-004', Tiltak: 'Rydde', Ansvarlig: 'Ola Hansen', Status: 'Utført' },
  ],
});

describe('contacts that have left', () => {
  it('with what is still theirs, per contact', () => {
    expect(leftWithWork(registerOf(tabs('23.11.2026')), today)).toEqual([
      {
        ...{ id: 'K-2026-001', name: 'Kari Nordmann', party: 'bylivsenteret', left: '2026-11-23' },
        work: [
          {
            ...{ tab: 'actions', tabName: 'Tiltak', id: 'T-2026-001', row: 2 },
            ...{ work: 'action', title: 'Ringe', day: '2026-12-01' },
          },
          {
            ...{ tab: 'actions', tabName: 'Tiltak', id: 'T-2026-002', row: 3 },
            ...{ work: 'action', title: 'Skrive', day: undefined },
          },
        ],
      },
    ]);
    expect(leftWithWork(registerOf(tabs('24.11.2026')), today)).toEqual([]);
    expect(leftWithWork(registerOf(tabs('')), today)).toEqual([]);
  });

  it('get no mailing from that day on, and it is told why', () => {
    const register = registerOf(tabs('24.11.2026'));
    const request = { target: 'liste:webinar' };
    const before = audienceOf(register, request);
    expect(before.chosen.map(({ id }) => id)).toEqual(['K-2026-001', 'K-2026-003']);
    const after = audienceOf(register, { ...request, on: addDays(today, 1) });
    expect(after.chosen.map(({ id }) => id)).toEqual(['K-2026-003']);
    expect(after.leftOut.map(({ id, cause }) => [id, cause])).toEqual([
      ['K-2026-001', { code: 'left', since: '2026-11-24' }],
      ['K-2026-002', { code: 'left', since: '2026-01-01' }],
      ['K-2026-004', { code: 'left', since: '2026-01-01' }],
    ]);
  });

  it('get none that was made before either; a post box that others share lives on', () => {
    const causes = (day: string): readonly unknown[] => {
      const causeOf = leftOutSince(
        registerOf(tabs(day)),
        (mailing, address) => `${mailing} ${address}`,
        today,
      );
      return [1, 4].map((n) =>
        causeOf({ id: `K-2026-00${String(n)}`, address: n === 4 ? 'k3@nal.example' : 'k1@nal.example' }),
      );
    };
    expect(causes('23.11.2026')).toEqual([{ code: 'left', since: '2026-11-23' }, undefined]);
    expect(causes('24.11.2026')).toEqual([undefined, undefined]);
  });

  it('are called to the meetings before that day only', () => {
    const register = registerOf(tabs('24.11.2026'));
    const called = (days: number): readonly string[] =>
      invitedTo(register, addDays(today, days)).map(({ id }) => id);
    expect([called(0), called(1)]).toEqual([['K-2026-001', 'K-2026-003'], ['K-2026-003']]);
  });
});
