import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceCommand } from '../../../src/app/commands/announce.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { planCommand } from '../../../src/app/commands/plan.ts';
import { todayCommand } from '../../../src/app/commands/today.ts';
import { cellValue, type CellChange } from '../../../src/domain/workbook.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import type { RegisterStore } from '../../../src/stores/store.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { clientOf } from '../../stores/google/test-sheet.ts';
import { startFakeGoogle, type FakeGoogle } from '../../support/google/fake-google.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeSampleWorld, makeWorld, type ScriptRun, type TestWorld } from '../../support/world.ts';

let world: TestWorld;
let store: RegisterStore;
let env: Readonly<Record<string, string>> = {};
let where: readonly string[] = [];

const plan = (...argv: readonly string[]): Promise<ScriptRun> =>
  world.run(planCommand, [...argv, ...where], env);

/** A text that a message holds: as `expect.stringContaining`, with a type. */
const saying = (text: string): unknown => expect.stringContaining(text);

async function rowsOf(tab: string): Promise<readonly (readonly string[])[]> {
  const { sheets } = await store.read();
  const rows = sheets.find(({ name }) => name === tab)?.rows ?? [];
  return rows.map(({ cells }) => cells.map((cell) => String(cellValue(cell) ?? '')));
}

/** Everybody answers the same about each of their days, in order. */
async function answer(words: readonly string[]): Promise<void> {
  const workbook = await store.read();
  const tab = workbook.sheets.find(({ name }) => name === 'Datoforslag');
  const rows = (tab?.rows ?? []).filter(({ cells: [meeting] }) =>
    String(cellValue(meeting)).startsWith('A-2028'),
  );
  const changes = rows.map(({ number, cells }, index): CellChange => ({
    ...{
      kind: 'cell',
      tab: 'Datoforslag',
      at: { by: 'content', row: number, cells },
      column: 'Svar',
      was: null,
    },
    becomes: words[index % words.length] ?? '',
  }));
  const results = await store.write(changes, workbook);
  expect(results.every(({ outcome }) => outcome === 'done')).toBe(true);
}

/** Whatever the workbook is kept in. */
function asksAndDecides(): void {
  it('asks those invited, and sets the day that suits most, each once', async () => {
    await plan('--year', '2028', '--write');
    const asked = await plan('--poll', 'A-2028-001', '--write');
    expect(asked).toMatchObject({ code: 0, stderr: saying('Added 18 rows to Datoforslag') });
    const before = await store.read();
    expect(await plan('--poll', 'A-2028-001', '--write')).toMatchObject({ code: 0 });
    expect((await store.read()).sheets).toEqual(before.sheets);
    expect((await world.run(todayCommand, where, env)).stdout).toContain('6 of 6 have not answered');
    expect(await plan('--decide', 'A-2028-001')).toMatchObject({
      ...{ code: 1, stderr: saying('none of the 6 people asked has answered') },
    });
    const named = await plan('--decide', 'A-2028-001', '--date', '2028-03-16', '--write');
    expect(named).toMatchObject({ code: 1, stderr: saying('Ask them to fill in Svar') });
    expect((await store.read()).sheets).toEqual(before.sheets);
    await answer(['passer ikke', 'passer', 'kan hvis nødvendig']);
    expect(await plan('--decide', 'A-2028-001')).toMatchObject({
      ...{ code: 0, stderr: saying('Thu 2028-03-16 10:00 suits most') },
    });
    const set = await plan('--decide', 'A-2028-001', '--write');
    expect(set).toMatchObject({ code: 0, stderr: saying('Write Planlagt in Status') });
    const row = (await rowsOf('Aktiviteter')).find(([id]) => id === 'A-2028-001');
    expect(row?.slice(5, 8).map((cell) => cell.slice(0, 9))).toEqual(['Idé', '46828.416', '46828.479']);
    const decided = await store.read();
    expect(await plan('--decide', 'A-2028-001', '--write')).toMatchObject({
      code: 0,
    });
    expect((await store.read()).sheets).toEqual(decided.sheets);
  });
}

