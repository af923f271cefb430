import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { documentedBody } from '../documented.ts';
import { masked } from '../field-mask.ts';
import { formatRange, heldToGrid, parseRange } from '../model/a1.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { readStrictly } from '../requests/request-kind.ts';
import { gridRange, type GridRange } from '../schema/ranges.ts';
import { renderingOf, shownValues, transposed, trimmed } from '../values/shown-values.ts';
import { wireSpreadsheet } from '../wire/spreadsheet.ts';
import { askedMask, type Call, type Endpoint } from './endpoint.ts';

const options = ['majorDimension', 'valueRenderOption', 'dateTimeRenderOption'];

function valueRange(spreadsheet: Spreadsheet, text: string, query: URLSearchParams): object {
  const { sheet, area } = heldToGrid(parseRange(text, spreadsheet), spreadsheet, text);
  const how = renderingOf(
    query.get('valueRenderOption'),
    query.get('dateTimeRenderOption'),
    spreadsheet.locale,
  );
  const majorDimension = query.get('majorDimension') ?? 'ROWS';
  if (!['ROWS', 'COLUMNS'].includes(majorDimension))
    throw invalid(`Invalid value at 'major_dimension', "${majorDimension}"`);
  const rows = shownValues(sheet, area, how);
  const values = majorDimension === 'ROWS' ? rows : transposed(rows, '').map(trimmed);
  return {
    range: formatRange(sheet, area),
    majorDimension,
    ...(values.length === 0 ? {} : { values }),
  };
}

function answer(
  { state, request: { query }, caller, names }: Call,
  message: string,
  make: (spreadsheet: Spreadsheet) => object,
): object {
  const mask = askedMask(query, message) ?? 'all';
  return masked(make(state.open(names['id'] ?? '', caller, 'read')), mask) as object;
}

const get: Endpoint = {
  method: 'GET',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values\/(?<range>.+)$/u,
  access: 'read',
  query: options,
  answer: (call) =>
    answer(call, 'ValueRange', (spreadsheet) =>
      valueRange(spreadsheet, call.names['range'] ?? '', call.request.query),
    ),
};

const batchGet: Endpoint = {
  method: 'GET',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values:batchGet$/u,
  access: 'read',
  query: ['ranges', ...options],
  answer: (call) =>
    answer(call, 'BatchGetValuesResponse', (spreadsheet) => ({
      spreadsheetId: spreadsheet.spreadsheetId,
      valueRanges: call.request.query
        .getAll('ranges')
        .map((range) => valueRange(spreadsheet, range, call.request.query)),
    })),
};

const filters = z.strictObject({
  dataFilters: z
    .array(z.union([z.strictObject({ a1Range: z.string() }), z.strictObject({ gridRange })]))
    .default([]),
  includeGridData: z.boolean().default(false),
  excludeTablesInBandedRanges: z.boolean().optional(),
});

/** A reading by POST, which a token that may only read does not get. */
const getByDataFilter: Endpoint = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/?:getByDataFilter$/u,
  access: 'write',
  query: [],
  answer: ({ state, request, caller, names }) => {
    const mask = askedMask(request.query, 'Spreadsheet');
    const body = readStrictly(filters, documentedBody('GetSpreadsheetByDataFilterRequest', request.body));
    const spreadsheet = state.open(names['id'] ?? '', caller, 'read');
    const ranges = body.dataFilters.map((each) =>
      'a1Range' in each ? each.a1Range : rangeText(spreadsheet, each.gridRange),
    );
    return wireSpreadsheet(spreadsheet, { mask, includeGridData: body.includeGridData, ranges });
  },
};

function rangeText(spreadsheet: Spreadsheet, range: GridRange): string {
  const { sheet, area } = spreadsheet.area(range);
  return formatRange(sheet, area);
}

export const valueReadEndpoints = [batchGet, get, getByDataFilter];
