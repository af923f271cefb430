/** The small server on this machine that Google sends the browser back to (RFC 8252, 7.3). */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { codeOf } from './console-files.ts';

/** What the browser's request holds: a code, or why there is none (RFC 6749, 4.1.2). */
export type Brought =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'declined'; readonly error: string };

export interface Loopback {
  /** For example `http://127.0.0.1:40123`. */
  readonly address: string;
  /** From the first request with the right state; any other request is refused, and the server goes on waiting. */
  readonly brought: Promise<Brought>;
  close(): void;
}

/** A browser sends its whole request at once. Milliseconds. */
const SLOWEST_REQUEST = 10_000;

/** Listens on a free port of this machine alone, for a request with this `state`. Throws UserError. */
export async function listenForLogin(state: string): Promise<Loopback> {
  const server = createServer({
    headersTimeout: SLOWEST_REQUEST,
    requestTimeout: SLOWEST_REQUEST,
    connectionsCheckingInterval: 1000,
    // A request without a host gets our own answer, as does one with a wrong host.
    requireHostHeader: false,
  });
  const port = await portOf(server);
  const names = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  let isOver = false;
  const brought = new Promise<Brought>((resolve) => {
    server.on('request', (request, response) => {
      const [status, page, found] = receive(request, state, names);
      if (found === undefined) {
        answer(response, status, page);
        return;
      }
      const isLate = isOver;
      isOver = true;
      if (!isLate) {
        // Only once the page has been sent, or the browser has left: the next step may end the server.
        response.once('close', () => {
          resolve(found);
        });
      }
      answer(response, isLate ? 400 : status, isLate ? 'over' : page);
    });
  });
  // Node passes the bare connection, and would otherwise close it without an answer.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    );
  });
  return {
    address: `http://127.0.0.1:${port}`,
    brought,
    close: () => {
      server.close();
      // Browsers open connections in advance, and closing would wait for them.
      server.closeAllConnections();
    },
  };
}

async function portOf(server: Server): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject).listen(0, '127.0.0.1', resolve);
    });
  } catch (error) {
    throw new UserError(
      msg`This machine does not allow a server at 127.0.0.1 (${codeOf(error)}), where Google sends the browser after the login.`,
      msg`Log in on another machine, or use a service account: docs/google.md says how.`,
    );
  }
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  return address.port;
}

/**
 * A request without the state was not sent by Google for this login: it may come from somebody else's page. A request
 * with another host than ours came through a domain name that somebody else controls.
 */
function receive(
  { url = '', method, headers }: IncomingMessage,
  state: string,
  names: ReadonlySet<string>,
): [status: number, page: PageKind, found?: Brought] {
  if (!names.has(headers.host?.toLowerCase() ?? '')) return [421, 'not-here'];
  if (method !== 'GET') return [405, 'not-here'];
  // Only what a browser sends to a server: not `//`, and not a whole address.
  const query = url === '/' ? '' : /^\/\?(?<query>.*)$/su.exec(url)?.groups?.['query'];
  if (query === undefined) return [404, 'not-here'];
  const one = onlyOnce(new URLSearchParams(query));
  if (one('state') !== state) return [400, 'not-ours'];
  const [error, code] = [one('error'), one('code')];
  if (error !== undefined) return [200, 'declined', { kind: 'declined', error }];
  return code === undefined ? [400, 'not-ours'] : [200, 'done', { kind: 'code', code }];
}

/** No parameter may come twice (RFC 6749, 3.1). One that does, or that is empty, counts as missing. */
const onlyOnce =
  (parameters: URLSearchParams) =>
  (name: string): string | undefined => {
    const [value = '', ...others] = parameters.getAll(name);
    return value === '' || others.length > 0 ? undefined : value;
  };

function answer(response: ServerResponse, status: number, page: PageKind): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    // The address holds the code, so it must not be sent to another server.
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    connection: 'close',
    ...(status === 405 ? { allow: 'GET' } : {}),
  });
  response.end(loginPage(page));
}

export type PageKind = 'done' | 'declined' | 'over' | 'not-ours' | 'not-here';

/** In bokmål, nynorsk and English: it is not known who uses the browser. */
const TEXTS: Readonly<Record<PageKind, readonly [nb: string, nn: string, en: string]>> = {
  done: [
    'Google har svart. Lukk denne fanen og gå tilbake til terminalen: Der står det om innloggingen gikk bra.',
    'Google har svart. Lukk denne fana og gå tilbake til terminalen: Der står det om innlogginga gjekk bra.',
    'Google has answered. Close this tab and go back to the terminal, which says whether the login went well.',
  ],
  declined: [
    'Felles fikk ikke tilgang. Lukk denne fanen og gå tilbake til terminalen.',
    'Felles fekk ikkje tilgang. Lukk denne fana og gå tilbake til terminalen.',
    'Felles was not given access. Close this tab and go back to the terminal.',
  ],
  over: [
    'Svaret fra Google er alt tatt imot. Lukk denne fanen og gå tilbake til terminalen.',
    'Svaret frå Google er alt teke imot. Lukk denne fana og gå tilbake til terminalen.',
    "Google's answer has already arrived. Close this tab and go back to the terminal.",
  ],
  'not-ours': [
    'Denne adressen hører ikke til innloggingen som pågår. Åpne adressen som står i terminalen.',
    'Denne adressa høyrer ikkje til innlogginga som går føre seg. Opne adressa som står i terminalen.',
    'This address does not belong to the current login. Open the address that is shown in the terminal.',
  ],
  'not-here': ['Her er det ingenting.', 'Her er det ingenting.', 'There is nothing here.'],
};

/** A whole page. Takes nothing from the request. */
function loginPage(kind: PageKind): string {
  const [nb, nn, en] = TEXTS[kind];
  return `<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Felles</title>
<style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
<h1>Felles</h1>
<p>${nb}</p>
<p lang="nn">${nn}</p>
<p lang="en">${en}</p>
</html>
`;
}
