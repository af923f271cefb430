/** Logs in the person at this machine: OAuth for installed apps, with PKCE on a loopback address. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { readClientFile, type OAuthClient } from './console-files.ts';
import type { Who } from './advice.ts';
import { deleteLogin, readLogin, writeLogin, type Login, type LoginPlace } from './login-file.ts';
import { listenForLogin, type Brought, type Loopback } from './loopback.ts';
import { refuseFarOrigin } from './other-origin.ts';
import {
  byCode,
  isEnough,
  requestTokens,
  revoke,
  SCOPES,
  type Scope,
  type TokenClientOptions,
  type Tokens,
} from './tokens.ts';
import { googleFetch, standInFor, type Transport } from './transport.ts';
import type { GoogleEnvironment } from './environment.ts';

/** https://developers.google.com/identity/protocols/oauth2/native-app */
const CONSENT_ADDRESS = 'https://accounts.google.com/o/oauth2/v2/auth';

export interface LoginOptions {
  /** `GOOGLE_OAUTH_CLIENT`. A login that is kept holds its client, and needs no file. */
  readonly clientFile: string | undefined;
  readonly folder: string;
  /** What the login must allow. */
  readonly scopes: readonly Scope[];
  readonly transport: Transport;
  readonly environment: GoogleEnvironment;
  /** Shows the person the address to open. */
  readonly show: (address: string) => void;
  /** Milliseconds to wait for the person. */
  readonly timeout: number;
}

/**
 * Lets the person log in with a browser, and keeps the login. Returns the account's address, where Google gives it.
 * Throws UserError when the person declines or is too late, and when there is no client to log in through.
 */
export async function logIn(options: LoginOptions): Promise<string | undefined> {
  const { clientFile, folder, scopes, transport, environment, show, timeout } = options;
  const { origin } = transport;
  const tokenOptions: TokenClientOptions = { fetch: googleFetch(transport), environment, origin };
  refuseFarOrigin(origin);
  const place = { folder, origin };
  const client = await clientOf(clientFile, place);
  const [state, verifier] = [randomText(), randomText()];
  const loopback = await listenForLogin(state);
  try {
    show(consentAddress({ client, scopes, state, verifier, redirect: loopback.address }, transport));
    const code = codeIn(await waitForPerson(loopback, timeout));
    const who: Who = { kind: 'user', account: undefined };
    const request = byCode(client, { code, codeVerifier: verifier, redirect_uri: loopback.address });
    const login = loginOf(await requestTokens(request, who, tokenOptions), client, scopes);
    await writeLogin(place, login);
    return login.account;
  } finally {
    loopback.close();
  }
}

async function clientOf(file: string | undefined, place: LoginPlace): Promise<OAuthClient> {
  if (file !== undefined) return readClientFile(file, place.origin);
  // A new login replaces a damaged one.
  const kept = await readLogin(place).catch(() => undefined);
  if (kept !== undefined) return kept.client;
  throw new UserError(
    msg`No OAuth client is set up for the login.`,
    msg`Make one of the kind «Desktop app» in the Google Cloud console, download its JSON file, and name it in GOOGLE_OAUTH_CLIENT. docs/google.md explains it step by step.`,
  );
}

/** 256 random bits: more than RFC 7636, 7.1 asks for. */
const randomText = (): string => randomBytes(32).toString('base64url');

interface Consent {
  readonly client: OAuthClient;
  readonly scopes: readonly Scope[];
  readonly state: string;
  /** Of PKCE, RFC 7636. */
  readonly verifier: string;
  readonly redirect: string;
}

function consentAddress(
  { client, scopes, state, verifier, redirect }: Consent,
  { origin }: Transport,
): string {
  const address = standInFor(new URL(CONSENT_ADDRESS), origin);
  address.search = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirect,
    response_type: 'code',
    // Also the account's address, so that we can say whom to share the sheet with.
    scope: [...scopes.map((scope) => SCOPES[scope]), 'openid', 'email'].join(' '),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
    // A login that lasts longer than an hour, also if the person has logged in before.
    access_type: 'offline',
    prompt: 'consent',
  }).toString();
  return address.href;
}

async function waitForPerson({ brought }: Loopback, timeout: number): Promise<Brought> {
  const waiting = new AbortController();
  const tooLate = sleep(timeout, undefined, { signal: waiting.signal });
  try {
    const first = await Promise.race([brought, tooLate]);
    if (first !== undefined) return first;
  } finally {
    waiting.abort();
    await tooLate.catch(() => undefined);
  }
  throw new UserError(
    msg`Nobody logged in within ${Math.round(timeout / 60_000)} minutes.`,
    msg`Run «npm run login» again, and open the address that it prints in a browser on this machine. If Google's own page shows an error, docs/google.md says what it means.`,
  );
}

function codeIn(brought: Brought): string {
  if (brought.kind === 'code') return brought.code;
  throw declined(brought.error);
}

