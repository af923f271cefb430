/** What has become of mailings: from the ledger as the page read it, and this machine's journals as they are now. */
import { stat } from 'node:fs/promises';
import type { Ledger, LedgerView } from '../../../delivery/ledger.ts';
import type { Mailing } from '../../../delivery/mailing.ts';
import { sumsOf, type RecipientStatuses } from '../../../delivery/send/recipient-status.ts';
import { groupBy } from '../../../domain/group.ts';
import { instantOf, wallTimeOfUtc } from '../../../domain/time.ts';
import type { MailingsWords } from '../../../language/page/mailings/words.ts';
import { journalOf, readStatus, type MailingStatus } from '../../send/mailing-status.ts';
import { registerReader, storeLedger } from '../../send/store-ledger.ts';
import { workbookId } from '../../settings/settings.ts';
import { readOnly } from '../read-only.ts';
import type { Scene } from '../screen.ts';
import { faultOf, type Fault } from '../fault.ts';
import type { Snapshot } from '../snapshot.ts';

/** What is known of a mailing of this workbook. */
export interface KnownStatus extends MailingStatus {
  /** How many rows the ledger once had, as this machine knows, and has no more. */
  readonly lost: number;
}

/** Gives the status of any mailing of this workbook. */
export type Standings = (mailing: Mailing) => Promise<KnownStatus>;

/** Reads the ledger once for all mailings. A fault that the operator can correct is given back. */
export async function standingsOf(scene: Scene): Promise<Standings | { readonly fault: Fault }> {
  const { snapshot } = scene;
  const ledger = storeLedger(readOnly(snapshot), () => snapshot.reading);
  let view: LedgerView;
  try {
    view = await ledger.read();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { fault };
  }
  const own = groupBy(view.entries, ({ mailing }) => mailing);
  return async (mailing) => {
    const entries = own.get(mailing.id) ?? [];
    const known: Ledger = { ...ledger, read: () => Promise.resolve({ ...view, entries }) };
    const status = await readStatus(snapshot.settings, known, mailing);
    return { ...status, lost: lostRows(status.statuses) === 0 ? 0 : await lostNow(scene, mailing) };
  };
}

const lostRows = (statuses: RecipientStatuses): number =>
  Math.max(statuses.lost().length, statuses.lostEvents);

/** After so long without a line in the journal no run is at work, and what one has written can be read. */
const QUIET_MS = 60_000;

/**
 * The journal may know of rows that are younger than the register of the page. So nothing is said to be lost while the journal grows, and
 * before the register has been read once more; nor where it cannot be read.
 */
async function lostNow({ snapshot, runOf }: Scene, mailing: Mailing): Promise<number> {
  const { settings, store } = snapshot;
  const { instant } = runOf({}, { out: settings.out, said: [] });
  const written = await stat(journalOf(settings, mailing)).catch(() => undefined);
  const now = wallTimeOfUtc(instant());
  if (written === undefined || now === undefined) return 0;
  if (instantOf(now).getTime() - written.mtimeMs < QUIET_MS) return 0;
  try {
    const ledger = storeLedger(store, registerReader(settings.now));
    return lostRows((await readStatus(settings, ledger, mailing)).statuses);
  } catch (error) {
    if (faultOf(error) === undefined) throw error;
    return 0;
  }
}

/** Whether it is of the workbook that the page is about. Of others nothing is known here. */
export const isOwn = ({ workbook }: Mailing, { settings }: Snapshot): boolean =>
  workbook === workbookId(settings);

/** How far a mailing has come. */
export interface Standing {
  readonly words: string;
  /** `alert`: a person has something to do about it. */
  readonly kind: 'none' | 'some' | 'all' | 'alert';
  /** How many have not got it, and can still. */
  readonly left: number;
}

/** Of a mailing that not one has got, «ikke sendt»; otherwise how many, and what is for a person to settle. */
export function standingOf(
  { recipients }: Mailing,
  { statuses, lost }: KnownStatus,
  { list: words }: MailingsWords,
): Standing {
  const { sent, written, failed, notSent, unclear } = sumsOf(recipients.map(({ key }) => statuses.of(key)));
  const total = recipients.length;
  const parts = [
    ...(sent > 0 ? [words.sent(sent, total)] : []),
    ...(written > 0 ? [words.written(written)] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
    ...(unclear > 0 ? [words.unclear(unclear)] : []),
  ];
  const isAlert = written + failed + unclear + lost > 0;
  return {
    words: parts.length === 0 ? words.notSent : parts.join(', '),
    kind: isAlert ? 'alert' : sent === 0 ? 'none' : sent === total ? 'all' : 'some',
    left: notSent,
  };
}
