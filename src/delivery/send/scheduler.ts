/**
 * Decides what a send does next. Nothing here waits, writes or sends: it gets the events and the time, and returns
 * the next step. Milliseconds are those of a clock that only goes forward.
 */
import { msg } from '../../domain/msg.ts';
import type { Delivery, Outbox } from '../outbox.ts';
import { afterTry, StopRules } from './retry-and-stop.ts';
import type { RecipientStatus } from './recipient-status.ts';

export type Step =
  /** Ask the ledger for these recipients, and report what it does not know. Ask for the next step at once. */
  | { readonly do: 'claim'; readonly keys: readonly string[] }
  /** Give this recipient's message away. Ask for the next step at once. */
  | { readonly do: 'give'; readonly key: string }
  /** Nothing before this time, or before a message on its way or a claim has been answered. */
  | { readonly do: 'wait'; readonly until: number }
  /** All is done that can be. */
  | { readonly do: 'finish' };

export interface SchedulePlan {
  /** In the order of the mailing. */
  readonly keys: readonly string[];
  /** How many are begun in this run at most. */
  readonly limit: number;
  /** How many may be claimed and not yet finished. At most this many are unknown if this machine is lost. */
  readonly batch: number;
  readonly limits: Outbox['limits'];
}

export class SendScheduler {
  readonly #plan: SchedulePlan;
  readonly #statusOf: (key: string) => RecipientStatus;
  readonly #pace: Pace;
  readonly #stopRules: StopRules;
  /** Claimed in this run, and not yet delivered. */
  #ready: string[] = [];
  readonly #onTheirWay = new Set<string>();
  /** The ledger has been asked and has not answered. */
  #isClaiming = false;
  /** Claimed; will be tried again at this time. */
  readonly #again = new Map<string, number>();
  /** Will be claimed again at this time. */
  readonly #later = new Map<string, number>();
  readonly #tries = new Map<string, number>();
  #leftOut: ReadonlySet<string> = new Set();
  readonly #begun = new Set<string>();
  #stopped: string | undefined;

  constructor(plan: SchedulePlan, statusOf: (key: string) => RecipientStatus) {
    this.#plan = plan;
    this.#statusOf = statusOf;
    this.#stopRules = new StopRules(plan.keys.length);
    this.#pace = new Pace(plan.limits.perMinute);
  }

  /** Why the run ends early. */
  get stopped(): string | undefined {
    return this.#stopped;
  }

  /** Ends the run: messages on their way are finished, and no more are begun. The first reason is kept. */
  stop(reason: string): void {
    this.#stopped ??= reason;
    this.#ready = [];
    this.#again.clear();
    this.#later.clear();
  }

  /** Recipients who must not get it any more: they are not begun. */
  leaveOut(keys: ReadonlySet<string>): void {
    this.#leftOut = keys;
    this.#ready = this.#ready.filter((key) => !keys.has(key));
    for (const key of keys) {
      this.#again.delete(key);
      this.#later.delete(key);
    }
  }

  /** Whether the claim of a recipient is still in use: it may not be given back yet. */
  isOpen(key: string): boolean {
    return this.#onTheirWay.has(key) || this.#again.has(key) || this.#ready.includes(key);
  }

  /** How many wait until they are tried again. */
  get waiting(): number {
    return this.#again.size + this.#later.size;
  }

  /** How many this run has begun, and how many it may still begin as things stand. */
  get size(): number {
    return this.#begun.size + this.#fresh().length;
  }

