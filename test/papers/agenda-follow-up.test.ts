import { describe, expect, it } from 'vitest';
import type { RowInput } from '../support/build-workbook.ts';
import { casesWaitingAt } from '../../src/papers/agenda/cases.ts';
import { meetingsOf } from '../../src/papers/meetings.ts';
import { agendaOf, caseRow, meeting, meetings, now, registerOf } from '../support/meetings.ts';

describe('the actions', () => {
  const action = (number: number, more: RowInput): RowInput => ({
    ID: `T-2026-00${String(number)}`,
    Tiltak: `Tiltak ${String(number)}`,
    Part: 'Bylivsenteret',
    Ansvarlig: 'rådgiver',
    ...more,
  });

  it('come by party and deadline, the overdue first; snoozed ones are only counted', () => {
    const { actions } = agendaOf({
      Tiltak: [
        action(1, { Frist: '15.01.2027' }),
        action(2, { Frist: '02.11.2026' }),
        action(3, { Part: 'Distriktssenteret' }),
        action(4, { 'Utsett til': '03.12.2026' }),
        action(5, { 'Utsett til': '02.12.2026', Frist: '01.12.2026' }),
        action(6, { Status: 'Utført' }),
      ],
    });
    expect(
      actions.groups.map(({ party, actions: own }) => [
        party,
        own.map(({ id, overdueDays }) => [id, overdueDays]),
      ]),
    ).toEqual([
      [
        'bylivsenteret',
        [
          ['T-2026-002', 21],
          ['T-2026-005', undefined],
          ['T-2026-001', undefined],
        ],
      ],
      ['distriktssenteret', [['T-2026-003', undefined]]],
    ]);
    expect(actions).toMatchObject({ open: 4, overdue: 1, snoozed: 1 });
  });
});

it('names the contact where somebody wrote a contact ID', () => {
  const { actions } = agendaOf({
    Kontakter: [{ ID: 'K-2026-001', Navn: 'Fylkeskontakt' }],
    Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ring', Ansvarlig: 'k-2026-001' }],
  });
  expect(actions.groups[0]?.actions[0]?.responsible).toBe('Fylkeskontakt');
});

