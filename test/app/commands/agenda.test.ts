import { strFromU8, unzipSync } from 'fflate';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { checkCommand } from '../../../src/app/commands/check.ts';
import { initCommand } from '../../../src/app/commands/init.ts';
import { agendaView } from '../../../src/papers/agenda/view.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { makeFilledWorld, makeWorld, type TestWorld } from '../../support/world.ts';

/** One world for all: the sample register as it is made on 23 November 2026. */
let world: TestWorld;
let first: Awaited<ReturnType<TestWorld['run']>>;
beforeAll(async () => {
  world = await makeFilledWorld();
  first = await world.run(agendaPaper, ['--out', 'first']);
});
afterAll(() => world.remove());

const stem = 'saksliste-2026-12-03-a-2026-004';
const made = (folder: string, ending: string): string =>
  join(world.folder, folder, 'agenda', `${stem}${ending}`);

describe('the agenda of the sample register', () => {
  it('is eight files', () => {
    expect(first.code).toBe(0);
    expect(first.stdout.trim().split('\n')).toHaveLength(8);
  });

  it.each(['nb', 'nn'])('reads as it should in %s, in Word', async (standard) => {
    const parts = unzipSync(await readFile(made('first', `.${standard}.docx`)));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    await expect(document.replace(/<w:p>|<w:p |<w:tbl>/gu, '\n$&')).toMatchFileSnapshot(
      `../../golden/agenda/agenda.${standard}.document.xml`,
    );
  });

  it('is the same to the byte the next time, and left alone', async () => {
    await world.run(agendaPaper, ['--out', 'second']);
    for (const name of await readdir(join(world.folder, 'first', 'agenda'))) {
      const [one, other] = await Promise.all(
        ['first', 'second'].map((folder) => readFile(join(world.folder, folder, 'agenda', name))),
      );
      expect(other?.equals(one ?? Buffer.of()), name).toBe(true);
    }
    await world.run(agendaPaper, ['--out', 'second']);
    expect(await readdir(join(world.folder, 'second', 'agenda'))).toHaveLength(8);
  });

  it('says on the terminal, and only there, that the meeting is past', async () => {
    expect(first.stderr).not.toContain('past');
    const { stderr } = await world.run(agendaPaper, [
      '--meeting',
      'last',
      '--format',
      'txt',
      '--out',
      'past',
    ]);
    expect(stderr).toContain(
      'The time of this meeting is past, and the agenda is made of the register as it is now. For its minutes: npm run minutes -- --meeting A-2026-003\n',
    );
  });

  it('is never written over what a person has typed', async () => {
    await world.run(agendaPaper, ['--out', 'third', '--standard', 'nb', '--format', 'txt']);
    await writeFile(made('third', '.nb.txt'), 'våre egne notater');
    const again = await world.run(agendaPaper, ['--out', 'third', '--standard', 'nb', '--format', 'txt']);
    expect(again.stdout.trim()).toMatch(/-v2\.nb\.txt$/u);
    expect(await readFile(made('third', '.nb.txt'), 'utf8')).toBe('våre egne notater');
  });

  it('is printed as JSON that fits the schema of its view', async () => {
    const { stdout } = await world.run(agendaPaper, ['--json', '--format', 'txt', '--out', 'json']);
    const printed: unknown = JSON.parse(stdout);
    expect(agendaView.parse(printed).meeting.id).toBe('A-2026-004');
    expect(printed).toHaveProperty('files');
  });
});

