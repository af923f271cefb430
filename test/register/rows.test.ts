import { describe, expect, it } from 'vitest';
import type { Cell, Workbook } from '../../src/domain/workbook.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { planIds } from '../../src/register/give-ids.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { spansOf } from '../../src/register/rows/report-rows.ts';
import { dateCell, nowAt, workbookOf, type RowInput } from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');

const caseRow: RowInput = { ID: 'S-2026-001', Tittel: 'En sak', Type: 'Drøfting' };

/** The workbook with a good row in `Saker`, and these below it. */
const withCases = (...rows: readonly RowInput[]): Workbook => workbookOf({ Saker: [caseRow, ...rows] });

const about = (workbook: Workbook, tab: string): readonly Problem[] =>
  readRegister(workbook, now).problems.filter(({ at }) => at.tab === tab);

const times = (count: number, row: RowInput): readonly RowInput[] => Array.from({ length: count }, () => row);

const formula = (text: string, value: Cell = null): Cell => ({
  value: typeof value === 'object' ? null : value,
  formula: text,
});

describe('a row that holds nothing of its own', () => {
  it.each<[string, RowInput]>([
    ['an unticked box', { Fast: false }],
    ['a formula that gives an unticked box', { Fast: formula('FALSE()', false) }],
    ['a formula that gives nothing', { Fast: false, Tittel: formula('IF(A2="","",A2)', '') }],
    ['a formula that points to an empty cell', { Tittel: formula('Ark1!A2', 0) }],
    [
      'a lookup that found nothing',
      { Bakgrunn: { value: null, error: '#N/A', formula: 'VLOOKUP(A2,B:C,2,0)' } },
    ],
    ['a formula that nobody has computed', { Minutter: { value: null, formula: 'B2*2', uncomputed: true } }],
    ['zeros', { Minutter: 0, Tittel: 0 }],
    ['dashes', { Møte: '-', Tittel: '–', Type: '—', Status: '-' }],
  ])('%s: is empty, without a word', (_, row) => {
    const workbook = withCases(...times(3, row));
    expect(about(workbook, 'Saker')).toEqual([]);
    expect(planIds(workbook, now)).toEqual([]);
    expect(readRegister(workbook, now).register.tabs.cases).toMatchObject({ count: 1, refused: new Map() });
  });

  it.each<[string, RowInput, string]>([
    ['a choice', { Status: 'Meldt', Fast: false }, 'filled-down'],
    ['choices and a ticked box', { Type: 'Drøfting', Status: 'Meldt', Fast: true }, 'filled-down'],
    ['a number', { Minutter: 10 }, 'filled-down'],
    ['an ID that is prefilled', { ID: 'S-2026-099' }, 'only-id'],
  ])('%s: is empty, and told of once', (_, row, why) => {
    const workbook = withCases(row);
    expect(about(workbook, 'Saker')).toMatchObject([
      { code: 'rows-passed', level: 'info', args: { why, count: 1, spans: ['3'] } },
    ]);
    expect(planIds(workbook, now)).toEqual([]);
  });

  it('a date alone: is empty', () => {
    const workbook = workbookOf({ Tiltak: times(3, { Frist: dateCell('2026-12-01') }) });
    expect(about(workbook, 'Tiltak')).toMatchObject([{ code: 'rows-passed', args: { spans: ['2–4'] } }]);
  });

  it('the same default in three rows and more, where what the row is about is missing', () => {
    const row = { 'Meldt av': 'Bylivsenteret', Minutter: 10, Status: 'Meldt' };
    expect(about(withCases(...times(3, row)), 'Saker')).toMatchObject([
      { code: 'rows-passed', args: { why: 'filled-down', spans: ['3–5'] } },
    ]);
    expect(about(withCases(row), 'Saker').map(({ code }) => code)).toEqual([
      'id-missing',
      'required',
      'required',
    ]);
  });

  it('choices and a date are a row that somebody has begun', () => {
    const rows = ['2026-02-09', '2026-05-11', '2026-09-07', '2026-12-09'].map((day) => ({
      Type: 'Kvartalsmøte',
      Part: 'Felles',
      Status: 'Idé',
      Start: dateCell(day),
    }));
    const { register, problems } = readRegister(workbookOf({ Aktiviteter: rows }), now);
    expect(problems.filter(({ code }) => code === 'required')).toHaveLength(4);
    expect(register.unreadMeetings).toHaveLength(0);
    expect(register.tabs.activities?.refused.size).toBe(4);
  });

  it('keeps a prefilled ID from being given again, and tells whoever points to it', () => {
    const workbook = workbookOf({
      Saker: [caseRow, { ID: 'S-2026-040' }, { Tittel: 'Ny', Type: 'Drøfting' }],
      Tiltak: [
        {
          ID: 'T-2026-001',
          Tiltak: 'Ring',
          Ansvarlig: 'Leder',
          Frist: '01.12.2026',
          'Fra sak': 'S-2026-040',
        },
      ],
    });
    expect(planIds(workbook, now).map(({ becomes }) => becomes)).toEqual(['S-2026-041']);
    expect(about(workbook, 'Tiltak')).toMatchObject([
      { code: 'reference-blank', level: 'error', args: { tab: 'Saker', row: 3 } },
    ]);
  });

  it('an ID alone that another row has too is a row: nobody can know which is meant', () => {
    const codes = about(withCases({ ID: 'S-2026-001' }), 'Saker').map(({ code }) => code);
    expect(codes.filter((code) => code === 'id-twice')).toHaveLength(2);
  });
});

