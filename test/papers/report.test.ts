import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { report } from '../../src/papers/report/report.ts';
import { reportView, type ReportActivity, type ReportView } from '../../src/papers/report/view.ts';
import { registerWith } from '../support/announcements.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';

const keyOf = (mailing: string, address: string): string => `${mailing} ${address}`;

const viewOf = (tabs: TabsInput, year = 2026, now = '2026-11-23T12:00'): ReportView =>
  reportView.parse(report(registerWith(tabs), { year, hasAppendix: false, keyOf }, nowAt(now)));

let number = 0;
const activity = (more: RowInput): RowInput => {
  number += 1;
  return {
    ID: `A-2026-${String(number).padStart(3, '0')}`,
    Type: 'Informasjon',
    Tittel: `Aktivitet ${String(number)}`,
    Part: 'Felles',
    Status: 'Gjennomført',
    Start: dateCell('2026-03-01'),
    ...more,
  };
};

const numbered = ({ activities }: ReportView, wanted: string): ReportActivity => {
  const found = activities.find((one) => one.number === wanted);
  if (found === undefined) throw new Error(`no activity ${wanted}`);
  return found;
};

describe('the report of a year', () => {
  it('counts what was done, is to come, was never told of and was cancelled, and by whom', () => {
    const view = viewOf({
      Aktiviteter: [
        activity({ Part: 'Bylivsenteret' }),
        activity({ Part: 'Distriktssenteret' }),
        activity({ Status: 'Planlagt', Start: dateCell('2026-12-01') }),
        activity({ Status: 'Bekreftet', Start: dateCell('2026-04-01') }),
        activity({ Status: 'Avlyst' }),
        activity({ Status: 'Idé' }),
        activity({ Start: dateCell('2025-12-31') }),
        activity({ Start: 'våren 2026' }),
      ],
    });
    expect(view.total).toEqual({ done: 3, coming: 1, unconfirmed: 1, cancelled: 1 });
    expect(numbered(view, '1').parties.map(({ party, done, coming }) => [party, done, coming])).toEqual([
      ['bylivsenteret', 1, 0],
      ['distriktssenteret', 1, 0],
      ['both', 1, 1],
    ]);
  });

  it('counts in each year what goes over two, and its hours where it begins', () => {
    const tabs = {
      Aktiviteter: [
        activity({
          Start: dateCell('2025-12-30'),
          Slutt: dateCell('2026-01-02'),
          'Timer Bylivsenteret': 7.5,
        }),
      ],
    };
    expect([viewOf(tabs, 2025), viewOf(tabs)].map(({ total, hours }) => [total.done, hours.total])).toEqual([
      [1, 8],
      [1, 0],
    ]);
  });

  it('says what has been silent for three months, since when, and whether anything is planned', () => {
    const view = viewOf({
      Aktiviteter: [
        activity({ Type: 'Webinar', Start: dateCell('2024-05-02') }),
        activity({ Type: 'Webinar', Start: dateCell('2026-08-22') }),
        activity({ Type: 'Webinar', Start: dateCell('2027-02-02'), Status: 'Planlagt' }),
        activity({ Type: 'Forbilde', Start: dateCell('2026-08-23') }),
        activity({ Type: 'Konferanse', Start: dateCell('2026-10-02'), Status: 'Avlyst' }),
        activity({ Type: 'Kvartalsmøte', Start: dateCell('2021-03-02') }),
      ],
    });
    expect(view.silent).toEqual([
      { number: '1', lastDone: undefined, isPlanned: false },
      { number: '2', lastDone: '2021-03-02', isPlanned: false },
      { number: '3', lastDone: undefined, isPlanned: false },
      { number: '4', lastDone: undefined, isPlanned: false },
      { number: '6', lastDone: '2026-08-22', isPlanned: true },
    ]);
    expect(view.activities.map(({ isSilent }) => isSilent)).toEqual([true, true, true, true, false, true]);
  });

  it('judges a year that is behind by its last day', () => {
    const webinar = (day: string): RowInput => activity({ Type: 'Webinar', Start: dateCell(day) });
    const tabs = { Aktiviteter: [webinar('2025-09-30'), webinar('2026-02-01')] };
    expect(numbered(viewOf(tabs, 2025), '6')).toMatchObject({ isSilent: false, lastDone: '2025-09-30' });
    expect(numbered(viewOf({ Aktiviteter: [webinar('2025-09-29')] }, 2025), '6').isSilent).toBe(true);
    expect(viewOf(tabs, 2025).isWhole).toBe(true);
  });

  it('tells of a party as silent only where it took part in nothing, alone or with the other', () => {
    const view = viewOf({
      Aktiviteter: [
        activity({ Part: 'Bylivsenteret', Start: dateCell('2026-11-01') }),
        activity({ Part: 'Distriktssenteret', Start: dateCell('2026-02-01') }),
        activity({ Type: 'Kvartalsmøte', Part: 'Bylivsenteret', Start: dateCell('2026-11-01') }),
        activity({
          ...{ Type: 'Konferanse', Part: 'Bylivsenteret', Start: dateCell('2026-11-01') },
          'Timer Distriktssenteret': 4,
        }),
        activity({ Type: 'Webinar', Start: dateCell('2026-11-01') }),
      ],
    });
    const silence = (of: string): unknown =>
      numbered(view, of).parties.map(({ isSilent, lastDone }) => (isSilent ? lastDone : 'active'));
    expect(['1', '2', '3', '6'].map(silence)).toEqual([
      ['active', '2026-02-01', 'active'],
      ['active', 'active', 'active'],
      ['active', 'active', 'active'],
      ['active', 'active', 'active'],
    ]);
    expect(silence('5')).toEqual([undefined, undefined, 'active']);
  });

  it('takes what goes on without an end to last until today', () => {
    const ongoing = activity({ Status: 'Pågår', Start: dateCell('2025-06-01') });
    const view = viewOf({ Aktiviteter: [ongoing] });
    expect(numbered(view, '1').happenings).toMatchObject([{ state: 'coming', last: '2026-11-23' }]);
    expect([view.next, view.silent.find(({ number: of }) => of === '1')?.isPlanned]).toEqual([
      undefined,
      true,
    ]);
  });

  it('tells month by month what falls in each, also what lasts longer', () => {
    const view = viewOf({
      Aktiviteter: [
        activity({ Start: dateCell('2025-12-30'), Slutt: dateCell('2026-02-01') }),
        activity({ Type: 'Webinar', Start: dateCell('2026-02-28') }),
        activity({ Type: 'Webinar', Start: dateCell('2026-02-10') }),
        activity({ Type: 'Webinar', Start: dateCell('2026-02-20'), Status: 'Avlyst' }),
      ],
    });
    expect(view.months).toHaveLength(12);
    expect(view.months.slice(0, 3)).toMatchObject([
      { first: '2026-01-01', last: '2026-01-31', items: [{ number: '1', state: 'done', count: 1 }] },
      {
        items: [
          { number: '1', state: 'done', count: 1 },
          { number: '6', state: 'done', count: 2 },
          { number: '6', state: 'cancelled', count: 1 },
        ],
      },
      { items: [] },
    ]);
  });

  it('names those in which most was done, and what comes next', () => {
    const view = viewOf({
      Aktiviteter: [
        activity({ Type: 'Webinar' }),
        activity({ Type: 'Webinar' }),
        activity({ Type: 'Konferanse' }),
        activity({ Type: 'Forbilde' }),
        activity({ Tittel: 'Senere', Status: 'Planlagt', Start: dateCell('2026-12-05') }),
        activity({ Tittel: 'Neste', Status: 'Planlagt', Start: dateCell('2026-12-01') }),
      ],
    });
    expect(view.most).toEqual([
      { number: '6', done: 2 },
      { number: '3', done: 1 },
    ]);
    expect(view.next?.title).toBe('Neste');
  });

  it('never tells of what is not to be shared, and not of its hours', () => {
    const secret = activity({ Tittel: 'Hemmelig', 'Del med partner': 'nei', 'Timer Bylivsenteret': 9 });
    const view = viewOf({ Aktiviteter: [secret] });
    expect([view.total.done, view.hours.total, JSON.stringify(view).includes('Hemmelig')]).toEqual([
      0,
      0,
      false,
    ]);
    const without = registerWith({ Aktiviteter: [activity({})] });
    const { activities } = without.tabs;
    if (activities?.headings === undefined) throw new Error('no headings');
    const { shared: _, ...headings } = activities.headings;
    const blind = { ...without, tabs: { ...without.tabs, activities: { ...activities, headings } } };
    expect(() => report(blind, { year: 2026, hasAppendix: false, keyOf }, nowAt('2026-11-23T12:00'))).toThrow(
      UserError,
    );
  });

  it('counts contacts with counties once, wherever they stand', () => {
    const dialogue = (day: string, county: string): RowInput => ({
      ID: `D-2026-${day.slice(5, 7)}${day.slice(8)}`,
      Fylke: county,
      Dato: dateCell(day),
      Part: 'Distriktssenteret',
    });
    const view = viewOf({
      Aktiviteter: [
        activity({ Type: 'Fylkesdialog', Tittel: 'Møte med Vestland', Start: dateCell('2026-02-03') }),
        activity({
          Type: 'Fylkesdialog',
          Tittel: 'Nordland',
          Start: dateCell('2026-02-04'),
          'Del med partner': 'nei',
        }),
      ],
      Dialog: [
        dialogue('2026-02-03', 'Vestland'),
        dialogue('2026-02-04', 'Nordland'),
        dialogue('2026-02-05', 'Agder'),
      ],
    });
    expect(numbered(view, '4').happenings.map(({ title }) => title)).toEqual(['Møte med Vestland', 'Agder']);
  });

  it('tells of the cases of its meetings, and of the actions whose deadline is behind', () => {
    const meeting = activity({ Type: 'Kvartalsmøte', ID: 'A-2026-900' });
    const sak = (nr: number, more: RowInput): RowInput => ({
      ...{
        ID: `S-2026-00${String(nr)}`,
        Møte: 'A-2026-900',
        Tittel: 'Sak',
        Type: 'Vedtak',
        Status: 'Behandlet',
      },
      ...more,
    });
    const tiltak = (nr: number, status: string, day: string): RowInput => ({
      ...{ ID: `T-2026-00${String(nr)}`, Tiltak: 'Gjøre noe', Status: status, Frist: dateCell(day) },
    });
    const view = viewOf({
      Aktiviteter: [meeting],
      Saker: [
        sak(1, { Vedtak: 'Godkjent' }),
        sak(2, {}),
        sak(3, { Type: 'Drøfting', Vedtak: 'Vi venter.' }),
        sak(4, { Status: 'Utsatt', Vedtak: 'Saken utsettes.' }),
        sak(5, { Møte: 'A-2025-001' }),
        // Treated by an earlier meeting, and again by this one.
        sak(6, { Møte: 'A-2025-001', Vedtak: 'Nei' }),
      ],
      Behandling: [{ Sak: 'S-2026-006', Møte: 'A-2026-900', Status: 'Behandlet', Vedtak: 'Ja' }],
      Tiltak: [
        {
          ...tiltak(1, 'Utført', '2026-02-01'),
          ...{ Part: 'Distriktssenteret', 'Utført dato': dateCell('2026-02-01') },
        },
        {
          ...tiltak(7, 'Utført', '2026-02-01'),
          ...{ Part: 'Distriktssenteret', 'Utført dato': dateCell('2026-02-02') },
        },
        tiltak(2, 'Utført', '2026-03-01'),
        tiltak(3, 'Åpen', '2026-03-01'),
        tiltak(4, 'Droppet', '2026-03-01'),
        tiltak(5, 'Åpen', '2026-12-01'),
        tiltak(6, 'Åpen', '2025-12-01'),
      ],
    });
    const cases = { treated: 4, decisions: 2, postponed: 1 };
    expect(view.cases).toEqual(cases);
    expect(view.meetings).toEqual([
      { ...cases, title: meeting['Tittel'], precision: 'day', first: '2026-03-01', last: '2026-03-01' },
    ]);
    expect(view.actions).toEqual({
      ...{ due: 4, done: 3, inTime: 1, undated: 1, open: 1, dropped: 1 },
      parties: [
        { party: 'distriktssenteret', due: 2, done: 2, inTime: 1, undated: 0, open: 0, dropped: 0 },
        { party: undefined, due: 2, done: 1, inTime: 0, undated: 1, open: 1, dropped: 1 },
      ],
    });
  });
});