describe('flags of the agenda', () => {
  it.each([
    [['--standard', 'sv'], /no written standard «sv»/u],
    [['--format', 'pdf'], /no format «pdf»/u],
    [['--quarter', 'høsten'], /not a quarter/u],
    [['--quarter', '2031Q1'], /no quarterly meeting in 2031Q1/u],
    [['--meeting', 'A-1999-001'], /no activity A-1999-001/u],
    [['--meeting', 'A-2026-004', '--quarter', '2026Q4'], /both given/u],
    [['--workbook', 'finnes-ikke.xlsx'], /no workbook finnes-ikke\.xlsx/u],
    [
      ['--spreadsheet', '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'],
      /^No Google account is set up for reading/mu,
    ],
  ])('%j ends with 2, a message and advice', async (argv, message) => {
    // Nobody's own login is to be found.
    const { code, stdout, stderr } = await world.run(agendaPaper, argv, { XDG_CONFIG_HOME: world.folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d/u);
  });
});

it('keeps the case numbers with --number, once and for all', async () => {
  const own = await makeFilledWorld();
  const numbered = await own.run(agendaPaper, ['--number', '--format', 'txt', '--standard', 'nb']);
  expect(numbered.stderr).toMatch(/The number and meeting of \d cases were written/u);
  const before = await readFile(join(own.folder, 'register.xlsx'));
  const again = await own.run(agendaPaper, ['--number', '--format', 'txt', '--standard', 'nb']);
  expect(again.stderr).not.toMatch(/written|--number/u);
  expect(again.stdout).toBe(numbered.stdout);
  expect((await readFile(join(own.folder, 'register.xlsx'))).equals(before)).toBe(true);
  expect((await own.run(checkCommand)).code).toBe(0);
  await own.remove();
});

it('says which of its numbers are only proposed, until they are in the register', async () => {
  const own = await makeFilledWorld();
  const text = async (format: string, ...argv: string[]): Promise<string> => {
    const { stdout } = await own.run(agendaPaper, ['--standard', 'nb', '--format', format, ...argv]);
    const read = await readFile(join(own.folder, stdout.trim()), 'utf8');
    return (format === 'ics' ? read.replaceAll('\r\n ', '') : read).replaceAll(/\s+/gu, ' ');
  };
  const isProposed = 'er forslag, og kan endre seg til sakslisten går ut.';
  expect(await text('txt')).toContain(`Saksliste --------- Saksnumre fra og med Sak 10/26 ${isProposed}`);
  expect(await text('ics')).toContain(`Saksnumre fra og med Sak 10/26 ${isProposed.replace(',', '\\,')}`);
  // A paper that the run itself has kept the numbers of.
  expect(await text('txt', '--number')).not.toContain(isProposed);
  expect(await text('ics')).not.toContain('forslag');
  const store = xlsxStore(join(own.folder, 'register.xlsx'));
  const late = { Tittel: 'En sen sak', Type: 'Drøfting', 'Meldt av': 'Bylivsenteret' };
  await store.write([{ kind: 'row', tab: 'Saker', cells: late }], await store.read());
  const read = await text('txt');
  expect(read).toContain(`Saksnumre fra og med Sak 15/26 ${isProposed}`);
  expect(read).toContain('Sak 15/26 En sen sak');
  await own.remove();
});

it('has a case that has no ID yet, and gives the ID with --number', async () => {
  const own = await makeFilledWorld();
  const store = xlsxStore(join(own.folder, 'register.xlsx'));
  const cells = { Tittel: 'Felles stand på konferansen', Type: 'Drøfting', 'Meldt av': 'Bylivsenteret' };
  await store.write([{ kind: 'row', tab: 'Saker', cells }], await store.read());
  const args = ['--format', 'txt', '--standard', 'nb'];
  const plain = await own.run(agendaPaper, args);
  // It is in the agenda, so nothing is wrong with it.
  expect([plain.code, plain.stderr]).toEqual([0, expect.not.stringContaining('no ID yet')]);
  const textOf = (stdout: string) => readFile(join(own.folder, stdout.trim()), 'utf8');
  expect(await textOf(plain.stdout)).toContain('Felles stand på konferansen');
  const numbered = await own.run(agendaPaper, [...args, '--number']);
  const proposed = (await textOf(plain.stdout)).replace(/^Saksnumre fra og med [^.]*\.\n\n/mu, '');
  expect(await textOf(numbered.stdout)).toBe(proposed);
  const row = (await store.read()).sheets
    .find(({ name }) => name === 'Saker')
    ?.rows.find((one) => one.cells.includes('Felles stand på konferansen'));
  expect(row?.cells.filter((cell) => typeof cell === 'string')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^S-2026-\d{3}$/u),
      'A-2026-004',
      expect.stringMatching(/^Sak \d+\/26$/u),
    ]),
  );
  expect((await own.run(agendaPaper, [...args, '--number'])).stderr).not.toMatch(/written|--number/u);
  await own.remove();
});

