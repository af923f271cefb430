/** The agenda of a quarterly meeting, with its invitation; for a cancelled one that is named, its cancellation. */
import { parseQuarter } from '../../../domain/quarter.ts';
import { plainIn } from '../../../domain/standard-text.ts';
import type { WallTime } from '../../../domain/time.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';
import { agenda } from '../../../papers/agenda/agenda.ts';
import { agendaView, cancellationView, type AgendaView } from '../../../papers/agenda/view.ts';
import {
  cancelledMeeting,
  namedMeetingRequest,
  type Meeting,
  type MeetingRequest,
} from '../../../papers/meetings.ts';
import { calledTo } from '../../../papers/agenda/called.ts';
import type { Register } from '../../../register/register.ts';
import { cases, minutes } from '../counted-words.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { shownFile } from '../shown-file.ts';
import {
  isLacking,
  reportHiddenCases,
  reportPastMeeting,
  reportUnclearMeetings,
  reportUninvited,
  reportWaitingCases,
} from '../agenda-reports.ts';
import { cancellationFile, invitationFile } from '../agenda-calendar.ts';
import { keepNumbers, requireNumbering } from '../agenda-numbers.ts';
import { definePaper } from '../define-paper.ts';
import { paperFormats, type Asked, type Making, type Step, type StepResult } from '../paper-definition.ts';
import { paperOptions, textFlag } from '../paper-flags.ts';
import { spokenDate, spokenQuarter, spokenTitle } from '../../../language/spoken.ts';

const formats = [...paperFormats, 'ics'];

/** What a run asks for. */
interface Request {
  readonly of: MeetingRequest;
  /** A calendar file or a mailing is wanted and no case is to be numbered: a cancelled meeting gets its cancellation. */
  readonly mayCancel: boolean;
  /** The case numbers are in the register before any paper is saved. */
  readonly keepsNumbers: boolean;
}

type Agenda =
  | { readonly kind: 'agenda'; readonly view: AgendaView }
  /** A cancelled meeting has no agenda. Calendars that have its invitation learn that it is off. */
  | { readonly kind: 'cancellation'; readonly meeting: Meeting };

const tabs = ['activities', 'cases', 'actions', 'contacts', 'dialogues', 'settings'] as const;

export const agendaPaper = definePaper({
  name: 'agenda',
  none: () => msg`No agenda was made.`,
  named: ({ kind }: Agenda) => (kind === 'agenda' ? msg`the agenda` : msg`the cancellation`),
  summary: 'Makes the agenda of the next quarterly meeting, in both written standards.',
  options: {
    meeting: {
      type: 'string',
      value: '<meeting>',
      help: 'this meeting: its ID or title, next or last (default: next); of a cancelled one, its cancellation',
      chooses: 'meeting',
    },
    quarter: { type: 'string', value: '<2026Q4>', help: 'the meeting of this quarter' },
    ...paperOptions(formats),
    number: {
      type: 'boolean',
      help: 'keep the case numbers, and the meeting of cases without one, in the register',
    },
    mailing: {
      type: 'boolean',
      help: 'also make a mailing to those who do not have it as it is now, for «npm run send»; with --number',
    },
    json: { type: 'boolean', help: 'print what the agenda says as JSON on standard output' },
  },
  examples: [
    'npm run agenda',
    'npm run agenda -- --meeting last --standard nn',
    'npm run agenda -- --number',
    'npm run agenda -- --number --mailing',
  ],
  makesSample: true,
  tabs,
  // A mailing leaves out those who are reserved, and those whom it has already reached.
  alsoNeeds: (flags) => (flags['mailing'] === true ? ['recipients', 'ledger'] : []),
  formats,
  request: (asked): Request => ({
    of: meetingOf(asked),
    mayCancel:
      (asked.formats.includes('ics') || asked.flags['mailing'] === true) && asked.flags['number'] !== true,
    keepsNumbers: asked.flags['number'] === true,
  }),
  make: makeAgenda,
  templates: {
    agenda: agendaView,
    'agenda-invitation': agendaView,
    'agenda-subject': agendaView,
    'agenda-cancelled': cancellationView,
    'agenda-cancelled-subject': cancellationView,
  },
  sets: (made, { run, reading: { register } }) => {
    const { now } = run.settings;
    if (made.kind === 'cancellation') {
      const { start, id } = made.meeting;
      return [
        { name: `avlysning-${start.first}-${id}`, common: [cancellationFile(register, made.meeting, now)] },
      ];
    }
    const { view } = made;
    return [
      {
        name: `saksliste-${view.meeting.start.slice(0, 10)}-${view.meeting.id}`,
        template: 'agenda',
        inStandard: (standard) => ({
          view,
          subject: `${plainIn(view.meeting.title, standard)} (${view.reference})`,
        }),
        files: async (context) => [await invitationFile(view, register, context, now)],
      },
    ];
  },
  say: (terminal, made, { run, reading: { register } }) => {
    if (made.kind === 'cancellation') {
      sayCancelled(terminal, made.meeting);
      return;
    }
    sayAgenda(terminal, made.view);
    reportPastMeeting(terminal, made.view, run.settings.now);
    reportUninvited(terminal, register, made.view);
    reportHiddenCases(terminal, register, made.view);
    reportWaitingCases(terminal, register, made.view, run.settings.now);
    reportUnclearMeetings(terminal, register, made.view);
  },
  json: (made, files) => {
    if (made.kind === 'agenda') return { ...made.view, files };
    const { id, title } = made.meeting;
    return { cancelled: { id, title, start: startOf(made.meeting) }, files };
  },
  /**
   * With --number the numbers are kept first, and only then the papers saved: no paper names a number that the register
   * does not have. Where the run ends in between, the numbers are there without papers, and the next run makes them, with
   * those numbers. What templates may be at fault for is found before.
   */
  steps: {
    numberable: { after: 'made', take: ofAgenda(requireNumbering) },
    number: { after: 'written', take: ofAgenda(keepNumbers) },
    mailing: { after: 'saved', take: makeMailing },
  },
});

