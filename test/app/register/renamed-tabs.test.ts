import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { commandNames, commands, type CommandName } from '../../../src/app/main.ts';
import { tabKeys } from '../../../src/register/tabs.ts';
import { paperSamples } from '../../support/paper-samples.ts';
import { editParts } from '../../support/workbooks.ts';
import { makeSampleWorld, makeWorld, type TestWorld } from '../../support/world.ts';

/** Commands that make nothing of the register's rows, or take them as they stand; a new command is none of them. */
const readNoTabs: readonly CommandName[] = [
  ...(['check', 'init', 'doctor', 'copy', 'login', 'logout', 'check-templates', 'probe'] as const),
  // Reads the register for a mailing that is there: its own tests hold that it needs the ledger.
  'send',
  // The page shows what is wrong, and goes on when it is put right.
  'start',
];
/** The flags that a paper cannot do without. */
const wanted = new Map(paperSamples.map(({ paper, argv }) => [paper.name, argv]));

let origin: TestWorld;
let bytes: Uint8Array;
let world: TestWorld;
beforeAll(async () => {
  origin = await makeSampleWorld();
  bytes = await readFile(join(origin.folder, 'register.xlsx'));
});
afterAll(() => origin.remove());
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

/** Puts the sample here, with tabs under other names. */
async function put(rename: (workbook: string) => string): Promise<Uint8Array> {
  const file = editParts(bytes, { 'xl/workbook.xml': rename });
  await writeFile(join(world.folder, 'register.xlsx'), file);
  return file;
}
const named =
  (from: string, to: string) =>
  (workbook: string): string =>
    workbook.replace(`name="${from}"`, `name="${to}"`);
const allNamed = (workbook: string): string =>
  workbook.replace(/<sheet\b[^>]*\bname="(?!Kontroll)[^"]*/gu, (sheet) => `${sheet} gammel`);

/** What init says of a workbook that was made without looks. */
const LOOKS = (tabs: number): string =>
  `Wrote the page Les meg.\nWrote the page Felles valg (la stå).\nBrought the looks of ${String(tabs)} tabs up to date.\n`;

describe('tabs under other names', () => {
  it.each(commandNames.filter((name) => !readNoTabs.includes(name)))(
    'npm run %s stops, says which, and makes nothing',
    async (name) => {
      const before = await put(allNamed);
      const { code, stdout, stderr } = await world.run(await commands[name].load(), wanted.get(name));
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/There is no tab «(?<name>\p{L}+)», but «\k<name> gammel» has its headings/u);
      expect(stderr).toMatch(/rename that to/u);
      expect(await readdir(world.folder)).toEqual(['register.xlsx']);
      expect(await readFile(join(world.folder, 'register.xlsx'))).toEqual(Buffer.from(before));
    },
  );

  it('init adds none beside them, says where and why, and ends with 1', async () => {
    await put(named('Saker', 'Saker 2026'));
    const first = await world.run(initCommand);
    expect([first.code, first.stdout]).toEqual([1, LOOKS(tabKeys.length - 1)]);
    const before = await readFile(join(world.folder, 'register.xlsx'));
    const { code, stdout, stderr } = await world.run(initCommand);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('was not touched');
    expect(stderr).toMatch(/Nothing was added here.*«Saker 2026» has its headings.*--add Saker/su);
    expect(await readFile(join(world.folder, 'register.xlsx'))).toEqual(before);
    const added = await world.run(initCommand, ['--add', 'Saker']);
    expect([added.code, added.stdout]).toEqual([0, expect.stringContaining('Added the tab Saker.\n')]);
  });

  it('init says nothing of what is withheld where nothing is', async () => {
    await put(named('Saker', '📌 Saker'));
    expect(await world.run(initCommand)).toMatchObject({ code: 0, stdout: LOOKS(tabKeys.length) });
  });

  it('check --write makes no second Kontroll beside one that was renamed, and says so', async () => {
    await writeFile(join(world.folder, 'register.xlsx'), bytes);
    await world.run(checkCommand, ['--write']);
    bytes = await readFile(join(world.folder, 'register.xlsx'));
    const before = await put(named('Kontroll', 'Kontroll uke 47'));
    const { code, stderr } = await world.run(checkCommand, ['--write']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Kontroll was not written: it has another name/u);
    expect(await readFile(join(world.folder, 'register.xlsx'))).toEqual(Buffer.from(before));
  });
});
