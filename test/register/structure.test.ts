import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from '../../src/domain/problem.ts';
import type { Cell, Workbook } from '../../src/domain/workbook.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { layoutOf } from '../../src/register/tab.ts';
import type { Tab } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { nowAt, sheetOf, withoutTab, withSheet, workbookOf } from '../support/build-workbook.ts';

const now = nowAt('2026-01-05T12:00');

/** What is wrong with the tabs and rows themselves; the quarters without meetings are no matter here. */
function problemsOf(workbook: Workbook): readonly Problem[] {
  return readRegister(workbook, now).problems.filter(({ code }) => code !== 'quarter-without-meeting');
}

const codesOf = (workbook: Workbook): readonly string[] => problemsOf(workbook).map(({ code }) => code);

/** The tab `Kontakter` with these headings and rows. */
function contacts(headings: readonly Cell[], ...rows: readonly (readonly Cell[])[]): Workbook {
  return withSheet(workbookOf(), sheetOf('Kontakter', [headings, ...rows]));
}

const all = layoutOf(tabs.contacts).columns.map(({ heading }) => heading);
const without = (heading: string): readonly string[] => all.filter((own) => own !== heading);
const named = (heading: string, other: string): readonly string[] =>
  all.map((own) => (own === heading ? other : own));

describe('a hidden tab', () => {
  const hidden = (name: string): Workbook => {
    const workbook = workbookOf();
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name === name ? { ...sheet, hidden: true as const } : sheet,
    );
    return { ...workbook, sheets };
  };

  it('is read and told of where it is people who fill it', () => {
    const [found, ...others] = problemsOf(hidden('Saker'));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'tab-hidden', level: 'info', at: { tab: 'Saker' } });
    expect(readRegister(hidden('Saker'), now).register.tabs.cases?.name).toBe('Saker');
  });

  it('is no matter where only Felles writes in it', () => {
    expect(problemsOf(hidden('Utsendelser'))).toEqual([]);
  });
});

