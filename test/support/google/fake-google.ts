import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { invalid, Refused, serverFault } from './api-error.ts';
import { Faults, type Fault, type FaultFor } from './faults.ts';
import { Spreadsheet } from './model/spreadsheet.ts';
import { Accounts } from './oauth/accounts.ts';
import { partsOf } from './multipart.ts';
import { GooglePeople } from './people.ts';
import type { Answer, Recorded } from './recorded.ts';
import type { CountsAsData } from './requests/cells.ts';
import { requestKinds } from './requests/registry.ts';
import { addSheet } from './requests/sheets.ts';
import { routes } from './routes.ts';
import type { SheetProperties } from './schema/properties.ts';
import { errorPage, send } from './sending.ts';
import { State, type Applied, type Role } from './state.ts';

export interface FakeStart {
  /** Google's clock, in milliseconds since 1970; the machine's unless given. */
  readonly clock?: () => number;
  /** Which cells make a row one with data for `appendCells`. */
  readonly appendCellsCounts?: CountsAsData;
}

export interface SpreadsheetStart {
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly sheets?: readonly SheetProperties[];
  /** What everybody may do that `share` says nothing of. */
  readonly everybody?: Role;
}

/** What may happen around a request: a person edits, a test looks. */
type Hook = (request: Recorded, moment: 'before' | 'after') => void | Promise<void>;

/** A server on this machine that answers as Google's documentation says. See README.md of this folder. */
export class FakeGoogle {
  /** For example `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** A token of somebody who may write whatever is shared with everybody. */
  readonly token: string;
  readonly requests: Recorded[] = [];
  /** Who may come in: service accounts, apps, people, tokens. */
  readonly accounts: Accounts;
  readonly #state: State;
  readonly #server: Server;
  readonly #faults = new Faults();
  readonly #hooks: Hook[] = [];
  readonly #broken: unknown[] = [];
  readonly #waiting: AbortController[] = [];

