/** Every paper is the same from a Google Sheet and from a workbook on disk, and takes one reading of the sheet. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../../src/app/cli/command.ts';
import { copyCommand } from '../../../src/app/commands/copy.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { inFormats, paperSamples } from '../../support/paper-samples.ts';
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

it.each(paperSamples)('$sample', async ({ sample, paper, argv }) => {
  const before = google.requests.length;
  const out = (from: string): string => `${from}-${sample}`;
  const args = [...argv, ...inFormats(paper, 'txt,html')];
  const ran = await run(paper, ...args, '--spreadsheet', sheet, '--out', out('ark'));
  expect(ran.code).toBe(0);
  expect(google.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
  await run(paper, ...args, '--workbook', 'samme.xlsx', '--out', out('fil'));
  const names = await readdir(join(world.folder, out('fil'), paper.name));
  expect(names.length).toBeGreaterThanOrEqual(args.includes('--format') ? 4 : 1);
  for (const name of names) {
    const [fromFile, fromSheet] = await Promise.all(
      ['fil', 'ark'].map((from) => readFile(join(world.folder, out(from), paper.name, name), 'utf8')),
    );
    expect(fromFile).toBe(fromSheet);
  }
});
