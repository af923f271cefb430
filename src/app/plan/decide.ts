/** `npm run plan -- --decide A-2027-002`: the day that suits most of those who have answered. */
import { capital } from '../../language/dates.ts';
import { joinedByAnd, spokenDate, spokenTime } from '../../language/spoken.ts';
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { dayOf, utcText, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { bestTimes, isOnDay, pointsOf, pollOf, type Poll, type PollTime } from '../../papers/plan/poll.ts';
import { chosenTime, choiceOf } from '../../papers/plan/chosen.ts';
import { timeChanges } from '../../papers/plan/time-changes.ts';
import { activityStatuses } from '../../register/lists.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { statementRows } from '../../register/statement-rows.ts';
import { unreadAnswersIn } from '../../register/unread-rows.ts';
import type { ExitCode, Run } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';
import { textFlag } from '../papers/paper-flags.ts';
import { reportRefused } from '../register/change-report.ts';
import type { OpenRegister } from '../register/open-register.ts';
import { askedMeeting, dayIn } from './asked-meeting.ts';
import { reportPoll } from './show-poll.ts';

/** 1 where nobody has answered, a person must choose between days, or a cell holds something else. */
export async function decide(run: Run, open: OpenRegister): Promise<ExitCode> {
  const { settings, terminal, flags } = run;
  const { register } = open.reading;
  const meeting = askedMeeting(register, textFlag(flags, 'decide') ?? '', settings.now);
  const poll = requiredPoll(pollOf(register, meeting.id, dayOf(settings.now)), meeting);
  const best = chosenTimes(run, poll);
  if (flags['json'] === true) terminal.result(JSON.stringify({ ...poll, best }, null, 2));
  else {
    terminal.result(`«${meeting.title}» (${meeting.id})`, 'bold');
    reportPoll(terminal, poll);
  }
  if (flags['date'] === undefined && isLeftOut(open, meeting.id, terminal)) return 1;
  if (isUnanswered(poll, terminal)) return 1;
  const [time, other] = best;
  if (time === undefined || other !== undefined || isOneSided(run, time)) {
    terminal.say(whyOpen(best), 'yellow');
    return 1;
  }
  const day = capital(spokenTime(time.start));
  terminal.say(
    flags['date'] === undefined
      ? msg`${day} suits most: «passer» counts 2 and «kan hvis nødvendig» 1, which makes ${pointsOf(time)}.`
      : msg`${day} is chosen.`,
  );
  return setTime(run, open, meeting, time);
}

/** An answer that cannot be read could change which day suits most. */
function isLeftOut({ workbook, reading }: OpenRegister, meeting: string, terminal: Terminal): boolean {
  const rows = unreadAnswersIn(workbook, reading.register, meeting);
  if (rows.length === 0) return false;
  const isOne = rows.length === 1;
  terminal.say(
    isOne
      ? msg`No day was chosen: row ${inFew(rows)} of Datoforslag cannot be read.`
      : msg`No day was chosen: rows ${inFew(rows)} of Datoforslag cannot be read.`,
    'yellow',
  );
  terminal.say(
    isOne
      ? msg`«npm run check» says what to write in it. --date chooses a day all the same.`
      : msg`«npm run check» says what to write in them. --date chooses a day all the same.`,
  );
  return true;
}

/** Nobody of one party has said that they can come: that is no meeting of both, unless a person says so. */
const isOneSided = ({ flags }: Run, { without }: PollTime): boolean =>
  flags['date'] === undefined && without.length > 0;

const whyOpen = (best: readonly PollTime[]): string =>
  best.length === 0
    ? msg`No day was chosen: nobody can come to any of those that are still to come.`
    : best.length === 1
      ? msg`No day was chosen: for the one that suits most, nobody from one of the parties has said that they can come. --date chooses it all the same.`
      : msg`No day was chosen: ${joinedByAnd(best.map(({ start }) => spokenTime(start)))} suit as many. --date chooses one.`;

function requiredPoll(poll: Poll | undefined, { id, title }: Activity): Poll {
  if (poll !== undefined) return poll;
  throw new UserError(
    msg`Nobody has been asked which day suits ${id} «${title}».`,
    msg`«npm run plan -- --poll ${id} --write» asks those who are invited.`,
  );
}

/** Nothing to decide by, also where a day is named: those asked were to choose it. */
function isUnanswered({ silent, voters }: Poll, terminal: Terminal): boolean {
  if (silent.length < voters.length) return false;
  terminal.say(
    voters.length === 1
      ? msg`No day was chosen: none of the ${voters.length} person asked has answered.`
      : msg`No day was chosen: none of the ${voters.length} people asked has answered.`,
    'yellow',
  );
  terminal.say(msg`Ask them to fill in Svar in the tab Datoforslag, and try again.`);
  return true;
}

/** The one of --date, or those that suit most. Throws UserError for a day that nobody was asked about. */
function chosenTimes({ settings, flags }: Run, poll: Poll): readonly PollTime[] {
  const text = textFlag(flags, 'date');
  if (text === undefined) return bestTimes(poll, settings.now);
  const { first, time } = dayIn(text, 'date', dayOf(settings.now));
  const found = poll.times.filter((one) => isOnDay(first)(one) && (time === undefined || time === one.start));
  if (found.length > 0) return found;
  throw new UserError(
    msg`Nobody was asked about ${text}.`,
    msg`Choose one of ${poll.times.map(({ start }) => spokenDate(dayOf(start))).join(', ')}; or ask with --poll ${poll.meeting} --days.`,
  );
}

async function setTime(
  { flags, terminal, settings }: Run,
  { store, workbook, reading }: OpenRegister,
  meeting: Activity,
  { start, end }: PollTime,
): Promise<ExitCode> {
  const { register } = reading;
  const { changes, own } = timeChanges(register, workbook, meeting, { start, end });
  const row = msg`row ${meeting.at.row} of ${meeting.at.tab}`;
  if (own.length > 0) {
    const holds = joinedByAnd(own.map(({ column, holds: text }) => `${column} «${text}»`));
    terminal.say(msg`Nothing was written: ${row} has ${holds}, which is not what Felles proposed.`, 'yellow');
    terminal.say(
      end === undefined
        ? msg`Write ${typed(start)} in Start there, and run this again.`
        : msg`Write ${typed(start)} in Start and ${typed(end)} in Slutt there, and run this again.`,
    );
    return 1;
  }
  const isKept = chosenTime(register, meeting.id) === start;
  // So that «today» knows that it was chosen, also where it is what the row had.
  const kept = isKept
    ? []
    : statementRows(register, [choiceOf(meeting.id, { start, end }, utcText(settings.now))]);
  if (changes.length > 0 && flags['write'] !== true) {
    terminal.say(msg`Nothing was written. --write puts it in ${row}.`);
    return 0;
  }
  const all = flags['write'] === true ? [...changes, ...kept] : [];
  if (all.length > 0 && reportRefused(terminal, await store.write(all, workbook))) return 1;
  if (changes.length === 0) terminal.say(msg`It is in ${row} already.`);
  else terminal.say(msg`Written in ${row}.`, 'green');
  if (meeting.status === 'idea')
    terminal.say(
      msg`Write ${activityStatuses.planned[0]} in Status there: until then it is an idea, and gets no agenda.`,
    );
  return 0;
}

/** `11.03.2027 10:00`, as people write it in a cell. */
const typed = (time: WallTime): string => `${dayOf(time).split('-').reverse().join('.')} ${time.slice(11)}`;
