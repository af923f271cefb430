/** The journal of a send on this machine: a record is on the disk before anything is done that depends on it. */
import { dirname, join } from 'node:path';
import { withLock, type HeldLock, type OtherHolder } from '../../disk/lock.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { nodeDisk, type JournalDisk, type JournalFile } from './disk.ts';
import { readJournal, writeRecords, type JournalReading, type JournalRecord } from './records.ts';

export interface Journal {
  /** What it held when it was opened. */
  readonly records: readonly JournalRecord[];
  /**
   * Adds a record, which is on the disk when this resolves, with all that were added before it. Throws UserError if the
   * disk does not accept it or the lock has been lost, and from then on for every other: nobody knows what a broken disk has
   * kept. Records that are added at the same time fail together.
   */
  add(one: JournalRecord): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal at a path, and makes it with its folder if it does not exist. A record that a crash left incomplete is removed.
 * Throws UserError if it is damaged or the disk cannot be written: without a journal nothing is sent. Only one process may
 * have it open: `withJournal` ensures that.
 */
export async function openJournal(
  path: string,
  disk: JournalDisk = nodeDisk,
  held: HeldLock = { isHeld: () => true },
): Promise<Journal> {
  let file: JournalFile | undefined;
  try {
    await disk.makeFolder(dirname(path));
    file = await disk.open(path);
    const reading = readJournal(await file.read());
    if (reading.end === 'damaged') throw damaged(path);
    const bytes = await repairEnd(file, reading);
    await file.sync();
    await disk.syncFolder(dirname(path));
    return new OpenJournal(path, file, { ...reading, bytes }, held);
  } catch (error) {
    await file?.close().catch(() => undefined);
    throw error instanceof UserError ? error : noJournal(path, error);
  }
}

/** Leaves only whole lines in the file. Returns their number of bytes. */
async function repairEnd(file: JournalFile, { end, bytes }: JournalReading): Promise<number> {
  if (end === 'torn' || end === 'endless') await file.truncate(bytes);
  if (end !== 'endless') return bytes;
  await file.append('\n');
  return bytes + 1;
}

/** Opens a journal, does the work with it, and closes it. Throws UserError as `openJournal`, and if another run has it open. */
export async function withJournal<Result>(
  path: string,
  work: (journal: Journal) => Promise<Result>,
  disk: JournalDisk = nodeDisk,
): Promise<Result> {
  const open = async (held: HeldLock): Promise<Result> => {
    const journal = await openJournal(path, disk, held);
    try {
      return await work(journal);
    } finally {
      await journal.close();
    }
  };
  return withJournalLock(path, open, disk);
}

/** Does the work while no other run on this machine has the journal open. Throws UserError if one has. */
export async function withJournalLock<Result>(
  path: string,
  work: (held: HeldLock) => Promise<Result>,
  disk: JournalDisk = nodeDisk,
): Promise<Result> {
  const unwritable = (cause: unknown): UserError => noJournal(path, cause);
  try {
    await disk.makeFolder(dirname(path));
  } catch (error) {
    throw unwritable(error);
  }
  return withLock(path, work, { patience: 0, busy: atWork, unwritable });
}

/** Reads a journal without opening it, also during a run. Undefined if there is none. */
export async function lookInto(
  path: string,
  disk: JournalDisk = nodeDisk,
): Promise<JournalReading | undefined> {
  const content = await disk.read(path);
  return content === undefined ? undefined : readJournal(content);
}

/** Renames a journal, so that the next run begins a new one. Returns the new name. */
export async function putAside(path: string, disk: JournalDisk = nodeDisk): Promise<string> {
  for (let number = 1; ; number += 1) {
    const aside = `${path}.damaged-${String(number)}`;
    if ((await disk.read(aside)) !== undefined) continue;
    await disk.rename(path, aside);
    await disk.syncFolder(dirname(path));
    return aside;
  }
}

/** A record that is added and not yet on the disk. */
interface Waiting {
  readonly record: JournalRecord;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: records that are added while the disk is busy share the next line, one append and one sync. A group is one
 * line, so that a power cut leaves all of it or nothing, as with a single record.
 */
class OpenJournal implements Journal {
  readonly records: readonly JournalRecord[];
  readonly #path: string;
  readonly #file: JournalFile;
  readonly #held: HeldLock;
  #sum: number;
  /** Bytes of the file that are confirmed. */
  #bytes: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #broken: UserError | undefined;

  constructor(path: string, file: JournalFile, { records, sum, bytes }: JournalReading, held: HeldLock) {
    this.records = records;
    this.#path = path;
    this.#file = file;
    this.#held = held;
    this.#sum = sum;
    this.#bytes = bytes;
  }

  add(record: JournalRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(group.map(({ record }) => record));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(group: readonly JournalRecord[]): Promise<void> {
    if (this.#broken === undefined && !this.#held.isHeld()) this.#broken = taken(this.#path);
    if (this.#broken !== undefined) throw this.#broken;
    const { line, sum } = writeRecords(group, this.#sum);
    try {
      await this.#file.append(line);
      await this.#file.sync();
    } catch (cause) {
      // A line after half a line could not be read, and a record that was refused must not be found later.
      this.#broken = noJournal(this.#path, cause);
      await this.#cutOff();
      throw this.#broken;
    }
    this.#sum = sum;
    this.#bytes += Buffer.byteLength(line);
  }

  /** As far as a disk that has just failed allows: the rest is cut off when the journal is opened again. */
  async #cutOff(): Promise<void> {
    try {
      // What another run has added since must stay.
      if (!this.#held.isHeld()) return;
      await this.#file.truncate(this.#bytes);
      await this.#file.sync();
    } catch {
      // The failure before this one is the one to report.
    }
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }
}

const noJournal = (path: string, cause: unknown): UserError =>
  new UserError(
    msg`The journal of the send cannot be written, so nothing more is sent.`,
    msg`Check that there is space for ${path}, and that you may write there (FELLES_STATE names another folder).`,
    { cause },
  );

const damaged = (path: string): UserError =>
  new UserError(
    msg`The journal of this mailing is damaged, so it does not show everything that has been sent. Nothing is sent.`,
    msg`Run this with --repair. What the journal does not show is then unclear, and a person decides. The journal is ${path}.`,
  );

const atWork = ({ who, byHand }: OtherHolder): UserError =>
  new UserError(
    msg`Another run is sending this mailing from this journal (${who}).`,
    msg`Wait until it has ended; --status shows how far it has come. ${byHand}`,
  );

const taken = (path: string): UserError =>
  new UserError(
    msg`The lock of the journal is no longer that of this run: it was deleted, or another run has it. Nothing more is sent from here.`,
    msg`See which run is at work with ${path}; --status shows how far it has come.`,
  );

/**
 * Where the journal of a mailing is kept: by its workbook and its content, so that no two mailings ever share one, not
 * even two of the same name from two workbooks on disk.
 */
export function journalPath(
  state: string,
  { workbook, id, planHash }: { readonly workbook: string; readonly id: string; readonly planHash: string },
): string {
  const name = (text: string): string => text.replaceAll(/[^\w.-]|^\.+/gu, '_');
  return join(state, 'journal', name(workbook), `${name(id)}-${planHash.slice(0, 16)}.ndjson`);
}
