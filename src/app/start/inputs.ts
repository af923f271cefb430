/**
 * The record of the files that a bundle was made from, and whether they are unchanged. A file is read and hashed
 * only if its state on the disk (size, times, number) is not the recorded one, or cannot be trusted.
 */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, unsealed, writeSealed } from './kept-files.ts';

/** One file of the record. */
export interface Input {
  /** From the top of the project, with `/`. */
  readonly path: string;
  /** SHA-256 of its content. */
  readonly hash: string;
  /** From `diskState`, taken before the content was read. Empty if it proves nothing. */
  readonly state: string;
}

/** Where the record is. */
export const inputsFile = (root: string): string => join(cacheFolder(root), 'inputs.txt');

export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/**
 * The file of the bundle made of these inputs. A bundle knows its own place too (templates are found by it), so moving
 * the project makes another.
 */
export const bundleFile = (root: string, inputs: readonly Pick<Input, 'path' | 'hash'>[]): string =>
  join(
    cacheFolder(root),
    `${hashOf([root, ...inputs.map(({ path, hash }) => `${path}\t${hash}`)].join('\n'))}.js`,
  );

/**
 * File systems of this machine itself, by the number that Linux has for each: ext, btrfs, xfs, tmpfs, overlay, zfs, f2fs.
 * On others (NFS, SMB, FUSE, 9p) another machine may change a file, and its old state may be reported from a cache for a minute.
 */
const ownFileSystems = new Set([
  0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630, 0x2fc12fc1, 0xf2f52010,
]);

function isOnThisMachine(path: string): boolean {
  if (process.platform === 'win32') return !realpathSync.native(path).startsWith('\\\\');
  return process.platform === 'linux' && ownFileSystems.has(statfsSync(path).type);
}

/** The coarsest clock of a file system is FAT's: two seconds. Two edits within it may leave the same times. */
const settlingMs = 2500;

/**
 * Gives the state of files on the disk: equal states mean equal content. The time of the last change to the inode is part
 * of it, since programs that keep the time of the content (checkouts, copies) cannot set that one. Empty if a state
 * proves nothing: after an edit so recent that another could leave the same times, with times in the future, and on the
 * disks of other machines. `now` is the present, in milliseconds of the epoch. The function throws if there is no file.
 */
export function diskStates(now: number, isOwn = isOnThisMachine): (file: string) => string {
  const own = new Map<number, boolean>();
  return (file) => {
    const { dev, ino, size, mtimeMs, ctimeMs } = statSync(file);
    let isTrusted = own.get(dev);
    if (isTrusted === undefined) {
      isTrusted = isOwn(file);
      own.set(dev, isTrusted);
    }
    if (!isTrusted || Math.max(mtimeMs, ctimeMs) > now - settlingMs) return '';
    return `${String(size)} ${String(mtimeMs)} ${String(ctimeMs)} ${String(ino)}`;
  };
}

/** Keeps the record of the bundle in `file`. Throws if it cannot be written. */
export function writeInputs(root: string, file: string, inputs: readonly Input[]): void {
  const lines = inputs.map(({ path, hash, state }) => `${path}\t${hash}\t${state}`);
  writeSealed(inputsFile(root), Buffer.from([root, file, ...lines].join('\n')));
}

/**
 * The file of the bundle of the current sources; undefined if one of them has changed or is
 * gone, or the project has moved. A file that had to be hashed and is the same is recorded with its new state.
 */
export function unchangedBundle(root: string, stateOf = diskStates(Date.now())): string | undefined {
  const record = unsealed(inputsFile(root));
  if (record === undefined) return undefined;
  const [place, file, ...lines] = record.toString('utf8').split('\n');
  if (place !== root || file === undefined) return undefined;
  let isRecorded = true;
  const inputs: Input[] = [];
  try {
    for (const line of lines) {
      const [path = '', hash = '', was = ''] = line.split('\t');
      const state = stateOf(join(root, path));
      const isSame = state !== '' && state === was;
      if (!isSame && hashOf(readFileSync(join(root, path))) !== hash) return undefined;
      isRecorded &&= state === was;
      inputs.push({ path, hash, state });
    }
  } catch {
    return undefined;
  }
  if (!isRecorded) recordAnew(root, file, inputs);
  return file;
}

function recordAnew(root: string, file: string, inputs: readonly Input[]): void {
  try {
    writeInputs(root, file, inputs);
  } catch {
    // Nothing is lost but the time that it would have saved.
  }
}
