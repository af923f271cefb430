import { describe, expect, it } from 'vitest';
import { caseNumberChanges } from '../../src/papers/agenda/case-numbers.ts';
import type { AgendaCase, AgendaView } from '../../src/papers/agenda/view.ts';
import type { MeetingRequest } from '../../src/papers/meetings.ts';
import { UserError } from '../../src/domain/user-error.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { agendaOf, caseRow, meeting, meetings, registerOf } from '../support/meetings.ts';

const casesOf = (view: AgendaView): readonly AgendaCase[] => view.cases;
const idsOf = (view: AgendaView): readonly string[] => casesOf(view).map(({ id }) => id);

describe('the meeting', () => {
  it('is the next planned one', () => {
    expect(agendaOf({}).meeting).toMatchObject({
      id: 'A-2026-004',
      number: 4,
      year: 2026,
      start: '2026-12-03T10:00',
    });
  });

  it('is still the next until it is over', () => {
    expect(agendaOf({}, {}, nowAt('2026-12-03T11:30')).meeting.id).toBe('A-2026-004');
    expect(agendaOf({}, {}, nowAt('2026-12-03T11:31')).meeting.id).toBe('A-2027-001');
  });

  it('can be named by ID or by quarter', () => {
    expect(agendaOf({}, { meeting: 'A-2026-002' }).meeting.id).toBe('A-2026-002');
    expect(agendaOf({}, { quarter: { year: 2027, number: 1 } }).meeting.id).toBe('A-2027-001');
  });

  it('is hosted by its party, and the other takes the minutes', () => {
    expect(agendaOf({}).meeting).toMatchObject({ host: 'bylivsenteret', minuteTaker: 'distriktssenteret' });
  });

  it('has no minute taker where both host', () => {
    const both = agendaOf({ Aktiviteter: [meeting('A-2026-004', '2026-12-03', { Part: 'Felles' })] });
    expect(both.meeting.minuteTaker).toBeUndefined();
  });

  it('invites those on the list, the host first', () => {
    const contact = (id: number, Navn: string, Part: string, Lister: string): RowInput => ({
      ID: `K-2026-00${String(id)}`,
      Navn,
      Part,
      Lister,
      Skriftspråk: 'bokmål',
    });
    const view = agendaOf({
      Kontakter: [
        contact(1, 'Rådgiver', 'Distriktssenteret', 'kvartalsmøte'),
        contact(2, 'Leder', 'Bylivsenteret', 'nettverk, Kvartalsmøte'),
        contact(3, 'Post', 'Bylivsenteret', 'nettverk'),
      ],
    });
    expect(view.meeting.invited).toEqual([
      { party: 'bylivsenteret', people: [{ name: 'Leder' }] },
      { party: 'distriktssenteret', people: [{ name: 'Rådgiver' }] },
    ]);
  });

  const refused: readonly (readonly [string, TabsInput, MeetingRequest, RegExp])[] = [
    ['an empty register', { Aktiviteter: [] }, {}, /no activities/u],
    [
      'rows that cannot be read',
      { Aktiviteter: [meeting('A-2026-005', '2026-12-03', { Type: 'Kvartalsmote' })] },
      {},
      /that can be read; 1 cannot/u,
    ],
    ['no coming meeting', { Aktiviteter: meetings.slice(0, 3) }, {}, /No quarterly meeting is planned/u],
    ['an unknown ID', {}, { meeting: 'A-2026-099' }, /no activity A-2026-099/u],
    [
      'another kind of activity',
      { Aktiviteter: [meeting('A-2026-005', '2026-12-03', { Type: 'Webinar' })] },
      { meeting: 'A-2026-005' },
      /not a quarterly meeting/u,
    ],
    [
      'a cancelled meeting',
      { Aktiviteter: [meeting('A-2026-005', '2026-12-03', { Status: 'Avlyst' })] },
      { meeting: 'A-2026-005' },
      /cancelled/u,
    ],
    [
      'a meeting without time of day',
      { Aktiviteter: [meeting('A-2026-005', '2026-12-03', { Start: dateCell('2026-12-03'), Slutt: null })] },
      {},
      /no time of day/u,
    ],
    [
      'a row with errors',
      { Aktiviteter: [meeting('A-2026-005', '2026-12-03', { Status: 'Kanskje' })] },
      { meeting: 'A-2026-005' },
      /row 2 of Aktiviteter has errors/u,
    ],
    ['an empty quarter', {}, { quarter: { year: 2030, number: 1 } }, /2030Q1/u],
    [
      'two meetings in the quarter',
      { Aktiviteter: [...meetings, meeting('A-2026-005', '2026-12-10')] },
      { quarter: { year: 2026, number: 4 } },
      /several/u,
    ],
  ];
  it.each(refused)('is refused with advice: %s', (_, tabs, request, message) => {
    expect(() => agendaOf(tabs, request)).toThrow(UserError);
    expect(() => agendaOf(tabs, request)).toThrow(message);
  });
});

