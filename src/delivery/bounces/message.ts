/** Reads messages: one as its headers, its text and its parts, and the several of a mailbox (mbox). */
import type { Address, Attachment, Email } from 'postal-mime';

export interface Part {
  readonly type: string;
  /** Of the file, if it has one. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface Message {
  /** The address of the sender, as written; empty if there is none. */
  readonly from: string;
  readonly subject: string;
  /** When it was written: an instant in UTC, or the header's text if it is not one. */
  readonly date: string;
  /** What it says, without mark-up. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** The content of the first header of a name (in lower case); empty if there is none. */
  readonly header: (name: string) => string;
  /** All parts that may name one of our messages. */
  readonly everything: readonly string[];
}

/** The rest is not read: a notification is some kilobytes, and the returned message comes after the report. */
const MOST_BYTES = 4_000_000;

/** How many characters are searched for words. */
const MOST_TEXT = 50_000;

/** Reads one message (RFC 5322); undefined for anything else. Never throws because of its content. */
export async function readMessage(bytes: Uint8Array): Promise<Message | undefined> {
  const read = asMail(bytes.subarray(0, MOST_BYTES));
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(read, { forceRfc822Attachments: true }).catch(() => undefined);
  if (mail === undefined || mail.headers.length === 0) return undefined;
  const parts = mail.attachments.map(partOf);
  const text =
    (mail.text ?? '').trim() === '' ? plainText((mail.html ?? '').slice(0, MOST_TEXT)) : (mail.text ?? '');
  return {
    from: addressOf(mail.from) || addressOf(mail.sender),
    subject: mail.subject ?? '',
    date: mail.date ?? '',
    text: text.slice(0, MOST_TEXT).replaceAll(/\r\n?/gu, '\n'),
    parts,
    header: (name) => headerOf(mail, name),
    everything: [
      Buffer.from(read).toString('latin1'),
      mail.text ?? '',
      mail.html ?? '',
      ...parts.map((part) => part.text),
    ],
  };
}

const addressOf = (address: Address | undefined): string => address?.address ?? '';

const headerOf = ({ headers }: Email, name: string): string =>
  headers.find(({ key }) => key === name)?.value.trim() ?? '';

function partOf({ mimeType, filename, content }: Attachment): Part {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  // Windows programs add a byte order mark, and old servers write Latin-1: a decoder that does not throw reads both.
  return { type: mimeType.toLowerCase(), name: filename ?? '', bytes, text: new TextDecoder().decode(bytes) };
}

/** Bytes as mail has them: in UTF-8 without a mark, with line feeds, from the first header on. */
export function asMail(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe)
    return asMail(Buffer.from(new TextDecoder('utf-16le').decode(bytes)));
  if (first === 0xfe && second === 0xff)
    return asMail(Buffer.from(new TextDecoder('utf-16be').decode(bytes)));
  const whole = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const lines = whole.includes(0x0a) ? whole : whole.map((byte) => (byte === 0x0d ? 0x0a : byte));
  return withoutLead(lines);
}

/** Removes empty lines and the line `From ` that some programs put before the headers. */
function withoutLead(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < bytes.length && [0x0a, 0x0d, 0x20, 0x09].includes(bytes[at] ?? 0)) at += 1;
  const line = Buffer.from(bytes.subarray(at, at + 200)).toString('latin1');
  const [lead] = /^>?From [^\n]*\n/u.exec(line) ?? [];
  return bytes.subarray(at + (lead?.length ?? 0));
}

/** The beginning of a quoted message, as mail programs mark it. */
const quoted =
  /<blockquote|class="?gmail_quote|id="?(?:divRplyFwdMsg|appendonsend|mail-editor-reference)|<hr\b/iu;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  aring: 'å',
  Aring: 'Å',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
};

/** Only for finding words: it is not shown as a page. */
const plainText = (html: string): string =>
  (html.split(quoted)[0] ?? '')
    .replaceAll(/<(style|script|head|title)\b[^>]*>[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/giu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/<(?:br|\/?p|\/?div|\/?tr|\/?li|\/h\d)\b[^>]*>/giu, '\n')
    .replaceAll(/<[^<>]*>/gu, '')
    .replaceAll(
      /&(?:#(\d{1,7})|([a-z]+));/giu,
      (whole, code: string | undefined, name: string | undefined) =>
        code === undefined ? (entities[name ?? ''] ?? whole) : characterOf(Number(code)),
    )
    .replaceAll(/ *\n\s*/gu, '\n');

const characterOf = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');

const latin1 = (bytes: Buffer): string => bytes.toString('latin1');

/** `From ola@x.no Tue Nov 24 09:00:00 2026`: with a time and a year, in any order. */
const dated = /^From .*\b\d{1,2}:\d\d\b.*\b(?:19|20)\d\d\b/u;
const header = /^(?:>?From |[!-9;-~]+:)/u;

/** Whether a file is such a mailbox, rather than one message: its first line that is not empty begins with `From `. */
export function isMbox(bytes: Buffer): boolean {
  const start = latin1(bytes.subarray(0, 2000))
    .replace(/^(?:\xEF\xBB\xBF)?\s+/u, '')
    .replace(/^\xEF\xBB\xBF/u, '');
  const [first = '', second = ''] = start.split(/\r?\n/u);
  return first.startsWith('From ') && (dated.test(first) || header.test(second));
}

/**
 * The messages of a mailbox. Each begins with a line `From `; a line of a message that would look like that has a `>` before it,
 * which is removed. If a program has forgotten it, the line has no time or no header after it, and belongs to the
 * message.
 */
export function splitMbox(bytes: Buffer): readonly Buffer[] {
  const messages: Buffer[] = [];
  let lines: Buffer[] | undefined;
  let isAfterEmpty = true;
  for (let at = 0; at < bytes.length;) {
    const next = endOfLine(bytes, at);
    const line = bytes.subarray(at, next);
    if (isFromLine(line) && isStart(line, bytes.subarray(next, endOfLine(bytes, next)), isAfterEmpty)) {
      if (lines !== undefined) messages.push(Buffer.concat(lines));
      lines = [];
    } else lines?.push(isQuoted(line) ? line.subarray(1) : line);
    isAfterEmpty = latin1(line).trim() === '';
    at = next;
  }
  if (lines !== undefined) messages.push(Buffer.concat(lines));
  return messages;
}

function endOfLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(0x0a, at);
  return end === -1 ? bytes.length : end + 1;
}

const isFromLine = (line: Buffer): boolean => /^(?:\xEF\xBB\xBF)?From /u.test(latin1(line.subarray(0, 8)));

const isQuoted = (line: Buffer): boolean => /^>+From /u.test(latin1(line.subarray(0, 100)));

function isStart(line: Buffer, next: Buffer, isAfterEmpty: boolean): boolean {
  const text = latin1(line.subarray(0, 300)).replace(/^\xEF\xBB\xBF/u, '');
  const hasHeader = header.test(latin1(next.subarray(0, 300)));
  return (
    hasHeader &&
    (isAfterEmpty || dated.test(text)) &&
    (dated.test(text) || /^From \S+\s*$|^From - /u.test(text))
  );
}
