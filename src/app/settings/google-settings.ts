/** The settings for Google. Loads none of Google's packages, since every script reads these. */
import { homedir } from 'node:os';
import { join, posix, resolve, win32 } from 'node:path';
import type { EnvVariables } from '../cli/options.ts';

/** Where a setting comes from. */
type SettingPlace = 'the environment' | '.env';

export interface GoogleSettings {
  /** A token that is used as it is. Secret. */
  readonly accessToken: string | undefined;
  /** The key file of a service account, absolute. */
  readonly serviceAccountFile: string | undefined;
  /** The file of the OAuth client that people log in through, absolute. */
  readonly clientFile: string | undefined;
  readonly accessTokenFrom: SettingPlace | undefined;
  /** The origin that is called instead of Google. */
  readonly origin: string | undefined;
  readonly originFrom: SettingPlace | undefined;
  /** Where the login of the person at this machine is kept, absolute. */
  readonly loginFolder: string;
}

export const googleNames = [
  'GOOGLE_ACCESS_TOKEN',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_OAUTH_CLIENT',
  'GOOGLE_API_ORIGIN',
] as const;

type GoogleName = (typeof googleNames)[number];

/**
 * `env` is the environment, `file` the content of `.env`, which may have come with the folder. So only the environment decides
 * where the person's own folders are, and which proxy is used for Google.
 */
export function googleSettings(env: EnvVariables, file: EnvVariables, folder: string): GoogleSettings {
  const given = (name: GoogleName): { readonly value?: string; readonly from?: SettingPlace } => {
    const isSet = (value: string | undefined): value is string => value !== undefined && value.trim() !== '';
    const [own, shared] = [env[name], file[name]];
    if (isSet(own)) return { value: own, from: 'the environment' };
    return isSet(shared) ? { value: shared, from: '.env' } : {};
  };
  const path = (name: GoogleName): string | undefined => {
    const { value } = given(name);
    return value === undefined ? undefined : resolve(folder, value);
  };
  const [token, origin] = [given('GOOGLE_ACCESS_TOKEN'), given('GOOGLE_API_ORIGIN')];
  return {
    accessToken: token.value,
    accessTokenFrom: token.from,
    serviceAccountFile: path('GOOGLE_APPLICATION_CREDENTIALS'),
    clientFile: path('GOOGLE_OAUTH_CLIENT'),
    // One with a user is refused when it is used, by messages that name it: so the password is left out here.
    origin: origin.value?.trim().replace(/\/\/.*@/su, '//…@'),
    originFrom: origin.from,
    loginFolder: configFolder(env, process.platform, homedir()),
  };
}

/**
 * Where programs keep a person's files: `$XDG_CONFIG_HOME/felles`, `~/.config/felles`, or `%APPDATA%\felles`
 * on Windows. A relative XDG_CONFIG_HOME does not count (XDG Base Directory Specification).
 */
export function configFolder(env: EnvVariables, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'felles');
  const xdg = env['XDG_CONFIG_HOME'] ?? '';
  return join(posix.isAbsolute(xdg) ? xdg : join(home, '.config'), 'felles');
}
