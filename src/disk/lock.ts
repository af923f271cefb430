import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, unlinkSync } from 'node:fs';
import { constants, copyFile, link, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { counted } from '../domain/counted.ts';
import { msg } from '../domain/msg.ts';
import { UserError } from '../domain/user-error.ts';
import { hasCode } from './has-code.ts';
import { isGone, ownHolder, readHolder, surroundings, type Holder, type Surroundings } from './holder.ts';

/** The moment between making a lock and writing in it, on disks where that takes two steps. */
const UNWRITTEN_AFTER = 30_000;

/** How long after the wait a run still tries for a lock that is never there when it is looked at. */
const COMES_AND_GOES = 1000;

/** How a lock is waited for. */
export interface LockRules {
  /** How long another that is at work is waited for, in milliseconds. */
  readonly patience: number;
  /** What the message says when the wait is over. */
  readonly busy: (other: OtherHolder) => UserError;
  /** What the message says when no lock can be made, as on a full disk. */
  readonly unwritable: (cause: unknown) => UserError;
}

/** The holder of the lock, in words for the operator. */
export interface OtherHolder {
  /** The file of the lock. */
  readonly lock: string;
  /** `process 4711 on PC-12, for 14 minutes` */
  readonly who: string;
  /** How the lock is taken away by hand, by a person who is sure. */
  readonly byHand: string;
}

/** A lock while it is held. */
export interface HeldLock {
  /**
   * Whether it still is: a person may have deleted it while this process slept. Asked immediately before what must not be
   * done without the lock, with no await between.
   */
  readonly isHeld: () => boolean;
}

const forWriting = (target: string): LockRules => ({
  patience: 15_000,
  busy: ({ who, byHand }) =>
    new UserError(
      msg`Another run of Felles is writing to ${basename(target)} (${who}), and did not finish while this one waited. Nothing was written.`,
      msg`Try again when it is done. ${byHand}`,
    ),
  unwritable: (cause) =>
    hasCode(cause, 'ENOSPC', 'EDQUOT')
      ? new UserError(
          msg`There is no space left on the disk of ${target}, so nothing was written.`,
          msg`Free some space on the disk; the file is unchanged.`,
          { cause },
        )
      : new UserError(
          msg`Nothing can be written in the folder ${dirname(target)}, so ${basename(target)} was left as it is.`,
          msg`Get permission to write in the folder, and check that the disk is there and can be written to.`,
          { cause },
        ),
});

/**
 * Does the work while no other Felles process can work on the same file. Waits for a while when another one does. A lock
 * whose process has surely ended is removed, and no other, whatever its age. Throws UserError when it has waited long
 * enough, and where no lock can be made. The limits are those for a write, unless others are given.
 */
export async function withLock<Result>(
  target: string,
  work: (held: HeldLock) => Promise<Result>,
  rules: Partial<LockRules> = {},
): Promise<Result> {
  const { patience, busy, unwritable } = { ...forWriting(target), ...rules };
  const lock = join(dirname(target), `.${basename(target)}.felles-lock`);
  const here = surroundings();
  const token = randomUUID();
  try {
    await waitForLock(lock, token, here, { patience, busy });
  } catch (error) {
    throw error instanceof UserError ? error : unwritable(error);
  }
  try {
    return await work({ isHeld: () => seen(lock)?.holder?.token === token });
  } finally {
    letGo(lock, token);
  }
}

async function waitForLock(
  lock: string,
  token: string,
  here: Surroundings,
  { patience, busy }: Pick<LockRules, 'patience' | 'busy'>,
): Promise<void> {
  const until = performance.now() + patience;
  for (;;) {
    const now = await tryToTake(lock, token, here);
    if (now === 'taken') return;
    const other = seen(lock);
    if (other !== null && (await clearIfLeft(lock, other, now, here))) continue;
    const left = until - performance.now();
    if (other === null ? left < -COMES_AND_GOES : left < 0) throw busy(inWords(lock, other, now, here));
    await pause(5 + Math.random() * 25);
  }
}

/**
 * A lock appears with its content or not at all, so that a lock whose process was killed can always be recognised: it is
 * written under another name and then given its own, which only one can have. If somebody has it, answers with the time
 * by the clock of the disk that holds it, which may differ from ours.
 */
async function tryToTake(lock: string, token: string, here: Surroundings): Promise<'taken' | number> {
  const beside = besideName(lock);
  try {
    await writeFile(beside, `${JSON.stringify(ownHolder(token, here))}\n`, { flag: 'wx' });
    const { mtimeMs } = await stat(beside);
    await giveName(beside, lock);
    // A process that was stopped in the middle may find another's lock here, and a network disk may refuse what it did.
    return seen(lock)?.holder?.token === token ? 'taken' : mtimeMs;
  } catch (error) {
    // The holder of the lock may just have removed the leftover files.
    if (hasCode(error, 'ENOENT') && (await isFolder(dirname(lock)))) return 0;
    throw error;
  } finally {
    await unlink(beside).catch(() => undefined);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Like the remains of a write that was killed: the next write removes it (stores/xlsx/file/replace-file.ts). */
const besideName = (lock: string): string =>
  `${lock.replace(/felles-lock(?:\.judging)?$/u, '')}${process.pid}-${Math.random().toString(36).slice(2, 10)}.tmp`;

/**
 * Does nothing if somebody has the lock. Not every disk supports links: memory sticks and some network folders do not,
 * and there the content comes a moment after the name.
 */
async function giveName(beside: string, lock: string): Promise<void> {
  try {
    try {
      await link(beside, lock);
    } catch (error) {
      if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
      await copyFile(beside, lock, constants.COPYFILE_EXCL);
    }
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

interface SeenLock {
  readonly holder: Holder | null;
  readonly content: string;
  readonly mtimeMs: number;
}

/** The lock as it is now; null where there is none. */
function seen(lock: string): SeenLock | null {
  try {
    const content = readFileSync(lock, 'utf8');
    return { holder: readHolder(content), content, mtimeMs: statSync(lock).mtimeMs };
  } catch (error) {
    // A lock that cannot be read may belong to anybody, and is never old.
    return hasCode(error, 'ENOENT') ? null : { holder: null, content: '', mtimeMs: Infinity };
  }
}

/** Releases a lock that is still ours. */
function letGo(lock: string, token: string): void {
  if (seen(lock)?.holder?.token === token) unlinkSync(lock);
}

/** Its holder has surely ended; or nobody has written in it, and by the disk's own clock it is not new. */
function isLeft({ holder, mtimeMs }: SeenLock, now: number, here: Surroundings): boolean {
  return holder === null ? now - mtimeMs > UNWRITTEN_AFTER : isGone(holder, here);
}

/**
 * Removes a lock that was left behind. Two processes may decide this at once, and the slower would remove the lock that
 * the faster has just made. So only one at a time may decide, which a second lock ensures. True if it was removed.
 */
async function clearIfLeft(lock: string, other: SeenLock, now: number, here: Surroundings): Promise<boolean> {
  if (!isLeft(other, now, here)) return false;
  const judging = `${lock}.judging`;
  const token = randomUUID();
  if ((await tryToTake(judging, token, here)) !== 'taken') {
    const decider = seen(judging);
    if (decider !== null && isLeft(decider, now, here)) removeIfSame(judging, decider);
    return false;
  }
  try {
    return removeIfSame(lock, other);
  } finally {
    letGo(judging, token);
  }
}

function removeIfSame(lock: string, before: SeenLock): boolean {
  const again = seen(lock);
  if (again?.content !== before.content || again.mtimeMs !== before.mtimeMs) return false;
  unlinkSync(lock);
  return true;
}

function inWords(lock: string, other: SeenLock | null, now: number, here: Surroundings): OtherHolder {
  const { holder, mtimeMs } = other ?? { holder: null, mtimeMs: Infinity };
  const age = now > mtimeMs ? duration(now - mtimeMs) : undefined;
  if (holder === null) {
    return {
      lock,
      who:
        age === undefined
          ? msg`a run that does not say who it is`
          : msg`a run that does not say who it is, for ${age}`,
      byHand: msg`If you are sure that no run is active on any machine, delete the file ${lock}.`,
    };
  }
  const { pid, host } = holder;
  const isHere = host === here.host && (holder.token === undefined || holder.space === here.space);
  return {
    lock,
    who: age === undefined ? msg`process ${pid} on ${host}` : msg`process ${pid} on ${host}, for ${age}`,
    byHand: isHere
      ? msg`Process ${pid} is still running: let it end, or end it. Its lock is then removed. If it is another program, delete the file ${lock}.`
      : msg`Look on ${host}: its lock is removed when the run there ends. If you are sure that no run is active there, and that the machine is not asleep during one, delete the file ${lock}.`,
  };
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const unitWords: Readonly<Record<(typeof UNITS)[number][0], (amount: number) => string>> = {
  day: (amount) => counted(amount, msg`day`, msg`days`),
  hour: (amount) => counted(amount, msg`hour`, msg`hours`),
  minute: (amount) => counted(amount, msg`minute`, msg`minutes`),
  second: (amount) => counted(amount, msg`second`, msg`seconds`),
};

/** `14 minutes` */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.floor(milliseconds / 1000));
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? UNITS[3];
  return unitWords[unit](Math.floor(seconds / size));
}
