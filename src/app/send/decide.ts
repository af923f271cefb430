/** `--resolve`: a person decides what nobody can know. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { lastEntries, standingOf } from '../../delivery/send/fates.ts';
import { openJournal } from '../../delivery/send/journal-file.ts';
import type { LedgerEntry } from '../../delivery/ledger.ts';
import { masked } from '../../delivery/send/masked.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../command.ts';
import { machineName } from './machine.ts';
import { headOf, journalOf } from './send-mailing.ts';
import { storeLedger } from './store-ledger.ts';

type Decision = 'sent' | 'resend';

const isDecision = (text: string | undefined): text is Decision => text === 'sent' || text === 'resend';

type Recipient = Mailing['recipients'][number];

/** The recipient whose key begins so. Throws UserError where it is none, or not one alone. */
function recipientWith({ recipients, id }: Mailing, key: string): Recipient {
  const found = recipients.filter((recipient) => recipient.key.startsWith(key.toLowerCase()));
  const [recipient, ...more] = found;
  if (recipient !== undefined && more.length === 0 && key.length >= 8) return recipient;
  throw new UserError(
    `«${key}» names ${more.length > 0 ? 'several recipients' : 'no recipient'} of ${id}.`,
    'See the keys with --status, and give at least the first eight signs.',
  );
}

/**
 * Writes into the ledger that a recipient has got the mailing, or that it is to be sent again by the next run. Throws
 * UserError where there is nothing to decide.
 */
export async function resolveUnclear(
  run: Run,
  store: RegisterStore,
  mailing: Mailing,
  key: string,
  as: string | undefined,
): Promise<ExitCode> {
  const { settings, terminal } = run;
  if (!isDecision(as)) {
    throw new UserError('--resolve needs a decision.', 'Add --as sent, or --as resend to send it once more.');
  }
  const recipient = recipientWith(mailing, key);
  const ledger = storeLedger(store, settings.now);
  const entries = await ledger.read(mailing.id);
  const machine = await machineName(settings.sending.state);
  const journal = await openJournal(journalOf(settings, mailing));
  await journal.close();
  const fate = standingOf([recipient.key], entries, journal.records, machine).fates.get(recipient.key);
  if (fate?.is !== 'unclear' && fate?.is !== 'elsewhere') {
    throw new UserError(
      `${recipient.name} is not unclear: ${fate?.is ?? 'not sent'}.`,
      'Only what nobody can know is decided by a person.',
    );
  }
  const attempt = (lastEntries(entries).get(recipient.key)?.attempt ?? 1) + (as === 'resend' ? 1 : 0);
  const came = await ledger.append([decided(mailing, recipient, as, { attempt, owner: machine })]);
  if (came === 'overtaken') {
    throw new UserError(
      'Somebody else is sending at this moment.',
      'Wait until that run has ended, and try again.',
    );
  }
  terminal.say(
    as === 'sent'
      ? `${recipient.name} counts as sent.`
      : `${recipient.name} is sent to again by the next run with --approve.`,
  );
  return 0;
}

const decided = (
  mailing: Mailing,
  { key, address, standard }: Recipient,
  as: Decision,
  by: Pick<LedgerEntry, 'attempt' | 'owner'>,
): LedgerEntry => ({
  ...headOf(mailing),
  ...by,
  recipientKey: key,
  recipient: masked(address),
  event: as === 'sent' ? ledgerEvents.sent : ledgerEvents.notSent,
  timeUtc: `${new Date().toISOString().slice(0, 19)}Z`,
  error: 'avgjort av en person',
  standard: standard === 'nn' ? 'nynorsk' : 'bokmål',
});
