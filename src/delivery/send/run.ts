/**
 * Sends a mailing: claims a few recipients in the ledger, gives each message away, and tells what came of it with the next
 * claim. Each recipient gets at most one message, whatever breaks (docs/sending.md).
 */
import { ledgerEvents } from '../../domain/ledger-event.ts';
import type { ComposedMessage } from '../compose.ts';
import type { Ledger, LedgerEntry } from '../ledger.ts';
import type { Delivery, Outbox } from '../outbox.ts';
import { standingOf, type Fate, type Standing } from './fates.ts';
import type { Journal } from './journal.ts';
import { masked } from './masked.ts';

/** So many are claimed at once; so many at most are unknown when a machine is lost. */
export const BATCH = 25;
/** How often one message is tried, and how many connections may fail one after the other. */
const MOST_TRIES = 3;
const MOST_FAILURES = 3;
/** As many of the first are looked at, and not more than so many of a hundred may be refused. */
const FIRST = 50;
const MOST_REFUSED = 0.02;

export interface SendRecipient {
  readonly key: string;
  readonly address: string;
  readonly standard: string;
}

/** What all events of a send have in common. */
export type EntryHead = Pick<LedgerEntry, 'mailing' | 'planHash' | 'basis' | 'sequence'>;

export interface SendPlan {
  readonly head: EntryHead;
  readonly recipients: readonly SendRecipient[];
  readonly compose: (recipient: SendRecipient) => Promise<ComposedMessage>;
  /** How many are claimed in this run at most. */
  readonly limit: number;
  /** How many are claimed at once. */
  readonly batch: number;
}

export interface SendWorld {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly outbox: Outbox;
  /** This machine, as the ledger names it. */
  readonly machine: string;
  /** Now, as an instant in UTC. */
  readonly now: () => string;
  /** Milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Somebody wants the run to end: what is on its way is finished, and nothing more is begun. */
  readonly isStopping: () => boolean;
  /** Told after each message. */
  readonly tell: (done: number, total: number) => void;
}

export interface SendOutcome {
  /** In the order of the mailing. */
  readonly fates: ReadonlyMap<string, Fate>;
  /** Why the run ended before its time. */
  readonly stopped: string | undefined;
  readonly rolledBack: readonly string[];
}

/** Runs a send to its end, or as far as it may go. What the disk or the ledger refuses is thrown. */
export async function runSend(plan: SendPlan, world: SendWorld): Promise<SendOutcome> {
  return new Send(plan, world).run();
}

/** How many of a mailing are in which state. */
export function countFates(fates: Iterable<Fate>): Readonly<Record<Fate['is'], number>> {
  const counts = { free: 0, mine: 0, sent: 0, failed: 0, unclear: 0, elsewhere: 0 };
  for (const { is } of fates) counts[is] += 1;
  return counts;
}

class Send {
  readonly #plan: SendPlan;
  readonly #world: SendWorld;
  readonly #byKey: ReadonlyMap<string, SendRecipient>;
  #standing: Standing = { fates: new Map(), owed: [], rolledBack: [] };
  #claimed = 0;
  #begun = 0;
  #done = 0;
  #failuresInRow = 0;
  #answered = 0;
  #refused = 0;
  #stopped: string | undefined;

  constructor(plan: SendPlan, world: SendWorld) {
    this.#plan = plan;
    this.#world = world;
    this.#byKey = new Map(plan.recipients.map((recipient) => [recipient.key, recipient]));
  }