/** The rest, which is the same rows in other tabs. */
function addsRows(): void {
  it('adds the meetings of a year as ideas, once', async () => {
    const first = await plan('--year', '2028', '--write');
    expect(first).toMatchObject({ code: 0, stderr: saying('Added A-2028-004 for 2028Q4') });
    const added = (await rowsOf('Aktiviteter')).filter(([id]) => id?.startsWith('A-2028-') === true);
    expect(added.map((row) => row.slice(0, 6))).toEqual([
      ['A-2028-001', 'Kvartalsmøte', 'Kvartalsmøte 1. kvartal 2028', 'Distriktssenteret', '', 'Idé'],
      ['A-2028-002', 'Kvartalsmøte', 'Kvartalsmøte 2. kvartal 2028', 'Bylivsenteret', '', 'Idé'],
      ['A-2028-003', 'Kvartalsmøte', 'Kvartalsmøte 3. kvartal 2028', 'Distriktssenteret', '', 'Idé'],
      ['A-2028-004', 'Kvartalsmøte', 'Kvartalsmøte 4. kvartal 2028', 'Bylivsenteret', '', 'Idé'],
    ]);
    const before = await store.read();
    const again = await plan('--year', '2028', '--write');
    expect(again).toMatchObject({ code: 0, stderr: saying('Nothing was added.') });
    expect((await store.read()).sheets).toEqual(before.sheets);
  });

  it('adds a series of webinars with slots and texts, once, and nobody is told of them', async () => {
    const series = [
      '--series',
      'Småby',
      '--count',
      '3',
      '--every',
      '6u',
      '--weekday',
      'tysdag',
      '--from',
      '2027-02-15',
    ];
    const { stdout } = await world.run(checkCommand, where, env);
    const added = await plan(...series, '--write');
    expect(added).toMatchObject({ code: 0, stderr: saying('each with a slot in Program') });
    expect(added.stdout).toContain(
      'Wed 2027-03-31 10:00  «Småby 2», not Tue 2027-03-30: next to Easter Monday',
    );
    const before = await store.read();
    expect(await plan(...series, '--write')).toMatchObject({
      code: 0,
      stderr: saying('already'),
    });
    expect((await store.read()).sheets).toEqual(before.sheets);
    const texts = (await rowsOf('Tekster')).filter((row) => row.some((cell) => cell.includes('Småby')));
    expect(texts.map(([, , standard]) => standard)).toEqual([
      'bokmål',
      'nynorsk',
      'bokmål',
      'nynorsk',
      'bokmål',
      'nynorsk',
    ]);
    const counts = (text: string): string | undefined => /^In all: .*$/mu.exec(text)?.[0];
    const checked = await world.run(checkCommand, where, env);
    expect(counts(checked.stderr + checked.stdout)).toBeDefined();
    expect(checked.stdout.includes('Småby')).toBe(stdout.includes('Småby'));
    expect((await world.run(todayCommand, where, env)).stdout).not.toContain('Småby');
    expect((await world.run(announceCommand, where, env)).stdout).not.toContain('smaby');
  });

  it('decides nothing while an answer cannot be read, unless a person chooses', async () => {
    await plan('--year', '2028', '--write');
    await plan('--poll', 'A-2028-001', '--write');
    await answer(['passer', 'tja', 'Kanskje']);
    const before = await store.read();
    expect(await plan('--decide', 'A-2028-001', '--write')).toMatchObject({
      ...{ code: 1, stderr: saying('No day was chosen: rows 9, 10, 12, 13, 15 and 7 more of Datoforslag') },
    });
    expect((await store.read()).sheets).toEqual(before.sheets);
    const chosen = ['--decide', 'A-2028-001', '--date', '2028-03-09', '--write'];
    expect(await plan(...chosen)).toMatchObject({
      code: 0,
      stderr: saying('Thu 2028-03-09 10:00 is chosen.'),
    });
    const said = await world.run(todayCommand, where, env);
    expect(said.stdout).toMatch(/answered, and Start has 2028-03-09 10:00\n\s+Write Planlagt in Status\.\n/u);
    const written = await store.read();
    expect(await plan(...chosen)).toMatchObject({ code: 0, stderr: saying('already') });
    expect((await store.read()).sheets).toEqual(written.sheets);
    await typeIn(store, 'Aktiviteter', 'A-2028-001', { Status: 'Planlagt' });
    expect((await world.run(todayCommand, where, env)).stdout).not.toContain('A-2028-001 poll');
  });

  it('changes no time that somebody has written', async () => {
    await plan('--year', '2028', '--write');
    await plan('--poll', 'A-2028-002', '--write');
    await answer(['passer', 'passer ikke', 'passer ikke']);
    await typeIn(store, 'Aktiviteter', 'A-2028-002', { Start: 'juni 2028' });
    const before = await store.read();
    const refused = await plan('--decide', 'A-2028-002', '--write');
    expect(refused).toMatchObject({ code: 1, stderr: saying('has Start «juni 2028»') });
    expect((await store.read()).sheets).toEqual(before.sheets);
  });
}

