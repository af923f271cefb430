import { generateKeyPairSync, createSign } from 'node:crypto';
import { auth } from 'googleapis/build/src/apis/sheets/index.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { get } from './get.ts';
import { apiWith, talkBeforeEach } from './talk.ts';

const scope = 'https://www.googleapis.com/auth/spreadsheets';
const start = Date.UTC(2026, 10, 23, 11);

describe('the token endpoint of the fake', () => {
  let now = start;
  const talk = talkBeforeEach({ clock: () => now });
  beforeEach(() => {
    now = start;
  });

  const post = async (path: string, form: Record<string, string>) => {
    const { status, body } = await get(`${talk.google.origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
    return { status, body: JSON.parse(body) as Record<string, unknown> };
  };

  describe('for a service account', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const email = 'felles@prosjekt.iam.gserviceaccount.com';
    beforeEach(() => {
      talk.google.accounts.services.set(email, publicKey);
    });

    const assertion = (claims: object = {}, key = privateKey): string => {
      const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
      const iat = start / 1000;
      const body = {
        iss: email,
        scope,
        aud: 'https://oauth2.googleapis.com/token',
        iat,
        exp: iat + 3600,
        ...claims,
      };
      const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(body)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
    };
    const grant = (text: string) =>
      post('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: text });

    it('gives a token for a signed assertion, which lets in whom the sheet is shared with', async () => {
      const { status, body } = await grant(assertion());
      expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 3599]);
      const { google, spreadsheetId } = talk;
      await apiWith(google, String(body['access_token'])).spreadsheets.get({ spreadsheetId });
      now += 3_600_000;
      await expect(
        apiWith(google, String(body['access_token'])).spreadsheets.get({ spreadsheetId }),
      ).rejects.toMatchObject({ status: 401 });
    });

    it('does so for the client of Google itself', async () => {
      now = Date.now();
      const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const { origin } = talk.google;
      const client = new auth.JWT({ email, key, scopes: [scope] });
      client.transporter.interceptors.request.add({
        resolved: (config) => {
          const url = new URL(String(config.url));
          return Promise.resolve({ ...config, url: new URL(`${origin}${url.pathname}${url.search}`) });
        },
      });
      const { token } = await client.getAccessToken();
      expect(talk.google.requests.at(-1)?.path).toBe('/token');
      expect(token).toMatch(/^fake-access-token-/u);
    });

    const tooLong = /^Invalid JWT: Token must be a short-lived token \(60 minutes\)/u;
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    it.each([
      [
        'a clock that is behind',
        { iat: start / 1000 - 4200, exp: start / 1000 - 600 },
        'invalid_grant',
        tooLong,
      ],
      [
        'a clock that is ahead',
        { iat: start / 1000 + 600, exp: start / 1000 + 4200 },
        'invalid_grant',
        tooLong,
      ],
      ['a token for a day', { exp: start / 1000 + 86_400 }, 'invalid_grant', tooLong],
      ['an account that is gone', { iss: 'borte@x.no' }, 'invalid_grant', /account not found/u],
      ['another address than its own', { aud: 'https://example.no/token' }, 'invalid_grant', /audience/u],
      ['a person', { sub: 'kari@example.no' }, 'unauthorized_client', /unauthorized/u],
      ['nothing', { scope: '' }, 'invalid_scope', /scope/u],
    ])('gives none for %s', async (_, claims, error, description) => {
      expect(await grant(assertion(claims))).toEqual({
        status: 400,
        body: { error, error_description: expect.stringMatching(description) as string },
      });
    });

    it('gives none for a signature by another key, or none at all', async () => {
      expect((await grant(assertion({}, other))).body['error_description']).toBe('Invalid JWT Signature.');
      expect((await grant('a.b.c')).body['error']).toBe('invalid_grant');
    });
  });

  describe('for a person', () => {
    const redirectUri = 'http://127.0.0.1:40999/svar';
    // RFC 7636, appendix B.
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    beforeEach(() => {
      talk.google.accounts.clients.set('app.apps.googleusercontent.com', 'GOCSPX-x');
    });
    const client = { client_id: 'app.apps.googleusercontent.com', client_secret: 'GOCSPX-x' };

    const consent = async (more: Record<string, string> = {}) => {
      const query = new URLSearchParams({
        client_id: client.client_id,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: `${scope} openid`,
        state: 'tilstand',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        access_type: 'offline',
        ...more,
      });
      const { status, headers, body } = await get(
        `${talk.google.origin}/o/oauth2/v2/auth?${query.toString()}`,
      );
      return { status, body, back: new URL(headers.location ?? 'none:') };
    };
    const exchange = async (more: Record<string, string> = {}) => {
      const { back } = await consent();
      const code = back.searchParams.get('code') ?? '';
      const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...client };
      return post('/token', { ...form, code_verifier: verifier, ...more });
    };

    it('sends the browser back with a code, which becomes tokens once', async () => {
      const { status, back } = await consent();
      expect([status, back.origin + back.pathname, back.searchParams.get('state')]).toEqual([
        302,
        redirectUri,
        'tilstand',
      ]);
      const form = {
        grant_type: 'authorization_code',
        redirect_uri: redirectUri,
        code_verifier: verifier,
        ...client,
      };
      const code = back.searchParams.get('code') ?? '';
      const { body } = await post('/token', { ...form, code });
      expect(body).toMatchObject({ scope: `${scope} openid`, expires_in: 3599 });
      await apiWith(talk.google, String(body['access_token'])).spreadsheets.get({
        spreadsheetId: talk.spreadsheetId,
      });
      expect((await post('/token', { ...form, code })).body['error']).toBe('invalid_grant');
    });

    it.each([
      [{ code_verifier: 'w'.repeat(43) }, 'invalid_grant'],
      [{ redirect_uri: 'http://127.0.0.1:1/' }, 'redirect_uri_mismatch'],
      [{ client_secret: 'feil' }, 'invalid_client'],
      [{ code: 'gjettet' }, 'invalid_grant'],
      [{ grant_type: 'password' }, 'unsupported_grant_type'],
      [{ ekstra: 'ja' }, 'invalid_request'],
    ])('gives no tokens for %j', async (more, error) => {
      expect((await exchange(more)).body['error']).toBe(error);
    });

    it('gives new access tokens until the refresh token is revoked', async () => {
      const { body } = await exchange();
      const refreshToken = String(body['refresh_token']);
      const refresh = () =>
        post('/token', { grant_type: 'refresh_token', refresh_token: refreshToken, ...client });
      const access = String((await refresh()).body['access_token']);
      expect(access).not.toBe(body['access_token']);
      expect((await post('/revoke', { token: access })).status).toBe(200);
      expect(await refresh()).toEqual({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
      });
      expect((await post('/revoke', { token: refreshToken })).body['error']).toBe('invalid_token');
      const read = apiWith(talk.google, String(body['access_token'])).spreadsheets.get({
        spreadsheetId: talk.spreadsheetId,
      });
      await expect(read).rejects.toMatchObject({ status: 401 });
    });

    it('lets the person say no, or leave a scope out', async () => {
      const { accounts } = talk.google;
      accounts.withheld = [scope];
      expect((await exchange()).body['scope']).toBe('openid');
      accounts.person = null;
      expect((await consent()).back.searchParams.get('error')).toBe('access_denied');
    });

    it.each([
      [{ client_id: 'ukjent' }, 401, 'invalid_client'],
      [{ redirect_uri: 'https://example.no/' }, 400, 'redirect_uri_mismatch'],
      [{ response_type: 'token' }, 400, 'invalid_request'],
    ])('shows a page of its own for %j', async (more, status, why) => {
      const page = await consent(more);
      expect(page.status).toBe(status);
      expect(page.body).toContain(why);
    });
  });
});
