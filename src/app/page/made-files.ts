/** Files that a command of the page has made: those whose path it printed, and that lie in the folder of papers. */
import { readFile } from 'node:fs/promises';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { PageRun } from './runs.ts';
import { mediaTypeOf } from './media-types.ts';
import type { PageFile } from './screen.ts';

/** Where commands of the page work and write. Absolute. */
export interface PageDisk {
  readonly folder: string;
  /** The folder of papers when the page began; each run has that of the settings of its own time. */
  readonly out: string;
  /** The folder of this run of the page. */
  readonly room: string;
}

export interface MadeFile {
  /** Absolute, without links. */
  readonly path: string;
  readonly name: string;
  /** Which line of the command named it: the same though others are gone since. */
  readonly line: number;
  /** A folder that holds a mailing. */
  readonly isMailing: boolean;
}

/** A line that is nothing but a path, as `npm run agenda` prints it. */
const pathIn = (line: string): string => line.replace(/ \([^()]+\)$/u, '').trim();

const isBelow = (path: string, folder: string): boolean => path.startsWith(`${folder}${sep}`);

/** In the order in which they were printed, each once. What is gone since is left out. */
export function madeIn(run: Pick<PageRun, 'lines' | 'unkept' | 'out'>, disk: PageDisk): readonly MadeFile[] {
  const { lines, unkept, out = disk.out } = run;
  const found = new Map<string, MadeFile>();
  for (const [index, { text }] of lines.entries()) {
    const path = resolve(disk.folder, pathIn(text));
    if (!isBelow(path, out)) continue;
    const made = fileAt(path, out);
    if (made !== undefined && !found.has(made.path)) found.set(made.path, { ...made, line: unkept + index });
  }
  return [...found.values()];
}

/** Undefined for what is not there, or lies elsewhere by way of a link. */
function fileAt(path: string, out: string): Omit<MadeFile, 'line'> | undefined {
  try {
    const real = realpathSync(path);
    if (!isBelow(real, realpathSync(out))) return undefined;
    const stats = statSync(real);
    const isMailing = stats.isDirectory() && existsSync(join(real, 'mailing.json'));
    return stats.isFile() || isMailing ? { path: real, name: basename(real), isMailing } : undefined;
  } catch {
    return undefined;
  }
}

/** What a browser can show by itself; all else is saved. */
const isShown = (name: string): boolean => /\.(?:html|txt)$/u.test(name);

/** A file of these as a browser takes it: shown without being able to do anything, or with a name to be saved under. */
export async function openMade({ path, name }: Pick<MadeFile, 'path' | 'name'>): Promise<PageFile> {
  const bytes = await readFile(path);
  const type = mediaTypeOf(name);
  return isShown(name) ? { bytes, type } : { bytes, type, name };
}
