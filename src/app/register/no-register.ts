/** What to do where the register is not found: make the sample in a folder that is new to Felles, else say the ways on. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import { findSheet } from '../../register/find-tabs.ts';
import { tabs } from '../../register/tabs.ts';
import { quoted } from '../cli/advised-commands.ts';
import { shownPath, type Settings, type Source } from '../settings/settings.ts';

type WorkbookFile = Extract<Source, { readonly kind: 'workbook' }>;

/** A file that somebody may have the register in: also what Felles cannot read, and the copy it keeps before it writes. */
const workbookName = /\.(?:xls[xmb]?|ods|fods|numbers|gsheet)(?:\.bak)?$/iu;

/** Opened to see whether they are registers. More are only counted. */
const mostLookedAt = 5;

/** The path itself where a workbook can be made there, else the same with another ending. */
export const newWorkbookPath = (path: string): string =>
  /\.xls[xm]$/iu.test(path) ? path : `${path.replace(workbookName, '')}.xlsx`;

/** The names of what lies in a folder; none where there is no such folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

/** Lock files of Excel and LibreOffice begin with `~$` and `.~`. */
const workbooksAmong = (names: readonly string[]): readonly string[] =>
  names.filter((name) => workbookName.test(name) && !/^[.~]/u.test(name)).sort();

/**
 * Whether nobody has used Felles in the folder yet: no workbook of any name, no settings, no papers. Only there is a
 * missing register no sign that something was moved.
 */
export async function isNewFolder({ folder, out, source }: Settings): Promise<boolean> {
  if (source.kind === 'spreadsheet' || !source.isDefault || existsSync(source.path)) return false;
  const names = await namesIn(folder);
  if (names.includes('.env') || names.includes('out') || workbooksAmong(names).length > 0) return false;
  return (await namesIn(out)).length === 0;
}

/** Undefined where the register is there, or is a Google Sheet; else what is to be said of it. Makes nothing. */
export async function missingRegister(settings: Settings): Promise<UserError | undefined> {
  const { source } = settings;
  if (source.kind === 'spreadsheet' || existsSync(source.path)) return undefined;
  return source.isDefault ? nothingNamed(settings, source) : namedIsGone(settings, source);
}

/**
 * Undefined where `init` may make a register: it is there, or it is named on the command line, or nobody named one and no
 * other workbook lies there. A name that is kept elsewhere is of a register that was there once.
 */
export async function unfoundForInit(
  settings: Settings,
  isNamedNow: boolean,
): Promise<UserError | undefined> {
  const { source, folder } = settings;
  if (source.kind === 'spreadsheet' || isNamedNow) return undefined;
  if (source.isDefault && workbooksAmong(await namesIn(folder)).length === 0) return undefined;
  return missingRegister(settings);
}

async function nothingNamed(settings: Settings, { path }: WorkbookFile): Promise<UserError> {
  const { folder } = settings;
  const name = basename(path);
  const candidates = await candidateLines(settings, folder);
  // Beside another workbook a new one is made only by name.
  const named = candidates.length === 0 ? '' : `--workbook ${name}`;
  const sample = `npm run init -- --sample ${named}`.trimEnd();
  const isEnv = existsSync(join(folder, '.env'));
  return new UserError(
    isEnv
      ? msg`There is no register: no ${name} in ${folder}, and .env names no other register.`
      : msg`There is no register: no ${name} in ${folder}, and nothing names another.`,
    [
      msg`Three ways on:`,
      msg`- Name yours: --workbook <file.xlsx> or --spreadsheet <address>, or for good in .env (see .env.example).`,
      ...candidates,
      msg`- Begin a new one, without activities: npm run init${named === '' ? '' : ` -- ${named}`}`,
      msg`- Try a sample, with invented content: ${sample}`,
    ].join('\n  '),
  );
}

async function namedIsGone(settings: Settings, { path }: WorkbookFile): Promise<UserError> {
  const name = shownPath(settings, path);
  const parent = dirname(path);
  if (!existsSync(parent)) {
    return new UserError(
      msg`There is no workbook ${name}: not even its folder ${shownPath(settings, parent)} is there.`,
      msg`Connect the drive that it is on, or name where the workbook is now, with --workbook, or as FELLES_WORKBOOK in .env.`,
    );
  }
  const fresh = newWorkbookPath(path);
  const named = `--workbook ${quoted(shownPath(settings, fresh))}`;
  const anew = [
    msg`- Begin a new one there, without activities: npm run init -- ${named}`,
    msg`- Try a sample there, with invented content: npm run init -- --sample ${named}`,
  ];
  return new UserError(
    msg`There is no workbook ${name}.`,
    [
      existsSync(fresh) ? msg`The way on:` : msg`Three ways on:`,
      msg`- If it was moved or renamed: name where it is now, with --workbook, or as FELLES_WORKBOOK in .env.`,
      ...(await candidateLines(settings, parent)),
      ...(existsSync(fresh) ? [] : anew),
    ].join('\n  '),
  );
}

/** What lies where the register is looked for: the newest first, and copies from before a change last. */
async function candidatesIn(folder: string): Promise<readonly string[]> {
  const names = workbooksAmong(await namesIn(folder));
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (await changedAt(join(folder, name))) ?? 0);
  const rank = (name: string): number => (name.endsWith('.bak') ? 1 : 0);
  return (
    names
      // The copy of a workbook that is there is no register that somebody may look for.
      .filter((name) => !name.endsWith('.bak') || !names.includes(name.slice(0, -'.bak'.length)))
      .sort((one, other) => rank(one) - rank(other) || (times.get(other) ?? 0) - (times.get(one) ?? 0))
  );
}

async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}

/** The workbooks that lie where the register is looked for, and what each seems to be. */
async function candidateLines(settings: Settings, folder: string): Promise<readonly string[]> {
  const names = await candidatesIn(folder);
  const lines: string[] = [];
  for (const name of names.slice(0, mostLookedAt))
    lines.push(await candidateLine(settings, join(folder, name)));
  const more = names.length - mostLookedAt;
  return more > 0 ? [...lines, `  ${msg`and ${more} more workbooks`}`] : lines;
}

async function candidateLine(settings: Settings, path: string): Promise<string> {
  const name = shownPath(settings, path);
  if (name.endsWith('.bak'))
    return [
      `  ${msg`${name} lies there: the register from before the last write. What was written last is not in it, such as what was marked as sent.`}`,
      `    ${msg`Look for a newer one first. If there is none, rename it to ${quoted(name.slice(0, -'.bak'.length))}, and before anything is made or sent run «npm run send -- <folder> --repair» for each mailing in out.`}`,
    ].join('\n  ');
  if (!/\.xls[xm]$/iu.test(name))
    return `  ${msg`${name} lies there. If it is the register, save it as .xlsx: Felles reads no other files.`}`;
  const known = await knownTabs(path);
  if (known === undefined) return `  ${msg`${name} lies there, but cannot be read.`}`;
  if (known.length === 0) return `  ${msg`${name} lies there, but has none of the tabs of a register.`}`;
  return `  ${msg`${name} lies there and has the tabs ${inFew(known)}: --workbook ${quoted(name)}`}`;
}

/** The tabs of a register that a workbook has; undefined where it cannot be read. */
async function knownTabs(path: string): Promise<readonly string[] | undefined> {
  const { xlsxStore } = await import('../../stores/xlsx/xlsx-store.ts');
  try {
    const { sheets } = await xlsxStore(path).read();
    return Object.values(tabs).flatMap((tab) => findSheet(tab, sheets)?.name ?? []);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
