import { describe, expect, it } from 'vitest';
import { wordNotes } from '../../src/language/due/note-words.ts';
import { unfinishedNow, writtenNow } from '../../src/papers/due/mailings.ts';
import { isAnythingDue, today, type Today } from '../../src/papers/today/today.ts';
import { todayParts } from '../../src/app/papers/today-parts.ts';
import { countyMatters } from '../../src/papers/due/counties.ts';
import type { Register } from '../../src/register/register.ts';
import { problem } from '../../src/domain/problem.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { registerWith } from '../support/announcements.ts';
import { here } from '../support/webinars.ts';
import { dayAt } from '../sample/days.ts';

const now = nowAt('2026-11-23T12:00');

const register = (tabs: TabsInput): Register =>
  registerWith({ Aktiviteter: [], Tekster: [], Program: [], ...tabs });

const listOf = (tabs: TabsInput): Today =>
  today({ register: register(tabs), problems: [], unlisted: [] }, now, here());

const meeting = (id: string, start: string, more: RowInput = {}): RowInput => ({
  ID: id,
  Type: 'Kvartalsmøte',
  Tittel: `Møte ${id}`,
  Part: 'Felles',
  Status: 'Planlagt',
  Start: dateCell(start),
  Slutt: '11:30',
  ...more,
});

const slot = (number: number, more: RowInput = {}): RowInput => ({
  ID: `P-2027-00${String(number)}`,
  Aktivitet: 'A-2027-001',
  Tittel: `Innslag ${String(number)}`,
  Status: 'Spurt',
  ...more,
});