  async run(): Promise<SendOutcome> {
    const { journal, machine } = this.#world;
    await this.#look();
    if (this.#standing.rolledBack.length > 0) return this.#outcome();
    await journal.add({ is: 'open', planHash: this.#plan.head.planHash ?? '', machine });
    for (;;) {
      const keys = await this.#claim();
      if (keys.length === 0) break;
      await this.#sendAll(keys);
    }
    await this.#tellRest();
    await journal.add({ is: 'closed' });
    return this.#outcome();
  }

  #outcome(): SendOutcome {
    const { fates, rolledBack } = this.#standing;
    return { fates, rolledBack, stopped: this.#stopped };
  }

  /** Reads where everything stands: the ledger as it is now, and the journal. */
  async #look(): Promise<void> {
    const { ledger, journal, machine } = this.#world;
    const entries = await ledger.read(this.#plan.head.mailing);
    this.#standing = standingOf([...this.#byKey.keys()], entries, journal.records, machine);
  }

  #keysThat(is: Fate['is']): readonly string[] {
    return [...this.#standing.fates].filter(([, fate]) => fate.is === is).map(([key]) => key);
  }

  /** The next to send: those that are ours already, else as many free ones as the ledger lets us have. */
  async #claim(): Promise<readonly string[]> {
    for (;;) {
      if (this.#mayNotGoOn()) return [];
      const mine = this.#keysThat('mine');
      if (mine.length > 0) return mine;
      const room = Math.min(this.#plan.batch, this.#plan.limit - this.#claimed);
      const wanted = this.#keysThat('free').slice(0, Math.max(0, room));
      if (wanted.length === 0) return [];
      const came = await this.#append(wanted.map((key) => this.#entry(key, ledgerEvents.claimed)));
      await this.#look();
      if (came === 'overtaken') continue;
      this.#claimed += wanted.length;
      await this.#world.journal.add({ is: 'claimed', keys: [...wanted] });
      await this.#look();
      return wanted;
    }
  }

  #mayNotGoOn(): boolean {
    if (this.#stopped === undefined && this.#world.isStopping()) this.#stopped = 'somebody ended the run';
    return this.#stopped !== undefined;
  }

  /** Adds events to those that the ledger still lacks. Both are there or neither. */
  async #append(more: readonly LedgerEntry[]): Promise<'appended' | 'overtaken'> {
    const results = this.#standing.owed.flatMap((key) => this.#result(key));
    if (results.length + more.length === 0) return 'appended';
    return this.#world.ledger.append([...results, ...more]);
  }

  #entry(key: string, event: string): LedgerEntry {
    const { head } = this.#plan;
    const { address = '', standard = '' } = this.#byKey.get(key) ?? {};
    const { machine, now } = this.#world;
    const who = { recipientKey: key, recipient: masked(address), standard: standardName(standard) };
    return { ...head, ...who, event, owner: machine, timeUtc: now() };
  }

  #result(key: string): readonly LedgerEntry[] {
    const fate = this.#standing.fates.get(key);
    if (fate?.is === 'sent') return [{ ...this.#entry(key, ledgerEvents.sent), queueId: fate.receipt }];
    if (fate?.is === 'failed') return [{ ...this.#entry(key, ledgerEvents.failed), error: fate.reason }];
    if (fate?.is === 'unclear') return [{ ...this.#entry(key, ledgerEvents.unclear), error: fate.reason }];
    return [];
  }

  /** As many at once as the outbox lets. */
  async #sendAll(keys: readonly string[]): Promise<void> {
    const waiting = [...keys];
    const worker = async (): Promise<void> => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
        if (this.#mayNotGoOn()) return;
        await this.#sendOne(key);
      }
    };
    const { connections } = this.#world.outbox.limits;
    await Promise.all(Array.from({ length: Math.min(connections, keys.length) }, worker));
    await this.#look();
    // What could not be sent is not tried for ever: the run ends, and the next one goes on.
    const left = this.#keysThat('mine').filter((key) => keys.includes(key));
    if (left.length > 0) this.#stopped ??= 'some could not be given away; try again later';
  }

  async #sendOne(key: string): Promise<void> {
    const recipient = this.#byKey.get(key);
    if (recipient === undefined) return;
    const { journal, outbox, tell } = this.#world;
    const message = await this.#plan.compose(recipient);
    for (let attempt = 1; attempt <= MOST_TRIES && !this.#mayNotGoOn(); attempt += 1) {
      await this.#pace(attempt);
      const came = await outbox.deliver(message, () => journal.add({ is: 'released', key }));
      if (await this.#settle(key, came)) break;
    }
    this.#done += 1;
    tell(this.#done, Math.min(this.#plan.limit, this.#byKey.size));
  }

  /** Writes down what came of a try. True when the message is not to be tried again. */
  async #settle(key: string, came: Delivery): Promise<boolean> {
    const { journal } = this.#world;
    if (came.is === 'notGiven') this.#failuresInRow += 1;
    else if (came.is !== 'closed') this.#failuresInRow = 0;
    switch (came.is) {
      case 'sent':
        await journal.add({ is: 'sent', key, receipt: came.receipt });
        break;
      case 'refused':
        await journal.add({ is: 'refused', key, reason: came.reason });
        break;
      case 'unclear':
        await journal.add({ is: 'unclear', key, reason: came.reason });
        break;
      case 'later':
        await journal.add({ is: 'later', key, reason: came.reason });
        return false;
      case 'notGiven':
        await journal.add({ is: 'notSent', key, reason: came.reason });
        if (this.#failuresInRow > MOST_FAILURES) this.#stopped = `${came.reason}, again and again`;
        return false;
      case 'closed':
        await journal.add({ is: 'notSent', key, reason: came.reason });
        this.#stopped = `${came.reason}. ${came.advice}`;
        return true;
    }
    this.#watchRefusals(came);
    return true;
  }

  #watchRefusals({ is }: Delivery): void {
    this.#answered += 1;
    if (is === 'refused') this.#refused += 1;
    // One of a few says nothing yet.
    if (this.#answered <= FIRST && this.#refused >= 3 && this.#refused / this.#answered > MOST_REFUSED)
      this.#stopped = `${String(this.#refused)} of the first ${String(this.#answered)} were refused`;
  }

  /** No faster than the outbox lets; the second and third try of a message wait longer. */
  async #pace(attempt: number): Promise<void> {
    const { outbox, sleep } = this.#world;
    const { perMinute } = outbox.limits;
    if (attempt > 1) await sleep(2_000 * 4 ** (attempt - 2));
    else if (perMinute !== undefined && this.#begun > 0) await sleep(60_000 / perMinute);
    this.#begun += 1;
  }

  /** The last results, and what was claimed and never given away: it is free again for whoever comes next. */
  async #tellRest(): Promise<void> {
    for (;;) {
      await this.#look();
      const back = this.#keysThat('mine').map((key) => this.#entry(key, ledgerEvents.notSent));
      if ((await this.#append(back)) === 'appended') break;
    }
    await this.#look();
  }
}

const standardName = (standard: string): string => (standard === 'nn' ? 'nynorsk' : 'bokmål');
