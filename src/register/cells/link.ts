/** Links: https with a real host, and nothing that shows one place and leads to another (inputs.md 46). */
import type { LinkFault } from '../../domain/problem.ts';
import { asciiHost, hasForeignLetters } from './email.ts';
import { plainText } from './text.ts';
import type { CellParser } from './cell-parser.ts';

const hidden = /[\u0000-\u001F\u007F-\u00A0\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\s]/u;

/** The link in its normal form, or why it is none. */
export function parseLink(text: string): { readonly link: string } | { readonly fault: LinkFault } {
  const trimmed = text.trim();
  if (hidden.test(trimmed)) return { fault: 'hidden-characters' };
  if (!/^https:\/\//iu.test(trimmed)) return { fault: 'not-https' };
  if (!URL.canParse(trimmed) || trimmed.includes('\\')) return { fault: 'form' };
  const url = new URL(trimmed);
  if (url.username !== '' || url.password !== '') return { fault: 'user-info' };
  const written = /^https:\/\/(?<host>[^/?#:]*)/iu.exec(trimmed)?.groups?.['host'] ?? '';
  if (written === '') return { fault: 'no-host' };
  if (/^[\d.]+$/u.test(url.hostname) || url.hostname.startsWith('[')) return { fault: 'address' };
  if (hasForeignLetters(written)) return { fault: 'mixed-scripts' };
  return asciiHost(url.hostname) === undefined ? { fault: 'no-host' } : { link: url.href };
}

export const linkCell: CellParser<string> = (cell, report) => {
  const parsed = parseLink(plainText(cell));
  if ('link' in parsed) return parsed.link;
  report('link-invalid', 'error', { why: parsed.fault });
  return undefined;
};
