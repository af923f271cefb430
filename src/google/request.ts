/** One request by one of Google's own clients: with which login, and the answer as it came. */
import type { Asked } from './advice.ts';
import type { Credentials } from './credentials.ts';
import type { GoogleEnvironment } from './environment.ts';
import { classifyAnswer, classifyNoAnswer, type RequestResult } from './faults.ts';
import type { Scope } from './tokens.ts';
import type { Answer } from './transport.ts';

/** As text, and without checks or retries by the package: both are ours. */
export const requestWith = (token: string, fetchImplementation: typeof fetch) => ({
  headers: { authorization: `Bearer ${token}` },
  fetchImplementation,
  responseType: 'text' as const,
  validateStatus: () => true,
  retry: false,
});

/** The same for what is answered with a file. */
export const fileRequestWith = (token: string, fetchImplementation: typeof fetch) => ({
  ...requestWith(token, fetchImplementation),
  responseType: 'arraybuffer' as const,
});

/**
 * By its types the package returns an object. With `responseType: 'text'` it returns the text, and nothing for a 204; with
 * `arraybuffer` the bytes. Headers are a plain object.
 */
export function answerOf({
  status,
  headers,
  data,
}: {
  readonly status: number;
  readonly headers: object;
  readonly data: unknown;
}): Answer {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const answer = { status, headers: new Headers(entries) };
  if (!(data instanceof ArrayBuffer)) return { ...answer, text: typeof data === 'string' ? data : '' };
  const bytes = new Uint8Array(data);
  return { ...answer, text: new TextDecoder().decode(bytes), bytes };
}

export interface Call {
  readonly asked: Asked;
  readonly scope: Scope;
  /** Sends one request. */
  readonly send: (token: string) => Promise<Answer>;
}

/** One try. If Google does not know the token, a second one at once with a new token. Throws UserError. */
export async function tryOnce(
  call: Call,
  credentials: Credentials,
  environment: GoogleEnvironment,
): Promise<RequestResult> {
  const first = await attempt(call, credentials, environment);
  if (first.kind !== 'unknown-token') return first;
  return credentials.renew() ? attempt(call, credentials, environment) : first;
}

async function attempt(
  { asked, scope, send }: Call,
  credentials: Credentials,
  { now }: GoogleEnvironment,
): Promise<RequestResult> {
  const token = await credentials.token(scope);
  try {
    return classifyAnswer(await send(token), asked, credentials.who, now());
  } catch (error) {
    return classifyNoAnswer(error, asked);
  }
}
