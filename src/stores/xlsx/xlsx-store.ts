import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { HeldLock } from '../../disk/lock.ts';
import type { FileDisk } from '../../disk/whole-file.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Base, Change, ChangeResult, RowAddition } from '../../domain/workbook.ts';
import { requireAllAdded } from '../added.ts';
import type { RegisterStore } from '../store.ts';
import { readWhole, realFile } from './file/read-file.ts';
import { readWorkbook, revisionOf } from './reading/read-workbook.ts';

/**
 * A register kept in an .xlsx or .xlsm file. Reading is allowed at any time. Writing is refused with a UserError,
 * and the file left as it is, when somebody has it open in Excel or LibreOffice, when it has changed since it was
 * read, and when it is read-only. A write is either complete or has not happened.
 */
export function xlsxStore(path: string, disk?: FileDisk): RegisterStore {
  return {
    place: path,
    read: async () => readWorkbook(await readWhole(path), basename(path)),
    write: (changes, base) => writeChanges(path, changes, base, disk),
    addUnlessOvertaken: (rows, base) => addRows(path, rows, base, disk),
    requireWritable: async () => {
      await refuseOpen(path, await refuseReadOnlyFile(path));
    },
  };
}

/**
 * Makes a new workbook from these changes, the first of which adds a tab. Throws UserError, with nothing written, when
 * the file is already there.
 */
export async function createWorkbookFile(path: string, changes: readonly Change[]): Promise<void> {
  const { createWorkbook } = await import('./writing/create-workbook.ts');
  const { createFile } = await import('./file/replace-file.ts');
  await createFile(path, createWorkbook(changes));
}

/** The file that the path leads to, if it may be written. Throws UserError. */
async function refuseReadOnlyFile(path: string): Promise<string> {
  const { refuseReadOnly } = await import('./file/replace-file.ts');
  const file = await realFile(path);
  await refuseReadOnly(file);
  return file;
}

/** Throws UserError when somebody has the file open, under either of its names. */
async function refuseOpen(path: string, file: string): Promise<void> {
  const { refuseWhenOpen } = await import('./file/open-elsewhere.ts');
  for (const each of new Set([path, file])) await refuseWhenOpen(each);
}

async function writeChanges(
  path: string,
  changes: readonly Change[],
  base: Base,
  disk?: FileDisk,
): Promise<readonly ChangeResult[]> {
  if (changes.length === 0) return [];
  // Most runs only read, and do not need this.
  const { applyChanges } = await import('./writing/apply-changes.ts');
  const { withLock } = await import('../../disk/lock.ts');
  const { replaceFile } = await import('./file/replace-file.ts');
  const file = await refuseReadOnlyFile(path);
  return withLock(file, async (held) => {
    await refuseOpen(path, file);
    const bytes = await readWhole(file);
    if (revisionOf(bytes) !== base.revision) throw changedSinceRead(path);
    const { bytes: changed, results } = applyChanges(bytes, changes, basename(path));
    if (changed !== null && !(await replaceFile(file, changed, stillFrom(base, file, held), disk)))
      throw held.isHeld() ? changedSinceRead(path) : lostLock(path);
    return results;
  });
}

/** Throws UserError if a row cannot be added: then nothing is written. */
async function addRows(
  path: string,
  rows: readonly RowAddition[],
  base: Base,
  disk?: FileDisk,
): Promise<Base | 'overtaken'> {
  const { applyChanges } = await import('./writing/apply-changes.ts');
  const { withLock } = await import('../../disk/lock.ts');
  const { replaceFile } = await import('./file/replace-file.ts');
  const file = await refuseReadOnlyFile(path);
  return withLock(file, async (held) => {
    await refuseOpen(path, file);
    const bytes = await readWhole(file);
    if (revisionOf(bytes) !== base.revision) return 'overtaken';
    const { bytes: changed, results } = applyChanges(bytes, rows, basename(path));
    requireAllAdded(results);
    if (changed === null) return base;
    if (!(await replaceFile(file, changed, stillFrom(base, file, held), disk))) return 'overtaken';
    return { revision: revisionOf(changed) };
  });
}

/** Whether nobody else has interfered: the lock is still ours, and the file is unchanged since it was read. */
function stillFrom(base: Base, file: string, held: HeldLock): () => boolean {
  return () => held.isHeld() && revisionOf(readFileSync(file)) === base.revision;
}

function lostLock(path: string): UserError {
  return new UserError(
    msg`The lock of ${basename(path)} was removed while this run held it, so nothing was written.`,
    msg`Run this again: it then starts from the present content. Delete a lock by hand only when no run is active.`,
  );
}

function changedSinceRead(path: string): UserError {
  return new UserError(
    msg`${basename(path)} has changed since it was read, so nothing was written.`,
    msg`Run this again: it then starts from the present content.`,
  );
}
