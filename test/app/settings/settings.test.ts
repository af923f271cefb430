import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { configFolder } from '../../../src/app/settings/google-settings.ts';
import { commonOptions, readEnvFile, readSettings } from '../../../src/app/settings/settings.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const id = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE';
const noon = new Date('2026-11-23T11:00:00Z');
const settings = (
  flags: Record<string, string>,
  env: Record<string, string> = {},
  file: Record<string, string> = {},
): ReturnType<typeof readSettings> => readSettings(flags, env, file, '/home/kari', noon);

describe('settings', () => {
  it('have defaults in the working folder, and Oslo time', () => {
    expect(settings({})).toEqual({
      folder: '/home/kari',
      source: { kind: 'workbook', path: '/home/kari/register.xlsx', isDefault: true },
      out: '/home/kari/out',
      now: '2026-11-23T12:00',
      google: {
        accessToken: undefined,
        accessTokenFrom: undefined,
        serviceAccountFile: undefined,
        clientFile: undefined,
        origin: undefined,
        originFrom: undefined,
        loginFolder: configFolder({}, process.platform, homedir()),
      },
      sending: {
        state: join(homedir(), '.local', 'state', 'felles'),
        outbox: undefined,
        smtpUrl: undefined,
      },
    });
  });

  it('keep what was sent where the machine keeps the state of programs, or in a folder that is named', () => {
    const stateOf = (env: Record<string, string>): string => settings({}, env).sending.state;
    expect(stateOf({ XDG_STATE_HOME: '/var/state' })).toBe('/var/state/felles');
    expect(stateOf({ XDG_STATE_HOME: '/var/state', FELLES_STATE: 'sendt' })).toBe('/home/kari/sendt');
  });

  it('come from the flag, then the environment, then .env', () => {
    const file = { FELLES_OUT: 'c' };
    expect(settings({ out: 'a' }, { FELLES_OUT: 'b' }, file).out).toBe('/home/kari/a');
    expect(settings({}, { FELLES_OUT: 'b' }, file).out).toBe('/home/kari/b');
    expect(settings({}, { FELLES_OUT: ' ' }, file).out).toBe('/home/kari/c');
  });

  it('take a named workbook as one that must be there', () => {
    expect(settings({}, { FELLES_WORKBOOK: 'x.xlsx' }).source).toMatchObject({
      path: '/home/kari/x.xlsx',
      isDefault: false,
    });
  });

  it('let a flag for one kind of register win over the environment for the other', () => {
    expect(settings({ workbook: 'x.xlsx' }, { FELLES_SPREADSHEET: id }).source.kind).toBe('workbook');
    expect(settings({ spreadsheet: id }, { FELLES_WORKBOOK: 'x.xlsx' }).source.kind).toBe('spreadsheet');
  });

  it('take a register from the strongest place that names one', () => {
    expect(settings({}, { FELLES_WORKBOOK: 'x.xlsx' }, { FELLES_SPREADSHEET: id }).source.kind).toBe(
      'workbook',
    );
    expect(() => settings({}, { FELLES_WORKBOOK: 'x.xlsx', FELLES_SPREADSHEET: id })).toThrow(/both/u);
  });

  it.each(['2026-11-23T12:00', '2026-11-23T12:00:30', '2026-11-23'])('read the time %s', (now) => {
    expect(settings({ now }).now.slice(0, 10)).toBe('2026-11-23');
  });

  it.each([
    'i dag',
    '23.11.2026',
    '2026-02-30',
    '2026-11-23T25:00',
    '2026-11-23T12:00Z',
    '2026-11-23T12:00+01:00',
    '2026-11-23T12:00-05:00',
    '2026-11-23T12:00xyz',
    '2026-03-29T02:30',
    '2199-12-31',
  ])('refuse the time %s', (now) => {
    expect(() => settings({ now })).toThrow(UserError);
  });

  it('for Google come from the environment, then .env, with paths from the working folder', () => {
    const { google } = settings(
      {},
      { GOOGLE_APPLICATION_CREDENTIALS: 'key.json', XDG_CONFIG_HOME: '/home/kari/oppsett' },
      {
        GOOGLE_APPLICATION_CREDENTIALS: 'weaker.json',
        GOOGLE_ACCESS_TOKEN: 'ya29.x',
        GOOGLE_API_ORIGIN: '',
        XDG_CONFIG_HOME: '/of/a/stranger',
      },
    );
    expect(google).toEqual({
      accessToken: 'ya29.x',
      accessTokenFrom: '.env',
      serviceAccountFile: '/home/kari/key.json',
      clientFile: undefined,
      origin: undefined,
      originFrom: undefined,
      loginFolder: '/home/kari/oppsett/felles',
    });
  });

  it('for Google are no flags: a token there could be read by everybody on the machine', () => {
    expect(Object.keys(commonOptions).filter((flag) => /google|token|key/iu.test(flag))).toEqual([]);
  });

  it('refuse a misspelt name for Google in .env, and leave those of other programs alone', () => {
    expect(() => settings({}, {}, { GOOGLE_ACCES_TOKEN: 'x' })).toThrow(
      expect.objectContaining({ advice: 'Did you mean GOOGLE_ACCESS_TOKEN?' }) as Error,
    );
    expect(settings({}, {}, { GOOGLE_CLOUD_PROJECT: 'x', GOOGLE_MAPS_KEY: 'y' }).google.accessToken).toBe(
      undefined,
    );
  });

  it.each([
    ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/felles'],
    ['linux', { XDG_CONFIG_HOME: 'x' }, '/home/kari/.config/felles'],
    ['linux', {}, '/home/kari/.config/felles'],
    ['darwin', {}, '/home/kari/.config/felles'],
    ['win32', { APPDATA: 'C:\\Users\\kari\\Roaming' }, 'C:\\Users\\kari\\Roaming\\felles'],
  ] as const)('keep logins on %s, given %j, in %s', (platform, env, folder) => {
    expect(configFolder(env, platform, '/home/kari')).toBe(folder);
  });

  it('refuse both kinds of register at once, and a misspelt name in .env', () => {
    expect(() => settings({ workbook: 'x', spreadsheet: id })).toThrow(/both/u);
    expect(() => settings({}, {}, { FELLES_WORKBOK: 'x' })).toThrow(
      expect.objectContaining({ advice: 'Did you mean FELLES_WORKBOOK?' }) as Error,
    );
  });
});

