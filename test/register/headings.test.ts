import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import type { Cell, Sheet, Workbook } from '../../src/domain/workbook.ts';
import { planCopy } from '../../src/register/copy.ts';
import { applyIds, planIds } from '../../src/register/give-ids.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { standardContent } from '../../src/register/data/standard-content.ts';
import { planSetup, withheldIn } from '../../src/register/setup.ts';
import { layoutOf } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { nowAt, sheetOf, withoutTab, withSheet, workbookOf } from '../support/build-workbook.ts';

const now = nowAt('2026-01-05T12:00');
const headingsOf = (key: keyof typeof tabs): readonly string[] =>
  layoutOf(tabs[key]).columns.map(({ heading }) => heading);
const all = headingsOf('contacts');
const good = ['K-2026-001', 'Leder'];
const noIds: Cell[] = [null, 'Rådgiver'];

const problemsOf = (workbook: Workbook): readonly Problem[] =>
  readRegister(workbook, now).problems.filter(({ code }) => code !== 'quarter-without-meeting');
const codesOf = (workbook: Workbook): readonly string[] => problemsOf(workbook).map(({ code }) => code);
const contacts = (...grid: readonly (readonly Cell[])[]): Workbook =>
  withSheet(workbookOf(), sheetOf('Kontakter', grid));
const namesIn = (workbook: Workbook): readonly string[] =>
  readRegister(workbook, now).register.contacts.map(({ name }) => name);

