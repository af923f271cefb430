import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { countyBrief, requestedCounty } from '../../src/papers/county/county.ts';
import { countiesOverview } from '../../src/papers/county/overview.ts';
import {
  countiesView,
  countyView,
  type CountiesView,
  type CountyView,
} from '../../src/papers/county/view.ts';
import { registerWith } from '../support/announcements.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');
let count = 0;
const contact = (day: string, more: RowInput = {}): RowInput => {
  count += 1;
  return {
    ...{ ID: `D-2026-${String(count).padStart(3, '0')}`, Fylke: 'Vestland', Dato: dateCell(day) },
    ...{ Part: 'Distriktssenteret', ...more },
  };
};
const brief = (tabs: TabsInput, county = 'Vestland'): CountyView =>
  countyView.parse(countyBrief(registerWith(tabs), requestedCounty(county), now));
const overview = (tabs: TabsInput): CountiesView =>
  countiesView.parse(countiesOverview(registerWith(tabs), now));

describe('the brief of a county', () => {
  it('tells who spoke with it, the newest first, however its name was written, and nothing of other counties', () => {
    const rows = [
      contact('2025-01-10'),
      contact('2026-10-01', { Fylke: 'Vestland fylkeskommune' }),
      contact('2026-09-01', { Fylke: 'Agder' }),
      contact('2024-11-01'),
      contact('2026-12-01'),
    ];
    const view = brief({ Dialog: rows });
    expect(view.dialogues.map(({ date }) => date)).toEqual(['2026-10-01', '2025-01-10']);
    expect(view.planned.map(({ date }) => date)).toEqual(['2026-12-01']);
    expect([view.last, view.isSilent]).toEqual(['2026-10-01', false]);
    expect(brief({}).isSilent).toBe(true);
    expect(brief({}).last).toBeUndefined();
  });

  it('lists what is to be done by its deadline, and what is over it', () => {
    const rows = [
      contact('2026-10-01', { 'Neste steg': 'Uten frist' }),
      contact('2026-10-02', { 'Neste steg': 'Senere', Frist: dateCell('2026-12-24') }),
      contact('2026-10-03', { 'Neste steg': 'For sent', Frist: dateCell('2026-11-22') }),
      contact('2026-10-03', { 'Neste steg': 'Fulgt opp', Frist: dateCell('2026-10-20'), Part: 'Felles' }),
      contact('2026-10-04', { Part: 'Bylivsenteret' }),
    ];
    const steps = brief({ Dialog: rows }).nextSteps.map(({ nextStep, isOverdue }) => [nextStep, isOverdue]);
    expect(steps).toEqual([
      ['For sent', true],
      ['Senere', false],
      ['Uten frist', false],
    ]);
  });

  it('has what happens there, of what is to be shared', () => {
    const row = (number: number, more: RowInput): RowInput => ({
      ...{
        ID: `A-2026-${String(number)}00`,
        Type: 'Nettverk',
        Tittel: `Samling ${String(number)}`,
        Part: 'Felles',
      },
      ...{ Status: 'Planlagt', Start: dateCell('2026-12-10'), ...more },
    });
    const view = brief({
      Aktiviteter: [
        row(1, { Område: 'Vestland' }),
        row(2, { Område: 'Bergen' }),
        row(3, { Tittel: 'Dialogmøte med Vestland', Status: 'Gjennomført', Start: dateCell('2026-05-01') }),
        row(4, { Område: 'Vestland', 'Del med partner': 'nei' }),
        row(5, { Område: 'Vestland', Status: 'Avlyst' }),
        row(6, { Område: 'Agder', Tittel: 'Hva Vestland kan lære Agder' }),
        row(7, { Område: 'Vestland', Status: 'Gjennomført', Start: dateCell('2025-05-01') }),
        row(8, { Område: 'Agder og Vestland', Start: '' }),
        row(9, { Tittel: 'Nettverk for vestlandsbyer' }),
        row(10, { Område: 'Vestland', Start: dateCell('2026-08-20') }),
      ],
    });
    expect(view.coming.map(({ title }) => title)).toEqual(['Samling 1', 'Samling 2', 'Samling 8']);
    expect(view.past.map(({ title, isDone }) => [title, isDone])).toEqual([
      ['Samling 10', false],
      ['Dialogmøte med Vestland', true],
    ]);
  });

  const meeting = (day: string, more: RowInput = {}): RowInput => ({
    ...{ ID: 'A-2026-001', Type: 'Fylkesdialog', Tittel: 'Møte: Vestland fylkeskommune', Part: 'Felles' },
    ...{ Status: 'Gjennomført', Start: dateCell(day), ...more },
  });

  it('tells of a meeting that is done and not written down as a contact', () => {
    const unnoted = (tabs: TabsInput): readonly string[] => brief(tabs).unnoted.map(({ id }) => id);
    expect(unnoted({ Aktiviteter: [meeting('2026-05-05')] })).toEqual(['A-2026-001']);
    expect(
      unnoted({ Aktiviteter: [meeting('2026-05-05')], Dialog: [contact('2026-05-05', { Part: 'Felles' })] }),
    ).toEqual([]);
    expect(unnoted({ Aktiviteter: [meeting('2026-05-05', { Status: 'Planlagt' })] })).toEqual([]);
    expect(unnoted({ Aktiviteter: [meeting('2026-05-05', { 'Del med partner': 'nei' })] })).toEqual([]);
  });

  it('keeps a contact to itself that is an activity which is not to be shared', () => {
    const tabs = {
      Aktiviteter: [meeting('2026-10-05', { 'Del med partner': 'nei' })],
      Dialog: [contact('2026-10-05', { Tema: 'Hemmelig', 'Neste steg': 'Hemmelig' })],
    };
    expect(JSON.stringify(brief(tabs))).not.toContain('Hemmelig');
    expect(brief(tabs)).toMatchObject({ isSilent: true, dialogues: [], nextSteps: [] });
    expect(overview(tabs).silent).toContainEqual(
      expect.objectContaining({ name: 'Vestland', state: 'never' }),
    );
  });

  it('names whom to reach there, and who wants no mailings', () => {
    const person = (id: string, more: RowInput): RowInput => ({
      ...{ ID: id, Navn: 'Plansjef', Organisasjon: 'Vestland fylkeskommune', ...more },
    });
    const { contacts, postBox } = brief({
      Kontakter: [
        person('K-2026-001', { Telefon: '55 00 00 00', Rolle: 'leder' }),
        person('K-2026-002', { Lister: 'fylkesdialog, reservert' }),
        person('K-2026-003', { Organisasjon: 'Agder fylkeskommune' }),
      ],
      Mottakere: [
        { Nummer: '46', Navn: 'Vestland', Type: 'fylkeskommune', 'E-post': 'post@vestland.example' },
      ],
    });
    expect(contacts.map(({ id, phone, isReserved }) => [id, phone, isReserved])).toEqual([
      ['K-2026-001', '55 00 00 00', false],
      ['K-2026-002', undefined, true],
    ]);
    expect(postBox).toBe('post@vestland.example');
  });

  it('counts its municipalities, and names those of the districts by what they write', () => {
    const kommune = (nr: string, name: string, level: number, decision: string): RowInput => ({
      ...{
        Nummer: nr,
        Navn: name,
        Type: 'kommune',
        Fylke: 'Vestland',
        Sentralitet: level,
        Skriftspråk: decision,
      },
    });
    const { municipalities } = brief({
      Mottakere: [
        kommune('4601', 'Bergen', 2, 'nøytral'),
        kommune('4640', 'Sogndal', 5, 'nynorsk'),
        kommune('4635', 'Gulen', 6, 'nynorsk'),
        { ...kommune('4203', 'Arendal', 5, 'bokmål'), Fylke: 'Agder' },
        { ...kommune('4636', 'Solund', 6, ''), Sentralitet: '' },
      ],
    });
    expect(municipalities).toEqual({
      all: { nb: 0, nn: 2, neutral: 2, total: 4 },
      levels: [
        { level: 2, nb: 0, nn: 0, neutral: 1, total: 1 },
        { level: 5, nb: 0, nn: 1, neutral: 0, total: 1 },
        { level: 6, nb: 0, nn: 1, neutral: 0, total: 1 },
        { level: undefined, nb: 0, nn: 0, neutral: 1, total: 1 },
      ],
      district: { nb: [], nn: ['Gulen', 'Sogndal'], neutral: [] },
    });
  });

  it.each([
    ['46', 'Vestland fylkeskommune'],
    ['vestland fylke', 'Vestland fylkeskommune'],
    ['Oslo', 'Oslo kommune'],
  ])('is that of %s', (asked, authority) => {
    expect(brief({}, asked).county.authority).toBe(authority);
  });

  it.each([
    ['Vestlandet', /Did you mean Vestland/u],
    ['Narnia', /The counties are Oslo, Rogaland/u],
  ])('of %s is none', (name, advice) => {
    expect(() => requestedCounty(name)).toThrow(UserError);
    try {
      requestedCounty(name);
    } catch (error) {
      expect(error instanceof UserError ? error.advice : '').toMatch(advice);
    }
  });
});

