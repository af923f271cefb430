/**
 * Gmail, as far as Felles uses it: `users.messages.send` and `users.drafts.create`.
 * https://developers.google.com/workspace/gmail/api/reference/rest
 */
import { z } from 'zod';
import { badFields, invalid } from '../api-error.ts';
import { readStrictly } from '../requests/request-kind.ts';
import type { Call, Endpoint } from './endpoint.ts';

const message = z.strictObject({ raw: z.string() });
const draft = z.strictObject({ message });

/** The bytes of a message. Throws 400 for what is no base64url, and for a message to nobody. */
function bytesOf(raw: string): string {
  if (!/^[\w-]+={0,2}$/u.test(raw)) {
    const description = "Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed";
    throw badFields(description, [{ field: 'message.raw', description }]);
  }
  const text = Buffer.from(raw, 'base64url').toString('utf8');
  if (!/^to:/imu.test(text.split('\r\n\r\n')[0] ?? '')) throw invalid('Recipient address required');
  return text;
}

/** Sixteen hexadecimal digits, as Gmail's ids are. */
const idOf = (number: number): string => (0x19_3f_00_00_00_00 + number).toString(16).padStart(16, '0');

export const mailEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: /^\/gmail\/v1\/users\/me\/messages\/send$/u,
    access: 'send',
    query: [],
    answer: ({ state, request }: Call) => {
      const { raw } = readStrictly(message, request.body);
      state.mailbox.sent.push(bytesOf(raw));
      const id = idOf(state.mailbox.sent.length);
      return { id, threadId: id, labelIds: ['SENT'] };
    },
  },
  {
    method: 'POST',
    path: /^\/gmail\/v1\/users\/me\/drafts$/u,
    access: 'draft',
    query: [],
    answer: ({ state, request }: Call) => {
      const { raw } = readStrictly(draft, request.body).message;
      state.mailbox.drafts.push(bytesOf(raw));
      const id = idOf(state.mailbox.drafts.length);
      return { id: `r${id}`, message: { id, threadId: id, labelIds: ['DRAFT'] } };
    },
  },
];
