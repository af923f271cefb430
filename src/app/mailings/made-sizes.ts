/** For how many the mailings are that were made on this machine. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../disk/has-code.ts';
import { readMailing } from '../../delivery/mailing.ts';
import type { Register } from '../../register/register.ts';
import { sha256 } from './mailing-files.ts';
import { mailingRooms, recordName } from './mailing-folder.ts';
import { fileName } from '../papers/save-papers.ts';
import type { Settings } from '../settings/settings.ts';

/** Those of the ledger's mailings whose folder is in `out`, by their ID. One that cannot be read is left out. */
export async function madeSizes(
  { out }: Pick<Settings, 'out'>,
  { ledger }: Pick<Register, 'ledger'>,
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const id of new Set(ledger.map(({ mailing }) => mailing))) {
    for (const room of mailingRooms) {
      const json = await textOf(join(out, room, fileName(id), recordName));
      const read = json === undefined ? undefined : readMailing(json, sha256);
      if (read !== undefined && 'mailing' in read && read.mailing.id === id)
        sizes.set(id, read.mailing.recipients.length);
    }
  }
  return sizes;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM')) return undefined;
    throw error;
  }
}
