/** One part of the list of the day, for the terminal. */
import { msg } from '../../domain/msg.ts';
import { fewOf } from '../../domain/few.ts';

export interface TodayPart {
  readonly heading: string;
  /** The lines of each entry. */
  readonly entries: readonly (readonly string[])[];
}

/** The lines of a part: all of them, or those of the first five entries and how many are left. */
export function partLines({ entries }: TodayPart, isAll: boolean): readonly string[] {
  const { shown, rest } = fewOf(entries);
  if (isAll || rest === 0) return entries.flat();
  return [...shown.flat(), msg`and ${rest} more: «npm run today -- --all» shows them`];
}
