/** Pages on Google, looked at through the API's own reading. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { LooksChange, PageCell, PageChange } from '../../../src/domain/looks.ts';
import { apiWith } from '../../google-fake/talk.ts';
import { tabOf } from '../../support/workbooks.ts';
import { makeTestSheet, type TestSheet } from './test-sheet.ts';

const opened: TestSheet[] = [];
afterEach(async () => {
  for (const { google } of opened.splice(0)) await google.close();
});

async function testSheet(): Promise<TestSheet> {
  const made = await makeTestSheet([
    tabOf('Saker', ['ID', 'Frist'], [['S-1', { day: '2026-12-01' }]]),
    tabOf('Kontroll', ['Rad']),
    tabOf('Notater', ['Hva']),
  ]);
  opened.push(made);
  return made;
}

const page = (rows: readonly (readonly PageCell[])[], more: Partial<PageChange> = {}): PageChange => ({
  kind: 'page',
  layout: { name: 'Les meg', widths: [30, 20], rows },
  place: 'first',
  ...more,
});

const LONG = 'Her står det hvem som fyller ut hva, og når det skal være ferdig. '.repeat(4);
const readMe = page([
  [{ column: 0, look: 'title', span: 2, text: 'Samarbeidet' }],
  [{ column: 0, look: 'text', span: 2, text: LONG }],
  [],
  [
    { column: 0, look: 'label', text: 'Neste frist' },
    { column: 1, look: 'day', formula: "MIN('Saker'!$B$2:$B$2000,99999)", value: { day: '2026-12-01' } },
  ],
  [{ column: 0, look: 'link', text: 'Skriv «ny sak»', leadsTo: { tab: 'saker', cell: 'A3' } }],
  [{ column: 0, look: 'link', text: 'Ny fane', leadsTo: { tab: 'Ny', cell: 'B2' } }],
  [{ column: 0, look: 'link', text: 'Borte', leadsTo: { tab: 'Borte', cell: 'B2' } }],
  [{ column: 0, look: 'listed', text: 'Står i Kontroll' }],
]);

async function sheetsOf({ google, spreadsheetId }: TestSheet): Promise<sheets_v4.Schema$Sheet[]> {
  const { data } = await apiWith(google, google.token).spreadsheets.get({
    spreadsheetId,
    includeGridData: true,
  });
  return data.sheets ?? [];
}

async function seen(made: TestSheet, name = 'Les meg'): Promise<sheets_v4.Schema$Sheet> {
  const sheet = (await sheetsOf(made)).find(({ properties }) => properties?.title === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The names that people see, in order. */
const names = async (made: TestSheet): Promise<(string | null | undefined)[]> =>
  (await sheetsOf(made)).flatMap(({ properties }) =>
    properties?.hidden === true ? [] : [properties?.title],
  );

const idOf = async (made: TestSheet, name: string): Promise<string> =>
  String((await seen(made, name)).properties?.sheetId);

const valuesIn = (sheet: sheets_v4.Schema$Sheet): unknown[] =>
  (sheet.data?.[0]?.rowData ?? []).map(({ values }) =>
    values?.map(({ userEnteredValue }) => Object.values(userEnteredValue ?? {})[0] as unknown),
  );

