/** `--reopen` and `--sent-by-hand`: a person says what has become of files and drafts, which nobody else can know. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { UserError } from '../../domain/user-error.ts';
import { withJournalLock } from '../../delivery/journal/journal.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { entryFor } from '../../delivery/send/entries.ts';
import type { RecipientStatuses } from '../../delivery/send/recipient-status.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { recipientNamed } from './decide.ts';
import { headOf, instant, journalOf, readStatus } from './mailing-status.ts';
import { registerReader, storeLedger } from './store-ledger.ts';

type Recipient = Mailing['recipients'][number];

/** Somebody has sent them by hand; or nobody has, and the next run may send them by another outbox. */
type Decision = 'sent-by-hand' | 'reopen';

/** Every recipient who is meant, and has a file or a draft. Throws UserError where there is none. */
function meant(
  mailing: Mailing,
  whom: string,
  statuses: RecipientStatuses,
  as: Decision,
): readonly Recipient[] {
  const isWritten = ({ key }: Recipient): boolean => statuses.of(key).is === 'written';
  if (whom.toLowerCase() === 'all') {
    const written = mailing.recipients.filter(isWritten);
    if (written.length > 0) return written;
    throw new UserError(
      `Nobody in ${mailing.id} has a file or a draft that waits for a word.`,
      'See with --status how each stands. What was really sent is never opened again.',
    );
  }
  const recipient = recipientNamed(mailing, whom);
  if (isWritten(recipient)) return [recipient];
  if (as === 'sent-by-hand' && statuses.of(recipient.key).is === 'sent')
    throw new UserError(
      `${recipient.name} is marked as sent already.`,
      'Nothing was changed. See with --status how each stands.',
    );
  throw new UserError(
    `${recipient.name} has no file or draft that waits for a word.`,
    'See with --status how each stands. What was really sent is never opened again.',
  );
}

/** Writes it into the ledger, for all of them or for one. Throws UserError where nobody has a file or a draft. */
export async function settleWritten(
  run: Run,
  store: RegisterStore,
  mailing: Mailing,
  as: Decision,
  whom: string,
): Promise<ExitCode> {
  const { settings, terminal } = run;
  // A run of this machine that is at work may be about to tell of more.
  const settled = await withJournalLock(journalOf(settings, mailing), async () => {
    const ledger = storeLedger(store, registerReader(settings.now));
    const owner = await machineName(settings.sending.state);
    for (;;) {
      const { statuses, cursor } = await readStatus(settings, ledger, mailing);
      const recipients = meant(mailing, whom, statuses, as);
      const entries = recipients.map((recipient) => {
        const attempts = statuses.ledger.attempts(recipient.key);
        // What is opened is an attempt of its own, so that it comes after what was written.
        const by = { owner, timeUtc: instant(), attempt: as === 'sent-by-hand' ? attempts : attempts + 1 };
        const event = as === 'sent-by-hand' ? ledgerEvents.sent : ledgerEvents.notSent;
        return entryFor(headOf(mailing), recipient, by, { event, error: words[as] });
      });
      if ((await ledger.append(entries, cursor)) !== 'overtaken') return recipients;
    }
  });
  const count = `${String(settled.length)} recipient${settled.length === 1 ? '' : 's'}`;
  terminal.say(
    as === 'sent-by-hand'
      ? `${count}: sent by hand, says the ledger now.`
      : `${count} open again: the next run with --approve sends to them. Their files and drafts must not be sent any more.`,
  );
  return 0;
}

/** What stands in the ledger, for people who look into it. */
const words: Readonly<Record<Decision, string>> = {
  'sent-by-hand': 'sendt for hånd',
  reopen: 'åpnet igjen av en person',
};