describe('case numbers on their way from the register to the papers', () => {
  const args = ['--number', '--format', 'txt', '--standard', 'nb'];

  it('are named in none where the workbook is open elsewhere', async () => {
    const own = await makeFilledWorld();
    await writeFile(join(own.folder, '~$register.xlsx'), '');
    const { code, stdout, stderr } = await own.run(agendaPaper, args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^No agenda was made, since it is not certain that its case numbers are kept: /mu);
    expect(await readdir(own.folder)).not.toContain('out');
    await own.remove();
  });

  it('are those of the next run, where the papers could not be saved', async () => {
    const [own, other] = [await makeFilledWorld(), await makeFilledWorld()];
    await writeFile(join(own.folder, 'out'), 'ingen mappe');
    const stopped = await own.run(agendaPaper, args);
    expect([stopped.code, stopped.stdout]).toEqual([2, '']);
    expect(stopped.stderr).toMatch(/The number and meeting of \d cases were written/u);
    await rm(join(own.folder, 'out'));
    const [late, plain] = [await own.run(agendaPaper, args), await other.run(agendaPaper, args)];
    expect([late.code, plain.code]).toEqual([0, 0]);
    expect(await readFile(join(own.folder, late.stdout.trim()), 'utf8')).toBe(
      await readFile(join(other.folder, plain.stdout.trim()), 'utf8'),
    );
    await Promise.all([own.remove(), other.remove()]);
  });
});

it('makes only the cancellation of a meeting that is cancelled, when it is named', async () => {
  const own = await makeWorld();
  await own.run(initCommand);
  const store = xlsxStore(join(own.folder, 'register.xlsx'));
  const cells = {
    ID: 'A-2026-004',
    Type: 'Kvartalsmøte',
    Tittel: 'Kvartalsmøte 4',
    Part: 'Bylivsenteret',
    Status: 'Avlyst',
    Start: { wallTime: '2026-12-03T10:00' },
    Slutt: '11:30',
  };
  const [added] = await store.write([{ kind: 'row', tab: 'Aktiviteter', cells }], await store.read());
  expect(added?.outcome).toBe('done');
  const { code, stdout, stderr } = await own.run(agendaPaper, ['--meeting', 'a-2026-004']);
  expect([code, stdout.trim()]).toEqual([0, join('out', 'agenda', 'avlysning-2026-12-03-a-2026-004.ics')]);
  expect(stderr).toMatch(/No agenda is made, only the cancellation/u);
  const ics = await readFile(join(own.folder, stdout.trim()), 'utf8');
  expect(ics).toMatch(/^STATUS:CANCELLED\r$/mu);
  expect(ics).toMatch(/^UID:a-2026-004@felles\.invalid\r$/mu);
  expect(ics).toMatch(/^DTEND;TZID=Europe\/Oslo:20261203T113000\r$/mu);
  const paper = await own.run(agendaPaper, ['--meeting', 'A-2026-004', '--format', 'html']);
  expect([paper.code, paper.stdout]).toEqual([2, '']);
  expect(paper.stderr).toMatch(/A-2026-004 «Kvartalsmøte 4» is cancelled/u);
  expect((await own.run(agendaPaper)).stderr).toMatch(/No quarterly meeting is planned/u);
  await own.remove();
});
