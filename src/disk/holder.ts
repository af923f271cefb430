/** Who holds a lock, and whether it is surely gone. */
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { hasCode } from './has-code.ts';

/** Written in the lock file as one line of JSON. Locks of earlier versions have the process and the host alone. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** A random number, new for each time that a lock is taken. */
  readonly token?: string;
  /** When the process began, by its system's count: process numbers are used again. */
  readonly started?: string;
  /** Where process numbers are valid: one run of one system, and in it one container. */
  readonly space?: string;
  /** The system's own name for the machine, as a hash: hosts may share a name. */
  readonly machine?: string;
}

/** What is known about processes here. Undefined where the system does not say. */
export interface Surroundings {
  readonly host: string;
  readonly space: string | undefined;
  readonly machine: string | undefined;
  readonly isAlive: (pid: number) => boolean;
  readonly startOf: (pid: number) => string | undefined;
}

/** As this process finds them. Linux shows everything, other systems only which processes there are. */
export function surroundings(): Surroundings {
  const machine = quietly(() => readFileSync('/etc/machine-id', 'utf8').trim());
  return {
    host: hostname(),
    space: quietly(() => {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
    }),
    machine:
      machine === undefined || machine === ''
        ? undefined
        : createHash('sha256').update(`felles ${machine}`).digest('hex').slice(0, 16),
    isAlive,
    startOf: (pid) =>
      // The name of the program is in brackets before it, and may contain anything.
      quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]),
  };
}

/** This process as the holder of a lock. */
export function ownHolder(token: string, { host, space, machine, startOf }: Surroundings): Holder {
  const started = startOf(process.pid);
  return {
    pid: process.pid,
    host,
    token,
    ...(started !== undefined && { started }),
    ...(space !== undefined && { space }),
    ...(machine !== undefined && { machine }),
  };
}

/** The holder that a lock file names; null if it names none. */
export function readHolder(content: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(content);
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('host' in holder))
      return null;
    const { pid, host } = holder;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    const known = Object.entries(holder).filter(
      ([key, value]) => ['token', 'started', 'space', 'machine'].includes(key) && typeof value === 'string',
    );
    return { pid, host, ...Object.fromEntries(known) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Whether the process that holds a lock has surely ended. Time says nothing: a process may have been asleep with the
 * machine for a night, and clocks differ. About other machines and containers nothing is certain from here.
 */
export function isGone(holder: Holder, here: Surroundings): boolean {
  if (holder.host !== here.host) return false;
  const isOldLock = holder.token === undefined;
  if (!isOldLock && holder.space !== here.space) return hasRestarted(holder, here);
  if (!here.isAlive(holder.pid)) return true;
  const started = here.startOf(holder.pid);
  return holder.started !== undefined && started !== undefined && holder.started !== started;
}

/** Whether it is the same machine, restarted since: then none of its processes is alive. */
function hasRestarted(holder: Holder, here: Surroundings): boolean {
  if (holder.space === undefined || here.space === undefined) return false;
  if (holder.machine === undefined || holder.machine !== here.machine) return false;
  return holder.space.split(' ')[0] !== here.space.split(' ')[0];
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

/** Undefined where the system has no such file. */
function quietly<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
