/** Where a script reads and writes, and which time it uses: flag, then environment, then `.env`, then default. */
import { msg } from '../../domain/msg.ts';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { nearest } from '../../domain/nearest.ts';
import { occurrences, parseWallTime, wallTimeAt, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { googleNames, googleSettings, type GoogleSettings } from './google-settings.ts';
import type { EnvVariables, OptionSpecs } from '../cli/options.ts';
import { parseSpreadsheetId } from '../../domain/google-ids.ts';
import { typedPath } from './typed-path.ts';

/** The flags that every script has. */
export const commonOptions = {
  workbook: {
    type: 'string',
    value: '<file.xlsx>',
    help: 'the workbook (FELLES_WORKBOOK; default register.xlsx)',
  },
  spreadsheet: {
    type: 'string',
    value: '<id or address>',
    help: 'a Google Sheet instead (FELLES_SPREADSHEET)',
  },
  out: { type: 'string', value: '<folder>', help: 'where files are written (FELLES_OUT; default out)' },
  now: {
    type: 'string',
    value: '<2026-11-23T12:00>',
    help: 'the time to go by, Oslo time (FELLES_NOW; default now)',
  },
  help: { type: 'boolean', help: 'show this' },
} as const satisfies OptionSpecs;

/** The register's place. `isDefault`: none was named. */
export type Source =
  | { readonly kind: 'workbook'; readonly path: string; readonly isDefault: boolean }
  | { readonly kind: 'spreadsheet'; readonly id: string };

/** The name of the register in the ledger and in the keys of recipients: a Google Sheet's ID, or `file`. */
export const workbookId = ({ source }: Pick<Settings, 'source'>): string =>
  source.kind === 'spreadsheet' ? source.id : 'file';

export interface Settings {
  /** The working folder, absolute. */
  readonly folder: string;
  readonly source: Source;
  /** Absolute. */
  readonly out: string;
  /** Oslo time. */
  readonly now: WallTime;
  readonly google: GoogleSettings;
  readonly sending: SendingSettings;
}

/** How mailings are sent. */
export interface SendingSettings {
  /** Where this machine keeps what it has sent. Absolute. */
  readonly state: string;
  readonly outbox: string | undefined;
  /** Contains the password: never printed. */
  readonly smtpUrl: string | undefined;
}

/**
 * The text of a file that Windows may have written: PowerShell writes UTF-16 with its `>`, and puts a byte order mark before it and
 * before UTF-8. Throws TypeError for other encodings: a name with æ would be another name.
 */
function decoded(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}

/**
 * The variables of `.env` in the working folder; none if there is no such file. dotenv is loaded only for one. It reads
 * `\n` in double quotes as a new line. No setting has one, but many paths on Windows contain `\n`: `"C:\new\register.xlsx"`.
 */
export async function readEnvFile(folder: string): Promise<EnvVariables> {
  const file = resolve(folder, '.env');
  if (!existsSync(file)) return {};
  const { parse } = await import('dotenv');
  try {
    const variables = Object.entries(parse(decoded(await readFile(file))));
    return Object.fromEntries(
      variables.map(([name, value]) => [name, value.replaceAll('\n', '\\n').replaceAll('\r', '\\r')]),
    );
  } catch (cause) {
    throw new UserError(
      msg`.env cannot be read.`,
      msg`It must be a file that you may read, saved as UTF-8. See .env.example.`,
      { cause },
    );
  }
}

const names = [
  ...(['FELLES_WORKBOOK', 'FELLES_SPREADSHEET', 'FELLES_OUT', 'FELLES_NOW'] as const),
  ...(['FELLES_STATE', 'FELLES_OUTBOX'] as const),
] as const;

/** Every variable that is read, from the environment or from `.env`. */
export type VariableName = (typeof names)[number] | (typeof googleNames)[number] | 'SMTP_URL';

const allNames: readonly string[] = [...names, ...googleNames];

/**
 * A misspelt name in `.env` would count as not set, so it is refused. Other programs have settings for Google too:
 * only names close to one of ours are refused. Throws UserError.
 */
function refuseUnknown(file: EnvVariables): void {
  for (const name of Object.keys(file)) {
    if (allNames.includes(name)) continue;
    const near = nearest(name, allNames);
    if (!name.startsWith('FELLES_') && !(name.startsWith('GOOGLE_') && near !== undefined)) continue;
    throw new UserError(
      msg`The setting ${name} in .env does not exist.`,
      msg`Did you mean ${near ?? names.join(', ')}?`,
    );
  }
}

type Flags = Readonly<Record<string, string | boolean>>;

/** The places of settings, the strongest first. Each gives its value for the name of a flag or variable. */
type Levels = readonly ((flag: string, name: string) => string | undefined)[];

function levelsOf(flags: Flags, env: EnvVariables, file: EnvVariables): Levels {
  const filled = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value : undefined;
  return [(flag) => filled(flags[flag]), (_, name) => filled(env[name]), (_, name) => filled(file[name])];
}

/** The settings of a run. `instant` is the clock's reading. Throws UserError for a value that cannot be read. */
export function readSettings(
  flags: Flags,
  env: EnvVariables,
  file: EnvVariables,
  folder: string,
  instant: Date,
): Settings {
  refuseUnknown(file);
  const levels = levelsOf(flags, env, file);
  const given = (flag: string, name: string): string | undefined =>
    levels.map((level) => level(flag, name)).find((value) => value !== undefined);
  const now = given('now', 'FELLES_NOW');
  return {
    folder,
    source: sourceOf(levels, folder),
    out: typedPath(folder, given('out', 'FELLES_OUT') ?? 'out'),
    now: now === undefined ? wallTimeAt(instant) : parseNow(now),
    // There is no flag for it: everybody on the machine could read a token on the command line.
    google: googleSettings(env, file, folder),
    sending: {
      state: stateFolder(given('', 'FELLES_STATE'), env, folder),
      outbox: given('', 'FELLES_OUTBOX'),
      smtpUrl: given('', 'SMTP_URL'),
    },
  };
}

/** The folder for what a program must remember (XDG Base Directory Specification): a mailing may be deleted, but this must stay. */
function stateFolder(named: string | undefined, env: EnvVariables, folder: string): string {
  if (named !== undefined) return typedPath(folder, named);
  const home = env['XDG_STATE_HOME'];
  return home === undefined || home === ''
    ? join(homedir(), '.local', 'state', 'felles')
    : join(home, 'felles');
}

/** The strongest level that names a register decides; two on the same level contradict each other. */
function sourceOf(levels: Levels, folder: string): Source {
  for (const level of levels) {
    const workbook = level('workbook', 'FELLES_WORKBOOK');
    const spreadsheet = level('spreadsheet', 'FELLES_SPREADSHEET');
    if (workbook !== undefined && spreadsheet !== undefined) {
      throw new UserError(
        msg`A workbook and a Google Sheet were both named.`,
        msg`Name one register, with --workbook or with --spreadsheet (FELLES_WORKBOOK or FELLES_SPREADSHEET).`,
      );
    }
    if (spreadsheet !== undefined) return { kind: 'spreadsheet', id: parseSpreadsheetId(spreadsheet) };
    if (workbook !== undefined)
      return { kind: 'workbook', path: typedPath(folder, workbook), isDefault: false };
  }
  return { kind: 'workbook', path: resolve(folder, 'register.xlsx'), isDefault: true };
}

/** A day or a time that the clock in Oslo shows; of the hour that comes twice, the first. */
function parseNow(text: string): WallTime {
  const match = /^(?<day>20\d\d-\d\d-\d\d)(?:T(?<clock>\d\d:\d\d)(?::\d\d)?)?$/u.exec(text.trim());
  const time = parseWallTime(`${match?.groups?.['day'] ?? ''}T${match?.groups?.['clock'] ?? '00:00'}`);
  if (time === undefined || time >= '2099') {
    throw new UserError(
      msg`«${text}» is not a time.`,
      msg`Write Oslo time as 2026-11-23T12:00, or only the day.`,
    );
  }
  if (occurrences(time) > 0) return time;
  throw new UserError(
    msg`The clock in Oslo never shows ${text}.`,
    msg`Summer time begins in that hour: write 03:00 or later.`,
  );
}

/** A path as a person in the working folder would type it; absolute if it is elsewhere. */
export function shownPath({ folder }: Pick<Settings, 'folder'>, path: string): string {
  const shown = relative(folder, path);
  return shown.startsWith('..') ? path : shown;
}
