/** A message that has come to us after a mailing: what it says about one that we sent. Nothing here knows what we have sent. */
import { readMessage, type Message, type Part } from './message.ts';
import {
  about,
  type DeliveryStatus,
  isFromServer,
  isNotice,
  parseDeliveryStatus,
  statusesIn,
} from './delivery-status.ts';
import { reasonOf } from './reasons.ts';
import { isAutomatic, unsubscribeRequestIn, type UnsubscribeRequest } from './unsubscribe.ts';

/** The message that came back, as far as its headers are given. */
export interface Original {
  readonly messageId: string;
  /** An instant in UTC, or the header's text if it is not one. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export interface ReturnedMail {
  readonly from: string;
  readonly subject: string;
  /** Its first words, for a person who must find it. */
  readonly words: string;
  /** Possible keys of recipients in our mailings, the most likely first. */
  readonly keys: readonly string[];
  readonly content:
    | {
        /** A report of a mail server about a message. */
        readonly is: 'report';
        readonly statuses: readonly DeliveryStatus[];
        /** `words`: from a text for people. `passed`: such a text, not sent by a server. */
        readonly from: 'status' | 'words' | 'passed';
        readonly original: Original | undefined;
      }
    /** Somebody asks to be left out. */
    | ({ readonly is: 'request' } & UnsubscribeRequest)
    /** The mail service of a recipient tells that somebody there called our message spam (RFC 5965). */
    | { readonly is: 'complaint' }
    /** An answer that no person wrote. */
    | { readonly is: 'automatic' }
    | { readonly is: 'other' };
}

/** How deep forwarded messages are searched. */
const DEEPEST = 3;

/**
 * Reads one message (RFC 5322): itself, or the messages that it forwards. What cannot be read is something else.
 * Never throws because of its content.
 */
export async function readReturnedMail(bytes: Uint8Array, depth = 0): Promise<readonly ReturnedMail[]> {
  const message = await readMessage(bytes);
  if (message === undefined) {
    return [{ from: '', subject: '', words: '', keys: [], content: { is: 'other' } }];
  }
  const original = await originalOf(message.parts);
  const content = contentOf(message, original);
  const name = nameOf(message, original);
  if (content.is === 'report' || content.is === 'complaint' || depth === DEEPEST) {
    return [{ ...name, content }];
  }
  const passed: ReturnedMail[] = [];
  for (const part of message.parts.filter(isMessage)) {
    for (const mail of await readReturnedMail(part.bytes, depth + 1)) {
      const { is } = mail.content;
      if (is === 'report' || is === 'complaint') passed.push(mail);
      // A forwarded unsubscribe request is not a request by the person who forwards it.
      if (is === 'request') passed.push({ ...mail, content: { is, by: 'word', isCertain: false } });
    }
  }
  return passed.length > 0 ? passed : [{ ...name, content }];
}

const isMessage = ({ type, name }: Part): boolean => type === 'message/rfc822' || /\.eml$/iu.test(name);

const isReturned = ({ type }: Part): boolean =>
  /^(?:message\/(?:rfc822|global|partial)|text\/rfc822-headers|message\/rfc822-headers|text\/rfc822)/u.test(
    type,
  );

function contentOf(message: Message, original: Original | undefined): ReturnedMail['content'] {
  const { parts } = message;
  if (parts.some(({ type }) => type === 'message/feedback-report')) return { is: 'complaint' };
  const statuses = parts
    .filter(({ type }) => type.endsWith('delivery-status'))
    .flatMap(({ text }) => parseDeliveryStatus(text));
  if (statuses.length > 0) {
    const told = statuses.map((status) => withWords(status, message));
    return { is: 'report', statuses: told, from: 'status', original };
  }
  if (isNotice(message)) {
    const told = statusesIn(message);
    const from = isFromServer(message) ? 'words' : 'passed';
    if (told.length > 0) return { is: 'report', statuses: told, from, original };
  }
  const request = unsubscribeRequestIn(message);
  if (request !== undefined) return { is: 'request', ...request };
  return { is: isAutomatic(message) ? 'automatic' : 'other' };
}

/** The words of Postfix and Courier. If no recipient was left, it was refused before that. */
const inData = /in reply to\s+(?:end\s+of\s+)?data|>>> data(?=\s+<<< 55\d)(?![\s\S]{0,300}<<< 5(?:03|54))/iu;

/** Some write only in the text for people what went wrong, or when. */
function withWords(status: DeliveryStatus, message: Message): DeliveryStatus {
  const { final, words } = status;
  if (final === undefined) return status;
  const text = about(final, message);
  if (words === '') return reasonOf(status) === 'other' ? { ...status, words: text } : status;
  const [when = ''] = inData.exec(text) ?? [];
  return { ...status, words: `${words} ${when}`.trim() };
}

function nameOf(message: Message, original: Original | undefined): Omit<ReturnedMail, 'content'> {
  const words = message.text.replaceAll(/\s+/gu, ' ').trim();
  return {
    from: message.from,
    subject: message.subject,
    words: words.slice(0, 80),
    keys: keysIn(message, original),
  };
}

/** Not a part of a longer number. */
const keyForm = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/giu;

/**
 * A key is in the Message-ID of a message of ours, in the boundaries between its parts, and in the address for those who want
 * no more. Mail services change the first, and leave one of the others.
 */
function keysIn({ subject, everything }: Message, original: Original | undefined): readonly string[] {
  const first = [subject, original?.messageId ?? ''];
  const found = [...first, ...everything].flatMap((text) => text.match(keyForm) ?? []);
  return [...new Set(found.map((key) => key.toLowerCase()))];
}

/** The headers of the message that came back. */
async function originalOf(parts: readonly Part[]): Promise<Original | undefined> {
  const part = parts.find(isReturned);
  const message = part === undefined ? undefined : await readMessage(part.bytes);
  if (message === undefined) return undefined;
  const { from, date, header } = message;
  return { messageId: header('message-id'), date, from, to: header('to') };
}