describe('a text alone in its row', () => {
  it.each([
    ['* Avklares med NAL', 'note'],
    ['1) Etter avtale', 'note'],
    ['Sist oppdatert 12.11.2026 av Kari', 'note'],
    ['Fargeforklaring', 'note'],
    ['Ferdige tiltak', 'heading'],
    ['Åpne tiltak:', 'heading'],
  ])('«%s» is passed over, and gets no ID', (text, why) => {
    const done = { ID: 'T-2026-001', Tiltak: 'Ring', Status: 'Utført' };
    const workbook = workbookOf({ Tiltak: [done, { Tiltak: text }] });
    expect(about(workbook, 'Tiltak')).toMatchObject([{ code: 'rows-passed', args: { why, spans: ['3'] } }]);
    expect(planIds(workbook, now)).toEqual([]);
  });

  it.each(['Nye lokaler', 'Gamle Kirkenes skole', 'Oppdatere listen', 'Kildesortering', '2. utkast'])(
    '«%s» is a row',
    (text) => {
      expect(planIds(workbookOf({ Tiltak: [{ Tiltak: text }] }), now)).toHaveLength(1);
    },
  );
});

describe('a row that explains the columns', () => {
  const real: RowInput = { Tiltak: 'Ring Voss', Ansvarlig: 'Leder', Frist: '01.12.2026' };

  it.each<[string, RowInput]>([
    ['units in brackets', { Tiltak: '(kort)', Frist: '(dd.mm.åååå)' }],
    ['forms and lists', { Frist: 'dd.mm.åååå', Status: 'Åpen/Utført' }],
    ['a form alone', { Frist: 'dd.mm.åå' }],
    ['a form of an ID', { ID: 'T-2026-XXX', Tiltak: 'tekst' }],
    ['what must be filled in', { ID: 'fylles ut automatisk', Tiltak: 'obligatorisk', Part: 'valgfritt' }],
    ['nynorsk', { ID: '(automatisk)', Tiltak: 'Skriv kort tekst', Status: 'vel frå lista' }],
    ['units in square brackets', { ID: '[auto]', Frist: '[dato]' }],
  ])('%s: is passed over, gets no ID, and is told of', (_, row) => {
    const workbook = workbookOf({ Tiltak: [row, real] });
    expect(about(workbook, 'Tiltak').map(({ code, args }) => [code, args])).toEqual([
      ['id-missing', { example: 'T-2026-017', isRead: true }],
      ['rows-passed', { why: 'hint', count: 1, spans: ['2'] }],
    ]);
    expect(planIds(workbook, now).map(({ at }) => at)).toMatchObject([{ row: 3 }]);
  });

  it('in part only: is left out, gets no ID, and somebody has to say what it is', () => {
    const row = { Navn: 'fornavn etternavn', Telefon: '8 siffer', Rolle: 'leder e.l.' };
    const workbook = workbookOf({ Kontakter: [row, { Navn: 'Leder' }] });
    expect(about(workbook, 'Kontakter')).toMatchObject([
      { code: 'id-missing' },
      { code: 'row-unclear', level: 'error', at: { row: 2 }, value: 'fornavn etternavn' },
    ]);
    expect(planIds(workbook, now).map(({ at }) => at)).toMatchObject([{ row: 3 }]);
    const { tabs } = readRegister(workbook, now).register;
    expect(tabs.contacts).toMatchObject({ count: 2, withoutId: new Set([3]) });
    expect([...(tabs.contacts?.refused.values() ?? [])]).toEqual([3, 2]);
  });

  it('an example: is read, and told of', () => {
    const workbook = workbookOf({ Tiltak: [{ ...real, ID: 'T-2026-001', Tiltak: 'EKSEMPEL: Ring Voss' }] });
    expect(about(workbook, 'Tiltak')).toMatchObject([{ code: 'row-looks-like', args: { as: 'example' } }]);
    expect(readRegister(workbook, now).register.actions).toHaveLength(1);
  });

  it.each<[string, RowInput]>([
    ['one word of theirs', { Tiltak: 'Start', Ansvarlig: 'Leder' }],
    ['a text in brackets', { Tiltak: '(utgår)', Ansvarlig: 'Leder' }],
    ['a choice', { Tiltak: 'Velg dato', Status: 'Åpen' }],
    ['a form in a row', { Tiltak: 'Ring Voss', Ansvarlig: 'Leder', Frist: 'dd.mm.åååå' }],
  ])('%s: is a row', (_, row) => {
    expect(readRegister(workbookOf({ Tiltak: [row] }), now).register.tabs.actions?.count).toBe(1);
    expect(planIds(workbookOf({ Tiltak: [row] }), now)).toHaveLength(1);
  });

  it('is none below the first row', () => {
    const workbook = workbookOf({ Tiltak: [real, { Tiltak: 'Skriv tekst', Ansvarlig: 'Kommune' }] });
    expect(planIds(workbook, now)).toHaveLength(2);
  });
});