describe('a page', () => {
  it('is made with texts, formulas, and links to sheets that are there or come with it', async () => {
    const made = await testSheet();
    const before = made.google.requests.length;
    const changes = [readMe, tabOf('Ny', ['ID'])];
    const results = await made.store.write(changes, await made.store.read());
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(made.google.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'POST']);
    const sheet = await seen(made);
    const [cases, fresh] = [await idOf(made, 'Saker'), await idOf(made, 'Ny')];
    expect(valuesIn(sheet)).toEqual([
      ['Samarbeidet'],
      [LONG],
      undefined,
      ['Neste frist', '=MIN(Saker!$B$2:$B;99999)'],
      [`=HYPERLINK("#gid=${cases}&range=A3";"Skriv «ny sak»")`],
      [`=HYPERLINK("#gid=${fresh}&range=B2";"Ny fane")`],
      ['Borte'],
      ['Står i Kontroll'],
    ]);
    expect(sheet.merges).toMatchObject([{ endRowIndex: 1 }, { startRowIndex: 1, endColumnIndex: 2 }]);
    expect(sheet.properties).toMatchObject({ index: 0, gridProperties: { hideGridlines: true } });
    expect(sheet.protectedRanges).toMatchObject([{ warningOnly: true }]);
  });

  it('looks as it should: dates as dates, and rows high enough for their text', async () => {
    const made = await testSheet();
    await made.store.write([readMe], await made.store.read());
    const [data] = (await seen(made)).data ?? [];
    const format = (row: number, column: number): sheets_v4.Schema$CellFormat =>
      data?.rowData?.[row]?.values?.[column]?.userEnteredFormat ?? {};
    expect(format(3, 1).numberFormat?.type).toBe('DATE');
    expect(format(1, 0).wrapStrategy).toBe('WRAP');
    expect(data?.rowMetadata?.[1]?.pixelSize).toBeGreaterThan(100);
  });

  it('is written again whole: nothing is left of what stood there', async () => {
    const made = await testSheet();
    await made.store.write([readMe], await made.store.read());
    await made.people.type('Les meg', 12, 3, 'et notat');
    await made.people.note('Les meg', 1, 0, 'merk');
    const again = page([[], [{ column: 1, look: 'text', text: 'ny' }]]);
    const before = made.google.requests.length;
    await made.store.write([again], await made.store.read());
    expect(made.google.requests.length - before).toBe(2);
    const sheet = await seen(made);
    expect(valuesIn(sheet)).toEqual([undefined, [undefined, 'ny']]);
    expect(sheet.merges).toBeUndefined();
    expect(JSON.stringify(sheet)).not.toContain('merk');
    expect(sheet.protectedRanges).toHaveLength(1);
    const log = (await sheetsOf(made)).find(
      ({ properties }) => properties?.title?.includes('skrivelogg') === true,
    );
    expect(JSON.stringify(log)).toContain('et notat');
  });

  it('is written over whatever people do to it meanwhile', async () => {
    const made = await testSheet();
    await made.store.write([readMe], await made.store.read());
    let isDone = false;
    made.google.between(async ({ method }, moment) => {
      if (method !== 'POST' || moment !== 'before' || isDone) return;
      isDone = true;
      await made.people.insertRow('Les meg', 1);
      await made.people.insertColumn('Les meg', 0);
    });
    expect(await made.store.write([readMe], await made.store.read())).toMatchObject([{ outcome: 'done' }]);
    expect(valuesIn(await seen(made))[0]).toEqual(['Samarbeidet']);
  });

  it('is made anew where somebody has deleted it meanwhile', async () => {
    const made = await testSheet();
    await made.store.write([readMe], await made.store.read());
    let isDone = false;
    made.google.between(async ({ method }, moment) => {
      if (method !== 'POST' || moment !== 'before' || isDone) return;
      isDone = true;
      await made.people.deleteTab('Les meg');
    });
    expect(await made.store.write([readMe], await made.store.read())).toMatchObject([{ outcome: 'done' }]);
    expect(await names(made)).toEqual(['Les meg', 'Saker', 'Kontroll', 'Notater']);
  });

  it('of choices is hidden, and offers its cells', async () => {
    const made = await testSheet();
    const layout = {
      name: 'Valg',
      widths: [30],
      rows: [[{ column: 0, look: 'text', text: 'S-1' } as const]],
    };
    const offer: LooksChange = {
      kind: 'looks',
      tab: 'Notater',
      headings: ['Hva'],
      looks: { offers: [{ column: 'Hva', range: "'Valg'!$A$2:$A$2000" }] },
    };
    const choices: PageChange = { kind: 'page', layout, place: 'last', isHidden: true };
    const results = await made.store.setUp([offer, choices], await made.store.readWithLooks());
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect((await seen(made, 'Valg')).properties?.hidden).toBe(true);
  });
});

describe('the places of sheets', () => {
  const place = (tab: string, where: 'second' | 'last'): LooksChange => ({
    kind: 'looks',
    tab,
    headings: [],
    looks: { place: where },
  });

  it('are first, second and last; what people made keeps its order', async () => {
    const made = await testSheet();
    const changes = [readMe, place('Kontroll', 'second'), place('Saker', 'last'), tabOf('Ny', ['ID'])];
    await made.store.setUp(changes, await made.store.readWithLooks());
    expect(await names(made)).toEqual(['Les meg', 'Kontroll', 'Notater', 'Ny', 'Saker']);
    const before = made.google.requests.length;
    await made.store.setUp(changes.slice(1, 3), await made.store.readWithLooks());
    expect(made.google.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
  });

  it('stay as people have moved them when a page is written again', async () => {
    const made = await testSheet();
    await made.store.write([readMe], await made.store.read());
    const sheetId = Number(await idOf(made, 'Les meg'));
    await apiWith(made.google, made.google.token).spreadsheets.batchUpdate({
      spreadsheetId: made.spreadsheetId,
      requestBody: {
        requests: [{ updateSheetProperties: { properties: { sheetId, index: 5 }, fields: 'index' } }],
      },
    });
    await made.store.write([readMe], await made.store.read());
    expect(await names(made)).toEqual(['Saker', 'Kontroll', 'Notater', 'Les meg']);
  });
});
