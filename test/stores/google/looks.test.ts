/** The looks of a tab on Google, looked at through the API's own reading. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { LooksChange, TabLooks } from '../../../src/domain/looks.ts';
import type { Change, ChangeResult } from '../../../src/domain/workbook.ts';
import { apiWith } from '../../google-fake/talk.ts';
import { tabOf } from '../../support/workbooks.ts';
import { makeTestSheet, type TestSheet } from './test-sheet.ts';

const TAB = 'Tiltak';
const HEADINGS = ['ID', 'Tiltak', 'Sak', 'Frist', 'Sted', 'Rom', 'Kode'];
const opened: TestSheet[] = [];
afterEach(async () => {
  for (const { google } of opened.splice(0)) await google.close();
});

async function testSheet(): Promise<TestSheet> {
  const made = await makeTestSheet([
    tabOf(TAB, HEADINGS, [['T-1', 'Ringe']]),
    tabOf('Saker', ['ID', 'Tittel'], [['S-1', 'Vei']]),
    tabOf('Notater', ['Hva']),
  ]);
  opened.push(made);
  return made;
}

const looks: TabLooks = {
  frozenThrough: 'Tiltak',
  groups: [
    { columns: ['ID', 'Tiltak'], colour: 'first', isOutlined: false },
    { columns: ['Sted', 'Rom'], colour: 'webinar', isOutlined: true, isFolded: true },
  ],
  hidden: ['Kode'],
  highlights: [
    { columns: ['Tiltak', 'Sted'], formula: 'AND($A2<>"",B2="")', look: 'missing' },
    { columns: ['ID'], formula: "COUNTIF('Saker'!$A$2:$A$2000,A2)>0", look: 'listed' },
  ],
  offers: [{ column: 'Sak', range: "'Saker'!$A$2:$A$2000" }],
  filterViews: [
    {
      title: 'Neste kvartal',
      where: [{ column: 'Frist', formula: 'AND(D2>=TODAY(),D2<EDATE(TODAY(),3))' }],
    },
  ],
};

const change = (given: TabLooks = looks, tab = TAB): LooksChange => ({
  kind: 'looks',
  tab,
  headings: HEADINGS,
  looks: given,
});

async function give(
  { store }: TestSheet,
  changes: readonly Change[] = [change()],
): Promise<readonly ChangeResult[]> {
  return store.setUp(changes, await store.readWithLooks());
}

/** Everything that the API tells of a tab but its cells. */
async function seen({ google, spreadsheetId }: TestSheet, tab = TAB): Promise<sheets_v4.Schema$Sheet> {
  const { data } = await apiWith(google, google.token).spreadsheets.get({
    spreadsheetId,
    includeGridData: true,
  });
  const sheet = data.sheets?.find(({ properties }) => properties?.title === tab);
  if (sheet === undefined) throw new Error(`no tab ${tab}`);
  return sheet;
}

const rulesIn = (sheet: sheets_v4.Schema$Sheet): readonly unknown[] =>
  (sheet.conditionalFormats ?? []).map(({ ranges, booleanRule }) => [
    booleanRule?.condition?.values?.[0]?.userEnteredValue,
    ...(ranges ?? []).map(({ startRowIndex, startColumnIndex, endColumnIndex }) => [
      startRowIndex,
      startColumnIndex,
      endColumnIndex,
    ]),
  ]);

const cellIn = (sheet: sheets_v4.Schema$Sheet, row: number, column: number): sheets_v4.Schema$CellData =>
  sheet.data?.[0]?.rowData?.[row]?.values?.[column] ?? {};

const hiddenIn = (sheet: sheets_v4.Schema$Sheet): readonly number[] =>
  (sheet.data?.[0]?.columnMetadata ?? []).flatMap(({ hiddenByUser }, column) =>
    hiddenByUser === true ? [column] : [],
  );

const colourIn = (sheet: sheets_v4.Schema$Sheet, column: number): number[] => {
  const { red, green, blue } =
    cellIn(sheet, 0, column).userEnteredFormat?.backgroundColorStyle?.rgbColor ?? {};
  return [red, green, blue].map((part) => Math.round((part ?? 0) * 255));
};

const [TEAL, GREEN, PURPLE] = [
  [0x1f, 0x4e, 0x5f],
  [0x14, 0x53, 0x2d],
  [0x5b, 0x2a, 0x86],
];

