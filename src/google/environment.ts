import { setTimeout as sleep } from 'node:timers/promises';

/** What talking to Google takes from outside; tests hand in a clock of their own. */
export interface GoogleEnvironment {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

/** The machine's own clock and random numbers. */
export function systemEnvironment(say: GoogleEnvironment['say']): GoogleEnvironment {
  return { now: () => Date.now(), sleep: (milliseconds) => sleep(milliseconds), random: Math.random, say };
}
