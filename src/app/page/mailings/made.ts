/** The mailings that have been made: their folders in `out`, each with its record. */
import { msg } from '../../../domain/msg.ts';
import { join } from 'node:path';
import { readMailing, type Mailing } from '../../../delivery/mailing.ts';
import { groupBy } from '../../../domain/group.ts';
import { UserError } from '../../../domain/user-error.ts';
import { stemOf } from '../../../papers/announcement/sent.ts';
import { sha256 } from '../../mailings/keys.ts';
import { contentOf, namesIn, recordName } from '../../mailings/mailing-folder.ts';
import { mailingRooms } from '../../mailings/mailing-traits.ts';
import { readWhole } from '../../send/open-mailing.ts';
import type { Settings } from '../../settings/settings.ts';

/** A mailing in its folder. */
export interface MadeMailing {
  /** Absolute. */
  readonly folder: string;
  /** The name of the folder, which is in the address of the page. */
  readonly name: string;
  readonly mailing: Mailing;
}

/** A folder with a record that is not that of a mailing, or was changed. */
export type UnreadableMailing = Omit<MadeMailing, 'mailing'>;

export interface MadeMailings {
  /** The newest first. */
  readonly made: readonly MadeMailing[];
  readonly unreadable: readonly UnreadableMailing[];
}

/** Every folder with a record. What is being made has no record under its own name yet. */
export async function madeMailings({ out }: Pick<Settings, 'out'>): Promise<MadeMailings> {
  const made: MadeMailing[] = [];
  const unreadable: UnreadableMailing[] = [];
  for (const room of mailingRooms) {
    for (const name of await namesIn(join(out, room))) {
      if (name.startsWith('.')) continue;
      const folder = join(out, room, name);
      const record = await contentOf(join(folder, recordName));
      if (record === undefined) continue;
      const read = readMailing(Buffer.from(record).toString('utf8'), sha256);
      if ('mailing' in read) made.push({ folder, name, mailing: read.mailing });
      else unreadable.push({ folder, name });
    }
  }
  return { made: made.sort(newestFirst), unreadable };
}

function newestFirst({ mailing: one }: MadeMailing, { mailing: other }: MadeMailing): number {
  if (one.madeAt !== other.madeAt) return one.madeAt < other.madeAt ? 1 : -1;
  return other.revision - one.revision || (one.id < other.id ? -1 : 1);
}

/** The revisions of each mailing, the highest first; the mailing with the newest revision first. */
export function byMailing(
  made: readonly MadeMailing[],
): readonly (readonly [MadeMailing, ...MadeMailing[]])[] {
  return [...groupBy(made, ({ mailing }) => stemOf(mailing.id)).values()].flatMap((own) => {
    const [newest, ...older] = own.toSorted((one, other) => other.mailing.revision - one.mailing.revision);
    return newest === undefined ? [] : [[newest, ...older] as const];
  });
}

/** Every revision of the same mailing, the highest first. */
export const revisionsOf = (made: readonly MadeMailing[], mailing: Mailing): readonly MadeMailing[] =>
  byMailing(made.filter((one) => stemOf(one.mailing.id) === stemOf(mailing.id)))[0] ?? [];

/** A mailing with the content of its files, each as it was when it was made. */
export interface OpenedMailing extends MadeMailing {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The mailing in the folder of this name. The name is looked up among those that are there, and never used as a path. Throws UserError
 * where there is none, and where anything in it has been changed: what is approved is what is looked at.
 */
export async function mailingNamed({ made, unreadable }: MadeMailings, name: string): Promise<OpenedMailing> {
  const found = [...made, ...unreadable].find((one) => one.name === name);
  if (found === undefined) throw new UserError(msg`There is no mailing ${name}.`, msg`Go back to the list.`);
  return { name, folder: found.folder, ...(await readWhole(found.folder)) };
}
