import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BatchUpdate, SheetsClient } from '../../src/google/sheets-client.ts';
import {
  client as oauthClient,
  googleSetupForEach,
  keyFile,
  pem,
  secretsIn,
  serviceAddress,
  userErrorOf,
} from './connecting.ts';

const setup = googleSetupForEach();
const spreadsheets = 'https://www.googleapis.com/auth/spreadsheets';
const readOnly = `${spreadsheets}.readonly`;
const addTab: BatchUpdate = { requests: [{ addSheet: {} }] };

const read = (client: SheetsClient): Promise<unknown> => client.get(setup.spreadsheetId, 'spreadsheetId');
const write = (client: SheetsClient): Promise<unknown> =>
  client.batchUpdate(setup.spreadsheetId, addTab, 'spreadsheetId');
const paths = (): readonly string[] =>
  setup.google.requests.map(({ path }) => path.replace(setup.spreadsheetId, 'ID'));

/** The scopes that were asked for, request by request. */
const scopesAsked = (): readonly unknown[] =>
  setup.google.requests
    .filter(({ path }) => path === '/token')
    .map(({ body }) => {
      const { assertion = '' } = body as { assertion?: string };
      const claims = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString()) as {
        scope: unknown;
      };
      return claims.scope;
    });

async function keepLogin(more: object = {}): Promise<string> {
  const refreshToken = setup.google.accounts.secret('refresh-token');
  const email = 'kari@example.no';
  setup.google.accounts.refreshTokens.set(refreshToken, {
    email,
    scopes: [spreadsheets],
    clientId: oauthClient.id,
  });
  const login = { client: oauthClient, refreshToken, scopes: [spreadsheets], account: email, ...more };
  return setup.file(setup.loginName(), login);
}

describe('a service account', () => {
  const connect = async (): Promise<SheetsClient> =>
    setup.connect({ serviceAccountFile: await setup.file('key.json', keyFile) });

  it('that only reads asks for one token, and for reading alone', async () => {
    const client = await connect();
    await read(client);
    await read(client);
    expect(paths()).toEqual(['/token', '/v4/spreadsheets/ID', '/v4/spreadsheets/ID']);
    expect(scopesAsked()).toEqual([readOnly]);
  });

  it('that writes asks for a token that writes when it does, and reads with that from then on', async () => {
    const client = await connect();
    await read(client);
    await write(client);
    await read(client);
    expect(scopesAsked()).toEqual([readOnly, spreadsheets]);
    expect(paths()).toHaveLength(5);
  });

  it('gets a new token when the hour is over', async () => {
    const client = await connect();
    await read(client);
    setup.environment.time += 3_600_000;
    await read(client);
    expect(scopesAsked()).toHaveLength(2);
    expect(setup.environment.said).toEqual([]);
  });

  it('is renewed once when Google turns its token away, and no more', async () => {
    const client = await connect();
    await read(client);
    setup.google.accounts.expireTokens();
    await read(client);
    expect(scopesAsked()).toHaveLength(2);
    setup.google.fault(({ method }) => method === 'GET', { status: 401, times: Infinity });
    const { message } = await userErrorOf(read(client));
    expect(message).toMatch(/does not accept the service account \(401\)/u);
    expect(scopesAsked()).toHaveLength(3);
  });

  it('waits while the token endpoint is busy', async () => {
    const client = await connect();
    setup.google.fault(1, { status: 503 });
    setup.google.fault(2, { breaks: 'reset' });
    await read(client);
    expect(paths()).toEqual(['/token', '/token', '/token', '/v4/spreadsheets/ID']);
    expect(setup.environment.said).toHaveLength(2);
  });

  it.each([
    ['not there', undefined, /cannot be read \(ENOENT\)/u, /GOOGLE_APPLICATION_CREDENTIALS/u],
    ['not JSON', `{"private_key": "hemmelig${pem}`, /is not JSON/u, /GOOGLE_APPLICATION_CREDENTIALS/u],
    [
      'an OAuth client',
      { installed: { client_secret: 'hemmelig' } },
      /not the key file/u,
      /GOOGLE_OAUTH_CLIENT/u,
    ],
    ['something else', ['hemmelig'], /not the key file/u, /Keys → Add key/u],
    [
      'a damaged key',
      { ...keyFile, private_key: pem.replace(/\n[\w+/]{64}\n/u, '\n') },
      /private key in .* is damaged/u,
      /Do not edit/u,
    ],
  ])('is refused when its key file is %s', async (_name, content, message, advice) => {
    const path =
      content === undefined ? join(setup.folder, 'none.json') : await setup.file('k.json', content);
    const error = await userErrorOf(setup.connect({ serviceAccountFile: path }));
    expect(error.message).toMatch(message);
    expect(error.message).toContain(path);
    expect(error.advice).toMatch(advice);
  });

  it('may have its key file begin with a byte order mark', async () => {
    const path = await setup.file('key.json', `\uFEFF${JSON.stringify(keyFile)}`);
    await read(await setup.connect({ serviceAccountFile: path }));
    expect(scopesAsked()).toEqual([readOnly]);
  });
});

