/** What the commands say, and write, where Google does not take all of it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import type { Command } from '../../../src/app/cli/command.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { makeWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

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
    expect(stderr).toContain('1 row was given an ID');
    expect(stderr).toContain('The tab Kontroll was written');
    expect(stderr).toMatch(
      /Tiltak, A2 is protected, and .* may not write there\. One change was not written\. Ask the person who/u,
    );
    expect(textsIn(id, 'Tiltak')).toEqual(['Ringe kommunen']);
    expect(textsIn(id, 'Aktiviteter')).toContain('A-2026-001');
    const findings = textsIn(id, 'Kontroll');
    expect([stdout, ...findings].join('\n')).not.toContain('T-2026-001');
    expect(findings.join('\n')).toMatch(/Tiltak/u);
  });
});

describe('check, where nothing at all can be written', () => {
  const faulty = async (): Promise<string> => {
    const id = google.createSpreadsheet();
    await run(initCommand, '--spreadsheet', id);
    await google.people(id).type('Aktiviteter', 2, 0, 'A-2026-001');
    await google.people(id).type('Aktiviteter', 2, 1, 'webinnar');
    await google.people(id).type('Tiltak', 2, 1, 'Ringe kommunen');
    return id;
  };

  it('tells what was found all the same, and why Kontroll was not written', { timeout: 30_000 }, async () => {
    const id = await faulty();
    await google.people(id).protectTab('Kontroll', ['kari@example.no']);
    await google.people(id).protectTab('Tiltak', ['kari@example.no']);
    for (const flags of [['--write'], ['--write', '--give-ids']]) {
      const { code, stdout, stderr } = await run(checkCommand, ...flags, '--spreadsheet', id);
      expect(code).toBe(1);
      expect(stdout).toMatch(/row 2, Type \(B2\): .*«webinnar»/u);
      expect(stdout).toMatch(/In all: /u);
      expect(stdout).not.toContain('T-2026-001');
      expect(stderr).toMatch(
        /^ {2}Kontroll, .* is protected, and .* may not write there\. .* not written\. /mu,
      );
      expect(stderr).toMatch(/Ask the person who protected it/u);
      expect(stderr).not.toMatch(/were given|was written in/u);
    }
  });

  it('prints the whole object with --json, and says the rest beside it', async () => {
    const id = await faulty();
    google.fault(({ path }) => path.endsWith(':batchUpdate'), { status: 403, times: 9 });
    const { code, stdout, stderr } = await run(checkCommand, '--write', '--json', '--spreadsheet', id);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toHaveProperty('problems.0.cell', 'B2');
    expect(stderr).toMatch(/Writing the tab Kontroll failed/u);
  });
});

describe('agenda --number, where not all numbers are kept', () => {
  const meeting = async (): Promise<string> => {
    const id = google.createSpreadsheet();
    await run(initCommand, '--sample', '--spreadsheet', id);
    return id;
  };
  const papers = (): Promise<readonly string[]> =>
    readdir(join(world.folder, 'out', 'agenda')).catch(() => []);

  it('makes no paper that names them', async () => {
    const id = await meeting();
    await google.people(id).protectTab('Saker', ['kari@example.no']);
    const { code, stdout, stderr } = await run(agendaPaper, '--number', '--spreadsheet', id);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^No agenda was made, since it is not certain that its case numbers are kept: Saker, \S+ is protected.* Nothing was written\.\n/mu,
    );
    expect(await papers()).toEqual([]);
  });

  it('makes them from what stands there the next time, where a person was quicker with one', async () => {
    const id = await meeting();
    const saker = google.spreadsheet(id).sheets.find(({ title }) => title === 'Saker');
    const headings = saker?.row(0).cells.map((cell) => cell?.content) ?? [];
    const column = headings.indexOf('Saksnr');
    const row = saker?.rows.findIndex(({ cells }) => cells[column]?.content === undefined);
    expect([column, row]).not.toContain(-1);
    let isTyped = false;
    google.between(async ({ method, path }, moment) => {
      if (isTyped || method !== 'POST' || !path.endsWith(':batchUpdate') || moment !== 'before') return;
      isTyped = true;
      await google.people(id).type('Saker', (row ?? 0) + 1, column, 'Sak 90/26');
    });
    const flags = ['--number', '--format', 'txt', '--standard', 'nb', '--spreadsheet', id];
    const first = await run(agendaPaper, ...flags);
    expect([first.code, first.stdout]).toEqual([2, '']);
    expect(first.stderr).toMatch(
      /^Not all case numbers were kept in .*, so no agenda was made:\n.*Saksnr: not written, since somebody has written «Sak 90\/26» there meanwhile\./mu,
    );
    expect(await papers()).toEqual([]);
    const second = await run(agendaPaper, ...flags);
    expect(second.code).toBe(0);
    const text = await readFile(join(world.folder, second.stdout.trim()), 'utf8');
    const kept = textsIn(id, 'Saker').filter((each) => /^Sak \d+\/26$/u.test(each));
    const named = new Set(text.match(/Sak\s\d+\/26/gu)?.map((each) => each.replace(/\s/u, ' ')));
    expect(named).toContain('Sak 90/26');
    for (const each of named) expect(kept).toContain(each);
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
