import { describe, expect, it } from 'vitest';
import { minutesDraft } from '../../../src/papers/minutes/draft.ts';
import { minutesDraftView, type MinutesDraft } from '../../../src/papers/minutes/view.ts';
import { minutesMeeting } from '../../../src/papers/minutes/which-meeting.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../../support/build-workbook.ts';
import { agendaOf, caseRow, meeting, meetings, registerOf } from '../../support/meetings.ts';

/** The draft of the meeting of 3 December; every view must fit its schema. */
function draftOf(tabs: TabsInput, at = '2026-12-04T09:00'): MinutesDraft {
  const register = registerOf({ Aktiviteter: meetings, ...tabs });
  const { meeting: found } = minutesMeeting(register, 'A-2026-004', nowAt(at));
  return minutesDraftView.parse(minutesDraft(register, found, nowAt(at)));
}

const here = { Møte: 'A-2026-004' };
const action = (number: number, more: RowInput = {}): RowInput => ({
  ID: `T-2026-00${String(number)}`,
  Tiltak: `Tiltak ${String(number)}`,
  Ansvarlig: 'Fagsjef',
  Part: 'Bylivsenteret',
  ...more,
});
const textsOf = (actions: MinutesDraft['followUp']): readonly string[] => actions.map((one) => one.action);

