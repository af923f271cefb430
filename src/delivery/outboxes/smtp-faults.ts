/** What a fault of a mail server, or of the connection to it, means. */
import { msg } from '../../domain/msg.ts';
import type { Delivery } from '../outbox.ts';

interface Fault {
  /** The code of the reply; 0 if there was no readable one. */
  readonly reply: number;
  readonly code: string;
  readonly command: string;
  /** The system's code, below nodemailer's own. */
  readonly cause: string;
  /** Which time limit was reached. */
  readonly timeout: string;
}

function faultOf(error: unknown): Fault {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null
      ? Object.entries(error).find(([key]) => key === name)?.[1]
      : undefined;
  const [reply, code, command, cause, timeout] = [
    ...['responseCode', 'code', 'command', 'originalCode', 'timeoutType'],
  ].map(field);
  return {
    reply: typeof reply === 'number' ? reply : 0,
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    cause: typeof cause === 'string' ? cause : '',
    timeout: typeof timeout === 'string' ? timeout : '',
  };
}

/** Node's codes for an invalid certificate. */
const isUnsafe = /CERT|SELF_SIGNED|^UNABLE_TO_|^ERR_TLS_/u;
/** Node's codes for an answer that is not TLS. */
const isNoTls = /^ERR_SSL_|^EPROTO$/u;

/** Plain text came after the answer to STARTTLS, where only TLS may come: it is not from the TLS server. */
export class InjectedReply extends Error {}

/** The result if no safe connection can be made. */
function unsafe(error: unknown): Delivery | undefined {
  const { code, cause, timeout } = faultOf(error);
  if (error instanceof InjectedReply || isNoTls.test(cause) || timeout === 'UPGRADE_TIMEOUT') {
    return {
      is: 'closed',
      reason:
        error instanceof InjectedReply
          ? msg`plain text came where the mail server should begin TLS`
          : msg`the mail server agreed to begin TLS, but did not`,
      advice: msg`Nothing is sent to it: somebody may be changing the traffic. Try from another network, or ask the people who run the server.`,
    };
  }
  if (isUnsafe.test(cause)) {
    return {
      is: 'closed',
      reason: msg`the certificate of the mail server is not trusted (${cause})`,
      advice: msg`Nothing is sent to it. Check that its certificate is for the name in SMTP_URL.`,
    };
  }
  if (code !== 'ETLS') return undefined;
  return {
    is: 'closed',
    reason: msg`the mail server offers no safe connection`,
    advice: msg`Nothing is sent without encryption. Check the name and the port in SMTP_URL.`,
  };
}

/** A fault before the release: surely not sent. */
export function beforeRelease(error: unknown): Delivery {
  const danger = unsafe(error);
  if (danger !== undefined) return danger;
  const { reply, code, command } = faultOf(error);
  if (code === 'EAUTH' || code === 'ENOAUTH' || reply === 530 || reply === 535) {
    return {
      is: 'closed',
      reason: msg`the mail server does not accept the login (${reply})`,
      advice: msg`Check the user and the password in SMTP_URL, and that the account may send by SMTP.`,
    };
  }
  if (reply >= 500 && /^(?:CONN|EHLO|HELO|LHLO|STARTTLS)$/u.test(command)) {
    return {
      is: 'closed',
      reason: msg`the mail server refuses the connection (${reply})`,
      advice: msg`Ask the people who run it: it may accept mail only from other machines, or no more today.`,
    };
  }
  if (reply >= 500 && command === 'MAIL FROM') {
    return {
      is: 'closed',
      reason: msg`the mail server does not accept mail from this sender (${reply})`,
      advice: msg`Check that the account in SMTP_URL may send as the sender in the tab Oppsett.`,
    };
  }
  if (reply >= 500) return { is: 'refused', reason: msg`refused with ${reply}`, reply };
  if (reply >= 400) return { is: 'later', reason: msg`not now (${reply})`, reply };
  return {
    is: 'notGiven',
    reason: code === 'EDNS' ? msg`the mail server is not found` : msg`no connection to the mail server`,
  };
}

/** A fault after the release: only a readable answer says that the message was not accepted. */
export function afterRelease(error: unknown): Delivery {
  const { reply } = faultOf(error);
  if (reply >= 500 && reply < 600) return { is: 'refused', reason: msg`refused with ${reply}`, reply };
  if (reply >= 400 && reply < 500) return { is: 'later', reason: msg`not now (${reply})`, reply };
  return { is: 'unclear', reason: msg`the connection broke before the answer came` };
}