/** All that looks consist of, for comparing. */
const dressOf = (sheet: sheets_v4.Schema$Sheet): unknown => ({
  rules: rulesIn(sheet),
  views: (sheet.filterViews ?? []).map(({ title, range, filterSpecs }) => [title, range, filterSpecs]),
  groups: sheet.columnGroups,
  hidden: hiddenIn(sheet),
  frozen: sheet.properties?.gridProperties?.frozenColumnCount,
  // The last row too: the grid may have grown.
  cells: [0, 1, 2, -1]
    .map((row) => sheet.data?.[0]?.rowData?.at(row))
    .map((row) =>
      row?.values?.map(({ userEnteredFormat, dataValidation }) => [
        userEnteredFormat?.backgroundColorStyle,
        dataValidation,
      ]),
    ),
});

describe('the looks of a tab', () => {
  it('come in the one write, after one reading', async () => {
    const made = await testSheet();
    const before = made.google.requests.length;
    expect(await give(made)).toMatchObject([{ outcome: 'done' }]);
    expect(made.google.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'POST']);
    const sheet = await seen(made);
    expect(rulesIn(sheet)).toEqual([
      ['=AND($A2<>"";B2="")', [1, 1, 2]],
      ['=AND($A2<>"";E2="")', [1, 4, 5]],
      [`=COUNTIF(INDIRECT("'Saker'!$A$2:$A");A2)>0`, [1, 0, 1]],
    ]);
    expect(sheet.filterViews).toMatchObject([
      {
        title: 'Neste kvartal',
        range: { startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 7 },
        filterSpecs: [{ columnIndex: 3 }],
      },
    ]);
    expect(sheet.columnGroups).toMatchObject([{ depth: 1, range: { startIndex: 4, endIndex: 6 } }]);
    expect(sheet.columnGroups?.[0]?.collapsed).toBeUndefined();
    expect(hiddenIn(sheet)).toEqual([6]);
    expect(sheet.properties?.gridProperties).toMatchObject({ frozenRowCount: 1, frozenColumnCount: 2 });
    expect(cellIn(sheet, 1, 2).dataValidation).toEqual({
      condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='Saker'!$A$2:$A" }] },
      strict: false,
      showCustomUi: true,
    });
    expect(HEADINGS.map((_, column) => colourIn(sheet, column))).toEqual([
      ...[GREEN, GREEN, TEAL, TEAL, PURPLE, PURPLE, TEAL],
    ]);
  });

  it('are not added twice, and a second run writes nothing', async () => {
    const made = await testSheet();
    await give(made);
    const [dress, before] = [dressOf(await seen(made)), made.google.requests.length];
    expect(await give(made)).toMatchObject([{ outcome: 'done' }]);
    expect(made.google.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
    expect(dressOf(await seen(made))).toEqual(dress);
  });

  it('come with a tab that is made in the same write, folded', async () => {
    const made = await testSheet();
    await give(made, [tabOf('Ny', HEADINGS, [['T-1', 'Ringe']]), change(looks, 'Ny')]);
    const sheet = await seen(made, 'Ny');
    expect(rulesIn(sheet)).toHaveLength(3);
    expect(sheet.columnGroups).toMatchObject([{ collapsed: true, range: { startIndex: 4, endIndex: 6 } }]);
    expect(hiddenIn(sheet)).toEqual([4, 5, 6]);
    expect(colourIn(sheet, 4)).toEqual(PURPLE);
  });

  it('come with columns that are made in the same write', async () => {
    const made = await testSheet();
    const layout = { heading: 'Lenke', note: '', width: 20, format: 'text' as const };
    const given: TabLooks = { groups: [{ columns: ['Lenke'], colour: 'webinar', isOutlined: true }] };
    const added: Change = { kind: 'column', tab: TAB, headings: HEADINGS, layout };
    const results = await give(made, [added, change(given)]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    const sheet = await seen(made);
    expect(sheet.columnGroups).toMatchObject([{ range: { startIndex: 7, endIndex: 8 } }]);
    expect(colourIn(sheet, 7)).toEqual(PURPLE);
  });

  it('are read first where the run has not read how tabs look', async () => {
    const made = await testSheet();
    await give(made);
    const before = made.google.requests.length;
    await made.store.write([change()], await made.store.read());
    expect(made.google.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(rulesIn(await seen(made))).toHaveLength(3);
  });
});

describe('what people have made of a tab', () => {
  async function after(requests: sheets_v4.Schema$Request[]): Promise<TestSheet> {
    const made = await testSheet();
    const api = apiWith(made.google, made.google.token);
    const sheetId = (await seen(made)).properties?.sheetId ?? 0;
    const own = JSON.parse(
      JSON.stringify(requests).replaceAll('"sheetId":-1', `"sheetId":${sheetId}`),
    ) as typeof requests;
    await api.spreadsheets.batchUpdate({ spreadsheetId: made.spreadsheetId, requestBody: { requests: own } });
    return made;
  }
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: -1,
    dimension: 'COLUMNS',
    startIndex,
    endIndex,
  });

  it('stays first among the rules', async () => {
    const theirs = '=$B2="Ringe"';
    const made = await after([
      {
        addConditionalFormatRule: {
          index: 0,
          rule: {
            ranges: [{ sheetId: -1 }],
            booleanRule: {
              condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: theirs }] },
              format: { textFormat: { italic: true } },
            },
          },
        },
      },
    ]);
    await give(made);
    expect(rulesIn(await seen(made)).map((rule) => (rule as unknown[])[0])).toEqual([
      theirs,
      expect.stringContaining('B2'),
      expect.stringContaining('E2'),
      expect.stringContaining('COUNTIF'),
    ]);
  });

  it('stays: a dropdown, a colour, hidden columns, a freeze', async () => {
    const area = { sheetId: -1, startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 };
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'S-1' }] } };
    const red = { userEnteredFormat: { backgroundColorStyle: { rgbColor: { red: 1 } } } };
    const heading = { sheetId: -1, endRowIndex: 1, startColumnIndex: 4, endColumnIndex: 5 };
    const made = await after([
      { setDataValidation: { range: area, rule } },
      {
        repeatCell: { range: heading, cell: red, fields: 'userEnteredFormat.backgroundColorStyle' },
      },
      {
        updateDimensionProperties: {
          range: columns(3, 4),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      {
        updateSheetProperties: {
          properties: { sheetId: -1, gridProperties: { frozenColumnCount: 3 } },
          fields: 'gridProperties.frozenColumnCount',
        },
      },
    ]);
    await give(made);
    const sheet = await seen(made);
    expect(cellIn(sheet, 1, 2).dataValidation?.condition?.type).toBe('ONE_OF_LIST');
    expect([colourIn(sheet, 4), colourIn(sheet, 5)]).toEqual([[255, 0, 0], PURPLE]);
    expect(hiddenIn(sheet)).toEqual([3]);
    expect(sheet.properties?.gridProperties?.frozenColumnCount).toBe(3);
  });

  it('stays: a group that ours would touch', async () => {
    const made = await after([{ addDimensionGroup: { range: columns(3, 4) } }]);
    await give(made);
    const { columnGroups = [] } = await seen(made);
    expect(columnGroups).toMatchObject([{ range: { startIndex: 3, endIndex: 4 } }]);
  });
});

