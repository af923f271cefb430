/**
 * Who may use the page: the browser that was opened with the secret address, and no other. Every request is held to its Host
 * (a name that somebody else's DNS points here is refused), to where it comes from, to the secret that all addresses begin with, and to
 * the cookie; what changes something also to the word that forms of the page carry. All secrets end with the page: kept for the next one,
 * a program that takes the port meanwhile would get them from windows that are still open.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The secrets of one run of the page. */
export interface Session {
  /** In the address that the terminal shows. */
  readonly token: string;
  /**
   * What all addresses begin with: `/` and a secret. A browser gives a cookie of 127.0.0.1 to every port there, but only below its path.
   */
  readonly base: string;
  readonly cookie: string;
  /** In every form. */
  readonly form: string;
}

/** A word that nobody can guess. */
export const newWord = (): string => randomBytes(32).toString('base64url');

export const newSession = (): Session => ({
  ...{ token: newWord(), base: `/${newWord()}` },
  ...{ cookie: newWord(), form: newWord() },
});

/** A word as only those who know the token can sign it. `once`: it lets in; `here`: the page runs. */
export const signed = ({ token }: Pick<Session, 'token'>, purpose: 'once' | 'here', word: string): string =>
  createHmac('sha256', token).update(`${purpose} ${word}`).digest('base64url');

/** For the address that a browser is started with: it lets in once, since all who use the machine can see what programs were started with. */
export function onceToken(session: Pick<Session, 'token'>): string {
  const word = newWord();
  return `${word}.${signed(session, 'once', word)}`;
}

export function isSame(given: string | undefined, wanted: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}

/** The names under which a browser on this machine reaches the port. */
const hostsOf = (port: number): readonly string[] =>
  // Port 80 is not written.
  ['127.0.0.1', 'localhost'].map((name) => new URL(`http://${name}:${String(port)}`).host);

const cookieName = 'felles';

/** What a path is without its secret; undefined without the right one. */
export const pathBelow = (path: string, { base }: Pick<Session, 'base'>): string | undefined =>
  isSame(path.slice(0, base.length + 1), `${base}/`) ? path.slice(base.length) : undefined;

/** Addresses within the page are written without the secret, and get it where a screen is ready. Values in HTML have no `"`. */
export const withBase = (html: string, { base }: Pick<Session, 'base'>): string =>
  html.replaceAll(/ (?<name>href|src|action|formaction)="(?=\/)/gu, ` $<name>="${base}`);

/** What the browser may do with a screen: load this server's own styles and script, and frame its papers. */
const screenPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A paper brings its own styles and pictures, and nothing of it runs, loads or leads anywhere. */
export const paperPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** Gives an answer the headers that all have, unless it has set its own policy. */
export function secure(headers: Headers): void {
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', screenPolicy);
  headers.set('X-Content-Type-Options', 'nosniff');
  // The address is secret to others. Not `no-referrer`, with which browsers send forms without their origin.
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Cache-Control', 'no-store');
}

export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  secure(context.res.headers);
};

/** What is known of where a request comes from. */
interface Origin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Fetch metadata (W3C): how the asking page is related to this one. */
  readonly from: string | undefined;
}

/** Whether a request comes from the page itself, or from an address that a person opened. */
function isOwn({ method, host, origin, from }: Origin, port: number): boolean {
  const hosts = hostsOf(port);
  if (host === undefined || !hosts.includes(host)) return false;
  const isSameOrigin = hosts.some((one) => origin === `http://${one}`);
  if (origin !== undefined && !isSameOrigin) return false;
  // Other ports of this machine are the same site to a browser, and none of ours.
  if (from !== undefined && from !== 'same-origin' && from !== 'none') return false;
  return method === 'GET' || method === 'HEAD' || isSameOrigin;
}

/** Browsers say of each form how long it is, so that one that is too long is refused before it is read. */
export const requireLength: MiddlewareHandler = async ({ req, text }, next) =>
  req.header('transfer-encoding') === undefined ? next() : text('411', 411);

/** `port` is where the server listens, known only once it does. `refused` is what people read. */
export function guard(session: Session, port: () => number, refused: string): MiddlewareHandler {
  const used = new Set<string>();
  const isLetIn = (token: string): boolean => {
    if (isSame(token, session.token)) return true;
    const [word = '', sign] = token.split('.');
    if (used.has(word) || !isSame(sign, signed(session, 'once', word))) return false;
    used.add(word);
    return true;
  };
  return async (context, next) => {
    const { req } = context;
    const { method } = req;
    const { pathname } = new URL(req.url);
    const origin = {
      method,
      host: req.header('host'),
      origin: req.header('origin'),
      from: req.header('sec-fetch-site'),
    };
    if (!isOwn(origin, port())) return context.text(refused, 403);
    const isEntry = method === 'GET' && pathname === '/';
    const ask = isEntry ? req.query('ask') : undefined;
    if (ask !== undefined) return context.text(signed(session, 'here', ask));
    const token = isEntry ? req.query('token') : undefined;
    if (token !== undefined) {
      if (!isLetIn(token)) return context.text(refused, 403);
      setCookie(context, cookieName, session.cookie, {
        httpOnly: true,
        sameSite: 'Strict',
        path: `${session.base}/`,
      });
      return context.redirect(`${session.base}/`, 303);
    }
    const isOpen =
      pathBelow(pathname, session) !== undefined && isSame(getCookie(context, cookieName), session.cookie);
    if (!isOpen) return context.text(refused, 403);
    await next();
    const to = context.res.headers.get('location');
    if (to?.startsWith('/') === true) context.res.headers.set('location', `${session.base}${to}`);
    return undefined;
  };
}
