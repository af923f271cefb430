/** What it means that a mail server, or the way to it, did not do as was asked. */
import type { Delivery } from '../outbox.ts';

interface Fault {
  /** Of the reply; 0 where there was none that can be read. */
  readonly reply: number;
  readonly code: string;
  readonly command: string;
  /** Of the system, below nodemailer's own. */
  readonly cause: string;
  /** Which wait came to its end. */
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

/** Codes of Node for a certificate that does not hold. */
const isUnsafe = /CERT|SELF_SIGNED|^UNABLE_TO_|^ERR_TLS_/u;
/** The same for what is no TLS at all. */
const isNoTls = /^ERR_SSL_|^EPROTO$/u;

/** Something came in the clear after the answer to STARTTLS, where only TLS may come: whoever wrote it is not the server's TLS. */
export class InjectedReply extends Error {}

/** Where no connection comes about that nobody can listen to. */
function unsafe(error: unknown): Delivery | undefined {
  const { code, cause, timeout } = faultOf(error);
  if (error instanceof InjectedReply || isNoTls.test(cause) || timeout === 'UPGRADE_TIMEOUT') {
    return {
      is: 'closed',
      reason:
        error instanceof InjectedReply
          ? 'something was said in the clear where the mail server was to begin TLS'
          : 'the mail server agreed to begin TLS, and none came',
      advice:
        'Nothing is sent to it: somebody on the way may be tampering. Try from another network, or ask whoever runs the server.',
    };
  }
  if (isUnsafe.test(cause)) {
    return {
      is: 'closed',
      reason: `nobody vouches for the certificate of the mail server (${cause})`,
      advice: 'Nothing is sent to it. See that the name in SMTP_URL is the one that its certificate is for.',
    };
  }
  if (code !== 'ETLS') return undefined;
  return {
    is: 'closed',
    reason: 'the mail server offers no safe connection',
    advice: 'Nothing is sent in the clear. See that the name and the port in SMTP_URL are right.',
  };
}

/** Surely not sent. */
export function beforeRelease(error: unknown): Delivery {
  const danger = unsafe(error);
  if (danger !== undefined) return danger;
  const { reply, code, command } = faultOf(error);
  if (code === 'EAUTH' || code === 'ENOAUTH' || reply === 530 || reply === 535) {
    return {
      is: 'closed',
      reason: `the mail server does not let us in (${String(reply)})`,
      advice:
        'See that the user and the password in SMTP_URL are right, and that the account may send by SMTP.',
    };
  }
  if (reply >= 500 && /^(?:CONN|EHLO|HELO|LHLO|STARTTLS)$/u.test(command)) {
    return {
      is: 'closed',
      reason: `the mail server turns us away (${String(reply)})`,
      advice: 'Ask whoever runs it: it may take mail from other machines only, or no more for today.',
    };
  }
  if (reply >= 500 && command === 'MAIL FROM') {
    return {
      is: 'closed',
      reason: `the mail server does not take mail from this sender (${String(reply)})`,
      advice: 'See that the account in SMTP_URL may send as the sender in the tab Oppsett.',
    };
  }
  if (reply >= 500) return { is: 'refused', reason: `refused with ${String(reply)}`, reply };
  if (reply >= 400) return { is: 'later', reason: `not now (${String(reply)})`, reply };
  return {
    is: 'notGiven',
    reason: code === 'EDNS' ? 'the mail server is not found' : 'no connection to the mail server',
  };
}

/** Only an answer that can be read says that it was not taken. */
export function afterRelease(error: unknown): Delivery {
  const { reply } = faultOf(error);
  if (reply >= 500 && reply < 600) return { is: 'refused', reason: `refused with ${String(reply)}`, reply };
  if (reply >= 400 && reply < 500) return { is: 'later', reason: `not now (${String(reply)})`, reply };
  return { is: 'unclear', reason: 'the connection broke before the answer came' };
}
