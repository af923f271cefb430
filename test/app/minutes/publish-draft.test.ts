/** `npm run minutes -- --publish`: one document for a meeting, and its link in the meeting's row. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minutesPaper } from '../../../src/app/papers/definitions/minutes.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { cellValue } from '../../../src/domain/workbook.ts';
import { googleSetupForEach } from '../../google/connecting.ts';
import { folderType, type DriveItem } from '../../support/google/model/drive.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeFilledWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

const setup = googleSetupForEach();
let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(() => world.remove());

const store = (): ReturnType<typeof xlsxStore> => xlsxStore(join(world.folder, 'register.xlsx'));

function publish(...argv: readonly string[]): Promise<ScriptRun> {
  const env = { GOOGLE_API_ORIGIN: setup.google.origin, GOOGLE_ACCESS_TOKEN: setup.driveToken() };
  return world.run(minutesPaper, ['--publish', ...argv], env);
}

async function nameFolder(): Promise<void> {
  const address = `https://drive.google.com/drive/folders/${setup.google.drive.addFolder()}`;
  await typeIn(store(), 'Oppsett', 'Mappe for referat', { Verdi: address });
}

const documents = (): readonly DriveItem[] =>
  [...setup.google.drive.items.values()].filter(({ mimeType }) => mimeType !== folderType);

/** The cell `Referat` of a meeting. */
async function linkOf(id: string): Promise<unknown> {
  const { sheets } = await store().read();
  const rows = sheets.find(({ name }) => name === 'Aktiviteter')?.rows ?? [];
  const column = rows[0]?.cells.findIndex((cell) => cellValue(cell ?? null) === 'Referat') ?? -1;
  const row = rows.find(({ cells }) => cellValue(cells[0] ?? null) === id);
  return cellValue(row?.cells[column] ?? null) ?? undefined;
}

describe('a published draft', () => {
  it('is the .docx that was made, once, and its link is in the row', async () => {
    await nameFolder();
    const first = await publish();
    expect([first.code, first.stderr]).toEqual([
      0,
      expect.stringContaining('was made as a Google Doc, in bokmål'),
    ]);
    const [made, second] = documents();
    expect([made?.name, second]).toEqual([
      'Utkast til referat, Kvartalsmøte 4. kvartal 2026 (A-2026-004)',
      undefined,
    ]);
    const file = first.stdout.split('\n').find((path) => path.endsWith('.nb.docx'));
    expect(Buffer.from(made?.bytes ?? []).equals(await readFile(join(world.folder, file ?? '')))).toBe(true);
    const link = await linkOf('A-2026-004');
    expect(link).toContain(made?.id);
    expect(first.stdout).toContain(link);
    const again = await publish();
    expect(again.stderr).toMatch(/was there already, and was left as it is/u);
    expect([again.code, again.stdout.includes(String(link)), documents().length]).toEqual([0, true, 1]);
  });

  it('is in the standard that is asked for, otherwise in that of the register', async () => {
    await nameFolder();
    expect((await publish('--standard', 'nn')).stderr).toContain('in nynorsk');
    await typeIn(store(), 'Oppsett', 'Skriftspråk i registeret', { Verdi: 'nynorsk' });
    await typeIn(store(), 'Aktiviteter', 'A-2027-001', { Slutt: '12:00' });
    expect((await publish('--meeting', 'A-2027-001')).stderr).toContain('in nynorsk');
  });

  it('is found where the link was not kept, which is then written', async () => {
    await nameFolder();
    await publish();
    const link = await linkOf('A-2026-004');
    await typeIn(store(), 'Aktiviteter', 'A-2026-004', { Referat: '' });
    expect((await publish()).stderr).toContain('was there already');
    expect([await linkOf('A-2026-004'), documents().length]).toEqual([link, 1]);
  });

  it('is not made where the row has another link, which stays', async () => {
    await nameFolder();
    const other = 'https://example.no/referat';
    await typeIn(store(), 'Aktiviteter', 'A-2026-004', { Referat: other });
    const { code, stderr } = await publish();
    expect([code, await linkOf('A-2026-004'), documents().length]).toEqual([2, other, 0]);
    expect(stderr).toContain(`holds a link already: ${other}`);
  });

  it.each([
    ['no meeting', {}, 'which is not known to be made by Felles'],
    ['another', { fellesMeeting: 'A-2026-003' }, 'which was made for another meeting, A-2026-003'],
  ])('is not made where the row has a document that Felles made for %s', async (_, appProperties, origin) => {
    await nameFolder();
    const id = setup.google.drive.add({ name: 'Budsjett', appProperties, everybody: 'writer' });
    const other = `https://docs.google.com/document/d/${id}/edit`;
    await typeIn(store(), 'Aktiviteter', 'A-2026-004', { Referat: other });
    const { code, stderr } = await publish();
    expect([code, await linkOf('A-2026-004'), documents().length]).toEqual([1, other, 1]);
    expect(stderr).toContain(
      `«Referat» of A-2026-004 links to «Budsjett», ${origin}, so no document was made`,
    );
    expect(stderr).not.toContain('was there already');
  });

  it.each([
    ['no folder is named', [], /not known in which folder.*«Mappe for referat» in the tab Oppsett/su],
    ['the .docx is left out', ['--format', 'txt'], /--format leaves that out/u],
  ])('is not made where %s, and nothing else is', async (_, argv, message) => {
    const { code, stderr } = await publish(...argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(await readdir(world.folder)).toEqual(['register.xlsx']);
  });
});
