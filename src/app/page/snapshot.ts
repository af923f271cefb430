/** The register as the page last read it, and why it could not be read since. */
import { msg } from '../../domain/msg.ts';
import { isDeepStrictEqual } from 'node:util';
import { dayOf, minutesBetween, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { Run } from '../cli/command.ts';
import type { Settings } from '../settings/settings.ts';
import { settledState } from './watching.ts';
import { faultOf, inEachStandard, stackOf, type Fault, type StandingFault } from './fault.ts';

export interface Snapshot {
  /** Grows with each reading that differs. */
  readonly number: number;
  /** With the time by which it was judged (Oslo). */
  readonly settings: Settings;
  readonly store: RegisterStore;
  readonly workbook: Workbook;
  readonly reading: RegisterReading;
}

/** What is due is judged again when so many minutes have passed, though the workbook is the same. */
const JUDGED_MINUTES = 10;

/** A fault of Felles. The page goes on with what it read last, and another reading may go well. */
const ourFault = (error: unknown, readable: Run['readable']): Fault => ({
  message: msg`This is a fault in Felles. Please report the text below.`,
  advice: stackOf(error, { readable }),
});

/** Reads the register again and again, and keeps the last good reading. */
export class Snapshots {
  #last: Snapshot | undefined;
  #fault: StandingFault | undefined;
  #number = 0;
  #readAt: WallTime | undefined;
  #triedAt: WallTime | undefined;
  #first: Settings | undefined;
  /** What was read last, with the state of its file before the reading, where that was sure. */
  #read: { readonly state: string | undefined; readonly workbook: Workbook } | undefined;
  readonly #settings: Run['settingsNow'];
  readonly #connect: Run['store'];
  readonly #readable: Run['readable'];

  /** `settings` gives those of now, with the time. */
  constructor(settings: Run['settingsNow'], connect: Run['store'], readable?: Run['readable']) {
    this.#settings = settings;
    this.#connect = connect;
    this.#readable = readable;
  }

  get last(): Snapshot | undefined {
    return this.#last;
  }

  get fault(): StandingFault | undefined {
    return this.#fault;
  }

  /** When it was last read without a fault (Oslo). */
  get readAt(): WallTime | undefined {
    return this.#readAt;
  }

  /** When reading it was tried last (Oslo); undefined where the settings could not be read. */
  get triedAt(): WallTime | undefined {
    return this.#triedAt;
  }

  /** What the store reads, or what it read last from a file that is the same. */
  async #workbook(store: RegisterStore, { source }: Settings): Promise<Workbook> {
    const state = source.kind === 'workbook' ? settledState(source.path) : undefined;
    if (state !== undefined && state === this.#read?.state) return this.#read.workbook;
    this.#read = undefined;
    const workbook = await store.read();
    this.#read = { state, workbook };
    return workbook;
  }

  /** Reads it. What goes wrong is kept beside the last good reading. */
  async read(): Promise<void> {
    this.#triedAt = undefined;
    try {
      const settings = await this.#settings();
      this.#triedAt = settings.now;
      this.#first ??= settings;
      requireSameRegister(this.#first, settings);
      const store = this.#last?.store ?? (await this.#connect());
      const workbook = await this.#workbook(store, settings);
      this.#fault = undefined;
      this.#readAt = settings.now;
      if (this.#last?.workbook.revision === workbook.revision && isStillJudged(this.#last, settings)) return;
      this.#number += 1;
      const reading = readRegister(workbook, settings.now);
      this.#last = { number: this.#number, settings, store, workbook, reading };
    } catch (error) {
      this.#fault = inEachStandard(faultOf(error) ?? ourFault(error, this.#readable));
    }
  }
}

/** The store is that of the settings that the page began with, while a command would go by those of now. */
export function requireSameRegister(first: Settings, { source, google }: Settings): void {
  if (isDeepStrictEqual([first.source, first.google], [source, google])) return;
  throw new UserError(
    msg`The settings name another register, or another way to Google, than when the page was started.`,
    msg`End the page with Ctrl-C in its terminal, and start it again.`,
  );
}

function isStillJudged({ settings }: Snapshot, settingsNow: Settings): boolean {
  const { now } = settingsNow;
  const passed = minutesBetween(settings.now, now);
  const isSoon = dayOf(settings.now) === dayOf(now) && passed >= 0 && passed < JUDGED_MINUTES;
  return isSoon && isDeepStrictEqual({ ...settings, now }, settingsNow);
}
