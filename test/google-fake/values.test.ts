import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, it } from 'vitest';
import { apiWith, cellsOf, faultOf, fill, talkBeforeEach } from './talk.ts';

type Read = sheets_v4.Params$Resource$Spreadsheets$Values$Get;
type Write = sheets_v4.Params$Resource$Spreadsheets$Values$Update;
type Append = sheets_v4.Params$Resource$Spreadsheets$Values$Append;

describe('spreadsheets.values of the fake', () => {
  const talk = talkBeforeEach();
  const read = async (range: string, how: Omit<Read, 'range'> = {}) =>
    (await talk.api.spreadsheets.values.get({ spreadsheetId: talk.spreadsheetId, range, ...how })).data;
  const update = async (range: string, rows: unknown[][], how: Partial<Write> = {}) => {
    const { spreadsheetId } = talk;
    const requestBody = { values: rows };
    const asked = { spreadsheetId, range, requestBody, valueInputOption: 'RAW', ...how };
    return (await talk.api.spreadsheets.values.update(asked)).data;
  };
  const append = async (range: string, rows: unknown[][], how: Partial<Append> = {}) => {
    const { spreadsheetId } = talk;
    const asked = { spreadsheetId, range, requestBody: { values: rows }, valueInputOption: 'RAW', ...how };
    return (await talk.api.spreadsheets.values.append(asked)).data;
  };

  it('shows values as people see them, as they are, or as formulas; blank ends are left out', async () => {
    await fill(talk, [
      [1.5, true, { value: 46349, isDate: true }],
      [],
      [null, { value: 2, formula: '1+1' }, { value: null, error: '#REF!', formula: 'X!A1' }],
    ]);
    expect(await read('Tiltak')).toEqual({
      range: 'Tiltak!A1:D6',
      majorDimension: 'ROWS',
      values: [['1,5', 'SANN', '23.11.2026'], [], ['', '2', '#REF!']],
    });
    expect((await read('A1:C3', { valueRenderOption: 'UNFORMATTED_VALUE' })).values).toEqual([
      [1.5, true, 46349],
      [],
      ['', 2, '#REF!'],
    ]);
    expect(
      (
        await read('A1:C1', {
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'FORMATTED_STRING',
        })
      ).values,
    ).toEqual([[1.5, true, '23.11.2026']]);
    expect((await read('B2:C', { valueRenderOption: 'FORMULA' })).values).toEqual([[], ['=1+1', '=X!A1']]);
    expect((await read('A1:B3', { majorDimension: 'COLUMNS' })).values).toEqual([['1,5'], ['SANN', '', '2']]);
    expect(await read('A5:B6')).toEqual({ range: 'Tiltak!A5:B6', majorDimension: 'ROWS' });
  });

  it('reads several ranges at once, in their order', async () => {
    await fill(talk, [['a', 'b']]);
    const { data } = await talk.api.spreadsheets.values.batchGet({
      spreadsheetId: talk.spreadsheetId,
      ranges: ['Tiltak!B:B', 'A1'],
    });
    expect(data.valueRanges).toEqual([
      { range: 'Tiltak!B1:B6', majorDimension: 'ROWS', values: [['b']] },
      { range: 'Tiltak!A1', majorDimension: 'ROWS', values: [['a']] },
    ]);
  });

  it('writes what is given, leaves null alone, empties for an empty text', async () => {
    await fill(talk, [['a', 'b', 'c']]);
    const answer = await update('Tiltak!A1:D1', [['x', null, '', '=1']], { includeValuesInResponse: true });
    expect(answer).toMatchObject({
      updatedRange: 'Tiltak!A1:D1',
      updatedRows: 1,
      updatedColumns: 3,
      updatedCells: 3,
    });
    expect(answer.updatedData?.values).toEqual([['x', 'b', '', '=1']]);
    expect(await cellsOf(talk)).toEqual([['x', 'b', undefined, '=1']]);
  });

  it('takes text for what a person would have meant, when told so', async () => {
    const typed = ['1,5', '23.11.2026', '2026-11-23', 'SANN', "'007", '007', '=1+1', '31.02.2026'];
    await update('A1:D2', [typed.slice(0, 4), typed.slice(4)], { valueInputOption: 'USER_ENTERED' });
    expect(await cellsOf(talk)).toEqual([
      [1.5, 46349, 46349, true],
      ['007', 7, '=1+1', '31.02.2026'],
    ]);
    expect((await read('B1')).values).toEqual([['23.11.2026']]);
  });

  it('refuses what does not fit', async () => {
    expect(await faultOf(update('Tiltak!A1:B1', [['a', 'b', 'c']]))).toMatch(
      /Requested writing within range/u,
    );
    expect(await faultOf(update('D6', [['a', 'b']]))).toMatch(/exceeds grid limits/u);
    expect(await faultOf(update('A1', [['a']], { valueInputOption: 'TYPED' }))).toMatch(/valueInputOption/u);
    expect(await faultOf(update('A1', [[{ a: 1 }]]))).toMatch(/does not implement/u);
    expect(await cellsOf(talk)).toEqual([]);
  });

  it('lets rows with gaps drift to the right, as values.append is known to', async () => {
    const first = await append('Tiltak', [['a', '', 'c']]);
    expect(first).toMatchObject({ updates: { updatedRange: 'Tiltak!A1:C1' } });
    expect(first.tableRange).toBeUndefined();
    const second = await append('Tiltak', [['a', '']]);
    expect(second).toMatchObject({ tableRange: 'Tiltak!C1', updates: { updatedRange: 'Tiltak!C2:D2' } });
  });

  it.each([
    ['Tiltak', 'B7'],
    ['B4', 'B7'],
    ['C5:D5', 'B7'],
    ['B2:D4', 'B7'],
    ['A3:G10', 'B7'],
    ['A1', 'A3'],
    ['E4', 'E4'],
  ])('finds the table in %s as the guide says', async (range, first) => {
    const { google, spreadsheetId } = talk;
    await google.people(spreadsheetId).type('Tiltak', 10, 6, null);
    await fill(talk, [
      ['x', 'x', 'x'],
      ['x', 'x', 'x'],
      [],
      [null, 'x', 'x', 'x'],
      [null, 'x', 'x', 'x'],
      [null, 'x', 'x', 'x'],
    ]);
    expect((await append(range, [['ny']])).updates?.updatedRange).toBe(`Tiltak!${first}`);
  });

  it('overwrites what stands below a table, or makes room', async () => {
    await fill(talk, [['a'], ['b'], [], ['under']]);
    await append('Tiltak!A1:A2', [['c'], ['d']]);
    expect((await cellsOf(talk)).flat()).toEqual(['a', 'b', 'c', 'd']);
    await fill(talk, [['a'], ['b'], [null], ['under']]);
    await append('Tiltak!A1:A2', [['e']], { insertDataOption: 'INSERT_ROWS' });
    expect((await cellsOf(talk)).map(([cell]) => cell)).toEqual(['a', 'b', 'e', undefined, 'under']);
    await append('Tiltak', [[1], [2], [3], [4]]);
    expect(await cellsOf(talk, 'Tiltak!A6:A9')).toEqual([[1], [2], [3], [4]]);
  });

  it('writes many ranges in one go, all or none, and clears', async () => {
    const { api, spreadsheetId } = talk;
    const write = (...ranges: string[]) =>
      api.spreadsheets.values.batchUpdate({
        spreadsheetId,
        requestBody: {
          valueInputOption: 'RAW',
          data: ranges.map((range) => ({ range, values: [[range]] })),
        },
      });
    expect(await faultOf(write('A1', 'Borte!A1'))).toBe('Unable to parse range: Borte!A1');
    const { data } = await write('A1', 'Tiltak!B2');
    expect(data.responses?.map(({ updatedRange }) => updatedRange)).toEqual(['Tiltak!A1', 'Tiltak!B2']);
    expect(await cellsOf(talk)).toEqual([['A1'], [undefined, 'Tiltak!B2']]);
    await api.spreadsheets.values.clear({ spreadsheetId, range: 'Tiltak!A1:A' });
    expect(await cellsOf(talk)).toEqual([[], [undefined, 'Tiltak!B2']]);
  });

  it('reads by filters of data, but not for those who may only read', async () => {
    await fill(talk, [['a', 'b']]);
    const { google, spreadsheetId } = talk;
    const ask = (token: string) =>
      apiWith(google, token).spreadsheets.getByDataFilter({
        spreadsheetId,
        requestBody: {
          includeGridData: true,
          dataFilters: [{ gridRange: { startColumnIndex: 1, endColumnIndex: 2 } }],
        },
      });
    const { data } = await ask(google.token);
    expect(data.sheets?.[0]?.data?.[0]).toMatchObject({
      startColumn: 1,
      rowData: [{ values: [{ formattedValue: 'b' }] }],
    });
    const email = 'kari@example.no';
    const scopes = ['https://www.googleapis.com/auth/spreadsheets.readonly'];
    await expect(ask(google.accounts.issue({ email, scopes }))).rejects.toMatchObject({ status: 403 });
  });
});
