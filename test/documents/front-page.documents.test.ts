import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/app/commands/check.ts';
import { initCommand } from '../../src/app/commands/init.ts';
import { onDay } from '../../src/app/docs/picture-sheets.ts';
import { addDays, dayOf, fromSerial, wallTimeAt, type WallTime } from '../../src/domain/time.ts';
import { cellValue, type Workbook } from '../../src/domain/workbook.ts';
import { frontPageWords, type FrontFigure } from '../../src/language/front-page.ts';
import {
  actionsFigure,
  foundFigure,
  foundIn,
  meetingFigure,
  textsFigure,
  type Figure,
} from '../../src/papers/front-page/figures.ts';
import { FRONT_PAGE } from '../../src/register/pages.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Register } from '../../src/register/register.ts';
import { readWorkbook } from '../../src/stores/xlsx/reading/read-workbook.ts';
import { xlsxStore } from '../../src/stores/xlsx/xlsx-store.ts';
import { typeIn } from '../support/type-in.ts';
import { makeWorld } from '../support/world.ts';
import { computeInOffice } from './checks/office.ts';
import { temporaryFolder } from './checks/tools.ts';

/** What the front page shows, computed by LibreOffice from the other tabs, beside what the code says of the same register. */

const { folder, remove } = await temporaryFolder();

/** Days when the sample has other meetings, actions and texts near. */
const DAYS = ['2026-02-10', '2026-08-17', '2026-11-23', '2026-12-31'];

const PLANTED_DAY = '2026-11-23';

type Figures = Readonly<Partial<Record<FrontFigure, string | number>>>;

const shownOn = (page: Workbook): Figures => {
  const rows = page.sheets.find(({ name }) => name === FRONT_PAGE)?.rows ?? [];
  const figure = (name: FrontFigure): string | number => {
    const [, cell] = rows.find(({ cells: [label] }) => label === frontPageWords.nb.now[name])?.cells ?? [];
    const value = cellValue(cell ?? null);
    const isDay = typeof cell === 'object' && cell?.isDate === true && typeof value === 'number';
    return isDay ? String(fromSerial(value)?.day) : typeof value === 'number' ? value : String(value);
  };
  return {
    ...{ meeting: figure('meeting'), actions: figure('actions'), texts: figure('texts') },
    ...{ errors: figure('errors'), warnings: figure('warnings') },
  };
};

/** What the code says of the register in a workbook. */
function saidOf(workbook: Workbook, now: WallTime): Figures {
  const { register }: { register: Register } = readRegister(workbook, now);
  const found = foundIn(register.findings.map(({ level }) => level));
  const said = (figure: Figure | undefined): string | number => {
    const value = figure?.value ?? figure?.text;
    if (typeof value === 'object' && 'day' in value) return value.day;
    if (typeof value === 'string' || typeof value === 'number') return value;
    throw new Error(`The figure is ${JSON.stringify(figure)}.`);
  };
  return {
    meeting: said(meetingFigure(register, now)),
    actions: said(actionsFigure(register, now)),
    texts: said(textsFigure(register)),
    errors: said(foundFigure(register, 'error', found)),
    warnings: said(foundFigure(register, 'warning', found)),
  };
}

/** The sample of a day with IDs and findings, as a file with this name. */
async function sampleOf(instant: Date, name: string): Promise<string> {
  const world = await makeWorld(() => instant);
  try {
    expect((await world.run(initCommand, ['--sample'])).code).toBe(0);
    await world.run(checkCommand, ['--give-ids', '--write']);
    const file = join(folder, name);
    await copyFile(join(world.folder, 'register.xlsx'), file);
    return file;
  } finally {
    await world.remove();
  }
}

/** The file with each of its sheets changed. */
async function edit(file: string, change: (sheet: string) => string): Promise<void> {
  const parts = Object.entries(unzipSync(await readFile(file))).map(([name, bytes]) => [
    name,
    name.startsWith('xl/worksheets/sheet') ? strToU8(change(strFromU8(bytes))) : bytes,
  ]);
  await writeFile(file, zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>));
}

const nowOn = (day: string): WallTime => wallTimeAt(new Date(`${day}T11:00:00Z`));

/** On another day than today, and without a result for any formula. */
const onOtherDay =
  (day: string) =>
  (sheet: string): string =>
    onDay(sheet, dayOf(nowOn(day))).replace(/(?<formula><f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, '$<formula>');

/** Every cell of every sheet that shows an error instead of a value. */
const errorsOf = ({ sheets }: Workbook): readonly string[] =>
  sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ number, cells }) =>
      cells.flatMap((cell) => {
        const error = typeof cell === 'object' && cell !== null ? cell.error : undefined;
        const shown = error ?? String(cellValue(cell) ?? '');
        const isError = error !== undefined || /^(?:#[A-Z/0]+[!?]?|Err:\d+)$/u.test(shown);
        return isError ? [`${name} row ${String(number)}: ${shown}`] : [];
      }),
    ),
  );