describe('the list of the day', () => {
  it('has what was written and not sent, of webinars and meetings, until it is of no use', () => {
    const event = (sendId: string, rk: string, more: RowInput = {}): RowInput => ({
      ...{ rk, sendId, hendelse: 'skrevet', 'tid UTC': '2026-10-20T08:00:00Z', 'kø-id': `${rk}.eml` },
      ...more,
    });
    const tabs = {
      Aktiviteter: [
        meeting('A-2026-900', '2026-11-30T10:00'),
        meeting('A-2026-901', '2026-10-30T10:00', { Status: 'Gjennomført' }),
      ],
      Utsendelser: [
        event('A-2026-900.agenda.r1', 'a'),
        event('A-2026-900.agenda.r1', 'b'),
        event('A-2026-900.agenda.r1', 'c', { hendelse: 'sendt', 'kø-id': 'queued' }),
        event('A-2026-901.agenda.r1', 'd'),
      ],
    };
    expect(writtenNow(register(tabs), now)).toEqual([
      {
        mailing: 'A-2026-900.agenda.r1',
        activity: 'A-2026-900',
        recipients: 2,
        day: '2026-10-20',
        holds: true,
      },
    ]);
    const list = listOf(tabs);
    expect(isAnythingDue(list)).toBe(true);
    expect(list.due.filter(({ matter }) => matter === 'written')).toMatchObject([
      {
        name: 'A-2026-900.agenda.r1 written',
        ...{ state: 'due', since: '2026-10-20' },
        command: 'send -- A-2026-900.agenda.r1 --sent-by-hand all',
      },
    ]);
  });

  it('has what was begun and not finished, until a later revision is begun or it is of no use', () => {
    const event = (sendId: string, rk: string, hendelse: string): RowInput => ({
      ...{ rk, sendId, hendelse, 'tid UTC': '2026-10-20T08:00:00Z' },
    });
    const input = (...Utsendelser: readonly RowInput[]): TabsInput => ({
      Aktiviteter: [
        meeting('A-2026-900', '2026-11-30T10:00'),
        meeting('A-2026-901', '2026-10-30T10:00', { Status: 'Gjennomført' }),
      ],
      Utsendelser,
    });
    const [mailing, activity] = ['A-2026-900.agenda.r1', 'A-2026-900'];
    const begun = [
      event(mailing, 'a', 'sendt'),
      event(mailing, 'b', 'Uavklart'),
      event(mailing, 'c', 'ikke sendt'),
      event(mailing, 'd', 'feilet'),
      event(mailing, 'e', 'skrevet'),
      event('A-2026-901.agenda.r1', 'a', 'ikke sendt'),
    ];
    const unfinished = (
      rows: readonly RowInput[],
      sizes = new Map<string, number>(),
    ): ReturnType<typeof unfinishedNow> => unfinishedNow({ register: register(input(...rows)), now, sizes });
    const day = '2026-10-20';
    expect(unfinished(begun)).toEqual([{ mailing, activity, missing: 2, recipients: undefined, day }]);
    const sized = unfinished(begun, new Map([[mailing, 210]]));
    expect(sized).toEqual([{ mailing, activity, missing: 207, recipients: 210, day }]);
    expect(unfinished([event(mailing, 'a', 'sendt')], new Map([[mailing, 1]]))).toEqual([]);
    expect(unfinished([...begun, event('A-2026-900.agenda.r2', 'a', 'sendt')])).toEqual([]);
    const { due } = listOf(input(...begun));
    expect(due.find(({ matter }) => matter === 'unfinished')).toMatchObject({
      name: `${mailing} unfinished`,
      command: `send -- ${mailing} --status`,
    });
  });

  it.each<[boolean, string, string, string]>([
    [true, 'announcement.r1', 'Planlagt', '2026-11-30T10:00'],
    [false, 'announcement.r1', 'Avlyst', '2026-11-30T10:00'],
    [false, 'announcement.r1', 'Planlagt', '2026-12-01T10:00'],
    [true, 'cancelled.r1', 'Avlyst', '2026-11-30T10:00'],
    [false, 'cancelled.r1', 'Planlagt', '2026-11-30T10:00'],
    [false, 'reminder-1.r1', 'Planlagt', '2026-11-23T11:00'],
    [true, 'followup-2.r1', 'Planlagt', '2026-11-23T11:00'],
  ])('asks to send what was written only while it is so: %s for %s, %s, %s', (holds, kind, status, start) => {
    const told = start.startsWith('2026-12') ? '2026-11-30T10:00' : start;
    const list = listOf({
      Aktiviteter: [meeting('A-2026-900', start, { Type: 'Webinar', Status: status })],
      Utsendelser: [{ rk: 'a', sendId: `A-2026-900.${kind}`, hendelse: 'skrevet', gjelder: told }],
    });
    const written = list.due.filter(({ matter }) => matter === 'written');
    expect(written.map(({ notes }) => wordNotes(notes, 'en')?.includes('send none of them'))).toEqual([
      !holds,
    ]);
  });

  it('is empty where nothing waits', () => {
    const list = listOf({});
    expect(isAnythingDue(list)).toBe(false);
    expect(list).toMatchObject({ due: [], meetings: [], actions: [] });
  });

  it('has the texts that are due, and none that have been sent', () => {
    const webinar = { ...meeting('A-2026-009', '2026-12-14T10:00'), Type: 'Webinar', Status: 'Bekreftet' };
    const texts = (row: RowInput): unknown =>
      listOf({ Aktiviteter: [row] }).due.filter(({ matter }) => matter !== 'digest');
    expect(texts(webinar)).toMatchObject([{ matter: 'announcement', state: 'overdue', since: '2026-11-16' }]);
    const far = { ...webinar, Start: dateCell('2027-02-14T10:00') };
    expect(texts(far)).toEqual([]);
  });

  it.each([
    ['2026-12-07T10:00', 'due'],
    ['2026-11-30T10:00', 'overdue'],
    ['2026-11-23T14:00', 'overdue'],
    ['2026-12-08T10:00', undefined],
  ])('has the agenda of a meeting on %s: %s', (start, state) => {
    const { due } = listOf({ Aktiviteter: [meeting('A-2026-004', start, { Slutt: null })] });
    expect(due.find(({ matter }) => matter === 'agenda')?.state).toBe(state);
  });

  it('has meetings that were held before today and of which the register lacks what came of them', () => {
    const kase = (number: number, more: RowInput): RowInput => ({
      ID: `S-2026-00${String(number)}`,
      Møte: 'A-2026-002',
      Tittel: `Sak ${String(number)}`,
      Type: 'Drøfting',
      ...more,
    });
    const { meetings } = listOf({
      Aktiviteter: [
        meeting('A-2026-001', '2026-03-12T10:00', { Status: 'Gjennomført' }),
        meeting('A-2026-002', '2026-06-12T10:00', { Status: 'Gjennomført' }),
        meeting('A-2026-003', '2026-11-22T10:00'),
        meeting('A-2026-004', '2026-11-23T08:00'),
        meeting('A-2026-005', '2026-08-12T10:00', { Status: 'Avlyst' }),
      ],
      Saker: [kase(1, {}), kase(2, { Status: 'Utsatt' }), kase(3, { Fast: 'ja' })],
    });
    expect(meetings).toEqual([
      { id: 'A-2026-002', title: 'Møte A-2026-002', day: '2026-06-12', isNotDone: false, openCases: 1 },
      { id: 'A-2026-003', title: 'Møte A-2026-003', day: '2026-11-22', isNotDone: true, openCases: 0 },
    ]);
  });

  it('has the open actions that are over, the oldest first, but none that are put off', () => {
    const action = (number: number, deadline: string, more: RowInput = {}): RowInput => ({
      ID: `T-2026-00${String(number)}`,
      Tiltak: `Tiltak ${String(number)}`,
      Frist: dateCell(deadline),
      ...more,
    });
    const { actions } = listOf({
      Tiltak: [
        action(1, '2026-11-22'),
        action(2, '2026-11-01', { Ansvarlig: 'Fagsjef' }),
        action(3, '2026-11-23'),
        action(4, '2026-11-01', { Status: 'Utført' }),
        action(5, '2026-11-01', { 'Utsett til': dateCell('2026-11-23') }),
        action(6, '2026-11-01', { 'Utsett til': dateCell('2026-11-22') }),
      ],
    });
    expect(actions.map(({ id, days }) => [id.slice(-1), days])).toEqual([
      ['2', 22],
      ['6', 22],
      ['1', 1],
    ]);
  });

  it('has slots without an answer for the next two months', () => {
    const list = listOf({
      Aktiviteter: [
        meeting('A-2027-001', '2027-01-22T10:00', { Type: 'Webinar' }),
        meeting('A-2027-002', '2027-01-23T10:00', { Type: 'Webinar' }),
      ],
      Program: [
        slot(1),
        slot(2, { Status: 'Bekreftet' }),
        slot(3, { Status: null }),
        slot(4, { Status: 'Avslått' }),
        slot(5, { Aktivitet: 'A-2027-002' }),
      ],
    });
    const due = list.due.filter(({ about }) => about.tab === 'slots');
    expect(due.map(({ name, since, command }) => [name, since, command])).toEqual([
      ['P-2027-001 nudge', '2026-11-23', undefined],
      ['P-2027-003 asked', '2026-11-23', undefined],
    ]);
    expect(due.map(({ notes }) => wordNotes(notes, 'en'))).toEqual([
      expect.stringContaining('nobody can be written to'),
      expect.stringContaining('nobody can be written to'),
    ]);
  });

  it('has examples that nobody has looked at for two years, not those that only lack consent', () => {
    const example = (number: number, more: RowInput): RowInput => ({
      ID: `F-2026-00${String(number)}`,
      Tittel: `Sted ${String(number)}`,
      Kommune: 'Inderøy',
      'Sist bekreftet': dateCell('2026-03-01'),
      ...more,
    });
    const rows = [
      example(1, {}),
      example(2, { 'Sist bekreftet': null }),
      example(3, { 'Sist bekreftet': dateCell('2024-11-22') }),
    ];
    expect(listOf({ Forbilder: rows }).examples.map(({ id }) => id)).toEqual(['F-2026-002', 'F-2026-003']);
  });

  it('counts the problems of the register', () => {
    const found = problem('id-missing', 'error', { tab: 'Saker', row: 2 }, { example: 'S-2026-001' });
    const list = today(
      { register: register({}), problems: [found, { ...found, level: 'warning' }], unlisted: [] },
      now,
      here(),
    );
    expect(list.problems).toEqual({ error: 1, warning: 1, info: 0 });
    expect(isAnythingDue(list)).toBe(true);
  });
});

