import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaCommand } from '../../src/app/commands/agenda.ts';
import { announceCommand } from '../../src/app/commands/announce.ts';
import { calendarCommand } from '../../src/app/commands/calendar.ts';
import { checkCommand } from '../../src/app/commands/check.ts';
import { countyCommand } from '../../src/app/commands/county.ts';
import { digestCommand } from '../../src/app/commands/digest.ts';
import { doctorCommand } from '../../src/app/commands/doctor.ts';
import { examplesCommand } from '../../src/app/commands/examples.ts';
import { initCommand } from '../../src/app/commands/init.ts';
import { programmeCommand } from '../../src/app/commands/programme.ts';
import { reportCommand } from '../../src/app/commands/report.ts';
import { sendCommand } from '../../src/app/commands/send.ts';
import { todayCommand } from '../../src/app/commands/today.ts';
import { makeWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

const agenda = (argv: readonly string[] = []): ReturnType<TestWorld['run']> =>
  world.run(agendaCommand, ['--format', 'txt', '--standard', 'nb', ...argv]);

const quiet = [
  ...[announceCommand, calendarCommand, checkCommand, countyCommand, examplesCommand].map(
    (command) => [command, []] as const,
  ),
  ...[programmeCommand, reportCommand, todayCommand].map((command) => [command, []] as const),
  [digestCommand, ['--for', 'Distriktssenteret']],
  [sendCommand, ['--bounces', 'retur.mbox']],
] as const;

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
      /Rename it to register\.xlsx\./u,
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
      /Register 2026\.xlsx lies there and has the tabs Aktiviteter, Tekster, Saker and/u,
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
    expect(stderr).toContain('no activities in it: npm run init -- --workbook felles.xlsx');
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
  await world.run(agendaCommand, ['--number', '--mailing']);
  await rm(join(world.folder, 'register.xlsx'));
  const { code, stdout, stderr } = await world.run(sendCommand, ['out/agenda/a-2026-004-agenda-r1']);
  expect(code).toBe(2);
  expect(stdout).toMatch(/^A-2026-004\.agenda\.r1: /u);
  expect(stderr).toContain('There is no register: ');
  expect(stderr).not.toContain('To send it');
});
