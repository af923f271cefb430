import { UserError } from '../../domain/user-error.ts';

/** What the doctor says about one thing: in order, worth knowing, or a fault. */
export interface Finding {
  /** What was checked, in a word or two. */
  readonly what: string;
  readonly state: 'ok' | 'note' | 'fault';
  readonly says: string;
  /** What to do. Every fault has one. */
  readonly advice?: string;
}

export const ok = (what: string, says: string): Finding => ({ what, state: 'ok', says });
export const note = (what: string, says: string, advice: string): Finding => ({
  what,
  state: 'note',
  says,
  advice,
});
export const fault = (what: string, says: string, advice: string): Finding => ({
  what,
  state: 'fault',
  says,
  advice,
});

/** Does the work, or returns why it failed. Anything but a UserError is a bug, and is thrown. */
export async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | Finding> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return fault(what, error.message, error.advice);
  }
}
