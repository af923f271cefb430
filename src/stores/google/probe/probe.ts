/** One trial of something that Felles assumes of Google Sheets. */
import type { ProbeSheet } from './probe-sheet.ts';

export interface Answer {
  /** What the sheet did, in a few words. */
  readonly found: string;
  readonly asExpected: boolean;
}

export interface Probe {
  /** What is assumed. */
  readonly claim: string;
  /** What depends on it. */
  readonly matters: string;
  readonly run: (sheet: ProbeSheet) => Promise<Answer>;
}