describe('where people move columns between the reading and the write', () => {
  async function disturbed(
    edit: (made: TestSheet) => Promise<void>,
    more = 0,
  ): Promise<readonly [TestSheet, readonly ChangeResult[]]> {
    const made = await testSheet();
    let left = 1 + more;
    made.google.between(async ({ method }, moment) => {
      if (method !== 'POST' || moment !== 'before' || left === 0) return;
      left -= 1;
      await edit(made);
    });
    return [made, await give(made)];
  }

  it.each([
    ['a new column first', (made: TestSheet) => made.people.insertColumn(TAB, 0)],
    ['the second column last', (made: TestSheet) => made.people.moveColumn(TAB, 1, 6)],
    ['a title above', (made: TestSheet) => made.people.insertRow(TAB, 1)],
  ] as const)('%s: the looks are where they would be after it', async (_, edit) => {
    const [made, results] = await disturbed(edit);
    expect(results).toMatchObject([{ outcome: 'done' }]);
    const calm = await testSheet();
    await edit(calm);
    await give(calm);
    expect(dressOf(await seen(made))).toEqual(dressOf(await seen(calm)));
  });

  it('again and again: says which tab to look at', async () => {
    const [, results] = await disturbed((made) => made.people.insertColumn(TAB, 0), 1);
    const [result] = results;
    const refusal = result?.outcome === 'refused' ? result.refusal : undefined;
    expect(refusal?.why === 'not-allowed' ? refusal.says : '').toContain(`Columns of ${TAB} were moved`);
  });

  it('puts back the dropdown that a column had', async () => {
    const made = await testSheet();
    const api = apiWith(made.google, made.google.token);
    const sheetId = (await seen(made)).properties?.sheetId ?? 0;
    const range = { sheetId, startRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 };
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Ringe' }] } };
    await api.spreadsheets.batchUpdate({
      spreadsheetId: made.spreadsheetId,
      requestBody: { requests: [{ setDataValidation: { range, rule } }] },
    });
    let isDone = false;
    made.google.between(async ({ method }, moment) => {
      if (method !== 'POST' || moment !== 'before' || isDone) return;
      isDone = true;
      await made.people.insertColumn(TAB, 0);
    });
    await give(made);
    const sheet = await seen(made);
    const types = [2, 3].map((column) => cellIn(sheet, 1, column).dataValidation?.condition?.type);
    expect(types).toEqual(['ONE_OF_LIST', 'ONE_OF_RANGE']);
  });
});
