/** The name of this machine in the ledger. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../disk/has-code.ts';
import { syncFolder } from '../../disk/sync-folder.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';

const form = /^m-[0-9a-f]{8}$/u;

/**
 * Random the first time, and kept with the journals: the journals belong to that name. Throws UserError
 * if nothing can be written there.
 */
export async function machineName(state: string): Promise<string> {
  const path = join(state, 'machine');
  try {
    const kept = await nameIn(path);
    if (kept !== undefined) return kept;
    await mkdir(state, { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(`m-${drawn()}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(state);
    return (await nameIn(path)) ?? '';
  } catch (cause) {
    throw new UserError(
      msg`The folder ${state} cannot be written, so nothing is sent.`,
      msg`FELLES_STATE names another folder for what this machine has sent.`,
      { cause },
    );
  }
}

async function nameIn(path: string): Promise<string | undefined> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return form.test(text) ? text : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The name of one run, by which the ledger shows which run made a claim. */
export const sessionName = (): string => drawn();

const drawn = (): string => randomBytes(4).toString('hex');
