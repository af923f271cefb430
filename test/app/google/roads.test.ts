/** Walks each road of docs/google.md, in all its languages, word by word on the fake. */
import { keysOf } from '../../../src/app/mailings/keys.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { copyCommand } from '../../../src/app/commands/copy.ts';
import { doctorCommand } from '../../../src/app/commands/doctor.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import type { Command } from '../../../src/app/cli/command.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { parseDay } from '../../../src/domain/time.ts';
import { createWorkbookFile } from '../../../src/stores/xlsx/xlsx-store.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { makeWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

const commands = new Map<string, Command>(
  [checkCommand, copyCommand, doctorCommand, initCommand].map((command) => [command.name, command]),
);

let google: FakeGoogle;
let world: TestWorld;
let sheet: string;
beforeEach(async () => {
  google = await startFakeGoogle();
  world = await makeWorld();
  // As https://sheets.new makes it for a Norwegian.
  sheet = google.createSpreadsheet();
  const settings = [
    `GOOGLE_API_ORIGIN=${google.origin}`,
    `GOOGLE_ACCESS_TOKEN=${google.token}`,
    `FELLES_SPREADSHEET=https://docs.google.com/spreadsheets/d/${sheet}/edit`,
  ];
  await writeFile(join(world.folder, '.env'), settings.join('\n'));
});
afterEach(async () => {
  await google.close();
  await world.remove();
});

/** The commands of a road, as they stand in a document. */
async function roadIn(file: string, road: 'file' | 'new'): Promise<readonly string[]> {
  const text = await readFile(join(import.meta.dirname, '../../../docs', file), 'utf8');
  const found = new RegExp(`<!-- road: ${road} -->\\s+\`\`\`sh\\n(?<lines>[\\s\\S]*?)\`\`\``, 'u').exec(text);
  return (found?.groups?.['lines'] ?? '').trim().split('\n');
}

async function walk(lines: readonly string[]): Promise<readonly ScriptRun[]> {
  const runs: ScriptRun[] = [];
  for (const line of lines) {
    const { name = '', rest = '' } =
      /^npm run (?<name>[\w-]+)(?: -- (?<rest>.*))?$/u.exec(line)?.groups ?? {};
    const command = commands.get(name);
    if (command === undefined) throw new Error(`«${line}» is no command`);
    const argv = rest
      .replace('/d/…/', `/d/${sheet}/`)
      .split(' ')
      .filter((word) => word !== '');
    runs.push(await world.run(command, argv, {}));
  }
  return runs;
}

const documents = ['google.md', 'google.nb.md', 'google.nn.md'];
const said = (runs: readonly ScriptRun[]): string =>
  runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
const tabs = (): readonly string[] => google.spreadsheet(sheet).sheets.map(({ title }) => title);

async function makeRegister(): Promise<void> {
  const today = parseDay('2026-11-23');
  if (today === undefined) throw new Error('no day');
  await createWorkbookFile(
    join(world.folder, 'register.xlsx'),
    planSetup(undefined, sampleContent(today, keysOf('file'))),
  );
}

describe('by docs/google.md', () => {
  it.each(['file', 'new'] as const)('and by it in Norwegian, the road is the same: %s', async (road) => {
    const [english, ...others] = await Promise.all(documents.map((file) => roadIn(file, road)));
    expect(english).toHaveLength(3);
    for (const other of others) expect(other).toEqual(english);
  });

  it('a register in a file comes into a sheet, and all is well', async () => {
    await makeRegister();
    const runs = await walk(await roadIn('google.md', 'file'));
    expect(
      runs.map(({ code }) => code),
      said(runs),
    ).toEqual([0, 0, 0]);
    expect(runs[0]?.stderr).toMatch(/tabs with \d+ rows copied/u);
    expect(runs[0]?.stderr).toContain('does not know who got what was sent before');
    expect(runs[1]?.stdout).not.toMatch(/^fault/mu);
    expect(tabs()).toContain('Aktiviteter');
  });

  it('a new register is made in an empty sheet, and all is well', async () => {
    const runs = await walk(await roadIn('google.md', 'new'));
    expect(
      runs.map(({ code }) => code),
      said(runs),
    ).toEqual([0, 0, 0]);
    expect(runs[0]?.stdout).toContain('Added the tab Aktiviteter.');
    expect(runs[1]?.stdout).not.toMatch(/^fault/mu);
  });
});

describe('who takes a turn that the guide does not name', () => {
  it('copies after init too, and not over what anybody has written', async () => {
    await makeRegister();
    const road = await roadIn('google.md', 'file');
    const runs = await walk(['npm run init', ...road]);
    expect(
      runs.map(({ code }) => code),
      said(runs),
    ).toEqual([0, 0, 0, 0]);
    expect(runs.at(-1)?.stdout).not.toMatch(/^ +error/mu);
    const before = google.spreadsheet(sheet);
    const [again] = await walk(road.slice(0, 1));
    expect(again?.code).toBe(2);
    expect(again?.stderr).toMatch(
      /Aktiviteter!A2 has content that «npm run init» did not write\. Nothing was copied\./u,
    );
    expect(google.spreadsheet(sheet)).toBe(before);
  });
});