/** What was asked for and not allowed, in the words of Google's page. */
function notAllowed(scope: Scope): UserError {
  switch (scope) {
    case 'read':
    case 'write':
      return new UserError(
        msg`Felles was not given access to your spreadsheets.`,
        msg`Run it again, and tick the box for spreadsheets on Google's page.`,
      );
    case 'send':
    case 'draft':
      return new UserError(
        msg`Felles was not given access to your mail.`,
        msg`Run it again, and tick the box for mail on Google's page.`,
      );
    case 'read-files':
    case 'make-files':
      return new UserError(
        msg`Felles was not given access to your Google Drive files.`,
        msg`Run it again, and tick the box for Google Drive files on Google's page.`,
      );
  }
}

function loginOf(tokens: Tokens, client: OAuthClient, wanted: readonly Scope[]): Login {
  const { refresh_token: refreshToken, scope = wanted.map((each) => SCOPES[each]).join(' ') } = tokens;
  const scopes = scope.split(' ');
  const missing = wanted.find((each) => !isEnough(scopes, each));
  if (missing !== undefined) throw notAllowed(missing);
  if (refreshToken === undefined) {
    throw new UserError(
      msg`Google gave a login that expires after an hour.`,
      msg`Remove the access of Felles at https://myaccount.google.com/permissions, and run «npm run login» again.`,
    );
  }
  return { client, refreshToken, scopes, account: accountIn(tokens), access: tokens.access };
}

/** The token comes directly from Google over TLS, so it need not be verified (OpenID Connect Core, 3.1.3.7). */
function accountIn({ id_token: token }: Tokens): string | undefined {
  const claims = z.object({ email: z.email() });
  try {
    const payload: unknown = JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
    return claims.safeParse(payload).data?.email;
  } catch {
    return undefined;
  }
}

const later = (): string => msg`Run «npm run login» again in some minutes.`;

const askAdmin = (): string =>
  msg`Ask the administrators of your Google Workspace to trust this OAuth client (Admin console, Security, API controls), and run «npm run login» again. Or use a service account. docs/google.md says how.`;

const clientWrong = (message: string): UserError =>
  new UserError(
    message,
    msg`Check that GOOGLE_OAUTH_CLIENT names the file of a client of the kind «Desktop app», and download it again from the Google Cloud console.`,
  );

/**
 * Why Google sent the browser back without a code, and what to do about it: RFC 6749, 4.1.2.1, and
 * https://developers.google.com/identity/protocols/oauth2/native-app, «Authorization errors». `error` is from the address, and anybody
 * may have written it.
 */
export function declined(error: string): UserError {
  switch (error) {
    case 'access_denied':
      return new UserError(
        msg`Felles was not given access.`,
        msg`Run «npm run login» again, and allow access on Google's page. An app in testing accepts only the people named as test users in the Google Cloud console.`,
      );
    case 'admin_policy_enforced':
      return new UserError(
        msg`Your organisation does not allow this app (admin_policy_enforced).`,
        askAdmin(),
      );
    case 'org_internal':
      return new UserError(
        msg`This OAuth client is only for people of the organisation that made it (org_internal).`,
        msg`Log in with an account of that organisation, or choose «External» for the app in the Google Cloud console, under Audience.`,
      );
    case 'invalid_client':
      return clientWrong(msg`Google does not know this OAuth client (invalid_client).`);
    case 'unauthorized_client':
      return clientWrong(msg`This OAuth client may not log people in this way (unauthorized_client).`);
    case 'deleted_client':
      return clientWrong(msg`This OAuth client was deleted (deleted_client).`);
    case 'redirect_uri_mismatch':
      return clientWrong(msg`This OAuth client is not for a program on a machine (redirect_uri_mismatch).`);
    case 'disallowed_useragent':
      return new UserError(
        msg`Google does not log people in in this kind of browser (disallowed_useragent).`,
        msg`Run «npm run login» again, and open the address in an ordinary browser.`,
      );
    case 'invalid_scope':
      return new UserError(
        msg`Google does not know the access that was asked for (invalid_scope).`,
        msg`Please report this text: it is a fault in Felles.`,
      );
    case 'server_error':
      return new UserError(msg`Google had a fault of its own while you logged in (server_error).`, later());
    case 'temporarily_unavailable':
      return new UserError(msg`Google is busy, and did not finish the login.`, later());
    default:
      return new UserError(
        msg`Google did not finish the login (${/^\w{1,40}$/u.exec(error)?.[0] ?? msg`no readable reason`}).`,
        msg`Run «npm run login» again. If it fails again, docs/google.md says what Google and organisations forbid.`,
      );
  }
}

/** The result of a logout. */
export interface LoggedOut {
  /** False where there was no login to delete. */
  readonly deleted: boolean;
  /** False where Google did not know the login any more, or could not be asked. */
  readonly revoked: boolean;
}

/** Revokes the login at Google and deletes it here, also where Google cannot be asked. Throws UserError. */
export async function logOut(folder: string, transport: Transport): Promise<LoggedOut> {
  const place = { folder, origin: transport.origin };
  const fetch = googleFetch(transport);
  // A login that cannot be read is deleted too.
  const login = await readLogin(place).catch(() => undefined);
  const revoked = login !== undefined && (await revoke(login.refreshToken, fetch));
  return { deleted: await deleteLogin(place), revoked };
}
