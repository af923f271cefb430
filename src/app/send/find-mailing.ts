/** The folder of a mailing, by what a person names it. */
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../../domain/user-error.ts';
import { mailingRooms, recordName } from '../mailings/mailing-folder.ts';
import { fileName } from '../papers/save-papers.ts';
import { shownPath, type Settings } from '../settings/settings.ts';

const mostShown = 5;

const isMailing = (folder: string): boolean => existsSync(join(folder, recordName));

/** Where a mailing of this ID is kept in `out`; undefined where it is not. Absolute. */
function keptAs({ out }: Pick<Settings, 'out'>, id: string): string | undefined {
  return mailingRooms.map((room) => join(out, room, fileName(id))).find(isMailing);
}

/** The folders of those of these mailings that are on this machine, as they are typed, by ID. */
export function foldersOf(settings: Settings, ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    ids.flatMap((id): readonly (readonly [string, string])[] => {
      const folder = keptAs(settings, id);
      return folder === undefined ? [] : [[id, shownPath(settings, folder)]];
    }),
  );
}

/** The folder that a person names: by its path, by its own name, or by the ID of the mailing. Throws UserError where there is none. */
export async function findMailing(settings: Settings, named: string | undefined): Promise<string> {
  if (named === undefined) throw new UserError('Which mailing?', await wayOn(settings));
  const folder = resolve(settings.folder, named);
  const found = isMailing(folder) ? folder : keptAs(settings, named);
  if (found !== undefined) return found;
  throw new UserError(`There is no mailing in ${shownPath(settings, folder)}.`, await wayOn(settings));
}

/** Those that are there, the newest first. */
async function wayOn(settings: Settings): Promise<string> {
  const made: { readonly folder: string; readonly at: number }[] = [];
  for (const room of mailingRooms) {
    const parent = join(settings.out, room);
    const names = existsSync(parent) ? await readdir(parent) : [];
    for (const folder of names.map((name) => join(parent, name)).filter(isMailing))
      made.push({ folder, at: (await stat(join(folder, recordName))).mtimeMs });
  }
  if (made.length === 0)
    return `There is none in ${shownPath(settings, settings.out)}: «npm run announce» and «npm run agenda -- --number --mailing» make them.`;
  const shown = made.sort((one, other) => other.at - one.at).slice(0, mostShown);
  return [
    'Name one, the newest first:',
    ...shown.map(({ folder }) => `npm run send -- ${shownPath(settings, folder)}`),
  ].join('\n  ');
}
