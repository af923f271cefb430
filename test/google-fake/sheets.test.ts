import { describe, expect, it } from 'vitest';
import { apiWith, batch, cellsOf, faultOf, fill, talkBeforeEach, text, type Talk } from './talk.ts';

const titles = ({ google, spreadsheetId }: Talk): string[] =>
  google.spreadsheet(spreadsheetId).sheets.map(({ title }) => title);

describe('sheets of the fake', () => {
  const talk = talkBeforeEach();
  const add = (title: string, rest: object = {}) => ({ addSheet: { properties: { title, ...rest } } });

  it('come with the ids and the places that are asked for, or with ids of their own', async () => {
    const { replies } = await batch(talk, [
      add('Ti', { sheetId: 10 }),
      add('Først', { index: 0 }),
      { addSheet: {} },
    ]);
    const [ten, first, third] = (replies ?? []).map(({ addSheet }) => addSheet?.properties);
    expect(ten).toMatchObject({ sheetId: 10, index: 1, gridProperties: { rowCount: 1000, columnCount: 26 } });
    expect(first?.sheetId).toBeGreaterThan(0);
    expect(third?.sheetId).not.toBe(first?.sheetId);
    expect(titles(talk)).toEqual(['Først', 'Tiltak', 'Ti', 'Sheet4']);
  });

  it.each([
    [
      'an id that is taken',
      add('Ny', { sheetId: 0 }),
      'Cannot add sheet with ID: 0, a sheet with that ID already exists.',
    ],
    [
      'a name that is taken',
      add('tiltak'),
      'A sheet with the name "tiltak" already exists. Please enter another name.',
    ],
    ['no name', add(''), 'You must specify a name for the sheet.'],
    [
      'too many cells',
      add('Ny', { gridProperties: { rowCount: 10_000_000, columnCount: 1 } }),
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      'nothing but frozen rows',
      add('Ny', { gridProperties: { rowCount: 3, frozenRowCount: 3 } }),
      "You can't freeze all visible rows or columns on the sheet.",
    ],
  ])('do not come with %s', async (_, request, message) => {
    expect(await faultOf(batch(talk, [request]))).toBe(`Invalid requests[0].addSheet: ${message}`);
    expect(titles(talk)).toEqual(['Tiltak']);
  });

  it('go, but for the last and the last that is seen', async () => {
    const remove = (sheetId: number) => ({ deleteSheet: { sheetId } });
    const fault = async (...requests: Parameters<typeof batch>[1]) => faultOf(batch(talk, requests));
    expect(await fault(remove(3))).toBe('Invalid requests[0].deleteSheet: No sheet with id: 3');
    expect(await fault(remove(0))).toBe(
      "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    );
    expect(await fault(add('Skjult', { sheetId: 1, hidden: true }), remove(0))).toBe(
      "Invalid requests[1].deleteSheet: You can't remove all the visible sheets in a document.",
    );
    expect(await fault(add('Ny', { sheetId: 2 }), remove(0), remove(0))).toBe(
      'Invalid requests[2].deleteSheet: No sheet with id: 0',
    );
    await batch(talk, [add('Ny', { sheetId: 2 }), remove(0)]);
    expect(titles(talk)).toEqual(['Ny']);
  });

  it('change what the mask means, and sheet 0 is meant where no id is given', async () => {
    const { google, spreadsheetId } = talk;
    await batch(talk, [
      add('Ny', { sheetId: 2 }),
      {
        updateSheetProperties: {
          properties: { title: 'Handling', gridProperties: { frozenRowCount: 1, rowCount: 3 }, index: 2 },
          fields: 'title,index,gridProperties.frozenRowCount',
        },
      },
    ]);
    expect(titles(talk)).toEqual(['Ny', 'Handling']);
    expect(google.spreadsheet(spreadsheetId).sheets[1]).toMatchObject({ frozenRowCount: 1, rowCount: 6 });
    const hide = { updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } };
    await batch(talk, [hide]);
    const hideOther = {
      updateSheetProperties: { properties: { sheetId: 2, hidden: true }, fields: 'hidden' },
    };
    expect(await faultOf(batch(talk, [hideOther]))).toMatch(/can't hide all the sheets/u);
  });

  it('lose what stands beyond a smaller grid', async () => {
    await fill(talk, [['a', 'b'], ['c', 'd'], ['e']]);
    await batch(talk, [
      {
        updateSheetProperties: {
          properties: { gridProperties: { rowCount: 2, columnCount: 1 } },
          fields: 'gridProperties(rowCount,columnCount)',
        },
      },
    ]);
    expect(await cellsOf(talk)).toEqual([['a'], ['c']]);
  });

  it('stand in a spreadsheet with a title, a locale and a time zone', async () => {
    const update = (properties: object, fields: string) => ({
      updateSpreadsheetProperties: { properties, fields },
    });
    await batch(talk, [update({ locale: 'nn_NO', timeZone: 'America/New_York' }, 'locale,timeZone')]);
    const { title, locale, timeZone } = talk.google.spreadsheet(talk.spreadsheetId);
    expect({ title, locale, timeZone }).toEqual({
      title: 'Register',
      locale: 'nn_NO',
      timeZone: 'America/New_York',
    });
    expect(await faultOf(batch(talk, [update({ locale: 'Norsk' }, 'locale')]))).toMatch(
      /Unsupported locale/u,
    );
    expect(await faultOf(batch(talk, [update({ timeZone: 'Oslo' }, '*')]))).toMatch(
      /Unsupported locale|time zone/u,
    );
  });
});

describe('spreadsheets.create of the fake', () => {
  const talk = talkBeforeEach();

  it('makes a spreadsheet that only its maker may open', async () => {
    const { data } = await talk.api.spreadsheets.create({
      fields: 'spreadsheetId,properties(title,locale),sheets(properties(sheetId,title),data)',
      requestBody: {
        properties: { title: 'Nytt', locale: 'nb_NO', timeZone: 'Europe/Oslo' },
        sheets: [
          {
            properties: { sheetId: 5, title: 'Logg n=0' },
            data: [{ startRow: 1, rowData: [{ values: [{}, text('b')] }] }],
          },
        ],
      },
    });
    const spreadsheetId = data.spreadsheetId ?? '';
    expect(data.properties).toEqual({ title: 'Nytt', locale: 'nb_NO' });
    expect(data.sheets?.[0]).toMatchObject({ properties: { sheetId: 5, title: 'Logg n=0' } });
    expect(await cellsOf({ ...talk, spreadsheetId }, "'Logg n=0'")).toEqual([[], [undefined, 'b']]);
    const scopes = ['https://www.googleapis.com/auth/drive'];
    const other = apiWith(talk.google, talk.google.accounts.issue({ email: 'ola@example.no', scopes }));
    expect(await faultOf(other.spreadsheets.get({ spreadsheetId }))).toBe(
      'The caller does not have permission',
    );
  });

  it('makes none for a service account, which has no storage', async () => {
    const { google } = talk;
    const email = 'felles@prosjekt.iam.gserviceaccount.com';
    google.accounts.services.set(email, null);
    const token = google.accounts.issue({ email, scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
    const create = apiWith(google, token).spreadsheets.create({ requestBody: {} });
    expect(await faultOf(create)).toBe('The caller does not have permission');
  });

  it('gives one tab with id 0 when none is asked for', async () => {
    const { data } = await talk.api.spreadsheets.create({ requestBody: {} });
    expect(data.properties?.title).toBe('Untitled spreadsheet');
    expect(data.sheets?.map(({ properties }) => properties)).toMatchObject([{ sheetId: 0, title: 'Sheet1' }]);
  });
});
