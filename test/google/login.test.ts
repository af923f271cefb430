import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loginCommand } from '../../src/app/commands/login.ts';
import { logoutCommand } from '../../src/app/commands/logout.ts';
import { logIn, type LoginOptions } from '../../src/google/login.ts';
import { declined } from '../../src/google/login.ts';
import { makeWorld, type ScriptRun, type TestWorld } from '../support/world.ts';
import { browse, visit } from './browser.ts';
import { client, googleSetupForEach, secretsIn, userErrorOf } from './connecting.ts';

const setup = googleSetupForEach();
let world: TestWorld;
let config: string;
beforeEach(async () => {
  world = await makeWorld();
  config = await mkdtemp(join(tmpdir(), 'felles-config-'));
});
afterEach(async () => {
  await world.remove();
  await rm(config, { recursive: true });
});

const clientFile = {
  installed: { client_id: client.id, client_secret: client.secret, project_id: 'felles' },
};
const loginPath = (): string => join(config, 'felles', setup.loginName());
const env = (): Record<string, string> => ({
  GOOGLE_API_ORIGIN: setup.google.origin,
  GOOGLE_OAUTH_CLIENT: 'client.json',
  XDG_CONFIG_HOME: config,
});

/** Runs `npm run login`, and hands over the address as soon as it is printed. */
async function runLogin(
  person: (address: string) => Promise<unknown>,
  argv: readonly string[] = [],
  more: Record<string, string> = {},
): Promise<ScriptRun> {
  await writeFile(join(world.folder, 'client.json'), JSON.stringify(clientFile));
  let visiting: Promise<unknown> = Promise.resolve();
  const run = await world.run(loginCommand, argv, { ...env(), ...more }, (line) => {
    if (line.startsWith('http')) visiting = person(line.trim());
  });
  await visiting;
  return run;
}

