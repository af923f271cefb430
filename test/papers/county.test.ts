import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/user-error.ts';
import { countiesOverview, countyBrief, requestedCounty } from '../../src/papers/county/county.ts';
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
    expect([view.last, view.isSilent]).toEqual(['2026-10-01', false]);
    expect(brief({}).isSilent).toBe(true);
    expect(brief({}).last).toBeUndefined();
  });

  it('lists what is to be done by its deadline, and what is over it', () => {
    const rows = [
      contact('2026-10-01', { 'Neste steg': 'Uten frist' }),
      contact('2026-10-02', { 'Neste steg': 'Senere', Frist: dateCell('2026-12-24') }),
      contact('2026-10-03', { 'Neste steg': 'For sent', Frist: dateCell('2026-11-22') }),
      contact('2026-10-04'),
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
        row(6, { Område: 'Agder' }),
        row(7, { Område: 'Vestland', Status: 'Gjennomført', Start: dateCell('2025-05-01') }),
      ],
    });
    expect(view.coming.map(({ title }) => title)).toEqual(['Samling 1', 'Samling 2']);
    expect(view.done.map(({ title }) => title)).toEqual(['Dialogmøte med Vestland']);
  });

  it('counts its municipalities, and names those of the districts by what they write', () => {
    const kommune = (nr: string, name: string, level: number, decision: string): RowInput => ({
      ...{
        Nummer: nr,
        Navn: name,
        Slag: 'kommune',
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
      ],
    });
    expect(municipalities).toEqual({
      total: 3,
      byDecision: { nb: 0, nn: 2, neutral: 1 },
      centralities: [
        { level: 2, count: 1 },
        { level: 5, count: 1 },
        { level: 6, count: 1 },
      ],
      district: { nb: [], nn: ['Gulen', 'Sogndal'], neutral: [] },
    });
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
  it('has all fifteen, and says who is silent', () => {
    const view = overview({ Dialog: [contact('2026-10-01'), contact('2026-05-22', { Fylke: 'Agder' })] });
    expect(view.counties).toHaveLength(15);
    expect(view.silent).toHaveLength(14);
    expect(view.counties.find(({ name }) => name === 'Agder')).toMatchObject({
      ...{ last: '2026-05-22', isSilent: true, count: 1, party: 'distriktssenteret' },
    });
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
    expect(overview({ Dialog: rows }).crossings).toHaveLength(expected);
    expect(brief({ Dialog: rows }).crossings).toHaveLength(expected);
  });
});
