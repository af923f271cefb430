/** What a person at the terminal wants to know of a draft of minutes before opening it. */
import { inFew } from '../../domain/few.ts';
import { msg } from '../../domain/msg.ts';
import type { WallTime } from '../../domain/time.ts';
import { spokenDate, spokenQuarter, spokenTitle } from '../../language/spoken.ts';
import { isOver, meetingsOf, nextMeeting } from '../../papers/meetings.ts';
import type { MinutesDraft } from '../../papers/minutes/view.ts';
import type { MinutesMeeting } from '../../papers/minutes/which-meeting.ts';
import type { Register } from '../../register/register.ts';
import type { Terminal } from '../cli/terminal.ts';
import { reportUnclearMeetings } from '../papers/agenda-reports.ts';
import type { SavedFile } from '../papers/save-papers.ts';
import { countedCases } from './counts.ts';

/** Which meeting it is of and why, what is in it, and what is not. `now` is Oslo time. */
export function sayDraft(
  terminal: Terminal,
  { of, view }: { readonly of: MinutesMeeting; readonly view: MinutesDraft },
  register: Register,
  now: WallTime,
): void {
  sayHead(terminal, view);
  sayWhich(terminal, of);
  sayUnnumbered(terminal, view, nextMeeting(meetingsOf(register), now)?.id === of.meeting.id);
  reportUnclearMeetings(terminal, register, view);
  if (isOver(of.meeting, now)) sayHomeless(terminal, register, of.meeting.id);
}

/** Where another draft of the meeting has the name already: people may have written in it. */
export function sayEarlier(terminal: Terminal, saved: readonly SavedFile[]): void {
  if (saved.some(({ path }) => /-v\d+\.n[bn]\.\w+$/u.test(path)))
    terminal.say(
      msg`  An earlier draft may have been written in, so it was left alone, and this is another file.`,
      'yellow',
    );
}

function sayHead(terminal: Terminal, { meeting, people, cases, followUp }: MinutesDraft): void {
  const { id, title, start, quarter } = meeting;
  const head = terminal.paint('bold', msg`Minutes of ${spokenQuarter(quarter)}, draft`);
  terminal.say(`${head}: ${spokenTitle(title)} (${id}), ${spokenDate(start)}`);
  terminal.say(
    msg`  ${countedNames(people.length)} to tick, ${countedCases(cases.length)}, ${countedOpen(followUp.length)} of earlier meetings`,
  );
}

const countedNames = (amount: number): string => (amount === 1 ? msg`${amount} name` : msg`${amount} names`);

const countedOpen = (amount: number): string =>
  amount === 1 ? msg`${amount} open action` : msg`${amount} open actions`;

function sayWhich(terminal: Terminal, of: MinutesMeeting): void {
  if (of.is === 'held') {
    terminal.say(
      msg`  It is the meeting held last (${daysAgo(of.days)}), and has no minutes yet. For the next: --meeting next`,
    );
  } else if (of.is === 'next') terminal.say(whyNext(of.last));
}

const daysAgo = (days: number): string =>
  days === 0 ? msg`today` : days === 1 ? msg`${days} day ago` : msg`${days} days ago`;

function whyNext(last: Extract<MinutesMeeting, { readonly is: 'next' }>['last']): string {
  if (last === undefined) return msg`  It is the next meeting.`;
  return last.has === 'minutes'
    ? msg`  It is the next meeting: ${last.id}, held last, has its minutes.`
    : msg`  It is the next meeting: ${last.id} was held long ago.`;
}

/** Numbers are given when the agenda goes out, and never changed then: the draft must not have others. */
function sayUnnumbered(terminal: Terminal, { cases, meeting }: MinutesDraft, isNext: boolean): void {
  const without = cases.filter(({ number }) => number === undefined);
  if (without.length === 0) return;
  const { length } = without;
  const fault =
    length === 1
      ? msg`  ${length} case has no number in the register: the draft has only its title.`
      : msg`  ${length} cases have no number in the register: the draft has only their titles.`;
  terminal.say(
    isNext
      ? msg`${fault} «npm run agenda -- --meeting ${meeting.id} --number» gives numbers: run it first.`
      : fault,
    'yellow',
  );
}

/** Cases that name no meeting are for the next one, and a meeting that is over may have treated them. */
function sayHomeless(terminal: Terminal, { cases }: Register, meeting: string): void {
  const own = cases.filter((item) => item.meeting === undefined && item.treatedIn === undefined);
  const open = own.filter(({ status }) => status === 'raised' || status === 'postponed');
  if (open.length === 0) return;
  const named = inFew(open.map(({ id, title }) => `«${title}» (${id})`));
  terminal.say(
    open.length === 1
      ? msg`  Not in the draft, since it names no meeting: ${named}. Write ${meeting} under Møte in Saker for what this meeting treated.`
      : msg`  Not in the draft, since they name no meeting: ${named}. Write ${meeting} under Møte in Saker for what this meeting treated.`,
    'yellow',
  );
}
