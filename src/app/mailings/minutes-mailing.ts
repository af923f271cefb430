/** `npm run minutes -- --final --mailing`: the minutes to those who were called or there, and each responsible's actions. */
import { msg } from '../../domain/msg.ts';
import { minutesMailing } from '../../domain/mailing-kind.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import { meetingDay } from '../../papers/meetings.ts';
import type { FinalMinutes } from '../../papers/minutes/final.ts';
import { minutesMailView } from '../../papers/minutes/final-view.ts';
import { minutesMailSays, minutesMailViewOf, minutesSource } from '../../papers/minutes/mail.ts';
import { minutesCalling } from '../../papers/minutes/sent.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Run } from '../cli/command.ts';
import { organizerOf } from '../papers/agenda-calendar.ts';
import { shownPath, workbookId } from '../settings/settings.ts';
import { actionListMailings } from './action-list-mailing.ts';
import { keysOf } from './keys.ts';
import { keepPaperMailing } from './paper-mailing.ts';

const templates = { 'minutes-mail': minutesMailView, 'minutes-mail-subject': minutesMailView };

/** What a run prints after the paths of its files, and 1 where a person has to do something. */
interface Made {
  readonly results: readonly string[];
  readonly code: 0 | 1;
}

/** Keeps the mailings in folders of their own. Sends nothing. Throws UserError if the settings do not say who sends. */
export async function minutesMailings(
  run: Run,
  { register }: RegisterReading,
  minutes: FinalMinutes,
): Promise<Made> {
  const { settings, terminal } = run;
  const { meeting, view } = minutes;
  const calling = minutesCalling(register, {
    ...{ meeting, version: view.version, now: settings.now, keyOf: keysOf(workbookId(settings)) },
  });
  const { audience, has, waiting } = calling;
  if (waiting !== undefined)
    terminal.say(
      msg`  ${waiting.people} get it by ${waiting.mailing}, which is not finished: npm run send -- ${waiting.mailing}`,
      'yellow',
    );
  if (has > 0) terminal.say(msg`  ${has} of the readers have this version, and do not get it again.`);
  const results: string[] = [];
  if (audience.chosen.length > 0) {
    for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
    const { folder, unchanged } = await keepPaperMailing(settings, {
      ...{ register, audience, templates },
      name: { activity: meeting.id, kind: minutesMailing },
      time: { start: view.meeting.start, end: view.meeting.end },
      organizer: organizerOf(register, meeting.id),
      source: minutesSource(register, minutes, settings.now),
      says: [{ about: meeting.id, facts: minutesMailSays(minutes) }],
      texts: () => ({
        letter: 'minutes-mail',
        subject: 'minutes-mail-subject',
        view: minutesMailViewOf(register, minutes, settings.now),
      }),
    });
    results.push(`${shownPath(settings, folder)}${unchanged ? msg` (unchanged)` : ''}`);
  } else if (has === 0 && waiting === undefined)
    terminal.say(msg`  Nobody can get the minutes by mail: see Lister and E-post in Kontakter.`, 'yellow');
  const ids = new Set(view.actions.map(({ id }) => id));
  const lists = await actionListMailings(run, register, {
    meetingOn: meetingDay(meeting),
    isWanted: ({ actions, said }) =>
      actions.some(({ id }) => ids.has(id) && said?.some((one) => one.id === id) !== true),
  });
  const all = [...results, ...lists.results];
  if (all.length > 1)
    terminal.say(
      msg`  ${all.length} mailings, each sent by a command of its own: npm run send -- <folder>, for every folder below. Each list of actions is of one person.`,
    );
  return { results: all, code: lists.code };
}
