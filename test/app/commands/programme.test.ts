import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { programmePaper } from '../../../src/app/papers/definitions/programme.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

const stem = 'program-2027-10-19-a-2027-015';
const made = (out: string, name: string): Promise<string> =>
  readFile(join(world.folder, out, 'programme', name), 'utf8');

describe('the programme of the conference in the sample register', () => {
  it('gives each slot a calendar of its own, and does not list them all', async () => {
    const { stdout, stderr } = await world.run(programmePaper, ['--format', 'ics', '--out', 'slots']);
    expect(await readdir(join(world.folder, 'slots', 'programme'))).toHaveLength(20);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('18 calendars of one slot each');
    expect(await made('slots', `${stem}-p-2027-011.nn.ics`)).toContain('SUMMARY:Velkomen til Mosjøen');
  });
});

it('a programme is kept as a version once, and its papers say which', async () => {
  const own = await makeFilledWorld();
  const first = await own.run(programmePaper, ['--release', '--format', 'txt']);
  expect(first.code).toBe(0);
  expect(first.stderr).not.toContain('add --release');
  expect(first.stderr).toMatch(/Version 1 was kept in .*register\.xlsx\./u);
  const paper = await readFile(join(own.folder, 'out', 'programme', `${stem}.nb.txt`), 'utf8');
  expect(paper).toContain('Program, versjon 1 fra 23.\u00A0november 2026');
  const again = await own.run(programmePaper, ['--release', '--format', 'txt']);
  expect(again.code).toBe(0);
  expect(again.stderr.match(/Nothing has changed since version 1/gu)).toHaveLength(1);
  expect(again.stderr).toContain('so no new one was kept');
  const check = await own.run(checkCommand, ['--json']);
  expect(JSON.parse(check.stdout)).toMatchObject({ tabs: { Programversjoner: 9 } });
  await own.remove();
});