describe('npm run login', () => {
  it('keeps a login that only its owner can read', async () => {
    let page = '';
    const run = await runLogin(async (address) => {
      page = (await browse(address)).body;
    });
    expect([run.code, run.stderr]).toEqual([
      0,
      expect.stringMatching(/Open this address.*\nLogged in\.\n$/u),
    ]);
    for (const [standard, text] of [
      ['nb', 'fanen'],
      ['nn', 'fana'],
      ['en', 'Close this tab'],
    ])
      expect(page).toMatch(new RegExp(`lang="${standard ?? ''}"[\\s\\S]*${text ?? ''}`, 'u'));
    expect((await stat(loginPath())).mode & 0o777).toBe(0o600);
    expect((await stat(join(config, 'felles'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(config, 'felles'))).toEqual([setup.loginName()]);
    expect(JSON.parse(await readFile(loginPath(), 'utf8'))).toMatchObject({
      client,
      refreshToken: 'fake-refresh-token-3',
    });
    expect(secretsIn(run)).toEqual([]);
  });

  it('says which account it is, where Google tells', async () => {
    const claims = Buffer.from(JSON.stringify({ email: 'kari@example.no' })).toString('base64url');
    const body = {
      access_token: 'fake-access-token',
      refresh_token: 'fake-refresh-token',
      id_token: `x.${claims}.y`,
    };
    setup.google.fault(({ path }) => path === '/token', { status: 200, body });
    expect((await runLogin(browse)).stderr).toMatch(/Logged in as kari@example\.no\.\n$/u);
  });

  it('asks for no more than it needs, with PKCE and a state', async () => {
    const asked: URL[] = [];
    const person = async (address: string): Promise<void> => {
      asked.push(new URL(address));
      await browse(address);
    };
    await runLogin(person);
    await runLogin(person, ['--read-only']);
    await runLogin(person, ['--gmail']);
    await runLogin(person, ['--drive']);
    await runLogin(person, ['--drive', '--read-only']);
    const [first, second, third, fourth, fifth] = asked.map(({ searchParams }) =>
      Object.fromEntries(searchParams),
    );
    expect(first).toMatchObject({
      scope: 'https://www.googleapis.com/auth/spreadsheets openid email',
      code_challenge_method: 'S256',
      access_type: 'offline',
      redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u) as string,
    });
    expect(second?.['scope']).toBe('https://www.googleapis.com/auth/spreadsheets.readonly openid email');
    expect(third?.['scope']).toBe(
      'https://www.googleapis.com/auth/spreadsheets https://www.googleapis.com/auth/gmail.send openid email',
    );
    expect(fourth?.['scope']).toBe(
      'https://www.googleapis.com/auth/spreadsheets https://www.googleapis.com/auth/drive openid email',
    );
    expect(fifth?.['scope']).toBe(
      'https://www.googleapis.com/auth/spreadsheets.readonly https://www.googleapis.com/auth/drive.readonly openid email',
    );
    expect(
      new Set([first?.['state'], second?.['state'], first?.['code_challenge'], second?.['code_challenge']])
        .size,
    ).toBe(4);
    const exchange = setup.google.requests.find(({ path }) => path === '/token')?.body as Record<
      string,
      string
    >;
    const verifier = exchange['code_verifier'] ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/u);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(first?.['code_challenge']);
  });

  it('turns away whoever does not know the state, and waits on', async () => {
    const pages: { status: number; body: string }[] = [];
    const run = await runLogin(async (address) => {
      const loopback = new URL(address).searchParams.get('redirect_uri') ?? '';
      for (const query of [
        '/?code=stolen&state=guessed',
        '/?code=stolen',
        '/?error=access_denied',
        '/favicon.ico',
      ])
        pages.push(await visit(`${loopback}${query}`));
      await browse(address);
    });
    expect(pages.map(({ status }) => status)).toEqual([400, 400, 400, 404]);
    expect(pages[0]?.body).toContain('hører ikke til innloggingen');
    expect(run.code).toBe(0);
    expect(setup.google.requests.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('says so when the person declines, and when they do not tick the box', async () => {
    setup.google.accounts.withheld = ['https://www.googleapis.com/auth/spreadsheets'];
    expect((await runLogin(browse)).stderr).toMatch(
      /not given access to your spreadsheets\.\n.*tick the box/u,
    );
    setup.google.accounts.person = null;
    const declined = await runLogin(browse);
    expect([declined.code, declined.stderr]).toEqual([
      2,
      expect.stringMatching(/Felles was not given access\./u),
    ]);
    await expect(stat(loginPath())).rejects.toThrow('ENOENT');
  });

  it('says that something stronger is used instead', async () => {
    expect((await runLogin(browse, [], { GOOGLE_ACCESS_TOKEN: 'x' })).stderr).toMatch(
      /GOOGLE_ACCESS_TOKEN is set/u,
    );
  });

  it('needs no client file the second time', async () => {
    await runLogin(browse);
    expect((await runLogin(browse, [], { GOOGLE_OAUTH_CLIENT: '' })).code).toBe(0);
  });

  it('without a client says where to get one', async () => {
    const run = await world.run(loginCommand, [], { ...env(), GOOGLE_OAUTH_CLIENT: '' });
    expect([run.code, run.stderr]).toEqual([
      2,
      expect.stringMatching(/OAuth client[\s\S]*GOOGLE_OAUTH_CLIENT/u),
    ]);
  });

  it.each([
    ['not there', undefined, /cannot be read \(ENOENT\)/u],
    ['not JSON', 'hemmelig', /is not JSON/u],
    [
      'a web client',
      { web: { client_id: 'x', client_secret: 'hemmelig' } },
      /OAuth client for a web application/u,
    ],
    ['a service account', { type: 'service_account', private_key: 'hemmelig' }, /Nobody can log in with it/u],
    ['something else', { installed: {} }, /not the file of an OAuth client/u],
  ])('refuses a client file that is %s', async (_name, content, message) => {
    const path =
      content === undefined ? join(setup.folder, 'none.json') : await setup.file('c.json', content);
    const run = await world.run(loginCommand, [], { ...env(), GOOGLE_OAUTH_CLIENT: path });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(message);
    expect(secretsIn(run)).toEqual([]);
  });

  it('does not wait for ever', async () => {
    const options: LoginOptions = {
      clientFile: await setup.file('c.json', clientFile),
      folder: setup.folder,
      scopes: ['read'],
      transport: { origin: setup.google.origin },
      environment: setup.environment,
      show: () => undefined,
      timeout: 20,
    };
    expect((await userErrorOf(logIn(options))).message).toMatch(/Nobody logged in/u);
  });
});

describe('npm run logout', () => {
  it('takes the login back at Google, and deletes it', async () => {
    await runLogin(browse);
    expect(setup.google.accounts.refreshTokens.size).toBe(1);
    const run = await world.run(logoutCommand, [], env());
    expect([run.code, run.stderr]).toEqual([
      0,
      expect.stringMatching(
        /^http.* stands in for Google.*\nLogged out: the login is deleted from this machine\.\n$/u,
      ),
    ]);
    expect(setup.google.accounts.refreshTokens.size).toBe(0);
    await expect(stat(loginPath())).rejects.toThrow('ENOENT');
  });

  it('deletes it also where Google cannot be asked, and says so', async () => {
    await runLogin(browse);
    setup.google.fault(1, { status: 503 });
    const run = await world.run(logoutCommand, [], env());
    expect([run.code, run.stderr]).toEqual([0, expect.stringMatching(/Logged out[\s\S]*did not confirm/u)]);
    await expect(stat(loginPath())).rejects.toThrow('ENOENT');
  });

  it('is no fault where nobody is logged in', async () => {
    const run = await world.run(logoutCommand, [], env());
    expect([run.code, run.stderr]).toEqual([
      0,
      expect.stringMatching(
        /\nNobody was logged in at http.* A login to Google itself is left as it is\.\n$/u,
      ),
    ]);
    expect(setup.google.requests).toEqual([]);
  });

  it('deletes a login that is damaged', async () => {
    await runLogin(browse);
    await writeFile(loginPath(), '{"refreshToken": "hemm');
    expect((await world.run(logoutCommand, [], env())).code).toBe(0);
    await expect(stat(loginPath())).rejects.toThrow('ENOENT');
  });
});

describe('a login that Google did not finish', () => {
  it.each([
    ['access_denied', /was not given access/u, /test users/u],
    ['admin_policy_enforced', /organisation does not allow this app/u, /Google Workspace to trust/u],
    ['org_internal', /only for people of the organisation/u, /«External»/u],
    ['disallowed_useragent', /this kind of browser/u, /ordinary browser/u],
    ['temporarily_unavailable', /Google is busy/u, /in some minutes/u],
    ['something_new', /did not finish the login \(something_new\)/u, /docs\/google\.md/u],
    ['<script>', /no readable reason/u, /docs\/google\.md/u],
  ])('for %s says why, and what to do', (error, message, advice) => {
    const { message: said, advice: told } = declined(error);
    expect([said, told]).toEqual([expect.stringMatching(message), expect.stringMatching(advice)]);
    expect(said).not.toContain('<');
  });
});
