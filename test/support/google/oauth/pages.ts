import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refused } from '../api-error.ts';
import type { Answer, Recorded, Route } from '../recorded.ts';
import type { Accounts } from './accounts.ts';
import { readAssertion } from './assertion.ts';
import { refusedGrant } from './refused-grant.ts';

/** The pages and endpoints of Google's OAuth 2. Source: https://developers.google.com/identity/protocols/oauth2/native-app */

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const grants = z.discriminatedUnion('grant_type', [
  z.strictObject({ grant_type: z.literal(jwtBearer), assertion: z.string() }),
  z.strictObject({
    grant_type: z.literal('refresh_token'),
    refresh_token: z.string(),
    client_id: z.string(),
    client_secret: z.string().default(''),
  }),
  z.strictObject({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    client_id: z.string(),
    client_secret: z.string().default(''),
    redirect_uri: z.string(),
    code_verifier: z.string().optional(),
  }),
]);

type GrantRequest = z.output<typeof grants>;
type Code = Extract<GrantRequest, { grant_type: 'authorization_code' }>;
type Refresh = Extract<GrantRequest, { grant_type: 'refresh_token' }>;

const expires = { expires_in: 3599, token_type: 'Bearer' };

function grant(asked: GrantRequest, accounts: Accounts, audience: string): object {
  switch (asked.grant_type) {
    case jwtBearer:
      return { access_token: accounts.issue(readAssertion(asked.assertion, accounts, audience)), ...expires };
    case 'refresh_token':
      return refresh(asked, accounts);
    case 'authorization_code':
      return exchange(asked, accounts);
  }
}

function checkClient({ client_id, client_secret }: Code | Refresh, accounts: Accounts): void {
  if (accounts.clients.get(client_id) !== client_secret)
    throw refusedGrant('invalid_client', 'The OAuth client was not found.');
}

function refresh(asked: Refresh, accounts: Accounts): object {
  checkClient(asked, accounts);
  const { refresh_token: refreshToken } = asked;
  const granted = accounts.refreshTokens.get(refreshToken);
  if (granted?.clientId !== asked.client_id)
    throw refusedGrant('invalid_grant', 'Token has been expired or revoked.');
  const { email, scopes } = granted;
  return {
    access_token: accounts.issue({ email, scopes, refreshToken }),
    scope: scopes.join(' '),
    ...expires,
  };
}

function exchange(asked: Code, accounts: Accounts): object {
  checkClient(asked, accounts);
  const consent = accounts.codes.get(asked.code);
  accounts.codes.delete(asked.code);
  if (consent?.clientId !== asked.client_id) throw refusedGrant('invalid_grant', 'Malformed auth code.');
  if (consent.redirectUri !== asked.redirect_uri) throw refusedGrant('redirect_uri_mismatch', 'Bad Request');
  const { challenge } = consent;
  const proof = asked.code_verifier === undefined ? undefined : sha256(asked.code_verifier);
  if (challenge !== undefined && proof === undefined)
    throw refusedGrant('invalid_grant', 'Missing code verifier.');
  if (challenge !== proof) throw refusedGrant('invalid_grant', 'Invalid code verifier.');
  const { email, scopes, clientId, offline } = consent;
  const refreshToken = offline ? accounts.secret('refresh-token') : undefined;
  if (refreshToken !== undefined) accounts.refreshTokens.set(refreshToken, { email, scopes, clientId });
  const access = accounts.issue({ email, scopes, refreshToken });
  const given = { access_token: access, refresh_token: refreshToken, scope: scopes.join(' ') };
  return { ...given, ...expires };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

const token: Route = {
  method: 'POST',
  path: /^\/token$/u,
  answer: (request, { accounts }) => {
    const asked = grants.safeParse(request.body);
    if (!asked.success) {
      const kind = z.looseObject({ grant_type: z.string() }).safeParse(request.body);
      const known =
        kind.success && grants.options.some(({ shape }) => shape.grant_type.value === kind.data.grant_type);
      if (kind.success && !known)
        throw refusedGrant('unsupported_grant_type', `Invalid grant_type: ${kind.data.grant_type}`);
      throw refusedGrant('invalid_request', z.prettifyError(asked.error));
    }
    return json(grant(asked.data, accounts, `http://${request.headers['host'] ?? ''}/token`));
  },
};

const revoke: Route = {
  method: 'POST',
  path: /^\/revoke$/u,
  answer: (request, { accounts }) => {
    const form = z.looseObject({ token: z.string() }).safeParse(request.body);
    const text = form.success ? form.data.token : request.query.get('token');
    if (text === null || !accounts.revoke(text))
      throw refusedGrant('invalid_token', 'Token expired or revoked');
    return json({});
  },
};

const asking = z.strictObject({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  scope: z.string().min(1),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
  access_type: z.enum(['online', 'offline']).default('online'),
  prompt: z.string().optional(),
  include_granted_scopes: z.string().optional(),
  login_hint: z.string().optional(),
});

/** The page on which a person says yes or no, and the browser is sent back to the app that asked. */
const consent: Route = {
  method: 'GET',
  path: /^\/o\/oauth2\/v2\/auth$/u,
  answer: ({ query }: Recorded, { accounts }) => {
    const asked = asking.safeParse(Object.fromEntries(query));
    if (!asked.success) throw refusedPage(400, `invalid_request: ${z.prettifyError(asked.error)}`);
    const { client_id: clientId, redirect_uri: redirectUri, scope, state, ...rest } = asked.data;
    if (!accounts.clients.has(clientId)) throw refusedPage(401, 'invalid_client');
    if (!/^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost):\d+(?:\/|$)/u.test(redirectUri))
      throw refusedPage(400, 'redirect_uri_mismatch');
    const { person: email } = accounts;
    const back = new URL(redirectUri);
    if (state !== undefined) back.searchParams.set('state', state);
    if (email === null) {
      back.searchParams.set('error', 'access_denied');
    } else {
      const scopes = scope.split(' ').filter((each) => !accounts.withheld.includes(each));
      const code = accounts.secret('code');
      const offline = rest.access_type === 'offline';
      const challenge = rest.code_challenge;
      accounts.codes.set(code, { email, scopes, clientId, redirectUri, challenge, offline });
      back.searchParams.set('code', code);
      back.searchParams.set('scope', scopes.join(' '));
    }
    return { status: 302, headers: { Location: back.href }, body: undefined };
  },
};

const json = (body: object): Answer => ({ status: 200, headers: {}, body });

function refusedPage(code: number, why: string): Refused {
  return new Refused(code, `<!DOCTYPE html><title>Error ${code}: ${why}</title>`, why);
}

export const oauthRoutes = [token, revoke, consent];
