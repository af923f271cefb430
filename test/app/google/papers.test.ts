/** Every paper is the same from a Google Sheet and from a workbook on disk, and takes one reading of the sheet. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../../src/app/cli/command.ts';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { copyCommand } from '../../../src/app/commands/copy.ts';
import { countyPaper } from '../../../src/app/papers/definitions/county.ts';
import { digestPaper } from '../../../src/app/papers/definitions/digest.ts';
import { examplesPaper } from '../../../src/app/papers/definitions/examples.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { programmePaper } from '../../../src/app/papers/definitions/programme.ts';
import { reportPaper } from '../../../src/app/papers/definitions/report.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { makeWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

let google: FakeGoogle;
let world: TestWorld;
let sheet: string;

const run = (command: Command, ...argv: readonly string[]): Promise<ScriptRun> =>
  world.run(command, argv, { GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token });

beforeAll(async () => {
  google = await startFakeGoogle();
  world = await makeWorld();
  sheet = google.createSpreadsheet();
  expect((await run(initCommand, '--sample', '--spreadsheet', sheet)).code).toBe(0);
  expect((await run(copyCommand, '--from', sheet, '--to', 'samme.xlsx')).code).toBe(0);
});
afterAll(async () => {
  await google.close();
  await world.remove();
});

it.each([
  ['agenda', agendaPaper, []],
  ['examples', examplesPaper, []],
  ['programme', programmePaper, []],
  ['report', reportPaper, []],
  ['county, all', countyPaper, []],
  ['county', countyPaper, ['--fylke', 'Innlandet']],
  ['digest', digestPaper, ['--for', 'Distriktssenteret']],
])('%s', async (_, command, args) => {
  const before = google.requests.length;
  const out = (from: string): string => `${from}-${command.name}${args.join('')}`;
  const format = ['--format', 'txt,html'];
  const ran = await run(command, ...args, ...format, '--spreadsheet', sheet, '--out', out('ark'));
  expect(ran.code).toBe(0);
  expect(google.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
  await run(command, ...args, ...format, '--workbook', 'samme.xlsx', '--out', out('fil'));
  const names = await readdir(join(world.folder, out('fil'), command.name));
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const name of names) {
    const [fromFile, fromSheet] = await Promise.all(
      ['fil', 'ark'].map((from) => readFile(join(world.folder, out(from), command.name, name), 'utf8')),
    );
    expect(fromFile).toBe(fromSheet);
  }
});