describe('headings', () => {
  it('an empty register has nothing wrong', () => {
    expect(problemsOf(workbookOf())).toEqual([]);
  });

  it.each([
    ['an alias in English', 'E-mail'],
    ['spaces around', ' E-post \u00A0'],
    ['zero-width space', 'E-post\u200B'],
    ['another case', 'e-POST'],
  ])('19, 21: finds a column by %s', (_, heading) => {
    const workbook = contacts(named('E-post', heading), ['K-2026-001', 'Navn', null, null, null, 'ola@x.no']);
    expect(codesOf(workbook)).toEqual([]);
    expect(readRegister(workbook, now).register.contacts[0]?.email).toBe('ola@x.no');
  });

  it('21: finds a decomposed heading', () => {
    const headings = layoutOf(tabs.activities).columns.map(({ heading }) => heading.normalize('NFD'));
    const workbook = withSheet(workbookOf(), sheetOf('Aktiviteter', [headings]));
    expect(codesOf(workbook)).toEqual([]);
  });

  it('19: an alias that stands for the heading is as good', () => {
    const headings = layoutOf(tabs.activities).columns.map(({ heading }) =>
      heading === 'Start' ? 'Møtedato' : heading,
    );
    expect(codesOf(withSheet(workbookOf(), sheetOf('Aktiviteter', [headings])))).toEqual([]);
  });

  it('19: tells which needed column is missing, and the nearest heading', () => {
    const [found, ...others] = problemsOf(contacts(named('Navn', 'Nanv'), ['K-2026-001', 'Leder']));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'heading-missing',
      level: 'error',
      at: { tab: 'Kontakter', row: 1 },
      args: { heading: 'Navn', nearest: 'Nanv' },
    });
  });

  it('19: reads nothing of a tab that lacks a needed column, and refuses no references to it', () => {
    const workbook = withSheet(
      workbookOf({
        Saker: [{ ID: 'S-2026-001', Tittel: 'En sak', Type: 'Drøfting', Aktivitet: 'A-2026-001' }],
      }),
      sheetOf('Aktiviteter', [
        ['ID', 'Tittel'],
        ['A-2026-001', 'Samling'],
      ]),
    );
    const { register, problems } = readRegister(workbook, now);
    expect(register.activities).toEqual([]);
    expect(register.tabs.activities?.count).toBe(1);
    expect(problems.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([
      'heading-missing',
      'heading-missing',
      'heading-missing',
    ]);
  });

  it('tells of the columns that rows can do without in one go, for information', () => {
    const [found, ...others] = problemsOf(contacts(['ID', 'Navn']));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'columns-absent', level: 'info', at: { tab: 'Kontakter' } });
    expect(found?.args).toEqual({ headings: all.slice(2) });
  });

  it('warns of a heading that looks misspelt even where rows can do without', () => {
    const [found, ...others] = problemsOf(contacts(named('Telefon', 'Telefno')));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'heading-missing', level: 'warning', args: { nearest: 'Telefno' } });
  });

  it('20: does not choose between two columns of one name', () => {
    const workbook = contacts([...all, 'E-post'], ['K-2026-001', 'Leder']);
    const [found, ...others] = problemsOf(workbook);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'heading-twice', level: 'error', args: { letters: ['F', 'K'] } });
    expect(readRegister(workbook, now).register.contacts).toEqual([]);
  });

  it('leaves unknown columns alone', () => {
    expect(codesOf(contacts([...all, 'Kake', '', 'Kaffe'], ['K-2026-001', 'Leder']))).toEqual([]);
  });

  it('reads columns in any order', () => {
    const workbook = contacts(all.toReversed(), [
      ...Array.from({ length: all.length - 2 }, () => null),
      'Leder',
      'K-2026-001',
    ]);
    expect(readRegister(workbook, now).register.contacts[0]).toMatchObject({
      id: 'K-2026-001',
      name: 'Leder',
    });
  });

  it('does not fall over a heading with an error in it', () => {
    expect(codesOf(contacts([...all, { value: null, error: '#REF!' }]))).toEqual([]);
  });

  it('an empty column is as good as none', () => {
    expect(codesOf(contacts(without('Rolle')))).toEqual(['columns-absent']);
  });
});

