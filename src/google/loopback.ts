/** The small server on this machine that Google sends the browser back to (RFC 8252, 7.3). */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loginPage, type PageKind } from './login-page.ts';

/** What the browser brought: a code, or why there is none (RFC 6749, 4.1.2). */
export type Brought =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'declined'; readonly error: string };

export interface Loopback {
  /** For example `http://127.0.0.1:40123`. */
  readonly address: string;
  /** What the browser brings, with the right state; anything else is turned away, and waited past. */
  readonly brought: Promise<Brought>;
  close(): void;
}

/** Listens on a free port of this machine alone, for whoever comes with this `state`. */
export async function listenForLogin(state: string): Promise<Loopback> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const brought = new Promise<Brought>((resolve) => {
    server.on('request', (request, response) => {
      const [status, page, found] = receive(request, state);
      // Only once the person has the page: what comes next may end the server.
      answer(response, status, page, () => {
        if (found !== undefined) resolve(found);
      });
    });
  });
  return {
    address: `http://127.0.0.1:${portOf(server.address())}`,
    brought,
    close: () => {
      server.close();
      // Browsers open connections in advance, which would keep us waiting.
      server.closeAllConnections();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  return address.port;
}

/** Whoever does not know the state was not sent by Google for this login: a page that somebody else made, say. */
function receive({ url, method }: IncomingMessage, state: string): [number, PageKind, Brought?] {
  const { pathname, searchParams } = new URL(url ?? '/', 'http://127.0.0.1');
  if (pathname !== '/' || method !== 'GET') return [404, 'not-here'];
  if (searchParams.get('state') !== state) return [400, 'not-ours'];
  const [error, code] = [searchParams.get('error'), searchParams.get('code')];
  if (error !== null) return [200, 'declined', { kind: 'declined', error }];
  return code === null || code === '' ? [400, 'not-ours'] : [200, 'done', { kind: 'code', code }];
}

function answer(response: ServerResponse, status: number, page: PageKind, then: () => void): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    // The address holds the code: it goes nowhere else.
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    connection: 'close',
  });
  response.end(loginPage(page), then);
}
