/** Access tokens: google-auth-library makes and signs each request; this file decides what the answer means. */
import type { GetTokenOptions, JWT, OAuth2Client, OAuth2ClientOptions } from 'google-auth-library';
import { z } from 'zod';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import type { Who } from './advice.ts';
import { tryUntilCertain } from './backoff.ts';
import type { OAuthClient, ServiceAccount } from './console-files.ts';
import type { GoogleEnvironment } from './environment.ts';
import { classifyNoAnswer, classifyTokenAnswer, type RequestResult } from './faults.ts';
import { refuseFarOrigin } from './other-origin.ts';
import { standInFor, type Answer } from './transport.ts';

/** What a token must allow: spreadsheets, mail or files. Only the narrowest scope that is enough is asked for. */
export type Scope = 'read' | 'write' | 'send' | 'draft' | 'read-files' | 'make-files';

/**
 * https://developers.google.com/workspace/sheets/api/scopes,
 * https://developers.google.com/workspace/gmail/api/auth/scopes and
 * https://developers.google.com/workspace/drive/api/guides/api-specific-auth. `drive.file` would not be enough: it covers only
 * files that the same person opened or made with the same app, not a folder that people made, nor what others wrote.
 */
export const SCOPES: Readonly<Record<Scope, string>> = {
  read: 'https://www.googleapis.com/auth/spreadsheets.readonly',
  write: 'https://www.googleapis.com/auth/spreadsheets',
  send: 'https://www.googleapis.com/auth/gmail.send',
  draft: 'https://www.googleapis.com/auth/gmail.compose',
  'read-files': 'https://www.googleapis.com/auth/drive.readonly',
  'make-files': 'https://www.googleapis.com/auth/drive',
};

/** Scopes of which any one is enough: one that writes also reads, and one that makes drafts also sends. */
export const ENOUGH: Readonly<Record<Scope, readonly Scope[]>> = {
  read: ['read', 'write'],
  write: ['write'],
  send: ['send', 'draft'],
  draft: ['draft'],
  'read-files': ['read-files', 'make-files'],
  'make-files': ['make-files'],
};

/** Whether the allowed scopes, as Google names them, are enough. */
export const isEnough = (allowed: readonly string[], scope: Scope): boolean =>
  ENOUGH[scope].some((each) => allowed.includes(SCOPES[each]));

/** What a token request needs. */
export interface TokenClientOptions {
  readonly fetch: typeof fetch;
  readonly environment: GoogleEnvironment;
  /** The origin of a stand-in; Google itself unless given. */
  readonly origin: string | undefined;
}

const TOKEN_ADDRESS = 'https://oauth2.googleapis.com/token';

/** The parts of google-auth-library that are used. */
interface Library {
  readonly JWT: typeof JWT;
  readonly OAuth2Client: typeof OAuth2Client;
}

/** Lets the library send one request; its clients take these options. What it returns is not used. */
export type TokenRequest = (library: Library, options: OAuth2ClientOptions) => Promise<unknown>;

/**
 * Signed with the key of a service account (RFC 7523), for an hour from now by our own clock. The audience is the server that
 * is asked: another server cannot use it at Google.
 * https://developers.google.com/identity/protocols/oauth2/service-account
 */
export function byKey(
  account: ServiceAccount,
  scope: Scope,
  { environment, origin }: TokenClientOptions,
): TokenRequest {
  const iat = Math.floor(environment.now() / 1000);
  const aud = standInFor(new URL(TOKEN_ADDRESS), origin).href;
  const additionalClaims = { aud, iat, exp: iat + 3600 };
  return ({ JWT }, options) =>
    new JWT({ ...options, ...account, scopes: SCOPES[scope], additionalClaims }).authorize();
}

/** By the refresh token of a login (RFC 6749, 6). */
export const byRefreshToken =
  (client: OAuthClient, refreshToken: string): TokenRequest =>
  ({ OAuth2Client }, options) => {
    const asking = new OAuth2Client({ ...options, ...knownAs(client) });
    asking.setCredentials({ refresh_token: refreshToken });
    return asking.refreshAccessToken();
  };

/** By the code in the browser's request to `redirect_uri`, with the verifier of PKCE (RFC 7636, 4.5). */
export const byCode =
  (client: OAuthClient, given: GetTokenOptions): TokenRequest =>
  ({ OAuth2Client }, options) =>
    new OAuth2Client({ ...options, ...knownAs(client) }).getToken(given);

const knownAs = ({ id, secret }: OAuthClient): OAuth2ClientOptions => ({
  clientId: id,
  ...(secret === undefined ? {} : { clientSecret: secret }),
});

/** RFC 6749, 5.1. */
const tokens = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive().default(3600),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
  id_token: z.string().optional(),
});

/** An access token, and until when it is valid, in milliseconds since 1970. */
export interface AccessToken {
  readonly token: string;
  readonly expires: number;
}

export type Tokens = Omit<z.infer<typeof tokens>, 'access_token' | 'expires_in'> & {
  readonly access: AccessToken;
};

/** Asks for tokens. A token request may safely be repeated, so it is tried again. Throws UserError. */
export async function requestTokens(
  request: TokenRequest,
  who: Who,
  { fetch, environment, origin }: TokenClientOptions,
): Promise<Tokens> {
  refuseFarOrigin(origin);
  const asked = environment.now();
  const once = async (): Promise<RequestResult> => {
    try {
      return classifyTokenAnswer(await answerTo(request, fetch), who, environment.now());
    } catch (error) {
      return classifyNoAnswer(error);
    }
  };
  const result = await tryUntilCertain(once, environment);
  if (result.kind === 'refused') throw new Error('a token request is not refused in this way');
  if (result.kind !== 'well') throw result.error;
  const parsed = tokens.safeParse(result.body);
  if (parsed.success) {
    const { access_token: token, expires_in: seconds, ...rest } = parsed.data;
    // A minute early, so that it does not expire on the way.
    return { ...rest, access: { token, expires: asked + (seconds - 60) * 1000 } };
  }
  throw new UserError(
    msg`Google's answer to the login has no token.`,
    msg`Try again. If GOOGLE_API_ORIGIN is set, the server there is not Google.`,
  );
}

/** Revokes a login. False where Google did not know it any more, or could not be asked. */
export async function revoke(token: string, fetch: TokenClientOptions['fetch']): Promise<boolean> {
  try {
    const { status } = await answerTo(
      ({ OAuth2Client }, options) => new OAuth2Client(options).revokeToken(token),
      fetch,
    );
    return status === 200;
  } catch (error) {
    classifyNoAnswer(error);
    return false;
  }
}

/**
 * The answer to one request of the library, as it came. The library itself gets an empty one, also where no answer came. With
 * the real one it would try again after a tenth of a second, count by the machine's clock, forget a new refresh token, and
 * throw errors that hold the request with its secrets. Its log (GOOGLE_SDK_NODE_LOGGING) shows tokens, and is left out.
 */
async function answerTo(request: TokenRequest, fetch: TokenClientOptions['fetch']): Promise<Answer> {
  let answer: Promise<Response> | undefined;
  const fetchImplementation: typeof fetch = async (input, init) => {
    answer = fetch(input, init);
    await answer.catch(() => undefined);
    return Response.json({});
  };
  await request(await import('google-auth-library'), {
    transporterOptions: { fetchImplementation },
    useAuthRequestParameters: false,
  });
  if (answer === undefined) throw new Error('google-auth-library asked for nothing');
  const response = await answer;
  return { status: response.status, headers: response.headers, text: await response.text() };
}