type AgendaStep = Step<Request, AgendaView>['take'];

/** A step that a cancellation does not take. None of them changes the view. */
function ofAgenda(take: AgendaStep): Step<Request, Agenda>['take'] {
  return async (making) => {
    if (making.view.kind !== 'agenda') return {};
    const { code = 0, results = [] } = await take({ ...making, view: making.view.view });
    return { code, results };
  };
}

function meetingOf({ flags }: Asked): MeetingRequest {
  const meeting = textFlag(flags, 'meeting');
  const quarter = textFlag(flags, 'quarter');
  if (meeting !== undefined && quarter !== undefined) {
    throw new UserError(msg`--meeting and --quarter were both given.`, msg`Use only one of them.`);
  }
  if (meeting !== undefined) return { meeting };
  if (quarter === undefined) return {};
  const parsed = parseQuarter(quarter);
  if (parsed === undefined)
    throw new UserError(msg`«${quarter}» is not a quarter.`, msg`Write it as 2026Q4.`);
  return { quarter: parsed };
}

function makeAgenda(
  register: Register,
  { of: asked, mayCancel, keepsNumbers }: Request,
  now: WallTime,
): Agenda {
  const of = namedMeetingRequest(register, asked, now);
  const off = mayCancel && of.meeting !== undefined ? cancelledMeeting(register, of.meeting) : undefined;
  if (off !== undefined) return { kind: 'cancellation', meeting: off };
  const view = agenda(register, of, now);
  return { kind: 'agenda', view: keepsNumbers ? { ...view, proposedFrom: undefined } : view };
}

const startOf = ({ start }: Meeting): string => start.time ?? start.first;

function sayCancelled(terminal: Terminal, meeting: Meeting): void {
  const { id, title } = meeting;
  const start = spokenDate(startOf(meeting));
  const cancelled = terminal.paint('bold', msg`Cancelled`);
  terminal.say(`${cancelled}: ${title} (${id}), ${start}`);
  terminal.say(
    msg`  No agenda is made, only the cancellation: a file for calendars, and with --mailing the mail to those who were invited.`,
  );
}

/** Prints what a person wants to know about the agenda before opening it. */
function sayAgenda(terminal: Terminal, view: AgendaView): void {
  const { meeting, caseCount, followUp, actions, budget } = view;
  const heading = terminal.paint('bold', msg`Agenda for ${spokenQuarter(meeting.quarter)}`);
  terminal.say(`${heading}: ${spokenTitle(meeting.title)} (${meeting.id}), ${spokenDate(meeting.start)}`);
  const treated = cases(caseCount);
  const open = actions.open === 1 ? msg`${actions.open} open action` : msg`${actions.open} open actions`;
  const planned = minutes(budget.total);
  const said = [
    followUp.length === 0 ? treated : msg`${treated} and ${followUp.length} only followed up`,
    actions.overdue === 0 ? open : msg`${open}, ${actions.overdue} overdue`,
    budget.available === undefined ? msg`${planned} planned` : msg`${planned} planned of ${budget.available}`,
  ];
  terminal.say(`  ${said.join(', ')}`);
  if (budget.overrun !== undefined) {
    const line = msg`  The agenda is ${budget.overrun.by} minutes longer than the meeting.`;
    terminal.say(line, 'yellow');
  }
  if (meeting.place === undefined && meeting.link === undefined) {
    const line = msg`  No place and no link: write Sted or Lenke for ${meeting.id} in Aktiviteter.`;
    terminal.say(line, 'yellow');
  }
  if (caseCount === 0) {
    const line = msg`  No cases yet: write them in the tab Saker, with ${meeting.id} under Møte.`;
    terminal.say(line, 'yellow');
  }
}

/** With --mailing. 1 if it cannot go to everybody who should be invited. */
async function makeMailing({
  run,
  reading,
  view: made,
}: Making<Request, Agenda>): Promise<StepResult<Agenda>> {
  if (run.flags['mailing'] !== true) return {};
  const { agendaMailing, cancellationMailing } = await import('../../mailings/agenda-mailing.ts');
  const kept =
    made.kind === 'agenda'
      ? await agendaMailing(run, reading, made.view)
      : await cancellationMailing(run, reading, made.meeting);
  const lacks = made.kind === 'agenda' && isLacking(calledTo(reading.register, made.view.meeting.id));
  return {
    results:
      kept === undefined ? [] : [shownFile(run.settings, { path: kept.folder, unchanged: kept.unchanged })],
    code: lacks ? 1 : 0,
  };
}
