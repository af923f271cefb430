import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/app/cli/command.ts';
import { speakNorwegian } from '../../../src/app/cli/speech.ts';
import { createTerminal } from '../../../src/app/cli/terminal.ts';
import { checkTemplatesCommand } from '../../../src/app/commands/check-templates.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { copyCommand } from '../../../src/app/commands/copy.ts';
import { doctorCommand } from '../../../src/app/commands/doctor.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { logoutCommand } from '../../../src/app/commands/logout.ts';
import { planCommand } from '../../../src/app/commands/plan.ts';
import { speakersCommand } from '../../../src/app/commands/speakers.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { checkSender } from '../../../src/app/doctor/sender.ts';
import { reportAdded } from '../../../src/app/register/added-report.ts';
import { refusedLines } from '../../../src/app/register/change-report.ts';
import { speak } from '../../../src/domain/msg.ts';
import type { Change, ChangeResult, NewValue, Refusal } from '../../../src/domain/workbook.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import { layoutOf } from '../../../src/register/tab.ts';
import { tabs } from '../../../src/register/tabs.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(async () => {
  speak();
  await world.remove();
});

/** Words that every English sentence of more than a few words has one of, and no Norwegian one. */
const english = /\b(?:the|that|this|was|were|not|and|of|with|has|have|cannot|which|there|more)\b/iu;

/** What a person reads of a run, with what differs between machines named. */
async function said(command: Command, ...argv: readonly string[]): Promise<string> {
  const { stdout, stderr } = await world.run(command, argv, { XDG_CONFIG_HOME: world.folder });
  const lines = `${stderr}${stdout}`
    .replaceAll(world.folder, '<mappe>')
    .replaceAll(process.versions.node, '<versjon>')
    .replaceAll(/\d+(?=(?: av \d+)? mal[ae]r)/gu, '<tall>');
  return `${`$ npm run ${command.name} ${argv.join(' ')}`.trimEnd()}\n${lines}`;
}

/** Whole, as it is read in this language; English is held where the sentences have their tests. */
async function expectGolden(name: string, standard: string, text: string): Promise<void> {
  expect(text.split('\n').filter((line) => !line.startsWith('$') && english.test(line))).toEqual([]);
  await expect(text).toMatchFileSnapshot(`../../golden/commands/${name}.${standard}.txt`);
}

async function addRow(tab: string, cells: Readonly<Record<string, NewValue>>): Promise<void> {
  const store = xlsxStore(join(world.folder, 'register.xlsx'));
  const [result] = await store.write([{ kind: 'row', tab, cells }], await store.read());
  expect(result?.outcome).toBe('done');
}

const faulty = { ID: 'A-2026-001', Type: 'webinnar', Tittel: 'Boliger', Part: 'Felles', Status: 'Idé' };
const unnamed = { Type: 'Webinar', Tittel: 'Sentrum', Part: 'Felles', Status: 'Idé' };

const place = { by: 'content', row: 4, cells: [] } as const;
const cell: Change = {
  ...{ kind: 'cell', tab: 'Saker', column: 'ID', headings: [], was: null, becomes: 'S-2026-001' },
  at: place,
};
const closed = { why: 'not-allowed', says: 'Saker er låst.', advice: 'Lås den opp.' } as const;
const refusals: readonly Refusal[] = [
  ...([{ why: 'no-such-tab' }, { why: 'no-such-column' }, { why: 'no-such-row' }] as const),
  { why: 'several-rows', rows: [4, 7] },
  { why: 'cell-changed', holds: 'noe' },
  { why: 'formula', formula: '=A1' },
  ...([{ why: 'already-there' }, { why: 'name-taken' }] as const),
  ...[closed, closed],
];

