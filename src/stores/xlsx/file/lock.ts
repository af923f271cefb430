import { open, readFile, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../../domain/user-error.ts';
import { hasCode } from './read-file.ts';

/** A write takes a second or two at most; what is older was left behind. */
const STALE_AFTER = 10 * 60_000;
/** The moment between making a lock and writing in it. */
const UNWRITTEN_AFTER = 30_000;
const PATIENCE = 15_000;

/** Who holds a lock: written in the lock file as one line of JSON. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Does the work while no other Felles process can do work on the same file. Waits for a while when another is at it;
 * a lock whose process is gone is cleared away. Throws UserError when it has waited for `patience` milliseconds.
 */
export async function withLock<Result>(
  target: string,
  work: () => Promise<Result>,
  patience = PATIENCE,
): Promise<Result> {
  const lock = join(dirname(target), `.${basename(target)}.felles-lock`);
  const until = Date.now() + patience;
  while (!(await takeLock(lock))) {
    await clearStaleLock(lock);
    if (Date.now() > until) throw busy(target, lock);
    await pause(5 + Math.random() * 25);
  }
  try {
    return await work();
  } finally {
    await unlinkIfThere(lock);
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    try {
      await file.writeFile(
        `${JSON.stringify({ pid: process.pid, host: hostname(), at: new Date().toISOString() })}\n`,
      );
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Takes a lock away that was left behind. Two processes may come to think so at once, and the slower would take the
 * lock that the faster has just made: so only one at a time may judge, which a second lock sees to.
 */
async function clearStaleLock(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const judging = `${lock}.judging`;
  if (!(await takeLock(judging))) {
    if ((await ageOf(judging)) > UNWRITTEN_AFTER) await unlinkIfThere(judging);
    return;
  }
  try {
    if (await isStale(lock)) await unlinkIfThere(lock);
  } finally {
    await unlinkIfThere(judging);
  }
}

async function isStale(lock: string): Promise<boolean> {
  const age = await ageOf(lock);
  if (age > STALE_AFTER) return true;
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

function busy(target: string, lock: string): UserError {
  return new UserError(
    `Another run of Felles is writing to ${basename(target)}, and did not finish while this one waited.`,
    `Try again when it is done. If no other run is at work, delete the file ${lock}.`,
  );
}
