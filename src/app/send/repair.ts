/** `--repair`: writes into the ledger what this machine's journal knows and the ledger has lost. */
import type { Mailing } from '../../delivery/mailing.ts';
import { lookInto, openJournal, putAside, withJournalLock } from '../../delivery/journal/journal.ts';
import type { JournalReading } from '../../delivery/journal/records.ts';
import { machineName } from '../../delivery/journal/machine.ts';
import { JournalState } from '../../delivery/send/journal-state.ts';
import { LedgerState } from '../../delivery/send/ledger-state.ts';
import { entriesToMend } from '../../delivery/send/mend.ts';
import { Standing } from '../../delivery/send/standing.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../command.ts';
import { headOf, instant, journalOf } from './standing-of.ts';
import { storeLedger } from './store-ledger.ts';

/**
 * Nothing is sent. A journal that is damaged is put aside: what the ledger holds of this machine's claims is then unclear.
 * A second run finds nothing to do. Throws UserError where a run is at work, or the ledger cannot be written.
 */
export function repairLedger(run: Run, store: RegisterStore, mailing: Mailing): Promise<ExitCode> {
  const path = journalOf(run.settings, mailing);
  return withJournalLock<ExitCode>(path, async () => {
    const reading = await lookInto(path);
    if (reading?.end === 'damaged') {
      const aside = await putAside(path);
      run.terminal.say(`The damaged journal was put aside as ${aside}.`);
    }
    if (reading !== undefined) await mend(run, store, mailing, reading);
    else
      run.terminal.say(
        'This machine has no journal of this mailing, so it knows nothing more than the ledger.',
      );
    return 0;
  });
}

async function mend(
  { settings, terminal }: Run,
  store: RegisterStore,
  mailing: Mailing,
  { records, end }: JournalReading,
): Promise<void> {
  const ledger = storeLedger(store, settings.now);
  const known = new JournalState(records);
  const owner = await machineName(settings.sending.state);
  for (;;) {
    const { entries, cursor } = await ledger.read();
    const standing = new Standing(new LedgerState(mailing.id, entries), known);
    const lost = standing.lostEvents;
    const by = { owner, timeUtc: instant() };
    const rows = entriesToMend(headOf(mailing), mailing.recipients, standing, by, end !== 'damaged');
    if (rows.length === 0 && lost === 0) {
      terminal.say('The ledger has all that this machine knows.');
      return;
    }
    if (rows.length > 0 && (await ledger.append(rows, cursor)) === 'overtaken') continue;
    const journal = await openJournal(journalOf(settings, mailing));
    try {
      await journal.add({ is: 'repaired', events: standing.ledger.events + rows.length });
    } finally {
      await journal.close();
    }
    terminal.say(`${String(rows.length)} events were written into the ledger again.`);
    if (lost > rows.length)
      terminal.say(
        '  It had held more than this machine knows of. Let the others who send run it with --repair too.',
      );
    return;
  }
}
