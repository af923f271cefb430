/** What Felles asks of the Gmail API, and the client that asks it. */
import { z } from 'zod';
import { msg } from '../domain/msg.ts';
import { findMailCredentials } from './credentials.ts';
import type { RequestResult } from './faults.ts';
import { answerOf, requestWith, tryOnce } from './request.ts';
import type { ConnectOptions } from './sheets-client.ts';
import { googleFetch, type Answer } from './transport.ts';

/** The answer to a message. Any other answer is thrown as a UserError: then Gmail did not accept the message. */
export type MailAnswer =
  /** Gmail has it. `id` is Gmail's own; Gmail also gives the message another Message-ID. */
  | { readonly outcome: 'taken'; readonly id: string }
  /** 400 or 413: Gmail does not take this message. */
  | { readonly outcome: 'refused' }
  /** 429, or 403 for its rate: nothing was taken. `retryAfter` in milliseconds, where Google said so. */
  | { readonly outcome: 'tooMuch'; readonly retryAfter: number | undefined }
  /** It may have been taken or not. Gmail cannot tell another try from the first. */
  | { readonly outcome: 'unclear'; readonly what: string };

/**
 * `users.messages.send` and `users.drafts.create` of the person who is logged in. `raw` is a whole message (RFC 5322), its
 * bytes in base64url. Neither is ever repeated automatically. Throws UserError, with what to do about it.
 * https://developers.google.com/workspace/gmail/api/reference/rest
 */
export interface GmailClient {
  send(raw: string): Promise<MailAnswer>;
  draft(raw: string): Promise<MailAnswer>;
}

/** A client that asks Gmail. Loads only the API that is used. Throws UserError where nobody is logged in. */
export async function connectGmail({
  credentials: places,
  transport,
  environment,
}: ConnectOptions): Promise<GmailClient> {
  const fetch = googleFetch(transport);
  const credentials = await findMailCredentials(places, { fetch, environment, origin: transport.origin });
  const { gmail } = await import('googleapis/build/src/apis/gmail/index.js');
  const { users } = gmail({ version: 'v1', universeDomain: 'googleapis.com' });
  const ask = async (
    action: 'send' | 'draft',
    send: (token: string) => Promise<Answer>,
  ): Promise<MailAnswer> =>
    mailAnswerOf(await tryOnce({ asked: { action }, scope: action, send }, credentials, environment));
  const userId = 'me';
  return {
    send: (raw) =>
      ask('send', async (token) => {
        const message = { userId, requestBody: { raw }, fields: 'id', prettyPrint: false };
        return answerOf(await users.messages.send(message, requestWith(token, fetch)));
      }),
    draft: (raw) =>
      ask('draft', async (token) => {
        const draft = { userId, requestBody: { message: { raw } }, fields: 'id', prettyPrint: false };
        return answerOf(await users.drafts.create(draft, requestWith(token, fetch)));
      }),
  };
}

const taken = z.object({ id: z.string().min(1) });

function mailAnswerOf(result: RequestResult): MailAnswer {
  switch (result.kind) {
    case 'well': {
      const { data } = taken.safeParse(result.body);
      return data === undefined
        ? { outcome: 'unclear', what: msg`the answer from Google has no message number` }
        : { outcome: 'taken', id: data.id };
    }
    case 'transient':
      return result.isTooMuch
        ? { outcome: 'tooMuch', retryAfter: result.retryAfter }
        : { outcome: 'unclear', what: result.what };
    case 'refused':
      return { outcome: 'refused' };
    case 'unknown-token':
    case 'stops':
      throw result.error;
  }
}
