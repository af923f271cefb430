/** What must be said of an agenda before it goes out: who is not called, and which cases nobody sees. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import type { WallTime } from '../../domain/time.ts';
import { calledTo, type Called } from '../../papers/agenda/called.ts';
import { casesOfLater, casesWaitingAt } from '../../papers/agenda/cases.ts';
import type { AgendaView } from '../../papers/agenda/view.ts';
import { datedMeeting, unreadAround } from '../../papers/meetings.ts';
import { adviceForUnread, namedUnread } from '../../papers/unread-meetings.ts';
import { invitedList } from '../../register/list-names.ts';
import { parties } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import type { Terminal } from '../cli/terminal.ts';
import { spokenDate } from '../../language/spoken.ts';

/** Whether somebody who should be called is not. */
export const isLacking = ({ uninvited, meant }: Called): boolean => uninvited.length + meant.length > 0;

/** Says from which party nobody is invited, and who is probably meant. */
export function reportUninvited(terminal: Terminal, register: Register, view: AgendaView): void {
  const { isAnybody, uninvited, meant } = calledTo(register, view.meeting.id);
  const lacking = isAnybody
    ? uninvited.map(
        (party) =>
          msg`  Nobody from ${parties[party][0]} is invited: write «${invitedList}» in Lister for those in Kontakter who are, and the party under Part.`,
      )
    : [msg`  Nobody is invited: write «${invitedList}» in Lister for those in Kontakter who are.`];
  if (uninvited.length > 0) for (const line of lacking) terminal.say(line, 'yellow');
  for (const { id, name, list } of meant) {
    const line = msg`  ${name} (${id}) is not invited, but on the list «${list}». If «${invitedList}» is meant, write that in Lister.`;
    terminal.say(line, 'yellow');
  }
}

/** Says that the time of the meeting is past: the agenda is of the register as it is now, not of what was called to. `now`: Oslo time. */
export function reportPastMeeting(
  terminal: Terminal,
  { meeting: { id, start, end } }: AgendaView,
  now: WallTime,
): void {
  const ends = end === undefined || start.length === 10 ? start : `${start.slice(0, 10)}T${end}`;
  if (ends >= now.slice(0, ends.length)) return;
  const line = msg`  The time of this meeting is past, and the agenda is made of the register as it is now. For its minutes: npm run minutes -- --meeting ${id}`;
  terminal.say(line, 'yellow');
}

/** Names the cases whose rows are hidden: a filter hides them, and they are on the agenda all the same. */
export function reportHiddenCases(terminal: Terminal, { cases }: Register, view: AgendaView): void {
  const ids = new Set([...view.cases, ...view.followUp].map(({ id }) => id));
  const hidden = cases.filter(({ id, at }) => at.hidden && ids.has(id));
  if (hidden.length === 0) return;
  const named = inFew(hidden.map(({ id, title, at }) => msg`«${title}» (${id}, row ${at.row})`));
  const line = msg`  In hidden rows of Saker, and on the agenda all the same: ${named}. What is not to be treated gets the status Trukket.`;
  terminal.say(line, 'yellow');
}

/** Names the cases that wait, and those of a meeting whose row has errors: whoever knows of them may have forgotten it. */
export function reportWaitingCases(
  terminal: Terminal,
  register: Register,
  { meeting }: AgendaView,
  now: WallTime,
): void {
  const own = datedMeeting(register, meeting.id);
  if (own === undefined) return;
  const waiting = casesWaitingAt(register, own, now).map(
    ({ id, title, snoozedUntil = '' }) => msg`«${title}» (${id}, until ${spokenDate(snoozedUntil)})`,
  );
  if (waiting.length > 0)
    terminal.say(msg`  Not on the agenda, since Utsett til says so: ${inFew(waiting)}.`);
  const later = casesOfLater(register, own, now).map(
    ({ id, title, meeting: of = '' }) => msg`«${title}» (${id}, for ${of})`,
  );
  if (later.length > 0) {
    const line = msg`  Not on the agenda, since they are for a later meeting, whose row in Aktiviteter has errors: ${inFew(later)}.`;
    terminal.say(line, 'yellow');
  }
}

/** Says that a row with errors may be the meeting before or after this one: the paper may not name the right ones. */
export function reportUnclearMeetings(
  terminal: Terminal,
  register: Register,
  { meeting, isNextUnclear }: Pick<AgendaView, 'meeting' | 'isNextUnclear'>,
): void {
  const own = datedMeeting(register, meeting.id);
  if (own === undefined) return;
  const { before, after } = unreadAround(register, own);
  const unread = [...new Set([...before, ...after])];
  if (unread.length === 0) return;
  const which =
    before.length === 0
      ? msg`the meeting after this one`
      : after.length === 0
        ? msg`the meeting before this one`
        : msg`the meeting before or after this one`;
  const named = namedUnread(unread, which);
  const advice = adviceForUnread(unread);
  terminal.say(
    isNextUnclear ? msg`  ${named}, so no next meeting is named. ${advice}.` : `  ${named}. ${advice}.`,
    'yellow',
  );
}
