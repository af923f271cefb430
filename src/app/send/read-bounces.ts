/** `--bounces`: finds messages in files and folders, reads them, and marks in the ledger who did not get a mailing. */
import { SentMail } from '../../delivery/bounces/attribution.ts';
import { eventsOf } from '../../delivery/bounces/events.ts';
import { readReturnedMail, type ReturnedMail } from '../../delivery/bounces/returned-mail.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import { recipientKey } from '../../domain/recipient-key.ts';
import { settingsOf } from '../../register/settings.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { sha256 } from '../mailings/keys.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { registerReader, storeLedger } from './store-ledger.ts';
import { workbookId } from '../settings/settings.ts';
import { type FiledMail, reportBounces, type Unread } from './report-bounces.ts';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { asMail, isMbox, splitMbox } from '../../delivery/bounces/message.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';

/** How often another run may write first. */
const MOST_TRIES = 5;

/**
 * `path` is absolute: a mailbox in one file (mbox), one message, or a folder of either. 1 if a person has something to do.
 * A second run marks nothing twice. Throws UserError if nothing can be read.
 */
export async function readBounces(run: Run, store: RegisterStore, path: string): Promise<ExitCode> {
  const { settings, terminal, instant } = run;
  const read = await readAll(path);
  const workbook = workbookId(settings);
  const keyOf = (mailing: string, address: string): string =>
    recipientKey(sha256, workbook, mailing, address);
  const owner = await machineName(settings.sending.state);
  const readRows = registerReader(settings.now);
  const ledger = storeLedger(store, readRows);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const view = await ledger.read();
    const { register } = readRows(view.workbook);
    const { sender, replyTo } = settingsOf(register).announcements;
    const senders = [sender?.email ?? '', replyTo ?? ''];
    const events = eventsOf(read.mails, new SentMail(view.entries, keyOf, senders), {
      timeUtc: instant(),
      owner,
    });
    const { entries } = events;
    if (entries.length > 0 && (await ledger.append(entries, view.cursor)) === 'overtaken') continue;
    return reportBounces(terminal, { ...read, events, register, keyOf });
  }
  terminal.say(msg`Another run keeps writing into the ledger. Try again when it has ended.`);
  return 1;
}

async function readAll(path: string): Promise<{
  readonly mails: readonly FiledMail[];
  readonly unread: readonly Unread[];
  readonly count: number;
}> {
  const mails: FiledMail[] = [];
  const unread: Unread[] = [];
  let count = 0;
  for await (const file of mailsAt(path)) {
    if ('why' in file) {
      unread.push(file);
      continue;
    }
    count += 1;
    const found: readonly ReturnedMail[] = await readReturnedMail(file.bytes);
    mails.push(...found.map((mail) => ({ ...mail, file: file.name })));
  }
  return { mails, unread, count };
}

export type MailFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  /** Why there is no message in it that can be read, and what to do. */
  | { readonly name: string; readonly why: string; readonly advice: string };

/** The limit for files, which are read whole. */
const MOST_BYTES = 1_000_000_000;

const exportAdvice = (): string =>
  msg`Name a mailbox that your mail program has exported (mbox), or a folder of messages saved as .eml.`;

const unpackFolder = (): string => msg`Unpack it, and name the folder with what was in it.`;

/** First bytes of files that people mistake for mail, with what to do instead. */
const strangers = (): readonly (readonly [string, string, string])[] => [
  [
    'd0cf11e0a1b11ae1',
    msg`a message in Outlook’s own format (.msg)`,
    msg`Drag the message from the new Outlook or Outlook on the web into a folder, or save it there as .eml («Last ned», «Lagre som»), and name that.`,
  ],
  ['2142444e', msg`an Outlook data file (.pst)`, exportAdvice()],
  ['504b0304', msg`a packed folder (zip)`, unpackFolder()],
  ['1f8b', msg`a packed file (gz)`, msg`Unpack it, and name what was in it.`],
  ['377abcaf', msg`a packed folder (7z)`, unpackFolder()],
  ['52617221', msg`a packed folder (rar)`, unpackFolder()],
];

/** Files next to the messages that are not messages: those that programs keep for themselves, and unfinished ones of a Maildir. */
const isAside = (name: string): boolean =>
  name.startsWith('.') || /^(?:tmp|desktop\.ini|thumbs\.db|table_of_contents)$|\.(?:msf|plist)$/iu.test(name);

