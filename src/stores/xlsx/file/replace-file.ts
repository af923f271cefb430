import { existsSync } from 'node:fs';
import { access, constants, copyFile, link, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from '../../../disk/has-code.ts';
import { syncFolder } from '../../../disk/sync-folder.ts';
import { UserError } from '../../../domain/user-error.ts';
import { explain } from './read-file.ts';

/** Throws UserError when the file, or the folder it would be renamed in, is read-only. */
export async function refuseReadOnly(path: string): Promise<void> {
  for (const each of [path, dirname(path)]) {
    try {
      const { mode } = await stat(each);
      // A file that says nobody may write is left alone, even by an administrator, who could.
      if ((mode & 0o222) === 0) throw readOnly(path, each);
      await access(each, constants.W_OK);
    } catch (error) {
      throw hasCode(error, 'EACCES', 'EPERM', 'EROFS') ? readOnly(path, each) : explain(path, error);
    }
  }
}

/**
 * Replaces a file so that whoever reads it, whenever, finds either the old or the new one whole, also after a crash
 * or a power cut. What was there is kept beside it as `.bak`. The file's permissions stay.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const { mode } = await stat(path);
  await removeLeftovers(path);
  const temporary = temporaryName(path);
  try {
    await writeDurably(temporary, bytes, mode);
    const backup = temporaryName(path);
    await copyFile(path, backup);
    await rename(backup, `${path}.bak`);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw explain(path, error);
  }
  await syncFolder(dirname(path));
}

/** Makes a file that is not there yet, whole or not at all. Throws UserError when it is there. */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writeDurably(temporary, bytes, 0o666);
    await giveName(temporary, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      throw new UserError(`${path} is already there.`, 'Nothing was written. Choose another name.', {
        cause: error,
      });
    }
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new UserError(
        `There is no folder ${dirname(path)}.`,
        'Make the folder first, or choose another place.',
        { cause: error },
      );
    }
    throw explain(path, error);
  }
  await syncFolder(dirname(path));
}

/** Lets a finished file appear under its name, unless there is one by that name. */
async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    // Not every disk knows links: memory sticks and some network folders do not.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS') || existsSync(path)) throw error;
    await rename(temporary, path);
    return;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

async function writeDurably(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    if (mode !== 0o666) await file.chmod(mode & 0o7777);
    await file.sync();
  } finally {
    await file.close();
  }
}

function temporaryName(path: string): string {
  const random = Math.random().toString(36).slice(2, 10);
  return join(dirname(path), `.${basename(path)}.${process.pid}-${random}.tmp`);
}

/** What a run that was killed left behind. Only called while the lock is held. */
async function removeLeftovers(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    const isLeftover = name.startsWith(prefix) && name.endsWith('.tmp');
    if (isLeftover) await unlink(join(dirname(path), name)).catch(() => undefined);
  }
}

function readOnly(path: string, what: string): UserError {
  const isFolder = what !== path;
  return new UserError(
    isFolder ? `The folder ${what} may not be written to.` : `${path} is read-only.`,
    isFolder
      ? 'Get permission to write in the folder, or move the workbook to another.'
      : 'Take away the write protection of the file, or get permission to change it.',
  );
}
