import { open } from 'node:fs/promises';
import { hasCode } from './has-code.ts';

/**
 * Makes names last: the name of a new or renamed file is on the disk only once its folder is. Not every system lets a
 * folder be opened, and then there is nothing to do.
 */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!hasCode(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP')) throw error;
  }
}
