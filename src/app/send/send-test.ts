/** `--test-to`: one copy of each written standard, as recipients get it, to the person who sends; outside the ledger. */
import { createHash } from 'node:crypto';
import { parseEmail, masked } from '../../domain/email-address.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Outbox } from '../../delivery/outbox.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { requireNoSample } from './sample.ts';
import { instant } from './mailing-status.ts';
import type { OpenMailing } from './open-mailing.ts';

/** Copies say in their subject that they are tests. `room` is where the outbox `files` writes. 1 where one was not taken. Throws UserError for an address that is none, and for a sample. */
export async function sendTest(
  run: Run,
  { mailing, testComposers }: OpenMailing,
  outbox: Outbox,
  { to, room }: { readonly to: string; readonly room: string },
): Promise<ExitCode> {
  const { terminal } = run;
  requireNoSample(run, mailing, outbox);
  const parsed = parseEmail(to);
  if (!('address' in parsed)) {
    throw new UserError(`«${to}» is not one plain address.`, 'Write it as name@example.no.');
  }
  if (mailing.letters.some(({ calendar }) => calendar !== undefined))
    terminal.say(
      'The invitation is in it, as in the mail itself: a calendar that takes it in shows the event.',
    );
  let isAllMade = true;
  let written = false;
  try {
    const now = instant();
    for (const [standard, compose] of testComposers) {
      const key = createHash('sha256')
        .update(`test|${mailing.id}|${standard}|${now}`)
        .digest('hex')
        .slice(0, 32);
      // The name of one who gets it; the key is nobody's, so that what comes back marks nobody.
      const name = mailing.recipients.find((recipient) => recipient.standard === standard)?.name ?? '';
      const message = await compose({ key, name, address: parsed.address }, now);
      const came = await outbox.deliver(message, () => Promise.resolve());
      const isMade = came.is === 'sent' || came.is === 'written';
      isAllMade &&= isMade;
      written ||= came.is === 'written';
      terminal.result(`${standard}: ${isMade ? `${came.is} (${came.receipt})` : came.reason}`);
    }
  } finally {
    await outbox.close();
  }
  if (written)
    terminal.say(
      outbox.name === 'files'
        ? `Files were written in ${room}, and nothing went to ${masked(parsed.address)}. To send it there: --outbox smtp or --outbox gmail.`
        : `Drafts were made in Gmail, and nothing went to ${masked(parsed.address)}.`,
    );
  return isAllMade ? 0 : 1;
}
