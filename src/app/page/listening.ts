/** Listens for the browser on this machine. */
import { msg } from '../../domain/msg.ts';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { hasCode } from '../../disk/has-code.ts';
import { UserError } from '../../domain/user-error.ts';
import { secure } from './guard.ts';
import type { PageParts } from './parts.ts';
import { isSameUser } from './same-user.ts';
import { createPage } from './server.ts';

/** So many ports are tried after the first. */
const PORTS = 20;

/** The port to listen on. `isFixed`: no other will do. */
export interface WantedPort {
  readonly first: number;
  readonly isFixed: boolean;
}

/** What answers the requests to a page. */
function listenerOf(page: PageParts): RequestListener {
  const answer = getRequestListener(createPage(page).fetch, { errorHandler });
  return (request, response) => {
    if (isSameUser(request.socket)) void answer(request, response);
    else refuse(response);
  };
}

/** Somebody else on this machine. */
function refuse(response: ServerResponse): void {
  const headers = new Headers({ Connection: 'close', 'Content-Type': 'text/plain; charset=utf-8' });
  secure(headers);
  response.writeHead(403, Object.fromEntries(headers));
  response.end('This page is only for the user who has started it.\n');
}

/** What cannot be understood as a request is refused without being asked from whom it comes. */
function errorHandler(): Response {
  const headers = new Headers();
  secure(headers);
  return new Response(null, { status: 400, headers });
}

interface Listening {
  readonly server: Server;
  readonly port: number;
}

/** Listens on this machine alone: the first port, or one of the next where it is taken. Throws UserError where none is free. */
export async function listenOn(page: PageParts, { first, isFixed }: WantedPort): Promise<Listening> {
  const answer = listenerOf(page);
  for (let port = first; ; port += 1) {
    const server = createServer(answer);
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return { server, port: typeof address === 'object' && address !== null ? address.port : port };
    } catch (cause) {
      if (!hasCode(cause, 'EADDRINUSE', 'EACCES')) throw cause;
      if (!isFixed && port < first + PORTS) continue;
      throw new UserError(
        msg`The port ${String(port)} is taken.`,
        msg`Something else listens there, perhaps this page in another terminal. Name another with --port.`,
        { cause },
      );
    }
  }
}
