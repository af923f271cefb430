/** The page over a world, as `npm start` runs it but for the thread and the terminal: a real server, a maker in this process. */
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import { commands } from '../../src/app/main.ts';
import type { Run } from '../../src/app/cli/command.ts';
import { Events } from '../../src/app/page/events.ts';
import { Fresh } from '../../src/app/page/fresh.ts';
import { newSession, type Session } from '../../src/app/page/guard.ts';
import { listenOn } from '../../src/app/page/listening.ts';
import { askThrough, type MakerPort } from '../../src/app/page/maker-port.ts';
import { serveMaker } from '../../src/app/page/maker.ts';
import type { PageParts } from '../../src/app/page/parts.ts';
import { Runs } from '../../src/app/page/runs.ts';
import type { TestWorld } from './world.ts';

/** The run that a command would get in this world. */
export async function runOf(
  world: TestWorld,
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let taken: Run | undefined;
  const { stderr } = await world.run(
    {
      name: 'taken',
      summary: '',
      options: {},
      examples: [],
      run: (run) => {
        taken = run;
        return Promise.resolve(0);
      },
    },
    argv,
    env,
  );
  if (taken === undefined) throw new Error(stderr);
  return taken;
}

/** A maker in this process, asked through a channel as the one in a thread is. */
export async function makerOf(run: Run): Promise<MakerPort> {
  const room = join(run.settings.folder, 'room');
  await mkdir(room, { recursive: true });
  const { port1, port2 } = new MessageChannel();
  const served = serveMaker(run, port2, { room, commands });
  const { fail, ...asking } = askThrough(port1);
  return {
    ...asking,
    close: async () => {
      fail(new Error('closed'));
      port1.close();
      await served;
    },
  };
}

export interface RunningPage extends PageParts {
  readonly session: Session;
  readonly port: () => number;
  /** The address that the server listens on. */
  readonly listensOn: unknown;
  /** Of the server: `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** What addresses of the page begin with: the origin and the secret. */
  readonly base: string;
  readonly cookie: string;
  /** As the browser that was let in asks, below the base, but for what `init` says. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a form of the page from the page itself; `fields` may say otherwise. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** Writes bytes to the port, and gives all that comes back until the server ends the line, or says nothing for so long. */
  raw(text: string, ms?: number): Promise<string>;
  /** Ends all connections and takes none, until the answer is called. */
  goAway(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface PageStart {
  /** Where it listens; any port if it is not given. */
  readonly port?: number;
  /** What is started for a command instead of bin/felles.js. */
  readonly program?: string;
  readonly maker?: MakerPort;
  readonly find?: PageParts['find'];
}

/** A page that has read the register once. */
export async function startPage(run: Run, start: PageStart = {}): Promise<RunningPage> {
  const maker = start.maker ?? (await makerOf(run));
  const events = new Events();
  const fresh = new Fresh(maker, events);
  const runs = new Runs({
    ...{ program: start.program ?? '', common: [], env: process.env, folder: run.settings.folder, events },
    hold: () => fresh.during(() => maker.ask({ ask: 'hold' })),
    changes: async () => (await fresh.during(() => maker.ask({ ask: 'changes' }))).changes,
  });
  const session = newSession();
  let own = 0;
  const parts = { session, port: () => own, maker, fresh, events, runs };
  const { folder, out } = run.settings;
  const disk = { folder, out, room: join(folder, 'room') };
  const page = { ...parts, disk, find: start.find ?? (() => Promise.resolve(undefined)) };
  const { port, ...listening } = await listenOn(page, { first: start.port ?? 0, isFixed: true });
  let { server } = listening;
  own = port;
  await fresh.read();
  const origin = `http://127.0.0.1:${String(port)}`;
  const base = `${origin}${session.base}`;
  const cookie = `felles=${session.cookie}`;
  const ask: RunningPage['fetch'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('cookie')) headers.set('cookie', cookie);
    return answerTo(
      new Request(`${path.startsWith('/?token=') ? origin : base}${path}`, { ...init, headers }),
    );
  };
  return {
    ...{ ...page, origin, base, cookie, fetch: ask, listensOn: server.address() },
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ form: session.form, ...fields }),
      }),
    raw: (text, ms = 20_000) => rawTo(port, text, ms),
    goAway: async () => {
      const gone = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await gone;
      return async () => {
        ({ server } = await listenOn(page, { first: port, isFixed: true }));
      };
    },
    close: async () => {
      fresh.stop();
      server.close();
      server.closeAllConnections();
      await maker.close();
    },
  };
}

/** What a server of this machine answers to a request. */
async function answerTo(wanted: Request): Promise<Response> {
  const { url, method, headers, signal } = wanted;
  const body = Buffer.from(await wanted.arrayBuffer());
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: Object.fromEntries(headers), signal }, (incoming) => {
      const { statusCode = 0, rawHeaders } = incoming;
      const pairs = rawHeaders.flatMap((name, at): [string, string][] =>
        at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
      );
      // Where the test has enough, the line is cut.
      incoming.on('error', () => undefined);
      const stream = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
      resolve(new Response(stream, { status: statusCode, headers: pairs }));
    });
    sent.on('error', reject);
    sent.end(body.length === 0 ? undefined : body);
  });
}

const rawTo = (port: number, text: string, ms: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let got = '';
    socket.setEncoding('latin1').setTimeout(ms);
    socket.on('data', (data) => (got += String(data)));
    socket.on('timeout', () => socket.destroy());
    // The server may end the line while we still write.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(got);
    });
  });
