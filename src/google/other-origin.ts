/**
 * What may be sent to another origin than Google's, which GOOGLE_API_ORIGIN names. A file that somebody else left in the
 * working folder may name one, so nothing that was made for Google is sent there: no login, no client, no key.
 */
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { parseUrl } from '../domain/url.ts';

/** Whether an origin is on this machine. Names as `URL` writes them. */
export function isLoopback({ hostname }: Pick<URL, 'hostname'>): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

/** Throws UserError unless a login or a key would be sent to Google itself or to this machine. */
export function refuseFarOrigin(origin: string | undefined): void {
  if (origin === undefined || isLoopback(new URL(origin))) return;
  throw new UserError(
    msg`GOOGLE_API_ORIGIN is ${origin}, which is neither Google nor this machine. No login and no key is sent there.`,
    msg`To ask Google itself, remove GOOGLE_API_ORIGIN from .env and from the environment. If it is a server of your own, set GOOGLE_ACCESS_TOKEN for it in the same place.`,
  );
}

/** Hosts of Google's token endpoint and consent page, old and new, that its own files name. */
const GOOGLE_HOSTS = ['oauth2.googleapis.com', 'accounts.google.com', 'www.googleapis.com'];

/**
 * Throws UserError where a file is for another server than the one that is asked. `addresses` are those that the
 * file names, `auth_uri` and `token_uri`; a file from Google always names Google's.
 */
export function requireMeantFor(
  origin: string | undefined,
  path: string,
  addresses: readonly (string | undefined)[],
): void {
  const isMeant = (address: string): boolean => {
    const url = parseUrl(address);
    if (url === undefined) return false;
    return origin === undefined
      ? url.protocol === 'https:' && url.port === '' && GOOGLE_HOSTS.includes(url.hostname)
      : url.origin === new URL(origin).origin;
  };
  const other = addresses.find((address) => address !== undefined && !isMeant(address));
  if (other === undefined) return;
  throw origin === undefined
    ? new UserError(
        msg`${path} is not for Google: it names ${shown(other)}. It was not used.`,
        msg`Download the file again from the Google Cloud console. Ask the person who gave you this file where it came from.`,
      )
    : new UserError(
        msg`${path} is for ${shown(other)}, but GOOGLE_API_ORIGIN is ${origin}. The content of the file is not sent there.`,
        msg`To ask Google itself, remove GOOGLE_API_ORIGIN from .env and from the environment.`,
      );
}

const shown = (address: string): string => parseUrl(address)?.host ?? msg`another address`;