/**
 * Each message at an absolute path, one after the other. Throws UserError if nothing can be read.
 */
export async function* mailsAt(path: string): AsyncGenerator<MailFile> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (cause) {
    throw new UserError(msg`${path} cannot be read.`, exportAdvice(), { cause });
  }
  if (!isFolder) {
    for await (const mail of mailsIn(path, basename(path))) {
      if ('why' in mail) throw new UserError(msg`${path} is ${mail.why}.`, mail.advice);
      yield mail;
    }
    return;
  }
  let count = 0;
  for await (const file of filesIn(path)) {
    for await (const mail of mailsIn(file, relative(path, file))) {
      count += 'bytes' in mail ? 1 : 0;
      yield mail;
    }
  }
  if (count === 0) throw new UserError(msg`There are no messages in ${path}.`, exportAdvice());
}

/** How deep folders are searched: `retur/Innboks.mbox/mbox`, and some more. */
const DEEPEST = 5;

async function* filesIn(folder: string, depth = 0): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isAside(entry.name)) continue;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && depth < DEEPEST) yield* filesIn(path, depth + 1);
  }
}

async function* mailsIn(path: string, name: string): AsyncGenerator<MailFile> {
  const found = await contentOf(path);
  if ('why' in found) yield { name, ...found };
  else if (found.messages.length === 1) yield { name, bytes: found.messages[0] ?? Buffer.alloc(0) };
  else
    for (const [index, bytes] of found.messages.entries())
      yield { name: msg`${name}, message ${index + 1}`, bytes };
}

async function contentOf(
  path: string,
): Promise<{ readonly messages: readonly Uint8Array[] } | { readonly why: string; readonly advice: string }> {
  const { size } = await stat(path);
  if (size > MOST_BYTES)
    return {
      why: msg`larger than 1 GB`,
      advice: msg`Move the returned mail to a separate mailbox, and export that.`,
    };
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined)
    return {
      why: msg`a file that cannot be opened`,
      advice: msg`Close the program that has it open, and try again.`,
    };
  if (bytes.length === 0) return { why: msg`empty`, advice: msg`Save or export the messages again.` };
  const start = bytes.subarray(0, 8).toString('hex');
  const [, why, advice = exportAdvice()] = strangers().find(([sign]) => start.startsWith(sign)) ?? [];
  if (why !== undefined) return { why, advice };
  const text = Buffer.from(asUtf8(bytes));
  const box = isMbox(text) ? splitMbox(text) : [];
  // A single saved message may also begin with such a line, and so may a message inside it.
  if (box.length > 0 && (!/\.eml$/iu.test(path) || box.every(isWhole))) return { messages: box };
  const mail = ofAppleMail(text);
  return isMail(mail) ? { messages: [mail] } : { why: msg`not a message`, advice: exportAdvice() };
}

/** Whether a message has parts, and the end of the last one. */
function isWhole(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  const [, boundary] =
    /^content-type:\s*multipart\/[^\n]*(?:\n[ \t][^\n]*)*?boundary="?([^"\s;]+)/imu.exec(text) ?? [];
  return boundary !== undefined && text.includes(`--${boundary}--`);
}

/** Text in UTF-16, as some editors save it. */
const asUtf8 = (bytes: Buffer): Uint8Array =>
  /^(?:fffe|feff)/u.test(bytes.subarray(0, 2).toString('hex')) ? asMail(bytes) : bytes;

/** `.emlx`: a line with the length of the message, the message, and what Apple Mail adds about it. */
function ofAppleMail(bytes: Buffer): Buffer {
  const [line, length] = /^\s*(\d{1,10})\s*\r?\n/u.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  return line === undefined ? bytes : bytes.subarray(line.length, line.length + Number(length));
}

/** Whether it begins with the headers of a message. */
function isMail(bytes: Buffer): boolean {
  const [head = ''] = Buffer.from(asMail(bytes.subarray(0, 200_000)))
    .toString('latin1')
    .split(/\n[ \t\r]*\n/u);
  return (
    /^[!-9;-~]{1,76}:/u.test(head) &&
    /^(?:from|to|subject|received|return-path|date|message-id|mime-version|content-type|delivered-to):/imu.test(
      head,
    )
  );
}