it('says so when .env is no file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  await mkdir(join(folder, '.env'));
  await expect(readEnvFile(folder)).rejects.toThrow(UserError);
  await rm(folder, { recursive: true });
});

it('reads .env from the working folder, and does without', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-'));
  expect(await readEnvFile(folder)).toEqual({});
  await writeFile(join(folder, '.env'), '# which register\nFELLES_WORKBOOK="mitt register.xlsx"\n');
  expect(await readEnvFile(folder)).toEqual({ FELLES_WORKBOOK: 'mitt register.xlsx' });
  await rm(folder, { recursive: true });
});

describe('.env as Windows writes it', () => {
  const readBytes = async (bytes: Uint8Array): Promise<unknown> => {
    const folder = await mkdtemp(join(tmpdir(), 'felles-'));
    await writeFile(join(folder, '.env'), bytes);
    const read = await readEnvFile(folder).catch((error: unknown) => error);
    await rm(folder, { recursive: true });
    return read;
  };
  const text = 'FELLES_WORKBOOK="C:\\møter\\new\\register.xlsx"\r\nFELLES_OUT=ut\\nytt\r\n';
  const expected = { FELLES_WORKBOOK: 'C:\\møter\\new\\register.xlsx', FELLES_OUT: 'ut\\nytt' };

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read from %s, with paths as they are typed', async (_, bytes) => {
    expect(await readBytes(bytes)).toEqual(expected);
  });

  it('is refused in another encoding, where æ would be another letter', async () => {
    const read = await readBytes(Buffer.from(text, 'latin1'));
    expect(read).toBeInstanceOf(UserError);
    expect(read).toMatchObject({ advice: expect.stringContaining('UTF-8') as string });
  });
});
