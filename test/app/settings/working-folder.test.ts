import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { initCommand } from '../../../src/app/commands/init.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { workingFolder } from '../../../src/app/settings/working-folder.ts';
import { makeWorld } from '../../support/world.ts';

let project: string;
let mine: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'felles-'));
  mine = join(project, 'mitt/notater');
  await mkdir(mine, { recursive: true });
});
afterEach(() => rm(project, { recursive: true }));

it.each(['.env', 'register.xlsx', 'out'])('is the nearest folder upwards with %s', async (trace) => {
  await writeFile(join(project, '.env'), '');
  await writeFile(join(project, 'mitt', trace), '');
  expect(workingFolder(mine, project)).toBe(join(project, 'mitt'));
  expect(workingFolder(project, project)).toBe(project);
});

it('is Felles’ own folder where nobody works in one below it', () => {
  expect(workingFolder(mine, project)).toBe(project);
  expect(workingFolder(mine, `${project}/`)).toBe(project);
});

it('is where one stands outside Felles, whatever lies above', async () => {
  await writeFile(join(project, '.env'), '');
  expect(workingFolder(mine, join(project, 'felles'))).toBe(mine);
  expect(workingFolder(mine, join(project, 'mit'))).toBe(mine);
});

it('is told of where it is another than one stands in', async () => {
  const world = await makeWorld();
  try {
    await world.run(initCommand);
    const below = join(world.folder, 'mitt');
    await mkdir(below);
    const there = await world.run(todayCommand, [], {}, undefined, below);
    expect(there.code).toBe(0);
    expect(there.stderr).toContain(`Working in ${world.folder}: paths are relative to it.\n`);
    expect((await world.run(todayCommand)).stderr).not.toContain('Working in');
    const outside = await world.run(todayCommand, [], {}, undefined, mine);
    expect(outside.code).toBe(2);
    expect(outside.stderr).toContain('without activities: felles init\n');
  } finally {
    await world.remove();
  }
});