describe('the cases', () => {
  it('are those raised for the meeting, and those without a meeting', () => {
    const view = agendaOf({
      Saker: [caseRow(1, { Møte: 'A-2026-004' }), caseRow(2), caseRow(3, { Møte: 'A-2027-001' })],
    });
    expect(idsOf(view)).toEqual(['S-2026-001', 'S-2026-002']);
  });

  it('without a meeting wait for the next one, not for a later', () => {
    expect(idsOf(agendaOf({ Saker: [caseRow(1)] }, { meeting: 'A-2027-001' }))).toEqual([]);
  });

  it('without a meeting leave once they are treated, unless something is left to do', () => {
    const view = agendaOf({
      Saker: [
        caseRow(1, { Status: 'Behandlet' }),
        caseRow(2, { Status: 'Behandlet', Fast: 'ja' }),
        caseRow(3, { Status: 'Behandlet' }),
      ],
      Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Ring', 'Fra sak': 'S-2026-003' }],
    });
    expect(idsOf(view)).toEqual(['S-2026-002']);
    expect(view.followUp).toMatchObject([
      { id: 'S-2026-003', carried: { times: 0, wasTreated: true, actions: [{ action: 'Ring' }] } },
    ]);
    expect(view.followUp[0]?.carried.since).toBeUndefined();
  });

  it('come back unless treated, without open action and not standing', () => {
    const before = { Møte: 'A-2026-003' };
    const view = agendaOf({
      Saker: [
        caseRow(1, { ...before, Status: 'Utsatt' }),
        caseRow(2, { ...before, Status: 'Behandlet' }),
        caseRow(3, { ...before, Status: 'Behandlet' }),
        caseRow(4, { ...before, Status: 'Behandlet', Fast: 'ja' }),
        caseRow(5, { ...before, Status: 'Trukket' }),
        caseRow(6, { ...before, Status: 'Behandlet' }),
        // A later meeting than the one that postponed it has treated it.
        caseRow(7, { ...before, Status: 'Utsatt' }),
      ],
      Behandling: [{ Sak: 'S-2026-007', Møte: 'A-2026-003', Status: 'Behandlet' }],
      Tiltak: [
        { ID: 'T-2026-001', Tiltak: 'Ring', 'Fra sak': 'S-2026-003', Status: 'Åpen' },
        { ID: 'T-2026-002', Tiltak: 'Skriv', 'Fra sak': 'S-2026-006', Status: 'Utført' },
      ],
    });
    expect(idsOf(view)).toEqual(['S-2026-004', 'S-2026-001']);
    expect(
      casesOf(view).map(({ carried, isStanding }) => [carried?.times, carried?.wasTreated, isStanding]),
    ).toEqual([
      [undefined, undefined, true],
      [1, false, false],
    ]);
    expect(view.followUp.map(({ id, carried }) => [id, carried.times, carried.wasTreated])).toEqual([
      ['S-2026-003', 1, true],
    ]);
  });

  it('tell how often and how long they were carried, and ask to be settled the third time', () => {
    const view = agendaOf({
      Saker: [caseRow(1, { Møte: 'A-2026-001' }), caseRow(2, { Møte: 'A-2026-002' })],
    });
    expect(casesOf(view).map(({ carried }) => carried)).toEqual([
      {
        ...{ times: 3, since: '2026-03-12', ageDays: 266, wasTreated: false, openActions: 0, actions: [] },
        isRaisedAgain: false,
        mustBeSettled: true,
      },
      {
        times: 2,
        since: '2026-06-11',
        ageDays: 175,
        wasTreated: false,
        isRaisedAgain: false,
        openActions: 0,
        actions: [],
        mustBeSettled: false,
      },
    ]);
  });

  it('raised for a cancelled meeting go to the next one held, as new', () => {
    const cancelled = meeting('A-2026-009', '2026-10-15', { Status: 'Avlyst' });
    const view = agendaOf({
      Aktiviteter: [...meetings, cancelled],
      Saker: [caseRow(1, { Møte: 'A-2026-009' })],
    });
    expect(casesOf(view).map(({ id, carried }) => [id, carried])).toEqual([['S-2026-001', undefined]]);
  });

  it('are numbered through the year: given numbers stay, a late case gets the next', () => {
    const tabs = {
      Saker: [
        caseRow(1, { Møte: 'A-2026-003', Status: 'Behandlet', Saksnr: 'Sak 11/26' }),
        caseRow(2, { Type: 'Orientering' }),
        caseRow(3, { Saksnr: 'Sak 12/26', Type: 'Vedtak' }),
        caseRow(4, { Type: 'Vedtak' }),
        caseRow(5, { Møte: 'A-2026-003', Saksnr: 'Sak 2/26', Type: 'Drøfting' }),
      ],
    };
    const view = agendaOf(tabs);
    expect(casesOf(view).map(({ id, number }) => [id, number.number])).toEqual([
      ['S-2026-003', 12],
      ['S-2026-004', 13],
      ['S-2026-005', 2],
      ['S-2026-002', 14],
    ]);
    const changes = caseNumberChanges(registerOf({ Aktiviteter: meetings, ...tabs }), view);
    expect(
      changes.map(({ at, column, becomes, was }) => [at.by === 'id' ? at.id : '', column, was, becomes]),
    ).toEqual([
      ['S-2026-002', 'Saksnr', null, 'Sak 14/26'],
      ['S-2026-002', 'Møte', null, 'A-2026-004'],
      ['S-2026-003', 'Møte', null, 'A-2026-004'],
      ['S-2026-004', 'Saksnr', null, 'Sak 13/26'],
      ['S-2026-004', 'Møte', null, 'A-2026-004'],
    ]);
  });

  it('start anew at 1 in a new year', () => {
    const view = agendaOf(
      { Saker: [caseRow(1, { Møte: 'A-2027-001' }), caseRow(2, { Saksnr: 'Sak 40/26' })] },
      { meeting: 'A-2027-001' },
    );
    expect(casesOf(view).find(({ id }) => id === 'S-2026-001')?.number).toEqual({ number: 1, year: 2027 });
  });

  it('name the linked activity, but not one that is kept from the partner', () => {
    const activity = (id: string, share: string): RowInput => ({
      ...meeting(id, '2027-02-04'),
      Type: 'Webinar',
      'Del med partner': share,
    });
    const view = agendaOf({
      Aktiviteter: [...meetings, activity('A-2027-010', 'ja'), activity('A-2027-011', 'nei')],
      Saker: [caseRow(1, { Aktivitet: 'A-2027-010' }), caseRow(2, { Aktivitet: 'A-2027-011' })],
    });
    expect(casesOf(view).map(({ activity: linked }) => linked?.id)).toEqual(['A-2027-010', undefined]);
  });
});