describe('the cases of a draft', () => {
  it('have the number that the register has, or none', () => {
    const { cases } = draftOf({
      Saker: [caseRow(1, { ...here, Saksnr: 'Sak 9/26' }), caseRow(2, here)],
    });
    expect(cases.map(({ number }) => number)).toEqual([{ number: 9, year: 2026 }, undefined]);
  });

  it('have what the register has of their treatment', () => {
    const { cases } = draftOf({
      Saker: [
        caseRow(1, { ...here, Status: 'Behandlet', Vedtak: 'Vi gjør det.', Notat: 'Alle var enige.' }),
        caseRow(2, { ...here, 'Behandlet i': 'A-2026-004', Status: 'Utsatt' }),
      ],
    });
    expect(cases).toMatchObject([
      { outcome: 'treated', decision: 'Vi gjør det.', discussion: 'Alle var enige.' },
      { outcome: 'postponed' },
    ]);
  });

  it('are those that the meeting treated, whenever they were raised, with what it decided', () => {
    const { cases } = draftOf({
      Saker: [
        caseRow(1, { Møte: 'A-2026-002', 'Behandlet i': 'A-2026-004', Status: 'Behandlet', Vedtak: 'Nå.' }),
        caseRow(2, { Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002', Status: 'Behandlet', Vedtak: 'Før.' }),
        caseRow(3, { Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002', Status: 'Behandlet', Vedtak: 'Før.' }),
        caseRow(4, { 'Behandlet i': 'A-2026-004', Status: 'Trukket' }),
      ],
      Behandling: [
        { ID: 'V-2026-001', Sak: 'S-2026-003', Møte: 'A-2026-004', Status: 'Behandlet', Vedtak: 'Igjen.' },
      ],
    });
    expect(cases.map(({ id, decision }) => [id, decision])).toEqual([
      ['S-2026-001', 'Nå.'],
      ['S-2026-004', undefined],
      ['S-2026-003', 'Igjen.'],
    ]);
  });

  it('do not have what an earlier meeting decided', () => {
    const { cases } = draftOf({
      Saker: [
        caseRow(1, { Møte: 'A-2026-002', 'Behandlet i': 'A-2026-002', Status: 'Behandlet', Vedtak: 'Før.' }),
      ],
      Tiltak: [action(1, { 'Fra sak': 'S-2026-001', 'Fra møte': 'A-2026-002' })],
    });
    expect(cases).toMatchObject([{ id: 'S-2026-001', actions: [] }]);
    expect(cases[0]?.decision).toBeUndefined();
  });
});

describe('the actions of a draft', () => {
  const tabs = {
    Saker: [caseRow(1, here), caseRow(2, { Møte: 'A-2026-002', Status: 'Utsatt' })],
    Tiltak: [
      action(1, { 'Fra sak': 'S-2026-001' }),
      action(2, { 'Fra sak': 'S-2026-002', 'Fra møte': 'A-2026-004', Frist: dateCell('2026-12-20') }),
      action(3, { 'Fra sak': 'S-2026-002' }),
      action(4, { 'Fra møte': 'A-2026-004' }),
      action(5, { 'Fra møte': 'A-2026-003' }),
      action(6, { Status: 'Utført' }),
      { ...action(7), ID: null },
    ],
  };

  it('are each in one place: with the case, among those of no case, or to be followed up', () => {
    const draft = draftOf(tabs);
    expect(draft.cases.map(({ actions }) => textsOf(actions))).toEqual(
      [['Tiltak 2'], ['Tiltak 1']].toReversed(),
    );
    expect(textsOf(draft.newActions.actions)).toEqual(['Tiltak 4']);
    expect(textsOf(draft.followUp)).toEqual(['Tiltak 3', 'Tiltak 5', 'Tiltak 7']);
  });
});

describe('the people of a draft', () => {
  const contact = (number: number, Navn: string, more: RowInput = {}): RowInput => ({
    ...{ ID: `K-2026-00${String(number)}`, Navn, Part: 'Bylivsenteret', Skriftspråk: 'bokmål' },
    ...{ Lister: 'kvartalsmøte', ...more },
  });
  const contacts = [
    contact(1, 'Ola Nordmann', { Part: 'Distriktssenteret' }),
    contact(2, 'Kari Nordmann'),
    contact(3, 'Per Hansen', { Lister: 'nettverk' }),
    contact(4, 'Anne Sluttet', { Sluttet: dateCell('2026-10-01') }),
  ];
  const peopleOf = (present?: string): readonly string[] => {
    const Aktiviteter = [
      ...meetings.slice(0, 3),
      meeting('A-2026-004', '2026-12-03', { 'Til stede': present ?? null }),
    ];
    const { people } = draftOf({ Aktiviteter, Kontakter: contacts });
    return people.map(({ name, party, isPresent }) => `${isPresent ? 'x' : '-'} ${name}, ${party ?? ''}`);
  };

  it('are those who are invited, the host first', () => {
    expect(peopleOf()).toEqual(['- Kari Nordmann, bylivsenteret', '- Ola Nordmann, distriktssenteret']);
  });

  it('are ticked where the register has them as present, and those who were not invited come last', () => {
    expect(peopleOf('K-2026-001, Per Hansen, Gjest Gjestesen')).toEqual([
      '- Kari Nordmann, bylivsenteret',
      'x Ola Nordmann, distriktssenteret',
      'x Per Hansen, bylivsenteret',
      'x Gjest Gjestesen, ',
    ]);
  });
});

describe('a draft', () => {
  it('is the same from day to day', () => {
    const tabs = { Saker: [caseRow(1, here)], Tiltak: [action(1, { Frist: dateCell('2026-12-10') })] };
    expect(draftOf(tabs, '2026-12-20T09:00')).toEqual(draftOf(tabs, '2026-12-04T09:00'));
  });

  it('names the meetings before and after', () => {
    const draft = draftOf({});
    expect([draft.lastMeeting?.id, draft.nextMeeting?.id]).toEqual(['A-2026-003', 'A-2027-001']);
  });
});

it('has the cases in the order of the agenda, those that are only followed up last', () => {
  const before = { Møte: 'A-2026-003', 'Behandlet i': 'A-2026-003', Status: 'Behandlet', Minutter: 10 };
  const tabs = {
    Saker: [
      caseRow(1, { ...before, Type: 'Vedtak', Vedtak: 'Ja.' }),
      caseRow(2, { ...here, Type: 'Orientering' }),
      caseRow(3, { ...before, Type: 'Orientering' }),
      caseRow(4, { ...here, Type: 'Vedtak' }),
    ],
    Tiltak: [action(1, { 'Fra sak': 'S-2026-001' }), action(2, { 'Fra sak': 'S-2026-003' })],
  };
  const { cases, followUp } = agendaOf(tabs);
  expect(draftOf(tabs, '2026-12-01T09:00').cases.map(({ id }) => id)).toEqual(
    [...cases, ...followUp].map(({ id }) => id),
  );
  expect(cases.map(({ id }) => id)).toEqual(['S-2026-004', 'S-2026-002']);
});
