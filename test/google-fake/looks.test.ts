import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, it } from 'vitest';
import { batch, cellsOf, faultOf, fill, talkBeforeEach, type Talk } from './talk.ts';

/** What the API tells of the tab beside its cells, without a mask. */
async function tabOf({ api, spreadsheetId }: Talk): Promise<sheets_v4.Schema$Sheet> {
  const { data } = await api.spreadsheets.get({ spreadsheetId });
  return data.sheets?.[0] ?? {};
}

const condition = (userEnteredValue: string) => ({
  type: 'CUSTOM_FORMULA',
  values: [{ userEnteredValue }],
});
const bold = { textFormat: { bold: true } };

const rule = (formula: string, index = 0, startColumnIndex = 1): sheets_v4.Schema$Request => ({
  addConditionalFormatRule: {
    index,
    rule: {
      ranges: [{ startRowIndex: 1, startColumnIndex, endColumnIndex: startColumnIndex + 1 }],
      booleanRule: { condition: condition(formula), format: bold },
    },
  },
});

const formulasIn = ({ conditionalFormats = [] }: sheets_v4.Schema$Sheet): unknown[] =>
  conditionalFormats.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue);

const columns = (startIndex: number, endIndex: number) => ({ dimension: 'COLUMNS', startIndex, endIndex });

describe('conditional formats', () => {
  const talk = talkBeforeEach();

  it('go where they are put, and follow their columns', async () => {
    await batch(talk, [rule('=A2=1'), rule('=$B2=2', 1), rule('=B2=3')]);
    expect(formulasIn(await tabOf(talk))).toEqual(['=B2=3', '=A2=1', '=$B2=2']);
    await talk.google.people(talk.spreadsheetId).insertColumn('Tiltak', 0);
    const tab = await tabOf(talk);
    expect(formulasIn(tab)).toEqual(['=C2=3', '=B2=1', '=$C2=2']);
    expect(tab.conditionalFormats?.[0]?.ranges).toEqual([
      { startRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 },
    ]);
    await batch(talk, [{ deleteConditionalFormatRule: { index: 1 } }]);
    expect(formulasIn(await tabOf(talk))).toEqual(['=C2=3', '=$C2=2']);
  });

  it.each([
    ['a place beyond the last', [rule('=A2=1', 1)], /beyond the last rule/u],
    ['another tab', [rule('=COUNTIF(Saker!$A$2:$A;A2)>0')], /cannot reference a different sheet/u],
    ['a border', [{ ...rule('=A2=1') }], /borders/u],
    ['no formula', [rule('A2=1')], /begin with an equals sign/u],
    ['a rule that is not there', [{ deleteConditionalFormatRule: { index: 0 } }], /No conditional format/u],
  ] as const)('take no %s', async (what, requests, fault) => {
    const given = structuredClone([...requests]) as sheets_v4.Schema$Request[];
    const format = given[0]?.addConditionalFormatRule?.rule?.booleanRule?.format;
    if (what === 'a border' && format !== undefined) format.borders = { top: { style: 'SOLID' } };
    expect(await faultOf(batch(talk, given))).toMatch(fault);
  });
});

describe('formulas where numbers have a decimal comma', () => {
  const talk = talkBeforeEach({}, { locale: 'nb_NO' });

  it('have semicolons between arguments', async () => {
    const formulaValue = '=SUM(A1,B1)';
    const rows = [{ values: [{ userEnteredValue: { formulaValue } }] }];
    await batch(talk, [
      { updateCells: { start: {}, rows, fields: 'userEnteredValue' } },
      rule('=OR(A2;"a,b")'),
    ]);
    const [cell] = (await cellsOf(talk, 'Tiltak', 'effectiveValue'))[0] ?? [];
    expect(cell).toMatchObject({ effectiveValue: { errorValue: { type: 'ERROR' } } });
    expect(await faultOf(batch(talk, [rule('=OR(A2,B2)')]))).toMatch(/Invalid ConditionValue/u);
  });
});

