import { describe, expect, it } from 'vitest';
import { batch, cellsOf, faultOf, fill, number, talkBeforeEach, text } from './talk.ts';

describe('spreadsheets.batchUpdate of the fake', () => {
  const talk = talkBeforeEach();

  it('applies the requests in order and shows the result in the same answer', async () => {
    await fill(talk, [['ID'], ['T-1']]);
    const answer = await batch(
      talk,
      [
        { addSheet: { properties: { sheetId: 7, title: 'Logg n=1 x', hidden: true } } },
        {
          copyPaste: {
            source: { startRowIndex: 1, endRowIndex: 2 },
            destination: { sheetId: 7, endRowIndex: 1, endColumnIndex: 4 },
            pasteType: 'PASTE_VALUES',
          },
        },
        {
          updateCells: {
            start: { rowIndex: 1 },
            rows: [{ values: [text('T-2')] }],
            fields: 'userEnteredValue',
          },
        },
        { appendCells: { rows: [{ values: [{}, number(0)] }], fields: 'userEnteredValue' } },
      ],
      {
        fields:
          'replies.addSheet.properties.title,updatedSpreadsheet.sheets(properties.title,data.rowData.values.userEnteredValue)',
        includeSpreadsheetInResponse: true,
        responseRanges: ["'Logg n=1 x'!1:1", 'Tiltak!A2:B'],
      },
    );
    expect(answer).toEqual({
      replies: [{ addSheet: { properties: { title: 'Logg n=1 x' } } }, {}, {}, {}],
      updatedSpreadsheet: {
        sheets: [
          {
            properties: { title: 'Tiltak' },
            data: [{ rowData: [{ values: [text('T-2')] }, { values: [{}, number(0)] }] }],
          },
          { properties: { title: 'Logg n=1 x' }, data: [{ rowData: [{ values: [text('T-1')] }] }] },
        ],
      },
    });
  });

  it('applies nothing when one request is refused, wherever it stands', async () => {
    await fill(talk, [['ID']]);
    const before = talk.google.spreadsheet(talk.spreadsheetId);
    const write = { updateCells: { start: {}, rows: [{ values: [text('x')] }], fields: 'userEnteredValue' } };
    const batches = [
      [write, { deleteSheet: { sheetId: 5 } }],
      [{ addSheet: { properties: { title: 'Ny' } } }, write, { addSheet: { properties: { title: 'ny' } } }],
      [write, {}],
    ];
    for (const requests of batches) expect(await faultOf(batch(talk, requests))).not.toBe('no fault');
    expect(await faultOf(batch(talk, [write], { responseRanges: ['Borte!A1'] }))).toBe(
      'Unable to parse range: Borte!A1',
    );
    expect(talk.google.spreadsheet(talk.spreadsheetId)).toBe(before);
    expect(talk.google.applied).toEqual([]);
    expect(await cellsOf(talk)).toEqual([['ID']]);
  });

  it('records what was applied, before and after', async () => {
    await fill(talk, [['ID']]);
    await batch(talk, [{ appendCells: { rows: [{ values: [text('T-1')] }], fields: '*' } }]);
    const [applied] = talk.google.applied;
    expect(applied?.before.sheets[0]?.rows).toHaveLength(1);
    expect(applied?.after.sheets[0]?.cell(1, 0)?.content).toBe('T-1');
    expect(applied?.request).toMatchObject({ number: 1, method: 'POST', answered: { status: 200 } });
  });
});
