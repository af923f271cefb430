import { UserError } from '../../domain/user-error.ts';

/** What the doctor says of one thing: in order, worth knowing, or to be corrected. */
export interface Finding {
  /** What was looked at: a word or two. */
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

/** Does it, or says why it could not be done. Anything but a UserError is a bug, and thrown on. */
export async function attempt<T>(what: string, work: () => Promise<T>): Promise<T | Finding> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return fault(what, error.message, error.advice);
  }
}
