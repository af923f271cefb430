/** Whether somebody has removed rows of the ledger, as far as this machine can know: it keeps a journal of what it sent. */
import { lookInto } from '../../delivery/journal/journal.ts';
import { JournalState } from '../../delivery/send/journal-state.ts';
import { LedgerState, RecipientStatuses } from '../../delivery/send/recipient-status.ts';
import type { Register } from '../../register/register.ts';
import { madeMailing } from '../mailings/mailing-folder.ts';
import { journalOf } from '../send/mailing-status.ts';
import type { Settings } from '../settings/settings.ts';

/** Those of the mailings that this machine sent, and of which the ledger has every row that its journal knows. */
export async function wholeInLedger(
  settings: Settings,
  { ledger }: Register,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const whole = new Set<string>();
  for (const id of ids) {
    const mailing = await madeMailing(settings, id);
    const journal = mailing === undefined ? undefined : await lookInto(journalOf(settings, mailing));
    if (journal === undefined || journal.end === 'damaged') continue;
    const statuses = new RecipientStatuses(new LedgerState(id, ledger), new JournalState(journal.records));
    if (statuses.lost().length === 0 && statuses.lostEvents === 0) whole.add(id);
  }
  return whole;
}
