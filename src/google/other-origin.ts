/**
 * What may go to another origin than Google's, which GOOGLE_API_ORIGIN names. A file that somebody else left in the
 * working folder may name one, so nothing goes there that was made for Google: no login, no client, no key.
 */
import { UserError } from '../domain/user-error.ts';
import { parseUrl } from '../domain/url.ts';

/** Whether an origin is on this machine. Names as `URL` writes them. */
export function isLoopback({ hostname }: Pick<URL, 'hostname'>): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

/** Throws UserError unless it is Google itself, or on this machine, that a login or a key would be shown to. */
export function refuseFarOrigin(origin: string | undefined): void {
  if (origin === undefined || isLoopback(new URL(origin))) return;
  throw new UserError(
    `GOOGLE_API_ORIGIN is ${origin}, which is neither Google nor this machine: no login and no key goes there.`,
    'Take GOOGLE_API_ORIGIN out of .env and of the environment, to ask Google itself. A server of your own that answers there takes a token of its own: GOOGLE_ACCESS_TOKEN, set in the same place.',
  );
}

/** Hosts of Google's token endpoint and consent page, old and new, that its own files name. */
const GOOGLE_HOSTS = ['oauth2.googleapis.com', 'accounts.google.com', 'www.googleapis.com'];

/**
 * Throws UserError where a file says that it is for something else than what is asked. `addresses` are those that the
 * file names, `auth_uri` and `token_uri`; a file that Google makes always names Google's.
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
        `${path} is not for Google: it names ${shown(other)}. It was not used.`,
        'Download the file again from the Google Cloud console, and ask whoever gave you this one where it came from.',
      )
    : new UserError(
        `${path} is for ${shown(other)}, and GOOGLE_API_ORIGIN is ${origin}: what is in the file does not go there.`,
        'Take GOOGLE_API_ORIGIN out of .env and of the environment, to ask Google itself.',
      );
}

const shown = (address: string): string => parseUrl(address)?.host ?? 'another address';
