/** Delivery status notifications (RFC 3464): what a mail server tells of a message that it did not deliver. */

/** What is told of one recipient. */
export interface RecipientStatus {
  readonly action: 'failed' | 'delayed' | 'other';
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  /** The address that the message was for: the one that we used, where it is told. */
  readonly address: string | undefined;
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

/** `rfc822; ola@kommune.no`: the address, undefined for another kind of one. */
function addressIn(field: string | undefined): string | undefined {
  const [, address] =
    /^(?:rfc822|utf-8)\s*;\s*<?([^<>\s]+@[^<>\s]+?)>?$/iu.exec(withoutComment(field ?? '')) ?? [];
  return address;
}

function statusOf(fields: Fields): RecipientStatus | undefined {
  const action = withoutComment(fields.get('action') ?? '').toLowerCase();
  const [status] = /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(fields.get('status') ?? '') ?? [];
  if (action === '' || status === undefined) return undefined;
  return {
    action: action === 'failed' || action === 'delayed' ? action : 'other',
    status,
    address: addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient')),
  };
}

/**
 * The content of a `message/delivery-status` part (RFC 3464 section 2.1): fields about the message, then a block about each
 * recipient. What is no such block is left out.
 */
export function parseDeliveryStatus(text: string): readonly RecipientStatus[] {
  const blocks = text.replaceAll(/\r\n?/gu, '\n').split(/\n[ \t]*\n/u);
  return blocks.flatMap((block) => statusOf(fieldsOf(block)) ?? []);
}
