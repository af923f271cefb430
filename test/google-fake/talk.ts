import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach } from 'vitest';
import type { Cell } from '../../src/domain/workbook.ts';
import {
  startFakeGoogle,
  type FakeGoogle,
  type FakeStart,
  type SpreadsheetStart,
} from '../support/google/fake-google.ts';

/** The fake of the test that is running, with Google's own client talking to it. */
export interface Talk {
  google: FakeGoogle;
  api: sheets_v4.Sheets;
  spreadsheetId: string;
}

const small = { title: 'Tiltak', sheetId: 0, gridProperties: { rowCount: 6, columnCount: 4 } };

/** A fake before each test, and its end after it. */
export function talkBeforeEach(start: FakeStart = {}, spreadsheet: SpreadsheetStart = {}): Talk {
  const talk = {} as Talk;
  beforeEach(async () => {
    talk.google = await startFakeGoogle(start);
    talk.spreadsheetId = talk.google.createSpreadsheet({ sheets: [small], ...spreadsheet });
    talk.api = apiWith(talk.google, talk.google.token);
  });
  afterEach(() => talk.google.close());
  return talk;
}

export function apiWith(google: FakeGoogle, token: string): sheets_v4.Sheets {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  return sheets({ version: 'v4', auth: client, rootUrl: google.origin, retry: false });
}

/** Fills a tab from A1 on, as people type. */
export async function fill(
  { google, spreadsheetId }: Talk,
  rows: readonly (readonly Cell[])[],
  tab = 'Tiltak',
): Promise<void> {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries())
      await google.people(spreadsheetId).type(tab, row + 1, column, cell);
  }
}

/** Sends a batch, and gives the answer. */
export async function batch(
  { api, spreadsheetId }: Talk,
  requests: sheets_v4.Schema$Request[],
  rest: Omit<sheets_v4.Schema$BatchUpdateSpreadsheetRequest, 'requests'> & { fields?: string } = {},
): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse> {
  const { fields, ...body } = rest;
  const { data } = await api.spreadsheets.batchUpdate({
    spreadsheetId,
    ...(fields === undefined ? {} : { fields }),
    requestBody: { requests, ...body },
  });
  return data;
}

/** What a tab holds, as the API sends it: the entered values, or nothing, cell by cell. */
export async function cellsOf(
  { api, spreadsheetId }: Talk,
  range = 'Tiltak',
  fields = 'userEnteredValue',
): Promise<unknown[][]> {
  const { data } = await api.spreadsheets.get({
    spreadsheetId,
    ranges: [range],
    fields: `sheets(data(rowData(values(${fields}))))`,
  });
  return (data.sheets?.[0]?.data?.[0]?.rowData ?? []).map(({ values = [] }) =>
    values.map((cell) => {
      if (fields !== 'userEnteredValue') return cell;
      return Object.values(cell.userEnteredValue ?? {})[0] as unknown;
    }),
  );
}

export const text = (value: string): sheets_v4.Schema$CellData => ({
  userEnteredValue: { stringValue: value },
});
export const number = (value: number): sheets_v4.Schema$CellData => ({
  userEnteredValue: { numberValue: value },
});

/** The message of the fault that a call ends in. */
export async function faultOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no fault',
    (error: unknown) => (error as Error).message,
  );
}