describe('a sum', () => {
  it.each<[string, RowInput]>([
    ['the word', { Tittel: 'Sum' }],
    ['the word in the ID column', { ID: 'Totalt', Minutter: formula('SUM(F2:F9)', 55) }],
    ['a label of more words', { Tittel: 'Sum timer 2026:', Minutter: 55 }],
    [
      'a label that begins as one, with a sum',
      { Tittel: 'Sum saker våren', Minutter: formula('SUBTOTAL(109,F2:F9)', 55) },
    ],
    ['the function alone', { Minutter: formula('SUBTOTAL(109,[Minutter])', 55) }],
    ['the function, not computed', { Minutter: { value: null, formula: 'SUM(F2:F9)', uncomputed: true } }],
    [
      'with an ID that it was given earlier',
      { ID: 'S-2026-009', Tittel: 'I alt', Minutter: 55, Fast: false },
    ],
  ])('%s: is no row', (_, row) => {
    const workbook = withCases(row);
    expect(about(workbook, 'Saker')).toMatchObject([
      { code: 'rows-passed', level: 'info', args: { why: 'sum', spans: ['3'] } },
    ]);
    expect(planIds(workbook, now)).toEqual([]);
  });

  it('is no action, which needs nothing but words', () => {
    const { register } = readRegister(workbookOf({ Tiltak: [{ Tiltak: 'Sum' }] }), now);
    expect(register.tabs.actions).toMatchObject({ count: 0, refused: new Map() });
  });

  it.each<[string, RowInput, readonly string[]]>([
    [
      'is told of where it may be a row',
      { Tiltak: 'Totalt', Ansvarlig: 'Leder', Frist: '01.12.2026' },
      ['row-looks-like'],
    ],
    [
      'and not where it is only a verb',
      { Tiltak: 'Sum opp erfaringene', Ansvarlig: 'Leder', Frist: '01.12.2026' },
      [],
    ],
  ])('%s', (_, row, codes) => {
    const workbook = workbookOf({ Tiltak: [{ ID: 'T-2026-001', ...row }] });
    expect(about(workbook, 'Tiltak').map(({ code }) => code)).toEqual(codes);
    expect(readRegister(workbook, now).register.actions).toHaveLength(1);
  });
});

