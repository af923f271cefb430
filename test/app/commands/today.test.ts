import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarPaper } from '../../../src/app/papers/definitions/calendar.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { makeFilledWorld, makeWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

describe('the list of the day for the sample register', () => {
  it('reads as it should', async () => {
    const { code, stdout } = await world.run(todayCommand);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../../golden/today/today.txt');
  });

  it('shows five of a long part and counts the others, which --all shows', async () => {
    const lines = async (...argv: readonly string[]): Promise<readonly string[]> =>
      (await world.run(todayCommand, argv)).stdout.split('\n');
    const [some, all] = [await lines(), await lines('--all')];
    const counts = some.flatMap((line) => /^ {2}and (?<rest>\d+) more: /u.exec(line)?.groups?.['rest'] ?? []);
    const entries = (shown: readonly string[]): number =>
      shown.filter((line) => /^ {2}\S/u.test(line)).length;
    expect(counts.length).toBeGreaterThan(0);
    expect(entries(all)).toBe(counts.reduce((sum, rest) => sum + Number(rest) - 1, entries(some)));
    expect(some.filter((line) => !/^ {2}and \d+ more: /u.test(line) && !all.includes(line))).toEqual([]);
  });

  it('makes what is due with --make, sends nothing, and leaves what is there the next time', async () => {
    const { code, stdout } = await world.run(todayCommand, ['--make', '--out', 'made']);
    expect(code).toBe(0);
    const folders = stdout.split('\n').filter((line) => line.startsWith('made/'));
    expect(folders.length).toBeGreaterThan(0);
    const again = await world.run(todayCommand, ['--make', '--out', 'made']);
    for (const folder of folders) expect(again.stdout).toContain(folder);
    expect(again.stdout).not.toContain('-r2');
  });

  it('is printed as JSON', async () => {
    const { stdout } = await world.run(todayCommand, ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: '2026-11-23' });
    expect(stdout).toContain('"name": "A-2026-004 agenda"');
  });
});

it('an empty register is told to be filled in, and has no list of fifteen counties', async () => {
  const empty = await makeWorld();
  await empty.run(initCommand);
  const { code, stdout, stderr } = await empty.run(todayCommand);
  expect(code).toBe(0);
  expect(stdout).toContain('Fill in Oppsett, Kontakter and\nAktiviteter');
  expect(stderr).not.toContain('Nothing waits');
  expect(stdout).toMatch(/no contact written down in Dialog for half a year\n {2}never: Oslo, .*Finnmark/u);
  await empty.remove();
});

describe('the calendar of the sample register', () => {
  it('is one file, the same each time', async () => {
    const { code, stdout } = await world.run(calendarPaper);
    expect(code).toBe(0);
    expect(stdout.trim()).toMatch(/kalender-2026-11-23\.nb\.ics$/u);
    const again = await world.run(calendarPaper, ['--standard', 'both']);
    expect(again.stdout.trim().split('\n')).toHaveLength(2);
  });
});
