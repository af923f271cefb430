import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agendaPaper } from '../../../src/app/papers/definitions/agenda.ts';
import { minutesPaper } from '../../../src/app/papers/definitions/minutes.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import type { Register } from '../../../src/register/register.ts';
import { xlsxStore } from '../../../src/stores/xlsx/xlsx-store.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { docxOf, paragraph, run, table } from '../../support/documents.ts';
import { typeIn } from '../../support/type-in.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

/** The sample register as it is made on 23 November 2026; its next meeting is on 3 December. */
let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(() => world.remove());

const register = async (): Promise<Register> =>
  readRegister(
    readWorkbook(await readFile(join(world.folder, 'register.xlsx')), 'register'),
    nowAt('2026-12-04T09:00'),
  ).register;

const heading = (text: string): string => paragraph(text, '<w:pStyle w:val="Overskrift2"/>');
const bold = (label: string, text: string): string => paragraph(run(label, '<w:b/>') + run(` ${text}`));

const head = (id: string): string => heading('Referat fra kvartalsmøtet') + paragraph(`Referanse: ${id}`);

const cases = [
  heading('Samtykke fra kommunene i forbildekatalogen'),
  bold('Vedtak:', 'Vi ringer de tre siste.'),
  table(
    ['Tiltak', 'Ansvarlig', 'Frist'].map((text) => paragraph(text)),
    ['Ringe Vang', 'Fagsjef', 'innen neste møte'].map((text) => paragraph(text)),
  ),
  heading('Fylkesdialogen i Vestland og Nordland'),
  bold('Notat:', 'Begge har fått nye nettsider.'),
  heading('Sak: Ny logo'),
  bold('Vedtak:', 'Vi lar den være.'),
  paragraph('Til stede: Fagsjef, Seksjonssjef'),
].join('');

async function read(body: string, ...flags: readonly string[]): Promise<{ code: number; said: string }> {
  await writeFile(join(world.folder, 'referat.docx'), docxOf(body));
  const argv = ['--read', 'referat.docx', '--now', '2026-12-04T09:00', ...flags];
  const { code, stderr } = await world.run(minutesPaper, argv);
  return { code, said: stderr };
}

