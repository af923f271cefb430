import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/app/cli/command.ts';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { doctorCommand } from '../../../src/app/commands/doctor.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { sendCommand } from '../../../src/app/commands/send.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { paperSamples } from '../../support/paper-samples.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

const agenda = (argv: readonly string[] = []): ReturnType<TestWorld['run']> =>
  world.run(agendaPaper, ['--format', 'txt', '--standard', 'nb', ...argv]);

const quiet: readonly (readonly [Command, readonly string[]])[] = [
  ...[announceCommand, checkCommand, todayCommand].map((command) => [command, []] as const),
  ...paperSamples
    .filter(({ paper }) => paper.makesSample !== true)
    .map(({ paper, argv }) => [paper, argv] as const),
  [sendCommand, ['--bounces', 'retur.mbox']],
];

describe('a folder without a register', () => {
  it.each(quiet.map(([command, argv]) => [command.name, command, argv] as const))(
    'is left as it is by %s, which tells three ways on',
    async (_, command, argv) => {
      const { code, stdout, stderr } = await world.run(command, argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`no register.xlsx in ${world.folder}`);
      expect(stderr).toMatch(/--workbook .*\n.*npm run init\n.*npm run init -- --sample\n$/u);
      expect(await readdir(world.folder)).toEqual([]);
    },
  );

  it('gets the sample from the agenda, which says so, when it is new', async () => {
    const { code, stderr } = await agenda();
    expect(code).toBe(0);
    expect(stderr).toMatch(/^There was no workbook, so register\.xlsx was made with a sample register\./u);
    expect((await readdir(world.folder)).sort()).toEqual(['out', 'register.xlsx']);
    expect((await agenda()).stderr).not.toContain('was made');
  });

  const used: readonly (readonly [string, () => Promise<unknown>, RegExp])[] = [
    ['settings', () => writeFile(join(world.folder, '.env'), 'FELLES_OUT=papirer'), /\.env names no other/u],
    ['papers', () => mkdir(join(world.folder, 'out')), /nothing names another/u],
    [
      'papers elsewhere',
      async () => {
        await mkdir(join(world.folder, 'papirer'));
        await writeFile(join(world.folder, 'papirer/notat.txt'), '');
      },
      /nothing names another/u,
    ],
    [
      'a workbook of another kind',
      () => writeFile(join(world.folder, 'Register.ods'), ''),
      /Register\.ods lies there\. .* save it as \.xlsx/u,
    ],
    [
      'the copy from before a change',
      () => writeFile(join(world.folder, 'register.xlsx.bak'), ''),
      /Look for a newer one first\. .* rename it to register\.xlsx, .*--repair/u,
    ],
    [
      'a file that is no workbook',
      () => writeFile(join(world.folder, 'liste.xlsx'), 'nei'),
      /liste\.xlsx lies there, but cannot be read/u,
    ],
  ];
  it.each(used)('gets none where there are traces of use: %s', async (_, leave, words) => {
    await leave();
    const before = await readdir(world.folder);
    const { code, stdout, stderr } = await agenda(['--out', 'papirer']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(await readdir(world.folder)).toEqual(before);
    expect((await world.run(doctorCommand, ['--out', 'papirer'])).stdout).toMatch(
      /^fault +register +There is no register: /mu,
    );
  });

  it('is told which workbook has been renamed', async () => {
    await world.run(initCommand);
    await rename(join(world.folder, 'register.xlsx'), join(world.folder, 'Register 2026.xlsx'));
    const { code, stderr } = await agenda();
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /Register 2026\.xlsx lies there and has the tabs Aktiviteter, Tekster, Saker, Tiltak, Behandling and/u,
    );
    expect(stderr).toContain('--workbook "Register 2026.xlsx"\n');
    expect((await world.run(checkCommand, ['--workbook', 'Register 2026.xlsx'])).code).toBe(0);
  });

  it('sees lock files of other programs as no workbooks', async () => {
    await writeFile(join(world.folder, '~$register.xlsx'), '');
    await writeFile(join(world.folder, '.~lock.register.xlsx#'), '');
    expect((await agenda()).code).toBe(0);
  });
});

