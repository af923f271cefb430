/** GOOGLE_API_ORIGIN may be set in a `.env` that came with a folder: what was made for Google is not sent there. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectGoogle, connectMail } from '../../src/app/register/connect-google.ts';
import { loginCommand } from '../../src/app/commands/login.ts';
import { logoutCommand } from '../../src/app/commands/logout.ts';
import { readEnvFile, readSettings, type Settings } from '../../src/app/settings/settings.ts';
import { createTerminal, type Terminal } from '../../src/app/cli/terminal.ts';
import type { SheetsClient } from '../../src/google/sheets-client.ts';
import { makeWorld, type TestWorld } from '../support/world.ts';
import { client, googleSetupForEach, keyFile, userErrorOf } from './connecting.ts';

const setup = googleSetupForEach();
const far = 'https://sheets.stranger.example';
const googles = 'https://oauth2.googleapis.com/token';
const forGoogle = {
  client,
  refreshToken: '1//hemmelig-for-google',
  scopes: ['https://www.googleapis.com/auth/spreadsheets', 'https://www.googleapis.com/auth/gmail.send'],
  access: { token: 'ya29.hemmelig-for-google', expires: Date.now() + 9e9 },
};
const read = (sheets: SheetsClient): Promise<unknown> => sheets.get(setup.spreadsheetId, 'spreadsheetId');

const printed: string[] = [];
const output = { write: (text: string): void => void printed.push(text) };
let terminal: Terminal;
let world: TestWorld;
let config: string;
beforeEach(async () => {
  printed.length = 0;
  terminal = createTerminal(output, output, {});
  world = await makeWorld();
  config = await mkdtemp(join(tmpdir(), 'felles-config-'));
});
afterEach(async () => {
  await world.remove();
  await rm(config, { recursive: true });
});

const settings = (env: Record<string, string>, file: Record<string, string>): Settings =>
  readSettings({}, { XDG_CONFIG_HOME: config, ...env }, file, world.folder, new Date());

describe('a login for Google', () => {
  it.each(['near', 'far'])(
    'is not shown to another origin that is %s, nor written from there',
    async (where) => {
      const path = await setup.file('google-login.json', forGoogle);
      const before = await readFile(path, 'utf8');
      const origin = where === 'far' ? far : setup.google.origin;
      // One after the other: a promise that nobody waits for yet must not fail.
      const ways = [() => setup.connect({}, { origin }).then(read), () => setup.connectMail({}, { origin })];
      for (const ask of ways) {
        const { message, advice } = await userErrorOf(ask());
        expect(message).toContain(`GOOGLE_API_ORIGIN is ${origin}`);
        expect(advice).toMatch(/remove GOOGLE_API_ORIGIN from/u);
      }
      expect(setup.google.requests).toEqual([]);
      expect(await readFile(path, 'utf8')).toBe(before);
      expect(await readdir(setup.folder)).toEqual(['google-login.json']);
    },
  );

  it('is not taken back, nor deleted, by a logout elsewhere', async () => {
    const path = await setup.file('google-login.json', forGoogle);
    await writeFile(join(world.folder, '.env'), `GOOGLE_API_ORIGIN=${setup.google.origin}\n`);
    const run = await world.run(logoutCommand, [], { XDG_CONFIG_HOME: config });
    expect([run.code, run.stderr]).toEqual([
      0,
      `${setup.google.origin} stands in for Google, since GOOGLE_API_ORIGIN is set in .env.\n` +
        `Nobody was logged in at ${setup.google.origin}. A login to Google itself is left as it is.\n`,
    ]);
    expect(setup.google.requests).toEqual([]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(forGoogle);
  });

  it('is not made at a far origin, and no page of it is opened', async () => {
    const run = await world.run(loginCommand, [], { XDG_CONFIG_HOME: config, GOOGLE_API_ORIGIN: far });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('neither Google nor this machine');
  });
});

describe('a file from Google', () => {
  it('with a key is not used elsewhere, by what it names itself', async () => {
    const key = await setup.file('key.json', { ...keyFile, token_uri: googles });
    const { message } = await userErrorOf(setup.connect({ serviceAccountFile: key }));
    expect(message).toMatch(/key\.json is for oauth2\.googleapis\.com, but GOOGLE_API_ORIGIN is http:/u);
    const none = await setup.file('bare.json', keyFile);
    expect(
      (await userErrorOf(setup.connect({ serviceAccountFile: none }, { origin: far }))).message,
    ).toContain(far);
    expect(setup.google.requests).toEqual([]);
  });

  it('that names another server is not shown to Google either', async () => {
    const direct = { origin: undefined };
    for (const uri of [
      'https://stranger.example/token',
      'http://oauth2.googleapis.com/token',
      'https://oauth2.googleapis.com.x.no/',
      'x',
    ]) {
      const key = await setup.file('key.json', { ...keyFile, token_uri: uri });
      expect((await userErrorOf(setup.connect({ serviceAccountFile: key }, direct))).message).toMatch(
        /is not for Google/u,
      );
    }
    for (const uri of [
      googles,
      'https://accounts.google.com/o/oauth2/token',
      'https://www.googleapis.com/oauth2/v4/token',
    ]) {
      const key = await setup.file('key.json', { ...keyFile, token_uri: uri });
      await setup.connect({ serviceAccountFile: key }, direct);
    }
  });

  it.each([
    { token_uri: googles },
    { auth_uri: 'https://accounts.google.com/o/oauth2/auth' },
    { token_uri: 'http://127.0.0.1:1/token' },
  ])('with a client is not used elsewhere: %j', async (names) => {
    const installed = { client_id: client.id, client_secret: client.secret, ...names };
    const path = await setup.file('client.json', { installed });
    const env = {
      XDG_CONFIG_HOME: config,
      GOOGLE_API_ORIGIN: setup.google.origin,
      GOOGLE_OAUTH_CLIENT: path,
    };
    const run = await world.run(loginCommand, [], env);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/client\.json is for .*, but GOOGLE_API_ORIGIN is http:/u);
    expect(setup.google.requests).toEqual([]);
  });

  it('makes an assertion that is good only where it is sent', async () => {
    const key = await setup.file('key.json', { ...keyFile, token_uri: `${setup.google.origin}/token` });
    await read(await setup.connect({ serviceAccountFile: key }));
    const { assertion = '' } = setup.google.requests[0]?.body as { assertion?: string };
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ aud: `${setup.google.origin}/token` });
  });
});

describe('a token that is given', () => {
  it.each([
    ['the environment', '.env'],
    ['.env', 'the environment'],
  ])('in %s does not go to an origin from %s', async (tokenFrom, originFrom) => {
    const origin = { GOOGLE_API_ORIGIN: setup.google.origin };
    const token = { GOOGLE_ACCESS_TOKEN: setup.google.token };
    const mixed = originFrom === '.env' ? settings(token, origin) : settings(origin, token);
    for (const connect of [connectGoogle, connectMail]) {
      const { message, advice } = await userErrorOf(connect(mixed, terminal));
      expect(message).toBe(
        `GOOGLE_API_ORIGIN is set in ${originFrom} and GOOGLE_ACCESS_TOKEN in ${tokenFrom}. The token may not be meant for ${setup.google.origin}, so it is not sent there.`,
      );
      expect(advice).toContain(`remove GOOGLE_API_ORIGIN from ${originFrom}`);
    }
    expect(setup.google.requests).toEqual([]);
  });

  it('beside its origin goes there, near or far, and the run names it once', async () => {
    for (const origin of [setup.google.origin, far]) {
      printed.length = 0;
      terminal = createTerminal(output, output, {});
      const beside = settings({}, { GOOGLE_API_ORIGIN: origin, GOOGLE_ACCESS_TOKEN: setup.google.token });
      const sheets = await connectGoogle(beside, terminal);
      await connectMail(beside, terminal);
      if (origin !== far) await read(sheets);
      expect(printed).toEqual([`${origin} stands in for Google, since GOOGLE_API_ORIGIN is set in .env.\n`]);
    }
  });
});

it('takes nothing else of .env than settings: no proxy, no folder for logins, no trust', async () => {
  const lines = [
    'HTTPS_PROXY=http://stranger.example',
    'NODE_TLS_REJECT_UNAUTHORIZED=0',
    `XDG_CONFIG_HOME=${world.folder}`,
  ];
  await writeFile(join(world.folder, '.env'), lines.join('\n'));
  const before = { ...process.env };
  const file = await readEnvFile(world.folder);
  expect(process.env).toEqual(before);
  expect(
    settings({}, Object.fromEntries(Object.entries(file).map(([name, value]) => [name, value ?? '']))).google
      .loginFolder,
  ).toBe(join(config, 'felles'));
});
