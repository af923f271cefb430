/** A journal on the disk, kept by one process at a time. */
import { mkdir, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import { readJournal, writeRecord, type Journal, type JournalRecord } from './journal.ts';

export interface OpenJournal extends Journal {
  close(): Promise<void>;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/**
 * Opens the journal at a path, and makes it with its folder where it is not there. Throws UserError where another run has
 * it open, where it is damaged, or where the disk takes nothing: without a journal nothing is sent.
 */
export async function openJournal(path: string): Promise<OpenJournal> {
  const folder = dirname(path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw noJournal(path, cause);
  }
  await takeLock(path);
  try {
    const { records, file } = await load(path);
    await syncFolder(folder);
    return keep(path, records, file);
  } catch (error) {
    await rm(lockOf(path), { force: true });
    throw error instanceof UserError ? error : noJournal(path, error);
  }
}

const lockOf = (path: string): string => `${path}.lock`;

/** Only a lock of a process of this machine that is gone is taken over: a send may last for hours. */
async function takeLock(path: string): Promise<void> {
  for (;;) {
    try {
      const lock = await open(lockOf(path), 'wx', 0o600);
      await lock.writeFile(JSON.stringify({ pid: process.pid, host: hostname() }));
      await lock.close();
      return;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw noJournal(path, error);
    }
    if (!(await isLeftBehind(lockOf(path)))) {
      throw new UserError(
        'Another run is sending this mailing on this machine.',
        `Wait until it has ended. If no other run is at work, delete ${lockOf(path)}.`,
      );
    }
    await rm(lockOf(path), { force: true });
  }
}

async function isLeftBehind(lock: string): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(lock, 'utf8');
  } catch (error) {
    return isCode(error, 'ENOENT');
  }
  const [, pid, host] = /^\{"pid":(\d+),"host":"(.*)"\}$/u.exec(text) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

async function load(path: string): Promise<{ readonly records: JournalRecord[]; readonly file: FileHandle }> {
  const file = await open(path, 'a+', 0o600);
  const read = readJournal(await file.readFile('utf8'));
  if (read === 'damaged') {
    await file.close();
    throw new UserError(
      'The journal of this mailing is damaged, so nobody can tell from it what has been sent.',
      `Keep ${path} for whoever looks into it, look at the tab Utsendelser, and settle each with «npm run send -- --resolve».`,
    );
  }
  await file.truncate(read.bytes);
  await file.sync();
  return { records: [...read.records], file };
}

/** A file that is new is on the disk only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function keep(path: string, records: JournalRecord[], file: FileHandle): OpenJournal {
  let last: Promise<unknown> = Promise.resolve();
  return {
    records,
    add: (one) => {
      const added = last.then(async () => {
        await file.appendFile(writeRecord(one));
        await file.datasync();
        records.push(one);
      });
      // One that failed has been thrown to whoever added it.
      last = added.catch(() => undefined);
      return added.catch((cause: unknown) => Promise.reject(noJournal(path, cause)));
    },
    close: async () => {
      await last;
      await file.close();
      await rm(lockOf(path), { force: true });
    },
  };
}

const noJournal = (path: string, cause: unknown): UserError =>
  new UserError(
    'The journal of the send cannot be written, so nothing more is sent.',
    `See that there is room for ${path}, and that you may write there (FELLES_STATE names another folder).`,
    { cause },
  );

/** Where the journal of a mailing is kept: by the workbook, so that a copy of it has a journal of its own. */
export const journalPath = (state: string, workbook: string, mailing: string): string =>
  join(
    state,
    'journal',
    workbook.replaceAll(/[^\w-]/gu, '_'),
    `${mailing.replaceAll(/[^\w.-]/gu, '_')}.ndjson`,
  );
