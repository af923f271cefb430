/** The outbox that a mailing is sent by. */
import { nearest } from '../../domain/nearest.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { outboxNames, type Outbox, type OutboxName } from '../../delivery/outbox.ts';
import { filesOutbox } from '../../delivery/outboxes/files.ts';
import { gmailOutbox } from '../../delivery/outboxes/gmail.ts';
import { parseSmtpUrl, smtpOutbox } from '../../delivery/outboxes/smtp.ts';
import type { Run } from '../cli/command.ts';
import { connectMail } from '../register/connect-google.ts';

const isOutbox = (name: string): name is OutboxName => outboxNames.some((known) => known === name);

/** `folder` is where the outbox `files` puts its files. Throws UserError for an outbox that does not exist, or that is not set up. */
export function outboxOf({ settings, terminal }: Run, named: string | undefined, folder: string): Outbox {
  const { sending } = settings;
  const name = named ?? sending.outbox ?? 'files';
  if (!isOutbox(name)) {
    const near = nearest(name, outboxNames);
    throw new UserError(
      msg`There is no outbox «${name}».`,
      [
        ...(near === undefined ? [] : [msg`Did you mean ${near}?`]),
        msg`There are ${outboxNames.join(', ')}.`,
      ].join(' '),
    );
  }
  if (name === 'gmail' || name === 'gmail-drafts')
    return gmailOutbox(name, () => connectMail(settings, terminal));
  if (name === 'files') return filesOutbox(folder);
  if (sending.smtpUrl === undefined) {
    throw new UserError(
      msg`SMTP_URL is not set, so there is no mail server to send with.`,
      msg`Write it in .env: SMTP_URL=smtps://user:password@mail.example:465. Only you should be able to read that file.`,
    );
  }
  return smtpOutbox(parseSmtpUrl(sending.smtpUrl));
}
