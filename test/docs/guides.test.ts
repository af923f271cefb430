import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsChange } from '../../src/app/register/findings-change.ts';
import { wordReference } from '../../src/app/docs/column-parts.ts';
import { problem, type Level, type Problem } from '../../src/domain/problem.ts';
import { entryStates } from '../../src/domain/due.ts';
import { dueWords } from '../../src/language/due/word-due.ts';
import type { CellParser } from '../../src/register/cells/cell-parser.ts';
import { dayCell, whenOrTimeCell } from '../../src/register/cells/when.ts';
import * as lists from '../../src/register/lists.ts';
import { FRONT_PAGE } from '../../src/register/pages.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Tab } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { nowAt, workbookOf } from '../support/build-workbook.ts';
import type { Guide } from './read-guide.ts';
import { cell, codesIn, guides, reference, root, table, titled } from './the-guides.ts';

const allTabs = Object.values<Tab>(tabs);
const people = allTabs.filter(({ owner }) => owner === 'people').map(({ name }) => name);

const at = { tab: 'Aktiviteter', row: 7 };

describe.each(guides)('the $standard guide', ({ standard, guide, headings }) => {
  const codes = guide.words.flatMap((words) => words.codes);

  it('has 2,500 words at most', () => {
    const words = guide.source.replace(/\]\([^)]*\)/gu, ']').match(/[\p{L}\p{N}][\p{L}\p{N}.:/@-]*/gu) ?? [];
    expect(words.length).toBeLessThanOrEqual(2500);
  });

  it('shows the front page, each tab of people in the order of the workbook, and Kontroll', () => {
    const wanted = [FRONT_PAGE, ...people, tabs.findings.name];
    expect(guide.pictures.map(({ source }) => source)).toEqual(
      wanted.map((name) => `pictures/${name.toLowerCase().replace(' ', '-')}.png`),
    );
    const shown = guide.pictures.map(({ words }) => words);
    for (const [index, name] of wanted.entries()) expect(shown[index]).toContain(name);
    const headed = guide.sections.filter(({ level, heading }) => level === 3 && heading.prose.trim() === '');
    expect(headed.map(({ heading }) => heading.codes[0])).toEqual(wanted.slice(1));
  });

  it('has pictures that are small', () => {
    for (const { source } of guide.pictures)
      expect(statSync(`${root}docs/${source}`).size).toBeLessThan(60_000);
  });

  it('names every tab', () => {
    expect(codes).toEqual(expect.arrayContaining(allTabs.map(({ name }) => name)));
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
    expect(table(titled(guide, headings.trouble)).rows.map((row) => cell(row, 0).codes[0])).toEqual(written);
  });
});

describe('the column reference', () => {
  const read = (text: string, parse: CellParser<unknown>): unknown => parse(text, () => undefined);
  const isHeading = (word: string): boolean =>
    allTabs.some(({ columns }) => Object.values(columns).some(({ heading }) => heading === word));
  const dates = titled(reference, 'Datoer og klokkeslett');

  it('has each list with its columns', () => {
    const rows = wordReference().split('\n').slice(2);
    expect(rows).toHaveLength(Object.keys(lists).length);
    const types = rows.find((row) => row.startsWith('| `Type` i `Aktiviteter` | `Informasjon`, '));
    expect(types).toContain('for `Forbilde`: `Førebilete`, `Example`');
    for (const row of rows) expect(row).toMatch(/^\| `/u);
  });

  it('says of an ID that nobody writes it, and of others that they must be filled in', () => {
    expect(reference.source).toMatch(/^\| `ID` \| Kjennemerket til saken/mu);
    expect(reference.source).toMatch(/^\| `Type` \| \*\*Må\.\*\* Orientering: møtet får vite/mu);
    expect(reference.source).toMatch(/^\| `Minutter` \| Hvor mange/mu);
  });

  it('gives only dates and times that are understood', () => {
    const accepted = codesIn(table(dates), 0);
    const instead = codesIn(table(dates, 1), 2).filter((word) => !isHeading(word));
    expect(accepted.length).toBeGreaterThan(15);
    for (const text of [...accepted, ...instead])
      expect([text, read(text, whenOrTimeCell)]).not.toEqual([text, undefined]);
  });

  it('warns only of dates that are refused', () => {
    const refused = codesIn(table(dates, 1), 0).filter((word) => !isHeading(word));
    expect(refused.length).toBeGreaterThan(10);
    for (const text of refused) expect([text, read(text, dayCell)]).toEqual([text, undefined]);
  });
});

describe('links', () => {
  const all = [
    reference,
    ...guides.flatMap(({ guide, meeting, operation, templates }) => [guide, meeting, operation, templates]),
  ];

  it.each(all)('lead somewhere in $name', ({ words, sections }) => {
    const links = words.flatMap((one) => one.links).map((link) => decodeURI(link));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const [file = '', anchor] = link.split('#');
      if (file !== '') expect([link, existsSync(`${root}docs/${file}`)]).toEqual([link, true]);
      const target = file === '' ? sections : all.find(({ name }) => name === file)?.sections;
      const anchors = target?.map((section) => section.anchor);
      if (anchor !== undefined && anchors !== undefined) expect(anchors).toContain(anchor);
    }
  });
});

describe('what both standards share', () => {
  const shape = ({ sections, pictures }: Guide): unknown => [
    sections.map(({ level, tables, blocks }) => ({
      level,
      tables: tables.map(({ head, rows }) => [head.length, rows.length]),
      blocks: blocks.length,
    })),
    // A picture of a paper is in the standard of its guide.
    pictures.map(({ source }) => source.replace(/-n[bn]\.png$/u, '.png')),
  ];

  it.each(['guide', 'meeting', 'operation', 'templates'] as const)(
    'have the same headings and tables: %s',
    (which) => {
      const [bokmal, nynorsk] = guides;
      expect(shape(nynorsk[which])).toEqual(shape(bokmal[which]));
    },
  );
});

describe('the written standard', () => {
  const wordsOf = (guide: Guide): ReadonlySet<string> =>
    new Set(guide.words.flatMap(({ prose }) => prose.match(/[\p{L}\p{M}-]+/gu) ?? []));
  const [bokmal, nynorsk] = guides.map(
    ({ guide, meeting, operation, templates }) =>
      new Set([guide, meeting, operation, templates].flatMap((one) => [...wordsOf(one)])),
  );
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
