import { Socket } from 'node:net';

/**
 * What no unit test may do: write to the terminal, or talk to anything outside this machine. The functions are
 * replaced by ones that throw, so that a slip fails the test that made it.
 */

function refuse(what: string): () => never {
  return () => {
    throw new Error(`A test may not use ${what}. Hand in what is needed, or return the text.`);
  };
}

for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir'] as const) {
  Reflect.set(console, name, refuse(`console.${name}`));
}

globalThis.fetch = refuse('fetch');

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

const connect = Reflect.get(Socket.prototype, 'connect') as (...args: unknown[]) => Socket;

/** Sockets reach this machine alone: the test servers, and the pipes that the test runner itself uses. */
function connectNearby(this: Socket, ...args: unknown[]): Socket {
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = hostOf(first, args[1]);
  if (host !== undefined && !LOOPBACK.has(host)) refuse(`the network (${host})`)();
  return Reflect.apply(connect, this, args);
}

function hostOf(first: unknown, second: unknown): string | undefined {
  if (typeof first === 'number') return typeof second === 'string' ? second : undefined;
  if (typeof first !== 'object' || first === null || !('host' in first)) return undefined;
  return typeof first.host === 'string' ? first.host : undefined;
}

// Test files share a process: this file runs before each of them, and the method is replaced once.
if (connect.name !== connectNearby.name) Reflect.set(Socket.prototype, 'connect', connectNearby);