describe('a named workbook that is gone', () => {
  it('is looked for where it was, and not made anew by the way', async () => {
    await writeFile(join(world.folder, '.env'), 'FELLES_WORKBOOK=felles.xlsx');
    await world.run(initCommand, ['--workbook', 'flyttet.xlsx']);
    const { code, stderr } = await agenda();
    expect(code).toBe(2);
    expect(stderr).toMatch(/^There is no workbook felles\.xlsx\.\n/u);
    expect(stderr).toMatch(/flyttet\.xlsx lies there and has the tabs/u);
    expect(stderr).toContain('without activities: npm run init -- --workbook felles.xlsx');
  });

  it.each([
    ['.env', {}],
    ['the environment', { FELLES_WORKBOOK: 'felles.xlsx' }],
  ])('is not made anew by init when %s names it, but by name', async (place, env) => {
    if (place === '.env') await writeFile(join(world.folder, '.env'), 'FELLES_WORKBOOK=felles.xlsx');
    const before = await readdir(world.folder);
    for (const argv of [[], ['--sample']]) {
      const { code, stdout, stderr } = await world.run(initCommand, argv, env);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/without activities: npm run init -- --workbook felles\.xlsx\n/u);
    }
    expect(await readdir(world.folder)).toEqual(before);
    expect((await world.run(initCommand, ['--workbook', 'felles.xlsx'], env)).code).toBe(0);
    // Once it is there, what it lacks is added.
    expect((await world.run(initCommand, [], env)).code).toBe(0);
  });

  it('is not made beside another workbook unless it is named', async () => {
    await world.run(initCommand, ['--workbook', 'Register 2026.xlsx']);
    const { code, stderr } = await world.run(initCommand);
    expect(code).toBe(2);
    expect(stderr).toContain('Register 2026.xlsx lies there');
    expect(stderr).toMatch(
      /npm run init -- --workbook register\.xlsx\n.*--sample --workbook register\.xlsx\n/u,
    );
    expect((await world.run(initCommand, ['--workbook', 'register.xlsx'])).code).toBe(0);
  });

  it('is advised to be made under a name that init takes', async () => {
    const old = await world.run(checkCommand, ['--workbook', 'our.xls']);
    expect(old.stderr).toMatch(/^There is no workbook our\.xls\./u);
    expect(old.stderr).toContain('npm run init -- --workbook our.xlsx\n');
    expect((await world.run(initCommand, ['--workbook', 'our.xlsx'])).code).toBe(0);
    const again = await world.run(checkCommand, ['--workbook', 'our']);
    expect(again.stderr).toContain('our.xlsx lies there and has the tabs');
    expect(again.stderr).not.toContain('init');
  });

  it('is looked for among newer workbooks before copies from before a change', async () => {
    await writeFile(join(world.folder, 'felles.xlsx.bak'), '');
    await writeFile(join(world.folder, 'gammel.ods'), '');
    await writeFile(join(world.folder, 'ny.ods'), '');
    await writeFile(join(world.folder, 'ny.ods.bak'), '');
    await utimes(join(world.folder, 'gammel.ods'), 1, 1);
    const { stderr } = await world.run(checkCommand, ['--workbook', 'felles.xlsx']);
    const places = ['ny.ods lies', 'gammel.ods lies', 'felles.xlsx.bak lies'].map((name) =>
      stderr.indexOf(name),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    // Whoever renamed it would lose the newer one.
    expect(stderr).not.toContain('ny.ods.bak');
    expect(stderr).toContain('what was marked as sent');
  });

  it('is not advised to be made where its folder is not there', async () => {
    const { code, stderr } = await agenda(['--workbook', 'disk/felles.xlsx']);
    expect(code).toBe(2);
    expect(stderr).toContain('not even its folder disk is there');
    expect(stderr).not.toContain('init');
  });
});

it('shows a mailing whose register is gone, and offers no way to send it', async () => {
  await world.run(initCommand, ['--sample']);
  await world.run(agendaPaper, ['--number', '--mailing']);
  await rm(join(world.folder, 'register.xlsx'));
  const { code, stdout, stderr } = await world.run(sendCommand, ['out/agenda/a-2026-004-agenda-r1']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^A-2026-004\.agenda\.r1: /u);
  expect(stderr).toContain('There is no register: ');
  expect(stderr).not.toContain('To send it');
});
