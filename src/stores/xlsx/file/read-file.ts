import { readFile, realpath, stat } from 'node:fs/promises';
import { hasCode } from '../../../disk/has-code.ts';
import { isInUse } from '../../../disk/when-free.ts';
import { msg } from '../../../domain/msg.ts';
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
    if (size > LARGEST_FILE) throw tooLarge(msg`the file is ${Math.ceil(size / 1024 / 1024)} MB`);
    return await readFile(path);
  } catch (error) {
    throw explain(path, error);
  }
}

/** An error of the operating system in words; other errors as they are. */
export function explain(path: string, error: unknown): unknown {
  const said = wordsFor(path, error);
  return said === undefined ? error : new UserError(...said, { cause: error });
}

function wordsFor(path: string, error: unknown): readonly [message: string, advice: string] | undefined {
  if (hasCode(error, 'ENOENT'))
    return [
      msg`There is no workbook ${path}.`,
      msg`If it was moved or renamed, put it back, or name where it is now with --workbook. A new one is made with «npm run init».`,
    ];
  if (hasCode(error, 'EISDIR'))
    return [msg`${path} is a folder, not a workbook.`, msg`Name the .xlsx file in it.`];
  if (isInUse(error))
    return [
      msg`${path} is in use by another program, or you may not change it.`,
      msg`Close it where it is open, or get permission to read and write the file and its folder. Then run this again.`,
    ];
  if (hasCode(error, 'EACCES', 'EPERM'))
    return [
      msg`${path} may not be opened by you.`,
      msg`Get permission to read and write the file and its folder.`,
    ];
  if (hasCode(error, 'EBUSY'))
    return [msg`${path} is in use by another program.`, msg`Close it there and run this again.`];
  if (hasCode(error, 'ENOSPC', 'EDQUOT'))
    return [
      msg`There is no space left to write ${path}.`,
      msg`Free some space on the disk; the workbook is unchanged.`,
    ];
  return undefined;
}
