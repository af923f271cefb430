/** From a webinar and its recipients to a frozen mailing: the record of it and every file. */
import { createHash } from 'node:crypto';
import { mailingId } from '../../domain/mailing-kind.ts';
import { recipientKey, type Hash } from '../../domain/recipient-key.ts';
import type { Day, WallTime } from '../../domain/time.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { createComposer } from '../../delivery/compose.ts';
import { writeMailing, type MailingContent, type MailingName } from '../../delivery/mailing.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import { eventUid, webinarEvent } from '../../papers/announcement/invitation.ts';
import { recipientTable } from '../../papers/announcement/recipient-rows.ts';
import type { Basis } from '../../papers/announcement/sent.ts';
import { sourceRows } from '../../papers/announcement/source.ts';
import { textView } from '../../papers/announcement/text-view.ts';
import type { Webinar } from '../../papers/announcement/webinars.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import { renderCsv } from '../../render/csv.ts';
import type { LetterDesk, WrittenLetter } from './letters.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file of a mailing's folder. */
export interface MailingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface MailingRequest {
  readonly register: Register;
  /** The spreadsheet's ID, or `file`. */
  readonly workbook: string;
  readonly webinar: Webinar;
  readonly name: MailingName;
  readonly audience: Audience;
  /** The number of the event in the recipients' calendars. */
  readonly sequence: number;
  /** When the webinar was to be as its recipients were last told. */
  readonly previous: Basis | undefined;
  /** Only for a correction: what it corrects, and what was wrong in it, in each written standard. */
  readonly correction?: CorrectionRequest | undefined;
  readonly overridden: MailingContent['overridden'];
  /** Oslo time. */
  readonly now: WallTime;
}

export interface CorrectionRequest {
  /** The mailing's ID. */
  readonly corrects: string;
  readonly day: Day | undefined;
  readonly wrong: Readonly<Record<NorwegianStandard, string>>;
}

/** Which mailing of several it is, and when it was made: the rest follows from the register. */
export interface Edition {
  readonly revision: number;
  /** An instant in UTC, `2027-01-07T08:00:00Z`. */
  readonly madeAt: string;
}

type Desks = Readonly<Record<NorwegianStandard, LetterDesk>>;

const utf8 = (name: string, content: string): MailingFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});

/** One standard's version: what is sent, and its files. */
interface Version {
  readonly letter: WrittenLetter;
  readonly files: readonly MailingFile[];
}

async function versionOf(
  request: MailingRequest,
  { madeAt }: Edition,
  standard: NorwegianStandard,
  desk: LetterDesk,
): Promise<Version> {
  const { register, webinar, previous, sequence, workbook, now } = request;
  const { kind } = request.name;
  const correction =
    request.correction === undefined
      ? undefined
      : { day: request.correction.day, wrong: request.correction.wrong[standard] };
  const view = textView(register, { webinar, kind, standard, previous, correction }, now);
  const { announcements } = settingsOf(register);
  const sender = senderOf(register);
  const uid = eventUid(sha256, workbook, webinar.id, announcements);
  const event = webinarEvent(kind, webinar, view, uid, { name: sender.name, email: sender.address });
  const letter = await desk.letter(kind, view, event, { stamp: madeAt, sequence });
  const files = [
    utf8(`message.${standard}.html`, letter.html),
    utf8(`message.${standard}.txt`, letter.text),
    ...(letter.calendar === undefined ? [] : [utf8(`invite.${standard}.ics`, letter.calendar.ics)]),
  ];
  if (kind !== 'announcement') return { letter, files };
  const { html, markdown, post } = await desk.web(view);
  const web = [utf8(`web.${standard}.html`, html), utf8(`web.${standard}.md`, markdown)];
  return { letter, files: [...files, ...web, utf8(`post.${standard}.txt`, post)] };
}

/** The checklist lets nothing through without a sender. */
function senderOf(register: Register): MailingContent['sender'] {
  const { sender } = settingsOf(register).announcements;
  if (sender === undefined) throw new TypeError('a mailing without a sender');
  return { name: sender.name, address: sender.email };
}

const fileNames = (
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

/** Everything but the list of files. */
function contentOf(
  request: MailingRequest,
  edition: Edition,
  letters: readonly WrittenLetter[],
): Omit<MailingContent, 'files'> {
  const { register, webinar, name, audience, workbook, sequence } = request;
  const id = mailingId({ ...name, revision: edition.revision });
  const { start, end } = webinar;
  const sender = senderOf(register);
  return {
    format: 'felles-mailing-1',
    id,
    kind: name.kind,
    ...(name.offsetDays === undefined ? {} : { offsetDays: name.offsetDays }),
    ...edition,
    activity: {
      id: webinar.id,
      start: start.time,
      ...(end?.time === undefined ? {} : { end: end.time }),
    },
    workbook,
    sender,
    replyTo: settingsOf(register).announcements.replyTo ?? sender.address,
    ...(audience.target === undefined ? {} : { target: audience.target.text }),
    ...(request.correction === undefined ? {} : { corrects: request.correction.corrects }),
    letters: letters.map((letter) => fileNames(letter, sequence)),
    recipients: audience.chosen.map((one) => ({
      key: recipientKey(sha256, workbook, id, one.address),
      id: one.id,
      name: one.name,
      address: one.address,
      standard: one.standard,
      reason: one.reason.code,
    })),
    overridden: request.overridden,
    source: sourceRows(
      register,
      { webinar, kind: name.kind, standards: letters.map(({ standard }) => standard) },
      request.now,
    ).map((row) => ({ ...row, values: { ...row.values } })),
  };
}

/** The message of the first recipient in the standard, as it would be sent: opens in any mail program. */
async function previewOf(
  { sender, replyTo, madeAt, recipients }: Omit<MailingContent, 'files'>,
  letter: WrittenLetter,
): Promise<readonly MailingFile[]> {
  const first = recipients.find(({ standard }) => standard === letter.standard);
  if (first === undefined) return [];
  const compose = await createComposer({ sender, replyTo, madeAt }, letter);
  return [{ name: `preview.${letter.standard}.eml`, bytes: (await compose(first)).bytes }];
}

/**
 * Every file of a mailing, `mailing.json` last. The same request and edition give the same bytes. Throws UserError for a
 * template at fault; what the checklist and `textFaults` find must have been asked for before.
 */
export async function makeMailing(
  request: MailingRequest,
  edition: Edition,
  desks: Desks,
): Promise<readonly MailingFile[]> {
  const written = norwegianStandards.filter((standard) => request.audience.counts[standard] > 0);
  const versions: Version[] = [];
  for (const standard of written) versions.push(await versionOf(request, edition, standard, desks[standard]));
  const letters = versions.map(({ letter }) => letter);
  const content = contentOf(request, edition, letters);
  const previews = await Promise.all(letters.map((letter) => previewOf(content, letter)));
  const files = [
    ...versions.flatMap((version) => version.files),
    ...previews.flat(),
    utf8('recipients.csv', renderCsv(recipientTable(request.audience, 'nb'))),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }));
  return [...files, utf8('mailing.json', writeMailing({ ...content, files: listed }, sha256))];
}
