/** The settings for Google. Loads nothing of Google's: every script reads these. */
import { homedir } from 'node:os';
import { join, posix, resolve, win32 } from 'node:path';
import type { Environment } from './options.ts';

export interface GoogleSettings {
  /** A token that is used as it is. Secret. */
  readonly accessToken: string | undefined;
  /** The key file of a service account, absolute. */
  readonly serviceAccountFile: string | undefined;
  /** The file of the OAuth client that people log in through, absolute. */
  readonly clientFile: string | undefined;
  /** Where every call to Google goes instead. */
  readonly origin: string | undefined;
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

/** `given` holds what is set, by name; `env` says where the person's own folders are. */
export function googleSettings(
  given: (name: GoogleName) => string | undefined,
  env: Environment,
  folder: string,
): GoogleSettings {
  const file = (name: GoogleName): string | undefined => {
    const path = given(name);
    return path === undefined ? undefined : resolve(folder, path);
  };
  return {
    accessToken: given('GOOGLE_ACCESS_TOKEN'),
    serviceAccountFile: file('GOOGLE_APPLICATION_CREDENTIALS'),
    clientFile: file('GOOGLE_OAUTH_CLIENT'),
    origin: given('GOOGLE_API_ORIGIN'),
    loginFolder: configFolder(env, process.platform, homedir()),
  };
}

/**
 * Where a person's programs keep what is theirs: `$XDG_CONFIG_HOME/felles`, `~/.config/felles`, or `%APPDATA%\felles`
 * on Windows. A relative XDG_CONFIG_HOME does not count (XDG Base Directory Specification).
 */
export function configFolder(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32')
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'felles');
  const xdg = env['XDG_CONFIG_HOME'] ?? '';
  return join(posix.isAbsolute(xdg) ? xdg : join(home, '.config'), 'felles');
}
