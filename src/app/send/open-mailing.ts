/** Finds the folder of a mailing and opens it: the record, and each file as it was when it was made. */
import { fewOf } from '../../domain/few.ts';
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { type Composer, createComposer, longestHeader } from '../../delivery/compose.ts';
import { type Mailing, readMailing } from '../../delivery/mailing.ts';
import { sha256 } from '../mailings/keys.ts';
import { existsSync } from 'node:fs';
import { contentOf, recordName } from '../mailings/mailing-folder.ts';
import { calendarTraits, listOf, mailingRooms } from '../mailings/mailing-traits.ts';
import { fileName } from '../papers/save-papers.ts';
import { type Settings, shownPath } from '../settings/settings.ts';

export interface OpenMailing {
  readonly mailing: Mailing;
  readonly composers: ReadonlyMap<NorwegianStandard, Composer>;
  /** The same bytes, except «[Test]» before the subject: a test shows what recipients get. */
  readonly testComposers: ReadonlyMap<NorwegianStandard, Composer>;
}

const remake = (): string =>
  msg`Make the mailing again with «npm run announce»: a changed mailing is never sent.`;

/** A mailing with the content of its files, by their names. */
export interface WholeMailing {
  readonly mailing: Mailing;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** `folder` is absolute. Throws UserError if it holds no mailing, or one that was changed. */
export async function readWhole(folder: string): Promise<WholeMailing> {
  const record = await contentOf(join(folder, 'mailing.json'));
  if (record === undefined) {
    throw new UserError(
      msg`There is no mailing in ${folder}.`,
      msg`Name the folder of a mailing, such as out/announce/a-2026-038-announcement-r1.`,
    );
  }
  const read = readMailing(Buffer.from(record).toString('utf8'), sha256);
  if ('fault' in read) {
    throw new UserError(
      read.fault === 'changed-after-it-was-made'
        ? msg`mailing.json in ${folder} has been changed since it was made.`
        : msg`mailing.json in ${folder} cannot be read.`,
      remake(),
    );
  }
  const { mailing } = read;
  const files = new Map<string, Uint8Array>();
  for (const { name, bytes, sha256: wanted } of mailing.files) {
    const content = await contentOf(join(folder, name));
    if (content?.byteLength !== bytes || createHash('sha256').update(content).digest('hex') !== wanted) {
      throw new UserError(
        content === undefined
          ? msg`${name} in ${folder} is gone.`
          : msg`${name} in ${folder} has been changed since the mailing was made.`,
        remake(),
      );
    }
    files.set(name, content);
  }
  return { mailing, files };
}

/** As `readWhole`, with what composes its messages. */
export async function openMailing(folder: string): Promise<OpenMailing> {
  const { mailing, files } = await readWhole(folder);
  const composers = await composersOf(mailing, files, false);
  return { mailing, composers, testComposers: await composersOf(mailing, files, true) };
}

async function composersOf(
  { kind, sender, replyTo, letters }: Mailing,
  files: ReadonlyMap<string, Uint8Array>,
  isTest: boolean,
): Promise<OpenMailing['composers']> {
  const text = (name: string): string => Buffer.from(files.get(name) ?? new Uint8Array()).toString('utf8');
  const composers = new Map<NorwegianStandard, Composer>();
  for (const { standard, subject, html, text: plain, calendar } of letters) {
    const letter = {
      standard,
      subject: isTest ? `[Test] ${subject}`.slice(0, longestHeader) : subject,
      html: text(html),
      text: text(plain),
      calendar:
        calendar === undefined
          ? undefined
          : {
              method: calendar.method,
              ics: text(calendar.file),
              ...calendarTraits(kind, calendar.method),
            },
    };
    composers.set(standard, await createComposer({ sender, replyTo, list: listOf(kind) }, letter));
  }
  return composers;
}

const isMailing = (folder: string): boolean => existsSync(join(folder, recordName));

/** The folder of a mailing of this ID in `out`; undefined if there is none. Absolute. */
function keptAs({ out }: Pick<Settings, 'out'>, id: string): string | undefined {
  return mailingRooms.map((room) => join(out, room, fileName(id))).find(isMailing);
}

/** The folder that a person names: by its path, by its own name, or by the ID of the mailing. Throws UserError if there is none. */
export async function findMailing(settings: Settings, named: string | undefined): Promise<string> {
  if (named === undefined) throw new UserError(msg`Which mailing?`, await wayOn(settings));
  const folder = resolve(settings.folder, named);
  const found = isMailing(folder) ? folder : keptAs(settings, named);
  if (found !== undefined) return found;
  throw new UserError(msg`There is no mailing in ${shownPath(settings, folder)}.`, await wayOn(settings));
}

/** Advice with the mailings that exist, the newest first. */
async function wayOn(settings: Settings): Promise<string> {
  const made: { readonly folder: string; readonly at: number }[] = [];
  for (const room of mailingRooms) {
    const parent = join(settings.out, room);
    const names = existsSync(parent) ? await readdir(parent) : [];
    for (const folder of names.map((name) => join(parent, name)).filter(isMailing))
      made.push({ folder, at: (await stat(join(folder, recordName))).mtimeMs });
  }
  if (made.length === 0)
    return msg`There is none in ${shownPath(settings, settings.out)}: «npm run announce» and «npm run agenda -- --number --mailing» make them.`;
  const { shown, rest } = fewOf(made.sort((one, other) => other.at - one.at));
  return [
    msg`Name one, the newest first:`,
    ...shown.map(({ folder }) => `npm run send -- ${shownPath(settings, folder)}`),
    ...(rest === 0 ? [] : [msg`and ${rest} more`]),
  ].join('\n  ');
}
