import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/domain/group.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { withoutTab, workbookOf, type TabsInput } from '../support/build-workbook.ts';
import { now, problemsOf, found, webinar, caseRow, slot } from '../support/rules.ts';

describe('recipients', () => {
  const oslo = { Nummer: '0301', Navn: 'Oslo', Type: 'kommune', Skriftspråk: 'nøytral' };

  it.each([
    ['municipality-unknown', { Nummer: '4699', Navn: 'Bergen' }, { nearest: '4601 Bergen' }, 'error'],
    ['municipality-unknown', { Nummer: '4699', Navn: 'Våler' }, {}, 'error'],
    ['municipality-replaced', { Nummer: '1201', Navn: 'Bergen' }, { successors: ['4601 Bergen'] }, 'warning'],
    ['municipality-replaced', { Nummer: '0219', Navn: 'Bærum' }, { successors: ['3201 Bærum'] }, 'warning'],
    [
      'municipality-replaced',
      { Nummer: '1507', Navn: 'Ålesund' },
      { successors: ['1508 Ålesund', '1580 Haram'] },
      'warning',
    ],
    ['municipality-name', { Nummer: '4601', Navn: 'Voss' }, { official: 'Bergen' }, 'warning'],
    ['county-differs', { Fylke: 'Viken' }, { official: 'Oslo' }, 'warning'],
    ['county-differs', { Fylke: 'Vestland' }, { official: 'Oslo' }, 'warning'],
    [
      'county-unknown',
      { Nummer: '99', Navn: 'Vestland', Type: 'fylkeskommune' },
      { nearest: '46 Vestland' },
      'error',
    ],
    [
      'municipality-name',
      { Nummer: '46', Navn: 'Rogaland', Type: 'fylkeskommune' },
      { official: 'Vestland' },
      'warning',
    ],
    ['standard-missing', { Skriftspråk: null }, { decided: 'neutral' }, 'error'],
    ['standard-missing', { Nummer: '4621', Navn: 'Voss', Skriftspråk: null }, { decided: 'nn' }, 'error'],
    [
      'standard-missing',
      { Nummer: '46', Navn: 'Vestland', Type: 'fylke', Skriftspråk: null },
      { decided: 'nn' },
      'error',
    ],
    ['decision-differs', { Skriftspråk: 'nynorsk' }, { decided: 'neutral' }, 'info'],
  ] as const)('%s: %j', (code, cells, args, level) => {
    expect(found(code, { Mottakere: [{ ...oslo, ...cells }] })).toMatchObject([{ level, args }]);
  });

  it.each([
    [{ Nummer: '5610', Navn: 'Kárášjohka - Karasjok' }],
    [{ Nummer: '5610', Navn: 'Karasjok kommune' }],
    [{ Nummer: '1818', Navn: 'Herøy (Nordland)' }],
    [{ Nummer: '1818', Navn: 'Herøy', Fylke: 'Nordland fylkeskommune' }],
    [{ Nummer: '4621', Navn: 'VOSS HERAD' }],
  ])('fits: %j', (cells) => {
    const codes = problemsOf({ Mottakere: [{ ...oslo, ...cells }] }).map(({ code }) => code);
    expect(codes.filter((code) => code !== 'decision-differs')).toEqual([]);
  });

  it('one that has opted out needs no written standard', () => {
    expect(problemsOf({ Mottakere: [{ ...oslo, Skriftspråk: null, Reservert: 'ja' }] })).toEqual([]);
  });

  it('a contact on a list needs one, others do not', () => {
    const contact = { ID: 'K-2026-001', Navn: 'Leder' };
    expect(found('standard-missing', { Kontakter: [{ ...contact, Lister: 'kvartalsmøte' }] })).toMatchObject([
      { level: 'warning', at: { tab: 'Kontakter', cell: 'H2' }, args: {} },
    ]);
    expect(problemsOf({ Kontakter: [contact] })).toEqual([]);
  });
});

describe('places', () => {
  const example = (Kommune: string): TabsInput => ({
    Forbilder: [{ ID: 'F-2026-001', Tittel: 'Torg', Kommune }],
  });

  it.each([
    ['municipality-unknown', 'Brgen', { nearest: 'Bergen' }],
    ['municipality-unknown', 'Langtvekkistan', {}],
    ['municipality-unknown', '4699', {}],
    ['municipality-replaced', 'Fræna', { successors: ['1579 Hustadvika'] }],
    ['municipality-replaced', '1201', { successors: ['4601 Bergen'] }],
    ['municipality-unknown', 'Voss og Brgen', { nearest: 'Bergen' }],
  ] as const)('%s: an example in «%s»', (code, name, args) => {
    expect(found(code, example(name))).toMatchObject([{ level: 'warning', at: { column: 'Kommune' }, args }]);
  });

  it.each([
    'Bergen',
    '4601',
    '4601 Bergen',
    'Voss og Bykle',
    'Voss, Bykle',
    'Møre og Romsdal',
    'Herøy',
    'Nore og Uvdal',
    'voss herad',
  ])('an example in «%s» is somewhere', (name) => {
    expect(problemsOf(example(name))).toEqual([]);
  });
});

describe('many rows', () => {
  it('tells of each of them, however many are wrong', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => String(index + 1).padStart(5, '0'));
    const { problems } = readRegister(
      workbookOf({
        Aktiviteter: rows.map((number) =>
          webinar({ ID: `A-2027-${number}`, Start: '17.05.2027 10:00', Slutt: '11.00' }),
        ),
        Program: rows.map((number) =>
          slot({
            Aktivitet: `A-2027-${number}`,
            Start: '09.00',
            Slutt: '12.00',
            Innleder: 'Kari',
            Status: 'Bekreftet',
          }),
        ),
        Saker: rows.map(() => caseRow({ Møte: 'A-2026-001', Saksnr: 'Sak 1/26' })),
      }),
      now,
    );
    const counts = [...groupBy(problems, ({ code }) => code)].map(([code, { length }]) => [code, length]);
    expect(Object.fromEntries(counts)).toEqual({
      'on-holiday': 2000,
      'quarter-without-meeting': 1,
      'reference-unknown': 2000,
      'case-number-twice': 2000,
      'slot-outside-activity': 2000,
      'slots-overlap': 1999,
    });
  });

  it('survives without any tab', () => {
    expect(() => readRegister(withoutTab({ ...workbookOf(), sheets: [] }, 'x'), now)).not.toThrow();
  });
});