describe('a person who has logged in', () => {
  it('gets an access token once, and keeps it for the next run', async () => {
    const path = await keepLogin();
    await read(await setup.connect({}));
    await write(await setup.connect({}));
    expect(paths()).toEqual(['/token', '/v4/spreadsheets/ID', '/v4/spreadsheets/ID:batchUpdate']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      access: { token: expect.any(String) as string },
    });
  });

  it('gets another when Google turns away the one that was kept', async () => {
    await keepLogin({
      access: { token: 'fake-access-token-old', expires: setup.environment.time + 1_000_000 },
    });
    await read(await setup.connect({}));
    expect(paths()).toEqual(['/v4/spreadsheets/ID', '/token', '/v4/spreadsheets/ID']);
  });

  it('keeps a new refresh token that Google sends along', async () => {
    const path = await keepLogin();
    const body = { access_token: setup.google.token, refresh_token: 'fake-refresh-token-new' };
    setup.google.fault(1, { status: 200, body });
    await read(await setup.connect({}));
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      refreshToken: 'fake-refresh-token-new',
      access: { token: setup.google.token, expires: setup.environment.time + 3_540_000 },
    });
  });

  it.each([
    ['cut off', 'application/json', '{"access_token": "fake-acc', /cut off/u],
    ['a web page', 'text/html', '<html>Logg inn</html>', /A web page came/u],
  ])('waits for another answer than one that is %s', async (_name, type, body, said) => {
    await keepLogin();
    setup.google.fault(1, { status: 200, headers: { 'Content-Type': type }, body });
    await read(await setup.connect({}));
    expect(paths()).toEqual(['/token', '/token', '/v4/spreadsheets/ID']);
    expect(setup.environment.said).toEqual([expect.stringMatching(said)]);
    expect(secretsIn(setup.environment.said)).toEqual([]);
  });

  it('is served also where the login cannot be written', async () => {
    await keepLogin();
    const client = await setup.connect({});
    // Not by rights, which do not bind whoever runs the tests as root.
    await rm(setup.folder, { recursive: true });
    await writeFile(setup.folder, '');
    await read(client);
    expect(paths()).toEqual(['/token', '/v4/spreadsheets/ID']);
  });

  it.each(['hemmelig', '{"refreshToken": 1}'])(
    'is told when the login that was kept is %s',
    async (content) => {
      await setup.file(setup.loginName(), content);
      const { message, advice } = await userErrorOf(setup.connect({}));
      expect([message, advice]).toEqual([
        expect.stringMatching(/damaged/u),
        expect.stringMatching(/npm run login/u),
      ]);
    },
  );
});

describe('the credentials that count', () => {
  it('are the token, before the service account, before the login', async () => {
    const { google, spreadsheetId } = setup;
    google.share(spreadsheetId, 'skript@example.no', 'none');
    google.share(spreadsheetId, serviceAddress, 'none');
    google.share(spreadsheetId, 'kari@example.no', 'none');
    await keepLogin();
    const serviceAccountFile = await setup.file('key.json', keyFile);
    const blamed = async (places: object): Promise<string> =>
      (await userErrorOf(setup.connect(places).then(read))).advice;
    expect(await blamed({ accessToken: google.token, serviceAccountFile })).toContain('GOOGLE_ACCESS_TOKEN');
    expect(await blamed({ serviceAccountFile })).toContain(serviceAddress);
    expect(await blamed({})).toContain('kari@example.no');
    await rm(join(setup.folder, setup.loginName()));
    const nobody = await userErrorOf(setup.connect({}, { origin: undefined }));
    expect(nobody.advice).toMatch(/npm run login.*GOOGLE_APPLICATION_CREDENTIALS/u);
  });

  it.each(['', 'to ord', 'linje\nskift'])('are no token like %j', async (accessToken) => {
    const { message } = await userErrorOf(setup.connect({ accessToken }));
    expect(message).toMatch(/GOOGLE_ACCESS_TOKEN does not hold a token/u);
  });
});

describe('the search for secrets', () => {
  it('finds one that is hidden in a cause', () => {
    const cause = Object.assign(new Error('no'), {
      config: { headers: { a: 'Bearer fake-access-token-1' } },
    });
    expect(secretsIn(new Error('no', { cause }))).toHaveLength(1);
    expect(secretsIn({ key: pem }).length).toBeGreaterThan(10);
    expect(secretsIn(new Error('nothing'))).toEqual([]);
  });
});
