/** Where the page of a folder runs, kept for those who start it once more. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { besideName, nodeFiles, removeIfThere } from '../../disk/whole-file.ts';
import type { Settings } from '../settings/settings.ts';
import { isSame, newWord, signed } from './guard.ts';

const whereabouts = z.object({ pid: z.int(), port: z.int(), token: z.string() });

/** A page that runs: what its own user may know of it. */
export type Whereabouts = z.infer<typeof whereabouts>;

/** A page that is asked whether it runs answers at once. */
const PATIENCE_MS = 2000;

/** The file for the page of a folder and a register on this machine. `argv` are the flags that make it another page. */
export function whereaboutsFile(
  { folder, source, sending }: Pick<Settings, 'folder' | 'source' | 'sending'>,
  argv: readonly string[],
): string {
  const what = JSON.stringify([hostname(), folder, source, argv]);
  const name = createHash('sha256').update(what).digest('hex').slice(0, 16);
  return join(sending.state, `page-${name}.json`);
}

/**
 * The page that the file names, if it runs: whoever answers at its port must know its token, without being told it. A file that a page left
 * behind when it was killed names none.
 */
export async function runningPage(file: string): Promise<Whereabouts | undefined> {
  const ask = newWord();
  try {
    const where = whereabouts.parse(JSON.parse(await readFile(file, 'utf8')));
    const answer = await fetch(`http://127.0.0.1:${String(where.port)}/?ask=${ask}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return isSame(await answer.text(), signed(where, 'here', ask)) ? where : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps where a page runs, for its user alone. Where that cannot be kept, another start makes another page. */
export async function keepWhereabouts(file: string, where: Whereabouts): Promise<void> {
  const beside = besideName(file);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await nodeFiles.write(beside, Buffer.from(JSON.stringify(where)), 0o600);
    await rename(beside, file);
  } catch {
    await removeIfThere(beside);
  }
}

/** The page ends. Another that has been started meanwhile keeps its own. */
export async function forgetWhereabouts(file: string, { token }: Whereabouts): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (text.includes(JSON.stringify(token))) await removeIfThere(file);
}
