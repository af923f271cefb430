import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { cellValue, type NewValue, type Sheet } from '../../../src/domain/workbook.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { makeWorld, type TestWorld } from '../../support/world.ts';

/** Makes the empty workbook that every test starts from. */
let origin: TestWorld;
let world: TestWorld;
let workbook = '';
beforeAll(async () => {
  origin = await makeWorld();
  await origin.run(initCommand);
});
afterAll(() => origin.remove());
beforeEach(async () => {
  world = await makeWorld();
  workbook = join(world.folder, 'register.xlsx');
  await copyFile(join(origin.folder, 'register.xlsx'), workbook);
});
afterEach(() => world.remove());

const addRow = async (tab: string, cells: Readonly<Record<string, NewValue>>): Promise<void> => {
  const store = xlsxStore(workbook);
  const [result] = await store.write([{ kind: 'row', tab, cells }], await store.read());
  expect(result?.outcome).toBe('done');
};
const tabOf = async (name: string): Promise<Sheet> => {
  const { sheets } = await xlsxStore(workbook).read();
  return sheets.find((sheet) => sheet.name === name) ?? expect.unreachable(name);
};
const textsOf = ({ rows }: Sheet): readonly (readonly string[])[] =>
  rows.map(({ cells }) => cells.map((cell) => String(cellValue(cell) ?? '')));

const faulty = { ID: 'A-2026-001', Type: 'webinnar', Tittel: 'Boliger', Part: 'Felles', Status: 'Idé' };

describe('npm run check', () => {
  it('changes nothing, and ends with 0 when all is well', async () => {
    const before = await readFile(workbook);
    const { code, stdout } = await world.run(checkCommand);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Aktiviteter +0 rows$/mu);
    expect(stdout).toMatch(/^Mottakere +372 rows$/mu);
    expect((await readFile(workbook)).equals(before)).toBe(true);
  });

  it('names the cell, what was read and what to write, and ends with 1', async () => {
    await addRow('Aktiviteter', faulty);
    const { code, stdout } = await world.run(checkCommand);
    expect(code).toBe(1);
    expect(stdout).toMatch(/row 2, Type \(B2\): .*«webinnar».*«Webinar»/u);
  });

  it('prints one JSON object and nothing else with --json', async () => {
    await addRow('Aktiviteter', faulty);
    const { code, stdout, stderr } = await world.run(checkCommand, ['--json']);
    expect([code, stderr]).toEqual([1, '']);
    const printed: unknown = JSON.parse(stdout);
    expect(printed).toMatchObject({ tabs: { Aktiviteter: 1, Mottakere: 372, Kontroll: 0 } });
    expect(printed).toHaveProperty('problems.0.cell', 'B2');
  });

  it('reports only what is new with --since', async () => {
    await addRow('Aktiviteter', faulty);
    const before = join(world.folder, 'before.json');
    await writeFile(before, (await world.run(checkCommand, ['--json'])).stdout);
    expect((await world.run(checkCommand, ['--since', before])).code).toBe(0);
    await addRow('Aktiviteter', { ...faulty, ID: 'A-2026-002' });
    const { code, stdout } = await world.run(checkCommand, ['--since', before]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/row 3/u);
    expect(stdout).not.toMatch(/row 2\b/u);
    expect((await world.run(checkCommand, ['--since', 'nope.json'])).code).toBe(2);
  });

  it('fills Kontroll with --write, in the standard asked for, and clears it when all is corrected', async () => {
    await addRow('Aktiviteter', faulty);
    await world.run(checkCommand, ['--write']);
    const [headings, row] = textsOf(await tabOf('Kontroll'));
    expect(headings?.slice(0, 3)).toEqual(['Tidspunkt', 'Nivå', 'Fane']);
    expect(row?.slice(1, 7)).toEqual(['Feil', 'Aktiviteter', '2', 'Type', 'A-2026-001', 'webinnar']);
    await world.run(checkCommand, ['--write', '--standard', 'nn']);
    expect(textsOf(await tabOf('Kontroll')).map(([, level]) => level)).toEqual(['Nivå', 'Feil', 'Åtvaring']);
    await world.run(initCommand, ['--workbook', 'ny.xlsx']);
    workbook = join(world.folder, 'ny.xlsx');
    await world.run(checkCommand, ['--write', '--workbook', 'ny.xlsx']);
    expect(textsOf(await tabOf('Kontroll'))[1]?.[1]).toBe('I orden');
  });

  it('tells what was found where the workbook is open elsewhere and cannot be written', async () => {
    await addRow('Aktiviteter', faulty);
    await writeFile(join(world.folder, '~$register.xlsx'), '');
    const { code, stdout, stderr } = await world.run(checkCommand, ['--write']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/row 2, Type \(B2\): .*«webinnar».*«Webinar»/u);
    expect(stderr).toMatch(/^Writing the tab Kontroll failed: .*open.*\n {2}\S/mu);
  });

  it('gives IDs only to rows that have none, after the highest given', async () => {
    const row = { Type: 'Webinar', Tittel: 'Boliger', Part: 'Felles', Status: 'Idé' };
    await addRow('Aktiviteter', { ...row, ID: 'A-2026-016' });
    await addRow('Aktiviteter', row);
    await addRow('Aktiviteter', row);
    expect((await world.run(checkCommand)).code).toBe(1);
    const given = await world.run(checkCommand, ['--give-ids']);
    expect(given.code).toBe(0);
    expect(given.stderr).toMatch(/2 rows were given an ID/u);
    expect(textsOf(await tabOf('Aktiviteter')).map(([id]) => id)).toEqual([
      'ID',
      'A-2026-016',
      'A-2026-017',
      'A-2026-018',
    ]);
    expect((await world.run(checkCommand, ['--give-ids'])).stderr).toBe('');
  });
});

describe('npm run init', () => {
  it('touches nothing in a workbook that lacks nothing', async () => {
    const before = await readFile(workbook);
    const again = await world.run(initCommand);
    expect([again.code, again.stdout]).toEqual([0, '']);
    expect(again.stderr).toMatch(/lacks nothing/u);
    expect((await readFile(workbook)).equals(before)).toBe(true);
  });

  it('tells in one line each of the columns and the settings of a tab that it adds', async () => {
    const old = join(import.meta.dirname, '../../fixtures/messy-register.xlsx');
    await copyFile(old, workbook);
    const { code, stdout } = await world.run(initCommand);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Added 2 columns to Program: Kontakt, Svarfrist\.$/mu);
    expect(stdout).toMatch(/^Added the column Sluttet to Kontakter\.$/mu);
    expect(stdout).toMatch(/^Added \d+ rows to Oppsett: «Rekkefølge på sakene», .* and \d+ more\.$/mu);
    expect(stdout.match(/Oppsett/gu)).toHaveLength(1);
  });

  it('never puts the sample into a workbook that is there', async () => {
    const before = await readFile(workbook);
    const { code, stderr } = await world.run(initCommand, ['--sample']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/already there/u);
    expect((await readFile(workbook)).equals(before)).toBe(true);
  });
});
