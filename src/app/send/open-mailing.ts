/** Opens a mailing that was made: the record, and each file as it was then. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { meetingMailing } from '../../domain/mailing-kind.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { UserError } from '../../domain/user-error.ts';
import { createComposer, longestHeader, type Composer } from '../../delivery/compose.ts';
import { readMailing, type Mailing } from '../../delivery/mailing.ts';
import { sha256 } from '../mailings/mailing-files.ts';

export interface OpenMailing {
  readonly mailing: Mailing;
  readonly composers: ReadonlyMap<NorwegianStandard, Composer>;
  /** The same to the byte, but for «[Test]» before the subject: whoever tries it sees what recipients get. */
  readonly testComposers: ReadonlyMap<NorwegianStandard, Composer>;
}

const remake = 'Make the mailing again with «npm run announce»: what was changed is never sent.';

/** `folder` is absolute. Throws UserError where it holds no mailing, or not the one that was made. */
export async function openMailing(folder: string): Promise<OpenMailing> {
  const record = await contentOf(join(folder, 'mailing.json'));
  if (record === undefined) {
    throw new UserError(
      `There is no mailing in ${folder}.`,
      'Name the folder of a mailing, such as out/announce/a-2026-038-announcement-r1.',
    );
  }
  const read = readMailing(Buffer.from(record).toString('utf8'), sha256);
  if ('fault' in read) {
    const why =
      read.fault === 'changed-after-it-was-made' ? 'has been changed since it was made' : 'cannot be read';
    throw new UserError(`mailing.json in ${folder} ${why}.`, remake);
  }
  const { mailing } = read;
  const files = new Map<string, Uint8Array>();
  for (const { name, bytes, sha256: wanted } of mailing.files) {
    const content = await contentOf(join(folder, name));
    if (content?.byteLength !== bytes || createHash('sha256').update(content).digest('hex') !== wanted) {
      throw new UserError(
        `${name} in ${folder} ${content === undefined ? 'is gone' : 'has been changed since the mailing was made'}.`,
        remake,
      );
    }
    files.set(name, content);
  }
  const composers = await composersOf(mailing, files, false);
  return { mailing, composers, testComposers: await composersOf(mailing, files, true) };
}

async function contentOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
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
          : { method: calendar.method, ics: text(calendar.file), asks: kind === meetingMailing },
    };
    composers.set(
      standard,
      await createComposer({ sender, replyTo, isList: kind !== meetingMailing }, letter),
    );
  }
  return composers;
}