describe.each(norwegianStandards)('what is said in %s', (standard) => {
  beforeEach(() => {
    speakNorwegian(standard);
  });

  it('of what cannot be run', async () => {
    const all = [
      await said(checkCommand, '--standart', 'nb'),
      await said(checkCommand, '--json=ja'),
      await said(checkCommand, '--since'),
      await said(checkCommand, 'register.xlsx'),
      await said(checkCommand, '--now', '23.11.2026'),
      await said(checkCommand, '--now', '2026-03-29T02:30'),
      await said(checkCommand, '--since', 'for.json'),
      await said(checkCommand, '--workbook', 'borte.xlsx'),
      await said(checkCommand, '--workbook', 'borte/borte.xlsx'),
      await said(doctorCommand),
      await said(initCommand, '--workbook', 'register.txt'),
      await said(copyCommand),
      await said(copyCommand, '--from', 'borte.xlsx', '--to', 'kopi.xlsx'),
      await said(planCommand, '--days', '2026-12-01'),
      await said(planCommand, '--poll', 'next', '--decide', 'next'),
      await said(speakersCommand, '--kind', 'takk'),
      await said(todayCommand, '--waive', 'A-2026-031 reminder'),
      await said(todayCommand, '--reason', 'sagt'),
      await said(logoutCommand),
    ];
    await expectGolden('stopped', standard, all.join('\n'));
  });

  it('of a register', async () => {
    const made = await said(initCommand);
    await addRow('Aktiviteter', faulty);
    await addRow('Aktiviteter', unnamed);
    const all = [
      made,
      await said(initCommand),
      await said(initCommand, '--add', 'Sakar'),
      await said(checkCommand),
      await said(doctorCommand),
      await said(todayCommand, '--waive', 'x', '--reason', 'y'),
      await said(speakersCommand),
      await said(speakersCommand, '--slot', 'P-2026-001'),
      await said(checkCommand, '--give-ids', '--write'),
      await said(copyCommand, '--from', 'register.xlsx', '--to', 'kopi.xlsx'),
      await said(checkTemplatesCommand),
    ];
    await expectGolden('register', standard, all.join('\n'));
  });

  it('is neither in JSON nor in the register', async () => {
    const written = async (): Promise<unknown> => {
      await world.run(initCommand);
      await addRow('Aktiviteter', faulty);
      await addRow('Aktiviteter', unnamed);
      const { stdout } = await world.run(checkCommand, ['--give-ids', '--write', '--json']);
      const today = await world.run(todayCommand, ['--json']);
      const { sheets } = await xlsxStore(join(world.folder, 'register.xlsx')).read();
      return { stdout, today: today.stdout, sheets };
    };
    const own = await written();
    await world.remove();
    world = await makeWorld();
    speak();
    expect(own).toEqual(await written());
  });

  it('of what was added, and of what was not', async () => {
    const { headings } = { headings: Object.keys(unnamed) };
    const { columns } = layoutOf(tabs.cases);
    const column = (layout: (typeof columns)[number]): Change => ({ kind: 'column', tab: 'Saker', layout });
    const row = (name: string): Change => ({
      ...{ kind: 'row', tab: 'Oppsett', headings },
      cells: { Nøkkel: name, Verdi: 1 },
    });
    const done: readonly Change[] = [
      { kind: 'tab', layout: layoutOf(tabs.cases), rows: [] },
      { kind: 'tab', layout: layoutOf(tabs.statements), rows: [{ Gjelder: 'A-2026-001' }] },
      ...columns.slice(0, 2).map(column),
      row('Avsender, e-post'),
    ];
    const results: readonly ChangeResult[] = [
      ...done.map((change) => ({ outcome: 'done', change }) as const),
      ...refusals.map((refusal) => ({ outcome: 'refused', change: cell, refusal }) as const),
      { outcome: 'notTried', change: cell },
    ];
    const lines: string[] = [];
    const output = { write: (line: string) => lines.push(line) };
    expect(reportAdded(createTerminal(output, output, {}), results)).toBe(1);
    expect(lines.slice(-refusedLines(results).length)).toEqual(
      refusedLines(results).map((one) => `${one}\n`),
    );
    await expectGolden('changes', standard, lines.join(''));
  });

  it('of a domain that sends mail', async () => {
    const domains: Readonly<Record<string, readonly string[]>> = {
      'TXT all.no': ['v=spf1 +all'],
      'TXT none.no': ['v=spf1 -all'],
      'TXT two.no': ['v=spf1 mx -all', 'v=spf1 a -all'],
      'TXT _dmarc.none.no': ['v=DMARC1'],
      'TXT _dmarc.two.no': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'],
      'TXT good.no': ['v=spf1 mx -all'],
      'MX good.no': ['mail.good.no'],
      'TXT _dmarc.good.no': ['v=DMARC1; p=none'],
    };
    const senders = [undefined, 'x@a.example', ...['all', 'none', 'two', 'good'].map((one) => `x@${one}.no`)];
    const found = [];
    for (const address of senders)
      found.push(
        ...(await checkSender(address, (name, type) =>
          Promise.resolve({ records: domains[`${type} ${name}`] ?? [] }),
        )),
      );
    found.push(...(await checkSender('x@good.no', () => Promise.resolve({ unasked: 'ETIMEOUT' }))));
    const lines = found.map(({ what, says, advice = '' }) => `${what}: ${says} ${advice}`.trimEnd());
    await expectGolden('sender', standard, `${lines.join('\n')}\n`);
  });
});