  next(now: number): Step {
    if (this.#stopped !== undefined)
      return this.#onTheirWay.size > 0 || this.#isClaiming
        ? { do: 'wait', until: Number.POSITIVE_INFINITY }
        : { do: 'finish' };
    this.#wake(now);
    const [key] = this.#ready;
    if (key !== undefined) return this.#giveOrWait(key, now);
    const keys = this.#isClaiming ? [] : this.#claimable(now);
    if (keys.length > 0) {
      this.#isClaiming = true;
      return { do: 'claim', keys };
    }
    const again = Math.min(...this.#again.values());
    if (this.#onTheirWay.size > 0 || this.#again.size > 0 || this.#isClaiming)
      return { do: 'wait', until: again };
    return this.#later.size > 0 ? { do: 'wait', until: Math.min(...this.#later.values()) } : { do: 'finish' };
  }

  #giveOrWait(key: string, now: number): Step {
    if (this.#onTheirWay.size >= this.#plan.limits.connections)
      return { do: 'wait', until: Number.POSITIVE_INFINITY };
    if (this.#pace.next > now) return { do: 'wait', until: this.#pace.next };
    this.#ready.shift();
    this.#onTheirWay.add(key);
    this.#pace.began(now);
    return { do: 'give', key };
  }

  #wake(now: number): void {
    for (const [key, due] of this.#again) {
      if (due > now) continue;
      this.#again.delete(key);
      this.#ready.push(key);
    }
    // Another run may have claimed it meanwhile.
    for (const [key, due] of this.#later) if (due <= now && !this.#isFree(key)) this.#later.delete(key);
  }

  #isFree(key: string): boolean {
    const { is } = this.#statusOf(key);
    return (is === 'free' || is === 'mine') && !this.#leftOut.has(key);
  }

  /** Those who may be claimed: first those who never were, then those who were postponed, at their time. */
  #claimable(now: number): readonly string[] {
    const room = this.#room();
    if (room === 0) return [];
    const due = [...this.#later].filter(([, time]) => time <= now).map(([key]) => key);
    return [...this.#fresh(), ...due].slice(0, room);
  }

  /**
   * How many may be claimed now. With several connections the next claim is made while the last messages are on their way, so
   * that no connection waits for the ledger; half a batch at least, since each claim is a write to it.
   */
  #room(): number {
    const { batch, limits } = this.#plan;
    const open = this.#onTheirWay.size + this.#again.size;
    if (open === 0) return batch;
    const room = batch - open;
    return limits.connections > 1 && this.#again.size === 0 && room * 2 >= batch ? room : 0;
  }

  #fresh(): readonly string[] {
    const room = Math.max(0, this.#plan.limit - this.#begun.size);
    if (room === 0) return [];
    return this.#plan.keys.filter((key) => !this.#begun.has(key) && this.#isFree(key)).slice(0, room);
  }

  /** The ledger has answered: it has accepted the claims of these, or of none of those who were asked for. */
  claimed(keys: readonly string[]): void {
    this.#isClaiming = false;
    for (const key of keys) {
      this.#later.delete(key);
      this.#begun.add(key);
      // A claim for a run that has ended meanwhile is given back, and so is that of a recipient who is now left out.
      if (this.#stopped === undefined && !this.#leftOut.has(key)) this.#ready.push(key);
    }
  }

  /** The outcome of one delivery. */
  answered(key: string, came: Delivery, now: number): void {
    const tries = (this.#tries.get(key) ?? 0) + 1;
    this.#tries.set(key, tries);
    this.#onTheirWay.delete(key);
    if (came.is === 'later' && came.waitSeconds !== undefined)
      this.#pace.holdUntil(now + came.waitSeconds * 1000);
    const next = afterTry(came, tries);
    const reason = this.#stopRules.note(came);
    if (reason !== undefined) this.stop(reason);
    if (this.#stopped !== undefined || this.#leftOut.has(key)) return;
    if (next.is === 'again') this.#again.set(key, now + next.wait);
    if (next.is === 'later') this.#later.set(key, now + next.wait);
  }

  /** A fault on this machine, and not of the outbox: the run ends. */
  failed(key: string): void {
    this.#onTheirWay.delete(key);
    this.stop(msg`something broke`);
  }
}

/** When the next message may begin, by the limits of an outbox. Milliseconds of a clock that only goes forward. */
export class Pace {
  readonly #gap: number;
  #next = 0;

  constructor(perMinute: number | undefined) {
    this.#gap = perMinute === undefined ? 0 : 60_000 / perMinute;
  }

  /** The earliest that a message may begin. */
  get next(): number {
    return this.#next;
  }

  began(now: number): void {
    this.#next = Math.max(this.#next, now + this.#gap);
  }

  /** The server has asked us to wait with all messages. */
  holdUntil(time: number): void {
    this.#next = Math.max(this.#next, time);
  }
}
