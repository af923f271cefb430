/** What Felles asks of the Sheets API, and the client that asks it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { whoIs } from './advice.ts';
import { findCredentials, type CredentialPlaces } from './credentials.ts';
import type { RequestResult } from './faults.ts';
import { tryUntilCertain, waitFor } from './backoff.ts';
import { answerOf, requestWith, tryOnce, type Call } from './request.ts';
import { googleFetch, type Transport } from './transport.ts';
import type { GoogleEnvironment } from './environment.ts';

/** `spreadsheets.batchUpdate`: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/batchUpdate */
export type BatchUpdate = sheets_v4.Schema$BatchUpdateSpreadsheetRequest;

/** `spreadsheets.create`: https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/create */
export type NewSpreadsheet = sheets_v4.Schema$Spreadsheet;

/** The answer to a write. Any other answer is thrown as a UserError: then nothing was written. */
export type WriteAnswer = Answered | Unclear | Refused;

/** It was written. `body` is JSON as it came: the caller parses it. */
export interface Answered {
  readonly outcome: 'answered';
  readonly body: unknown;
}

/**
 * It may or may not have been written: 429, 500, 502, 503, 504, a broken connection, an answer that is cut off or is not
 * JSON, the deadline. A read shows which, after a `pause`.
 */
export interface Unclear {
  readonly outcome: 'unclear';
  /** What went wrong, for the terminal: «Google is busy». Nothing secret. */
  readonly what: string;
  /** Milliseconds that Google asked us to wait, where it said so. */
  readonly retryAfter: number | undefined;
}

/**
 * 400 or 413: nothing was written. `message` is Google's own text: «Invalid requests[3].deleteSheet: No sheet with id: 7».
 */
export interface Refused {
  readonly outcome: 'refused';
  readonly message: string;
  /** It was more than Google takes in one request. */
  readonly isTooLarge: boolean;
  /** The account that asked, as shown to people: an address where it is known. */
  readonly account: string;
}

/**
 * What Felles asks of the Sheets API. Every request has a deadline, and its answer is JSON as it came: the caller parses
 * it. Throws UserError, with what to do about it, for a fault that another try would not solve.
 */
export interface SheetsClient {
  /** `spreadsheets.get` with a field mask. Repeated automatically after 429, 5xx, broken connections and broken answers. */
  get(spreadsheetId: string, fields: string): Promise<unknown>;
  /** `spreadsheets.batchUpdate`; `fields` masks the answer. Never repeated automatically. */
  batchUpdate(spreadsheetId: string, body: BatchUpdate, fields: string): Promise<WriteAnswer>;
  /** `spreadsheets.create`; `fields` masks the answer. Never repeated automatically. */
  create(body: NewSpreadsheet, fields: string): Promise<WriteAnswer>;
  /**
   * Waits before another try of a write whose answer was unclear, and says so in one line on the terminal. `attempt` is
   * 1 after the first try. Waits as long as Google asked for, otherwise longer each time; in all more than the minute of
   * Google's quotas. Throws UserError after too many tries.
   */
  pause(attempt: number, answer: Unclear): Promise<void>;
}

/** What a client is made from. */
export interface ConnectOptions {
  readonly credentials: CredentialPlaces;
  readonly transport: Transport;
  readonly environment: GoogleEnvironment;
}

/** A client that asks Google. Loads only the API that is used. Throws UserError where there are no credentials to use. */
export async function connectSheets({
  credentials: places,
  transport,
  environment,
}: ConnectOptions): Promise<SheetsClient> {
  const fetch = googleFetch(transport);
  const credentials = await findCredentials(places, { fetch, environment, origin: transport.origin });
  const { sheets } = await import('googleapis/build/src/apis/sheets/index.js');
  const { spreadsheets } = sheets({ version: 'v4', universeDomain: 'googleapis.com' });
  const sending = (token: string) => requestWith(token, fetch);
  const write = (call: Omit<Call, 'scope'>): Promise<WriteAnswer> =>
    tryOnce({ ...call, scope: 'write' }, credentials, environment).then((result) =>
      writeAnswerOf(result, whoIs(credentials.who)),
    );
  return {
    get: async (spreadsheetId, fields) => {
      const call: Call = {
        asked: { action: 'read', spreadsheetId },
        scope: 'read',
        send: async (token) =>
          answerOf(await spreadsheets.get({ spreadsheetId, fields, prettyPrint: false }, sending(token))),
      };
      const result = await tryUntilCertain(() => tryOnce(call, credentials, environment), environment);
      if (result.kind === 'well') return result.body;
      throw result.kind === 'refused' ? new Error(result.message) : result.error;
    },
    batchUpdate: (spreadsheetId, requestBody, fields) =>
      write({
        asked: { action: 'write', spreadsheetId },
        send: async (token) =>
          answerOf(
            await spreadsheets.batchUpdate(
              { spreadsheetId, requestBody, fields, prettyPrint: false },
              sending(token),
            ),
          ),
      }),
    create: (requestBody, fields) =>
      write({
        asked: { action: 'create' },
        send: async (token) =>
          answerOf(await spreadsheets.create({ requestBody, fields, prettyPrint: false }, sending(token))),
      }),
    pause: (attempt, answer) => waitFor(attempt, answer, environment),
  };
}

function writeAnswerOf(result: RequestResult, account: string): WriteAnswer {
  switch (result.kind) {
    case 'well':
      return { outcome: 'answered', body: result.body };
    case 'transient':
      return { outcome: 'unclear', what: result.what, retryAfter: result.retryAfter };
    case 'refused':
      return {
        outcome: 'refused',
        message: result.message,
        isTooLarge: result.isTooLarge,
        account,
      };
    case 'unknown-token':
    case 'stops':
      throw result.error;
  }
}
