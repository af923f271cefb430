/** How values of the register become facts of a statement. */
import { saidTimeText } from '../../domain/statement.ts';
import type { Activity } from '../../register/tabs/activities.ts';

/** An empty cell says that there is none. */
export const orNone = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** The time of an activity, as exactly as it is given. */
export function timeFact({ start, end }: Pick<Activity, 'start' | 'end'>): string | null {
  if (start === undefined) return null;
  const last = end !== undefined && end.last > start.last ? end.last : start.last;
  const { precision, first, time } = start;
  return saidTimeText({ precision, first, last, start: time, end: end?.time });
}