it('a county with a meeting that is done and not in Dialog is told with the meeting', () => {
  const done = {
    ...meeting('A-2026-077', '2026-10-20'),
    ...{
      Type: 'Fylkesdialog',
      Tittel: 'Dialogmøte med Agder',
      Status: 'Gjennomført',
      Slutt: null,
      'Del med partner': 'ja',
    },
  };
  const list = listOf({ Aktiviteter: [done] });
  expect(list.counties.find(({ county }) => county === 'Agder')).toMatchObject({
    unnoted: [{ id: 'A-2026-077' }],
  });
  const lines = todayParts(list).flatMap((part) => part.entries.flat());
  expect(lines).toContain('Agder: write in Dialog what was held: «Dialogmøte med Agder» (A-2026-077)');
});

describe('a silent county', () => {
  const contact = (county: string, date: string, more: RowInput = {}): RowInput => ({
    ID: 'D-2026-001',
    Fylke: county,
    Dato: dateCell(date),
    Part: 'Bylivsenteret',
    ...more,
  });
  const silent = (rows: readonly RowInput[], day: string): ReadonlyMap<string, string | undefined> => {
    const numbered = rows.map((row, index) => ({ ...row, ID: `D-2026-00${String(index + 1)}` }));
    const { silent: found } = countyMatters(register({ Dialog: numbered }), dayAt(day));
    return new Map(found.map(({ county, last }) => [county, last]));
  };

  it('is one that neither party has spoken with for half a year', () => {
    const rows = [
      contact('Vestland', '2026-05-22'),
      contact('Nordland', '2026-05-23'),
      contact('Agder', '2026-12-01'),
      contact('agder fylkeskommune', '2026-01-01', { Part: 'Distriktssenteret' }),
      contact('Småbynettverket', '2026-11-01'),
    ];
    const found = silent(rows, '2026-11-23');
    expect(found.size).toBe(14);
    expect([found.get('Vestland'), found.get('Agder'), found.get('Oslo')]).toEqual([
      '2026-05-22',
      '2026-01-01',
      undefined,
    ]);
    expect(found.has('Nordland')).toBe(false);
  });

  it('is counted from the last day of a shorter month', () => {
    expect(silent([contact('Vestland', '2026-02-28')], '2026-08-31').has('Vestland')).toBe(false);
    expect(silent([contact('Vestland', '2026-02-27')], '2026-08-31').has('Vestland')).toBe(true);
  });
});
