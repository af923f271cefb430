/** Limits on what a workbook may hold. */
export interface ReadingLimits {
  /** A tab that people own is not read if it has more rows than this. */
  readonly rows: number;
  /** How many problems of each kind are kept for each tab. */
  readonly ofAKind: number;
}

/** Many times what two organisations write in a hundred years. */
export const usualLimits: ReadingLimits = { rows: 200_000, ofAKind: 10_000 };