  private constructor(server: Server, { clock = () => Date.now(), appendCellsCounts = 'values' }: FakeStart) {
    this.#server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.accounts = new Accounts(clock);
    this.#state = new State({ accounts: this.accounts, kinds: requestKinds(appendCellsCounts) });
    this.token = this.accounts.issue({
      email: 'skript@example.no',
      scopes: ['https://www.googleapis.com/auth/spreadsheets'],
      lifetimeMs: Infinity,
    });
    server.on('request', (message, response) => void this.#serve(message, response));
  }

  static async start(start: FakeStart): Promise<FakeGoogle> {
    // No timeouts: a busy machine must not look like a broken connection.
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new FakeGoogle(server, start);
  }

  /** Every write that was applied, in order. */
  get applied(): readonly Applied[] {
    return this.#state.applied;
  }

  /** What Gmail has taken. */
  get mailbox(): State['mailbox'] {
    return this.#state.mailbox;
  }

  /** What is on Google Drive, beside the spreadsheets. */
  get drive(): State['drive'] {
    return this.#state.drive;
  }

  /** Makes a spreadsheet and returns its id. */
  createSpreadsheet(start: SpreadsheetStart = {}): string {
    const { title = 'Register', locale = 'nb_NO', timeZone = 'Europe/Oslo', everybody = 'writer' } = start;
    const spreadsheetId = this.#state.newSpreadsheetId();
    const spreadsheet = new Spreadsheet({ spreadsheetId, title, locale, timeZone });
    for (const each of start.sheets ?? [{ sheetId: 0, title: 'Ark1' }]) addSheet(spreadsheet, each);
    this.#state.add(spreadsheet, everybody);
    return spreadsheetId;
  }

  /** The spreadsheet as it stands. It is replaced, not changed, by the next edit. */
  spreadsheet(id: string): Spreadsheet {
    return this.#state.spreadsheet(id);
  }

  /** Shares a spreadsheet with an address, or no longer. */
  share(id: string, email: string, role: Role): void {
    this.#state.share(id, email, role);
  }

  /** Switches the Sheets API off in the project, or on again. */
  enableApi(isEnabled: boolean): void {
    this.#state.apiEnabled = isEnabled;
  }

  people(id: string): GooglePeople {
    return new GooglePeople(this.#state, id);
  }

  /** Answers without a connection, as if the request had come over one: thousands of them in a second. */
  ask(request: Recorded): Answer {
    this.requests.push(request);
    return this.#answer(request);
  }

  /** Lets one or more requests go wrong: the n-th from now on, or those that are like this. */
  fault(which: FaultFor, fault: Fault): void {
    this.#faults.plan(which, fault, this.requests.length);
  }

  /** Runs before and after each request is handled, one request at a time. */
  between(hook: Hook): void {
    this.#hooks.push(hook);
  }

  /** For `Transport.deadline`: no answer is late that comes, on a machine however slow, and none is waited for that will not. */
  readonly deadline = (): AbortSignal => {
    const controller = new AbortController();
    this.#waiting.push(controller);
    return controller.signal;
  };

  /** Now it is too late for every request that is under way. The fake says so itself when it hangs. */
  runOutOfTime(): void {
    for (const controller of this.#waiting.splice(0)) controller.abort();
  }

  /** Ends it. Rejects with whatever went wrong in the fake itself, or in a hook. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
    if (this.#broken.length > 0) throw new AggregateError(this.#broken, 'the fake broke down');
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await record(message, this.requests.length + 1);
      this.requests.push(request);
      for (const hook of this.#hooks) await hook(request, 'before');
      const fault = this.#faults.take(request);
      const answer = fault === undefined ? this.#answer(request) : this.#faultyAnswer(request, fault);
      for (const hook of this.#hooks) await hook(request, 'after');
      send(response, request, answer, fault?.breaks, () => {
        this.runOutOfTime();
      });
    } catch (error) {
      if (!message.destroyed || message.complete) this.#broken.push(error);
      response.destroy();
    }
  }

  #faultyAnswer(request: Recorded, fault: Fault): Answer {
    const isKept = fault.status === undefined && fault.breaks !== 'html';
    const right =
      fault.applied === true || (isKept && request.method === 'GET') ? this.#answer(request) : undefined;
    const status = fault.status ?? (fault.breaks === 'html' ? 502 : (right?.status ?? 200));
    const own = status < 400 ? (right?.body ?? {}) : serverFault(status, request.method).body;
    const body = fault.body ?? (fault.breaks === 'html' ? errorPage : own);
    return { status, headers: { ...fault.headers }, body };
  }

  #answer(request: Recorded): Answer {
    const route = routes.find(({ method, path }) => method === request.method && path.test(request.path));
    if (route === undefined) return { status: 404, headers: {}, body: errorPage.replaceAll('502', '404') };
    try {
      if (request.isMalformed) throw invalid('Invalid JSON payload received. Unexpected end of string.');
      return route.answer(request, this.#state);
    } catch (error) {
      if (error instanceof Refused) return { status: error.code, headers: error.headers, body: error.body };
      throw error;
    }
  }
}

/** Starts the fake. Close it when the test is over. */
export function startFakeGoogle(start: FakeStart = {}): Promise<FakeGoogle> {
  return FakeGoogle.start(start);
}

async function record(message: IncomingMessage, number: number): Promise<Recorded> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const url = new URL(message.url ?? '/', 'http://127.0.0.1');
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    number,
    method: message.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers,
    ...parseBody(raw, headers['content-type'] ?? ''),
    bytes: raw.length,
    answered: undefined,
  };
}

function parseBody(raw: Buffer, type: string): Pick<Recorded, 'body' | 'isMalformed'> {
  if (type.startsWith('multipart/')) {
    const parts = partsOf(raw, type);
    return { body: parts, isMalformed: parts === undefined };
  }
  const text = raw.toString('utf8');
  if (text === '') return { body: undefined, isMalformed: false };
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { body: Object.fromEntries(new URLSearchParams(text)), isMalformed: false };
  try {
    return { body: JSON.parse(text), isMalformed: false };
  } catch {
    return { body: undefined, isMalformed: true };
  }
}
