import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { documentedBody } from '../documented.ts';
import { masked } from '../field-mask.ts';
import { beyondGrid, formatRange, parseRange } from '../model/a1.ts';
import { Editing } from '../model/editing.ts';
import type { Area, Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { readStrictly } from '../requests/request-kind.ts';
import type { GridRange } from '../schema/ranges.ts';
import { renderingOf, shownValues, transposed, type Rendering } from '../values/shown-values.ts';
import { lastTable } from '../values/tables.ts';
import { enteredCell } from '../values/user-entered.ts';
import { askedMask, flag, type Call, type Endpoint } from './endpoint.ts';

const valueRange = z.strictObject({
  range: z.string().optional(),
  majorDimension: z.enum(['ROWS', 'COLUMNS']).default('ROWS'),
  values: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).default([]),
});

const inputOption = z.enum(['RAW', 'USER_ENTERED']);

type ValueRange = z.output<typeof valueRange>;

/** How values are written, and whether and how the answer shows them. */
interface Manner {
  readonly as: z.output<typeof inputOption>;
  readonly shown: Rendering | undefined;
}

function inputOf(text: unknown): z.output<typeof inputOption> {
  const option = inputOption.safeParse(text);
  if (!option.success) throw invalid("'valueInputOption' is required but not specified");
  return option.data;
}

/** Writes values; null leaves a cell as it is. Returns what the API tells of it. */
function write(
  editing: Editing,
  range: GridRange,
  { values, majorDimension, range: text = '' }: ValueRange,
  manner: Manner,
): object {
  const { spreadsheet } = editing;
  const rows = majorDimension === 'ROWS' ? values : transposed(values, null);
  const sheet = spreadsheet.grid(range.sheetId);
  const area = areaFor(sheet, range, rows, text);
  editing.replace(sheet, area, (row, column, old) => {
    const value = rows[row - area.top]?.[column - area.left] ?? null;
    return value === null ? old : enteredCell(old, value, manner.as, spreadsheet.locale);
  });
  const written = rows.map((row) => row.flatMap((value, column) => (value === null ? [] : [column])));
  return {
    spreadsheetId: spreadsheet.spreadsheetId,
    updatedRange: formatRange(sheet, area),
    updatedRows: written.filter(({ length }) => length > 0).length,
    updatedColumns: new Set(written.flat()).size,
    updatedCells: written.flat().length,
    ...(manner.shown === undefined
      ? {}
      : {
          updatedData: {
            range: formatRange(sheet, area),
            majorDimension: 'ROWS',
            values: shownValues(sheet, area, manner.shown),
          },
        }),
  };
}

/** The cells that the values fill from the range's first on. Throws 400 when they do not fit. */
function areaFor(sheet: Sheet, range: GridRange, rows: readonly (readonly unknown[])[], text: string): Area {
  const [top, left] = [range.startRowIndex ?? 0, range.startColumnIndex ?? 0];
  const height = Math.max(1, rows.length);
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const area = { top, left, bottom: top + height, right: left + width };
  const isCell = range.endRowIndex === top + 1 && range.endColumnIndex === left + 1;
  const outgrown =
    area.bottom > (range.endRowIndex ?? Infinity) || area.right > (range.endColumnIndex ?? Infinity);
  if (outgrown && !isCell)
    throw invalid(`Requested writing within range [${text}], but tried writing beyond it`);
  if (area.bottom > sheet.rowCount || area.right > sheet.columnCount) throw beyondGrid(text, sheet);
  return area;
}

/** Does a write on a copy, puts it in force, and answers. */
function writing(
  { state, request, caller, names }: Call,
  message: string,
  make: (editing: Editing, spreadsheet: Spreadsheet) => object,
): object {
  const mask = askedMask(request.query, message) ?? 'all';
  const after = state.open(names['id'] ?? '', caller, 'write').clone();
  const reply = make(new Editing(after, caller), after);
  state.commit(after, request);
  return masked(reply, mask) as object;
}

function mannerOf(query: URLSearchParams, locale: string): Manner {
  const how = renderingOf(
    query.get('responseValueRenderOption'),
    query.get('responseDateTimeRenderOption'),
    locale,
  );
  const shown = flag(query, 'includeValuesInResponse') ? how : undefined;
  return { as: inputOf(query.get('valueInputOption')), shown };
}