describe('the dialogue with all counties', () => {
  it('has all fifteen, those first that nobody has spoken with for the longest time', () => {
    const view = overview({
      Dialog: [
        contact('2026-10-01', { 'Neste steg': 'Ringe', Frist: dateCell('2026-12-01') }),
        contact('2026-09-01', { 'Neste steg': 'For lenge siden', Frist: dateCell('2026-10-01') }),
        contact('2026-05-22', { Fylke: 'Agder' }),
        contact('2026-12-02', { Fylke: 'Troms', Tema: 'Byer' }),
      ],
    });
    expect([view.silent.length, view.recent.length]).toEqual([14, 1]);
    expect(view.silent[0]).toMatchObject({ name: 'Oslo', state: 'never' });
    expect(view.silent.at(-1)).toMatchObject({
      ...{ name: 'Agder', state: 'silent', last: '2026-05-22', party: 'distriktssenteret' },
    });
    expect(view.recent).toMatchObject([{ name: 'Vestland', last: '2026-10-01', nextDeadline: '2026-12-01' }]);
    expect(view.planned).toMatchObject([{ county: 'Troms', date: '2026-12-02', topic: 'Byer' }]);
  });

  const alone = { 'Avklart med partner': 'nei' };
  const cleared = { 'Avklart med partner': 'ja' };
  it.each([
    [
      'one party each within a month, not cleared',
      [
        ['2026-10-01', 'Bylivsenteret', alone],
        ['2026-10-20', 'Distriktssenteret', alone],
      ],
      1,
    ],
    [
      'one of them not cleared',
      [
        ['2026-10-01', 'Bylivsenteret', cleared],
        ['2026-10-20', 'Distriktssenteret', {}],
      ],
      1,
    ],
    [
      'the other one still to come',
      [
        ['2026-11-20', 'Bylivsenteret', alone],
        ['2026-12-03', 'Distriktssenteret', {}],
      ],
      1,
    ],
    [
      'both cleared',
      [
        ['2026-10-01', 'Bylivsenteret', cleared],
        ['2026-10-20', 'Distriktssenteret', cleared],
      ],
      0,
    ],
    [
      'more than a month apart',
      [
        ['2026-09-01', 'Bylivsenteret', alone],
        ['2026-10-20', 'Distriktssenteret', alone],
      ],
      0,
    ],
    [
      'the same party twice',
      [
        ['2026-10-01', 'Bylivsenteret', alone],
        ['2026-10-20', 'Bylivsenteret', alone],
      ],
      0,
    ],
    [
      'one of them together',
      [
        ['2026-10-01', 'Felles', {}],
        ['2026-10-20', 'Bylivsenteret', alone],
      ],
      0,
    ],
    [
      'long ago',
      [
        ['2025-10-01', 'Bylivsenteret', alone],
        ['2025-10-20', 'Distriktssenteret', alone],
      ],
      0,
    ],
  ] as const)('tells of contacts that crossed: %s', (_, contacts, expected) => {
    const rows = contacts.map(([day, party, more]) => contact(day, { Part: party, ...more }));
    const view = overview({ Dialog: rows });
    expect(view.crossings).toHaveLength(expected);
    const marked = [...view.silent, ...view.recent].filter(({ isCrossed }) => isCrossed);
    expect(marked.map(({ name }) => name)).toEqual(expected === 0 ? [] : ['Vestland']);
    expect(brief({ Dialog: rows }).crossings).toHaveLength(expected);
  });
});
