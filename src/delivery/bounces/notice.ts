/** Notifications without a part that programs can read: what they tell in words of the message that came back. */
import type { Message } from './message.ts';
import { isAutomatic } from './unsubscribe.ts';
import { parseDeliveryStatus, type DeliveryStatus } from './delivery-status.ts';

const systemSender =
  /^(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|mailsystem|mail_system|microsoftexchange[0-9a-f]+|bounces?|undeliverable)(?:[+-].*)?@/iu;

const systemName = /mail delivery (?:sub)?system|mailer-?daemon|post ?master|system administrator|<>\s*$/iu;

const failing =
  /undeliver(?:ed|able)|returned (?:mail|to sender)|delivery (?:status|has failed|failure|failed|to the following|report|problem|error|notification|incomplete)|mail (?:delivery|system error)|failure notice|(?:could|can) ?not be delivered|(?:couldn|wasn|hasn|isn)'?t (?:be )?deliver|(?:not|un)able to deliver|did not reach|not delivered|(?:kunne|kan) ikke leveres|(?:kunne|kan) ikkje leverast|ble ikke levert|(?:vart|blei) ikkje levert|levering(?:en)? mislyktes|leveringsfeil|uleverbar|created automatically by mail delivery software|this is the (?:qmail|mail system|postfix|mail delivery)|final-recipient: |delivery attempts? (?:to|failed)|message (?:that you sent )?(?:could|was) (?:not|rejected)/iu;

const waiting =
  /delay|warning(?: message)? only|has not (?:yet )?been delivered|not yet been|(?<!not )(?<!no )(?:will|be) (?:be )?(?:retr|re-?tried|continue)|still (?:trying|being|in (?:the )?queue)|do not need to resend|need not resend|no action is required|trenger ikke (?:å )?sende|forsink|vil bli forsøkt/iu;

/** Where the message itself begins that came back. */
const original =
  /^[> \t]*(?:-{2,}.{0,30}(?:original message|copy|returned message|below this line|unsent message|message headers?|headers? of|message (?:text )?follows|undelivered message)|original message headers|(?:received|return-path|message-id|mime-version|dkim-signature): )/imu;

const noticeOf = (text: string): string => (text.split(original)[0] ?? '').slice(0, 6000);

const anAddress = /[^\s<>,;:"'()[\]@]{1,64}@[a-z0-9\u00C0-\u024F-]+(?:\.[a-z0-9\u00C0-\u024F-]+)+/giu;

/** Whether a mail server wrote it, or somebody passes on what one wrote. */
export function isNotice(message: Message): boolean {
  if (message.header('x-failed-recipients') !== '') return true;
  const texts = [message.subject, message.text.slice(0, 6000)];
  const says = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  return isFromServer(message) ? says(failing) || says(waiting) : says(failing) && !isAutomatic(message);
}

/** Whether a mail server sent it. */
export const isFromServer = ({ from, header }: Message): boolean =>
  systemSender.test(from) || systemName.test(header('from')) || header('x-failed-recipients') !== '';

/** What it tells of each recipient. Nothing where it names none. */
export function statusesIn(message: Message): readonly DeliveryStatus[] {
  // Passed on in the text of a message, each line perhaps with a mark before it.
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

/** What a text for people says of an address: from there on to the next one. */
export function about(address: string, { text }: Message): string {
  const notice = noticeOf(text);
  const from = Math.max(0, notice.toLowerCase().indexOf(address.toLowerCase()));
  const rest = notice.slice(from);
  const next = rest.slice(address.length).search(/\n\s*<?[^\s<>@]+@[^\s<>]+>?:?/u);
  return next === -1 ? rest : rest.slice(0, address.length + next);
}
