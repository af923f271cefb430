import { describe, expect, it } from 'vitest';
import { batch, fill, talkBeforeEach, text } from './talk.ts';

describe('spreadsheets.get of the fake', () => {
  const talk = talkBeforeEach();
  const read = async (
    fields: string | undefined,
    rest: { ranges?: string[]; includeGridData?: boolean } = {},
  ) => {
    const { api, spreadsheetId } = talk;
    const { data } = await api.spreadsheets.get({
      spreadsheetId,
      ...(fields === undefined ? {} : { fields }),
      ...rest,
    });
    return data;
  };

  it('sends what the mask means, with points, slashes, brackets and commas', async () => {
    await fill(talk, [['ID'], [], [null, { value: 46349, isDate: true }]]);
    const fields =
      'properties(title,locale),sheets(properties(sheetId,index),data/rowData/values(userEnteredValue,effectiveFormat.numberFormat/type))';
    expect(await read(fields)).toEqual({
      properties: { title: 'Register', locale: 'nb_NO' },
      sheets: [
        {
          properties: { sheetId: 0, index: 0 },
          data: [
            {
              rowData: [
                { values: [{ userEnteredValue: { stringValue: 'ID' } }] },
                {},
                {
                  values: [
                    {},
                    {
                      userEnteredValue: { numberValue: 46349 },
                      effectiveFormat: { numberFormat: { type: 'DATE' } },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('sends what is not set in no other way than by leaving it out', async () => {
    await talk.google.people(talk.spreadsheetId).hideRow('Tiltak', 2);
    const { sheets } = await read('sheets(properties,data(startRow,startColumn,rowMetadata(hiddenByUser)))', {
      ranges: ['Tiltak!A1:B3', 'Tiltak!B2:D4'],
    });
    expect(sheets?.[0]?.properties).toEqual({
      sheetId: 0,
      title: 'Tiltak',
      index: 0,
      sheetType: 'GRID',
      gridProperties: { rowCount: 6, columnCount: 4 },
    });
    expect(sheets?.[0]?.data).toEqual([
      { rowMetadata: [{}, { hiddenByUser: true }, {}] },
      { startRow: 1, startColumn: 1, rowMetadata: [{ hiddenByUser: true }, {}, {}] },
    ]);
  });

  it('ends with the last cell that holds or looks like anything, whatever the mask means', async () => {
    await fill(talk, [['a']]);
    await batch(talk, [
      {
        repeatCell: {
          range: { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 },
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: 'userEnteredFormat.textFormat.bold',
        },
      },
    ]);
    const { sheets } = await read('sheets.data.rowData.values.userEnteredValue');
    expect(sheets?.[0]?.data?.[0]?.rowData).toEqual([{ values: [text('a')] }, {}, { values: [{}, {}] }]);
  });

  it('tells formulas, errors, truth values and zeros', async () => {
    await fill(talk, [
      [{ value: 3, formula: '1+2' }, { value: null, error: '#REF!', formula: 'Borte!A1' }, false, 0],
    ]);
    const { sheets } = await read(
      'sheets.data.rowData.values(userEnteredValue,effectiveValue(numberValue,boolValue,errorValue/type))',
    );
    expect(sheets?.[0]?.data?.[0]?.rowData?.[0]?.values).toEqual([
      { userEnteredValue: { formulaValue: '=1+2' }, effectiveValue: { numberValue: 3 } },
      { userEnteredValue: { formulaValue: '=Borte!A1' }, effectiveValue: { errorValue: { type: 'REF' } } },
      { userEnteredValue: { boolValue: false }, effectiveValue: { boolValue: false } },
      { userEnteredValue: { numberValue: 0 }, effectiveValue: { numberValue: 0 } },
    ]);
  });

  it('sends cells only when they are asked for; a mask counts more than includeGridData', async () => {
    await fill(talk, [['a']]);
    const dataOf = async (...asked: Parameters<typeof read>) => (await read(...asked)).sheets?.[0]?.data?.[0];
    expect(await dataOf(undefined)).toBeUndefined();
    expect(await dataOf('sheets.properties', { includeGridData: true })).toBeUndefined();
    const data = await dataOf(undefined, { includeGridData: true });
    expect(data?.rowData?.[0]?.values?.[0]).toMatchObject({ ...text('a'), formattedValue: 'a' });
    expect((await dataOf('*'))?.columnMetadata).toHaveLength(4);
  });

  it.each([
    [
      'sheets.propertis',
      "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.propertis'.",
    ],
    [
      'sheets(properties',
      "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets(properties'.",
    ],
  ])('refuses the mask %s', async (fields, description) => {
    await expect(read(fields)).rejects.toMatchObject({
      status: 400,
      response: { data: { error: { details: [{ fieldViolations: [{ description }] }] } } },
    });
  });
});
