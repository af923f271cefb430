/** What a journal needs of a disk, and the machine's own. The tests have others, which lose what was not synced. */
import { mkdir, open, readFile, rename, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from '../../disk/has-code.ts';
import { syncFolder } from '../../disk/sync-folder.ts';

/** An open file for appending. */
export interface JournalFile {
  read(): Promise<Uint8Array>;
  append(text: string): Promise<void>;
  /** Cuts off what follows this many bytes. */
  truncate(bytes: number): Promise<void>;
  /** What was written before survives a power cut once this resolves. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface JournalDisk {
  /** Makes a folder and the missing ones above it; they survive a power cut. */
  makeFolder(path: string): Promise<void>;
  /** Undefined where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Makes the file if there is none. */
  open(path: string): Promise<JournalFile>;
  rename(from: string, to: string): Promise<void>;
  /** Names given in a folder survive a power cut once this resolves. */
  syncFolder(path: string): Promise<void>;
}

export const nodeDisk: JournalDisk = {
  makeFolder: async (path) => {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  },
  read: async (path) => {
    try {
      return await readFile(path);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  },
  open: async (path) => {
    const file = await open(path, 'a+', 0o600);
    return {
      read: () => file.readFile(),
      append: (text) => file.appendFile(text),
      // Not `file.truncate`: Windows cannot truncate a file that was opened for appending (nodejs/node issue 3177).
      truncate: (bytes) => truncate(path, bytes),
      sync: () => file.datasync(),
      close: () => file.close(),
    };
  },
  rename: (from, to) => rename(from, to),
  syncFolder,
};
