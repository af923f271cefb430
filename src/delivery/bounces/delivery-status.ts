/** Delivery status notifications: their machine-readable part (RFC 3464), and those with only a text. */
import type { Message } from './message.ts';
import { isAutomatic } from './unsubscribe.ts';

/** What is reported about one recipient. */
export interface DeliveryStatus {
  /** `unclear` if a block names a recipient, but neither an action nor a status. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'unclear';
  /** RFC 3463: `5.1.1`; empty if there is none. */
  readonly status: string;
  /** The server's own words. */
  readonly words: string;
  /** The address that failed, and the one that the message was written to, if they are given. */
  readonly final: string | undefined;
  readonly original: string | undefined;
}

type Fields = ReadonlyMap<string, string>;

/** A block of fields, written as headers (RFC 5322 section 2.2.3: a line that begins with white space continues the last). */
function fieldsOf(block: string): Fields {
  const lines = block.replaceAll(/\n[ \t]+/gu, ' ').split('\n');
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    // The first one is used: what a server adds below cannot change it.
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Removes the comments of RFC 5322: `5.1.1 (bad address)`. */
const withoutComment = (text: string): string => text.replaceAll(/\([^()]*\)/gu, '').trim();

/** `rfc822; ola@kommune.no`: the address; undefined for another kind of address, or for several. */
function addressIn(field: string | undefined): string | undefined {
  const [, kind = '', rest = ''] = /^(?:([\w-]+)\s*;)?(.*)$/su.exec(withoutComment(field ?? '')) ?? [];
  if (/^x-?400$/iu.test(kind)) return undefined;
  const [address, ...more] = rest.slice(0, 1000).match(/[^\s<>,;:"@]+@[^\s<>,;:"@]+/gu) ?? [];
  return more.length === 0 ? address?.replace(/\.$/u, '') : undefined;
}

function actionOf(told: string, status: string): DeliveryStatus['action'] {
  if (told.startsWith('fail')) return 'failed';
  if (told.startsWith('delay')) return 'delayed';
  if (/^(?:delivered|relayed|expanded)\b/u.test(told)) return 'delivered';
  // Some servers write another word, or none.
  if (status.startsWith('5')) return 'failed';
  return status.startsWith('4') ? 'delayed' : 'unclear';
}

function statusOf(fields: Fields): DeliveryStatus | undefined {
  const told = withoutComment(fields.get('action') ?? '').toLowerCase();
  const isRecipient = fields.has('final-recipient') || fields.has('original-recipient');
  const [status = ''] = /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(fields.get('status') ?? '') ?? [];
  if (!isRecipient && (told === '' || status === '')) return undefined;
  return {
    action: actionOf(told, status),
    status,
    // Some servers give the text as a comment: `5.0.0 (recipient reached disk quota)`.
    words:
      `${fields.get('diagnostic-code') ?? ''} ${/\((.*)\)/su.exec(fields.get('status') ?? '')?.[1] ?? ''}`.trim(),
    final: addressIn(fields.get('final-recipient')),
    original: addressIn(fields.get('original-recipient')),
  };
}

/**
 * The content of a `message/delivery-status` part (RFC 3464 section 2.1): fields about the message, then a block about each
 * recipient. Anything else is left out.
 */
export function parseDeliveryStatus(text: string): readonly DeliveryStatus[] {
  const blocks = text.replaceAll(/\r\n?/gu, '\n').split(/\n[ \t]*\n/u);
  return blocks.flatMap((block) => statusOf(fieldsOf(block)) ?? []);
}

const systemSender =
  /^(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|mailsystem|mail_system|microsoftexchange[0-9a-f]+|bounces?|undeliverable)(?:[+-].*)?@/iu;

const systemName = /mail delivery (?:sub)?system|mailer-?daemon|post ?master|system administrator|<>\s*$/iu;

const failing =
  /undeliver(?:ed|able)|returned (?:mail|to sender)|delivery (?:status|has failed|failure|failed|to the following|report|problem|error|notification|incomplete)|mail (?:delivery|system error)|failure notice|(?:could|can) ?not be delivered|(?:couldn|wasn|hasn|isn)'?t (?:be )?deliver|(?:not|un)able to deliver|did not reach|not delivered|(?:kunne|kan) ikke leveres|(?:kunne|kan) ikkje leverast|ble ikke levert|(?:vart|blei) ikkje levert|levering(?:en)? mislyktes|leveringsfeil|uleverbar|created automatically by mail delivery software|this is the (?:qmail|mail system|postfix|mail delivery)|final-recipient: |delivery attempts? (?:to|failed)|message (?:that you sent )?(?:could|was) (?:not|rejected)/iu;

const waiting =
  /delay|warning(?: message)? only|has not (?:yet )?been delivered|not yet been|(?<!not )(?<!no )(?:will|be) (?:be )?(?:retr|re-?tried|continue)|still (?:trying|being|in (?:the )?queue)|do not need to resend|need not resend|no action is required|trenger ikke (?:å )?sende|forsink|vil bli forsøkt/iu;

/** Where the returned message begins. */
const original =
  /^[> \t]*(?:-{2,}.{0,30}(?:original message|copy|returned message|below this line|unsent message|message headers?|headers? of|message (?:text )?follows|undelivered message)|original message headers|(?:received|return-path|message-id|mime-version|dkim-signature): )/imu;

const noticeOf = (text: string): string => (text.split(original)[0] ?? '').slice(0, 6000);

const anAddress = /[^\s<>,;:"'()[\]@]{1,64}@[a-z0-9\u00C0-\u024F-]+(?:\.[a-z0-9\u00C0-\u024F-]+)+/giu;

/** Whether a mail server wrote it, or somebody forwards what one wrote. */
export function isNotice(message: Message): boolean {
  if (message.header('x-failed-recipients') !== '') return true;
  const texts = [message.subject, message.text.slice(0, 6000)];
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  return isFromServer(message) ? says(failing) || says(waiting) : says(failing) && !isAutomatic(message);
}

/** Whether a mail server sent it. */
export const isFromServer = ({ from, header }: Message): boolean =>
  systemSender.test(from) || systemName.test(header('from')) || header('x-failed-recipients') !== '';

/** What it reports about each recipient. Empty if it names none. */
export function statusesIn(message: Message): readonly DeliveryStatus[] {
  // Forwarded in the text of a message, each line perhaps with a mark before it.
  const unquoted = message.text.replaceAll(/^[> \t]+/gmu, '');
  if (/^final-recipient: /imu.test(unquoted)) return parseDeliveryStatus(unquoted);
  const notice = noticeOf(message.text);
  const named = [...message.header('x-failed-recipients').split(','), ...(notice.match(anAddress) ?? [])];
  const addresses = [
    ...new Set(named.map((one) => one.trim().toLowerCase()).filter((one) => one.includes('@'))),
  ];
  const isWaiting = waiting.test(message.subject) || waiting.test(notice);
  return addresses.map((address) => {
    const words = addresses.length === 1 ? notice : about(address, message);
    const [status = ''] = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\d|\.\d)/u.exec(words) ?? [];
    return {
      action: isWaiting ? 'delayed' : 'failed',
      status,
      words,
      final: address,
      original: undefined,
    };
  });
}

/** What a text for people says about an address: from there to the next one. */
export function about(address: string, { text }: Message): string {
  const notice = noticeOf(text);
  const from = Math.max(0, notice.toLowerCase().indexOf(address.toLowerCase()));
  const rest = notice.slice(from);
  const next = rest.slice(address.length).search(/\n\s*<?[^\s<>@]+@[^\s<>]+>?:?/u);
  return next === -1 ? rest : rest.slice(0, address.length + next);
}
