import { describe, expect, it } from 'vitest';
import { differences } from '../../src/papers/record/facts.ts';
import { layoutOf, type Tab } from '../../src/register/tab.ts';
import { digestsTab } from '../../src/register/tabs/digests.ts';
import { releasesTab } from '../../src/register/tabs/releases.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { planSetup } from '../../src/register/setup.ts';
import type { Cell, Sheet, TabAddition, Workbook } from '../../src/domain/workbook.ts';
import { dateCell, nowAt, sheetOf, workbookOf, type TabsInput } from '../support/build-workbook.ts';

const now = nowAt('2026-11-23T12:00');

const oldSheet = (tab: Tab, ...rows: readonly (readonly Cell[])[]): Sheet =>
  sheetOf(tab.name, [layoutOf(tab).columns.map(({ heading }) => heading), ...rows]);

const people: TabsInput = {
  Aktiviteter: [
    {
      ...{ ID: 'A-2026-001', Type: 'Konferanse', Tittel: 'Konferanse', Part: 'Felles', Status: 'Planlagt' },
      Start: dateCell('2027-04-15T10:00'),
    },
    {
      ...{ ID: 'A-2026-002', Type: 'Informasjon', Tittel: 'Sak', Part: 'Bylivsenteret', Status: 'Planlagt' },
      ...{ Start: dateCell('2026-12-10T09:00'), Sted: 'Bodø', Beskrivelse: 'Mer om saken' },
    },
    {
      ...{ ID: 'A-2026-003', Type: 'Informasjon', Tittel: 'Over', Part: 'Bylivsenteret', Status: 'Planlagt' },
      Start: dateCell('2026-10-10'),
    },
  ],
  Program: [
    {
      ...{ ID: 'P-2026-001', Aktivitet: 'A-2026-001', Tittel: 'Åpning', Status: 'Bekreftet', Rom: 'Sal' },
      ...{ Start: dateCell('2027-04-15T10:00'), Slutt: dateCell('2027-04-15T11:00'), Innleder: 'Ordfører' },
    },
  ],
};

const released = oldSheet(releasesTab, [
  ...['A-2026-001', 2, '2026-11-01T08:00:00Z', 'P-2026-001', '2027-04-15T10:00', '2027-04-15T11:00'],
  ...['Sal', 'Åpning', null, 'Ordfører', null],
]);
const told = oldSheet(
  digestsTab,
  [
    ...['distriktssenteret', '2026-10-20T08:00:00Z', 'A-2026-002', 'Sak', 'coming'],
    ...['day 2026-12-10/2026-12-10', 'Bodø', null],
  ],
  [
    ...['distriktssenteret', '2026-10-20T08:00:00Z', 'A-2026-003', 'Over', 'done'],
    ...['day 2026-10-10/2026-10-10', null, null],
  ],
);

const oldWorkbook = (...old: readonly Sheet[]): Workbook => {
  const whole = workbookOf(people);
  return { ...whole, sheets: [...whole.sheets.filter(({ name }) => name !== 'Formidlet'), ...old] };
};

/** The workbook as `npm run init` leaves it. */
function afterInit(workbook: Workbook): Workbook {
  const made = planSetup(workbook, {}).map((change): TabAddition => {
    if (change.kind !== 'tab') throw new Error(change.kind);
    return change;
  });
  const sheets = made.map(({ layout, rows }) => {
    const headings = layout.columns.map(({ heading }) => heading);
    const cells = rows.map((row) => headings.map((heading): Cell => (row[heading] ?? null) as Cell));
    return sheetOf(layout.name, [headings, ...cells]);
  });
  return { ...workbook, sheets: [...workbook.sheets, ...sheets] };
}

const bare = (workbook: Workbook): readonly unknown[] =>
  readRegister(workbook, now).register.statements.map(({ at: _, ...said }) => said);

describe('what the old tabs hold', () => {
  it('is the record of a workbook without Formidlet, and the same once «init» has made it', () => {
    const before = oldWorkbook(released, told);
    expect(bare(before)).toMatchObject([
      { kind: 'digest', about: 'A-2026-002', to: 'distriktssenteret' },
      { kind: 'digest', about: 'A-2026-003' },
      { kind: 'programme', about: 'P-2026-001', what: 'A-2026-001.v2', sequence: 2 },
    ]);
    expect(planSetup(before, {})).toHaveLength(1);
    expect(bare(afterInit(before))).toEqual(bare(before));
    expect(planSetup(afterInit(before), {})).toEqual([]);
  });

  it('calls nothing changed that was never said', () => {
    const { register } = readRegister(oldWorkbook(released, told), now);
    expect(register.statements.flatMap((said) => differences(said, register, now))).toEqual([]);
  });

  it('shows what was said and is otherwise now', () => {
    const moved = oldSheet(digestsTab, [
      ...['distriktssenteret', '2026-10-20T08:00:00Z', 'A-2026-002', 'Sak', 'coming'],
      ...['day 2026-12-09/2026-12-09', null, null],
    ]);
    const { register } = readRegister(oldWorkbook(moved), now);
    expect(register.statements.flatMap((said) => differences(said, register, now))).toMatchObject([
      { fact: 'time', was: { first: '2026-12-09' }, is: { start: '2026-12-10T09:00' } },
      { fact: 'place', was: undefined, is: 'Bodø' },
    ]);
  });

  it('is not read beside Formidlet, which is told: the tab may be deleted, or some of it is nowhere else', () => {
    const after = afterInit(oldWorkbook(released, told));
    const problemsOf = (workbook: Workbook): readonly unknown[] =>
      readRegister(workbook, now).problems.filter(({ code }) => code === 'tab-old');
    expect(problemsOf(after)).toMatchObject([
      { level: 'info', at: { tab: 'Programversjoner' }, args: { left: 0, replacement: 'Formidlet' } },
      { level: 'info', at: { tab: 'Orienteringer' }, args: { left: 0 } },
    ]);
    const fresh = workbookOf(people);
    expect(problemsOf({ ...fresh, sheets: [...fresh.sheets, told] })).toMatchObject([
      { level: 'warning', args: { left: 2 } },
    ]);
    expect(bare({ ...fresh, sheets: [...fresh.sheets, told] })).toEqual([]);
  });

  it('brings along the rows that can be read, and tells of the others', () => {
    const torn = oldSheet(
      digestsTab,
      ['distriktssenteret', null, 'A-2026-002'],
      ...told.rows.slice(1).map(({ cells }) => cells),
    );
    const before = oldWorkbook(torn);
    expect(readRegister(before, now).problems.filter(({ level }) => level === 'error')).toHaveLength(1);
    const { problems, register } = readRegister(afterInit(before), now);
    expect(register.statements).toHaveLength(2);
    expect(problems.filter(({ code }) => code === 'tab-old')).toMatchObject([
      { level: 'warning', args: { left: 1 } },
    ]);
  });
});

it('a workbook without a record is only worth a warning where something has been sent', () => {
  const levels = (workbook: Workbook): readonly unknown[] =>
    readRegister(workbook, now)
      .problems.filter(({ code }) => code === 'tab-missing')
      .map(({ level }) => level);
  expect(levels(oldWorkbook())).toEqual(['info']);
  expect(levels(oldWorkbook(told))).toEqual(['warning']);
  const sent = workbookOf({
    Utsendelser: [{ rk: 'a', sendId: 'A-2026-001.announcement.r1', hendelse: 'sendt' }],
  });
  expect(levels({ ...sent, sheets: sent.sheets.filter(({ name }) => name !== 'Formidlet') })).toEqual([
    'warning',
  ]);
});
