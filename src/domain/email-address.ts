/** E-mail addresses in a strict form of our own (RFC 5321 section 4.1.2 without quoting), and the names of hosts. */
import type { EmailFault } from './problem.ts';
import { parseUrl } from './url.ts';

const hidden =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const namedAddress = /^[^<>]*<(?<address>[^<>\s]+)>$/u;

/** Letters that are not Latin: in a Norwegian address they deceive, or are a mistake. */
export function hasForeignLetters(text: string): boolean {
  return !/^[ -~]*$/u.test(text) && /\p{Letter}/u.test(text.replace(/\p{Script=Latin}/gu, ''));
}

/** A name that is in its final form already, as most are. */
const plainHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/u;

/** The host in the form that the network uses (punycode, lower case), or undefined where the text is no host. */
export function asciiHost(host: string): string | undefined {
  if (host.length <= 253 && plainHost.test(host)) return host;
  const url = /[\s/\\?#@:%[\]]/u.test(host) ? undefined : parseUrl(`https://${host}/`);
  if (url === undefined) return undefined;
  // Full-width letters and the like, which a browser treats as the plain ones.
  if (host.normalize('NFKC') !== host.normalize('NFC')) return undefined;
  const ascii = url.hostname;
  const isName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u.test(ascii);
  return isName && ascii.length <= 253 ? ascii : undefined;
}

function faultOf(text: string): EmailFault | undefined {
  if (/[\r\n]/u.test(text)) return 'line-break';
  if (hidden.test(text)) return 'hidden-characters';
  if ((text.match(/@/gu)?.length ?? 0) > 1 && /[,;\s]/u.test(text)) return 'several';
  return hasForeignLetters(text.slice(text.lastIndexOf('@') + 1)) ? 'mixed-scripts' : undefined;
}

/** The address with its domain in lower case and punycode, or why it is none. Accepts `Name <address>`. */
export function parseEmail(text: string): { readonly address: string } | { readonly fault: EmailFault } {
  const trimmed = text.trim();
  const address = namedAddress.exec(trimmed)?.groups?.['address'] ?? trimmed;
  const fault = faultOf(trimmed === address ? address : trimmed);
  if (fault !== undefined) return { fault };
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const host = asciiHost(address.slice(at + 1));
  const isValid =
    at > 0 && host !== undefined && localPart.test(local) && local.length <= 64 && address.length <= 254;
  return isValid ? { address: `${local}@${host}` } : { fault: 'form' };
}

/** An address as logs and the ledger show it: `p***@kommune.no`. Only the mailing and the outbox have the whole address. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at > 0 ? 1 : 0)}***${address.slice(at)}`;
}
