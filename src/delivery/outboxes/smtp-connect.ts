/** Opens a connection to a mail server: TLS first, then who we are. */
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { InjectedReply } from './smtp-faults.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the start; else by STARTTLS, which is required unless the server is this machine. */
  readonly isSecure: boolean;
  readonly isLoopback: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly perMinute: number;
  /** How many messages may be on their way at once. */
  readonly connections: number;
}

/** Milliseconds. A server may take its time after the dot (RFC 5321 section 4.5.3.2.6: ten minutes). */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly answer: number;
}

async function open(server: SmtpServer, timeouts: SmtpTimeouts): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { host, port, isSecure, isLoopback } = server;
  // What comes in the clear between the answer to STARTTLS and TLS is thrown away by nodemailer, which only logs how much it was.
  let isInjected = false;
  const logger = {
    warn: (entry: unknown) => {
      isInjected ||= typeof entry === 'object' && entry !== null && 'discarded' in entry;
      if (isInjected) setImmediate(() => connection.close());
    },
    trace: () => undefined,
  };
  const connection = new Connection({
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback,
    ignoreTLS: isLoopback && !isSecure,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    socketTimeout: timeouts.answer,
    socketCloseTimeout: 0,
    allowInternalNetworkInterfaces: true,
    logger,
  });
  await new Promise<void>((resolve, reject) => {
    connection.once('end', () => {
      reject(isInjected ? new InjectedReply('an injected reply') : new Error('the connection broke'));
    });
    connection.once('error', reject);
    connection.connect((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  return connection;
}

/** A connection on which a message may be handed over. Throws what nodemailer does, and InjectedReply. */
export async function connect(server: SmtpServer, timeouts: SmtpTimeouts): Promise<SMTPConnection> {
  const connection = await open(server, timeouts);
  const { user, password } = server;
  // Whatever breaks later is told to whoever is sending.
  connection.on('error', () => undefined);
  if (user === undefined) return connection;
  const letIn = new Promise<void>((resolve, reject) => {
    connection.once('end', () => {
      reject(new Error('the connection broke'));
    });
    connection.login({ user, pass: password ?? '' }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  try {
    await letIn;
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}
