/**
 * Tells when files change. Editors and Excel write a new file and rename it over the old one, so the folder is watched and not the file;
 * where a folder cannot be watched, or tells nothing (network disks), the files are also looked at now and then.
 */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What is watched: one file, or everything in a folder. */
export type Watched = { readonly file: string } | { readonly folder: string };

/** After the last event of a save. Excel writes, renames and touches within some tens of milliseconds. */
const SETTLE_MS = 60;
const LOOK_MS = 2000;

/** The state of a file as far as it shows a change; the same text for one that is not there. */
function stateOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${String(stats.mtimeMs)} ${String(stats.size)} ${String(stats.ino)}`;
}

/** A disk may give two saves the same time where they come shortly after each other. */
const COARSE_MS = 3000;

/** The state of a file that nobody can have changed since without changing its state; undefined where that is not sure. */
export function settledState(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  const age = stats === undefined ? 0 : Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs);
  return age > COARSE_MS ? `${stateOf(path)} ${String(stats?.ctimeMs)}` : undefined;
}

/** Calls `changed` once after each save. The answer ends it. */
export function watchFor(watched: Watched, changed: () => void): () => void {
  const folder = 'file' in watched ? dirname(watched.file) : watched.folder;
  const looked = 'file' in watched ? watched.file : watched.folder;
  let state = stateOf(looked);
  let settling: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      const now = stateOf(looked);
      // A folder may be the same while a file in it is not.
      if ('file' in watched && now === state) return;
      state = now;
      changed();
    }, SETTLE_MS);
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(folder, (_, name) => {
      if (!('file' in watched) || name === null || name === basename(watched.file)) soon();
    });
    watcher.on('error', () => undefined);
  } catch {
    // It is still looked at.
  }
  const looking = setInterval(() => {
    if (stateOf(looked) !== state) soon();
  }, LOOK_MS);
  looking.unref();
  return () => {
    clearTimeout(settling);
    clearInterval(looking);
    watcher?.close();
  };
}
