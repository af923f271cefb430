/** The status of each recipient, from the events of the shared ledger and this machine’s own journal together. */
import { isAfter, ledgerEvents } from '../../domain/ledger-event.ts';
import { msg, resaid } from '../../domain/msg.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Claim, JournalState, Known } from './journal-state.ts';

export type RecipientStatus =
  /** Not claimed. If it was tried before: why it was not sent. */
  | { readonly is: 'free'; readonly reason?: string }
  /** Claimed by this machine, and surely not sent. */
  | { readonly is: 'mine'; readonly reason?: string; readonly reply?: number | undefined }
  | { readonly is: 'sent'; readonly receipt: string }
  /** A file or a draft was made of it; nobody has said that a person has sent it. */
  | { readonly is: 'written'; readonly receipt: string }
  | { readonly is: 'failed'; readonly reason: string; readonly reply?: number | undefined }
  /** It may have gone, and nobody can know. Only a person decides. */
  | { readonly is: 'unclear'; readonly reason: string }
  /** Another run has claimed it, and has not reported the result. `since` is an instant in UTC. */
  | { readonly is: 'elsewhere'; readonly owner: string; readonly since?: string | undefined };

export class RecipientStatuses {
  readonly ledger: LedgerState;
  readonly journal: JournalState;

  constructor(ledger: LedgerState, journal: JournalState) {
    this.ledger = ledger;
    this.journal = journal;
  }

  of(key: string): RecipientStatus {
    const entry = this.ledger.last(key);
    const known = this.journal.of(key);
    // A receipt is certain, whatever a person without it decided meanwhile.
    if (known?.is === 'sent' && !isAfterwards(entry)) return { is: 'sent', receipt: known.receipt };
    if (entry !== undefined && this.#isOpenHere(entry, known)) return statusHere(known);
    return statusThere(entry);
  }

  /** Whether the journal knows a final result that was not reported to the ledger. */
  isUnreported(key: string): boolean {
    const [entry, known] = [this.ledger.last(key), this.journal.of(key)];
    if (known?.is === 'sent')
      return entry !== undefined && eventOf(entry) !== ledgerEvents.sent && !isAfterwards(entry);
    return entry !== undefined && this.#isOpenHere(entry, known) && known.is !== 'held';
  }

  /** The recipients whose claims the ledger once had and has lost: an older version of the workbook was restored. */
  lost(): readonly string[] {
    return [...this.journal.taken]
      .filter(([key, claim]) => !this.ledger.hasClaim(key, claim))
      .map(([key]) => key);
  }

  /** How many events the ledger has lost, as far as this machine knows, including events of others. */
  get lostEvents(): number {
    return Math.max(0, this.journal.events - this.ledger.events);
  }

  /**
   * Whether the valid claim is one that this journal was written for. If the journal does not know a claim of this machine,
   * the claim is from a journal that is gone, and nobody knows its result.
   */
  #isOpenHere(
    entry: LedgerEntry,
    known: ReturnType<JournalState['of']>,
  ): known is Known & { readonly attempt: number } {
    return (
      eventOf(entry) === ledgerEvents.claimed &&
      known !== undefined &&
      this.journal.isOwn(entry.owner) &&
      known.attempt >= (entry.attempt ?? 0)
    );
  }
}

/** Events that come only after a message was sent. */
const isAfterwards = (entry: LedgerEntry | undefined): boolean =>
  entry !== undefined &&
  (eventOf(entry) === ledgerEvents.bounced || eventOf(entry) === ledgerEvents.optedOut);

/** What only the journal says. */
export function statusHere(known: Known): RecipientStatus {
  switch (known.is) {
    case 'held': {
      const { reason, reply } = known;
      return reason === undefined ? { is: 'mine' } : { is: 'mine', reason: resaid(reason), reply };
    }
    case 'released':
      return { is: 'unclear', reason: msg`the run ended before the answer came` };
    case 'sent':
    case 'written':
      return { is: known.is, receipt: known.receipt };
    case 'refused':
      return { is: 'failed', reason: resaid(known.reason), reply: known.reply };
    case 'unclear':
      return { is: 'unclear', reason: resaid(known.reason) };
  }
}

