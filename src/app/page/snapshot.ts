/** The register as the page last read it, and why it could not be read since. */
import { dayOf, minutesBetween, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Workbook } from '../../domain/workbook.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import type { RegisterStore } from '../../stores/store.ts';
import type { Settings } from '../settings/settings.ts';

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

/** A fault that the operator can correct, as data. */
export interface Fault {
  readonly message: string;
  readonly advice: string;
}

export const faultOf = (error: unknown): Fault | undefined =>
  error instanceof UserError ? { message: error.message, advice: error.advice } : undefined;

/** Reads the register again and again, and keeps the last good reading. */
export class Snapshots {
  #last: Snapshot | undefined;
  #fault: Fault | undefined;
  #number = 0;
  #readAt: WallTime | undefined;
  readonly #settings: () => Promise<Settings>;
  readonly #connect: () => Promise<RegisterStore>;

  /** `settings` gives those of now, with the time. */
  constructor(settings: () => Promise<Settings>, connect: () => Promise<RegisterStore>) {
    this.#settings = settings;
    this.#connect = connect;
  }

  get last(): Snapshot | undefined {
    return this.#last;
  }

  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** When it was last read without a fault (Oslo). */
  get readAt(): WallTime | undefined {
    return this.#readAt;
  }

  /** Reads it. A fault that the operator can correct is kept beside the last good reading. */
  async read(): Promise<void> {
    try {
      const settings = await this.#settings();
      const store = this.#last?.store ?? (await this.#connect());
      const workbook = await store.read();
      this.#fault = undefined;
      this.#readAt = settings.now;
      if (this.#last?.workbook.revision === workbook.revision && isStillJudged(this.#last, settings.now))
        return;
      this.#number += 1;
      const reading = readRegister(workbook, settings.now);
      this.#last = { number: this.#number, settings, store, workbook, reading };
    } catch (error) {
      this.#fault = faultOf(error);
      if (this.#fault === undefined) throw error;
    }
  }
}

function isStillJudged({ settings }: Snapshot, now: WallTime): boolean {
  const passed = minutesBetween(settings.now, now);
  return dayOf(settings.now) === dayOf(now) && passed >= 0 && passed < JUDGED_MINUTES;
}