describe('the six activities of the agreement', () => {
  const activity = (id: string, type: string, start: string, more: RowInput = {}): RowInput => ({
    ...meeting(id, start),
    Type: type,
    ...more,
  });

  it('each tell what was done since the last meeting and what comes before the next', () => {
    const { agreement } = agendaOf({
      Aktiviteter: [
        ...meetings,
        activity('A-2026-020', 'Webinar', '2026-10-22'),
        activity('A-2026-021', 'Webinar', '2026-09-01'),
        activity('A-2027-020', 'Webinar', '2027-02-04'),
        activity('A-2027-021', 'Webinar', '2027-04-15'),
        activity('A-2026-022', 'Informasjon', '2026-05-05'),
        activity('A-2026-023', 'Nettverk', '2026-10-01', { 'Del med partner': 'nei' }),
        activity('A-2026-024', 'Konferanse', '2026-11-01', { Status: 'Planlagt' }),
      ],
    });
    const brief = agreement.activities.map(({ number, done, coming, isSilent, silentSince }) => ({
      number,
      done: done.map(({ id }) => id),
      coming: coming.map(({ id }) => id),
      silent: isSilent ? (silentSince ?? 'always') : 'no',
    }));
    expect(brief).toEqual([
      { number: '1', done: [], coming: [], silent: '2026-05-05' },
      { number: '2', done: ['A-2026-003'], coming: ['A-2027-001'], silent: 'no' },
      { number: '3', done: ['A-2026-024'], coming: [], silent: 'no' },
      { number: '4', done: [], coming: [], silent: 'always' },
      { number: '5', done: [], coming: [], silent: 'always' },
      { number: '6', done: ['A-2026-020'], coming: ['A-2027-020'], silent: 'no' },
    ]);
    expect(agreement.activities[2]?.done[0]?.isUnconfirmed).toBe(true);
  });

  it('count contacts with county authorities, but not twice what is an activity of the same county and day', () => {
    const contact = (number: number, Fylke: string): RowInput => ({
      ID: `D-2026-00${String(number)}`,
      Fylke,
      Dato: '01.10.2026',
      Part: 'Felles',
      Tema: 'plan',
    });
    const dialogue = activity('A-2026-030', 'Fylkesdialog', '2026-10-01', {
      Tittel: 'Dialogmøte: Vestland fylkeskommune',
    });
    const tabs = {
      Aktiviteter: [...meetings, dialogue],
      Dialog: [contact(1, 'Vestland'), contact(2, 'Nordland')],
    };
    expect(agendaOf(tabs).agreement.activities[3]?.done.map(({ title }) => title)).toEqual([
      'Dialogmøte: Vestland fylkeskommune',
      'Nordland: plan',
    ]);
  });

  it('never tell of a contact that is an activity kept from the partner', () => {
    const kept = activity('A-2026-031', 'Fylkesdialog', '2026-11-13', {
      Tittel: 'Møte med Nordland',
      'Del med partner': 'nei',
    });
    const contact = {
      ID: 'D-2026-001',
      Fylke: 'Nordland',
      Dato: '13.11.2026',
      Part: 'Felles',
      Tema: 'Fast kontakt',
    };
    const { agreement } = agendaOf({ Aktiviteter: [...meetings, kept], Dialog: [contact] });
    expect(agreement.activities[3]?.done).toEqual([]);
  });

  it('what is going on without an end is still to come', () => {
    const ongoing = activity('A-2026-032', 'Nettverk', '2026-10-01', { Status: 'Pågår', Slutt: null });
    const { agreement } = agendaOf({ Aktiviteter: [...meetings, ongoing] });
    expect(agreement.activities[3]).toMatchObject({ done: [], coming: [{ id: 'A-2026-032' }] });
  });
});

describe('a case that waits', () => {
  const onAgendaOf = (id: string, until: string): boolean =>
    agendaOf({ Saker: [caseRow(1, { Møte: 'A-2026-003', 'Utsett til': until })] }, { meeting: id })
      .caseCount === 1;

  it.each([
    // A day counts as for actions: the case is away until it is past.
    ['03.12.2026', [false, true]],
    ['02.12.2026', [true, true]],
    ['A-2027-001', [false, true]],
    ['A-2026-004', [true, true]],
    // Of these nobody knows the day.
    ['A-2027-009', [true, true]],
  ])('until %s', (until, [next, after]) => {
    expect([onAgendaOf('A-2026-004', until), onAgendaOf('A-2027-001', until)]).toEqual([next, after]);
  });

  it('is not counted as carried by the meetings in between, and is named', () => {
    const rows = { Saker: [caseRow(1, { Møte: 'A-2026-001', 'Utsett til': 'A-2027-001' }), caseRow(2)] };
    const { cases } = agendaOf(rows, { meeting: 'A-2027-001' });
    expect(cases.find(({ id }) => id === 'S-2026-001')?.carried).toMatchObject({ times: 1 });
    // The last meeting that had it said so: those before are counted.
    const again = { Sak: 'S-2026-001', Møte: 'A-2026-004', Status: 'Utsatt' };
    const late = agendaOf({ ...rows, Behandling: [again] }, { meeting: 'A-2027-001' });
    expect(late.cases.find(({ id }) => id === 'S-2026-001')?.carried).toMatchObject({
      ...{ times: 4, mustBeSettled: true },
    });
    const register = registerOf({ Aktiviteter: meetings, ...rows });
    const next = meetingsOf(register).find(({ id }) => id === 'A-2026-004');
    expect(casesWaitingAt(register, next!, now)).toMatchObject([
      { id: 'S-2026-001', snoozedUntil: 'A-2027-001' },
    ]);
  });
});
