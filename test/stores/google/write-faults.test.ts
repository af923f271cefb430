import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { Change, RowAddition } from '../../../src/domain/workbook.ts';
import { googleStore } from '../../../src/stores/google/google-store.ts';
import type { Fault } from '../../support/google/faults.ts';
import { tabOf } from '../../support/workbooks.ts';
import { clientOf, makeTestSheet, type TestSheet } from './test-sheet.ts';

const TAB = 'Saker';
const initial = [
  tabOf(
    TAB,
    ['ID', 'Tittel', 'Saksnr'],
    [
      ['S-1', 'Møteplass', null],
      [null, 'Torg', null],
    ],
  ),
];

const changes: readonly Change[] = [
  {
    kind: 'cell',
    tab: TAB,
    at: { by: 'id', idColumn: 'ID', id: 'S-1' },
    column: 'Saksnr',
    was: null,
    becomes: 'Sak 1/26',
  },
  { kind: 'row', tab: TAB, cells: { ID: 'S-3', Tittel: 'Ny' } },
];

const testSheets: TestSheet[] = [];
const made = async (): Promise<TestSheet> => {
  const testSheet = await makeTestSheet(initial);
  testSheets.push(testSheet);
  return testSheet;
};
afterEach(async () => {
  for (const { google } of testSheets.splice(0)) await google.close();
});

const isWrite = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && path.endsWith(':batchUpdate');

const rowsNow = async ({ store }: TestSheet): Promise<readonly (readonly unknown[])[]> =>
  (await store.read()).sheets.find(({ name }) => name === TAB)?.rows.map(({ cells }) => cells) ?? [];

const WRITTEN = [
  ['ID', 'Tittel', 'Saksnr'],
  ['S-1', 'Møteplass', 'Sak 1/26'],
  [null, 'Torg'],
  ['S-3', 'Ny'],
];

const passing: readonly (readonly [string, Fault])[] = [
  ['429', { status: 429 }],
  ['429 with Retry-After', { status: 429, headers: { 'Retry-After': '60' } }],
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['a reset connection', { breaks: 'reset' }],
  ['cut JSON', { breaks: 'cut' }],
  ['a short answer', { breaks: 'short' }],
  ['a page for people', { breaks: 'html' }],
  ['a gzip that ends early', { breaks: 'gzip-cut' }],
  ['no answer in time', { breaks: 'hang' }],
  ['a slow drip', { breaks: 'drip' }],
];

describe('a write that meets a fault', () => {
  describe.each([true, false])('with what was asked for applied: %s', (applied) => {
    it.each(passing)('%s: is done once all the same', async (_, fault) => {
      const testSheet = await made();
      const base = await testSheet.store.read();
      testSheet.google.fault(isWrite, { ...fault, applied });
      const results = await testSheet.store.write(changes, base);
      expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
      expect(await rowsNow(testSheet)).toEqual(WRITTEN);
      expect(testSheet.said).toHaveLength(1);
    });
  });

  it.each([
    ['401', { status: 401, times: 9 }],
    ['403', { status: 403, times: 9 }],
    ['404', { status: 404, times: 9 }],
    ['413', { status: 413, times: 9 }],
  ] satisfies readonly (readonly [string, Fault])[])(
    '%s: stops with advice, and nothing is written',
    async (_, fault) => {
      const testSheet = await made();
      const base = await testSheet.store.read();
      testSheet.google.fault(isWrite, fault);
      await expect(testSheet.store.write(changes, base)).rejects.toThrow(UserError);
      expect((await rowsNow(testSheet))[1]).toEqual(['S-1', 'Møteplass']);
    },
  );

  it.each([true, false])(
    'the question whether one may write is asked again (applied: %s)',
    async (applied) => {
      const testSheet = await made();
      testSheet.google.fault(isWrite, { status: 503, times: 2, applied });
      await testSheet.store.requireWritable();
      expect(testSheet.said).toHaveLength(2);
      testSheet.google.fault(isWrite, { status: 503, times: 99 });
      await expect(testSheet.store.requireWritable()).rejects.toThrow(UserError);
    },
  );

  it('400 again and again: gives up with what Google says', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    testSheet.google.fault(isWrite, {
      status: 400,
      times: 99,
      body: { error: { code: 400, message: 'Nei.' } },
    });
    await expect(testSheet.store.write(changes, base)).rejects.toThrow(/Google refuses the write: Nei\./u);
  });

  it('trouble that lasts: gives up after some tries, with nothing written', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    testSheet.google.fault(isWrite, { status: 503, times: 99 });
    await expect(testSheet.store.write(changes, base)).rejects.toThrow(UserError);
    expect((await rowsNow(testSheet))[1]).toEqual(['S-1', 'Møteplass']);
  });
});

