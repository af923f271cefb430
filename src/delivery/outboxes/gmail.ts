/**
 * Sends by Gmail as the person who is logged in, or makes drafts for the person to send. Gmail does not recognise a message
 * that it gets twice, so a message whose answer is lost is unclear. It gives each a Message-ID of its own.
 */
import { draftReceipt } from '../../domain/ledger-event.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { GmailClient, MailAnswer } from '../../google/gmail-client.ts';
import type { ComposedMessage } from '../compose.ts';
import type { Delivery, Outbox } from '../outbox.ts';

/**
 * A message costs 100 of the 6,000 units that a person has per minute; some are left for the person.
 * https://developers.google.com/workspace/gmail/api/reference/quota
 */
const PER_MINUTE = 50;

export function gmailOutbox(name: 'gmail' | 'gmail-drafts', connect: () => Promise<GmailClient>): Outbox {
  let client: GmailClient | undefined;
  const deliver = async ({ bytes }: ComposedMessage, release: () => Promise<void>): Promise<Delivery> => {
    const raw = Buffer.from(bytes).toString('base64url');
    try {
      client ??= await connect();
    } catch (error) {
      return closedBy(error);
    }
    await release();
    try {
      return deliveryOf(name, name === 'gmail' ? await client.send(raw) : await client.draft(raw));
    } catch (error) {
      return closedBy(error);
    }
  };
  return {
    name,
    limits: { connections: 1, perMinute: PER_MINUTE },
    deliver,
    close: () => Promise.resolve(),
  };
}

/** A UserError means that Google accepted nothing. Throws any other error. */
function closedBy(error: unknown): Delivery {
  if (!(error instanceof UserError)) throw error;
  return { is: 'closed', reason: error.message.replace(/\.$/u, ''), advice: error.advice };
}

function deliveryOf(name: 'gmail' | 'gmail-drafts', answer: MailAnswer): Delivery {
  switch (answer.outcome) {
    case 'taken':
      return name === 'gmail'
        ? { is: 'sent', receipt: `Gmail ${answer.id}` }
        : { is: 'written', receipt: `${draftReceipt} ${answer.id}` };
    case 'refused':
      return { is: 'refused', reason: msg`Gmail does not accept the message`, reply: 400 };
    case 'tooMuch': {
      const { retryAfter } = answer;
      const wait = retryAfter === undefined ? {} : { waitSeconds: Math.ceil(retryAfter / 1000) };
      return { is: 'later', reason: msg`Gmail accepts no more for now`, reply: 429, ...wait };
    }
    case 'unclear':
      return { is: 'unclear', reason: answer.what };
  }
}
