import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { programmePaper } from '../../../src/app/papers/definitions/programme.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeFilledWorld();
});
afterAll(() => world.remove());

const stem = 'program-2027-10-19-a-2027-015';
/** What is not released, or differs from what is. */
const draft = 'programutkast-2027-10-19-a-2027-015';
const made = (out: string, name: string): Promise<string> =>
  readFile(join(world.folder, out, 'programme', name), 'utf8');

describe('the programme of the conference in the sample register', () => {
  it('gives each slot a calendar of its own, and does not list them all', async () => {
    const { stdout, stderr } = await world.run(programmePaper, ['--format', 'ics', '--out', 'slots']);
    expect(await readdir(join(world.folder, 'slots', 'programme'))).toHaveLength(20);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('18 calendars of one slot each');
    expect(await made('slots', `${draft}-p-2027-011.nn.ics`)).toContain('SUMMARY:Velkomen til Mosjøen');
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
  expect(JSON.parse(check.stdout)).toMatchObject({ tabs: { Formidlet: 12 } });
  await own.remove();
});

it('a programme in which somebody is needed in two rooms at once is not kept, unless that is allowed by name', async () => {
  const own = await makeFilledWorld();
  const store = xlsxStore(join(own.folder, 'register.xlsx'));
  const kept = async (): Promise<number> => {
    const { sheets } = await store.read();
    return sheets.find(({ name }) => name === 'Formidlet')?.rows.length ?? 0;
  };
  await typeIn(store, 'Program', 'P-2027-015', { Innleder: 'Seksjonssjef' });
  const before = await kept();
  const refused = await own.run(programmePaper, ['--release', '--format', 'txt']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('need the speaker «Seksjonssjef» at the same time');
  const name = 'speaker:P-2027-014+P-2027-015';
  expect(refused.stderr).toContain(`--allow ${name}`);
  expect(await kept()).toBe(before);
  expect((await own.run(programmePaper, ['--allow', name])).stderr).toContain('--allow is for --release.');
  const allowed = await own.run(programmePaper, ['--release', '--allow', name, '--format', 'txt']);
  expect([allowed.code, await kept()]).toEqual([0, before + 9]);
  await own.remove();
});

it('a slot that is declined after a release is cancelled in calendars, under the same UID and a higher number', async () => {
  const own = await makeFilledWorld();
  const store = xlsxStore(join(own.folder, 'register.xlsx'));
  const file = (out: string, name: string): Promise<string> =>
    readFile(join(own.folder, out, 'programme', `${name}-p-2027-011.nb.ics`), 'utf8');
  await own.run(programmePaper, ['--format', 'ics', '--out', 'draft']);
  await own.run(programmePaper, ['--release', '--format', 'ics', '--out', 'released']);
  await typeIn(store, 'Program', 'P-2027-011', { Status: 'Avslått' });
  const { stderr } = await own.run(programmePaper, ['--format', 'ics', '--out', 'declined']);
  expect(stderr).toContain('8 slots');
  const uid = 'UID:p-2027-011@felles.invalid';
  const all = [await file('draft', draft), await file('released', stem), await file('declined', draft)];
  expect(all.map((ics) => [ics.includes(uid), /SEQUENCE:(\d+)/u.exec(ics)?.[1]])).toEqual([
    [true, '0'],
    [true, '1'],
    [true, '2'],
  ]);
  expect(all.map((ics) => ics.includes('METHOD:CANCEL') && ics.includes('STATUS:CANCELLED'))).toEqual([
    false,
    false,
    true,
  ]);
  await own.remove();
});
