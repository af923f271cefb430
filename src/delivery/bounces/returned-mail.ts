/** A message that has come to us after a mailing: what it tells of one that we sent. */
import { parseEmail } from '../../domain/email-address.ts';
import { parseDeliveryStatus, type RecipientStatus } from './status.ts';

export type ReturnedMail =
  /** A mail server tells of a message of ours. `key` is the recipient's in the mailing, where its Message-ID is ours. */
  | { readonly is: 'report'; readonly key: string | undefined; readonly statuses: readonly RecipientStatus[] }
  /** Somebody asks to be left out, as the button of their mail program does it. */
  | { readonly is: 'optOut'; readonly address: string }
  | { readonly is: 'other' };

/** Larger ones are not read: a notification is some kilobytes, and may have the message with it. */
const LARGEST = 10_000_000;

/** Reads one message (RFC 5322). What cannot be read is something else. Never throws for what is in it. */
export async function readReturnedMail(bytes: Uint8Array): Promise<ReturnedMail> {
  if (bytes.byteLength > LARGEST) return { is: 'other' };
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
  }).catch(() => undefined);
  if (mail === undefined) return { is: 'other' };
  const parts = mail.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: typeof content === 'string' ? content : '',
  }));
  const statuses = parts
    .filter(({ type }) => /^message\/(?:global-)?delivery-status$/u.test(type))
    .flatMap(({ text }) => parseDeliveryStatus(text));
  if (statuses.length > 0) {
    const returned = parts.find(({ type }) =>
      /^(?:message|text)\/(?:rfc822|rfc822-headers|global)/u.test(type),
    );
    return { is: 'report', key: keyIn(returned?.text ?? ''), statuses };
  }
  const from = parseEmail(mail.from?.address ?? '');
  const isOptOut = isAsking(mail.subject ?? '') || isAsking(firstLine(mail.text ?? ''));
  return isOptOut && 'address' in from ? { is: 'optOut', address: from.address } : { is: 'other' };
}

/**
 * The subject that List-Unsubscribe gives it, or the word that the mailing asks for alone on the first line: what people write
 * in their own words, people read.
 */
const isAsking = (text: string): boolean => /^avmelding[.!]?$/iu.test(text.trim());

const firstLine = (text: string): string => text.trim().split(/\r?\n/u)[0] ?? '';

/** The recipient's key, out of the headers of a message that we sent. */
function keyIn(message: string): string | undefined {
  const [headers = ''] = message.split(/\r?\n\r?\n/u);
  return /^message-id:\s*<([0-9a-f]{32})@[^<>\s]+>/imu.exec(headers)?.[1];
}
