import { describe, expect, it } from 'vitest';
import { columnLetters, type Change } from '../../src/domain/workbook.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { minuteSettings, settingsOf } from '../../src/register/settings.ts';
import { standardContent } from '../../src/register/data/standard-content.ts';
import { planSetup } from '../../src/register/setup.ts';
import { layoutOf } from '../../src/register/tab.ts';
import { tabs } from '../../src/register/tabs.ts';
import { nowAt, sheetOf, withoutTab, withSheet, workbookOf } from '../support/build-workbook.ts';
import { workbookFrom } from '../sample/workbook-from.ts';

const described = (changes: readonly Change[]): readonly string[] =>
  changes.map((change) => {
    if (change.kind === 'tab') return `tab ${change.layout.name}, ${String(change.rows.length)} rows`;
    return change.kind === 'column' ? `column ${change.tab}/${change.layout.heading}` : change.kind;
  });

describe('planSetup', () => {
  it('makes every tab where there is no workbook, in the order of the registry', () => {
    const changes = planSetup(undefined, standardContent());
    const layouts = changes.flatMap((change) => (change.kind === 'tab' ? [change.layout] : []));
    expect(layouts).toEqual(Object.values(tabs).map((tab) => layoutOf(tab)));
    expect(changes).toHaveLength(15);
  });

  it('finds nothing missing in what it has made itself', () => {
    const made = workbookFrom(planSetup(undefined, standardContent()));
    expect(planSetup(made, standardContent())).toEqual([]);
  });

  it('makes a tab that is missing, with its rows', () => {
    const workbook = withoutTab(withoutTab(workbookOf(), 'Oppsett'), 'Dialog');
    const content = standardContent();
    expect(described(planSetup(workbook, content))).toEqual([
      'tab Dialog, 0 rows',
      `tab Oppsett, ${String(content.settings?.length)} rows`,
    ]);
  });

  it('counts a tab and its columns under their other names', () => {
    const nynorsk = sheetOf('Tekstar', [
      ['Id-nummer', 'Aktivitet', 'Målform', 'Tittel', 'Lead', 'Brødtekst', 'Utbytte', 'Godkjend av'],
    ]);
    const workbook = withSheet(withoutTab(workbookOf(), 'Tekster'), nynorsk);
    expect(described(planSetup(workbook, standardContent()))).toEqual([
      'column Tekstar/Målgruppe',
      'column Tekstar/Serie',
      'column Tekstar/Avlysningsgrunn',
      'column Tekstar/Godkjent dato',
    ]);
  });

  it('adds no rows and no columns of its own to a tab that people have filled', () => {
    const oppsett = sheetOf('Oppsett', [
      ['Vår egen', 'Nøkkel', 'Verdi', 'Forklaring'],
      ['x', 'Minutter per sak', '15'],
    ]);
    expect(planSetup(withSheet(workbookOf(), oppsett), standardContent())).toEqual([]);
  });

  it('adds no column beside a heading that looks like it', () => {
    const misspelt = sheetOf('Oppsett', [['Nøkkle', 'Verdi']]);
    expect(described(planSetup(withSheet(workbookOf(), misspelt), standardContent()))).toEqual([
      'column Oppsett/Forklaring',
    ]);
  });

  it('gives a tab that is quite empty all its columns', () => {
    const changes = planSetup(withSheet(workbookOf(), sheetOf('Dialog', [])), standardContent());
    expect(described(changes)).toEqual(
      layoutOf(tabs.dialogues).columns.map(({ heading }) => `column Dialog/${heading}`),
    );
    expect(columnLetters(changes.length - 1)).toBe('J');
  });
});

describe('standardContent', () => {
  const { register, problems } = readRegister(
    workbookFrom(planSetup(undefined, standardContent())),
    nowAt('2026-11-23T12:00'),
  );

  it('reads without a fault, but that no meetings are planned', () => {
    const others = problems.filter(({ code }) => code !== 'quarter-without-meeting');
    expect(others).toEqual([]);
  });

  it('has every municipality and county authority, with its språkvedtak and no address', () => {
    const counties = register.recipients.filter(({ kind }) => kind === 'county');
    const municipalities = register.recipients.filter(({ kind }) => kind === 'municipality');
    expect([counties.length, municipalities.length]).toEqual([15, 357]);
    expect(municipalities.filter(({ centrality = 0 }) => centrality >= 5)).toHaveLength(212);
    expect(municipalities.find(({ number }) => number === '0301')?.name).toBe('Oslo');
    expect(counties.filter(({ decision }) => decision === 'nn').map(({ name }) => name)).toEqual([
      'Møre og Romsdal fylkeskommune',
      'Vestland fylkeskommune',
    ]);
    expect(register.recipients.filter(({ email }) => email !== undefined)).toEqual([]);
  });

  it('says what every setting decides, and starts with the values that hold without it', () => {
    expect(register.settings.filter(({ explanation = '' }) => !explanation.endsWith('.'))).toEqual([]);
    const defaults = Object.fromEntries(
      Object.entries(minuteSettings).map(([key, { value }]) => [key, value]),
    );
    expect(settingsOf(register).minutes).toEqual(defaults);
    const names = register.settings.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.values(minuteSettings).map(({ name }) => name)));
    expect(new Set(names).size).toBe(names.length);
  });
});
