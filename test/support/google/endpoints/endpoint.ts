import { badFields, insufficientScopes, invalid, serviceDisabled } from '../api-error.ts';
import type { Recorded } from '../recorded.ts';
import type { State } from '../state.ts';

/** A call that is let in, with what the path names. */
export interface Call {
  readonly state: State;
  readonly request: Recorded;
  /** The address of the caller. */
  readonly caller: string;
  /** What the path's groups caught, decoded. */
  readonly names: Readonly<Record<string, string | undefined>>;
}

/** One method of the Sheets API. */
export interface Endpoint {
  readonly method: string;
  readonly path: RegExp;
  readonly access: 'read' | 'write';
  /** The query that it takes beside what every method takes. */
  readonly query: readonly string[];
  readonly answer: (call: Call) => object;
}

const auth = 'https://www.googleapis.com/auth';
const writing = [`${auth}/spreadsheets`, `${auth}/drive`, `${auth}/drive.file`];
const scopes = {
  write: writing,
  read: [...writing, `${auth}/spreadsheets.readonly`, `${auth}/drive.readonly`],
};

/** What every method takes. Source: the standard query parameters of Google's APIs. */
const standardQuery = ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser'];

const project = '123456789';

/** Lets the caller in and answers. Throws what the API would answer instead. */
export function call(endpoint: Endpoint, request: Recorded, state: State): object {
  const token = state.accounts.caller(request.headers['authorization'], state.clock());
  if (!state.apiEnabled) throw serviceDisabled(project);
  if (!token.scopes.some((scope) => scopes[endpoint.access].includes(scope))) throw insufficientScopes();
  checkQuery(request.query, endpoint.query);
  const names = endpoint.path.exec(request.path)?.groups ?? {};
  return endpoint.answer({ state, request, caller: token.email, names });
}

function checkQuery(query: URLSearchParams, taken: readonly string[]): void {
  for (const name of query.keys()) {
    if (standardQuery.includes(name) || taken.includes(name)) continue;
    const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
    throw badFields(description, [{ description }]);
  }
  if ((query.get('alt') ?? 'json') !== 'json') throw invalid('The fake answers JSON only.');
}

export function flag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name) ?? 'false';
  if (!/^(?:true|false)$/iu.test(text)) throw invalid(`Invalid value at '${name}' (TYPE_BOOL), "${text}"`);
  return text.toLowerCase() === 'true';
}
