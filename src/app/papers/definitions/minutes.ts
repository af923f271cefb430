/** The minutes of a quarterly meeting: the draft that people write in. */
import { counted } from '../../../domain/counted.ts';
import { inFew } from '../../../domain/few.ts';
import { quarterName } from '../../../domain/quarter.ts';
import { plainIn } from '../../../domain/standard-text.ts';
import type { WallTime } from '../../../domain/time.ts';
import { UserError } from '../../../domain/user-error.ts';
import { isOver, meetingDay, meetingsOf, nextMeeting } from '../../../papers/meetings.ts';
import { minutesDraft } from '../../../papers/minutes/draft.ts';
import { minutesDraftView, type MinutesDraft } from '../../../papers/minutes/view.ts';
import { minutesMeeting, type MinutesMeeting } from '../../../papers/minutes/which-meeting.ts';
import type { Register } from '../../../register/register.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { definePaper } from '../define-paper.ts';
import { paperOptions, textFlag } from '../paper-flags.ts';
import type { Asked, Making, StepResult } from '../paper-definition.ts';

/** What a run asks for. */
interface Request {
  readonly meeting: string | undefined;
}

/** What a run makes. */
interface Minutes {
  readonly kind: 'draft';
  readonly of: MinutesMeeting;
  readonly view: MinutesDraft;
}

export const minutesPaper = definePaper({
  name: 'minutes',
  noun: 'draft',
  summary: 'Makes the draft of the minutes of a quarterly meeting, to write in.',
  options: {
    meeting: {
      type: 'string',
      value: '<meeting>',
      help: 'of this meeting: its ID or title, next or last (default: the last one while it lacks minutes, otherwise the next)',
    },
    ...paperOptions(),
    json: { type: 'boolean', help: 'print what it says as JSON on standard output' },
  },
  examples: ['npm run minutes', 'npm run minutes -- --meeting next --format docx'],
  tabs: ['activities', 'cases', 'actions', 'treatments', 'contacts', 'settings'],
  alsoNeeds: () => ['statements'],
  samples: { minutes: ['--meeting', 'next'], 'minutes-written': ['--meeting', 'last'] },
  request: (asked): Request => ({ meeting: meetingIn(asked) }),
  make: makeMinutes,
  templates: { 'minutes-draft': minutesDraftView },
  sets: ({ of: { meeting }, view }) => [
    {
      name: `referatutkast-${meetingDay(meeting)}-${meeting.id}`,
      template: 'minutes-draft',
      // The same from day to day: a draft is made again only where the register says something else.
      day: meetingDay(meeting),
      inStandard: (standard) => ({
        view,
        subject: `Utkast til referat, ${plainIn(view.meeting.title, standard)} (${view.reference})`,
      }),
    },
  ],
  say: (terminal, { of, view }, { run, reading: { register } }) => {
    sayDraft(terminal, view);
    sayWhich(terminal, of);
    const next = nextMeeting(meetingsOf(register), run.settings.now);
    sayUnnumbered(terminal, view, next?.id === view.meeting.id);
    if (isOver(of.meeting, run.settings.now)) sayHomeless(terminal, register, of.meeting.id);
  },
  json: ({ view }, files) => ({ ...view, files }),
  steps: {
    earlier: { after: 'saved', take: sayEarlier },
  },
});

/** Flags that ask for different things. Throws UserError for two of them. */
const tasks = ['publish', 'read', 'final'] as const;

function meetingIn({ flags }: Asked): string | undefined {
  const [first, second] = tasks.filter((task) => flags[task] !== undefined && flags[task] !== false);
  if (first !== undefined && second !== undefined)
    throw new UserError(`--${first} and --${second} were both given.`, 'Use only one of them.');
  return textFlag(flags, 'meeting');
}

function makeMinutes(register: Register, { meeting }: Request, now: WallTime): Minutes {
  const of = minutesMeeting(register, meeting, now);
  return { kind: 'draft', of, view: minutesDraft(register, of.meeting, now) };
}

/** Where another draft of the meeting has the name already: people may have written in it. */
function sayEarlier({ run, saved }: Making<Request, Minutes>): StepResult<Minutes> {
  if (saved.some(({ path }) => /-v\d+\.n[bn]\.\w+$/u.test(path)))
    run.terminal.say(
      '  An earlier draft may have been written in, so it was left alone, and this is another file.',
      'yellow',
    );
  return {};
}

function sayDraft(terminal: Terminal, { meeting, people, cases, followUp }: MinutesDraft): void {
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
