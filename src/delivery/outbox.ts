/** What delivers messages. Each adapter passes test/support/outbox-contract.ts. */
import type { ComposedMessage } from './compose.ts';

export const outboxNames = ['files', 'smtp', 'gmail', 'gmail-drafts'] as const;
export type OutboxName = (typeof outboxNames)[number];

/** The result of delivering one message. Reasons hold no full address, no secret and nothing of the content. */
export type Delivery =
  /** It was accepted: the queue's id. */
  | { readonly is: 'sent'; readonly receipt: string }
  /** It is a file or a draft now: a person has to send it. */
  | { readonly is: 'written'; readonly receipt: string }
  /** It will never be taken, by this answer (a reply of 5xx). */
  | { readonly is: 'refused'; readonly reason: string; readonly reply?: number }
  /**
   * It was surely not taken, and may be later, with the same bytes (a reply of 4xx). `waitSeconds` is how long the server asks
   * everybody to wait, where it does.
   */
  | { readonly is: 'later'; readonly reason: string; readonly reply?: number; readonly waitSeconds?: number }
  /** It broke before the release: surely not sent. */
  | { readonly is: 'notGiven'; readonly reason: string }
  /** It broke after the release: nobody can know. It is never given away again by itself. */
  | { readonly is: 'unclear'; readonly reason: string }
  /** The outbox takes nothing from us: surely not sent, and no other will be either. */
  | { readonly is: 'closed'; readonly reason: string; readonly advice: string };

export interface Outbox {
  readonly name: OutboxName;
  /** How many messages may be on their way at once, and how many may begin in a minute. */
  readonly limits: { readonly connections: number; readonly perMinute?: number };
  /**
   * Delivers one message. Everything but the last step is done first; then `release` is awaited, which has recorded on the
   * disk that the message may have gone; and only then comes the last step. If `release` throws, the message is not sent
   * and the error is passed on. Faults of the server or the disk are returned, never thrown.
   */
  deliver(message: ComposedMessage, release: () => Promise<void>): Promise<Delivery>;
  close(): Promise<void>;
}

/** Whether an outbox sends. The others write files or drafts, which a person must send. */
export const sends = (name: OutboxName): boolean => name === 'smtp' || name === 'gmail';
