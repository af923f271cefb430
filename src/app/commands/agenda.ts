/** `npm run agenda`: the agenda of a quarterly meeting, in both written standards and every format. */
import { parseQuarter, quarterName } from '../../domain/quarter.ts';
import { UserError } from '../../domain/user-error.ts';
import { agenda } from '../../papers/agenda/agenda.ts';
import { caseNumberChanges } from '../../papers/agenda/case-numbers.ts';
import type { AgendaView } from '../../papers/agenda/view.ts';
import {
  cancelledMeeting,
  meetingsOf,
  nextMeeting,
  type Meeting,
  type MeetingRequest,
} from '../../papers/meetings.ts';
import { readRegister, type RegisterReading } from '../../register/read-register.ts';
import { normaliseId } from '../../domain/id.ts';
import type { Change, ChangeResult, Workbook } from '../../domain/workbook.ts';
import type { RegisterStore } from '../../stores/store.ts';
import { refusedLines } from '../register/change-report.ts';
import type { Command, ExitCode, Run } from '../cli/command.ts';
import { agendaFiles, cancellationFile, formats } from '../papers/agenda-files.ts';
import { reportHiddenCases, reportUninvited } from '../papers/agenda-warnings.ts';
import { agendaMailing } from '../mailings/agenda-mailing.ts';
import { formatOption, formatsOf, standardOption, standardsOf, textFlag } from '../papers/paper-flags.ts';
import { requireTabs } from '../register/require-tabs.ts';
import { fileName, savePapers } from '../papers/save-papers.ts';
import { shownPath } from '../settings/settings.ts';
import { reportSourceErrors } from '../register/source-errors.ts';
import { counted } from '../cli/counted.ts';

const options = {
  meeting: {
    type: 'string',
    value: '<A-2026-004>',
    help: 'the meeting with this ID (default: the next one); of a cancelled one, its cancellation',
  },
  quarter: { type: 'string', value: '<2026Q4>', help: 'the meeting of this quarter' },
  standard: standardOption,
  format: formatOption(formats),
  number: {
    type: 'boolean',
    help: 'keep the case numbers, and the meeting of cases without one, in the register',
  },
  mailing: {
    type: 'boolean',
    help: 'also make a mailing to those who are invited, for «npm run send»; with --number',
  },
  json: { type: 'boolean', help: 'print what the agenda says as JSON on standard output' },
} as const;

export const agendaCommand: Command = {
  name: 'agenda',
  summary: 'Makes the agenda of the next quarterly meeting, in both written standards.',
  options,
  examples: [
    'npm run agenda',
    'npm run agenda -- --quarter 2026Q4 --standard nn',
    'npm run agenda -- --number',
    'npm run agenda -- --number --mailing',
  ],
  makesSample: true,
  run: runAgenda,
};

function requestOf(flags: Run['flags']): MeetingRequest {
  const meeting = textFlag(flags, 'meeting');
  const quarter = textFlag(flags, 'quarter');
  if (meeting !== undefined && quarter !== undefined) {
    throw new UserError('--meeting and --quarter were both given.', 'Name the meeting by one of them.');
  }
  if (meeting !== undefined) return { meeting: normaliseId(meeting) };
  if (quarter === undefined) return {};
  const parsed = parseQuarter(quarter);
  if (parsed === undefined) throw new UserError(`«${quarter}» is not a quarter.`, 'Write it as 2026Q4.');
  return { quarter: parsed };
}

/** Tabs that the agenda is made from: errors in their rows may be missed in the paper, so they are told of. */
const sourceTabs = ['activities', 'cases', 'actions', 'contacts', 'dialogues', 'settings'] as const;

/** A mailing leaves out those who are reserved, and those whom it has reached. */
const mailingTabs = [...sourceTabs, 'recipients', 'ledger'] as const;

/**
 * With --number the numbers are kept first, and only then the papers saved: no paper names a number that the register does
 * not have. Where the run ends in between, the numbers are there without papers, and the next run makes them, with those
 * numbers. What templates may be at fault for is found before.
 */
async function runAgenda(run: Run): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const [request, standards, wanted] = [requestOf(flags), standardsOf(flags), formatsOf(flags, formats)];
  const store = await run.store();
  const workbook = await store.read();
  const reading = readRegister(workbook, settings.now);
  requireTabs(reading, flags['mailing'] === true ? mailingTabs : sourceTabs, 'No agenda was made.');
  const off = request.meeting === undefined ? undefined : cancelledMeeting(reading.register, request.meeting);
  if (off !== undefined && wanted.includes('ics') && flags['number'] !== true)
    return cancel(run, reading, off);
  const view = agenda(reading.register, request, settings.now);
  requireNumbering(run, reading, view);
  const files = await agendaFiles(view, reading.register, standards, wanted, settings.now);
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the agenda');
  say(run, view);
  const uninvited = reportUninvited(terminal, reading.register);
  reportHiddenCases(terminal, reading.register, view);
  await numberCases(run, store, workbook, reading, view);
  const stem = fileName(`saksliste-${view.meeting.start.slice(0, 10)}-${view.meeting.id}`);
  const saved = await savePapers(settings.out, 'agenda', stem, files);
  const mailing = flags['mailing'] === true ? await agendaMailing(run, reading, view) : undefined;
  if (flags['json'] === true)
    terminal.result(JSON.stringify({ ...view, files: saved.map(({ path }) => path) }, null, 2));
  else for (const file of saved) terminal.result(shownPath(settings, file.path));
  if (mailing !== undefined && flags['json'] !== true)
    terminal.result(`${shownPath(settings, mailing.folder)}${mailing.unchanged ? ' (unchanged)' : ''}`);
  const isIncomplete = mailing !== undefined && uninvited;
  return [faulty, isIncomplete].includes(true) ? 1 : 0;
}