describe('a heading between the rows', () => {
  it.each([
    '--- 2026 ---',
    '=== Gjennomført ===',
    'Gjennomført under her',
    'Utført',
    '2026',
    'Høsten 2026',
    '*** Nye',
  ])('«%s» alone is no row', (text) => {
    for (const row of [{ Tiltak: text }, { Tiltak: text, Status: '' }, { ID: 'T-2026-008', Tiltak: text }]) {
      const workbook = workbookOf({ Tiltak: [row] });
      expect(about(workbook, 'Tiltak')).toMatchObject([{ code: 'rows-passed', args: { why: 'heading' } }]);
      expect(planIds(workbook, now)).toEqual([]);
    }
  });

  it('words in the ID column', () => {
    expect(about(withCases({ ID: 'Ferdige saker' }), 'Saker')).toMatchObject([
      { code: 'rows-passed', args: { why: 'heading' } },
    ]);
    expect(about(withCases({ ID: 'S2026-4' }), 'Saker').map(({ code }) => code)).toContain('id-unreadable');
  });

  it('what may be a note is read, and told of', () => {
    const workbook = workbookOf({ Tiltak: [{ Tiltak: 'NB: husk å oppdatere før møtet' }] });
    expect(about(workbook, 'Tiltak').map(({ code }) => code)).toContain('row-looks-like');
  });

  it.each(['Ring Kari', 'Mai', 'Avklare hva som skjer under Arendalsuka'])(
    '«%s» is somebody’s row',
    (text) => {
      expect(planIds(workbookOf({ Tiltak: [{ Tiltak: text }] }), now)).toHaveLength(1);
    },
  );
});

describe('merged ID cells', () => {
  const merged = (workbook: Workbook, top: number, bottom: number): Workbook => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name === 'Saker' ? { ...sheet, merges: [{ top, bottom, left: 0, right: 0 }] } : sheet,
    ),
  });
  const next = { Tittel: 'Neste', Type: 'Drøfting' };

  it('get no ID, and it is said why', () => {
    const workbook = merged(workbookOf({ Saker: [next, next] }), 2, 3);
    expect(planIds(workbook, now)).toEqual([]);
    expect(about(workbook, 'Saker')).toMatchObject([
      { code: 'id-merged', level: 'error', at: { row: 2, cell: 'A2' }, args: { rows: [2, 3] } },
      { code: 'id-merged', level: 'error', at: { row: 3, cell: 'A3' }, args: { rows: [2, 3] } },
    ]);
  });

  it('belong to the row that has the ID; the other gets none', () => {
    const workbook = merged(withCases(next), 2, 3);
    expect(planIds(workbook, now)).toEqual([]);
    expect(about(workbook, 'Saker')).toMatchObject([{ code: 'id-merged', at: { row: 3 } }]);
    expect(readRegister(workbook, now).register.cases).toHaveLength(1);
  });

  it('over a row that is empty are as good as one', () => {
    const workbook = merged(workbookOf({ Saker: [next, {}] }), 2, 3);
    expect(planIds(workbook, now)).toHaveLength(1);
  });
});

it.each([
  [[], []],
  [[3], ['3']],
  [
    [3, 4, 5, 9, 11, 12],
    ['3–5', '9', '11–12'],
  ],
  [
    Array.from({ length: 12 }, (_, index) => index * 2),
    ['0', '2', '4', '6', '8', '10', '12', '14', '16', '18', '…'],
  ],
])('shows %j as spans', (numbers, spans) => {
  expect(spansOf(numbers)).toEqual(spans);
});
