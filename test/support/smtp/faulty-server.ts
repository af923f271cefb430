/** A mail server of our own that goes wrong as it is told, and writes down what it has really taken. */
import { EventEmitter, once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** What it does in place of the right answer: says something else, or breaks the connection. */
export type Script = Readonly<
  Partial<Record<'greeting' | 'EHLO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' | 'dot', string | null>>
>;

export interface FaultyServer {
  readonly url: string;
  /** The messages whose end has come, as they came. */
  readonly taken: readonly string[];
  /** How many have connected so far. */
  readonly connections: number;
  /** Ends every connection, as a server does with those that are idle. */
  hangUp(): Promise<void>;
  /** Resolves once what has come, over all connections, has this in it. A silent server is silent from then on. */
  hears(what: RegExp): Promise<void>;
  /** The script of the next connection; after that all is well again. */
  next(script: Script): void;
  close(): Promise<void>;
}

const right = {
  greeting: '220 faulty ESMTP\r\n',
  EHLO: '250-faulty\r\n250 8BITMIME\r\n',
  STARTTLS: '502 not here\r\n',
  MAIL: '250 ok\r\n',
  RCPT: '250 ok\r\n',
  DATA: '354 go on\r\n',
  dot: '250 2.0.0 queued as 4711\r\n',
} as const;

type Moment = keyof typeof right;

export async function startFaultyServer(): Promise<FaultyServer> {
  const taken: string[] = [];
  const scripts: Script[] = [];
  const sockets = new Set<Socket>();
  const ears = new EventEmitter();
  let heard = '';
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      ears.emit('more');
    });
    serve(socket, scripts.shift() ?? {}, taken);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${String(port)}?perMinute=60000`,
    taken,
    get connections() {
      return sockets.size;
    },
    hangUp: async () => {
      for (const socket of sockets) socket.end('421 4.4.2 too long\r\n');
      for (const socket of sockets) if (!socket.destroyed) await once(socket, 'close');
    },
    hears: async (what) => {
      while (!what.test(heard)) await once(ears, 'more');
    },
    next: (script) => void scripts.push(script),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function serve(socket: Socket, script: Script, taken: string[]): void {
  let buffer = '';
  let isData = false;
  /** Nothing at all where the script says `null`: the connection breaks. */
  const say = (moment: Moment): void => {
    const answer = script[moment];
    if (answer === null) socket.destroy();
    else socket.write(answer ?? right[moment]);
  };
  say('greeting');
  socket.on('data', (bytes) => {
    buffer += bytes.toString('latin1');
    for (;;) {
      const end = isData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
      if (end === -1) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (isData) {
        isData = false;
        taken.push(line);
        say('dot');
        continue;
      }
      const [command = ''] = line.toUpperCase().split(/[ :]/u);
      if (command === 'DATA') isData = script.DATA === undefined;
      if (
        command === 'EHLO' ||
        command === 'STARTTLS' ||
        command === 'MAIL' ||
        command === 'RCPT' ||
        command === 'DATA'
      )
        say(command);
      else socket.write(command === 'QUIT' ? '221 bye\r\n' : '502 not here\r\n');
    }
  });
}