/** A cancelled meeting has no agenda. Calendars that have its invitation are told that it is off. */
async function cancel(run: Run, reading: RegisterReading, meeting: Meeting): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { id, title } = meeting;
  const start = meeting.start.time ?? meeting.start.first;
  const file = cancellationFile(reading.register, meeting, settings.now);
  const stem = fileName(`avlysning-${meeting.start.first}-${id}`);
  const files = (await savePapers(settings.out, 'agenda', stem, [file])).map(({ path }) => path);
  const faulty = reportSourceErrors(terminal, reading, sourceTabs, 'the cancellation');
  terminal.say(`${terminal.paint('bold', 'Cancelled')}: ${title} (${id}), ${start.replace('T', ' ')}`);
  terminal.say('  No agenda is made, only the cancellation for calendars that have the invitation.');
  if (flags['json'] === true)
    terminal.result(JSON.stringify({ cancelled: { id, title, start }, files }, null, 2));
  else for (const path of files) terminal.result(shownPath(settings, path));
  return faulty ? 1 : 0;
}

/** What a person at the terminal wants to know of the agenda before they open it. */
function say({ terminal }: Run, { meeting, caseCount, actions, budget }: AgendaView): void {
  const quarter = quarterName(meeting.quarter);
  terminal.say(
    `${terminal.paint('bold', `Agenda for ${quarter}`)}: ${meeting.title} (${meeting.id}), ${meeting.start.replace('T', ' ')}`,
  );
  const overdue = actions.overdue === 0 ? '' : `, ${String(actions.overdue)} overdue`;
  terminal.say(
    `  ${counted(caseCount, 'case')}, ${counted(actions.open, 'open action')}${overdue}, ${counted(budget.total, 'minute')} planned${budget.available === undefined ? '' : ` of ${String(budget.available)}`}`,
  );
  if (budget.overrun !== undefined) {
    terminal.say(
      terminal.paint(
        'yellow',
        `  The agenda is ${String(budget.overrun.by)} minutes longer than the meeting.`,
      ),
    );
  }
  if (caseCount === 0) {
    terminal.say(
      terminal.paint('yellow', `  No cases yet: write them in the tab Saker, with ${meeting.id} under Møte.`),
    );
  }
}

/** Numbers are given once and never changed, so only when nothing can make them wrong. Throws UserError. */
function requireNumbering({ flags, settings }: Run, { register }: RegisterReading, view: AgendaView): void {
  if (flags['number'] !== true) {
    if (flags['mailing'] !== true || caseNumberChanges(register, view).length === 0) return;
    throw new UserError(
      'The cases have no numbers in the register yet, and those in a mailing cannot change.',
      'Add --number as well: then they are kept.',
    );
  }
  if (nextMeeting(meetingsOf(register), settings.now)?.id !== view.meeting.id) {
    throw new UserError(
      `${view.meeting.id} is not the next quarterly meeting.`,
      'Case numbers are given for the next meeting only: run it without --number.',
    );
  }
  const { refused, withoutId } = register.tabs.cases ?? { refused: new Map(), withoutId: 0 };
  if (refused.size === 0) return;
  throw new UserError(
    `${String(refused.size)} ${refused.size === 1 ? 'row' : 'rows'} of Saker cannot be read or ${refused.size === 1 ? 'has' : 'have'} no ID, so no case numbers were given.`,
    refused.size === withoutId
      ? 'Run «npm run check -- --give-ids», and try again: a number is never changed once it is given.'
      : 'Run «npm run check», mend them, and try again: a number is never changed once it is given.',
  );
}

/**
 * With --number keeps the case numbers in the register, else says that they are not kept. Throws UserError unless all are
 * surely kept: then no agenda may name them.
 */
async function numberCases(
  { flags, terminal }: Run,
  store: RegisterStore,
  workbook: Workbook,
  { register }: RegisterReading,
  view: AgendaView,
): Promise<void> {
  const changes = caseNumberChanges(register, view);
  if (changes.length === 0) return;
  const cases = new Set(changes.map(({ at }) => (at.by === 'id' ? at.id : ''))).size;
  const named = `${String(cases)} ${cases === 1 ? 'case' : 'cases'}`;
  if (flags['number'] !== true) {
    terminal.say(
      `  ${named} without number or meeting in the register: add --number when the agenda goes out.`,
    );
    return;
  }
  const refused = refusedLines(await keep(store, changes, workbook));
  if (refused.length === 0) {
    terminal.say(`  Number and meeting of ${named} were written to ${store.place}.`);
    return;
  }
  throw new UserError(
    `Not all case numbers were kept in ${store.place}, so no agenda was made:\n${refused.join('\n')}`,
    'Mend what is in the way in the tab Saker, and run this again: numbers that were kept stay, and the others are given then.',
  );
}

async function keep(
  store: RegisterStore,
  changes: readonly Change[],
  workbook: Workbook,
): Promise<readonly ChangeResult[]> {
  try {
    return await store.write(changes, workbook);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `No agenda was made, since it is not certain that its case numbers are kept: ${error.message}`,
      error.advice,
      { cause: error },
    );
  }
}
