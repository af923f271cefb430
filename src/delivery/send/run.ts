/**
 * Sends a mailing: claims a few recipients in the ledger, delivers each message, and reports the results with the next
 * claim. Each recipient gets at most one message, whatever fails (docs/sending.md).
 */
import type { LeftOutCause } from '../../domain/audience.ts';
import { inEnglish, msg } from '../../domain/msg.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { isInstant, type ComposedMessage } from '../compose.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalRecord } from '../journal/records.ts';
import type { Ledger } from '../ledger.ts';
import type { Delivery, Outbox } from '../outbox.ts';
import { DeliveryState } from './delivery-state.ts';
import { SendScheduler } from './scheduler.ts';
import type { EntryHead, SendRecipient } from './ledger-entries.ts';
import { ownerName } from './journal-state.ts';
import type { RecipientStatus, RecipientStatuses } from './recipient-status.ts';

/** How many are claimed at once. At most this many are unknown if a machine is lost. */
export const BATCH = 25;
/** Milliseconds. A reading of the register may not be older than this at a claim, so that a recent unsubscription is seen. */
const LOOK_EVERY = 10 * 60_000;
/** Milliseconds. Before a longer wait, the results so far are reported to the ledger. */
const LONG_WAIT = 20_000;

export interface SendPlan {
  readonly head: EntryHead;
  readonly recipients: readonly SendRecipient[];
  /** `sentAt`, an instant in UTC, is the date of the message. */
  readonly compose: (recipient: SendRecipient, sentAt: string) => Promise<ComposedMessage>;
  /** How many are begun in this run at most. */
  readonly limit: number;
  /** How many are claimed at once. */
  readonly batch: number;
}

export interface SendClock {
  /** Milliseconds that only grow: nothing about safety depends on the time of day. */
  readonly now: () => number;
  /** Resolves after this many milliseconds, or at the signal. */
  readonly sleep: (milliseconds: number, until: AbortSignal) => Promise<void>;
  /** The time of day as an instant in UTC, for people who read the ledger. */
  readonly instant: () => string;
}

/** The progress of a run. */
export interface Progress {
  /** How many have been sent or written in this run, and how many it is for. */
  readonly gone: number;
  readonly total: number;
  readonly failed: number;
  readonly unclear: number;
  /** How many wait until they are tried again, and for how many milliseconds nothing else happens. */
  readonly waiting: number;
  readonly pause: number;
}

export interface SendEnvironment {
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly outbox: Outbox;
  /** This machine, and this run of it, as the ledger names them. */
  readonly machine: string;
  readonly session: string;
  readonly clock: SendClock;
  /** Somebody wants the run to end: messages on their way are finished, and no more are begun. */
  readonly stopping: AbortSignal;
  /**
   * Called with the workbook at each reading. Returns who must not get it any more, by key, and why. What it throws ends the run: the
   * register says something else than what was approved.
   */
  readonly findLeftOut: (workbook: Workbook) => ReadonlyMap<string, LeftOutCause>;
  readonly report: (progress: Progress) => void;
}

export interface SendOutcome {
  /** In the order of the mailing. */
  readonly statuses: ReadonlyMap<string, RecipientStatus>;
  readonly leftOut: ReadonlyMap<string, LeftOutCause>;
  /** How many this run has sent or written. */
  readonly gone: number;
  /** Why the run ended early, if it was not a fault. */
  readonly stopped: string | undefined;
  /** What the disk, the ledger or the register has thrown. */
  readonly fault: Error | undefined;
  /** The ledger could not be read or written at the end: the next run shows what it holds. */
  readonly isLedgerBroken: boolean;
  /** What the ledger once held and has lost: an older version of the workbook was restored. Then nothing is sent. */
  readonly lost: Lost | undefined;
  /** Recipients about whom this machine knows more than the ledger: none, if all went well. */
  readonly unreported: readonly string[];
}

export interface Lost {
  readonly keys: readonly string[];
  readonly events: number;
}