describe('in a file,', () => {
  beforeEach(async () => {
    world = await makeSampleWorld();
    store = xlsxStore(join(world.folder, 'register.xlsx'));
    [env, where] = [{}, []];
  });
  afterEach(() => world.remove());
  asksAndDecides();
  addsRows();

  it.each([
    [['--year', '2025'], 'no year that can be planned'],
    [['--count', '3'], '--count belongs to --series'],
    [['--year', '2027', '--series', 'x'], '--year and --series were both given'],
    [['--series', 'x', '--count', '0'], 'no number of webinars'],
    [['--series', 'x', '--every', 'ofte'], 'no interval'],
    [['--series', 'x', '--weekday', 'lørdag'], 'no working day'],
    [['--series', 'x', '--weekday', 'blåmandag'], 'no weekday'],
    [['--series', 'x', '--time', '03:00'], 'no time for a webinar'],
    [['--series', 'x', '--from', '2026-01-01'], 'is past'],
    [['--poll', 'A-2026-005'], 'is not a quarterly meeting'],
    [['--poll', 'A-2026-001'], 'is done'],
    [['--poll', 'A-2027-001', '--days', 'snart'], 'is no day'],
    [['--decide', 'A-2027-001'], 'Nobody has been asked'],
  ])('%j is refused with a clear word', async (argv, word) => {
    expect(await plan(...argv, '--write')).toMatchObject({ code: 2, stderr: saying(word) });
  });

  it('says that those invited have no ID, where that is why nobody can be asked', async () => {
    const { sheets } = await store.read();
    const rows = sheets.find(({ name }) => name === 'Kontakter')?.rows.slice(1) ?? [];
    for (const { cells } of rows) {
      const id = String(cellValue(cells[0] ?? null) ?? '');
      if (id.startsWith('K-')) await typeIn(store, 'Kontakter', id, { ID: '' });
    }
    expect(await plan('--poll', 'A-2027-001', '--write')).toMatchObject({
      ...{ code: 2, stderr: saying('npm run check -- --give-ids --write') },
    });
  });

  it.each(['tirsdag', 'tysdag', 'Tuesday', 'tue', 'tirs.'])('%s is a weekday', async (weekday) => {
    const { stdout } = await plan(
      '--series',
      'x',
      '--count',
      '1',
      '--weekday',
      weekday,
      '--from',
      '2027-02-15',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ planned: [{ start: '2027-02-16T10:00' }] });
  });

  it('shows the plan of a year as JSON', async () => {
    const { stdout } = await plan('--year', '2028', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      year: 2028,
      quarters: [
        { quarter: '2028Q1', standing: 'proposed', host: { party: 'distriktssenteret' } },
        {},
        {},
        {},
      ],
    });
  });
});

describe('on a Google Sheet,', () => {
  let google: FakeGoogle;
  beforeAll(async () => {
    google = await startFakeGoogle();
  });
  afterAll(() => google.close());
  beforeEach(async () => {
    world = await makeWorld();
    const sheet = google.createSpreadsheet({ locale: 'nb_NO', timeZone: 'Europe/Oslo' });
    env = { GOOGLE_API_ORIGIN: google.origin, GOOGLE_ACCESS_TOKEN: google.token };
    where = ['--spreadsheet', sheet];
    await world.run(initCommand, ['--sample', ...where], env);
    store = googleStore(await clientOf(google), sheet);
  });
  afterEach(() => world.remove());
  asksAndDecides();
});
