/** Where a script reads and writes, and which time it takes it to be: flag, then environment, then `.env`, then default. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { nearest } from '../domain/nearest.ts';
import { parseDay, parseWallTime, wallTimeAt, wallTimeFrom, type WallTime } from '../domain/time.ts';
import { UserError } from '../domain/user-error.ts';
import type { Environment, OptionSpecs } from './options.ts';

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

/** The register's place. `isDefault`: nobody named a workbook, so the sample may be made there. */
export type Source =
  | { readonly kind: 'workbook'; readonly path: string; readonly isDefault: boolean }
  | { readonly kind: 'spreadsheet'; readonly id: string };

export interface Settings {
  /** The working folder, absolute. */
  readonly folder: string;
  readonly source: Source;
  /** Absolute. */
  readonly out: string;
  /** Oslo time. */
  readonly now: WallTime;
}

/** The variables of `.env` in the working folder; none where there is no such file. dotenv is loaded only for one. */
export async function readEnvFile(folder: string): Promise<Environment> {
  const file = resolve(folder, '.env');
  if (!existsSync(file)) return {};
  const { parse } = await import('dotenv');
  return parse(await readFile(file));
}

const names = ['FELLES_WORKBOOK', 'FELLES_SPREADSHEET', 'FELLES_OUT', 'FELLES_NOW'] as const;

/** A misspelt name in `.env` would be taken for unset, so it is refused. Throws UserError. */
function refuseUnknown(file: Environment): void {
  for (const name of Object.keys(file)) {
    if (!name.startsWith('FELLES_') || names.some((known) => known === name)) continue;
    throw new UserError(
      `There is no setting ${name}, which stands in .env.`,
      `Did you mean ${nearest(name, names) ?? names.join(', ')}?`,
    );
  }
}

type Flags = Readonly<Record<string, string | boolean>>;

/** The settings of a run. `instant` is the clock's reading. Throws UserError for a value that cannot be read. */
export function readSettings(
  flags: Flags,
  env: Environment,
  file: Environment,
  folder: string,
  instant: Date,
): Settings {
  refuseUnknown(file);
  const given = (flag: string, name: string): string | undefined => {
    const value = flags[flag];
    if (typeof value === 'string') return value;
    return [env[name], file[name]].find((candidate) => candidate !== undefined && candidate.trim() !== '');
  };
  const now = given('now', 'FELLES_NOW');
  return {
    folder,
    source: sourceOf(flags, given, folder),
    out: resolve(folder, given('out', 'FELLES_OUT') ?? 'out'),
    now: now === undefined ? wallTimeAt(instant) : parseNow(now),
  };
}

function sourceOf(
  flags: Flags,
  given: (flag: string, name: string) => string | undefined,
  folder: string,
): Source {
  if (flags['workbook'] !== undefined && flags['spreadsheet'] !== undefined) {
    throw new UserError(
      '--workbook and --spreadsheet were both given.',
      'Name one register: a file or a Google Sheet.',
    );
  }
  const workbook = given('workbook', 'FELLES_WORKBOOK');
  const spreadsheet = given('spreadsheet', 'FELLES_SPREADSHEET');
  const isSheet = flags['workbook'] === undefined && spreadsheet !== undefined;
  if (isSheet) return { kind: 'spreadsheet', id: spreadsheet };
  return {
    kind: 'workbook',
    path: resolve(folder, workbook ?? 'register.xlsx'),
    isDefault: workbook === undefined,
  };
}

function parseNow(text: string): WallTime {
  const day = parseDay(text.trim());
  const time = day === undefined ? parseWallTime(text.trim().slice(0, 16)) : wallTimeFrom(day, 0);
  if (time !== undefined && /^[^Z+]*$/u.test(text)) return time;
  throw new UserError(`«${text}» is not a time.`, 'Write Oslo time as 2026-11-23T12:00, or only the day.');
}

/** A path as a person in the working folder would type it; whole where it lies elsewhere. */
export function shownPath({ folder }: Pick<Settings, 'folder'>, path: string): string {
  const shown = relative(folder, path);
  return shown.startsWith('..') ? path : shown;
}
