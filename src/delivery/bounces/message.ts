/** One message as it is read: its headers, what it says, and the parts that it carries. */
import type { Address, Attachment, Email } from 'postal-mime';
import { plainText } from './plain-text.ts';

export interface Part {
  readonly type: string;
  /** Of the file, where it has one. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

export interface Message {
  /** The address of the sender, as it stands there; empty where there is none. */
  readonly from: string;
  readonly subject: string;
  /** When it was written: an instant in UTC, or what else stands there. */
  readonly date: string;
  /** What it says, without mark-up. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** The content of the first header of a name (in lower case); empty where there is none. */
  readonly header: (name: string) => string;
  /** All of it that may name one of our messages. */
  readonly everything: readonly string[];
}

/** What comes after it is not read: a notification is some kilobytes, and what it is about comes after what it says. */
const MOST_BYTES = 4_000_000;

/** Letters that are looked through for words. */
const MOST_TEXT = 50_000;

/** Reads one message (RFC 5322); undefined for what is none. Never throws for what is in it. */
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
  // Windows programs put a mark there, and old servers write Latin-1: a decoder that does not throw takes both.
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

/** Takes away empty lines and the line `From ` that some programs put before the headers. */
function withoutLead(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < bytes.length && [0x0a, 0x0d, 0x20, 0x09].includes(bytes[at] ?? 0)) at += 1;
  const line = Buffer.from(bytes.subarray(at, at + 200)).toString('latin1');
  const [lead] = /^>?From [^\n]*\n/u.exec(line) ?? [];
  return bytes.subarray(at + (lead?.length ?? 0));
}
