/** The name of this machine in the ledger. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../domain/user-error.ts';

/** Drawn by lot the first time, and kept where the journals are: whoever has the journals is the machine. */
export async function machineName(state: string): Promise<string> {
  const path = join(state, 'machine');
  try {
    await mkdir(state, { recursive: true, mode: 0o700 });
    await writeFile(path, `m-${randomBytes(4).toString('hex')}\n`, { flag: 'wx', mode: 0o600 }).catch(
      (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      },
    );
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw new UserError(
      `The folder ${state} cannot be written, so nothing is sent.`,
      'FELLES_STATE names another folder for what this machine has sent.',
      { cause },
    );
  }
}
