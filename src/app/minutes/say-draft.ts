/** What a person at the terminal wants to know of a draft of minutes before opening it. */
import { counted } from '../../domain/counted.ts';
import { inFew } from '../../domain/few.ts';
import { quarterName } from '../../domain/quarter.ts';
import { plainIn } from '../../domain/standard-text.ts';
import type { WallTime } from '../../domain/time.ts';
import { isOver, meetingsOf, nextMeeting } from '../../papers/meetings.ts';
import type { MinutesDraft } from '../../papers/minutes/view.ts';
import type { MinutesMeeting } from '../../papers/minutes/which-meeting.ts';
import type { Register } from '../../register/register.ts';
import type { Terminal } from '../cli/terminal.ts';
import { reportUnclearMeetings } from '../papers/agenda-reports.ts';
import type { SavedFile } from '../papers/save-papers.ts';

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
      '  An earlier draft may have been written in, so it was left alone, and this is another file.',
      'yellow',
    );
}

function sayHead(terminal: Terminal, { meeting, people, cases, followUp }: MinutesDraft): void {
  const { id, title, start, quarter } = meeting;
  const head = terminal.paint('bold', `Minutes of ${quarterName(quarter)}, draft`);
  terminal.say(`${head}: ${plainIn(title, 'nb')} (${id}), ${start.replace('T', ' ')}`);
  terminal.say(
    `  ${counted(people.length, 'name')} to tick, ${counted(cases.length, 'case')}, ${counted(followUp.length, 'open action')} of earlier meetings`,
  );
}

function sayWhich(terminal: Terminal, of: MinutesMeeting): void {
  if (of.is === 'held') {
    const ago = of.days === 0 ? 'today' : `${counted(of.days, 'day')} ago`;
    terminal.say(
      `  It is the meeting held last (${ago}), and has no minutes yet. For the next: --meeting next`,
    );
  } else if (of.is === 'next') {
    const why =
      of.last === undefined
        ? ''
        : of.last.has === 'minutes'
          ? `: ${of.last.id}, held last, has its minutes`
          : `: ${of.last.id} was held long ago`;
    terminal.say(`  It is the next meeting${why}.`);
  }
}

/** Numbers are given when the agenda goes out, and never changed then: the draft must not have others. */
function sayUnnumbered(terminal: Terminal, { cases, meeting }: MinutesDraft, isNext: boolean): void {
  const without = cases.filter(({ number }) => number === undefined);
  if (without.length === 0) return;
  const named = `${counted(without.length, 'case')} ${without.length === 1 ? 'has' : 'have'} no number in the register`;
  const advice = isNext
    ? ` «npm run agenda -- --meeting ${meeting.id} --number» gives numbers: run it first.`
    : '';
  terminal.say(
    `  ${named}: the draft has only ${without.length === 1 ? 'its title' : 'their titles'}.${advice}`,
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
    `  Not in the draft, since ${open.length === 1 ? 'it names' : 'they name'} no meeting: ${named}. Write ${meeting} under Møte in Saker for what this meeting treated.`,
    'yellow',
  );
}
