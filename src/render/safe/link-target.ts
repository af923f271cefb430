/** Which links a paper may carry. A link typed in a cell may try to deceive the reader of the paper. */
import { oneLine } from './plain-text.ts';
import { parseUrl } from '../../domain/url.ts';

/** Host names in letters of one script: Cyrillic `х.no` looks like a Latin one and leads elsewhere. */
const hostName =
  /^(?:[\p{Script=Latin}\d](?:[\p{Script=Latin}\d-]*[\p{Script=Latin}\d])?\.)+[\p{Script=Latin}]{2,}$/u;
const punycodeHost = /^(?:[a-z\d-]+\.)+(?:[a-z]{2,}|xn--[a-z\d-]+)$/u;
const mailAddress = /^[\w.!#$%&*+/=?^`{|}~-]+@([^@\s]+)$/u;

function safeWebAddress(typed: string): string | undefined {
  const host = /^https:\/\/([^/?#]*)/iu.exec(typed)?.[1]?.replace(/:\d+$/u, '');
  if (host === undefined || !hostName.test(host.normalize('NFC'))) return undefined;
  if (host.normalize('NFKC') !== host.normalize('NFC')) return undefined;
  const url = parseUrl(typed);
  if (url === undefined) return undefined;
  const hasUser = url.username !== '' || url.password !== '';
  return hasUser || !punycodeHost.test(url.hostname) ? undefined : url.href;
}

/**
 * The address to link to, percent-encoded, or undefined when it must not be a link: only `https://` with a host name
 * (no IP address, no user name before it, no mixed scripts) and `mailto:` with one plain address and nothing more.
 */
export function safeLink(typed: string): string | undefined {
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(typed)) return undefined;
  if (/^https:/iu.test(typed)) return safeWebAddress(typed);
  const address = /^mailto:(.*)$/iu.exec(typed)?.[1];
  const domain = address === undefined ? undefined : mailAddress.exec(address)?.[1];
  if (address === undefined || domain === undefined || !hostName.test(domain)) return undefined;
  return `mailto:${encodeURI(address).replaceAll('?', '%3F').replaceAll('&', '%26').replaceAll('#', '%23')}`;
}

/** A mail address as a URI. What could end the line or begin another header (`?bcc=`) is percent-encoded. */
export function mailtoUri(address: string): string {
  return `mailto:${oneLine(address).replace(/[^\w.+@-]/gu, (character) => encodeURIComponent(character))}`;
}

/** The text for a link without words of its own: `arkitektur.no/moter`, `post@nal.example`. */
export function linkWords(typed: string): string {
  return typed.replace(/^(?:https:\/\/|mailto:)/iu, '').replace(/\/$/u, '');
}

/** Whether the words are the address itself, with or without `https://`, so that nothing must be added to them. */
export function areAddress(words: string, href: string): boolean {
  const typed = /^(?:https:\/\/|mailto:)/iu.test(words) ? words : `https://${words}`;
  return words === linkWords(href) || parseUrl(typed)?.href === href;
}

/** Whether words name another host than the one the link leads to: «nal.no» on a link to evil.example. */
export function namesOtherHost(words: string, href: string): boolean {
  const named = words.match(/[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu) ?? [];
  const host = href.startsWith('mailto:') ? href.slice(href.indexOf('@') + 1) : new URL(href).hostname;
  return named.some((name) => parseUrl(`https://${name}`)?.hostname !== host.toLowerCase());
}
