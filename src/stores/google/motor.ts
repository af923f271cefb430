/**
 * The hidden tab of Felles in a spreadsheet. Every write replaces it, under an id that follows from its number: of two
 * writes that were planned from the same one, the second finds it gone, and nothing of it is applied. It holds what
 * stood where the last write went, as it was in that very moment.
 */

/** Ids of motor tabs: far from those that Sheets gives by itself, and within 31 bits. */
const FIRST_ID = 1_000_000_000;
const TITLE = /^_motor n=(?<n>\d{1,9}) (?<nonce>[0-9a-f]+)$/u;

export interface MotorName {
  readonly id: number;
  readonly n: number;
  /** Of the write that made it. */
  readonly nonce: string;
}

export const motorTitle = ({ n, nonce }: Pick<MotorName, 'n' | 'nonce'>): string => `_motor n=${n} ${nonce}`;

/** Reads a tab's name as that of a motor tab; undefined for any other tab, and for a copy that a person made of one. */
export function motorOf(id: number, title: string): MotorName | undefined {
  const { n, nonce } = TITLE.exec(title)?.groups ?? {};
  if (n === undefined || nonce === undefined || id !== FIRST_ID + Number(n)) return undefined;
  return { id, n: Number(n), nonce };
}

/** The motor that comes after another, or the first. */
export function nextMotor(last: MotorName | undefined, nonce: string): MotorName {
  const n = last === undefined ? 0 : last.n + 1;
  return { id: FIRST_ID + n, n, nonce };
}
