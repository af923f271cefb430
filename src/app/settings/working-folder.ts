/** The working folder: where `.env`, the register and the papers are, also for a person who stands in a folder below it. */
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What makes a folder one that somebody works in. */
const traces = ['.env', 'register.xlsx', 'out'] as const;

/** Whether a person stands in Felles' own folder or below it. Both are absolute. */
export const isWithin = (stand: string, project: string): boolean =>
  !/^(?:\.\.(?:[\\/]|$)|[\\/]|[a-z]:)/iu.test(relative(project, stand));

/**
 * The nearest folder that somebody works in, from where one stands up to Felles' own, so that `npx felles` and `npm run`
 * go by the same. Felles' own where there is none; outside it, where one stands. Both are absolute.
 */
export function workingFolder(stand: string, project: string): string {
  if (!isWithin(stand, project)) return stand;
  for (let folder = stand; isWithin(folder, project); folder = dirname(folder)) {
    if (traces.some((name) => existsSync(join(folder, name)))) return folder;
    if (relative(project, folder) === '') return folder;
  }
  return project;
}
