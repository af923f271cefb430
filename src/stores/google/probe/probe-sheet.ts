/** The probe sheet: tabs of their own in a scratch sheet, and short functions to write and read them. */
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { z } from 'zod';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import type { SheetsClient } from '../../../google/sheets-client.ts';

export type Request = api.Schema$Request;
export type CellData = api.Schema$CellData;

const value = z.object({
  numberValue: z.number().optional(),
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().optional(),
});

const cell = z.object({
  userEnteredValue: value.optional(),
  effectiveValue: z.object({ errorValue: z.object({ type: z.string() }).optional() }).optional(),
  effectiveFormat: z.object({ numberFormat: z.object({ type: z.string() }).optional() }).optional(),
});

/** A cell as it was entered, its error, and what kind of number it is shown as. */
export type ProbedCell = z.infer<typeof cell>;

const sheet = z.object({
  properties: z.object({ sheetId: z.number().default(0), title: z.string() }),
  data: z
    .array(z.object({ rowData: z.array(z.object({ values: z.array(cell).optional() })).optional() }))
    .optional(),
});

const spreadsheet = z.object({ sheets: z.array(sheet).default([]) });
const written = z.object({ updatedSpreadsheet: spreadsheet.optional() });

const CELLS = 'userEnteredValue,effectiveValue(errorValue(type)),effectiveFormat(numberFormat(type))';
const SHEETS = `sheets(properties(sheetId,title),data(rowData(values(${CELLS}))))`;
const PREFIX = '_probe';
/** Ids of probe tabs begin here: far from those that Sheets gives by itself. */
const FIRST_ID = 1_990_000_000;

/** The result of a write: done, with the tabs that the answer was to show; or refused, with Google's text. */
export type Written =
  { readonly done: true; readonly tabs: readonly Tab[] } | { readonly done: false; readonly why: string };

export interface Tab {
  readonly id: number;
  readonly title: string;
  readonly rows: readonly (readonly ProbedCell[])[];
}

const tabsOf = (body: z.infer<typeof spreadsheet>): readonly Tab[] =>
  body.sheets.map(({ properties, data }) => ({
    id: properties.sheetId,
    title: properties.title,
    rows: (data?.[0]?.rowData ?? []).map(({ values }) => values ?? []),
  }));

/** A scratch sheet while it is being probed. */
export class ProbeSheet {
  readonly #client: Pick<SheetsClient, 'get' | 'batchUpdate'>;
  readonly #spreadsheet: string;
  /** Milliseconds, to measure how long something took. */
  readonly now: () => number;
  #nextId = FIRST_ID;

  constructor(
    client: Pick<SheetsClient, 'get' | 'batchUpdate'>,
    spreadsheet: string,
    now: () => number = () => performance.now(),
  ) {
    this.now = now;
    this.#client = client;
    this.#spreadsheet = spreadsheet;
  }

  /** An id that no tab has yet. */
  freeId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  title(id: number): string {
    return `${PREFIX} ${String(id)}`;
  }

  addTab(id: number, size: readonly [rows: number, columns: number] = [20, 6], hidden = false): Request {
    const [rowCount, columnCount] = size;
    const properties = {
      sheetId: id,
      title: this.title(id),
      hidden,
      gridProperties: { rowCount, columnCount },
    };
    return { addSheet: { properties } };
  }

  /** A new tab that holds some cells. Throws UserError when the sheet cannot be written. */
  async tab(rows: readonly (readonly CellData[])[], size?: readonly [number, number]): Promise<number> {
    const id = this.freeId();
    const came = await this.write([this.addTab(id, size), put(id, 0, 0, rows)]);
    if (came.done) return id;
    throw new UserError(
      msg`No tab could be made in the sheet: ${came.why}`,
      msg`Run «npm run doctor». It shows what is missing.`,
    );
  }

  /** Writes; `shown` are the ranges that the answer must show. Throws UserError if it is not known whether it was applied. */
  async write(requests: readonly Request[], shown: readonly string[] = []): Promise<Written> {
    const body = {
      requests: [...requests],
      includeSpreadsheetInResponse: shown.length > 0,
      responseRanges: [...shown],
      responseIncludeGridData: shown.length > 0,
    };
    const answer = await this.#client.batchUpdate(this.#spreadsheet, body, `updatedSpreadsheet(${SHEETS})`);
    switch (answer.outcome) {
      case 'answered': {
        const parsed = written.parse(answer.body);
        return {
          done: true,
          tabs: parsed.updatedSpreadsheet === undefined ? [] : tabsOf(parsed.updatedSpreadsheet),
        };
      }
      case 'refused':
        return { done: false, why: answer.message };
      case 'unclear':
        throw new UserError(
          msg`Google gave no clear answer to a probe.`,
          msg`Wait a minute and run it again.`,
        );
    }
  }

  /** Every tab as it is now. */
  async tabs(): Promise<readonly Tab[]> {
    return tabsOf(spreadsheet.parse(await this.#client.get(this.#spreadsheet, SHEETS)));
  }

  async rowsOf(id: number): Promise<Tab['rows']> {
    return (await this.tabs()).find((tab) => tab.id === id)?.rows ?? [];
  }

  /** Deletes every tab that a probe has made, in this run or in one that was interrupted. */
  async cleanUp(): Promise<void> {
    const own = (await this.tabs()).filter(({ title }) => title.startsWith(`${PREFIX} `));
    if (own.length > 0) await this.write(own.map(({ id }) => ({ deleteSheet: { sheetId: id } })));
  }
}

/** Writes cells from a place on, whatever is there. */
export function put(
  sheetId: number,
  row: number,
  column: number,
  rows: readonly (readonly CellData[])[],
): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rows.map((values) => ({ values: [...values] })),
      fields: 'userEnteredValue,userEnteredFormat.numberFormat',
    },
  };
}

export const text = (stringValue: string): CellData => ({ userEnteredValue: { stringValue } });
export const number = (numberValue: number): CellData => ({ userEnteredValue: { numberValue } });
export const formula = (formulaValue: string): CellData => ({ userEnteredValue: { formulaValue } });

/** One rectangle of cells, from 0, ends excluded. */
export function area(
  sheetId: number,
  rows: readonly [number, number],
  columns: readonly [number, number],
): api.Schema$GridRange {
  const [startRowIndex, endRowIndex] = rows;
  const [startColumnIndex, endColumnIndex] = columns;
  return { sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex };
}
