import { readFile, realpath, stat } from 'node:fs/promises';
import { hasCode } from '../../../disk/has-code.ts';
import { isInUse } from '../../../disk/when-free.ts';
import { UserError } from '../../../domain/user-error.ts';
import { tooLarge } from '../faults.ts';

/** No workbook within the limit for unpacking is larger than this. */
const LARGEST_FILE = 300 * 1024 * 1024;

/** The file that a path names, after following symbolic links. Throws UserError when there is none. */
export async function realFile(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw explain(path, error);
  }
}

/** The bytes of a workbook. Throws UserError when it is not there, is a folder, or may not be read. */
export async function readWhole(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_FILE) throw tooLarge(`the file is ${Math.ceil(size / 1024 / 1024)} MB`);
    return await readFile(path);
  } catch (error) {
    throw explain(path, error);
  }
}

/** An error of the operating system in words; other errors as they are. */
export function explain(path: string, error: unknown): unknown {
  if (hasCode(error, 'ENOENT')) {
    return new UserError(
      `There is no workbook ${path}.`,
      'If it was moved or renamed, put it back, or name where it is now with --workbook. A new one is made with «npm run init».',
      {
        cause: error,
      },
    );
  }
  if (hasCode(error, 'EISDIR')) {
    return new UserError(`${path} is a folder, not a workbook.`, 'Name the .xlsx file in it.', {
      cause: error,
    });
  }
  if (isInUse(error)) {
    return new UserError(
      `${path} is in use by another program, or you may not change it.`,
      'Close it where it is open, or get permission to read and write the file and its folder. Then run this again.',
      { cause: error },
    );
  }
  if (hasCode(error, 'EACCES', 'EPERM')) {
    return new UserError(
      `${path} may not be opened by you.`,
      'Get permission to read and write the file and its folder.',
      {
        cause: error,
      },
    );
  }
  if (hasCode(error, 'EBUSY')) {
    return new UserError(`${path} is in use by another program.`, 'Close it there and run this again.', {
      cause: error,
    });
  }
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) {
    return new UserError(
      `There is no space left to write ${path}.`,
      'Free some space on the disk; the workbook is unchanged.',
      {
        cause: error,
      },
    );
  }
  return error;
}
