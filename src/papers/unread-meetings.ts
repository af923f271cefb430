/** Quarterly meetings whose rows have errors: what can be known of them, so that no paper passes one over. */
import { msg } from '../domain/msg.ts';
import { inFew } from '../domain/few.ts';
import { parseDay, type Day } from '../domain/time.ts';
import { UserError } from '../domain/user-error.ts';
import type { Register, UnreadMeeting, UnreadRow } from '../register/register.ts';

interface Span {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

const mayBeIn = ({ days }: UnreadMeeting, { from, to }: Span): boolean =>
  days.length === 0 ||
  days.some(({ first, last }) => (from === undefined || last >= from) && (to === undefined || first <= to));

/** Those that may come between two meetings. One that was held, on a day that nobody knows, is not among them. */
export const unreadBetween = (register: Register, span: Span): readonly UnreadMeeting[] =>
  register.unreadMeetings.filter((one) => (!one.isDone || one.days.length > 0) && mayBeIn(one, span));

/** `errors in Start (G7), Type (C9)` */
export function errorsIn(unread: readonly UnreadRow[]): string {
  const cells = unread.flatMap((one) => (one.lacksOnlyId ? [] : one.cells));
  return cells.length === 0 ? msg`errors` : msg`errors in ${inFew(cells)}`;
}

/** `Row 7 of Aktiviteter may be the next quarterly meeting, but has errors in Start (G7)` */
export function namedUnread(unread: readonly UnreadRow[], meant: string, tab = 'Aktiviteter'): string {
  const rows = inFew(unread.map(({ row }) => row));
  const without = unread.filter(({ lacksOnlyId }) => lacksOnlyId).length;
  const errors = errorsIn(unread);
  const what = without === 0 ? errors : without === unread.length ? msg`no ID` : msg`${errors} or no ID`;
  return unread.length === 1
    ? msg`Row ${rows} of ${tab} may be ${meant}, but has ${what}`
    : msg`Rows ${rows} of ${tab} may be ${meant}, but have ${what}`;
}

/** What helps: `Run «npm run check -- --give-ids»` */
export const adviceForUnread = (unread: readonly UnreadRow[]): string =>
  unread.every(({ lacksOnlyId }) => lacksOnlyId)
    ? msg`Run «npm run check -- --give-ids»`
    : msg`Run «npm run check» to see them and correct the row`;

/**
 * A row of a quarterly meeting that cannot be read may be the one that is meant, if its day is one of these or nobody knows it:
 * skipping it would be guessing. Throws UserError.
 */
export function refuseUnread(register: Register, meant: 'next' | 'last', span: Span): void {
  const unread = register.unreadMeetings.filter(
    (one) => (meant === 'last' || !one.isDone) && mayBeIn(one, span),
  );
  if (unread.length === 0) return;
  throw new UserError(
    `${namedUnread(unread, meant === 'next' ? msg`the next quarterly meeting` : msg`the last quarterly meeting`)}.`,
    msg`${adviceForUnread(unread)}; or name the meeting you mean with --meeting.`,
  );
}

/**
 * The same for activities of any type. `from`: when the one that was found begins, if any. What may be on today is not over: a
 * row may come before another that began later.
 */
export function refuseUnreadActivities(
  { unreadActivities }: Register,
  meant: 'next' | 'last',
  from: Day | undefined,
  today: Day,
): void {
  const unread = unreadActivities.filter(
    (one) =>
      !one.isOff &&
      (meant === 'next'
        ? mayBeIn(one, { from: undefined, to: from }) && (one.lastDay === undefined || one.lastDay >= today)
        : mayBeIn(one, { from, to: today })),
  );
  if (unread.length === 0) return;
  throw new UserError(
    `${namedUnread(unread, meant === 'next' ? msg`the next one` : msg`the last one`)}.`,
    msg`${adviceForUnread(unread)}; or name the one you mean by its ID or title.`,
  );
}

/**
 * By ID, the first day on which a meeting may be whose row cannot be read. Of one without a day that can be read it is the first of
 * the year in its ID: IDs have the year in which they were given, or that of the meeting.
 */
export function earliestDays({ unreadMeetings }: Register): ReadonlyMap<string, Day> {
  const earliest = new Map<string, Day>();
  for (const { id, days } of unreadMeetings) {
    if (id === undefined) continue;
    const ofYear = parseDay(`${id.slice(2, 6)}-01-01`);
    const firsts = days.length === 0 ? [ofYear] : days.map(({ first }) => first);
    for (const day of firsts) {
      const known = earliest.get(id);
      if (day !== undefined && (known === undefined || day < known)) earliest.set(id, day);
    }
  }
  return earliest;
}
