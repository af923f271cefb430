/**
 * The write log: the hidden tab of Felles in a spreadsheet. Every write replaces it, under an id that follows from its
 * number: of two writes that were planned from the same one, the second finds that id taken, and nothing of it is applied.
 * It holds what stood where the last write went, as it was just before.
 */
import { FORMER_LOG_NAME, LOG_NAME } from '../write-log-title.ts';

/** Ids of write logs: far from those that Sheets gives by itself, and within 31 bits. */
const FIRST_ID = 1_000_000_000;

const TITLE = /^(?<name>.+) n=(?<n>\d{1,9}) (?<nonce>[0-9a-f]+)$/u;

export interface LogName {
  readonly id: number;
  readonly n: number;
  /** Of the write that made it. */
  readonly nonce: string;
  /** Made by an older version of Felles, which knows write logs by that name alone. */
  readonly hasFormerName: boolean;
}

export const logTitle = ({ n, nonce }: Pick<LogName, 'n' | 'nonce'>): string => `${LOG_NAME} n=${n} ${nonce}`;

/** Reads a tab's name as that of a write log; undefined for any other tab, and for a copy that a person made of one. */
export function logOf(id: number, title: string): LogName | undefined {
  const { name, n, nonce } = TITLE.exec(title)?.groups ?? {};
  if (n === undefined || nonce === undefined || id !== FIRST_ID + Number(n)) return undefined;
  if (name !== LOG_NAME && name !== FORMER_LOG_NAME) return undefined;
  return { id, n: Number(n), nonce, hasFormerName: name === FORMER_LOG_NAME };
}

/** So many writes from the first on, an id is taken for that of a write log, whatever the tab is called. */
const NEAR = 1_000_000;

/**
 * The write log that comes after another, or the first. `taken` are the ids of all tabs. Where a person has renamed the write log
 * it is not known any more, but its id still stands in the way of two runs that planned from the same moment.
 */
export function nextLog(last: LogName | undefined, taken: readonly number[], nonce: string): LogName {
  const numbers = taken.map((id) => id - FIRST_ID).filter((number) => number >= 0 && number < NEAR);
  const n = Math.max(last?.n ?? -1, ...numbers) + 1;
  return { id: FIRST_ID + n, n, nonce, hasFormerName: false };
}