describe('the row of headings', () => {
  const titles: readonly (readonly [string, readonly (readonly Cell[])[]])[] = [
    ['a title', [['Kontakter i samarbeidet']]],
    ['a title with a date and a blank row', [['Kontakter', null, { value: 46000, isDate: true }], [], []]],
    ['group headings over merged cells', [['Person', null, null, null, 'Nås på', null, 'Annet']]],
    ['a title that is a heading too', [['E-post']]],
    ['nine rows of explanation', Array.from({ length: 9 }, (_, index) => [`${String(index)}. forklaring`])],
  ];

  it.each(titles)('is found below %s', (_, above) => {
    const workbook = contacts(...above, all, good);
    const [found, ...others] = problemsOf(workbook);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'headings-below',
      level: 'info',
      at: { tab: 'Kontakter', row: above.length + 1 },
    });
    expect(namesIn(workbook)).toEqual(['Leder']);
    expect(readRegister(workbook, now).register.contacts[0]?.at.row).toBe(above.length + 2);
  });

  it('is found beside a blank first column', () => {
    const workbook = contacts([], [null, ...all], [null, ...good]);
    expect(codesOf(workbook)).toEqual([]);
    expect(namesIn(workbook)).toEqual(['Leder']);
  });

  it('is said to be nowhere where the tab has content and no headings', () => {
    const [found, ...others] = problemsOf(contacts(good, ['K-2026-002', 'Rådgiver']));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'headings-missing',
      level: 'error',
      args: { headings: ['ID', 'Navn'] },
    });
  });

  it('is not taken where content stands above it, and the tab is not read', () => {
    const workbook = contacts(['K-2026-002', 'Rådgiver'], all, good);
    const [found, ...others] = problemsOf(workbook);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'headings-below-rows',
      level: 'error',
      at: { row: 2 },
      args: { row: 1 },
    });
    expect(namesIn(workbook)).toEqual([]);
  });

  it('is named where a needed heading in it is misspelt', () => {
    const misspelt = all.map((heading) => (heading === 'Navn' ? 'Nanv' : heading));
    expect(problemsOf(contacts(['Kontakter'], misspelt, good))).toMatchObject([
      { code: 'headings-below', at: { row: 2 } },
      { code: 'heading-missing', level: 'error', at: { row: 2 }, args: { heading: 'Navn', nearest: 'Nanv' } },
    ]);
  });

  it('is the first of two, and a row that says the headings again is passed over', () => {
    const workbook = contacts(all, good, all, ['K-2026-002', 'Rådgiver']);
    expect(problemsOf(workbook)).toMatchObject([
      { code: 'headings-again', level: 'warning', at: { row: 3 } },
    ]);
    expect(namesIn(workbook)).toEqual(['Leder', 'Rådgiver']);
  });

  it('is the first of two that differ: what stands below the second is not read under the first', () => {
    const workbook = contacts(all, good, ['Kontakter hos fylket'], ['E-post', 'Navn'], ['ola@x.no', 'Ola']);
    expect(problemsOf(workbook).filter(({ level }) => level === 'error')).toMatchObject([
      { code: 'headings-differ', at: { row: 4 }, args: { row: 1, headings: ['E-post', 'Navn'] } },
    ]);
    expect(namesIn(workbook)).toEqual(['Leder']);
    expect(planIds(workbook, now).map(({ at }) => at)).not.toContainEqual(
      expect.objectContaining({ row: 5 }),
    );
  });

  it.each<[string, readonly Cell[], readonly string[]]>([
    ['content without an ID', [null, 'Rådgiver', 'Voss herad'], []],
    ['what could not be content', [null, 'Rådgiver', null, null, null, 'spør Kari'], ['Leder']],
    ['a title over the IDs', ['Kontakter', 'Oppdatert'], ['Leder']],
  ])('with %s above', (_, above, names) => {
    const workbook = contacts(above, all, good);
    expect(namesIn(workbook)).toEqual(names);
    expect(codesOf(workbook)).toEqual([names.length === 0 ? 'headings-below-rows' : 'headings-below']);
  });

  it.each(['above', 'below'])('is told of where others of two rows stand %s', (where) => {
    const rest = headingsOf('activities').filter((heading) => !heading.startsWith('Timer'));
    const blank = rest.map(() => null);
    const [upper, lower] = where === 'above' ? [blank, rest] : [rest, blank];
    const rows = [
      [...upper, 'Timer', null],
      [...lower, 'Bylivsenteret', 'Distriktssenteret'],
    ];
    const workbook = withSheet(workbookOf(), sheetOf('Aktiviteter', rows));
    expect(problemsOf(workbook).filter(({ code }) => code === 'heading-missing')).toMatchObject(
      ['Bylivsenteret', 'Distriktssenteret'].map((party) => ({
        code: 'heading-missing',
        level: 'warning',
        args: { heading: `Timer ${party}`, nearest: `Timer / ${party}` },
      })),
    );
    expect(planSetup(workbook, standardContent())).toEqual([]);
  });

  it('is not taken where a table with fewer columns stands above it', () => {
    const workbook = contacts(['Navn', 'E-post'], ['Ola', 'ola@x.no'], all, good);
    expect(problemsOf(workbook)).toMatchObject([
      { code: 'headings-below-rows', level: 'error', at: { row: 3 }, args: { row: 2 } },
    ]);
    expect(namesIn(workbook)).toEqual([]);
  });

  it.each<[string, readonly Cell[]]>([
    ['choices that are names of columns too', [null, null, 'Møte', 'Vedtak']],
    ['a list of somebody’s own', ['Status', 'Antall', 'Prosent']],
    [
      'a sentence with names of columns',
      [null, null, 'Status', 'Drøfting', 'Minutter for hver sak', 'Bakgrunn'],
    ],
  ])('is not seen in %s', (_, row) => {
    const workbook = withSheet(workbookOf(), sheetOf('Saker', [headingsOf('cases'), row]));
    expect(codesOf(workbook)).not.toContain('headings-differ');
  });

  it('leaves no row unread in silence where headings stand beside the title, and the right ones below', () => {
    const beside = ['Kontakter', ...Array.from({ length: 9 }, () => null), ...all];
    const [found, ...others] = problemsOf(contacts(beside, all, good));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'rows-unread', level: 'error', args: { count: 2, row: 1 } });
  });
});

