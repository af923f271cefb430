import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../src/app/mailings/keys.ts';
import { isPageWithheld, planInit } from '../../../src/app/register/plan-init.ts';
import { findingsChanges } from '../../../src/app/register/findings-change.ts';
import type { LooksChange, PageChange } from '../../../src/domain/looks.ts';
import { dayOf } from '../../../src/domain/time.ts';
import type { Change, Workbook } from '../../../src/domain/workbook.ts';
import { standardContent } from '../../../src/register/data/standard-content.ts';
import { LOOKS_NUMBER, footOf, FRONT_PAGE } from '../../../src/register/pages.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { tabKeys, tabs } from '../../../src/register/tabs.ts';
import { planCopy } from '../../../src/register/copy.ts';
import { nowAt, sheetOf, withoutTab, withSheet } from '../../support/build-workbook.ts';
import { MemoryStore } from '../../support/memory-store.ts';

const now = nowAt('2026-11-28T12:00');
const sample = planInit(undefined, sampleContent(dayOf(now), keysOf('file')), now);

const made = (changes: readonly Change[] = sample): Promise<Workbook> => new MemoryStore(changes).read();
const looksIn = (changes: readonly Change[], tab: string): LooksChange['looks'] | undefined =>
  changes.flatMap((change) => (change.kind === 'looks' && change.tab === tab ? [change.looks] : []))[0];
const pageIn = (changes: readonly Change[]): PageChange | undefined =>
  changes.flatMap((change) => (change.kind === 'page' && change.isHidden !== true ? [change] : []))[0];
const textsOf = (page: PageChange | undefined): readonly string[] =>
  (page?.layout.rows ?? []).flat().flatMap(({ text }) => text ?? []);
const kinds = (changes: readonly Change[]): readonly string[] =>
  changes.map(
    (change) =>
      `${change.kind} ${'layout' in change && change.kind !== 'column' ? change.layout.name : 'tab' in change ? change.tab : ''}`,
  );
const withFoot = (workbook: Workbook, foot: string): Workbook =>
  withSheet(workbook, sheetOf(FRONT_PAGE, [['Les meg'], [foot]]));

describe('a new workbook', () => {
  it('gets tabs, their looks and the pages, in this order', () => {
    const order = [...new Set(sample.map(({ kind }) => kind))];
    expect(order).toEqual(['tab', 'looks', 'page']);
    expect(sample.filter(({ kind }) => kind === 'looks')).toHaveLength(tabKeys.length);
  });

  it('opens Aktiviteter at the next activity, and Tiltak at the first open action', () => {
    const rowOf = (tab: string): number => looksIn(sample, tab)?.opensAt ?? 0;
    const rows = (tab: string): readonly Readonly<Record<string, unknown>>[] =>
      sample.flatMap((change) => (change.kind === 'tab' && change.layout.name === tab ? change.rows : []));
    expect(rows('Aktiviteter')[rowOf('Aktiviteter') - 2]?.['Status']).toMatch(/^(?:Planlagt|Bekreftet)$/u);
    expect([undefined, 'Åpen']).toContain(rows('Tiltak')[rowOf('Tiltak') - 2]?.['Status']);
  });

  it('says of each tab on its front page who fills it in, in both standards', () => {
    const lines = textsOf(pageIn(sample)).filter((text) =>
      /^(?:Alle|Den som dri|Bare|Berre)[^:]*: /u.test(text),
    );
    const named = lines.flatMap((line) => line.replace(/^[^:]*: /u, '').split(', '));
    const all = Object.values(tabs).map(({ name }) => name);
    expect(named.toSorted()).toEqual([...all, ...all].toSorted());
  });

  it('has the figures of the register on its front page, and links to the cells', () => {
    const cells = (pageIn(sample)?.layout.rows ?? []).flat();
    expect(cells.filter(({ leadsTo }) => leadsTo !== undefined)).toHaveLength(10);
    expect(
      cells.flatMap(({ formula, value }) => (formula === undefined ? [] : [value ?? 'unknown'])),
    ).toEqual([{ day: '2026-12-10' }, 1, 1, 'unknown', 'unknown']);
  });
});

