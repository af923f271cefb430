/** Opens a connection to a mail server: TLS first, then the login. */
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { InjectedReply } from './smtp-faults.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the start; otherwise by STARTTLS, which is required unless the server is this machine. */
  readonly isSecure: boolean;
  readonly isLoopback: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly perMinute: number;
  /** How many messages may be on their way at once. */
  readonly connections: number;
}

/** Milliseconds. A server may need long after the final dot (RFC 5321 section 4.5.3.2.6: ten minutes). */
export interface SmtpTimeouts {
  readonly connect: number;
  readonly answer: number;
}

async function open(server: SmtpServer, timeouts: SmtpTimeouts): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const { host, port, isSecure, isLoopback } = server;
  // nodemailer drops plain text that comes between the answer to STARTTLS and TLS, and only logs how much it was.
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

/** A connection that is ready for a message. Throws the errors of nodemailer, and InjectedReply. */
export async function connect(server: SmtpServer, timeouts: SmtpTimeouts): Promise<SMTPConnection> {
  const connection = await open(server, timeouts);
  const { user, password } = server;
  // Later faults are reported to the code that is sending.
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