describe('groups of columns', () => {
  const talk = talkBeforeEach();

  it('hide their columns when they are folded, and become one with their neighbours', async () => {
    await batch(talk, [{ addDimensionGroup: { range: columns(1, 2) } }]);
    const dimensionGroup = { range: columns(1, 2), depth: 1, collapsed: true };
    await batch(talk, [{ updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } }]);
    expect((await tabOf(talk)).columnGroups).toEqual([{ range: columns(1, 2), depth: 1, collapsed: true }]);
    await batch(talk, [{ addDimensionGroup: { range: columns(2, 3) } }]);
    expect((await tabOf(talk)).columnGroups).toMatchObject([{ range: columns(1, 3), depth: 1 }]);
    await batch(talk, [{ deleteDimensionGroup: { range: columns(1, 3) } }]);
    expect((await tabOf(talk)).columnGroups).toBeUndefined();
  });

  it('are folded only as they are', async () => {
    await batch(talk, [{ addDimensionGroup: { range: columns(1, 3) } }]);
    const dimensionGroup = { range: columns(1, 2), depth: 1, collapsed: true };
    expect(
      await faultOf(batch(talk, [{ updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } }])),
    ).toMatch(/No group exists/u);
    expect(await faultOf(batch(talk, [{ deleteDimensionGroup: { range: columns(0, 2) } }]))).toMatch(
      /No group exists/u,
    );
  });
});

describe('filter views', () => {
  const talk = talkBeforeEach();
  const filter = {
    title: 'Mine',
    range: { startColumnIndex: 0, endColumnIndex: 3 },
    filterSpecs: [{ columnIndex: 2, filterCriteria: { condition: condition('=C2="x"') } }],
  };

  it('have their criteria in both forms, and go by their ids', async () => {
    await batch(talk, [{ addFilterView: { filter } }]);
    const [view] = (await tabOf(talk)).filterViews ?? [];
    expect(view).toMatchObject({ ...filter, criteria: { 2: filter.filterSpecs[0]?.filterCriteria } });
    await batch(talk, [{ deleteFilterView: { filterId: view?.filterViewId ?? 0 } }]);
    expect((await tabOf(talk)).filterViews).toBeUndefined();
  });

  it('take no column beyond their range', async () => {
    const range = { startColumnIndex: 0, endColumnIndex: 2 };
    expect(await faultOf(batch(talk, [{ addFilterView: { filter: { ...filter, range } } }]))).toMatch(
      /outside the range/u,
    );
  });
});

describe('merged cells', () => {
  const talk = talkBeforeEach();
  const area = (top: number, bottom: number, right: number) => ({
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: 0,
    endColumnIndex: right,
  });
  const merge = { mergeCells: { range: area(0, 1, 3), mergeType: 'MERGE_ALL' } };

  it('keep what the first held, and are taken apart whole', async () => {
    await fill(talk, [['a', 'b', 'c', 'd']]);
    await batch(talk, [merge]);
    expect(await cellsOf(talk)).toEqual([['a', undefined, undefined, 'd']]);
    expect((await tabOf(talk)).merges).toEqual([area(0, 1, 3)]);
    for (const request of [
      { unmergeCells: { range: area(0, 1, 2) } },
      { copyPaste: { source: area(0, 1, 2), destination: area(3, 4, 2) } },
    ])
      expect(await faultOf(batch(talk, [request]))).toMatch(/select all cells in a merged range/u);
    await batch(talk, [{ unmergeCells: { range: {} } }]);
    expect((await tabOf(talk)).merges).toBeUndefined();
  });

  it('are not cut by frozen columns', async () => {
    const properties = { sheetId: 0, gridProperties: { frozenColumnCount: 2 } };
    const freeze = { updateSheetProperties: { properties, fields: 'gridProperties.frozenColumnCount' } };
    expect(await faultOf(batch(talk, [merge, freeze]))).toMatch(/part of a merged cell/u);
  });
});
