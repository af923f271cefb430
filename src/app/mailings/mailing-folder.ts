/**
 * Keeps mailings, each revision in a folder of its own: `out/announce/a-2027-008-announcement-r1`. A folder is always complete,
 * and is never changed.
 */
import { mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mailingId } from '../../domain/mailing-kind.ts';
import type { Hash } from '../../domain/recipient-key.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { type Mailing, type MailingName, nextRevision, readMailing } from '../../delivery/mailing.ts';
import { keysOf, sha256 } from './keys.ts';
import { type Edition, type MailingFile } from './mailing-files.ts';
import { mailingRooms, roomOf } from './mailing-traits.ts';
import { fileName, openFolder } from '../papers/save-papers.ts';
import { hasCode } from '../../disk/has-code.ts';
import type { DueRequest } from '../../papers/due/entry.ts';
import { workbookId, type Settings } from '../settings/settings.ts';

export const recordName = 'mailing.json';

export interface KeptMailing {
  /** Absolute. */
  readonly folder: string;
  readonly revision: number;
  /** The latest revision already says the same. */
  readonly unchanged: boolean;
}

export interface KeepRequest {
  /** Absolute. */
  readonly out: string;
  readonly name: MailingName;
  /** Revisions that the ledger knows of. */
  readonly sent: readonly number[];
  /** An instant in UTC. */
  readonly now: string;
  readonly hash: Hash;
  readonly make: (edition: Edition) => Promise<readonly MailingFile[]>;
}

const folderName = (name: MailingName, revision: number): string =>
  fileName(mailingId({ ...name, revision }));

/** The revisions that have folders, in any room: a kind may have moved to another one. */
async function revisionsIn(out: string, name: MailingName): Promise<ReadonlyMap<number, string>> {
  const stem = folderName(name, 1).slice(0, -1);
  const found = new Map<number, string>();
  for (const room of mailingRooms) {
    for (const entry of await namesIn(join(out, room))) {
      const rest = entry.startsWith(stem) ? entry.slice(stem.length) : '';
      if (/^[1-9]\d{0,5}$/u.test(rest)) found.set(Number(rest), join(out, room, entry));
    }
  }
  return found;
}

/** What a file holds; undefined if it cannot be read. */
export async function contentOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

/** Whether a folder holds exactly what the register would give now, with the time at which the folder was made. */
async function saysTheSame(folder: string, revision: number, { hash, make }: KeepRequest): Promise<boolean> {
  const record = await contentOf(join(folder, recordName));
  if (record === undefined) return false;
  const read = readMailing(Buffer.from(record).toString('utf8'), hash);
  if ('fault' in read) return false;
  for (const { name, bytes } of await make({ revision, madeAt: read.mailing.madeAt })) {
    const there = await contentOf(join(folder, name));
    if (there === undefined || Buffer.compare(there, bytes) !== 0) return false;
  }
  return true;
}

/**
 * Keeps a mailing as the next revision, unless the latest one says the same. Throws UserError if it cannot be written,
 * and leaves nothing incomplete.
 */
export async function keepMailing(request: KeepRequest): Promise<KeptMailing> {
  const { out, name, sent, now, make } = request;
  const parent = await openFolder(out, roomOf(name.kind));
  const made = await revisionsIn(out, name);
  const next = nextRevision([...made.keys()], sent);
  const latest = next - 1;
  const before = made.get(latest);
  if (before !== undefined && (await saysTheSame(before, latest, request)))
    return { folder: before, revision: latest, unchanged: true };
  const folder = join(parent, folderName(name, next));
  await writeWhole(parent, folder, await make({ revision: next, madeAt: now }));
  return { folder, revision: next, unchanged: false };
}

/** Writes all files to a temporary folder, safe on the disk, and only then gives it its name. */
async function writeWhole(parent: string, folder: string, files: readonly MailingFile[]): Promise<void> {
  let beside: string | undefined;
  try {
    beside = await mkdtemp(join(parent, '.making-'));
    for (const { name, bytes } of files) {
      const file = await open(join(beside, name), 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    await rename(beside, folder);
  } catch (cause) {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true });
    throw new UserError(
      msg`The mailing ${folder} could not be written.`,
      msg`Check that there is space in ${parent}, that you may write there, and that nobody else makes the same mailing. Then run it again.`,
      { cause },
    );
  }
}

/** What a list of what is due asks of this machine. */
export async function listRequest(
  settings: Settings,
): Promise<Required<Pick<DueRequest, 'sizes' | 'keyOf' | 'made'>>> {
  const made = await madeIn(settings.out, workbookId(settings));
  return { sizes: sizesOf(made), keyOf: keysOf(workbookId(settings)), made };
}

const sizesOf = (made: readonly Mailing[]): ReadonlyMap<string, number> =>
  new Map(made.map(({ id, recipients }) => [id, recipients.length]));

/** For how many each mailing of a workbook with a folder in `out` is, by its ID. */
export const madeSizes = async (out: string, workbook: string): Promise<ReadonlyMap<string, number>> =>
  sizesOf(await madeIn(out, workbook));

/** The mailings of a workbook with a folder in `out`. One that cannot be read is left out. */
async function madeIn(out: string, workbook: string): Promise<readonly Mailing[]> {
  const made: Mailing[] = [];
  for (const room of mailingRooms) {
    for (const name of await namesIn(join(out, room))) {
      const record = await contentOf(join(out, room, name, recordName));
      if (record === undefined) continue;
      const read = readMailing(Buffer.from(record).toString('utf8'), sha256);
      if (!('mailing' in read) || read.mailing.workbook !== workbook) continue;
      if (fileName(read.mailing.id) === name) made.push(read.mailing);
    }
  }
  return made;
}

/** The mailing with this ID, if it has a folder in `out` that can be read. */
export async function madeMailing({ out }: Pick<Settings, 'out'>, id: string): Promise<Mailing | undefined> {
  for (const room of mailingRooms) {
    const record = await contentOf(join(out, room, fileName(id), recordName));
    const read = record === undefined ? undefined : readMailing(Buffer.from(record).toString('utf8'), sha256);
    if (read !== undefined && 'mailing' in read && read.mailing.id === id) return read.mailing;
  }
  return undefined;
}

/** What a folder holds, in order; nothing where there is none. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM')) return [];
    throw error;
  }
}