describe('rows', () => {
  const good: readonly Cell[] = ['K-2026-001', 'Leder'];

  it('24: skips rows that are empty or hold only white space, and reads on', () => {
    const workbook = contacts(all, good, [' ', '\u00A0', '\n'], [null], ['K-2026-002', 'Rådgiver']);
    const { register } = readRegister(workbook, now);
    expect(register.contacts.map(({ id, at }) => [id, at.row])).toEqual([
      ['K-2026-001', 2],
      ['K-2026-002', 5],
    ]);
    expect(register.tabs.contacts?.count).toBe(2);
    expect(codesOf(workbook)).toEqual([]);
  });

  it('skips rows that hold something only in columns of people’s own', () => {
    const own = [...all.map(() => null), 'ja'];
    expect(codesOf(contacts([...all, 'Kake'], good, own))).toEqual([]);
  });

  it('tells of a tab where no row holds anything under the headings', () => {
    const own = [...all.map(() => null), 'ja'];
    const [found, ...others] = problemsOf(contacts([...all, 'Kake'], own, own));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'rows-unread', level: 'error', args: { count: 2, row: 1 } });
  });

  it('25: refuses every row of an ID that stands twice, and names the others', () => {
    const workbook = contacts(all, good, ['k-2026–001 ', 'Kopi'], ['K-2026-002', 'Rådgiver'], good);
    const { register, problems } = readRegister(workbook, now);
    expect(register.contacts.map(({ id }) => id)).toEqual(['K-2026-002']);
    expect([...(register.tabs.contacts?.refused ?? [])]).toEqual([
      ['K-2026-001', 2],
      ['#3', 3],
      ['#5', 5],
    ]);
    const twice = problems.filter(({ code }) => code === 'id-twice');
    expect(twice.map(({ at, args }) => [at.cell, args])).toEqual([
      ['A2', { rows: [3, 5] }],
      ['A3', { rows: [2, 5] }],
      ['A5', { rows: [2, 3] }],
    ]);
  });

  it('25: names ten others at most', () => {
    const copies = Array.from({ length: 3000 }, () => good);
    const twice = problemsOf(contacts(all, ...copies)).filter(({ code }) => code === 'id-twice');
    expect(twice).toHaveLength(3000);
    expect(twice[2999]?.args).toEqual({ rows: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
  });

  it('25: knows a municipality’s number again, typed as a number or as text', () => {
    const workbook = workbookOf({
      Mottakere: [
        { Nummer: '0301', Navn: 'Oslo', Type: 'kommune', Skriftspråk: 'nøytral' },
        { Nummer: 301, Navn: 'Oslo', Type: 'kommune', Skriftspråk: 'nøytral' },
      ],
    });
    expect(codesOf(workbook)).toEqual(['id-twice', 'id-twice']);
  });

  it('26: asks for the ID of a row that has none', () => {
    const [found, ...others] = problemsOf(contacts(all, [null, 'Leder']));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'id-missing',
      level: 'info',
      at: { tab: 'Kontakter', row: 2, column: 'ID', cell: 'A2' },
      args: { example: 'K-2026-017' },
    });
  });

  it('names every needed cell that is empty', () => {
    const { problems } = readRegister(workbookOf({ Tiltak: [{ Merknad: 'hei' }] }), now);
    expect(problems.map(({ code, at }) => [code, at.cell])).toEqual([
      ['id-missing', 'A2'],
      ['required', 'B2'],
      ['action-without-responsible', 'C2'],
      ['action-without-deadline', 'E2'],
    ]);
  });

  it('27: reads hidden rows, and says how many there are', () => {
    const workbook = withSheet(
      workbookOf(),
      sheetOf('Kontakter', [all, good, ['K-2026-002', 'Rådgiver']], [3]),
    );
    const { register, problems } = readRegister(workbook, now);
    expect(register.contacts.map(({ at }) => at.hidden)).toEqual([false, true]);
    expect(problems).toMatchObject([
      { code: 'rows-hidden', level: 'info', args: { count: 1, spans: ['3'] } },
    ]);
  });

  it('one bad row does not take the others with it', () => {
    const workbook = contacts(all, ['K-2026-001'], ['K-2026-002', 'Rådgiver']);
    expect(readRegister(workbook, now).register.contacts.map(({ id }) => id)).toEqual(['K-2026-002']);
  });

  it('places a problem by tab, row, column, cell and ID', () => {
    const workbook = workbookOf({
      Tiltak: [{ ID: 'T-2026-001', Tiltak: 'Gjør det', Ansvarlig: 'Leder', Frist: '31.02.2026' }],
    });
    expect(problemsOf(workbook)).toEqual([
      {
        code: 'date-no-such-day',
        level: 'error',
        at: { tab: 'Tiltak', row: 2, column: 'Frist', cell: 'E2', id: 'T-2026-001' },
        value: '31.02.2026',
        args: {},
      },
    ]);
  });
});

