/** Links: https with a real host, or an e-mail address; nothing that shows one target and leads to another. */
import type { LinkFault } from '../../domain/problem.ts';
import { asciiHost, hasForeignLetters, parseEmail } from '../../domain/email-address.ts';
import { plainText } from './text.ts';
import type { CellParser } from './cell-parser.ts';
import { parseUrl } from '../../domain/url.ts';

type LinkRead = { readonly link: string } | { readonly fault: LinkFault };

/** White space, control characters, and format characters, which nobody can see. */
const hidden = /[\s\p{Cc}\p{Cf}]/u;

/** A link already in its final form, as most are: nothing in it needs more checks. */
const plainLink = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}\/[\w~/-]*$/u;

function webLink(text: string): LinkRead {
  const url = text.includes('\\') ? undefined : parseUrl(text);
  if (url === undefined) return { fault: 'form' };
  if (url.username !== '' || url.password !== '') return { fault: 'user-info' };
  const written = /^https:\/\/(?<host>[^/?#:]*)/iu.exec(text)?.groups?.['host'] ?? '';
  if (written === '') return { fault: 'no-host' };
  if (/^[\d.]+$/u.test(url.hostname) || url.hostname.startsWith('[')) return { fault: 'address' };
  if (hasForeignLetters(written)) return { fault: 'mixed-scripts' };
  return asciiHost(written) === undefined ? { fault: 'no-host' } : { link: url.href };
}

/** `mailto:` and one plain address, nothing after it. */
function mailLink(text: string): LinkRead {
  const parsed = parseEmail(text.slice('mailto:'.length));
  return 'address' in parsed ? { link: `mailto:${parsed.address}` } : { fault: 'form' };
}

/** The link in its normal form, or why it is not a link. */
export function parseLink(text: string): LinkRead {
  const trimmed = text.trim();
  if (trimmed.length <= 250 && plainLink.test(trimmed)) return { link: trimmed };
  if (hidden.test(trimmed)) return { fault: 'hidden-characters' };
  if (/^https:\/\//iu.test(trimmed)) return webLink(trimmed);
  return /^mailto:/iu.test(trimmed) ? mailLink(trimmed) : { fault: 'not-https' };
}

export const linkCell: CellParser<string> = (cell, report) => {
  const parsed = parseLink(plainText(cell));
  if ('link' in parsed) return parsed.link;
  report('link-invalid', 'error', { why: parsed.fault });
  return undefined;
};
