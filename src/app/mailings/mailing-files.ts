/** The parts of every mailing: its record, its files, and the hash of it all. */
import { createHash } from 'node:crypto';
import { createComposer } from '../../delivery/compose.ts';
import { writeMailing, type MailingContent, type MailingName } from '../../delivery/mailing.ts';
import { mailingId } from '../../domain/mailing-kind.ts';
import type { Facts } from '../../domain/statement.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import { recipientTable } from '../../papers/announcement/recipient-rows.ts';
import type { SourceRow } from '../../papers/announcement/source.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { settingsOf } from '../../register/settings.ts';
import { renderCsv } from '../../render/exchange/csv.ts';
import { keysOf, sha256 } from './keys.ts';
import type { WrittenLetter } from './letter.ts';
import { calendarTraits, isAnsweredToOrganizer, listOf } from './mailing-traits.ts';

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

/** What a mailing says about one row (domain/statement.ts). */
export interface Saying {
  /** The row's ID. */
  readonly about: string;
  readonly facts: Facts;
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
const messageFiles = ({ standard, html, text, calendar }: WrittenLetter): readonly MailingFile[] => [
  utf8(`message.${standard}.html`, html),
  utf8(`message.${standard}.txt`, text),
  ...(calendar === undefined ? [] : [utf8(`invite.${standard}.ics`, calendar.ics)]),
];

/** The same, as the record has it. */
const letterFiles = ({
  standard,
  subject,
  preheader,
  calendar,
}: WrittenLetter): MailingContent['letters'][number] => ({
  standard,
  subject,
  preheader,
  html: `message.${standard}.html`,
  text: `message.${standard}.txt`,
  ...(calendar === undefined
    ? {}
    : {
        calendar: {
          method: calendar.method,
          sequence: calendar.sequence,
          file: `invite.${standard}.ics`,
        },
      }),
});

/** The recipients as the record has them, each with its key in the mailing with this ID. */
const recipientsIn = (
  { chosen }: Audience,
  workbook: string,
  mailing: string,
): MailingContent['recipients'] =>
  chosen.map(({ id, name, address, standard, reason }) => ({
    key: keysOf(workbook)(mailing, address),
    ...{ id, name, address, standard },
    reason: reason.code,
  }));

/** The message of the first recipient in the standard, as it would be sent: opens in any mail program. */
async function previewOf(
  { kind, sender, replyTo, madeAt, recipients }: Unlisted,
  { calendar, ...letter }: WrittenLetter,
): Promise<readonly MailingFile[]> {
  const first = recipients.find(({ standard }) => standard === letter.standard);
  if (first === undefined) return [];
  const event = calendar && { ...calendar, ...calendarTraits(kind, calendar.method) };
  const compose = await createComposer(
    { sender, replyTo, list: listOf(kind) },
    { ...letter, calendar: event },
  );
  return [{ name: `preview.${letter.standard}.eml`, bytes: (await compose(first, madeAt)).bytes }];
}

/** Everything except the list of files, and whether it is from a sample. */
type Unlisted = Omit<MailingContent, 'files' | 'sample'>;

/** What a mailing is about, and to whom it goes, before it has its texts. */
export interface MailingPlan {
  readonly register: Register;
  /** The spreadsheet's ID, or `file`. */
  readonly workbook: string;
  readonly name: MailingName;
  /** The planned time of what it is about: wall times in Oslo. A digest has none. */
  readonly time?: { readonly start: string; readonly end?: string | undefined } | undefined;
  /** The address of whoever calls the meeting, for kinds that are answered to them. */
  readonly organizer?: string | undefined;
  readonly audience: Audience;
  /** The rows that it is made from: a change of one after it was approved is reported. */
  readonly source: readonly SourceRow[];
  /** What it says, as the record keeps it once it is sent. */
  readonly says?: readonly Saying[] | undefined;
  /** The ID of the mailing that it corrects. */
  readonly corrects?: string | undefined;
  readonly overridden?: MailingContent['overridden'] | undefined;
  /** What it is made of was made from a sample, whatever the register says now. */
  readonly isSample?: boolean | undefined;
}

function contentOf(
  {
    register,
    workbook,
    name,
    time,
    organizer,
    audience,
    source,
    says,
    corrects,
    overridden = [],
  }: MailingPlan,
  edition: Edition,
  letters: readonly WrittenLetter[],
): Unlisted {
  const id = mailingId({ ...name, revision: edition.revision });
  const sender = senderOf(register);
  const caller = isAnsweredToOrganizer(name.kind) ? organizer : undefined;
  return {
    format: 'felles-mailing-1',
    id,
    kind: name.kind,
    ...(name.offsetDays === undefined ? {} : { offsetDays: name.offsetDays }),
    ...edition,
    activity: {
      id: name.activity,
      ...(time === undefined ? {} : { start: time.start }),
      ...(time?.end === undefined ? {} : { end: time.end }),
    },
    workbook,
    sender,
    replyTo: caller ?? settingsOf(register).announcements.replyTo ?? sender.address,
    ...(audience.target === undefined ? {} : { target: audience.target.text }),
    ...(corrects === undefined ? {} : { corrects }),
    letters: letters.map(letterFiles),
    recipients: recipientsIn(audience, workbook, id),
    ...(says === undefined ? {} : { says: says.map(({ about, facts }) => ({ about, facts: { ...facts } })) }),
    overridden,
    source: source.map((row) => ({ ...row, values: { ...row.values } })),
  };
}

/**
 * Every file of a mailing, `mailing.json` last: its letters, `own` files besides them, previews and the list of recipients.
 * It records whether the register was a sample.
 */
export async function wholeMailing(
  plan: MailingPlan,
  edition: Edition,
  letters: readonly WrittenLetter[],
  own: readonly MailingFile[] = [],
): Promise<readonly MailingFile[]> {
  const content = contentOf(plan, edition, letters);
  const previews = await Promise.all(letters.map((letter) => previewOf(content, letter)));
  const files = [
    ...letters.flatMap(messageFiles),
    ...own,
    ...previews.flat(),
    utf8('recipients.csv', renderCsv(recipientTable(plan.audience, 'nb'))),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  const isSample = plan.isSample === true || isSampleRegister(plan.register);
  const sample = isSample ? { sample: true as const } : {};
  const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }));
  return [...files, utf8('mailing.json', writeMailing({ ...content, ...sample, files: listed }, sha256))];
}
