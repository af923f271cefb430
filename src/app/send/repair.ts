/** `--repair`: writes into the ledger what this machine's journal knows and the ledger has lost. */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { standingOf, type Fate } from '../../delivery/send/fates.ts';
import { openJournal } from '../../delivery/send/journal-file.ts';
import { masked } from '../../delivery/send/masked.ts';
import type { LedgerEntry } from '../../delivery/ledger.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { ExitCode, Run } from '../command.ts';
import { machineName } from './machine.ts';
import { headOf, journalOf } from './send-mailing.ts';
import { storeLedger } from './store-ledger.ts';

const eventOf = (fate: Fate | undefined): Pick<LedgerEntry, 'event' | 'queueId' | 'error'> => {
  if (fate?.is === 'sent') return { event: ledgerEvents.sent, queueId: fate.receipt };
  if (fate?.is === 'failed') return { event: ledgerEvents.failed, error: fate.reason };
  if (fate?.is === 'unclear') return { event: ledgerEvents.unclear, error: fate.reason };
  return { event: ledgerEvents.notSent };
};

/** Nothing is sent. A second run finds nothing to do. */
export async function repairLedger(run: Run, store: RegisterStore, mailing: Mailing): Promise<ExitCode> {
  const { settings, terminal } = run;
  const machine = await machineName(settings.sending.state);
  const journal = await openJournal(journalOf(settings, mailing));
  try {
    const ledger = storeLedger(store, settings.now);
    for (;;) {
      const entries = await ledger.read(mailing.id);
      const keys = mailing.recipients.map(({ key }) => key);
      const { fates, owed, rolledBack } = standingOf(keys, entries, journal.records, machine);
      const lost = [...new Set([...owed, ...rolledBack])];
      if (lost.length === 0) {
        terminal.say('The ledger has all that this machine knows.');
        return 0;
      }
      const byKey = new Map(mailing.recipients.map((recipient) => [recipient.key, recipient]));
      const rows = lost.map((key): LedgerEntry => {
        const { address = '', standard = 'nb' } = byKey.get(key) ?? {};
        return {
          ...headOf(mailing),
          recipientKey: key,
          recipient: masked(address),
          owner: machine,
          timeUtc: `${new Date().toISOString().slice(0, 19)}Z`,
          standard: standard === 'nn' ? 'nynorsk' : 'bokmål',
          ...eventOf(fates.get(key)),
        };
      });
      if ((await ledger.append(rows)) === 'overtaken') continue;
      terminal.say(`${String(rows.length)} events were written into the ledger again.`);
      return 0;
    }
  } finally {
    await journal.close();
  }
}
