import { describe, expect, it } from 'vitest';
import { findingsChange } from '../../src/app/register/findings-change.ts';
import { problem, type Level, type Problem } from '../../src/domain/problem.ts';
import { entryStates } from '../../src/domain/due.ts';
import { dueWords } from '../../src/language/due/word-due.ts';
import { wordProblem } from '../../src/language/problems/word-problem.ts';
import type { CellParser } from '../../src/register/cells/cell-parser.ts';
import { dayCell, whenOrTimeCell } from '../../src/register/cells/when.ts';
import { settingRows } from '../../src/register/data/setting-rows.ts';
import * as lists from '../../src/register/lists.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Tab } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { nowAt, workbookOf } from '../support/build-workbook.ts';
import type { Guide } from './read-guide.ts';
import { cell, codesIn, guides, section, table, tabSection, titled } from './the-guides.ts';

const allTabs = Object.values<Tab>(tabs);

/** The keys of the columns that a row of the tab cannot do without. */
function requiredKeys(tab: Tab): ReadonlySet<string> {
  const result = tab.row.safeParse({});
  return new Set(result.success ? [] : result.error.issues.map(({ path }) => String(path[0])));
}

describe.each(guides)('the tabs in the $standard guide', ({ guide }) => {
  it('stand in the order of the workbook', () => {
    const names = guide.sections
      .filter(({ level, heading }) => level === 3 && heading.prose.trim() === '')
      .map(({ heading }) => heading.codes[0]);
    expect(names).toEqual(allTabs.map(({ name }) => name));
  });

  it.each(allTabs)('$name has a table with every column under its own name', ({ name, columns }) => {
    const rows = table(tabSection(guide, name)).rows.map((row) => cell(row, 0).codes);
    expect(rows.map(([heading]) => heading)).toEqual(Object.values(columns).map(({ heading }) => heading));
    for (const [index, { heading, aliases }] of Object.values(columns).entries()) {
      expect([heading, ...aliases]).toEqual(expect.arrayContaining([...(rows[index] ?? [])]));
    }
  });

  it.each(allTabs.filter(({ owner }) => owner === 'people'))('$name marks what must be filled in', (tab) => {
    const required = requiredKeys(tab);
    const rows = table(tabSection(guide, tab.name)).rows;
    for (const [index, [key, { heading }]] of Object.entries(tab.columns).entries()) {
      const isMarked = cell(rows[index] ?? [], 1).bold.some((words) => words.startsWith('Må'));
      expect({ heading, isMarked }).toEqual({ heading, isMarked: required.has(key) });
    }
  });

  it.each(allTabs)('$name names every word of its closed lists', ({ name, columns }) => {
    const rows = table(tabSection(guide, name)).rows;
    for (const [index, { choices }] of Object.values(columns).entries()) {
      if (choices === undefined || choices[0] === 'ja') continue;
      expect(cell(rows[index] ?? [], 1).codes.slice(0, choices.length)).toEqual(choices);
    }
  });

  it('names every setting with its first value', () => {
    const told = new Map(
      table(tabSection(guide, 'Oppsett'), 1).rows.flatMap((row) =>
        cell(row, 0).codes.map((name) => [name, cell(row, 1).codes]),
      ),
    );
    const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
    const settings = settingRows().map((row) => [textOf(row['Nøkkel']), textOf(row['Verdi'])] as const);
    expect([...told.keys()].sort()).toEqual(settings.map(([name]) => name).sort());
    for (const [name, value] of settings) if (/^\d+$/u.test(value)) expect(told.get(name)).toContain(value);
  });
});

describe.each(guides)('what cells take, in the $standard guide', ({ guide, headings }) => {
  it('has every word of every closed list', () => {
    const rows = table(titled(guide, headings.lists)).rows;
    const told = rows.map((row) => [[...cell(row, 1).codes].sort(), [...cell(row, 2).codes].sort()]);
    for (const list of Object.values<lists.ClosedList<string>>(lists)) {
      const words = Object.values<readonly [string, ...string[]]>(list);
      const others = new Set(words.flatMap(([, ...more]) => more));
      expect(told).toContainEqual([words.map(([own]) => own).sort(), [...others].sort()]);
    }
    expect(told).toHaveLength(Object.keys(lists).length);
  });

  it('names every column that has a closed list', () => {
    const rows = table(titled(guide, headings.lists)).rows;
    const told = rows.flatMap((row) => cell(row, 0).codes);
    const columns = allTabs.flatMap((tab) => Object.values(tab.columns));
    for (const { heading, choices } of columns) if (choices !== undefined) expect(told).toContain(heading);
  });

  const read = (text: string, parse: CellParser<unknown>): unknown => parse(text, () => undefined);
  const isHeading = (word: string): boolean =>
    allTabs.some(({ columns }) => Object.values(columns).some(({ heading }) => heading === word));

  it('gives only dates and times that are understood', () => {
    const accepted = codesIn(table(titled(guide, headings.dates)), 0);
    const instead = codesIn(table(titled(guide, headings.dates), 1), 2).filter((word) => !isHeading(word));
    expect(accepted.length).toBeGreaterThan(15);
    for (const text of [...accepted, ...instead])
      expect([text, read(text, whenOrTimeCell)]).not.toEqual([text, undefined]);
  });

  it('warns only of dates that are refused', () => {
    const refused = codesIn(table(titled(guide, headings.dates), 1), 0).filter((word) => !isHeading(word));
    expect(refused.length).toBeGreaterThan(10);
    for (const text of refused) expect([text, read(text, dayCell)]).toEqual([text, undefined]);
  });
});

