/** What the commands say, and write, where Google does not take all of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/app/commands/check.ts';
import { initCommand } from '../../src/app/commands/init.ts';
import type { Command } from '../../src/app/command.ts';
import { startFakeGoogle, type FakeGoogle } from '../support/google/fake-google.ts';
import { makeWorld, type ScriptRun, type TestWorld } from '../support/world.ts';

let google: FakeGoogle;
let world: TestWorld;
beforeEach(async () => {
  google = await startFakeGoogle();
  world = await makeWorld();
});
afterEach(async () => {
  await google.close();
  await world.remove();
});
const run = (command: Command, ...argv: string[]): Promise<ScriptRun> =>
  world.run(command, argv, { GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token });
const textsIn = (id: string, tab: string): readonly string[] =>
  google
    .spreadsheet(id)
    .sheets.find(({ title }) => title === tab)
    ?.rows.slice(1)
    .flatMap(({ cells }) =>
      cells.flatMap((cell) => (typeof cell?.content === 'string' ? [cell.content] : [])),
    ) ?? [];

describe('check --give-ids --write, where the column of IDs is shut', () => {
  it('fills Kontroll by what stands there, and tells of no ID that was not given', async () => {
    const id = google.createSpreadsheet();
    await run(initCommand, '--spreadsheet', id);
    const people = google.people(id);
    await people.type('Tiltak', 2, 1, 'Ringe kommunen');
    await people.type('Aktiviteter', 2, 2, 'Boliger');
    await people.protectTab('Tiltak', ['kari@example.no'], 0);
    const { code, stdout, stderr } = await run(checkCommand, '--give-ids', '--write', '--spreadsheet', id);
    expect(code).toBe(1);
    expect(stderr).toContain('1 rows were given an ID');
    expect(stderr).toContain('The tab Kontroll was written');
    expect(stderr).toMatch(
      /Tiltak, A2 is protected, and .* may not write there\. One change was not written\. Ask whoever/u,
    );
    expect(textsIn(id, 'Tiltak')).toEqual(['Ringe kommunen']);
    expect(textsIn(id, 'Aktiviteter')).toContain('A-2026-001');
    const findings = textsIn(id, 'Kontroll');
    expect([stdout, ...findings].join('\n')).not.toContain('T-2026-001');
    expect(findings.join('\n')).toMatch(/Tiltak/u);
  });
});

describe('init --google', () => {
  it('names the sheet that was made, whatever becomes of the rest', async () => {
    google.fault(({ path }) => path.endsWith(':batchUpdate'), { status: 403, times: 9 });
    const { code, stderr } = await run(initCommand, '--google', 'Felles register', '--sample');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /The Google Sheet https:\/\/docs\.google\.com\/spreadsheets\/d\/\S+ was made, but not set up: .*Nothing was written\.\n.*init -- --spreadsheet https:\S+ --sample»/u,
    );
  });

  it('says how to find out whether a sheet was made', async () => {
    google.fault(({ path }) => path === '/v4/spreadsheets', { status: 500, applied: true });
    const { code, stderr } = await run(initCommand, '--google', 'Felles register');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /not known whether the spreadsheet «Felles register» was made\.\n.*If «Felles register» is there, run «npm run init -- --spreadsheet/u,
    );
  });
});
