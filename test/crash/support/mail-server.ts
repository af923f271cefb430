/** A mail server that others have written, which counts what it has really taken, and goes wrong as it is told. */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** What happens in a session, in order. `taken`: the end of the message has come, and nothing is answered yet. */
export type Moment = 'connected' | 'sender' | 'recipient' | 'data' | 'taken' | 'answered';

/** Waits, or answers with a reply that is none of success: `451`. Undefined where all is well. */
export type Hook = (moment: Moment) => Promise<number | 'hang up' | undefined>;

export interface MailServer {
  readonly url: string;
  /** How often a message has been taken, by the recipient's key. */
  readonly taken: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const keyIn = (message: string): string => /^Message-ID: <([0-9a-f]{32})@/imu.exec(message)?.[1] ?? 'none';

class Reply extends Error {
  readonly responseCode: number;

  constructor(code: number) {
    super('as the test says');
    this.responseCode = code;
  }
}

/** `hook` is asked at every moment of every session. */
export async function startMailServer(hook: Hook): Promise<MailServer> {
  const taken = new Map<string, number>();
  const open = new Set<{ destroy(): void }>();
  const at = (moment: Moment, done: (error?: Error | null) => void): void => {
    hook(moment).then((said) => {
      if (said === 'hang up') for (const socket of open) socket.destroy();
      else if (said === undefined) done();
      else done(new Reply(said));
    }, done);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onConnect: (_, done) => {
      at('connected', done);
    },
    onMailFrom: (_, __, done) => {
      at('sender', done);
    },
    onRcptTo: (_, __, done) => {
      at('recipient', done);
    },
    onData: (stream, _, done) => {
      at('data', () => undefined);
      text(stream).then(
        (message) => {
          const key = keyIn(message);
          // Unless it says that it has not: then it may come again.
          taken.set(key, (taken.get(key) ?? 0) + 1);
          at('taken', (error) => {
            if (error) taken.set(key, (taken.get(key) ?? 0) - 1);
            done(error);
            at('answered', () => undefined);
          });
        },
        // Whoever was sending is gone.
        () => undefined,
      );
    },
  });
  server.on('error', () => undefined);
  server.server.on(
    'connection',
    (socket: { destroy(): void; on(event: 'close', gone: () => void): void }) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    },
  );
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `smtp://127.0.0.1:${String(port)}?perMinute=6000000`,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