describe('a heading', () => {
  it.each(['Navn *', 'Navn:', 'NAVN', '«Navn»', '👤 Navn', 'Na-\nvn', ' Navn\n'])(
    'is known as %j',
    (typed) => {
      const workbook = contacts(
        all.map((heading) => (heading === 'Navn' ? typed : heading)),
        good,
      );
      expect(codesOf(workbook)).toEqual([]);
      expect(namesIn(workbook)).toEqual(['Leder']);
    },
  );

  it.each([
    ['activities', 'Timer Bylivsenteret', 'Timer (Bylivsenteret)', []],
    ['activities', 'Start', 'Start (dd.mm.åååå)', ['heading-read-as']],
    ['slots', 'Tittel nynorsk', 'Tittel (nynorsk)', []],
    ['statements', 'Tid (UTC)', 'Tid (UTC)', []],
  ] as const)('of %s, %s, may be typed %s', (key, heading, typed, codes) => {
    const row = headingsOf(key).map((own) => (own === heading ? typed : own));
    const workbook = withSheet(workbookOf(), sheetOf(tabs[key].name, [row]));
    expect(codesOf(workbook)).toEqual(codes);
    const { headings } = readRegister(workbook, now).register.tabs[key] ?? {};
    expect(Object.values(headings ?? {})).toEqual(row);
  });

  it('in two forms stands twice', () => {
    const workbook = contacts([...all, 'Navn (fullt)'], good);
    expect(codesOf(workbook)).toEqual([]);
    const loose = all.map((heading) => (heading === 'Navn' ? 'Navn (kort)' : heading));
    expect(codesOf(contacts([...loose, 'Navn (fullt)'], good))).toEqual(['heading-twice']);
  });
});

describe('what follows the row of headings', () => {
  const below = contacts(['Kontakter'], [], ['ID', 'Navn'], good, noIds);

  it('IDs', () => {
    const ids = planIds(below, now);
    expect(ids).toMatchObject([{ tab: 'Kontakter', column: 'ID', at: { by: 'content', row: 5 } }]);
    expect(namesIn(applyIds(below, ids))).toEqual(['Leder', 'Rådgiver']);
  });

  it('IDs, where the heading is a word in a legend above, too', () => {
    const legend: Cell[] = ['ID', null, 'gis av maskinen'];
    const workbook = contacts(legend, [null, 'ID', 'Navn'], [null, ...good], [null, ...noIds]);
    const ids = planIds(workbook, now);
    expect(ids).toMatchObject([{ column: 'ID', headings: ['ID', 'Navn'], at: { row: 4 } }]);
    expect(namesIn(applyIds(workbook, ids))).toEqual(['Leder', 'Rådgiver']);
  });

  it('new columns, and none where nobody can say which row it is', () => {
    const added = planSetup(below, standardContent());
    expect(
      added.map((change) => change.kind === 'column' && [change.layout.heading, change.headings]),
    ).toEqual(all.slice(2).map((heading) => [heading, ['ID', 'Navn']]));
    expect(withheldIn(below, new Set())).toEqual([]);
    for (const unsure of [
      contacts(good),
      contacts(['Kontakter', null, 'Navn', 'noe', 'annet'], good),
      contacts(good, all),
    ]) {
      expect(planSetup(unsure, standardContent())).toEqual([]);
      expect(withheldIn(unsure, new Set()).map(({ level, at }) => [level, at.tab])).toContainEqual([
        'error',
        'Kontakter',
      ]);
    }
  });

  it('a copy, which says what it leaves out', () => {
    const { tabs: copied, above, homeless } = planCopy({ ...below, sheets: [below.sheets.at(8)!] });
    expect({ above, homeless }).toEqual({ above: [{ tab: 'Kontakter', rows: [1] }], homeless: [] });
    expect(copied[0]?.rows).toEqual([{ ID: 'K-2026-001', Navn: 'Leder' }, { Navn: 'Rådgiver' }]);
  });
});

