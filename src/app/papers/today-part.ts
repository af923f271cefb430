/** One part of the list of the day, for the terminal. */
export interface TodayPart {
  readonly heading: string;
  readonly lines: readonly string[];
}
