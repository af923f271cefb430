import { describe, expect, it } from 'vitest';
import { batch, cellsOf, faultOf, fill, talkBeforeEach } from './talk.ts';

describe('rows and columns of the fake', () => {
  const talk = talkBeforeEach();
  const span = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number) => ({
    dimension,
    startIndex,
    endIndex,
  });

  it('come and go, and formulas follow', async () => {
    await fill(talk, [['a', { value: 1, formula: 'A3&SUM(A1:A3)&Tiltak!A2' }], ['b'], ['c']]);
    await batch(talk, [{ insertDimension: { range: span('ROWS', 1, 3) } }]);
    expect(await cellsOf(talk)).toEqual([['a', '=A5&SUM(A1:A5)&Tiltak!A4'], [], [], ['b'], ['c']]);
    await batch(talk, [{ deleteDimension: { range: span('ROWS', 4, 5) } }]);
    expect(await cellsOf(talk)).toEqual([['a', '=#REF!&SUM(A1:A4)&Tiltak!A4'], [], [], ['b']]);
    await batch(talk, [{ insertDimension: { range: span('COLUMNS', 0, 1) } }]);
    expect((await cellsOf(talk))[0]).toEqual([undefined, 'a', '=#REF!&SUM(B1:B4)&Tiltak!B4']);
    const [sheet] = talk.google.spreadsheet(talk.spreadsheetId).sheets;
    expect([sheet?.rowCount, sheet?.columnCount]).toEqual([7, 5]);
  });

  it('look like their neighbours when they come', async () => {
    const bold = { textFormat: { bold: true } };
    const range = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    await batch(talk, [
      { repeatCell: { range, cell: { userEnteredFormat: bold }, fields: 'userEnteredFormat' } },
      { insertDimension: { range: span('ROWS', 1, 2), inheritFromBefore: true } },
      { insertDimension: { range: span('ROWS', 3, 4) } },
    ]);
    expect(await cellsOf(talk, 'Tiltak', 'userEnteredFormat')).toEqual([
      [{ userEnteredFormat: bold }],
      [{ userEnteredFormat: bold }],
    ]);
  });

  it('are added at the end, and change their looks', async () => {
    await batch(talk, [
      { appendDimension: { dimension: 'ROWS', length: 2 } },
      {
        updateDimensionProperties: {
          range: span('COLUMNS', 1, 2),
          properties: { pixelSize: 240 },
          fields: 'pixelSize',
        },
      },
      {
        updateDimensionProperties: {
          range: span('ROWS', 7, 8),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    ]);
    const { data } = await talk.api.spreadsheets.get({
      spreadsheetId: talk.spreadsheetId,
      fields: 'sheets.data(rowMetadata,columnMetadata.pixelSize)',
    });
    const { rowMetadata, columnMetadata } = data.sheets?.[0]?.data?.[0] ?? {};
    expect(rowMetadata).toHaveLength(8);
    expect(rowMetadata?.slice(6)).toEqual([{ pixelSize: 21 }, { pixelSize: 21, hiddenByUser: true }]);
    expect(columnMetadata?.map(({ pixelSize }) => pixelSize)).toEqual([100, 240, 100, 100]);
  });

  it('close up where cells are taken out', async () => {
    await fill(talk, [
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h', 'i'],
    ]);
    const range = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
    await batch(talk, [
      { deleteRange: { range, shiftDimension: 'ROWS' } },
      { deleteRange: { range: { ...range, endColumnIndex: 1 }, shiftDimension: 'COLUMNS' } },
    ]);
    expect(await cellsOf(talk)).toEqual([
      ['e', 'c'],
      ['g', 'h', 'f'],
      [undefined, undefined, 'i'],
    ]);
  });

  it.each([
    ['insert after the last', { insertDimension: { range: span('ROWS', 9, 10) } }, /only 6/u],
    ['insert without an end', { insertDimension: { range: { dimension: 'ROWS' } } }, /must be bounded/u],
    [
      'inherit from nothing',
      { insertDimension: { range: span('ROWS', 0, 1), inheritFromBefore: true } },
      /startIndex is 0/u,
    ],
    [
      'delete what is not there',
      { deleteDimension: { range: span('COLUMNS', 3, 5) } },
      /Cannot delete a column that doesn't exist/u,
    ],
    [
      'delete all',
      { deleteDimension: { range: span('ROWS', 0, 6) } },
      /not possible to delete all non-frozen rows/u,
    ],
    [
      'a span that ends before it starts',
      { deleteDimension: { range: span('ROWS', 3, 3) } },
      /must be greater/u,
    ],
  ])('refuse to %s', async (_, request, message) => {
    expect(await faultOf(batch(talk, [request]))).toMatch(message);
  });
});

describe('ranges of the fake', () => {
  const talk = talkBeforeEach();

  it('are sorted as people know it: numbers, text, truth, blanks last; what is hidden stays', async () => {
    await fill(talk, [
      ['Navn', 'Nr.'],
      [null, 1],
      ['ål', 2],
      [10, 3],
      ['Ask', 4],
      [{ value: 9, formula: 'B6' }, 5],
    ]);
    await talk.google.people(talk.spreadsheetId).hideRow('Tiltak', 2);
    const sort = (sortOrder: string) => ({
      sortRange: { range: { startRowIndex: 1 }, sortSpecs: [{ sortOrder }] },
    });
    await batch(talk, [sort('ASCENDING')]);
    expect(await cellsOf(talk, 'Tiltak!A2:B')).toEqual([
      ['=B2', 5],
      [10, 3],
      ['Ask', 4],
      ['ål', 2],
      [undefined, 1],
    ]);
    await batch(talk, [sort('DESCENDING')]);
    expect((await cellsOf(talk, 'Tiltak!B2:B')).flat()).toEqual([2, 4, 3, 5, 1]);
    const [sheet] = talk.google.spreadsheet(talk.spreadsheetId).sheets;
    expect(sheet?.row(1).looks).toEqual({ hiddenByUser: true });
  });

  it('are protected by a warning, or shut to those who are not named', async () => {
    const protect = (protectedRange: object) => ({ addProtectedRange: { protectedRange } });
    const write = {
      updateCells: { start: {}, rows: [{ values: [{ note: 'n' }] }], fields: 'note' },
    };
    const { replies } = await batch(talk, [
      protect({ range: { sheetId: 0, endRowIndex: 1 }, warningOnly: true, description: 'Maskinen' }),
      write,
    ]);
    const made = replies?.[0]?.addProtectedRange?.protectedRange;
    expect(made).toEqual({
      protectedRangeId: expect.any(Number) as number,
      range: { endRowIndex: 1 },
      description: 'Maskinen',
      warningOnly: true,
      requestingUserCanEdit: true,
    });
    await talk.google.people(talk.spreadsheetId).protectTab('Tiltak', ['kari@example.no']);
    expect(await faultOf(batch(talk, [write]))).toMatch(/trying to edit a protected cell or object/u);
    expect(
      await faultOf(batch(talk, [protect({ range: {}, warningOnly: true, editors: { users: ['a@b.no'] } })])),
    ).toMatch(/Editors are not supported/u);
  });

  it('have names, and rows above them move them', async () => {
    const named = (name: string) => ({
      addNamedRange: {
        namedRange: {
          name,
          range: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
        },
      },
    });
    await fill(talk, [[], ['a']]);
    await batch(talk, [named('Liste')]);
    await talk.google.people(talk.spreadsheetId).insertRow('Tiltak', 1);
    expect(await cellsOf(talk, 'Liste')).toEqual([['a']]);
    expect(await faultOf(batch(talk, [named('LISTE')]))).toMatch(/already exists/u);
    const { data } = await talk.api.spreadsheets.get({ spreadsheetId: talk.spreadsheetId });
    expect(data.namedRanges?.[0]?.range).toEqual({
      startRowIndex: 2,
      endRowIndex: 3,
      startColumnIndex: 0,
      endColumnIndex: 1,
    });
  });
});
