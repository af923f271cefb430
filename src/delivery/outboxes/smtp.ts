/**
 * Sends by SMTP (RFC 5321). The end of the message, a line with a dot, is held back until the disk records that it may have
 * gone. After a fault before that point it is surely not sent; after a later one nobody can know (RFC 1047).
 */
import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { ComposedMessage } from '../compose.ts';
import type { Delivery, Outbox } from '../outbox.ts';
import { connect, type SmtpTimeouts, type SmtpServer } from './smtp-connect.ts';
import { afterRelease, beforeRelease } from './smtp-faults.ts';
import { parseUrl } from '../../domain/url.ts';

const defaultTimeouts: SmtpTimeouts = { connect: 30_000, answer: 11 * 60_000 };

const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/**
 * Reads `smtps://user:password@mail.example:465` or `smtp://mail.example:587?perMinute=60`. Throws UserError for anything
 * else, without the address: it may contain a password.
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = parseUrl(text);
  const isSecure = url?.protocol === 'smtps:';
  if (url === undefined || (!isSecure && url.protocol !== 'smtp:') || url.hostname === '') {
    throw new UserError(
      msg`SMTP_URL is not the address of a mail server.`,
      msg`Write smtps://user:password@mail.example:465 or smtp://mail.example:587. Characters such as @ in a password are written as %40.`,
    );
  }
  const perMinute = limitIn(url, 'perMinute', 60);
  const connections = limitIn(url, 'connections', 1);
  const given = (value: string): string | undefined => (value === '' ? undefined : decoded(value));
  return {
    host: url.hostname.replaceAll(/^\[|\]$/gu, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    isLoopback: loopback.test(url.hostname),
    user: given(url.username),
    password: given(url.password),
    perMinute,
    connections,
  };
}

/** Throws UserError for an invalid `%`. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new UserError(
      msg`The user or the password in SMTP_URL cannot be read.`,
      msg`A % in them is written as %25, and @ as %40.`,
    );
  }
}

/** Throws UserError for anything but a whole number from 1 up. */
function limitIn(url: URL, name: string, usual: number): number {
  const text = url.searchParams.get(name) ?? String(usual);
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new UserError(msg`${name} in SMTP_URL is not a number.`, msg`Write it as ?${name}=${usual}.`);
}

export function smtpOutbox(server: SmtpServer, timeouts: SmtpTimeouts = defaultTimeouts): Outbox {
  /** Open connections that are not in use. Each message has one to itself. */
  const idle: SMTPConnection[] = [];
  const close = (): Promise<void> => {
    for (const connection of idle.splice(0)) connection.quit();
    return Promise.resolve();
  };
  const connectTo = async (): Promise<SMTPConnection> => {
    const connection = await connect(server, timeouts);
    // A server closes a connection that is idle for a while.
    connection.once('end', () => {
      const at = idle.indexOf(connection);
      if (at !== -1) idle.splice(at, 1);
    });
    return connection;
  };
  const deliver = async (message: ComposedMessage, release: () => Promise<void>): Promise<Delivery> => {
    let connection: SMTPConnection;
    try {
      connection = idle.pop() ?? (await connectTo());
    } catch (error) {
      return beforeRelease(error);
    }
    const gate = new Gate(message.bytes, release);
    try {
      const response = await hand(connection, message, gate, timeouts);
      // An answer before the end of the message is to something else, and half an answer means nothing.
      if (!gate.isReleased || !/^2\d\d(?:[ -]|$)/u.test(response))
        throw new Error('no answer to the message');
      idle.push(connection);
      return { is: 'sent', receipt: receiptOf(response) };
    } catch (error) {
      connection.close();
      if (gate.failure !== undefined) throw gate.failure;
      return gate.isReleased ? afterRelease(error) : beforeRelease(error);
    }
  };
  return {
    name: 'smtp',
    limits: { connections: server.connections, perMinute: server.perMinute },
    deliver,
    close,
  };
}

/** The bytes of a message. The end is sent only once `release` has resolved. */
class Gate extends Readable {
  /** The error of the release. */
  failure: Error | undefined;
  isReleased = false;
  readonly #bytes: Uint8Array;
  readonly #release: () => Promise<void>;
  #isGiven = false;

  constructor(bytes: Uint8Array, release: () => Promise<void>) {
    super();
    this.#bytes = bytes;
    this.#release = release;
  }

  override _read(): void {
    if (!this.#isGiven) {
      this.#isGiven = true;
      this.push(this.#bytes);
      return;
    }
    this.#release().then(
      () => {
        this.isReleased = true;
        this.push(null);
      },
      (error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
        this.destroy(this.failure);
      },
    );
  }
}

/** Sends a message, and returns the server's answer. */
function hand(
  connection: SMTPConnection,
  { envelope }: ComposedMessage,
  gate: Gate,
  { connect: toBegin, answer }: SmtpTimeouts,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const handed = new Promise<string>((resolve, reject) => {
    // A server that sends one byte at a time gets no more time than one that is silent.
    timer = setTimeout(
      () => {
        reject(new Error('no whole answer in time'));
      },
      toBegin + 2 * answer,
    );
    const broke = (): void => {
      reject(new Error('the connection broke'));
    };
    connection.once('end', broke);
    gate.once('error', reject);
    connection.send({ from: envelope.from, to: [envelope.to] }, gate, (error, info) => {
      connection.off('end', broke);
      if (error) reject(error);
      else resolve(info.response);
    });
  });
  return handed.finally(() => {
    clearTimeout(timer);
  });
}

/** What a server answers to a message that it accepts: its number in the queue, on one line, without addresses. */
const receiptOf = (response: string): string =>
  response
    .replaceAll(/[^\s<>]+@[^\s<>]+/gu, '…')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 120);
