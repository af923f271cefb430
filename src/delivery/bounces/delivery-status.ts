/** Delivery status notifications (RFC 3464): what a mail server tells of a message that it did not deliver. */

/** What is told of one recipient. */
export interface DeliveryStatus {
  /** `unclear` where a block tells of a recipient, and neither what was done nor a status. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'unclear';
  /** RFC 3463: `5.1.1`; empty where none is told. */
  readonly status: string;
  /** The server's own words. */
  readonly words: string;
  /** The address that failed, and the one that the message was written to, where they are told. */
  readonly final: string | undefined;
  readonly original: string | undefined;
}

type Fields = ReadonlyMap<string, string>;

/** A block of fields, as headers are written (RFC 5322 section 2.2.3: a line that begins with white space goes on). */
function fieldsOf(block: string): Fields {
  const lines = block.replaceAll(/\n[ \t]+/gu, ' ').split('\n');
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    // The first one holds: what a server adds below it cannot change it.
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Takes the comments of RFC 5322 away: `5.1.1 (bad address)`. */
const withoutComment = (text: string): string => text.replaceAll(/\([^()]*\)/gu, '').trim();

/** `rfc822; ola@kommune.no`: the address, undefined where it is another kind of one, or not one alone. */
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
  // Some write another word, or none.
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
    // Some give the words as a comment: `5.0.0 (recipient reached disk quota)`.
    words:
      `${fields.get('diagnostic-code') ?? ''} ${/\((.*)\)/su.exec(fields.get('status') ?? '')?.[1] ?? ''}`.trim(),
    final: addressIn(fields.get('final-recipient')),
    original: addressIn(fields.get('original-recipient')),
  };
}

/**
 * The content of a `message/delivery-status` part (RFC 3464 section 2.1): fields about the message, then a block about each
 * recipient. What is no such block is left out.
 */
export function parseDeliveryStatus(text: string): readonly DeliveryStatus[] {
  const blocks = text.replaceAll(/\r\n?/gu, '\n').split(/\n[ \t]*\n/u);
  return blocks.flatMap((block) => statusOf(fieldsOf(block)) ?? []);
}
