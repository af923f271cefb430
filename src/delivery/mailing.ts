/**
 * A mailing: what will be sent and to whom, frozen. It is a folder of files and this record of them, `mailing.json`
 * (docs/mailing.md). A later send composes the same bytes from it, and asks the register only
 * whether it still says the same.
 */
import { z } from 'zod';
import { allMailingKinds, mailingId, type MailingIdParts } from '../domain/mailing-kind.ts';
import { factNames } from '../domain/statement.ts';
import type { Hash } from '../domain/recipient-key.ts';
import { parseWallTime } from '../domain/time.ts';
import { norwegianStandards } from '../domain/written-standard.ts';
import { isPlainAddress, longestHeader } from './compose.ts';

const text = z.string().min(1);
const address = z.string().refine(isPlainAddress, 'not one plain address');
const wallTime = z.string().refine((value) => parseWallTime(value) !== undefined, 'not a wall time in Oslo');
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const recipientKey = z.string().regex(/^[0-9a-f]{32}$/u);
/** A name in the mailing's own folder, and never a path out of it. */
const fileName = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u);
const standard = z.enum(norwegianStandards);

/** One written standard's version, and the files that hold it. */
const letter = z.strictObject({
  standard,
  subject: z.string().min(1).max(longestHeader),
  preheader: z.string(),
  html: fileName,
  text: fileName,
  calendar: z
    .strictObject({ method: z.enum(['REQUEST', 'CANCEL']), sequence: z.int().min(0), file: fileName })
    .optional(),
});

const recipient = z.strictObject({
  /** `rk`: names the recipient in the ledger and in the Message-ID without showing the address. */
  key: recipientKey,
  /** The number of the municipality or county authority, or the contact's ID. */
  id: text,
  name: text,
  address,
  standard,
  /** The code of the reason for this standard (src/domain/audience.ts). */
  reason: text,
});

/** A row that the texts were made from, with its content, so that a change after approval can be reported by name. */
const sourceRow = z.strictObject({
  tab: text,
  id: text,
  values: z.record(z.string(), z.string()),
});

/** The facts that it says about one row (domain/statement.ts). */
const saying = z.strictObject({
  about: text,
  facts: z.partialRecord(z.enum(factNames), z.string().nullable()),
});

const content = z.strictObject({
  format: z.literal('felles-mailing-1'),
  id: text,
  kind: z.enum(allMailingKinds),
  offsetDays: z.int().min(0).optional(),
  revision: z.int().min(1),
  madeAt: instant,
  /** The row that it is about, and its time; for a digest the party. */
  activity: z.strictObject({ id: text, start: wallTime.optional(), end: wallTime.optional() }),
  /** The spreadsheet's ID, or `file` for a workbook on disk: the keys of recipients are made with it. */
  workbook: text,
  /** It was made from a sample register, whatever the register says now. */
  sample: z.literal(true).optional(),
  sender: z.strictObject({ name: text, address }),
  replyTo: address,
  /** The target, as written; absent if it goes to those who got an earlier one. */
  target: text.optional(),
  /** The mailing that it corrects. */
  corrects: text.optional(),
  letters: z.array(letter).min(1),
  recipients: z.array(recipient).min(1),
  /** What it says, as the record keeps it once it is sent. Mailings that are older than the record have none. */
  says: z.array(saying).optional(),
  /** Checks that found something and that the operator overrode by name. */
  overridden: z.array(z.strictObject({ check: text, found: text })),
  source: z.array(sourceRow),
  /** Every other file of the folder. */
  files: z.array(z.strictObject({ name: fileName, bytes: z.int().min(0), sha256 })),
});

export type MailingContent = z.infer<typeof content>;

/** What `mailing.json` holds. */
export const mailingSchema = content
  .extend({ planHash: sha256 })
  .refine((mailing) => mailing.id === idOf(mailing), 'the id is not that of the mailing')
  .refine(eachOnce, 'a recipient is listed twice')
  .refine(hasEveryLetter, 'a recipient’s written standard has no letter')
  .refine(hasEveryFile, 'a letter’s file is not among the files');

export type Mailing = z.infer<typeof mailingSchema>;

const idOf = ({ activity, kind, offsetDays, revision }: MailingContent): string =>
  mailingId({ activity: activity.id, kind, offsetDays, revision });

function eachOnce({ recipients }: MailingContent): boolean {
  return new Set(recipients.map(({ key }) => key)).size === recipients.length;
}

function hasEveryLetter({ letters, recipients }: MailingContent): boolean {
  const written = new Set(letters.map((one) => one.standard));
  return written.size === letters.length && recipients.every((one) => written.has(one.standard));
}

function hasEveryFile({ letters, files }: MailingContent): boolean {
  const names = new Set(files.map(({ name }) => name));
  const wanted = letters.flatMap(({ html, text: plain, calendar }) => [html, plain, calendar?.file ?? html]);
  return names.size === files.length && wanted.every((name) => names.has(name));
}

/**
 * The hash of everything that a mailing is: the content with the hashes of all its files, in the order of the schema.
 * A person approves this hash.
 */
export const planHashOf = (mailing: MailingContent, hash: Hash): string =>
  hash(JSON.stringify(content.strip().parse(mailing)));

/** `mailing.json` as text. The same mailing gives the same text. Throws ZodError for one that breaks the schema. */
export function writeMailing(mailing: MailingContent, hash: Hash): string {
  const whole = mailingSchema.parse({ ...mailing, planHash: planHashOf(mailing, hash) });
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Why a text is not a mailing. */
export type MailingFault = 'not-json' | 'not-a-mailing' | 'changed-after-it-was-made';

/** Reads `mailing.json`, and checks it against its schema and its own hash. */
export function readMailing(
  json: string,
  hash: Hash,
): { readonly mailing: Mailing } | { readonly fault: MailingFault } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { fault: 'not-json' };
  }
  const { data, success } = mailingSchema.safeParse(value);
  if (!success) return { fault: 'not-a-mailing' };
  return data.planHash === planHashOf(data, hash)
    ? { mailing: data }
    : { fault: 'changed-after-it-was-made' };
}

/** The name of a mailing without its revision. */
export type MailingName = Omit<MailingIdParts, 'revision'>;

/**
 * The revision that a mailing gets when no earlier one has the same content: one more than the highest that was made or that the
 * ledger knows. A number that was sent is never used again, not even if its folder is lost.
 */
export const nextRevision = (made: readonly number[], sent: readonly number[]): number =>
  Math.max(0, ...made, ...sent) + 1;