describe.each(guides)('problems in the $standard guide', ({ standard, guide, headings }) => {
  const at = { tab: 'Aktiviteter', row: 7 };
  const common: readonly Problem[] = [
    problem('id-missing', 'info', at, { example: 'A-2026-017' }),
    problem('id-twice', 'error', at, { rows: [9] }, 'A-2026-017'),
    problem('required', 'error', at, { heading: 'Tittel' }),
    problem('unknown-value', 'error', at, { allowed: ['Webinar'] }, 'webinnar'),
    problem('date-two-ways', 'error', at, { one: '2026-04-03', other: '2026-03-04' }, '3/4/2026'),
    problem('date-without-year', 'error', at, {}, '12. mars'),
    problem('date-read-as', 'info', at, { day: '2026-03-12' }, '12.03.26'),
    problem('time-missing', 'warning', at, { type: 'Kvartalsmøte' }),
    problem('number-unreadable', 'error', at, {}, 'ca. 20'),
    problem('link-invalid', 'error', at, { why: 'not-https' }, 'arkitektur.no'),
    problem('reference-unknown', 'error', at, { tab: 'Aktiviteter' }, 'A-2026-071'),
    problem('status-behind', 'warning', at, { until: '2026-03-12' }, 'Planlagt'),
    problem('action-without-deadline', 'warning', at, {}),
    problem('quarter-without-meeting', 'warning', at, { quarter: 2, year: 2026 }),
    problem('on-holiday', 'warning', at, { holiday: 'constitutionDay' }, '17.05.2026'),
    problem(
      'county-replaced',
      'warning',
      at,
      { successors: ['Akershus', 'Buskerud', 'Østfold'], several: true },
      'Viken',
    ),
    problem(
      'place-unknown',
      'warning',
      at,
      { needed: 'county', list: 'Regioner og nettverk', isThere: true },
      'Innherred',
    ),
    problem('next-step-overdue', 'warning', at, { deadline: '2026-03-12' }),
    problem('standard-missing', 'warning', at, {}),
    problem('heading-missing', 'error', at, { heading: 'Type' }),
  ];

  it('are worded as in the tab Kontroll', () => {
    const worded = common.map((one) => wordProblem(one, standard).message.replaceAll('\u00A0', ' '));
    expect(codesIn(table(titled(guide, headings.problems)), 0)).toEqual(worded);
  });

  it('have the levels that the tab Kontroll writes', () => {
    const { register } = readRegister(workbookOf(), nowAt('2026-11-23T12:00'));
    const levelOf = (problems: readonly Problem[]): unknown => {
      const change = findingsChange(
        { register, problems, unlisted: [] },
        standard,
        nowAt('2026-11-23T12:00'),
        [],
      );
      return 'rows' in change ? change.rows[0]?.['Nivå'] : undefined;
    };
    const levels: readonly Level[] = ['error', 'warning', 'info'];
    const written = [
      ...levels.map((level) => levelOf([problem('cell-error', level, at, {})])),
      levelOf([]),
      ...entryStates.map((state) => dueWords[standard].states[state]),
    ];
    const told = section(
      guide,
      ({ prose, codes }) => prose.trim() !== '' && codes[0] === 'Kontroll',
      'Kontroll',
    );
    expect(table(told).rows.map((row) => cell(row, 0).codes[0])).toEqual(written);
  });
});

describe('what both guides share', () => {
  const [bokmal, nynorsk] = guides.map(({ guide }) => guide);
  const shape = (guide: Guide | undefined): unknown =>
    guide?.sections.map(({ level, tables, blocks }) => ({
      level,
      tables: tables.map(({ head, rows }) => [head.length, rows.length]),
      blocks: blocks.length,
    }));

  it('have the same headings and tables', () => {
    expect(shape(nynorsk)).toEqual(shape(bokmal));
  });
});

describe('the written standard', () => {
  const wordsOf = (guide: Guide): ReadonlySet<string> =>
    new Set(guide.words.flatMap(({ prose }) => prose.match(/[\p{L}\p{M}-]+/gu) ?? []));
  const [bokmal, nynorsk] = guides.map(({ guide }) => wordsOf(guide));
  const lowered = (words: ReadonlySet<string> | undefined): readonly string[] =>
    [...(words ?? [])].map((word) => word.toLocaleLowerCase('nb'));

  const deny = (words: string): ReadonlySet<string> => new Set(words.split(' '));
  const ofNynorsk = deny(
    'ikkje frå kva kven korleis kvifor veke eit ein kommunar teke teken berre meir noko nokon dei dykk vere gjere saman òg rekneark',
  );
  const ofBokmal = deny(
    'ikke fra hva hvem hvordan hvorfor uke en et kommuner bare mer sted forrige noe noen være gjør gjøre også dere hver',
  );

  it('has no nynorsk words in the nb guide', () => {
    expect(lowered(bokmal).filter((word) => ofNynorsk.has(word))).toEqual([]);
    // With a capital letter Stad is a municipality.
    expect([...(bokmal ?? [])]).not.toContain('stad');
  });

  it('has no bokmål words in the nn guide', () => {
    expect(lowered(nynorsk).filter((word) => ofBokmal.has(word))).toEqual([]);
  });

  it('has -ene in the nn guide only where the word is feminine', () => {
    const feminine = /(?:fan|rad|cell|sak|list|skrift|adress|roll|sid|fil|grupp|tid|mapp)ene$/u;
    const others = lowered(nynorsk).filter((word) => word.endsWith('ene') && !feminine.test(word));
    expect(others).toEqual([]);
  });

  it('has no passive in -es in the nn guide', () => {
    const innocent = new Set(['felles', 'les', 'dømes', 'elles', 'samstundes']);
    const others = lowered(nynorsk).filter((word) => /[^-]es$/u.test(word) && !innocent.has(word));
    expect(others).toEqual([]);
  });
});
