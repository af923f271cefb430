/** The parts of every mailing: its record, its files, and the hash of it all. */
import { createHash } from 'node:crypto';
import { createComposer } from '../../delivery/compose.ts';
import { writeMailing, type MailingContent } from '../../delivery/mailing.ts';
import { meetingMailing } from '../../domain/mailing-kind.ts';
import { recipientKey, type Hash } from '../../domain/recipient-key.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import { recipientTable } from '../../papers/announcement/recipient-rows.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { settingsOf } from '../../register/settings.ts';
import { renderCsv } from '../../render/exchange/csv.ts';
import type { WrittenLetter } from '../announce/letters.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file of a mailing's folder. */
export interface MailingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which mailing of several it is, and when it was made: the rest follows from the register. */
export interface Edition {
  readonly revision: number;
  /** An instant in UTC, `2027-01-07T08:00:00Z`. */
  readonly madeAt: string;
}

export const utf8 = (name: string, content: string): MailingFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});

/** The sender. Throws TypeError if the settings have none: check that first. */
export function senderOf(register: Register): MailingContent['sender'] {
  const { sender } = settingsOf(register).announcements;
  if (sender === undefined) throw new TypeError('a mailing without a sender');
  return { name: sender.name, address: sender.email };
}

/** One written standard's version, as files. */
export const messageFiles = ({ standard, html, text, calendar }: WrittenLetter): readonly MailingFile[] => [
  utf8(`message.${standard}.html`, html),
  utf8(`message.${standard}.txt`, text),
  ...(calendar === undefined ? [] : [utf8(`invite.${standard}.ics`, calendar.ics)]),
];

/** The same, as the record has it. */
export const letterFiles = (
  { standard, subject, preheader, calendar }: WrittenLetter,
  sequence: number,
): MailingContent['letters'][number] => ({
  standard,
  subject,
  preheader,
  html: `message.${standard}.html`,
  text: `message.${standard}.txt`,
  ...(calendar === undefined
    ? {}
    : { calendar: { method: calendar.method, sequence, file: `invite.${standard}.ics` } }),
});

/** The recipients as the record has them, each with its key in the mailing with this ID. */
export const recipientsIn = (
  { chosen }: Audience,
  workbook: string,
  mailing: string,
): MailingContent['recipients'] =>
  chosen.map(({ id, name, address, standard, reason }) => ({
    key: recipientKey(sha256, workbook, mailing, address),
    ...{ id, name, address, standard },
    reason: reason.code,
  }));

/** The message of the first recipient in the standard, as it would be sent: opens in any mail program. */
async function previewOf(
  { kind, sender, replyTo, madeAt, recipients }: Omit<MailingContent, 'files' | 'sample'>,
  letter: WrittenLetter,
): Promise<readonly MailingFile[]> {
  const first = recipients.find(({ standard }) => standard === letter.standard);
  if (first === undefined) return [];
  const compose = await createComposer({ sender, replyTo, isList: kind !== meetingMailing }, letter);
  return [{ name: `preview.${letter.standard}.eml`, bytes: (await compose(first, madeAt)).bytes }];
}

/** Every file of a mailing, `mailing.json` last. It records whether the register was a sample. */
export async function wholeMailing(
  register: Register,
  content: Omit<MailingContent, 'files' | 'sample'>,
  letters: readonly WrittenLetter[],
  own: readonly MailingFile[],
  audience: Audience,
): Promise<readonly MailingFile[]> {
  const previews = await Promise.all(letters.map((letter) => previewOf(content, letter)));
  const files = [
    ...own,
    ...previews.flat(),
    utf8('recipients.csv', renderCsv(recipientTable(audience, 'nb'))),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  const sample = isSampleRegister(register) ? { sample: true as const } : {};
  const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }));
  return [...files, utf8('mailing.json', writeMailing({ ...content, ...sample, files: listed }, sha256))];
}
