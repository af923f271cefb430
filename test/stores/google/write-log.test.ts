/** The write log of a spreadsheet that an older version of Felles has written in, or goes on writing in. */
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { RowAddition } from '../../../src/domain/workbook.ts';
import { tabOf } from '../../support/workbooks.ts';
import { makeTestSheet, type TestSheet } from './test-sheet.ts';

const TAB = 'Saker';
const FIRST_ID = 1_000_000_000;

const opened: TestSheet[] = [];
afterEach(async () => {
  for (const { google } of opened.splice(0)) await google.close();
});

async function made(): Promise<TestSheet> {
  const testSheet = await makeTestSheet([tabOf(TAB, ['ID', 'Tittel'], [['S-1', 'Torg']])]);
  opened.push(testSheet);
  return testSheet;
}

const row = (text: string): RowAddition => ({ kind: 'row', tab: TAB, cells: { Tittel: text } });
const FORMER = '_motor n=';

interface Log {
  readonly id: number;
  readonly title: string;
}

/** The write logs that are there, in the order of their ids. */
function logs({ google, spreadsheetId }: TestSheet): readonly Log[] {
  return google
    .spreadsheet(spreadsheetId)
    .sheets.map(({ sheetId: id, title }) => ({ id, title }))
    .filter(({ id }) => id >= FIRST_ID)
    .toSorted((one, other) => one.id - other.id);
}

/** Gives the write log the name that it had at first, as a spreadsheet has it that no newer version has written in. */
async function giveFormerName(testSheet: TestSheet): Promise<void> {
  const [log] = logs(testSheet);
  if (log === undefined) throw new Error('no write log');
  await testSheet.people.renameTab(log.title, `_motor n=${log.id - FIRST_ID} 0a`);
}

/** What a write of the older version leaves where it does not know the write log: one of its own beside it. */
async function writeAsOlderVersion(testSheet: TestSheet): Promise<void> {
  const known = logs(testSheet).find(({ title }) => title.startsWith(FORMER));
  const sheetId = Math.max(...logs(testSheet).map(({ id }) => id)) + 1;
  const properties = { sheetId, title: `_motor n=${sheetId - FIRST_ID} 0b`, hidden: true };
  await testSheet.client.batchUpdate(
    testSheet.spreadsheetId,
    {
      requests: [
        { addSheet: { properties } },
        ...(known === undefined ? [] : [{ deleteSheet: { sheetId: known.id } }]),
      ],
    },
    'spreadsheetId',
  );
}

describe('a write log under its former name', () => {
  it('is none of the register, counts on, and has its new name after one read and one write', async () => {
    const testSheet = await made();
    await giveFormerName(testSheet);
    const [last] = logs(testSheet);
    const before = testSheet.google.requests.length;
    const base = await testSheet.store.read();
    expect(base.sheets.map(({ name }) => name)).toEqual([TAB]);
    expect(await testSheet.store.addUnlessOvertaken([row('ny')], base)).not.toBe('overtaken');
    expect(testSheet.google.requests.length - before).toBe(2);
    const n = (last?.id ?? 0) - FIRST_ID + 1;
    expect(logs(testSheet)).toEqual([
      { id: FIRST_ID + n, title: expect.stringContaining(`Felles skrivelogg (la stå) n=${n} `) as string },
    ]);
  });

  it('turns away a run that planned from it, once another has renamed it', async () => {
    const testSheet = await made();
    await giveFormerName(testSheet);
    const base = await testSheet.store.read();
    const other = await testSheet.store.read();
    expect(await testSheet.store.addUnlessOvertaken([row('min')], base)).not.toBe('overtaken');
    expect(await testSheet.store.addUnlessOvertaken([row('din')], other)).toBe('overtaken');
  });
});

describe('an older version that writes in the same spreadsheet', () => {
  it('leaves a second log, which the next write takes away', async () => {
    const testSheet = await made();
    await writeAsOlderVersion(testSheet);
    await writeAsOlderVersion(testSheet);
    expect(logs(testSheet)).toHaveLength(2);
    const before = testSheet.google.requests.length;
    await testSheet.store.write([row('ny')], await testSheet.store.read());
    expect(testSheet.google.requests.length - before).toBe(2);
    expect(logs(testSheet).map(({ title }) => title.startsWith(FORMER))).toEqual([false]);
  });

  it('turns away a write that was planned before, and both are applied', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    await writeAsOlderVersion(testSheet);
    const results = await testSheet.store.write([row('ny')], base);
    expect(results.map(({ outcome }) => outcome)).toEqual(['done']);
    expect(testSheet.google.requests.filter(({ method }) => method === 'POST').at(-2)?.answered?.status).toBe(
      400,
    );
    expect(logs(testSheet)).toHaveLength(1);
  });

  it('stops what may be added only once, until all are updated and one has written', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    await writeAsOlderVersion(testSheet);
    expect(await testSheet.store.addUnlessOvertaken([row('krav')], base)).toBe('overtaken');
    const next = await testSheet.store.read();
    const refused = testSheet.store.addUnlessOvertaken([row('krav')], next);
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(/^An older version of Felles also writes in this spreadsheet/u);
    await testSheet.store.write([row('kontroll')], await testSheet.store.read());
    const last = await testSheet.store.read();
    expect(await testSheet.store.addUnlessOvertaken([row('krav')], last)).not.toBe('overtaken');
  });
});
