import { renameSync } from 'node:fs';
import { access, constants, readdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from '../../../disk/has-code.ts';
import { whenFree } from '../../../disk/when-free.ts';
import { syncFolder } from '../../../disk/sync-folder.ts';
import {
  besideName,
  createFiles,
  nodeFiles,
  removeIfThere,
  type FileDisk,
} from '../../../disk/whole-file.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { explain } from './read-file.ts';

/** Throws UserError when the file, or the folder it would be renamed in, is read-only. */
export async function refuseReadOnly(path: string): Promise<void> {
  for (const each of [path, dirname(path)]) {
    try {
      const { mode } = await stat(each);
      // A read-only file is left alone, even by an administrator, who could.
      if ((mode & 0o222) === 0) throw readOnly(path, each);
      await access(each, constants.W_OK);
    } catch (error) {
      throw hasCode(error, 'EACCES', 'EPERM', 'EROFS') ? readOnly(path, each) : explain(path, error);
    }
  }
}

/**
 * Replaces a file so that any reader, at any time, finds either the old or the new one whole, also after a crash or a
 * power cut. The old file is kept next to it as `.bak`, and its permissions stay. `mayReplace` is asked at the last
 * moment: writing takes time, and the machine may have slept meanwhile. False, with nothing changed, if it says no.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  mayReplace: () => boolean,
  disk: FileDisk = nodeFiles,
): Promise<boolean> {
  const [temporary, backup] = [besideName(path), besideName(path)];
  try {
    const { mode } = await stat(path);
    await removeLeftovers(path);
    await disk.write(temporary, bytes, mode);
    await disk.copy(path, backup);
    let isKept = false;
    const replace = (): boolean => {
      // No await from here on: nothing in this process happens between the question and the change.
      if (!mayReplace()) return false;
      if (!isKept) renameSync(backup, `${path}.bak`);
      isKept = true;
      renameSync(temporary, path);
      return true;
    };
    if (!(await whenFree(replace))) return false;
  } catch (error) {
    throw explain(path, error);
  } finally {
    await removeIfThere(temporary);
    await removeIfThere(backup);
  }
  await syncFolder(dirname(path));
  return true;
}

/** Makes a file that is not there yet, whole or not at all. Throws UserError when it is there. */
export async function createFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await createFiles([{ path, bytes }]);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      throw new UserError(msg`${path} is already there.`, msg`Nothing was written. Choose another name.`, {
        cause: error,
      });
    }
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new UserError(
        msg`There is no folder ${dirname(path)}.`,
        msg`Make the folder first, or choose another place.`,
        { cause: error },
      );
    }
    throw explain(path, error);
  }
}

/** The files that a killed run left behind. Only called while the lock is held. */
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
    isFolder ? msg`The folder ${what} may not be written to.` : msg`${path} is read-only.`,
    isFolder
      ? msg`Get permission to write in the folder, or move the workbook to another.`
      : msg`Remove the write protection of the file, or get permission to change it.`,
  );
}