describe('what a write sends', () => {
  it('is one request with only the changed cells, text as text, and no formulas of ours', async () => {
    const testSheet = await made();
    const base = await testSheet.store.read();
    const before = testSheet.google.requests.length;
    await testSheet.store.write(changes, base);
    const sent = testSheet.google.requests.slice(before);
    expect(sent).toHaveLength(1);
    const body = JSON.stringify(sent[0]?.body);
    expect(body).not.toMatch(/USER_ENTERED|formulaValue|"values\.append/u);
    expect(body.match(/"updateCells"/gu)).toHaveLength(1);
    expect(body.match(/"appendCells"/gu)).toHaveLength(1);
  });

  it('two runs that planned from the same reading both get through', async () => {
    const testSheet = await made();
    const other = googleStore(await clientOf(testSheet.google), testSheet.spreadsheetId);
    const [mine, theirs] = [await testSheet.store.read(), await other.read()];
    const [one, two] = changes;
    if (one === undefined || two === undefined) throw new Error('two changes');
    const came = await Promise.all([testSheet.store.write([one], mine), other.write([two], theirs)]);
    expect(came.flat().map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(await rowsNow(testSheet)).toEqual(WRITTEN);
  });

  it('replaces the hidden tab each time, and never shows it', async () => {
    const testSheet = await made();
    for (const becomes of ['a', 'b']) {
      const base = await testSheet.store.read();
      expect(base.sheets.map(({ name }) => name)).toEqual([TAB]);
      await testSheet.store.write([{ kind: 'row', tab: TAB, cells: { Tittel: becomes } }], base);
    }
    const logs = testSheet.google
      .spreadsheet(testSheet.spreadsheetId)
      .sheets.filter(({ title }) => title.startsWith('Felles skrivelogg (la stå)'));
    expect(logs).toHaveLength(1);
    expect(logs[0]?.hidden).toBe(true);
  });

  it.each(['Til kontoret', 'Kopi av Felles skrivelogg (la stå) n=1 00'])(
    'goes on where a person has renamed the hidden tab to «%s», and writes it once',
    async (title) => {
      const testSheet = await made();
      const log = testSheet.google
        .spreadsheet(testSheet.spreadsheetId)
        .sheets.find((each) => each.title.startsWith('Felles skrivelogg (la stå)'));
      if (log === undefined) throw new Error('no log');
      const before = await testSheet.store.read();
      await testSheet.people.renameTab(log.title, title);
      const other = googleStore(await clientOf(testSheet.google), testSheet.spreadsheetId);
      const row = (text: string): RowAddition => ({ kind: 'row', tab: TAB, cells: { Tittel: text } });
      const after = await other.read();
      expect(await testSheet.store.addUnlessOvertaken([row('min')], before)).not.toBe('overtaken');
      expect(await other.addUnlessOvertaken([row('din')], after)).toBe('overtaken');
      for (const text of ['a', 'b', 'c'])
        await testSheet.store.write([row(text)], await testSheet.store.read());
      const titles = (await rowsNow(testSheet)).map((cells) => cells.at(-1));
      expect(titles.slice(-4)).toEqual(['min', 'a', 'b', 'c']);
    },
  );
});