/** What the ledger has lost, as far as this machine knows. */
function lostBy(statuses: RecipientStatuses): Lost | undefined {
  const [keys, events] = [statuses.lost(), statuses.lostEvents];
  return keys.length + events > 0 ? { keys, events } : undefined;
}

/** Runs a send to its end, or as far as it may go. Throws errors before the start; later ones are reported in the outcome. */
export async function runSend(plan: SendPlan, environment: SendEnvironment): Promise<SendOutcome> {
  return new Send(plan, environment).run();
}

class Send {
  readonly #plan: SendPlan;
  readonly #environment: SendEnvironment;
  readonly #byKey: ReadonlyMap<string, SendRecipient>;
  readonly #state: DeliveryState;
  readonly #scheduler: SendScheduler;
  /** Messages on their way, and a claim. */
  readonly #underWay = new Set<Promise<void>>();
  #leftOut: ReadonlyMap<string, LeftOutCause> = new Map();
  #lookedAt = 0;
  #lost: Lost | undefined;
  #fault: Error | undefined;
  /** Ends a wait after a fault. */
  readonly #failing = new AbortController();
  readonly #counts = { gone: 0, failed: 0, unclear: 0, total: 0 };

  constructor(plan: SendPlan, environment: SendEnvironment) {
    const { head, recipients, limit, batch } = plan;
    const { ledger, journal, machine, session, outbox, clock } = environment;
    this.#plan = plan;
    this.#environment = environment;
    this.#byKey = new Map(recipients.map((recipient) => [recipient.key, recipient]));
    this.#state = new DeliveryState({
      ...{ head, ledger, journal, recipients: this.#byKey },
      owner: ownerName(machine, session),
      instant: clock.instant,
    });
    const keys = [...this.#byKey.keys()];
    this.#scheduler = new SendScheduler({ keys, limit, batch, limits: outbox.limits }, (key) =>
      this.#state.statuses.of(key),
    );
  }

  async run(): Promise<SendOutcome> {
    const { machine, session } = this.#environment;
    await this.#look();
    if (this.#lost !== undefined) return this.#outcome();
    await this.#state.write({ is: 'open', planHash: this.#plan.head.planHash ?? '', machine, session });
    await this.#goOn();
    await this.#end();
    return this.#outcome();
  }

  #outcome(): SendOutcome {
    const { statuses } = this.#state;
    return {
      statuses: new Map([...this.#byKey.keys()].map((key) => [key, statuses.of(key)])),
      leftOut: this.#leftOut,
      gone: this.#counts.gone,
      stopped: this.#fault === undefined ? this.#scheduler.stopped : undefined,
      fault: this.#fault,
      isLedgerBroken: this.#state.isLedgerBroken,
      lost: this.#lost,
      unreported: this.#state.unreported(),
    };
  }

  async #look(): Promise<void> {
    const workbook = await this.#state.look();
    this.#lookedAt = this.#environment.clock.now();
    this.#lost = lostBy(this.#state.statuses);
    if (this.#lost !== undefined) this.#scheduler.stop(msg`the ledger has lost rows`);
    this.#leftOut = this.#environment.findLeftOut(workbook);
    this.#scheduler.leaveOut(new Set(this.#leftOut.keys()));
    this.#counts.total = this.#scheduler.size;
  }

  async #goOn(): Promise<void> {
    const { clock, stopping } = this.#environment;
    for (;;) {
      if (stopping.aborted) this.#scheduler.stop(msg`somebody ended the run`);
      const now = clock.now();
      const step = this.#scheduler.next(now);
      switch (step.do) {
        case 'claim':
          this.#begin(this.#claim(step.keys));
          break;
        case 'give':
          this.#give(step.key);
          break;
        case 'wait':
          await this.#try(() => this.#wait(step.until - now));
          break;
        case 'finish':
          return;
      }
    }
  }

  /** An error ends the run, once all messages on their way have been answered. */
  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#fault ??= error instanceof Error ? error : new Error(String(error));
    this.#scheduler.stop(msg`something broke`);
    this.#failing.abort();
  }

  /** The work goes on while the next step is taken. */
  #begin(work: Promise<void>): void {
    const done = work.finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  async #claim(keys: readonly string[]): Promise<void> {
    let got: readonly string[] = [];
    try {
      const isOld = this.#environment.clock.now() - this.#lookedAt > LOOK_EVERY;
      const isClaimed = !isOld && (await this.#state.claim(keys, (key) => this.#scheduler.isOpen(key)));
      if (isClaimed) got = keys;
      else await this.#look();
    } catch (error) {
      // First, so that no other claim is made.
      this.#fail(error);
    }
    this.#scheduler.claimed(got);
  }

  async #wait(milliseconds: number): Promise<void> {
    const { clock, stopping } = this.#environment;
    const isIdle = this.#underWay.size === 0;
    if (isIdle && milliseconds > LONG_WAIT) {
      this.#report(milliseconds);
      if (!(await this.#state.claim([], (key) => this.#scheduler.isOpen(key)))) return this.#look();
    }
    if (!Number.isFinite(milliseconds)) return Promise.race(this.#underWay);
    const over = new AbortController();
    const until = AbortSignal.any([stopping, over.signal, this.#failing.signal]);
    await Promise.race([...this.#underWay, clock.sleep(milliseconds, until)]);
    over.abort('answered');
    return undefined;
  }

  #give(key: string): void {
    const given = this.#deliver(key).catch((error: unknown) => {
      this.#scheduler.failed(key);
      this.#fail(error);
    });
    this.#begin(given);
  }

  async #deliver(key: string): Promise<void> {
    const recipient = this.#byKey.get(key);
    if (recipient === undefined) throw new Error('a recipient of another mailing');
    const { outbox, clock } = this.#environment;
    // A message that is tried again under its claim has the same bytes, unless somebody has typed in the ledger.
    const claimedAt = this.#state.statuses.ledger.last(key)?.timeUtc ?? '';
    const message = await this.#plan.compose(recipient, isInstant(claimedAt) ? claimedAt : clock.instant());
    const came = await outbox.deliver(message, () => this.#state.write({ is: 'released', key }));
    if (came.is === 'sent' || came.is === 'written') this.#counts.gone += 1;
    if (came.is === 'unclear') this.#counts.unclear += 1;
    if (came.is === 'refused') this.#counts.failed += 1;
    // Meanwhile the connection takes the next message: its release comes after this record on the disk, and the ledger waits.
    this.#state.write(recordOf(key, came)).catch((error: unknown) => {
      this.#fail(error);
    });
    this.#scheduler.answered(key, came, clock.now());
    this.#report(0);
  }

  #report(pause: number): void {
    this.#environment.report({ ...this.#counts, waiting: this.#scheduler.waiting, pause });
  }

  /** The last results, and what was claimed and never delivered: it is free again for the next run. */
  async #end(): Promise<void> {
    const state = this.#state;
    await this.#try(async () => {
      while (!state.isLedgerBroken && this.#lost === undefined) {
        if (await state.claim([], () => false)) break;
        await this.#look();
      }
    });
    await this.#try(() => state.write({ is: 'closed' }));
    // What counts is what the ledger says now, not what was reported to it.
    if (!state.isLedgerBroken) await this.#try(() => state.look());
  }
}

/** The outcome of a try, as the journal has it: in English, whatever is spoken. */
function recordOf(key: string, came: Delivery): JournalRecord {
  if (came.is === 'sent' || came.is === 'written') return { is: came.is, key, receipt: came.receipt };
  const reason = inEnglish(came.reason);
  switch (came.is) {
    case 'refused':
    case 'later':
      return { is: came.is, key, reason, reply: came.reply };
    case 'unclear':
      return { is: 'unclear', key, reason };
    case 'notGiven':
    case 'closed':
      return { is: 'notGiven', key, reason };
  }
}
