import { badFields, insufficientScopes, invalid, serviceDisabled } from '../api-error.ts';
import { checkMask } from '../documented.ts';
import { parseMask, type Mask } from '../field-mask.ts';
import type { Recorded, Route } from '../recorded.ts';
import type { State } from '../state.ts';

/** A call that is let in, with what the path names. */
export interface Call {
  readonly state: State;
  readonly request: Recorded;
  /** The address of the caller. */
  readonly caller: string;
  /** What the caller's token is for. */
  readonly scopes: readonly string[];
  /** What the path's groups caught, decoded. */
  readonly names: Readonly<Record<string, string | undefined>>;
}

/** One method of the Sheets, the Gmail or the Drive API. */
export interface Endpoint {
  readonly method: string;
  readonly path: RegExp;
  readonly access: 'read' | 'write' | 'send' | 'draft' | 'read-files' | 'make-files';
  /** The query that it takes beside what every method takes. */
  readonly query: readonly string[];
  readonly answer: (call: Call) => object;
}

const auth = 'https://www.googleapis.com/auth';
const writing = [`${auth}/spreadsheets`, `${auth}/drive`, `${auth}/drive.file`];
/** The scopes of which one is enough. */
const enough = {
  write: writing,
  read: [...writing, `${auth}/spreadsheets.readonly`, `${auth}/drive.readonly`],
  send: [`${auth}/gmail.send`, `${auth}/gmail.compose`, `${auth}/gmail.modify`, 'https://mail.google.com/'],
  'read-files': [`${auth}/drive`, `${auth}/drive.file`, `${auth}/drive.readonly`],
  'make-files': [`${auth}/drive`, `${auth}/drive.file`],
  draft: [`${auth}/gmail.compose`, `${auth}/gmail.modify`, 'https://mail.google.com/'],
};

/** What every method takes. Source: the standard query parameters of Google's APIs. */
const standardQuery = ['alt', 'fields', 'key', 'prettyPrint', 'quotaUser'];

const project = '123456789';

/** The route to an endpoint: lets the caller in, then answers. */
export function routeTo(endpoint: Endpoint): Route {
  const { method, path, access, query } = endpoint;
  return {
    method,
    path,
    answer: (request, state) => {
      const { email, scopes } = state.accounts.caller(request.headers['authorization']);
      const isOfDrive = access.endsWith('-files');
      if (!(isOfDrive ? state.drive.isEnabled : state.apiEnabled))
        throw serviceDisabled(project, isOfDrive ? 'Drive' : 'Sheets');
      if (!scopes.some((scope) => enough[access].includes(scope))) throw insufficientScopes();
      checkQuery(request.query, query);
      const names = path.exec(request.path)?.groups ?? {};
      return {
        status: 200,
        headers: {},
        body: endpoint.answer({ state, request, caller: email, scopes, names }),
      };
    },
  };
}

function checkQuery(query: URLSearchParams, taken: readonly string[]): void {
  for (const name of query.keys()) {
    if (standardQuery.includes(name) || taken.includes(name)) continue;
    const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
    throw badFields(description, [{ description }]);
  }
  if (!taken.includes('alt') && (query.get('alt') ?? 'json') !== 'json')
    throw invalid('The fake answers JSON only.');
}

export function flag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name) ?? 'false';
  if (!/^(?:true|false)$/iu.test(text)) throw invalid(`Invalid value at '${name}' (TYPE_BOOL), "${text}"`);
  return text.toLowerCase() === 'true';
}

/** The mask of the answer; undefined when none was sent. */
export function askedMask(query: URLSearchParams, message: string): Mask | undefined {
  const text = query.get('fields');
  if (text === null) return undefined;
  const mask = parseMask(text);
  checkMask(message, mask);
  return mask;
}
