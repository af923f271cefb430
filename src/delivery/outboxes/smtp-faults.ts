/** What it means that a mail server, or the way to it, did not do as was asked. */
import type { Delivery } from '../outbox.ts';

interface Fault {
  /** Of the reply; 0 where there was none that can be read. */
  readonly reply: number;
  readonly code: string;
  readonly command: string;
  /** Of the system, below nodemailer's own. */
  readonly cause: string;
}

function faultOf(error: unknown): Fault {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null
      ? Object.entries(error).find(([key]) => key === name)?.[1]
      : undefined;
  const [reply, code, command, cause] = ['responseCode', 'code', 'command', 'originalCode'].map(field);
  return {
    reply: typeof reply === 'number' ? reply : 0,
    code: typeof code === 'string' ? code : '',
    command: typeof command === 'string' ? command : '',
    cause: typeof cause === 'string' ? cause : '',
  };
}

/** Codes of Node for a certificate that does not hold, and for what is no TLS at all. */
const isUnsafe = /CERT|SELF_SIGNED|^UNABLE_TO_|^ERR_(?:TLS|SSL)_|^EPROTO$/u;

/** Surely not sent. */
export function beforeRelease(error: unknown): Delivery {
  const { reply, code, command, cause } = faultOf(error);
  if (isUnsafe.test(cause)) {
    return {
      is: 'closed',
      reason: `nobody vouches for the certificate of the mail server (${cause})`,
      advice: 'Nothing is sent to it. See that the name in SMTP_URL is the one that its certificate is for.',
    };
  }
  if (code === 'ETLS') {
    return {
      is: 'closed',
      reason: 'the mail server offers no safe connection',
      advice: 'Nothing is sent in the clear. See that the name and the port in SMTP_URL are right.',
    };
  }
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
