import { constants, copyFile, link, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../domain/user-error.ts';
import { hasCode } from './has-code.ts';

/** The moment between making a lock and writing in it. */
const UNWRITTEN_AFTER = 30_000;

/** How a lock is waited for. */
export interface LockRules {
  /** How long another that is at work is waited for, in milliseconds. */
  readonly patience: number;
  /** After how many milliseconds a lock was left behind, whoever holds it. */
  readonly staleAfter: number;
  /** What the operator is told when the wait is over. `lock` is the file of the lock. */
  readonly busy: (lock: string) => UserError;
}

/** Who holds a lock: written in the lock file as one line of JSON. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** A write takes a second or two at most; what is older than ten minutes was left behind. */
const forWriting = (target: string): LockRules => ({
  patience: 15_000,
  staleAfter: 10 * 60_000,
  busy: (lock) =>
    new UserError(
      `Another run of Felles is writing to ${basename(target)}, and did not finish while this one waited.`,
      `Try again when it is done. If no other run is at work, delete the file ${lock}.`,
    ),
});

/**
 * Does the work while no other Felles process can do work on the same file. Waits for a while when another is at it;
 * a lock whose process is gone is cleared away. Throws UserError when it has waited long enough. The rules are those for
 * a write, unless others are given.
 */
export async function withLock<Result>(
  target: string,
  work: () => Promise<Result>,
  rules: Partial<LockRules> = {},
): Promise<Result> {
  const { patience, staleAfter, busy } = { ...forWriting(target), ...rules };
  const lock = join(dirname(target), `.${basename(target)}.felles-lock`);
  const until = Date.now() + patience;
  while (!(await takeLock(lock))) {
    if (await clearStaleLock(lock, staleAfter)) continue;
    if (Date.now() > until) throw busy(lock);
    await pause(5 + Math.random() * 25);
  }
  try {
    return await work();
  } finally {
    await unlinkIfThere(lock);
  }
}

/**
 * A lock appears with its content or not at all, so that one whose process was killed can always be told: it is written
 * beside and then given its name, which only one can have.
 */
async function takeLock(lock: string): Promise<boolean> {
  const beside = besideName(lock);
  try {
    await writeFile(
      beside,
      `${JSON.stringify({ pid: process.pid, host: hostname(), at: new Date().toISOString() })}\n`,
      { flag: 'wx' },
    );
    return await giveName(beside, lock);
  } finally {
    await unlinkIfThere(beside);
  }
}

/** As what is left of a write that was killed: the next write takes it away (stores/xlsx/file/replace-file.ts). */
const besideName = (lock: string): string =>
  `${lock.replace(/felles-lock(?:\.judging)?$/u, '')}${process.pid}-${Math.random().toString(36).slice(2, 10)}.tmp`;

/**
 * False where somebody has the lock. Not every disk knows links: memory sticks and some network folders do not, and
 * there the content comes a moment after the name.
 */
async function giveName(beside: string, lock: string): Promise<boolean> {
  try {
    try {
      await link(beside, lock);
    } catch (error) {
      if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      await copyFile(beside, lock, constants.COPYFILE_EXCL);
    }
    return true;
  } catch (error) {
    // Whoever holds the lock may just have tidied up what lay beside.
    if (hasCode(error, 'EEXIST', 'ENOENT')) return false;
    throw error;
  }
}

/**
 * Takes a lock away that was left behind. Two processes may come to think so at once, and the slower would take the
 * lock that the faster has just made: so only one at a time may judge, which a second lock sees to. True where it
 * was taken away.
 */
async function clearStaleLock(lock: string, staleAfter: number): Promise<boolean> {
  if (!(await isStale(lock, staleAfter))) return false;
  const judging = `${lock}.judging`;
  if (!(await takeLock(judging))) {
    if ((await ageOf(judging)) > UNWRITTEN_AFTER) await unlinkIfThere(judging);
    return false;
  }
  try {
    if (!(await isStale(lock, staleAfter))) return false;
    await unlinkIfThere(lock);
    return true;
  } finally {
    await unlinkIfThere(judging);
  }
}

async function isStale(lock: string, staleAfter: number): Promise<boolean> {
  const age = await ageOf(lock);
  if (age > staleAfter) return true;
  const holder = await holderOf(lock);
  if (holder === null) return age > UNWRITTEN_AFTER;
  return holder.host === hostname() && !isAlive(holder.pid);
}

/** Milliseconds since the file was made; nothing at all for a file that is gone. */
async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

async function holderOf(lock: string): Promise<Holder | null> {
  try {
    const holder: unknown = JSON.parse(await readFile(lock, 'utf8'));
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('host' in holder))
      return null;
    const { pid, host } = holder;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null;
  } catch (error) {
    if (error instanceof SyntaxError || hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process may not be signalled, but it is there.
    return !hasCode(error, 'ESRCH');
  }
}

async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