/** A register that people went on with: an action is late, the next meeting is off and the one after it is in English, a text is approved. */
async function goOn(file: string, now: WallTime): Promise<void> {
  const store = xlsxStore(file);
  const { register } = readRegister(await store.read(), now);
  const today = dayOf(now);
  const action = register.actions.find(
    (one) => one.status === 'open' && (one.deadline ?? '') >= today && one.snoozedUntil === undefined,
  );
  const [next, second] = register.activities
    .filter(({ type, start }) => type === 'quarterlyMeeting' && (start?.first ?? '') >= today)
    .toSorted((one, other) => ((one.start?.first ?? '') < (other.start?.first ?? '') ? -1 : 1));
  const text = register.texts.find(({ approvedBy }) => approvedBy === undefined);
  await typeIn(store, 'Tiltak', String(action?.id), { Frist: { day: addDays(today, -1) } });
  await typeIn(store, 'Aktiviteter', String(next?.id), { Status: 'Avlyst' });
  await typeIn(store, 'Aktiviteter', String(second?.id), { Type: 'Quarterly meeting' });
  await typeIn(store, 'Tekster', String(text?.id), { 'Godkjent av': 'Redaktør' });
}

const fileOf = (name: string): string => join(folder, `${name}.xlsx`);
const stored = async (file: string): Promise<Workbook> => readWorkbook(await readFile(file), file);

/** By file, as LibreOffice computes it. */
let pages: ReadonlyMap<string, Workbook>;
const pageOf = (name: string): Workbook => {
  const page = pages.get(name);
  if (page === undefined) throw new Error(`There is no ${name}.`);
  return page;
};

/** The sample of today as it is computed today: again where midnight came between. */
async function sampleOfToday(): Promise<{
  readonly file: string;
  readonly page: Workbook;
  readonly now: WallTime;
}> {
  const instant = new Date();
  const file = await sampleOf(instant, 'today.xlsx');
  const [page] = await computeInOffice([file]);
  if (page === undefined) throw new Error('LibreOffice gave no workbook.');
  const isSameDay = dayOf(wallTimeAt(new Date())) === dayOf(wallTimeAt(instant));
  return isSameDay ? { file, page, now: wallTimeAt(instant) } : sampleOfToday();
}

beforeAll(async () => {
  for (const day of DAYS) await sampleOf(new Date(`${day}T11:00:00Z`), `${day}.xlsx`);
  await copyFile(fileOf(PLANTED_DAY), fileOf('gone-on'));
  await goOn(fileOf('gone-on'), nowOn(PLANTED_DAY));
  await copyFile(fileOf(PLANTED_DAY), fileOf('broken'));
  await edit(fileOf('broken'), (sheet) => sheet.replaceAll('COUNTIFS(', 'COUNTIFZ('));
  for (const day of DAYS) await edit(fileOf(day), onOtherDay(day));
  for (const name of ['gone-on', 'broken']) await edit(fileOf(name), onOtherDay(PLANTED_DAY));
  const names = [...DAYS, 'gone-on', 'broken'];
  const made = await computeInOffice(names.map(fileOf));
  pages = new Map(names.flatMap((name, index) => (made[index] === undefined ? [] : [[name, made[index]]])));
});

afterAll(remove);

describe('the front page in LibreOffice', () => {
  it.each(DAYS)('shows what the code says of the sample of %s', async (day) => {
    expect(shownOn(pageOf(day))).toEqual(saidOf(await stored(fileOf(day)), nowOn(day)));
  });

  it('has figures to tell apart', () => {
    const shown = DAYS.map((day) => Object.values(shownOn(pageOf(day))).join());
    expect(new Set(shown).size).toBe(DAYS.length);
    expect(shown.every((figures) => /^\d{4}-\d\d-\d\d(?:,\d+){4}$/u.test(figures))).toBe(true);
  });

  it('goes by the clock of the machine that opens it', async () => {
    const { file, page, now } = await sampleOfToday();
    expect(shownOn(page)).toEqual(saidOf(await stored(file), now));
    expect(errorsOf(page)).toEqual([]);
  });

  it('follows what people write in the other tabs, before Felles reads it', async () => {
    const [before, after] = [shownOn(pageOf(PLANTED_DAY)), shownOn(pageOf('gone-on'))];
    expect(after).toEqual(saidOf(await stored(fileOf('gone-on')), nowOn(PLANTED_DAY)));
    expect({ ...after, meeting: before.meeting }).toEqual({
      ...before,
      actions: Number(before.actions) + 1,
      texts: Number(before.texts) - 1,
    });
    expect(after.meeting).toMatch(/^2027-0[1-3]-/u);
  });
});

describe('no cell of the workbook shows an error', () => {
  it.each([...DAYS, 'gone-on'])('%s', (name) => {
    expect(errorsOf(pageOf(name))).toEqual([]);
  });

  it('a function that no spreadsheet has is seen', () => {
    expect(errorsOf(pageOf('broken'))).toHaveLength(2);
  });
});
