/** `npm run plan -- --poll A-2027-002`: asks those invited which day suits, in the tab Datoforslag. */
import { spokenQuarter, spokenTime, spokenWeekday } from '../../language/spoken.ts';
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { quarterName, quarterOf } from '../../domain/quarter.ts';
import { addDays, addMinutes, dayOf, wallTimeFrom, type Day } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { notFree, takenDays } from '../../papers/plan/free-days.ts';
import { meetingsBefore, timeLike } from '../../papers/plan/habits.ts';
import { pollOf } from '../../papers/plan/poll.ts';
import { invitedOn, pollRows, type ProposedTime } from '../../papers/plan/poll-rows.ts';
import { daysFor } from '../../papers/plan/year-plan.ts';
import type { When } from '../../register/cells/when.ts';
import type { Register } from '../../register/register.ts';
import { answersTab, type DateAnswer } from '../../register/tabs/answers.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import { textFlag } from '../papers/paper-flags.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { addRows } from './add-rows.ts';
import { askedMeeting, dayIn } from './asked-meeting.ts';
import { notFreeWords } from './plan-words.ts';
import { reportPoll } from './show-poll.ts';

/** How many days people have to answer, where nothing else is said. */
const ANSWER_DAYS = 10;
/** How many days are asked about. */
const DAYS = 3;

/** Always 0: what cannot be asked stops the run. */
export async function poll(run: Run, open: OpenRegister): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { register } = open.reading;
  const today = dayOf(settings.now);
  const meeting = askedMeeting(register, textFlag(flags, 'poll') ?? '', settings.now);
  if (register.tabs.answers === undefined) {
    throw new UserError(
      msg`The workbook has no tab ${answersTab.name}.`,
      msg`Run «npm run init» to add it, and try again. Existing content is not changed.`,
    );
  }
  const there = pollOf(register, meeting.id, today);
  const times = timesFor(run, register, meeting);
  const rows = pollRows(register, meeting, times, deadlineFor(run, times, there?.deadline));
  requireInvited(register, times);
  if (flags['json'] === true) {
    terminal.result(
      JSON.stringify({ meeting: meeting.id, times, rowsToAdd: rows.length, poll: there ?? null }, null, 2),
    );
  } else {
    terminal.result(msg`«${meeting.title}» (${meeting.id}): which day suits?`, 'bold');
    for (const { start, end } of times) terminal.result(`  ${spokenTime(start, end)}`);
    if (there !== undefined) reportPoll(terminal, there);
  }
  for (const line of faultsOf(register, meeting, times)) terminal.say(line, 'yellow');
  if (rows.length === 0) terminal.say(msg`Everybody invited is asked about each of them already.`);
  else if (flags['write'] === true) {
    await addRows(open, rows);
    terminal.say(
      rows.length === 1
        ? msg`Added ${rows.length} row to ${answersTab.name} in ${open.store.place}: ask those invited to fill in Svar.`
        : msg`Added ${rows.length} rows to ${answersTab.name} in ${open.store.place}: ask those invited to fill in Svar.`,
      'green',
    );
  } else
    terminal.say(
      rows.length === 1
        ? msg`Nothing was written. --write adds ${rows.length} row to ${answersTab.name}.`
        : msg`Nothing was written. --write adds ${rows.length} rows to ${answersTab.name}.`,
    );
  return 0;
}

const timed = ({ start, end }: Pick<DateAnswer, 'start' | 'end'>): readonly ProposedTime[] =>
  start.time === undefined ? [] : [{ start: start.time, end: end?.time }];

/** Those that are asked about already, and those of --days; without either, the best days of its quarter. In order of time. */
function timesFor(run: Run, register: Register, meeting: Activity): readonly ProposedTime[] {
  const { now } = run.settings;
  const asked = register.answers.filter((row) => row.meeting === meeting.id).flatMap(timed);
  const wanted = textFlag(run.flags, 'days')
    ?.split(',')
    .filter((text) => text.trim() !== '')
    .map((text) => dayIn(text, 'days', dayOf(now)));
  const { from, minutes } = timeLike([...meetingsBefore(register, addDays(dayOf(now), 1)), meeting]);
  const at = ({ first, time = wallTimeFrom(first, from) }: Pick<When, 'first' | 'time'>): ProposedTime => ({
    start: time,
    end: addMinutes(time, minutes),
  });
  const usual =
    asked.length === 0 && wanted === undefined
      ? usualDays(register, meeting, now).map((first) => at({ first }))
      : [];
  const all = new Map([...asked, ...usual, ...(wanted ?? []).map(at)].map((time) => [time.start, time]));
  return [...all.values()]
    .filter(({ start }) => start > now)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

/** The day of the meeting, if it has one, and the best others of its quarter. Throws UserError where it says no quarter. */
function usualDays(
  register: Register,
  { id, title, start }: Activity,
  now: Run['settings']['now'],
): readonly Day[] {
  if (start === undefined || quarterName(quarterOf(start.first)) !== quarterName(quarterOf(start.last))) {
    throw new UserError(
      msg`It cannot be known in which quarter ${id} «${title}» is.`,
      msg`Write it in Start, for example «Q2 2027»; or name the days with --days "2027-06-10, 2027-06-17".`,
    );
  }
  const own = start.precision === 'time' || start.precision === 'day' ? [start.first] : [];
  const days = [...new Set([...own, ...daysFor(register, id, quarterOf(start.first), now)])].slice(0, DAYS);
  if (days.length > 0) return days;
  throw new UserError(
    msg`No day of ${spokenQuarter(quarterOf(start.first))} is free.`,
    msg`Name the days with --days "2027-06-10, 2027-06-17".`,
  );
}

function deadlineFor(
  { settings, flags }: Run,
  [first]: readonly ProposedTime[],
  there: Day | undefined,
): Day {
  const today = dayOf(settings.now);
  const wanted = textFlag(flags, 'answer-by');
  if (wanted !== undefined) return dayIn(wanted, 'answer-by', today).first;
  if (there !== undefined && there >= today) return there;
  const usual = addDays(today, ANSWER_DAYS);
  return first === undefined || usual < dayOf(first.start) ? usual : today;
}

function requireInvited(register: Register, [first]: readonly ProposedTime[]): void {
  if (first === undefined)
    throw new UserError(msg`Every day that was asked about is past.`, msg`Name new ones with --days.`);
  if (invitedOn(register, dayOf(first.start)).length > 0) return;
  const without = register.tabs.contacts?.withoutId.size ?? 0;
  if (without > 0)
    throw new UserError(
      without === 1
        ? msg`Nobody with an ID is invited to the quarterly meetings; ${without} row of Kontakter has none.`
        : msg`Nobody with an ID is invited to the quarterly meetings; ${without} rows of Kontakter have none.`,
      msg`Run «npm run check -- --give-ids --write», and try again. Those invited have «kvartalsmøte» in Lister.`,
    );
  throw new UserError(
    msg`Nobody is invited to the quarterly meetings.`,
    msg`Write «kvartalsmøte» in Lister of those in Kontakter who are.`,
  );
}

/** Days that somebody has named although they are not free. */
function faultsOf(register: Register, meeting: Activity, times: readonly ProposedTime[]): readonly string[] {
  const taken = takenDays(register, meeting.id);
  const faults = times.flatMap(({ start }) => {
    const because = notFree(dayOf(start), taken);
    return because === undefined ? [] : [`${spokenWeekday(dayOf(start))}: ${notFreeWords(because)}`];
  });
  return faults.length === 0 ? [] : [msg`Not free: ${inFew(faults)}.`];
}