const renamed = (from: string, to: string, rows: readonly (readonly Cell[])[] = []): Workbook => {
  const workbook = workbookOf();
  const own: Sheet = workbook.sheets.find(({ name }) => name === from)!;
  const { rows: filled } = sheetOf(to, [own.rows[0]!.cells, ...rows]);
  return withSheet(withoutTab(workbook, from), { name: to, rows: filled });
};
const someRow = [['X-1', 'noe', 'annet', 'mer']];

describe('a tab under another name', () => {
  it.each([
    ['Saker', 'Saker 2026'],
    ['Saker', 'Saker - Tabell 1'],
    ['Saker', 'Kopi av Saker'],
    ['Aktiviteter', 'Aktivitetar 2026'],
    ['Aktiviteter', 'Årsplan'],
    ['Tiltak', 'Oppgaver'],
    ['Utsendelser', 'Utsendelser gammel'],
    ['Kontakter', 'Folk'],
    ['Mottakere', 'Kommuner'],
    ['Oppsett', 'Innstillinger'],
    ['Formidlet', 'Fortalt'],
  ])('%s called «%s» is named, and none is added beside it', (from, to) => {
    const workbook = renamed(from, to, someRow);
    const told = problemsOf(workbook).filter(({ at }) => at.tab === from || at.tab === to);
    expect(told).toMatchObject([
      { code: 'tab-renamed', level: 'error', at: { tab: from }, args: { names: [to], isThere: false } },
    ]);
    expect(planSetup(workbook, standardContent())).toEqual([]);
    expect(withheldIn(workbook, new Set()).map(({ code }) => code)).toEqual(['tab-renamed']);
    const key = (Object.keys(tabs) as (keyof typeof tabs)[]).find((one) => tabs[one].name === from)!;
    expect(planSetup(workbook, standardContent(), new Set([key]))).toMatchObject([
      { kind: 'tab', layout: { name: from } },
    ]);
    expect(withheldIn(workbook, new Set([key]))).toEqual([]);
  });

  it.each(['📅 Saker', ' saker\u00A0', 'SAKER!', 'Saker\u200B', 'Cases'])('is itself, called %j', (to) => {
    const workbook = renamed('Saker', to);
    expect(codesOf(workbook)).toEqual([]);
    expect(readRegister(workbook, now).register.tabs.cases?.name).toBe(to);
    expect(planSetup(workbook, standardContent())).toEqual([]);
  });

  it('is named beside an empty one of its own name', () => {
    const workbook = renamed('Saker', 'Saker 2026', someRow);
    const beside = withSheet(workbook, sheetOf('Saker', [headingsOf('cases')]));
    expect(problemsOf(beside)).toMatchObject([
      {
        code: 'tab-renamed',
        level: 'error',
        at: { tab: 'Saker' },
        args: { names: ['Saker 2026'], isThere: true },
      },
    ]);
  });

  it('is only mentioned beside one that has rows: last year’s', () => {
    const case1: Cell[] = ['S-2026-001', null, 'En sak', 'Drøfting'];
    const workbook = withSheet(
      renamed('Saker', 'Saker 2025', someRow),
      sheetOf('Saker', [headingsOf('cases'), case1]),
    );
    expect(problemsOf(workbook)).toMatchObject([
      { code: 'tab-alike', level: 'info', at: { tab: 'Saker 2025' } },
    ]);
  });

  it('of two that may be meant, both are named', () => {
    const workbook = withSheet(
      renamed('Saker', 'Saker vår', someRow),
      sheetOf('Saker høst', [headingsOf('cases'), ...someRow]),
    );
    expect(problemsOf(workbook)[0]).toMatchObject({ args: { names: ['Saker vår', 'Saker høst'] } });
  });

  it('is not meant by a list of somebody’s own', () => {
    const own = sheetOf('Deltakere', [
      ['Navn', 'E-post'],
      ['Ola', 'ola@x.no'],
    ]);
    expect(codesOf(withSheet(withoutTab(workbookOf(), 'Kontakter'), own))).toEqual(['tab-missing']);
  });
});
