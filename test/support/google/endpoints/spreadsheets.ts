import { z } from 'zod';
import { ApiError, forbidden, invalid, notImplemented } from '../api-error.ts';
import { documentedBody } from '../documented.ts';
import { masked, within, type Mask } from '../field-mask.ts';
import { Editing } from '../model/editing.ts';
import { Spreadsheet } from '../model/spreadsheet.ts';
import { writtenCell } from '../model/writing.ts';
import { readStrictly, type Applicable, type Reply } from '../requests/request-kind.ts';
import { addSheet, knownLocale, knownTimeZone } from '../requests/sheets.ts';
import { newSpreadsheet, type NewSpreadsheet } from '../schema/properties.ts';
import { wireSpreadsheet } from '../wire/spreadsheet.ts';
import { askedMask, flag, type Call, type Endpoint } from './endpoint.ts';

const get: Endpoint = {
  method: 'GET',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/?$/u,
  access: 'read',
  query: ['ranges', 'includeGridData', 'excludeTablesInBandedRanges'],
  answer: ({ state, request: { query }, caller, names }) => {
    const mask = askedMask(query, 'Spreadsheet');
    const spreadsheet = state.open(names['id'] ?? '', caller, 'read');
    const includeGridData = flag(query, 'includeGridData');
    return wireSpreadsheet(spreadsheet, { mask, includeGridData, ranges: query.getAll('ranges') });
  },
};

const create: Endpoint = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/?$/u,
  access: 'write',
  query: [],
  answer: ({ state, request, caller }) => {
    const mask = askedMask(request.query, 'Spreadsheet');
    const body = readStrictly(newSpreadsheet, documentedBody('Spreadsheet', request.body));
    // A service account has no storage of its own, so that it cannot own a file.
    if (state.accounts.services.has(caller)) throw forbidden();
    const made = madeFrom(body, state.newSpreadsheetId());
    state.add(made, 'none');
    state.share(made.spreadsheetId, caller, 'writer');
    return wireSpreadsheet(made, { mask, includeGridData: false, ranges: [] });
  },
};

function madeFrom({ properties = {}, sheets = [] }: NewSpreadsheet, spreadsheetId: string): Spreadsheet {
  const made = new Spreadsheet({
    spreadsheetId,
    title: properties.title ?? 'Untitled spreadsheet',
    locale: knownLocale(properties.locale ?? 'en_US'),
    timeZone: knownTimeZone(properties.timeZone ?? 'Etc/GMT'),
  });
  for (const given of sheets.length === 0 ? [{ properties: { sheetId: 0 } }] : sheets) {
    const sheet = addSheet(made, given.properties ?? {});
    for (const data of 'data' in given ? (given.data ?? []) : []) {
      data.rowData?.forEach(({ values = [] }, row) =>
        values.forEach((cell, column) => {
          const at = [(data.startRow ?? 0) + row, (data.startColumn ?? 0) + column] as const;
          sheet.setCell(...at, writtenCell(undefined, cell, 'all', made.locale));
        }),
      );
      if (data.rowMetadata !== undefined || data.columnMetadata !== undefined)
        throw notImplemented('row and column metadata of a new spreadsheet');
    }
  }
  return made;
}

const batch = z.strictObject({
  requests: z.array(z.record(z.string(), z.unknown())).default([]),
  includeSpreadsheetInResponse: z.boolean().default(false),
  responseRanges: z.array(z.string()).default([]),
  responseIncludeGridData: z.boolean().default(false),
});

const batchUpdate: Endpoint = {
  method: 'POST',
  path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/?:batchUpdate$/u,
  access: 'write',
  query: [],
  answer: ({ state, request, caller, names }) => {
    const mask = askedMask(request.query, 'BatchUpdateSpreadsheetResponse');
    const body = readStrictly(batch, documentedBody('BatchUpdateSpreadsheetRequest', request.body));
    const before = state.open(names['id'] ?? '', caller, 'write');
    if (body.requests.length === 0) throw invalid('Must specify at least one request.');
    const steps = body.requests.map((each, index) => readRequest(each, index, state));
    const after = before.clone();
    const editing = new Editing(after, caller);
    const replies = steps.map(({ name, apply }, index) => prefixed(index, name, () => apply(editing) ?? {}));
    const reply = batchReply(after, replies, body, mask);
    state.commit(after, request);
    return reply;
  },
};

interface Step {
  readonly name: string;
  readonly apply: Applicable;
}

/** Every request is read before any is applied. */
function readRequest(request: Readonly<Record<string, unknown>>, index: number, state: Call['state']): Step {
  const [first, ...others] = Object.entries(request);
  if (first === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
  if (others.length > 0)
    throw invalid(`Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set.`);
  const [name, body] = first;
  const kind = state.kinds.get(name);
  if (kind === undefined) throw notImplemented(`requests of the kind ${name}`);
  return { name, apply: prefixed(index, name, () => kind.read(body)) };
}

/** Lets a 400 say which request it is about. */
function prefixed<Result>(index: number, name: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 400) throw error;
    throw invalid(`Invalid requests[${index}].${name}: ${error.message}`, error.details);
  }
}

function batchReply(
  after: Spreadsheet,
  replies: readonly Reply[],
  body: z.output<typeof batch>,
  mask: Mask | undefined,
): object {
  const { spreadsheetId } = after;
  const plain = masked({ spreadsheetId, replies }, mask ?? 'all') as object;
  const ofSpreadsheet = mask === undefined ? undefined : within(mask, 'updatedSpreadsheet');
  const isWanted = mask === undefined || ofSpreadsheet !== undefined;
  // A range that names nothing is refused whether or not the answer shows it, and nothing is applied.
  const updatedSpreadsheet = wireSpreadsheet(after, {
    mask: ofSpreadsheet,
    includeGridData: body.includeSpreadsheetInResponse && body.responseIncludeGridData,
    ranges: body.responseRanges,
  });
  return body.includeSpreadsheetInResponse && isWanted ? { ...plain, updatedSpreadsheet } : plain;
}

export const spreadsheetEndpoints = [get, create, batchUpdate];
