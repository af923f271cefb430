import { beforeEach, describe, expect, it } from 'vitest';
import { startFakeGoogle } from '../support/google/fake-google.ts';
import { apiWith, cellsOf, fill, talkBeforeEach, type Talk } from './talk.ts';

const titles = ({ google, spreadsheetId }: Talk): string[] =>
  google.spreadsheet(spreadsheetId).sheets.map(({ title }) => title);

describe('people at the fake', () => {
  const talk = talkBeforeEach();
  const people = () => talk.google.people(talk.spreadsheetId);

  beforeEach(async () => {
    await fill(talk, [
      ['ID', 'Tittel'],
      ['T-2', 'b', { value: 'b', formula: 'B2' }],
      ['T-1', 'a', { value: 'a', formula: 'Tiltak!B3' }],
    ]);
  });

  it('type beyond the grid, over formulas, and with formats', async () => {
    await people().type('Tiltak', 9, 5, { value: 46349.5, isDate: true });
    await people().type('Tiltak', 2, 2, 'tekst');
    await people().type('Tiltak', 3, 2, null);
    expect(await cellsOf(talk, 'Tiltak!C2:C3')).toEqual([['tekst']]);
    expect(await cellsOf(talk, 'Tiltak!F9', 'userEnteredValue,userEnteredFormat')).toEqual([
      [
        {
          userEnteredValue: { numberValue: 46349.5 },
          userEnteredFormat: { numberFormat: { type: 'DATE_TIME' } },
        },
      ],
    ]);
  });

  it('give formulas a format that only shows', async () => {
    await people().type('Tiltak', 2, 2, { value: 46349, isDate: true, formula: 'TODAY()' });
    const [[cell]] = (await cellsOf(
      talk,
      'Tiltak!C2',
      'userEnteredFormat,effectiveFormat(numberFormat)',
    )) as [[object]];
    expect(cell).toEqual({ effectiveFormat: { numberFormat: { type: 'DATE' } } });
  });

  it('insert, delete and sort rows, and references follow', async () => {
    await people().insertRow('Tiltak', 2);
    await people().deleteRow('Tiltak', 3);
    expect(await cellsOf(talk)).toEqual([['ID', 'Tittel'], [], ['T-1', 'a', '=Tiltak!B3']]);
    await fill(talk, [['ID'], ['T-3', 'c'], ['T-1', 'a', { value: 'a', formula: 'B3' }]]);
    await people().sort('Tiltak', 0);
    expect(await cellsOf(talk)).toEqual([
      ['ID', 'Tittel'],
      ['T-1', 'a', '=B2'],
      ['T-3', 'c'],
    ]);
  });

  it('insert, delete and move columns', async () => {
    await people().moveColumn('Tiltak', 0, 2);
    expect((await cellsOf(talk))[1]).toEqual(['b', '=A2', 'T-2']);
    await people().insertColumn('Tiltak', 0);
    expect((await cellsOf(talk))[2]).toEqual([undefined, 'a', '=Tiltak!B3', 'T-1']);
    await people().deleteColumn('Tiltak', 1);
    expect((await cellsOf(talk))[1]).toEqual([undefined, '=#REF!', 'T-2']);
    await people().renameHeading('Tiltak', 2, 'Nr.');
    expect((await cellsOf(talk))[0]?.[2]).toBe('Nr.');
  });

  it('rename, duplicate, add, hide and delete tabs', async () => {
    await people().duplicateTab('Tiltak', 'Kopi av Tiltak');
    await people().renameTab('Tiltak', "Bo's tiltak");
    await people().addTab('Nytt');
    await people().addChartTab('Diagram');
    await people().hideTab('Nytt');
    expect(titles(talk)).toEqual(["Bo's tiltak", 'Kopi av Tiltak', 'Nytt', 'Diagram']);
    expect((await cellsOf(talk, "'Bo''s tiltak'!C3")).flat()).toEqual(["='Bo''s tiltak'!B3"]);
    const { data } = await talk.api.spreadsheets.get({
      spreadsheetId: talk.spreadsheetId,
      fields: 'sheets(properties(title,hidden,sheetType,gridProperties),data.startRow)',
    });
    expect(data.sheets?.slice(2)).toEqual([
      {
        properties: {
          title: 'Nytt',
          hidden: true,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
        data: [{}],
      },
      { properties: { title: 'Diagram', sheetType: 'OBJECT' } },
    ]);
    await people().deleteTab("Bo's tiltak");
    expect((await cellsOf(talk, "'Kopi av Tiltak'!C3")).flat()).toEqual(['=#REF!']);
  });

  it('hide rows by hand and by a filter', async () => {
    await people().hideRow('Tiltak', 2);
    await people().filterRow('Tiltak', 3);
    const { data } = await talk.api.spreadsheets.get({
      spreadsheetId: talk.spreadsheetId,
      fields: 'sheets.data.rowMetadata(hiddenByUser,hiddenByFilter)',
      ranges: ['Tiltak!1:4'],
    });
    expect(data.sheets?.[0]?.data?.[0]?.rowMetadata).toEqual([
      {},
      { hiddenByUser: true },
      { hiddenByFilter: true },
      {},
    ]);
  });

  it('edit between two requests of a script, and nothing of that counts as applied', async () => {
    talk.google.between(async (request, moment) => {
      if (request.number === 1 && moment === 'after') await people().type('Tiltak', 1, 0, 'Nr.');
    });
    expect((await cellsOf(talk))[0]?.[0]).toBe('ID');
    expect((await cellsOf(talk))[0]?.[0]).toBe('Nr.');
    expect(talk.google.applied).toEqual([]);
  });

  it('make the fake say so when they do what nobody can', async () => {
    const google = await startFakeGoogle();
    const spreadsheetId = google.createSpreadsheet();
    google.between(() => google.people(spreadsheetId).deleteTab('Borte'));
    await expect(cellsOf({ google, spreadsheetId, api: apiWith(google, google.token) })).rejects.toThrow();
    await expect(google.close()).rejects.toThrow('the fake broke down');
  });
});