function statusThere(entry: LedgerEntry | undefined): RecipientStatus {
  if (entry === undefined) return { is: 'free' };
  const { owner = '', queueId = '', error = '', timeUtc } = entry;
  switch (eventOf(entry)) {
    case ledgerEvents.notSent:
      return error === '' ? { is: 'free' } : { is: 'free', reason: `«${error}»` };
    case ledgerEvents.sent:
      return { is: 'sent', receipt: queueId };
    case ledgerEvents.written:
      return { is: 'written', receipt: queueId };
    case ledgerEvents.failed:
      return { is: 'failed', reason: `«${error}»` };
    case ledgerEvents.bounced:
      return { is: 'failed', reason: msg`it came back, «${error}»` };
    case ledgerEvents.optedOut:
      return { is: 'sent', receipt: queueId };
    case ledgerEvents.claimed:
      return { is: 'elsewhere', owner, since: timeUtc };
    default:
      return { is: 'unclear', reason: `«${error}»` };
  }
}

/** How many of a mailing have ended how. Every recipient is in exactly one of the five. */
export interface Sums {
  readonly sent: number;
  readonly written: number;
  readonly failed: number;
  readonly notSent: number;
  readonly unclear: number;
}

/** A claim of another run without a reported result is as unclear as a message that was interrupted here. */
export function sumsOf(statuses: Iterable<RecipientStatus>): Sums {
  const sums = { sent: 0, written: 0, failed: 0, notSent: 0, unclear: 0 };
  for (const { is } of statuses) {
    if (is === 'sent' || is === 'written' || is === 'failed') sums[is] += 1;
    else if (is === 'unclear' || is === 'elsewhere') sums.unclear += 1;
    else sums.notSent += 1;
  }
  return sums;
}

export class LedgerState {
  readonly #last = new Map<string, LedgerEntry>();
  readonly #attempts = new Map<string, number>();
  readonly #claims = new Set<string>();
  readonly #plans = new Set<string>();
  #events = 0;

  /** Of all events, those of the mailing count. */
  constructor(mailing: string, entries: readonly LedgerEntry[]) {
    for (const entry of entries) if (entry.mailing === mailing) this.note(entry);
  }

  /** How many events there are. */
  get events(): number {
    return this.#events;
  }

  /** The hashes of the plans that were sent under this name, as the ledger has them. */
  get plans(): ReadonlySet<string> {
    return this.#plans;
  }

  /** The last event of a recipient, which is the valid one. */
  last(key: string): LedgerEntry | undefined {
    return this.#last.get(key);
  }

  /** How often a recipient has been claimed, by any run. */
  attempts(key: string): number {
    return this.#attempts.get(key) ?? 0;
  }

  /** Whether the ledger ever had exactly this claim. */
  hasClaim(key: string, { owner, attempt }: Claim): boolean {
    return this.#claims.has(`${key} ${owner} ${String(attempt)}`);
  }

  note(entry: LedgerEntry): void {
    const { recipientKey: key, owner = '', attempt = 0, planHash = '' } = entry;
    this.#events += 1;
    const before = this.#last.get(key);
    if (before === undefined || isAfter(entry, before)) this.#last.set(key, entry);
    this.#attempts.set(key, Math.max(this.attempts(key), attempt));
    if (planHash !== '') this.#plans.add(planHash);
    if (eventOf(entry) === ledgerEvents.claimed) this.#claims.add(`${key} ${owner} ${String(attempt)}`);
  }
}

/** The word of an event as the machine writes it, even if somebody has retyped it. */
export const eventOf = ({ event }: LedgerEntry): string => event.trim().toLowerCase();
