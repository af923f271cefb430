/**
 * From the content of a mailing to the message for one recipient, as bytes. nodemailer writes the MIME, but does not decide the
 * recipient: it reads `a@x.no b@y.no` as one address, and a line break in an address as a new header.
 */
import { parseEmail } from '../domain/email-address.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';
import { withAttendee } from '../render/exchange/ics.ts';
import { mailtoUri } from '../render/safe/link-target.ts';
import { oneLine } from '../render/safe/plain-text.ts';
import { shortened } from '../render/safe/shorten.ts';

export interface MailAddress {
  readonly name: string;
  /** One plain address, as `parseEmail` gives it. */
  readonly address: string;
}

/** What every message of a mailing has in common. */
export interface Letterhead {
  readonly sender: MailAddress;
  /** The address for answers and for unsubscribe requests. */
  readonly replyTo: string;
  /** The list that it is mail to; none for mail to persons who are called or asked. */
  readonly list?: MailList | undefined;
}

/** A list that mail goes to. */
export interface MailList {
  /** Such as `webinar` (RFC 2919). */
  readonly name: string;
  /** Whether recipients can ask to be left out by a message: by the button of their mail program, or a word in the mail. */
  readonly canLeave: boolean;
}

/** What all recipients of one written standard get. */
export interface Letter {
  readonly standard: NorwegianStandard;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The invitation, without the recipient: `renderIcs` of one event. */
  readonly calendar?:
    | {
        readonly method: 'REQUEST' | 'CANCEL';
        readonly ics: string;
        /** Whether the recipient must answer: to a meeting, but not to a webinar, which has a registration form. */
        readonly asks?: boolean | undefined;
        /** The name of the attachment, such as `mote.ics`. */
        readonly filename: string;
      }
    | undefined;
}

export interface MailRecipient extends MailAddress {
  /** The recipient's key in the mailing, 32 hexadecimal digits. */
  readonly key: string;
}

/** A message with exactly one sender and one recipient. */
export interface ComposedMessage {
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string };
  /** Lines end in CRLF. */
  readonly bytes: Uint8Array;
}

/** `sentAt` is the `Date` of the message, an instant in UTC as `2027-01-07T08:00:00Z`. */
export type Composer = (recipient: MailRecipient, sentAt: string) => Promise<ComposedMessage>;

/** No real subject or name is longer. */
export const longestHeader = 200;

/**
 * Text for a header, on one line. `=?` begins an encoded word (RFC 2047), which nodemailer leaves alone in plain letters:
 * mail programs would decode what somebody typed, so a space goes between the two.
 */
const headerText = (text: string): string => oneLine(text).replaceAll('=?', '= ?');

/** A subject as it is in the header. Throws RangeError for one that is empty or too long. */
function subjectLine(text: string): string {
  const line = headerText(text);
  if (line !== '' && line.length <= longestHeader) return line;
  throw new RangeError(`a subject has 1 to ${String(longestHeader)} characters, not ${String(line.length)}`);
}

/** Whether an address can be read in only one way, and not as another address or as several. */
export function isPlainAddress(address: string): boolean {
  const parsed = parseEmail(address);
  return 'address' in parsed && parsed.address === address;
}

function plainAddress(address: string): string {
  if (isPlainAddress(address)) return address;
  throw new RangeError('an envelope takes one plain address, as the register gives it');
}

const mailbox = ({ name, address }: MailAddress): { name: string; address: string } => ({
  name: shortened(headerText(name), longestHeader),
  address: plainAddress(address),
});

const instant = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/u;

/** Whether a text is an instant in UTC as `Date` takes it: `2027-01-07T08:00:00Z`. */
export const isInstant = (text: string): boolean => instant.test(text);

/** Throws RangeError for text that is not an instant in UTC. */
function dateOf(text: string): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (instant.exec(text) ?? [])
    .slice(1)
    .map(Number);
  if (month === 0) throw new RangeError(`no instant in UTC: ${text}`);
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function invitationTo(
  { calendar }: Letter,
  { name, address }: MailAddress,
): { readonly method: string; readonly content: string; readonly filename: string } | undefined {
  if (calendar === undefined) return undefined;
  const attendee = { name: name === '' ? address : name, email: address, rsvp: calendar.asks === true };
  const { method, filename } = calendar;
  return { method, content: withAttendee(calendar.ics, attendee), filename };
}

/** The word that recipients answer with if they want no more mail. */
const optOutWord = 'Avmelding';

/** The address for such a message. The key names the recipient, also if the mail was forwarded. */
const optOutUri = (replyTo: string, key: string): string =>
  `${mailtoUri(replyTo)}?subject=${optOutWord}%20${key}`;

/** Links the word to the address, in the style of the other links in the text. */
function withOptOut(html: string, uri: string): string {
  const [, style = ''] = /<a href="mailto:[^"]*"[^>]*?( style="[^"]*")/u.exec(html) ?? [];
  return html.replaceAll(`«${optOutWord}»`, `«<a href="${uri}"${style}>${optOutWord}</a>»`);
}

/**
 * Headers that mark mail to a list: servers send no «out of office» answer (RFC 3834 section
 * 5; Exchange uses a header of its own), and mail can be sorted by the list (RFC 2919).
 */
const listHeaders = (
  { name, canLeave }: MailList,
  optOut: string,
  domain: string,
): Readonly<Record<string, string>> => ({
  'List-Id': `<${name}.${domain}>`,
  ...(canLeave ? { 'List-Unsubscribe': `<${optOut}>` } : {}),
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
});

/**
 * Makes a composer for one written standard. The same recipient and time always give the same bytes: the Message-ID and the
 * boundaries between the parts come from the mailing. Text, HTML and invitation are alternatives (RFC 6047), and
 * the invitation is also an attachment: Outlook, Gmail and Apple Mail look for it in different places. Throws
 * RangeError for an invalid address, subject or time; the mailing's schema already refuses these.
 */
export async function createComposer(head: Letterhead, letter: Letter): Promise<Composer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const from = mailbox(head.sender);
  const replyTo = plainAddress(head.replyTo);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const common = {
    from,
    replyTo: { name: '', address: replyTo },
    subject: subjectLine(letter.subject),
    text: letter.text,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return async ({ key, ...person }, sentAt) => {
    if (!/^[0-9a-f]{32}$/u.test(key)) throw new RangeError('no key of a recipient');
    const to = mailbox(person);
    const envelope = { from: from.address, to: to.address };
    const messageId = `<${key}@${domain}>`;
    const optOut = optOutUri(replyTo, key);
    const own = {
      date: dateOf(sentAt),
      icalEvent: invitationTo(letter, to),
      html: head.list?.canLeave === true ? withOptOut(letter.html, optOut) : letter.html,
      headers: {
        'Content-Language': letter.standard,
        ...(head.list === undefined ? {} : listHeaders(head.list, optOut, domain)),
      },
    };
    const composer = new MailComposer({ ...common, ...own, to, envelope, messageId, baseBoundary: key });
    return { messageId, envelope, bytes: await composer.compile().build() };
  };
}
