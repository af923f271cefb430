import { execFile } from 'node:child_process';
import { readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { overviewCommand } from '../../../src/app/commands/overview.ts';
import { commandNames, commands } from '../../../src/app/main.ts';
import { standingLines } from '../../../src/app/cli/overview.ts';
import type { Today } from '../../../src/papers/today/today.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';

const felles = join(import.meta.dirname, '../../..');
const words = (line: string): number => line.split(/\s+/u).length;

describe('the registry of commands', () => {
  it.each(commandNames)('has %s in at most twelve words, in each standard', async (name) => {
    const { line, load } = commands[name];
    const { name: own, summary } = await load();
    expect(own).toBe(name);
    for (const one of [line.nb, line.nn, summary]) {
      expect([one, words(one) <= 12]).toEqual([one, true]);
      expect(one).toMatch(/\.$/u);
    }
  });

  it('has every script, and nothing else', async () => {
    const scripts = await readdir(join(felles, 'scripts'));
    expect([...commandNames].sort()).toEqual(scripts.map((file) => file.replace(/\.ts$/u, '')).sort());
  });
});

describe('npx felles', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.remove());
  const overview = overviewCommand(commands);

  it('says in a new folder that there is no register, gives three ways on, and makes nothing', async () => {
    const { code, stdout } = await world.run(overview);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Det er ikke noe register her: register\.xlsx finnes ikke\.\n/u);
    for (const way of ['npx felles agenda', 'npx felles init', '--spreadsheet'])
      expect(stdout).toContain(way);
    for (const name of commandNames) expect(stdout).toContain(`\n  ${name} `);
    expect(await readdir(world.folder)).toEqual([]);
  });

  it('advises the sample only where the agenda would make one', async () => {
    await writeFile(join(world.folder, '.env'), '');
    const { code, stdout } = await world.run(overview);
    expect([code, stdout.includes('npx felles agenda\n')]).toEqual([2, false]);
    expect(stdout).toContain('Det er ikke noe register her: register.xlsx finnes ikke.');
    expect(stdout).toContain('npx felles init --workbook register.xlsx\n');
  });

  it('says what is due in the register, and writes nothing', async () => {
    await world.run(agendaPaper, ['--format', 'txt']);
    const before = await readdir(world.folder, { recursive: true });
    const { code, stdout, stderr } = await world.run(overview);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n\n')[0]?.replaceAll('\u00A0', ' ')).toMatchInlineSnapshot(`
      "Registeret: register.xlsx
        Dette er et eksempel, ikke deres eget register.
        Det som må sies, rettes eller avgjøres: 12      npx felles today
        Tiltak over fristen: 1                          npx felles today
        Forbilder som må ses over: 3                    npx felles examples --check
        Fylker uten kontakt i Dialog på et halvt år: 9  npx felles county
        0 feil og 2 advarsler                           npx felles check"
    `);
    expect(await readdir(world.folder, { recursive: true })).toEqual(before);
  });

  it('says why a register cannot be read, and lists the commands all the same', async () => {
    await writeFile(join(world.folder, 'register.xlsx'), 'no workbook');
    const { code, stdout } = await world.run(overview, ['--standard', 'nn']);
    expect(code).toBe(2);
    expect(stdout).toContain('Registeret kunne ikkje lesast:\n  register.xlsx: ');
    expect(stdout).toContain('Kvar veke\n');
  });

  it('says in Norwegian that a named workbook is gone', async () => {
    await rm(join(world.folder, 'register.xlsx'), { force: true });
    const { code, stdout } = await world.run(overview, ['--workbook', 'vår.xls']);
    expect(code).toBe(2);
    expect(stdout.split('\n\n')[0]?.split('\n')).toEqual([
      'Det er ikke noe register her: vår.xls finnes ikke.',
      expect.stringMatching(/ligger der +npx felles doctor --workbook "vår\.xls"$/u),
      expect.stringContaining('--workbook <fil.xlsx>'),
      expect.stringMatching(/npx felles init --workbook "vår\.xlsx"$/u),
    ]);
  });

  it('lists the commands alone for help', async () => {
    const { code, stdout } = await world.run(overview, ['help']);
    expect([code, stdout.startsWith('Hver uke\n')]).toEqual([0, true]);
  });

  it('names the nearest of a command that there is not', async () => {
    const { code, stderr } = await world.run(overview, ['anounce']);
    expect(code).toBe(2);
    expect(stderr).toBe('There is no command «anounce».\n  Did you mean «npx felles announce»?\n');
  });

  it('says that a command of the registry has no script yet', async () => {
    const { code, stderr } = await world.run(overview, ['agenda']);
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'The command «agenda» has no script yet.']);
  });

  it('runs a command in the folder that one stands in, with its flags', async () => {
    const bin = join(felles, 'bin/felles.js');
    const run = (argv: readonly string[]): Promise<{ stdout: string }> =>
      promisify(execFile)(process.execPath, [bin, ...argv], { cwd: world.folder });
    const { stdout } = await run(['init', '--workbook', 'mitt.xlsx']);
    expect(stdout).toBe('mitt.xlsx\n');
    expect(await readdir(await realpath(world.folder))).toContain('mitt.xlsx');
    await expect(run(['chek', '--write'])).rejects.toMatchObject({
      code: 2,
      stderr: 'There is no command «chek».\n  Did you mean «felles check»?\n',
    });
  });
});

describe('where one stands', () => {
  const nothing: Today = {
    isSample: false,
    isUnfilled: false,
    isDialogueUnread: false,
    asOf: '2026-11-23' as Today['asOf'],
    ...{
      due: [],
      waived: [],
      texts: [],
      written: [],
      unfinished: [],
      meetings: [],
      actions: [],
      slots: [],
      left: [],
      examples: [],
      counties: [],
    },
    problems: { error: 0, warning: 0, info: 0 },
    withoutId: 0,
  };
  const read = { kind: 'read', place: 'r.xlsx', list: nothing } as const;

  it('says of a register that nobody has filled in what to fill in, and not that nothing waits', () => {
    const list = { ...nothing, isUnfilled: true };
    expect(standingLines({ ...read, list }, 'nb').join()).toMatch(/Oppsett, Kontakter og Aktiviteter/u);
    expect(standingLines({ ...read, list }, 'nn').join()).not.toContain('ventar');
  });

  it('says that nothing waits only where nothing does', () => {
    expect(standingLines(read, 'nb')).toEqual([
      'Registeret: r.xlsx',
      '  Ingenting venter på dere i dag.',
      '  Ingen feil og ingen advarsler.',
    ]);
    const list = { ...nothing, problems: { error: 1, warning: 1, info: 0 } };
    expect(standingLines({ ...read, list }, 'nn')).toEqual([
      'Registeret: r.xlsx',
      '  1 feil og 1 åtvaring  npx felles check',
    ]);
    const unnamed = standingLines({ ...read, list: { ...nothing, withoutId: 1 } }, 'nb');
    expect(unnamed).toContain('  1 rad uten ID  npx felles check --give-ids');
  });

  it('says of a sample that it is one', () => {
    const sample = { ...read, list: { ...nothing, isSample: true } };
    expect(standingLines(sample, 'nb')[1]).toContain('eksempel');
    expect(standingLines(sample, 'nn')[1]).toContain('døme');
  });
});