describe('a workbook that is there', () => {
  it('lacks nothing once it has been given all', async () => {
    expect(planInit(await made(), standardContent(), now)).toEqual([]);
  });

  it('gets the looks once where its page is missing or has an earlier number', async () => {
    const workbook = withoutTab(await made(), FRONT_PAGE);
    for (const before of [workbook, withFoot(workbook, footOf(0))]) {
      const changes = planInit(before, standardContent(), now);
      expect(changes.filter(({ kind }) => kind === 'looks')).toHaveLength(tabKeys.length);
      expect(textsOf(pageIn(changes))).toContain(footOf(LOOKS_NUMBER));
      expect(looksIn(changes, 'Aktiviteter')?.opensAt).toBeUndefined();
    }
  });

  it('keeps a sheet of people that has the name of the page', async () => {
    const workbook = withSheet(withoutTab(await made(), FRONT_PAGE), sheetOf(FRONT_PAGE, [['Vår egen']]));
    expect(pageIn(planInit(workbook, standardContent(), now))?.layout.name).toBe('Les meg (Felles)');
    const full = withSheet(workbook, sheetOf('Les meg (Felles)', [['Også vår']]));
    expect(isPageWithheld(full)).toBe(true);
    expect(planInit(full, standardContent(), now)).toEqual([]);
  });

  it('gets the settings it lacks, without a value that nobody has set', async () => {
    const workbook = await made(planInit(undefined, standardContent(), now));
    const left = workbook.sheets.map((sheet) =>
      sheet.name === 'Oppsett' ? { ...sheet, rows: sheet.rows.slice(0, 4) } : sheet,
    );
    const changes = planInit({ ...workbook, sheets: left }, standardContent(), now);
    const rows = changes.flatMap((change) => (change.kind === 'row' ? [change.cells] : []));
    expect(rows).toHaveLength((standardContent().settings?.length ?? 0) - 3);
    expect(rows.find((row) => row['Nøkkel'] === 'Språkvedtak sist kontrollert')).not.toHaveProperty('Verdi');
    expect(kinds(changes).at(-2)).toBe('page Les meg');
  });

  it('has colours by its own columns, wherever they are, and none that need a column it lacks', () => {
    const tab = sheetOf('Tiltak', [['Frist', 'Vår egen', 'Tiltak', 'ID']]);
    const workbook: Workbook = { name: '', revision: '', sheets: [tab] };
    const changes = planInit(workbook, {}, now);
    const late = looksIn(changes, 'Tiltak')?.highlights?.find(({ look }) => look === 'late');
    expect(late?.columns).toEqual(['Frist']);
    expect(late?.formula).toMatch(/^AND\(AND\(ISNUMBER\(\$A2\),/u);
    const missing = looksIn(changes, 'Tiltak')?.highlights?.find(({ look }) => look === 'missing');
    expect(missing).toMatchObject({ columns: ['Tiltak'], look: 'missing' });
    expect(missing?.formula).toContain('$C2=""');
  });

  it('is copied without its pages, and reports none of them', async () => {
    const workbook = await made();
    const names = planCopy(workbook).tabs.map(({ layout }) => layout.name);
    expect(names).not.toContain(FRONT_PAGE);
    expect(names).toHaveLength(tabKeys.length);
    const { problems } = readRegister(workbook, now);
    expect(problems.filter(({ code }) => code.startsWith('tab-'))).toEqual([]);
  });
});

describe('the front page after a check', () => {
  it('says what Kontroll then says, and keeps the number of the looks', async () => {
    const workbook = withFoot(withoutTab(await made(), FRONT_PAGE), footOf(0));
    const reading = readRegister(workbook, now);
    const changes = findingsChanges(workbook, reading, 'nb', now, []);
    const warnings = reading.problems.filter(({ level }) => level === 'warning').length;
    expect(textsOf(pageIn(changes))).toContain(footOf(0));
    const row = pageIn(changes)?.layout.rows.find(([cell]) => cell?.text === 'Advarsler i Kontroll');
    expect(row?.[1]?.value).toBe(warnings);
  });

  it('is not made where people have taken it away', async () => {
    const workbook = withoutTab(await made(), FRONT_PAGE);
    expect(findingsChanges(workbook, readRegister(workbook, now), 'nb', now, [])).toHaveLength(1);
  });
});
