/** What the doctor says of one thing: in order, worth knowing, or to be mended. */
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
