/** Every request to a service of Google, for tokens too, goes through here. */
import { request as requestOverHttp, type Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { isLoopback } from './other-origin.ts';
import { parseUrl } from '../domain/url.ts';

/** A complete answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of an answer that is to be a file. */
  readonly bytes?: Uint8Array;
}

/**
 * No complete answer came. Holds neither the request nor the error behind it, since they contain tokens and keys: only the
 * kind of fault.
 */
export class ConnectionFault extends Error {
  override readonly name = 'ConnectionFault' as const;
  /** As Node has it: `ECONNRESET`, `ENOTFOUND`, `CERT_HAS_EXPIRED`; `DEADLINE` for our own. */
  readonly code: string;
  /** Where the request went. */
  readonly host: string;

  constructor(code: string, host: string) {
    super(`${code} from ${host}`);
    this.code = code;
    this.host = host;
  }
}

export interface Transport {
  /** Used in place of every host of Google's, `GOOGLE_API_ORIGIN`; Google itself unless given. */
  readonly origin?: string | undefined;
  /** Called for each request; tells when it has taken too long to the last byte of its answer. Two minutes unless given. */
  readonly deadline?: (() => AbortSignal) | undefined;
}

/** Google itself ends a request after 180 seconds (limits of the Sheets API); we stop waiting before that. */
const DEADLINE = 120_000;

const twoMinutes = (): AbortSignal => AbortSignal.timeout(DEADLINE);

/**
 * A `fetch` for the `fetchImplementation` of Google's own clients. It reaches only Google, follows no redirect
 * elsewhere, and returns an answer only when it is complete: everything else is a ConnectionFault. Takes the agent that
 * gaxios chooses where HTTPS_PROXY is set. Throws UserError for an invalid origin.
 */
export function googleFetch({ origin, deadline = twoMinutes }: Transport): typeof fetch {
  if (origin !== undefined) parseOrigin(origin);
  return async (input, init) => {
    const url = standInFor(new URL(input instanceof Request ? input.url : input), origin);
    const signal = deadline();
    const headers = new Headers(init?.headers);
    // As `fetch` does.
    if (init?.body instanceof URLSearchParams && !headers.has('content-type'))
      headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
    const options: RequestOptions = {
      method: init?.method ?? 'GET',
      headers: Object.fromEntries(headers),
      signal,
      // A stand-in is reached by the address as written. A connection is not used twice: the other end may have
      // closed it meanwhile, and then a write over it would have an unclear result.
      agent: (origin === undefined ? agentOf(init) : undefined) ?? false,
    };
    try {
      return await exchange(url, options, init?.body);
    } catch (error) {
      throw new ConnectionFault(signal.aborted ? 'DEADLINE' : codeOf(error), url.host);
    }
  };
}

/** Throws UserError. */
function parseOrigin(text: string): URL {
  const url = parseUrl(text);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (url === undefined || !isSafe || url.href !== `${url.origin}/`) {
    throw new UserError(
      msg`GOOGLE_API_ORIGIN is «${text}», which is not a valid address of a server.`,
      msg`Write only scheme, host and port, as in http://127.0.0.1:8080; http is allowed only for this machine. Remove it to reach Google itself.`,
    );
  }
  return url;
}

/** Where a request goes. Throws for a host that is not Google's, and UserError for an invalid origin. */
export function standInFor(asked: URL, origin: string | undefined): URL {
  const isGoogle = asked.hostname.endsWith('.googleapis.com') || asked.hostname === 'accounts.google.com';
  if (!isGoogle || asked.protocol !== 'https:' || asked.port !== '')
    throw new Error(`${asked.origin} is not Google's`);
  return origin === undefined ? asked : new URL(`${asked.pathname}${asked.search}`, parseOrigin(origin));
}

/** gaxios passes the agent of its proxy as an option that `fetch` does not know. */
function agentOf(init: object | undefined): Agent | undefined {
  if (init === undefined || !('agent' in init)) return undefined;
  const { agent } = init;
  return isAgent(agent) ? agent : undefined;
}

const isAgent = (value: unknown): value is Agent =>
  typeof value === 'object' && value !== null && 'addRequest' in value;

async function exchange(url: URL, options: RequestOptions, body: unknown): Promise<Response> {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestOverHttps : requestOverHttp)(url, options, resolve);
    request.on('error', reject);
    if (body instanceof Readable) body.on('error', reject).pipe(request);
    else request.end(bytesOf(body));
  });
  const status = message.statusCode ?? 0;
  const content = await wholeBody(message);
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : content, { status, headers });
}

function bytesOf(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error(`a body cannot be sent as ${typeof body}`);
}

async function wholeBody(message: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  if (message.headers['content-encoding'] !== 'gzip') return Buffer.from(await buffer(message));
  const unzip = createGunzip();
  message.on('error', (error) => unzip.destroy(error)).pipe(unzip);
  return Buffer.from(await buffer(unzip));
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
