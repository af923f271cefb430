import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doctorCommand } from '../../../src/app/commands/doctor.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { checkNode } from '../../../src/app/doctor/machine.ts';
import { checkWorkbook } from '../../../src/app/doctor/register.ts';
import { parseWallTime } from '../../../src/domain/time.ts';
import { tabs } from '../../../src/register/tabs.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';
import { tabOf } from '../../support/workbooks.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

const NOW = parseWallTime('2026-11-23T12:00')!;

describe('npm run doctor', () => {
  it('makes nothing, and says that the agenda makes the sample', async () => {
    const { code, stdout } = await world.run(doctorCommand);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^note +register +There is no register\.xlsx yet\./mu);
    await expect(xlsxStore(join(world.folder, 'register.xlsx')).read()).rejects.toThrow();
  });

  it('finds all in order in a new workbook, which names no sender yet', async () => {
    await world.run(initCommand);
    const { code, stdout } = await world.run(doctorCommand);
    expect(code).toBe(0);
    const [sender = '', ...rest] = stdout.split('\n').filter((line) => !line.startsWith('ok'));
    expect(sender).toMatch(/^note +sender +The register names no sender/u);
    expect(rest).toEqual(['']);
    expect(stdout).toMatch(new RegExp(`^ok +tabs +all ${String(Object.keys(tabs).length)}`, 'mu'));
  });

  it('tells of a workbook that is open elsewhere, and that papers cannot be written', async () => {
    await world.run(initCommand);
    await writeFile(join(world.folder, '.~lock.register.xlsx#'), ',rådgiver,,,;');
    const { code, stdout } = await world.run(doctorCommand, ['--out', 'register.xlsx']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^fault +rights .*LibreOffice/mu);
    expect(stdout).toMatch(/^fault +papers /mu);
  });

  it('tells of a named workbook that is not there, and of a Google Sheet without credentials', async () => {
    const missing = await world.run(doctorCommand, ['--workbook', 'borte.xlsx']);
    expect(missing.code).toBe(1);
    expect(missing.stdout).toMatch(/^fault +register .*borte\.xlsx/mu);
    const sheet = ['--spreadsheet', '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefg'];
    const unknown = await world.run(doctorCommand, sheet, { XDG_CONFIG_HOME: world.folder });
    expect(unknown.code).toBe(1);
    expect(unknown.stdout).toMatch(/^fault +credentials .*npm run login/mu);
    expect(unknown.stdout).toMatch(/^ok +templates /mu);
  });

  it('tells of a file that is no workbook, and looks at the rest', async () => {
    await writeFile(join(world.folder, 'register.xlsx'), 'nei');
    const { code, stdout } = await world.run(doctorCommand);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^fault +register /mu);
    expect(stdout).toMatch(/^ok +templates /mu);
    await rm(join(world.folder, 'register.xlsx'));
  });
});

describe('the doctor', () => {
  it('names tabs and headings that are missing, and leaves the rows to check', async () => {
    const store = new MemoryStore([
      tabOf('Aktiviteter', ['ID', 'Type', 'Titel', 'Part'], [['x', 'webinnar']]),
    ]);
    const { findings } = await checkWorkbook(store, NOW);
    const tabs = findings.filter(({ what }) => what === 'tabs');
    expect(tabs.find(({ says }) => says.includes('«Tittel»'))?.state).toBe('fault');
    expect(tabs.find(({ says }) => says.includes('«Saker»'))?.state).toBe('note');
    expect(findings.at(-1)).toMatchObject({ what: 'rows' });
  });

  it('wants Norwegian conventions of a sheet on the web', async () => {
    const workbook = await new MemoryStore().read();
    const findings = async (locale: string, timeZone: string): Promise<readonly string[]> => {
      const read = (): Promise<typeof workbook> =>
        Promise.resolve({ ...workbook, conventions: { locale, timeZone } });
      const store = Object.assign(new MemoryStore(), { read });
      const { findings: all } = await checkWorkbook(store, NOW);
      return all.filter(({ what }) => what === 'conventions').map(({ state }) => state);
    };
    expect(await findings('no_NO', 'Europe/Oslo')).toEqual(['ok']);
    expect(await findings('nn_NO', 'Europe/Oslo')).toEqual(['ok']);
    expect(await findings('en_US', 'Europe/Oslo')).toEqual(['note']);
    expect(await findings('nb_NO', 'America/New_York')).toEqual(['note']);
  });

  it.each([
    ['20.18.3', 'fault'],
    ['18.20.0', 'fault'],
    ['20.19.0', 'ok'],
    ['22.0.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('says of Node %s: %s', (version, state) => {
    expect(checkNode(version).state).toBe(state);
  });
});
