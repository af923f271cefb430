/** `--resolve`, `--sent-by-hand` and `--reopen`: a person reports the result of messages that no program can know. */
import { counted } from '../../domain/counted.ts';
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { minutesBetween, wallTimeOfUtc } from '../../domain/time.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { withJournalLock } from '../../delivery/journal/journal.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import { entryFor } from '../../delivery/send/ledger-entries.ts';
import type { RecipientStatus, RecipientStatuses } from '../../delivery/send/recipient-status.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { headOf, journalOf, readStatus } from './mailing-status.ts';
import { registerReader, storeLedger } from './store-ledger.ts';

type Decision = 'sent' | 'resend';

const isDecision = (text: string | undefined): text is Decision => text === 'sent' || text === 'resend';

type Recipient = Mailing['recipients'][number];

/** The recipient with this number or name, or whose key begins with it. Throws UserError unless it is exactly one. */
function recipientNamed({ recipients, id }: Mailing, text: string): Recipient {
  const wanted = text.trim().toLowerCase();
  const found = recipients.filter(
    (recipient) =>
      recipient.id.toLowerCase() === wanted ||
      recipient.name.toLowerCase() === wanted ||
      (wanted.length >= 8 && recipient.key.startsWith(wanted)),
  );
  const [recipient, ...more] = found;
  if (recipient !== undefined && more.length === 0) return recipient;
  throw new UserError(
    more.length > 0
      ? msg`«${text}» names several recipients of ${id}.`
      : msg`«${text}» names no recipient of ${id}.`,
    msg`Give the number or the name as recipients.csv has it, or at least the first eight characters of the key.`,
  );
}

const statusWords: Readonly<Record<RecipientStatus['is'], () => string>> = {
  sent: () => msg`has got it`,
  written: () => msg`has a file or a draft with no result reported yet (see --reopen and --sent-by-hand)`,
  failed: () => msg`was refused`,
  free: () => msg`has not been sent to`,
  mine: () => msg`has not been sent to, and the next run does that`,
  unclear: () => msg`is unclear`,
  elsewhere: () => msg`was claimed by another run`,
};

/**
 * Writes into the ledger that a recipient has got the mailing, or that the next run must send it again. Throws
 * UserError if there is nothing to decide.
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
    throw new UserError(
      msg`--resolve needs a decision.`,
      msg`Add --as sent, or --as resend to send it once more.`,
    );
  }
  const recipient = recipientNamed(mailing, key);
  // During a run of this machine, an unclear message may only be on its way.
  await withJournalLock(journalOf(settings, mailing), () => write(run, store, mailing, recipient, as));
  terminal.say(
    as === 'sent'
      ? msg`${recipient.name} counts as sent.`
      : msg`The next run with --approve sends to ${recipient.name} again.`,
  );
  return 0;
}

/** Minutes. A younger claim may belong to a run in progress: an answer alone may take eleven. */
const AT_WORK = 60;

function requireOld(status: RecipientStatus, { name }: Recipient, instant: string): void {
  if (status.is !== 'elsewhere' || status.since === undefined) return;
  const [then, now] = [wallTimeOfUtc(status.since), wallTimeOfUtc(instant)];
  const minutes = then === undefined || now === undefined ? AT_WORK : minutesBetween(then, now);
  if (minutes >= AT_WORK) return;
  throw new UserError(
    msg`${name} was claimed by another run ${Math.max(0, Math.round(minutes))} minutes ago, which may not have ended.`,
    msg`Wait until an hour has passed, or until that run has ended and reported the result.`,
  );
}

