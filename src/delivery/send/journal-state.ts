/** What this machine's journal says about each recipient, record by record. */
import { isReceiptOfWriting } from '../../domain/ledger-event.ts';
import type { JournalRecord } from '../journal/records.ts';

/** What is known here about one recipient. */
export type Known =
  /** Claimed or about to be claimed, postponed or interrupted: surely not sent. `reply` is that of the server, if it gave one. */
  | { readonly is: 'held'; readonly reason?: string; readonly reply?: number | undefined }
  | { readonly is: 'released' }
  | { readonly is: 'sent' | 'written'; readonly receipt: string }
  | { readonly is: 'refused'; readonly reason: string; readonly reply?: number | undefined }
  | { readonly is: 'unclear'; readonly reason: string };

/** Which claim of the ledger something belongs to. */
export interface Claim {
  readonly owner: string;
  readonly attempt: number;
}

/** The run of a machine, as the column `eier` names it. */
export const ownerName = (machine: string, session: string): string => `${machine}.${session}`;

export class JournalState {
  readonly #owners = new Set<string>();
  readonly #known = new Map<string, Known & { readonly attempt: number }>();
  /** The last claim of each recipient that the ledger is known to have accepted. */
  readonly #taken = new Map<string, Claim>();
  #asked: readonly (readonly [string, Claim])[] = [];
  #owner = '';
  #events = 0;

  constructor(records: readonly JournalRecord[] = []) {
    for (const one of records) this.note(one);
  }

  /** How many events of the mailing the ledger has held: it can never hold fewer. */
  get events(): number {
    return this.#events;
  }

  /** Whether the owner is a run of this journal. */
  isOwn(owner: string | undefined): boolean {
    return owner !== undefined && this.#owners.has(owner);
  }

  /** What is known about a recipient, and in which attempt. Undefined if it was never claimed here. */
  of(key: string): (Known & { readonly attempt: number }) | undefined {
    return this.#known.get(key);
  }

  /** The claims that the ledger must hold. */
  get taken(): ReadonlyMap<string, Claim> {
    return this.#taken;
  }

  note(one: JournalRecord): void {
    if ('key' in one) {
      this.#known.set(one.key, { ...knownFrom(one), attempt: this.#known.get(one.key)?.attempt ?? 0 });
      return;
    }
    switch (one.is) {
      case 'open':
        this.#owner = ownerName(one.machine, one.session);
        this.#owners.add(this.#owner);
        break;
      case 'claiming':
        this.#asked = one.claims.map(([key, attempt]) => [key, { owner: this.#owner, attempt }] as const);
        for (const [key, attempt] of one.claims) this.#known.set(key, { is: 'held', attempt });
        break;
      case 'told':
        if (one.withClaims) for (const [key, claim] of this.#asked) this.#taken.set(key, claim);
        this.#asked = [];
        this.#events = one.events;
        break;
      case 'repaired':
        this.#taken.clear();
        this.#events = one.events;
        break;
      case 'closed':
        break;
    }
  }
}

function knownFrom(one: Extract<JournalRecord, { readonly key: string }>): Known {
  switch (one.is) {
    case 'released':
      return { is: 'released' };
    case 'sent':
      return { is: isReceiptOfWriting(one.receipt) ? 'written' : 'sent', receipt: one.receipt };
    case 'written':
      return { is: 'written', receipt: one.receipt };
    case 'refused':
      return { is: 'refused', reason: one.reason, reply: one.reply };
    case 'unclear':
      return { is: 'unclear', reason: one.reason };
    case 'later':
      return { is: 'held', reason: one.reason, reply: one.reply };
    case 'notGiven':
      return { is: 'held', reason: one.reason };
  }
}
