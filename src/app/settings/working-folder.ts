/** The working folder: where `.env`, the register and the papers are, also for a person in a folder below it. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Files that show that somebody works in a folder. */
const traces = ['.env', 'register.xlsx', 'out'] as const;

/** Whether the current folder is Felles' own or below it. Both are absolute. */
export const isWithin = (stand: string, project: string): boolean =>
  !/^(?:\.\.(?:[\\/]|$)|[\\/]|[a-z]:)/iu.test(relative(project, stand));

/**
 * The nearest folder that somebody works in, from the current one up to Felles' own, so that `npx felles` and `npm run`
 * use the same. Felles' own if there is none; outside Felles the current one. Both are absolute.
 */
export function workingFolder(stand: string, project: string): string {
  if (!isWithin(stand, project)) return stand;
  for (let folder = stand; isWithin(folder, project); folder = dirname(folder)) {
    if (traces.some((name) => existsSync(join(folder, name)))) return folder;
    if (relative(project, folder) === '') return folder;
  }
  return project;
}
