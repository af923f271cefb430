/** What the ledger says of each recipient of one mailing: its events, one after the other. */
import { isAfter, ledgerEvents } from '../../domain/ledger-event.ts';
import type { LedgerEntry } from '../ledger.ts';
import type { Claim } from './journal-state.ts';

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

  /** What was sent under this name, by the hashes of the plans as the ledger has them. */
  get plans(): ReadonlySet<string> {
    return this.#plans;
  }

  /** The last event of a recipient, which holds. */
  last(key: string): LedgerEntry | undefined {
    return this.#last.get(key);
  }

  /** How often a recipient has been claimed, by whomever. */
  attempts(key: string): number {
    return this.#attempts.get(key) ?? 0;
  }

  /** Whether this very claim was ever there. */
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

/** The word of an event as the machine writes it, however somebody may have retyped it. */
export const eventOf = ({ event }: LedgerEntry): string => event.trim().toLowerCase();