describe('whom the webinars reached', () => {
  const kommune = (nr: string, county: string, centrality: number, address: string): RowInput => ({
    ...{ Nummer: nr, Navn: nr, Type: 'kommune', Fylke: county, Sentralitet: centrality, 'E-post': address },
  });
  const sent = (mailing: string, address: string, more: RowInput = {}): RowInput => ({
    ...{ rk: keyOf(mailing, address), sendId: mailing, hendelse: 'sendt', 'tid UTC': '2026-05-04T08:00:00Z' },
    ...{ skriftspråk: 'nynorsk', ...more },
  });
  const tabs = {
    Mottakere: [
      kommune('4640', 'Vestland', 5, 'post@a.example'),
      kommune('4601', 'Vestland', 6, 'post@b.example'),
      kommune('1111', 'Rogaland', 5, 'post@c.example'),
      kommune('1103', 'Rogaland', 2, 'post@d.example'),
      kommune('0301', 'Oslo', 1, 'post@e.example'),
    ],
    Utsendelser: [
      sent('A-2026-001.announcement.r1', 'post@a.example'),
      sent('A-2026-001.announcement.r1', 'post@e.example', { skriftspråk: 'bokmål' }),
      sent('A-2026-001.reminder-7.r1', 'post@a.example', { skriftspråk: 'bokmål' }),
      sent('A-2026-001.announcement.r1', 'post@b.example', { hendelse: 'i retur' }),
      sent('A-2025-001.announcement.r1', 'post@c.example', { 'tid UTC': '2025-12-31T22:00:00Z' }),
    ],
  };

  it('is told of the district municipalities by county, each once, and of counties that have some', () => {
    const { webinars } = viewOf(tabs);
    expect(webinars).toMatchObject({
      messages: 3,
      standards: { nynorsk: 33 },
      district: { reached: 1, of: 3 },
      others: 1,
    });
    expect(webinars.counties).toEqual([
      { name: 'Rogaland', reached: 0, of: 1, percent: 0 },
      { name: 'Vestland', reached: 1, of: 2, percent: 50 },
    ]);
  });

  it('is told of each webinar that was held, where anything was sent about it', () => {
    const webinar = (id: string, more: RowInput): RowInput => activity({ ID: id, Type: 'Webinar', ...more });
    const { webinars } = viewOf({
      ...tabs,
      Aktiviteter: [
        webinar('A-2026-002', { Tittel: 'Uten utsending', Start: dateCell('2026-06-02') }),
        webinar('A-2026-001', { Tittel: 'Med utsending', Start: dateCell('2026-05-20') }),
        webinar('A-2026-003', { Start: dateCell('2026-12-20'), Status: 'Planlagt' }),
        webinar('A-2026-004', { 'Del med partner': 'nei' }),
      ],
    });
    expect(webinars.held.map(({ title, isTold, municipalities }) => [title, isTold, municipalities])).toEqual(
      [
        ['Med utsending', true, 2],
        ['Uten utsending', false, 0],
      ],
    );
  });

  it('is by the year in Oslo', () => {
    expect(viewOf(tabs, 2025).webinars).toMatchObject({ messages: 1, district: { reached: 1 } });
    expect(viewOf(tabs, 2024).webinars).toMatchObject({ messages: 0, counties: [], standards: undefined });
  });

  it('holds for a ledger from another workbook, by addresses as they are shown, unless two look the same', () => {
    const copied = (nr: number, shown: string): RowInput => ({
      ...sent('A-2026-001.announcement.r1', `key ${String(nr)}`),
      mottaker: shown,
    });
    const { webinars } = viewOf({
      Mottakere: [
        kommune('4640', 'Vestland', 5, 'Post@A.example'),
        kommune('4601', 'Vestland', 1, 'post@felles.example'),
        kommune('1111', 'Rogaland', 5, 'postmottak@felles.example'),
        kommune('1112', 'Rogaland', 5, 'post@c.example'),
      ],
      Utsendelser: [copied(1, 'p***@a.example'), copied(2, 'p***@felles.example')],
    });
    expect(webinars).toMatchObject({ messages: 2, others: 0, district: { reached: 1, of: 3 } });
  });
});