describe('tabs', () => {
  it('28: reads the tab and not its copy', () => {
    const copy = sheetOf('Kopi av Kontakter', [all, ['K-2026-001', 'Leder']]);
    const workbook = withSheet(workbookOf({ Kontakter: [{ ID: 'K-2026-001', Navn: 'Leder' }] }), copy);
    expect(problemsOf(workbook)).toMatchObject([
      { code: 'tab-copy', level: 'info', at: { tab: 'Kopi av Kontakter' }, args: { original: 'Kontakter' } },
    ]);
    expect(readRegister(workbook, now).register.contacts).toHaveLength(1);
  });

  it.each(['Kontakter (2)', 'Kontakter - kopi', 'Copy of Kontakter'])('28: knows «%s» for a copy', (name) => {
    expect(codesOf(withSheet(workbookOf(), sheetOf(name, [all])))).toEqual(['tab-copy']);
  });

  it('neither tells of tabs of people’s own nor counts them, nor the hidden one of long lists', () => {
    const own = [sheetOf('Lister', [['Kommune'], ['Bergen'], ['Voss']]), sheetOf('Notat', [['Kontakter']])];
    const workbook = { ...workbookOf(), sheets: [...own, ...workbookOf().sheets] };
    expect(problemsOf(workbook)).toEqual([]);
    expect(readRegister(workbook, now)).toEqual(readRegister(workbookOf(), now));
  });

  it('28: finds a tab by its nynorsk name, and says so when both are there', () => {
    const nynorsk = sheetOf(' kontaktar ', [all, ['K-2026-001', 'Leiar']]);
    const alone = withSheet(withoutTab(workbookOf(), 'Kontakter'), nynorsk);
    expect(codesOf(alone)).toEqual([]);
    expect(readRegister(alone, now).register.contacts[0]?.at.tab).toBe(' kontaktar ');
    const both = withSheet(workbookOf(), nynorsk);
    expect(problemsOf(both)).toMatchObject([
      { code: 'tab-twice', level: 'warning', args: { other: 'Kontakter' } },
    ]);
    expect(readRegister(both, now).register.contacts).toEqual([]);
  });

  it.each([
    ['Aktiviteter', 'error'],
    ['Saker', 'warning'],
    ['Kontroll', 'info'],
    ['Utsendelser', 'warning'],
    ['Formidlet', 'info'],
  ])('a workbook without %s: %s', (name, level) => {
    expect(problemsOf(withoutTab(workbookOf(), name))).toMatchObject([
      { code: 'tab-missing', level, at: { tab: name } },
    ]);
  });

  it('does not call references wrong where the tab they point to is missing', () => {
    const workbook = workbookOf({
      Saker: [{ ID: 'S-2026-001', Tittel: 'En sak', Type: 'Drøfting', Møte: 'A-2026-001' }],
    });
    expect(codesOf(withoutTab(workbook, 'Aktiviteter'))).toEqual(['tab-missing']);
  });

  it('a workbook without any tab of ours is told of, tab by tab', () => {
    const workbook = { ...workbookOf(), sheets: [sheetOf('Ark1', [['Hei']])] };
    expect(codesOf(workbook)).toEqual(Array.from({ length: 15 }, () => 'tab-missing'));
  });

  it('31: ten thousand rows and two hundred columns', () => {
    const headings = [...all, ...Array.from({ length: 191 }, (_, index) => `Eget ${String(index)}`)];
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      `K-2026-${String(index + 1).padStart(5, '0')}`,
      'Leder',
    ]);
    expect(readRegister(contacts(headings, ...rows), now).register.contacts).toHaveLength(10_000);
  });
});

describe('the tabs as they are defined', () => {
  const layouts = Object.values<Tab>(tabs).map((tab) => [tab.name, tab] as const);

  it.each(layouts)('%s: no name of a column is a name of another', (_, tab) => {
    const names = Object.values(tab.columns).flatMap(({ heading, aliases }) => [heading, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(layouts)('%s: every column is in the row’s schema, and has a note', (_, tab) => {
    const keys = Object.keys(tab.columns);
    expect(tab.row instanceof z.ZodObject && Object.keys(tab.row.shape).sort()).toEqual(keys.toSorted());
    for (const { note } of Object.values(tab.columns))
      expect(note).toMatch(/^[A-ZÆØÅÉ«].*(?:[.»]|https:\/\/)$/su);
  });

  it('no name of a tab is a name of another', () => {
    const names = Object.values<Tab>(tabs).flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('every word of a closed list that is offered is accepted', () => {
    for (const { columns } of Object.values<Tab>(tabs)) {
      for (const column of Object.values(columns)) {
        for (const word of column.choices ?? []) {
          const report = (): never => expect.unreachable(`«${word}» is not accepted`);
          expect(column.parse(word, report)).toBeDefined();
        }
      }
    }
  });
});