const writeOptions = [
  ...['valueInputOption', 'includeValuesInResponse'],
  ...['responseValueRenderOption', 'responseDateTimeRenderOption'],
];

function bodyOf({ request, names }: Call): ValueRange & { readonly range: string } {
  const body = readStrictly(valueRange, documentedBody('ValueRange', request.body));
  const range = names['range'] ?? '';
  if (body.range !== undefined && body.range !== range)
    throw invalid(`Requested writing within range [${range}], but the body says ${body.range}`);
  return { ...body, range };
}

const update: Endpoint = {
  method: 'PUT',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values\/(?<range>.+)$/u,
  access: 'write',
  query: writeOptions,
  answer: (call) =>
    writing(call, 'UpdateValuesResponse', (editing, spreadsheet) => {
      const body = bodyOf(call);
      const manner = mannerOf(call.request.query, spreadsheet.locale);
      return write(editing, parseRange(body.range, spreadsheet), body, manner);
    }),
};

const append: Endpoint = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values\/(?<range>.+):append$/u,
  access: 'write',
  query: [...writeOptions, 'insertDataOption'],
  answer: (call) =>
    writing(call, 'AppendValuesResponse', (editing, spreadsheet) => {
      const body = bodyOf(call);
      const { query } = call.request;
      const range = parseRange(body.range, spreadsheet);
      const sheet = spreadsheet.grid(range.sheetId);
      const table = lastTable(sheet, openArea(range, sheet));
      const row = table?.bottom ?? range.startRowIndex ?? 0;
      const insert = query.get('insertDataOption') === 'INSERT_ROWS';
      if (insert && row < sheet.rowCount)
        editing.insert(sheet, 'row', { start: row, end: row + body.values.length }, 'before');
      const end = row + body.values.length;
      if (end > sheet.rowCount) sheet.resize(end, sheet.columnCount);
      const start = { sheetId: sheet.sheetId, startRowIndex: row };
      const startColumnIndex = table?.left ?? range.startColumnIndex ?? 0;
      const manner = mannerOf(query, spreadsheet.locale);
      return {
        spreadsheetId: spreadsheet.spreadsheetId,
        ...(table === undefined ? {} : { tableRange: formatRange(sheet, table) }),
        updates: write(editing, { ...start, startColumnIndex }, body, manner),
      };
    }),
};

function openArea(range: GridRange, sheet: Sheet): Area {
  return {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? sheet.rowCount,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? sheet.columnCount,
  };
}

const clear: Endpoint = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values\/(?<range>.+):clear$/u,
  access: 'write',
  query: [],
  answer: (call) =>
    writing(call, 'ClearValuesResponse', (editing, spreadsheet) => {
      const { sheet, area } = spreadsheet.area(parseRange(call.names['range'] ?? '', spreadsheet));
      editing.replace(sheet, area, (_, __, old) => enteredCell(old, '', 'RAW', spreadsheet.locale));
      return { spreadsheetId: spreadsheet.spreadsheetId, clearedRange: formatRange(sheet, area) };
    }),
};

const batchBody = z.strictObject({
  valueInputOption: inputOption,
  data: z.array(valueRange.required({ range: true })),
  includeValuesInResponse: z.boolean().default(false),
  responseValueRenderOption: z.string().optional(),
  responseDateTimeRenderOption: z.string().optional(),
});

const batchUpdate: Endpoint = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values:batchUpdate$/u,
  access: 'write',
  query: [],
  answer: (call) =>
    writing(call, 'BatchUpdateValuesResponse', (editing, spreadsheet) => {
      const body = readStrictly(batchBody, documentedBody('BatchUpdateValuesRequest', call.request.body));
      const how = renderingOf(
        body.responseValueRenderOption,
        body.responseDateTimeRenderOption,
        spreadsheet.locale,
      );
      const manner = { as: body.valueInputOption, shown: body.includeValuesInResponse ? how : undefined };
      const responses = body.data.map((each) =>
        write(editing, parseRange(each.range, spreadsheet), each, manner),
      );
      return { spreadsheetId: spreadsheet.spreadsheetId, responses };
    }),
};

export const valueWriteEndpoints = [append, clear, update, batchUpdate];
