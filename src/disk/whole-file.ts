/** Files that exist whole or not at all: each is written under another name, and then given its own. */
import { constants, copyFile, link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './has-code.ts';
import { syncFolder } from './sync-folder.ts';

/** The disk operations that this needs. The tests use others, which are full, or stop for a while. */
export interface FileDisk {
  /** Makes a new file, which is on the disk once this resolves. */
  write(path: string, bytes: Uint8Array, mode: number): Promise<void>;
  /** Makes a new file from another. */
  copy(from: string, to: string): Promise<void>;
}

const USUAL_MODE = 0o666;

export const nodeFiles: FileDisk = {
  write: async (path, bytes, mode) => {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(bytes);
      if (mode !== USUAL_MODE) await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL),
};

export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes new files: none gets its name before all are written. Throws the disk's error, `EEXIST` where a file exists, and
 * then removes the files that it has made.
 */
export async function createFiles(files: readonly NewFile[], disk: FileDisk = nodeFiles): Promise<void> {
  const written = files.map(({ path, bytes }) => ({ path, bytes, beside: besideName(path) }));
  const named: string[] = [];
  try {
    for (const { beside, bytes } of written) await disk.write(beside, bytes, USUAL_MODE);
    for (const { beside, path } of written) {
      await giveName(beside, path);
      named.push(path);
    }
  } catch (error) {
    for (const path of named) await removeIfThere(path);
    throw error;
  } finally {
    for (const { beside } of written) await removeIfThere(beside);
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
}

/** Where a file is written before it has its name. */
export function besideName(path: string): string {
  const random = Math.random().toString(36).slice(2, 10);
  return join(dirname(path), `.${basename(path)}.${process.pid}-${random}.tmp`);
}

export async function removeIfThere(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

/** Gives a finished file its name, unless a file has it. */
async function giveName(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    // Not every disk supports links: memory sticks and some network folders do not. There the name is taken first.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    await (await open(path, 'wx')).close();
    try {
      await rename(beside, path);
    } catch (fault) {
      await removeIfThere(path);
      throw fault;
    }
  }
}