describe('what a case says', () => {
  const found = agendaOf({
    Saker: [
      caseRow(1, { Type: 'Orientering', Sakseier: 'Fagsjef' }),
      caseRow(2, {
        ...{ Type: 'Vedtak', Tittel: 'En sak', 'Tittel nynorsk': 'Ei sak', 'Forslag til vedtak': 'Ja.' },
        Vedlegg: 'Utkast: https://felles.example/a',
      }),
    ],
    Oppsett: [{ Nøkkel: 'Rekkefølge på sakene', Verdi: 'orientering, drøfting, vedtak' }],
  });

  it('is in the order of the setting, in both standards, with what must be read', () => {
    const attachments = [{ words: 'Utkast', address: 'https://felles.example/a' }];
    expect(found.cases).toMatchObject([
      { kind: 'information', presenter: 'Fagsjef', attachments: [] },
      { kind: 'decision', title: { nb: 'En sak', nn: 'Ei sak' }, proposal: 'Ja.', attachments },
    ]);
    expect(found.toRead).toMatchObject([{ attachments }]);
  });

  it('has deadlines on working days, as long as they are ahead', () => {
    expect(found.deadlines).toEqual({ cases: '2026-11-26', absence: '2026-11-30', to: undefined });
    expect(agendaOf({}, {}, nowAt('2026-12-01T12:00')).deadlines).toBeUndefined();
  });
});

describe('the plan', () => {
  it('puts a clock time on each part and tells when it overruns', () => {
    const view = agendaOf({ Saker: [caseRow(1, { Minutter: 30 }), caseRow(2, { Minutter: 45 })] });
    expect(view.plan.map(({ what, startsAt, minutes }) => [what, startsAt?.slice(11), minutes])).toEqual([
      ['opening', '10:00', 2],
      ['minutes', '10:02', 3],
      ['case', '10:05', 30],
      ['case', '10:35', 45],
      ['actions', '11:20', 10],
      ['agreement', '11:30', 10],
      ['otherBusiness', '11:40', 5],
      ['nextMeeting', '11:45', 2],
    ]);
    expect(view.budget).toEqual({ total: 107, available: 90, overrun: { by: 17, available: 90 } });
    expect(casesOf(view).map(({ startsAt }) => startsAt?.slice(11))).toEqual(['10:05', '10:35']);
  });

  it('follows the settings', () => {
    const view = agendaOf({ Oppsett: [{ Nøkkel: 'Minutter til tiltak', Verdi: '20' }], Saker: [caseRow(1)] });
    expect(view.actions.minutes).toBe(20);
    expect(view.budget).toEqual({ total: 52, available: 90 });
  });
});

it('suggests days where no next meeting is planned', () => {
  const view = agendaOf({ Aktiviteter: meetings.slice(0, 4) });
  expect(view.nextMeeting).toBeUndefined();
  expect(view.suggestedDays).toEqual(['2027-03-11', '2027-03-18']);
});
