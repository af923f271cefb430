/** `--repair`: writes into the ledger what this machine's journal knows and the ledger has lost. */
import { msg } from '../../domain/msg.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { lookInto, openJournal, putAside, withJournalLock } from '../../delivery/journal/journal.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import type { JournalReading } from '../../delivery/journal/records.ts';
import { JournalState } from '../../delivery/send/journal-state.ts';
import { LedgerState, RecipientStatuses } from '../../delivery/send/recipient-status.ts';
import { entriesToRepair } from '../../delivery/send/ledger-entries.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { headOf, journalOf } from './mailing-status.ts';
import { registerReader, storeLedger } from './store-ledger.ts';

/** What a person has decided about rows that no available machine can restore. */
export interface RepairRequest {
  /** To go on without them: their recipients may get a second message. */
  readonly acceptsLoss: boolean;
}

/**
 * Nothing is sent. A damaged journal is renamed once the ledger has what can still be read from it: the other claims of this
 * machine in the ledger are then unclear. 1 if rows of others are still missing. Throws UserError during another run,
 * and if the ledger cannot be written.
 */
export function repairLedger(
  run: Run,
  store: RegisterStore,
  mailing: Mailing,
  request: RepairRequest,
): Promise<ExitCode> {
  const path = journalOf(run.settings, mailing);
  return withJournalLock<ExitCode>(path, async () => {
    const reading = await lookInto(path);
    if (reading === undefined) {
      run.terminal.say(
        msg`This machine has no journal of this mailing, so it knows no more than the ledger.`,
      );
      return 0;
    }
    const { written, events, missing } = await repair(run, store, mailing, reading);
    if (reading.end === 'damaged')
      run.terminal.say(msg`The damaged journal was renamed to ${await putAside(path)}.`);
    if (written > 0) run.terminal.say(msg`${written} events were written to the ledger again.`);
    if (missing > 0 && !request.acceptsLoss) {
      run.terminal.say(
        msg`The ledger once held ${missing} more rows, from other machines. Nothing is sent without them.`,
      );
      run.terminal.say(
        msg`  Run --repair on those machines too. If they are gone for good, add --accept-loss.`,
      );
      return 1;
    }
    if (written === 0 && missing === 0 && reading.end !== 'damaged') {
      run.terminal.say(msg`The ledger has all that this machine knows.`);
      return 0;
    }
    const journal = await openJournal(path);
    try {
      await journal.add({ is: 'repaired', events });
    } finally {
      await journal.close();
    }
    return 0;
  });
}

interface Outcome {
  readonly written: number;
  /** How many the ledger holds now. */
  readonly events: number;
  /** How many more it once held. */
  readonly missing: number;
}

async function repair(
  { settings, instant }: Run,
  store: RegisterStore,
  mailing: Mailing,
  { records, end }: JournalReading,
): Promise<Outcome> {
  const ledger = storeLedger(store, registerReader(settings.now));
  const known = new JournalState(records);
  const owner = await machineName(settings.sending.state);
  for (;;) {
    const { entries: there, cursor } = await ledger.read();
    const statuses = new RecipientStatuses(new LedgerState(mailing.id, there), known);
    const by = { owner, timeUtc: instant() };
    const isWhole = end !== 'damaged';
    const { entries, restored } = entriesToRepair(headOf(mailing), mailing.recipients, statuses, by, isWhole);
    if (entries.length > 0 && (await ledger.append(entries, cursor)) === 'overtaken') continue;
    return {
      written: entries.length,
      events: statuses.ledger.events + entries.length,
      missing: Math.max(0, statuses.lostEvents - restored),
    };
  }
}