async function write(
  { settings, instant }: Run,
  store: RegisterStore,
  mailing: Mailing,
  recipient: Recipient,
  as: Decision,
): Promise<void> {
  const ledger = storeLedger(store, registerReader(settings.now));
  const { statuses, cursor } = await readStatus(settings, ledger, mailing);
  const status = statuses.of(recipient.key);
  if (status.is !== 'unclear' && status.is !== 'elsewhere') {
    throw new UserError(
      msg`There is nothing to decide about ${recipient.name}, which ${statusWords[status.is]()}.`,
      msg`A person decides only what no program can know.`,
    );
  }
  requireOld(status, recipient, instant());
  const attempts = statuses.ledger.attempts(recipient.key);
  const by = {
    owner: await machineName(settings.sending.state),
    // A resend is a new attempt, so that it comes after the unclear one.
    attempt: as === 'sent' ? attempts : attempts + 1,
    timeUtc: instant(),
  };
  const event = as === 'sent' ? ledgerEvents.sent : ledgerEvents.notSent;
  const decided = entryFor(headOf(mailing), recipient, by, { event, error: 'avgjort av en person' });
  if ((await ledger.append([decided], cursor)) === 'overtaken') {
    throw new UserError(msg`Another run is sending now.`, msg`Wait until that run has ended, and try again.`);
  }
}

/** Somebody has sent them by hand; or nobody has, and the next run may send them with another outbox. */
type WrittenDecision = 'sent-by-hand' | 'reopen';

/** The recipients that are meant and have a file or a draft. Throws UserError if there is none. */
function meant(
  mailing: Mailing,
  whom: string,
  statuses: RecipientStatuses,
  as: WrittenDecision,
): readonly Recipient[] {
  const isWritten = ({ key }: Recipient): boolean => statuses.of(key).is === 'written';
  if (whom.toLowerCase() === 'all') {
    const written = mailing.recipients.filter(isWritten);
    if (written.length > 0) return written;
    throw new UserError(
      msg`Nobody in ${mailing.id} has a file or a draft without a result.`,
      msg`See with --status how each stands. What was really sent is never opened again.`,
    );
  }
  const recipient = recipientNamed(mailing, whom);
  if (isWritten(recipient)) return [recipient];
  if (as === 'sent-by-hand' && statuses.of(recipient.key).is === 'sent')
    throw new UserError(
      msg`${recipient.name} is marked as sent already.`,
      msg`Nothing was changed. Use --status to see the status of each.`,
    );
  throw new UserError(
    msg`${recipient.name} has no file or draft without a result.`,
    msg`See with --status how each stands. What was really sent is never opened again.`,
  );
}

/** Writes it into the ledger, for all of them or for one. Throws UserError if nobody has a file or a draft. */
export async function resolveWritten(
  run: Run,
  store: RegisterStore,
  mailing: Mailing,
  as: WrittenDecision,
  whom: string,
): Promise<ExitCode> {
  const { settings, terminal, instant } = run;
  // A run in progress on this machine may be about to report more.
  const resolved = await withJournalLock(journalOf(settings, mailing), async () => {
    const ledger = storeLedger(store, registerReader(settings.now));
    const owner = await machineName(settings.sending.state);
    for (;;) {
      const { statuses, cursor } = await readStatus(settings, ledger, mailing);
      const recipients = meant(mailing, whom, statuses, as);
      const entries = recipients.map((recipient) => {
        const attempts = statuses.ledger.attempts(recipient.key);
        // Reopening is a new attempt, so that it comes after what was written.
        const by = { owner, timeUtc: instant(), attempt: as === 'sent-by-hand' ? attempts : attempts + 1 };
        const event = as === 'sent-by-hand' ? ledgerEvents.sent : ledgerEvents.notSent;
        return entryFor(headOf(mailing), recipient, by, { event, error: ledgerNotes[as] });
      });
      if ((await ledger.append(entries, cursor)) !== 'overtaken') return recipients;
    }
  });
  const count = counted(resolved.length, msg`recipient`, msg`recipients`);
  terminal.say(
    as === 'sent-by-hand'
      ? msg`${count} marked as sent by hand in the ledger.`
      : msg`${count} reopened: the next run with --approve sends to them. Their files and drafts must not be sent any more.`,
  );
  return 0;
}

/** The text in the ledger, for people who read it. */
const ledgerNotes: Readonly<Record<WrittenDecision, string>> = {
  'sent-by-hand': 'sendt for hånd',
  reopen: 'åpnet igjen av en person',
};
