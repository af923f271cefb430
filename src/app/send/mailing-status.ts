/** The status of a mailing: from the ledger, and from this machine's journal. */
import type { Mailing } from '../../delivery/mailing.ts';
import type { Ledger, LedgerCursor } from '../../delivery/ledger.ts';
import { journalPath, lookInto } from '../../delivery/journal/journal.ts';
import type { SendPlan } from '../../delivery/send/run.ts';
import { JournalState } from '../../delivery/send/journal-state.ts';
import { LedgerState, RecipientStatuses } from '../../delivery/send/recipient-status.ts';
import { parseWallTime } from '../../domain/time.ts';
import { basisText } from '../../papers/announcement/sent.ts';
import type { Settings } from '../settings/settings.ts';

/** How much of the plan's hash the ledger keeps. */
const HASH_KEPT = 16;

/** The plan as the ledger names it. */
export const planName = ({ planHash }: Mailing): string => planHash.slice(0, HASH_KEPT);

/** The head of every event of a mailing. */
export function headOf(mailing: Mailing): SendPlan['head'] {
  const { id, activity } = mailing;
  const start = activity.start === undefined ? undefined : parseWallTime(activity.start);
  const end = activity.end === undefined ? undefined : parseWallTime(activity.end);
  return {
    mailing: id,
    planHash: planName(mailing),
    basis: start === undefined ? undefined : basisText({ start, end }),
    sequence: sequenceOf(mailing),
  };
}

/** SEQUENCE of the invitation that goes with a mailing; undefined if none does. */
export const sequenceOf = ({ letters }: Pick<Mailing, 'letters'>): number | undefined =>
  letters.find(({ calendar }) => calendar !== undefined)?.calendar?.sequence;

/** The journal of a mailing on this machine. */
export const journalOf = ({ sending }: Pick<Settings, 'sending'>, mailing: Mailing): string =>
  journalPath(sending.state, mailing);

export interface MailingStatus {
  readonly statuses: RecipientStatuses;
  readonly cursor: LedgerCursor;
  /** The journal does not show everything that was in it. */
  readonly isDamaged: boolean;
}

/** Reads the ledger and the journal, also during a run. Throws UserError as `Ledger.read`. */
export async function readStatus(
  settings: Pick<Settings, 'sending'>,
  ledger: Ledger,
  mailing: Mailing,
): Promise<MailingStatus> {
  // The journal first, then its claims are never newer than the ledger.
  const journal = await lookInto(journalOf(settings, mailing));
  const { entries, cursor } = await ledger.read();
  const statuses = new RecipientStatuses(
    new LedgerState(mailing.id, entries),
    new JournalState(journal?.records),
  );
  return { statuses, cursor, isDamaged: journal?.end === 'damaged' };
}