describe('reading minutes back', () => {
  it('shows what is understood, and writes nothing by itself', async () => {
    const before = await register();
    const { code, said } = await read(head('A-2026-004') + cases);
    expect(code).toBe(0);
    expect(said).toContain('Ringe Vang');
    expect(said).toContain('add --write');
    expect(await register()).toEqual(before);
  });

  it('writes nothing of a meeting whose day has not come, and says so', async () => {
    const before = await register();
    const early = ['--now', '2026-12-02T23:00'];
    for (const flags of [early, [...early, '--write']]) {
      const { code, said } = await read(head('A-2026-004') + cases, ...flags);
      expect([code, said.includes('add --write')]).toEqual([flags.length === 2 ? 1 : 2, false]);
      expect(said).toContain('is not held yet: its day is 2026-12-03. Nothing is written');
      expect(said).toContain('correct Start of A-2026-004 in Aktiviteter');
    }
    expect(await register()).toEqual(before);
    const { code } = await read(head('A-2026-004') + cases, '--now', '2026-12-03T00:01', '--write');
    expect(code).toBe(0);
  });

  it('shows actions of no case apart from those of the last one', async () => {
    const rows = ['Tiltak', 'Ansvarlig', 'Frist', 'Bestille rom', 'Fagsjef', ''].map((text) =>
      paragraph(text),
    );
    const list = heading('Nye tiltak') + table(rows.slice(0, 3), rows.slice(3));
    const { said } = await read(head('A-2026-004') + cases + list);
    expect(said).toMatch(/\n +no case +action +Bestille rom +Fagsjef/u);
  });

  it('writes empty cells and new rows, once', async () => {
    const { code, said } = await read(head('A-2026-004') + cases, '--write');
    expect([
      code,
      /Written to .+: \d+ cells and \d+ rows and a row of the record/u.test(said),
      said.includes('Otherwise'),
    ]).toEqual([0, true, false]);
    const { cases: rows, treatments, actions, activities, statements } = await register();
    expect(rows.find(({ title }) => title === 'Fylkesdialogen i Vestland og Nordland')).toMatchObject({
      ...{ treatedIn: 'A-2026-004', discussion: 'Begge har fått nye nettsider.' },
      // It was Meldt, which says only that nobody had treated it.
      status: 'treated',
    });
    // It was treated in September, and that stays.
    expect(treatments.at(-1)).toMatchObject({ meeting: 'A-2026-004', decision: 'Vi ringer de tre siste.' });
    expect(rows.at(-1)).toMatchObject({
      title: 'Ny logo',
      decision: 'Vi lar den være.',
      meeting: 'A-2026-004',
    });
    expect(rows.at(-1)?.number).toBeDefined();
    expect(actions.at(-1)).toMatchObject({
      ...{ action: 'Ringe Vang', responsible: 'Fagsjef', party: 'bylivsenteret', status: 'open' },
      ...{ deadline: '2027-03-11', fromMeeting: 'A-2026-004', fromCase: treatments.at(-1)?.case },
    });
    expect(activities.find(({ id }) => id === 'A-2026-004')?.present).toBe('Fagsjef, Seksjonssjef');
    expect(statements.at(-1)).toMatchObject({ kind: 'minutesRead', about: 'A-2026-004' });
    const once = await register();
    const again = await read(head('A-2026-004') + cases, '--write');
    expect([again.code, again.said.includes('Nothing was written')]).toEqual([0, true]);
    expect(await register()).toEqual(once);
  });

  it('shows both where the register says otherwise', async () => {
    await read(head('A-2026-004') + cases, '--write');
    const other = cases.replace('Vi lar den være.', 'Vi lager en ny.');
    const refused = await read(head('A-2026-004') + other, '--write');
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('has «Vi lar den være.», the minutes «Vi lager en ny.»');
    expect(refused.said).toContain('add --again');
    expect(refused.said).toContain('Nothing in this one is new.');
    const more = await read(head('A-2026-004') + cases.replace('Ringe Vang', 'Ringe Lom'), '--write');
    expect(more.said).toMatch(/New in this one:\s+row in Tiltak: T-\d{4}-\d{3} · Ringe Lom/u);
    const { code } = await read(head('A-2026-004') + other, '--write', '--again');
    expect(code).toBe(1);
    expect((await register()).cases.at(-1)?.decision).toBe('Vi lar den være.');
  });

  it('counts the rows that it shows', async () => {
    await read(head('A-2026-004') + cases, '--write');
    const more = cases.replace('Ringe Vang', 'Ringe Lom');
    const { said } = await read(head('A-2026-004') + more, '--write', '--again');
    expect(said.match(/row in \p{L}+:/gu)).toHaveLength(1);
    expect(said).toMatch(/: 1 row and a row of the record\.\s*$/u);
  });

  it('tells of what people wrote in the header and the footer', async () => {
    const part = (text: string): string =>
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(text)}</w:hdr>`;
    const bytes = docxOf(head('A-2026-004') + cases, {
      'word/header1.xml': part('Fra Kari: sjekk tala & datoane'),
      'word/footer1.xml': part('Side 1 av 3'),
    });
    await writeFile(join(world.folder, 'topp.docx'), bytes);
    const { stderr } = await world.run(minutesPaper, ['--read', 'topp.docx', '--now', '2026-12-04T09:00']);
    expect(stderr).toContain('In its header or footer, and not read: «Fra Kari: sjekk tala & datoane».');
    expect(stderr.match(/header or footer/gu)).toHaveLength(1);
  });

  it('is of the meeting that the document names', async () => {
    expect((await read(head('A-2026-003') + cases)).said).toContain('(A-2026-003), read from');
    const unknown = await read(head('A-2020-001') + cases);
    expect([unknown.code, unknown.said.includes('names another meeting: A-2020-001')]).toEqual([2, true]);
    expect((await read(head('A-2026-003') + cases, '--meeting', 'A-2026-004')).said).toContain(
      'as --meeting says',
    );
  });

  it('is not written where --meeting says another than the document', async () => {
    const before = await register();
    const day = before.activities.find(({ id }) => id === 'A-2026-003')?.start?.first ?? '';
    for (const top of [head('A-2026-003'), paragraph(`Tid: ${day}`)]) {
      const { code, said } = await read(top + cases, '--meeting', 'A-2026-004', '--write');
      expect([code, said.includes('The document names another meeting')]).toEqual([2, true]);
      expect(said).toContain('give --meeting A-2026-003');
      expect(said).toContain('correct the head of the document: Referanse is A-2026-004');
    }
    expect(await register()).toEqual(before);
  });

  it.each(['nb', 'nn'])('refuses the agenda in %s, unless minutes are written in it', async (standard) => {
    await world.run(agendaPaper, ['--meeting', 'A-2026-004', '--format', 'docx', '--standard', standard]);
    const name = (await readdir(world.folder, { recursive: true })).find((one) => one.endsWith('.docx'));
    const refused = await world.run(minutesPaper, ['--read', name ?? '', '--write']);
    expect([refused.code, refused.stderr.includes('is an agenda, not minutes')]).toEqual([2, true]);
    const title = heading('Saksliste til kvartalsmøtet i fjerde kvartal 2026');
    expect((await read(title + cases)).said).toContain('Ringe Vang');
  });

  it('has notes without a place, which --final names until they stand under a case', async () => {
    const notes =
      heading('Avtalens seks aktiviteter') +
      bold('Notat:', 'Fire fylker venter på svar.') +
      heading('Eventuelt') +
      paragraph('Det ble minnet om frist for reiseregninger.') +
      heading('Neste møte') +
      paragraph('Møtet flyttes til 18. mars.');
    await read(head('A-2026-004') + cases + notes, '--write');
    const final = ['--meeting', 'A-2026-004', '--final', '--format', 'txt', '--now', '2026-12-04T10:00'];
    const { stderr, stdout } = await world.run(minutesPaper, final);
    // The agenda was not sent by Felles: the case that was added by hand is known from the reading.
    const text = await readFile(join(world.folder, stdout.trim().split('\n')[0] ?? ''), 'utf8');
    expect(text.slice(text.indexOf('Eventuelt\n'))).toContain((await register()).cases.at(-1)?.title);
    expect(stderr).toContain('and not in these minutes:');
    for (const one of ['Fire fylker venter på svar.', 'Det ble minnet om frist for reiseregninger.'])
      expect(stderr).toContain(`    «${one}»`);
    expect(stderr).toMatch(
      /Of the next meeting the document says this.*\n\s+«Møtet flyttes til 18\. mars\.»/u,
    );
    const store = xlsxStore(join(world.folder, 'register.xlsx'));
    const added = (await register()).cases.at(-1);
    await typeIn(store, 'Saker', added?.id ?? '', {
      Notat: 'Fire fylker venter på svar.\nDet ble minnet om frist for reiseregninger.',
    });
    expect((await world.run(minutesPaper, final)).stderr).not.toContain('not in these minutes');
  });

  it('does not have all of a decision that leaves open what was done with a case treated before', async () => {
    const open = cases.replace('Vi ringer de tre siste.', 'Saken settes på vent til høsten.');
    const { said } = await read(head('A-2026-004') + open, '--write');
    expect(said).toMatch(/The decision of S-2026-\d{3} is not written.+«Saken settes på vent til høsten\.»/u);
    const again = await read(head('A-2026-004') + open);
    expect(again.said).not.toContain('has all of this');
    expect(again.said).toContain('has the rest of it already');
    const final = ['--meeting', 'A-2026-004', '--final', '--format', 'txt', '--now', '2026-12-04T10:00'];
    const { stderr } = await world.run(minutesPaper, final);
    expect(stderr).toMatch(/not in these minutes:\s+«Saken settes på vent til høsten\.»/u);
  });

  it('is recorded at the time of the run', async () => {
    await read(head('A-2026-004') + cases, '--write', '--now', '2026-12-04T09:30');
    const kept = (await register()).statements.find(({ kind }) => kind === 'minutesRead');
    expect(kept?.saidAt).toBe('2026-12-04T08:30:00Z');
  });

  it('keeps the words of a deadline that gives no day', async () => {
    const { code } = await read(head('A-2026-004') + cases.replace('innen neste møte', 'før jul'), '--write');
    expect(code).toBe(1);
    expect((await register()).actions.at(-1)).toMatchObject({
      ...{ note: 'Frist i referatet: før jul', deadlineWords: 'før jul' },
    });
  });

  it.each(['nb', 'nn'])('has nothing to tell of the draft in %s', async (standard) => {
    await world.run(minutesPaper, ['--meeting', 'A-2026-004', '--format', 'docx', '--standard', standard]);
    const name = (await readdir(world.folder, { recursive: true })).find((one) => one.endsWith('.docx'));
    const { stderr } = await world.run(minutesPaper, ['--read', name ?? '', '--now', '2026-12-03T12:00']);
    expect(stderr).toContain('(A-2026-004), read from');
    const [, after = ''] = stderr.split('Not understood, or not certain:\n');
    expect(after).toContain('no box is ticked');
    expect(after.split('\n').filter((line) => line.includes('»') && !line.includes('no box'))).toEqual([]);
  });

  it('is not written where a row cannot be read that may say the same', async () => {
    const store = xlsxStore(join(world.folder, 'register.xlsx'));
    const { id = '' } = (await register()).cases.find(({ treatedIn }) => treatedIn === undefined) ?? {};
    await typeIn(store, 'Saker', id, { Type: 'Kanskje' });
    const before = await readFile(join(world.folder, 'register.xlsx'));
    const shown = await read(head('A-2026-004') + cases);
    expect([shown.code, shown.said.includes('1 row of Saker cannot be read')]).toEqual([1, true]);
    expect((await read(head('A-2026-004') + cases, '--write')).code).toBe(2);
    expect(await readFile(join(world.folder, 'register.xlsx'))).toEqual(before);
  });

  it('waits for a document that somebody has open', async () => {
    await writeFile(join(world.folder, '~$ferat.docx'), '');
    expect((await read(head('A-2026-004') + cases)).said).toContain('it is open in Word');
    expect((await read(head('A-2026-004') + cases, '--write')).code).toBe(2);
  });

  it('says what a file is that is none', async () => {
    await copyFile(join(world.folder, 'register.xlsx'), join(world.folder, 'x.docx'));
    const other = await world.run(minutesPaper, ['--read', 'x.docx']);
    expect([other.code, other.stderr.includes('a workbook (.xlsx), not a .docx')]).toEqual([2, true]);
    const missing = await world.run(minutesPaper, ['--read', 'ikke.docx']);
    expect([missing.code, missing.stderr.includes('There is no file ikke.docx')]).toEqual([2, true]);
  });
});
