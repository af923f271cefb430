/** `npm run agenda -- --mailing`: the invitation to a quarterly meeting as a mailing, and its cancellation. */
import { meetingMailing } from '../../domain/mailing-kind.ts';
import { parseSaidTime } from '../../domain/statement.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { agendaCalling, cancellationCalling, type Calling } from '../../papers/agenda/calling.ts';
import { newsOf } from '../../papers/agenda/news.ts';
import { agendaSource, cancellationSource } from '../../papers/agenda/source.ts';
import { meetingMailings } from '../../papers/agenda/told.ts';
import {
  agendaView,
  cancellationView,
  type AgendaView,
  type CancellationView,
} from '../../papers/agenda/view.ts';
import { meetingAfter, type Meeting } from '../../papers/meetings.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { meetingFacts } from '../../papers/record/meeting-facts.ts';
import { invitedList } from '../../register/list-names.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { meetingEvent, cancellationEvent, organizerOf } from '../papers/agenda-calendar.ts';
import type { Run } from '../cli/command.ts';
import type { Terminal } from '../cli/terminal.ts';
import type { PaperWriter } from '../papers/paper-writer.ts';
import { workbookId, type Settings } from '../settings/settings.ts';
import { keysOf } from './keys.ts';
import { madeMailing, type KeptMailing } from './mailing-folder.ts';
import { keepPaperMailing, type MailingEvent } from './paper-mailing.ts';

const templates = { agenda: agendaView, 'agenda-invitation': agendaView, 'agenda-subject': agendaView };

const cancellationTemplates = {
  'agenda-cancelled': cancellationView,
  'agenda-cancelled-subject': cancellationView,
};

/** The keys of the recipients of each mailing about the meeting that is on this machine. */
async function keysHere(
  settings: Settings,
  register: Register,
  about: string,
): Promise<(mailing: string) => ReadonlySet<string>> {
  const keys = new Map<string, ReadonlySet<string>>();
  for (const { id } of meetingMailings(register, about)) {
    const made = await madeMailing(settings, id);
    if (made !== undefined) keys.set(id, new Set(made.recipients.map(({ key }) => key)));
  }
  return (mailing) => keys.get(mailing) ?? new Set();
}

/**
 * Keeps the mailing in a folder of its own, as the next revision if something has changed; undefined, with the reason said,
 * where everybody has it or gets it by one that is not finished. Sends nothing. Throws UserError if nobody is invited, or
 * the settings do not say who sends.
 */
export async function agendaMailing(
  { settings, terminal }: Run,
  { register }: RegisterReading,
  view: AgendaView,
): Promise<KeptMailing | undefined> {
  const { id, start, end } = view.meeting;
  const { now } = settings;
  const calling = agendaCalling(
    register,
    { about: id, now, keyOf: keysOf(workbookId(settings)) },
    await keysHere(settings, register, id),
  );
  const { audience, changes, said } = calling;
  sayCalling(terminal, calling);
  if (audience.chosen.length === 0) {
    if (calling.has > 0 || calling.waiting !== undefined) return undefined;
    throw new UserError(
      msg`Nobody can be invited to the meeting.`,
      msg`Write «${invitedList}» in Lister for those in Kontakter who are invited, and their addresses.`,
    );
  }
  return keepPaperMailing(settings, {
    ...{ register, audience, templates },
    name: { activity: id, kind: meetingMailing },
    time: { start, end },
    organizer: organizerOf(register, id),
    source: agendaSource(view),
    says: [{ about: id, facts: meetingFacts(register, id, now) ?? {} }],
    texts: (standard) => ({
      ...{ letter: 'agenda', subject: 'agenda-subject' },
      view: { ...view, news: newsOf(changes, view, { said, standard, register }) },
    }),
    event: (write, standard) => invitationEvent(view, register, write, standard),
  });
}

/** The mailings are in the ledger under the ID, so that `send` finds them. */
function sayCalling(terminal: Terminal, { audience, has, waiting }: Calling): void {
  if (audience.chosen.length > 0 || (has === 0 && waiting === undefined))
    for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  if (waiting !== undefined) {
    const { mailing, people } = waiting;
    terminal.say(
      msg`  ${people} get it by ${mailing}, which is not finished: npm run send -- ${mailing}`,
      'yellow',
    );
  }
  if (has > 0)
    terminal.say(msg`  ${has} of those who are invited have it as it is, and do not get it again.`);
}

/** The invitation, if there is somebody to answer to. */
async function invitationEvent(
  view: AgendaView,
  register: Register,
  write: PaperWriter<'agenda-invitation'>,
  standard: NorwegianStandard,
): Promise<MailingEvent | undefined> {
  const event = await meetingEvent(view, register, write, standard);
  // Whoever has it in a calendar was sent it.
  return event.organizer === undefined ? undefined : { ...event, method: 'REQUEST', status: 'CONFIRMED' };
}

/**
 * The mail that a meeting is cancelled, to those who have its invitation, which it takes out of their calendars. Undefined,
 * with the reason said, where nobody has it. Throws UserError as `agendaMailing`.
 */
export async function cancellationMailing(
  { settings, terminal }: Run,
  { register }: RegisterReading,
  meeting: Meeting,
): Promise<KeptMailing | undefined> {
  const { id } = meeting;
  const { audience, has, last } = cancellationCalling(register, {
    ...{ about: id, now: settings.now, keyOf: keysOf(workbookId(settings)) },
  });
  if (audience.chosen.length === 0) {
    sayNobody(terminal, id, { has, last: last?.id });
    return undefined;
  }
  for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  const { start, end, day } = timeOf(meeting, last?.facts.time);
  const view: CancellationView = {
    meeting: { id, title: meeting.title, day, start, end },
    ...meetingAfter(register, meeting),
  };
  return keepPaperMailing(settings, {
    ...{ register, audience, templates: cancellationTemplates },
    name: { activity: id, kind: 'cancellation' },
    time: start === undefined ? undefined : { start, end },
    organizer: organizerOf(register, id),
    source: cancellationSource(meeting),
    // Whoever has it needs to know nothing else of the meeting.
    says: [{ about: id, facts: { state: 'cancelled' } }],
    texts: () => ({ letter: 'agenda-cancelled', subject: 'agenda-cancelled-subject', view }),
    event: () => Promise.resolve(cancelEvent(register, meeting)),
  });
}

function sayNobody(
  terminal: Terminal,
  meeting: string,
  { has, last }: { readonly has: number; readonly last: string | undefined },
): void {
  terminal.say(
    has > 0
      ? msg`  Those who had the invitation know that it is cancelled. No mailing is made.`
      : msg`  As far as the ledger knows, nobody has the invitation to ${meeting}. No mailing is made.`,
  );
  if (has === 0 && last !== undefined)
    terminal.say(
      msg`  If it was sent by hand, report that first: npm run send -- ${last} --sent-by-hand all`,
    );
}

/** The time that they were told, otherwise that of the register. */
function timeOf(
  { start, end }: Meeting,
  said: string | null | undefined,
): Pick<CancellationView['meeting'], 'day' | 'start' | 'end'> {
  const told = parseSaidTime(said ?? '');
  if (told !== undefined) return { day: told.first, start: told.start, end: told.end };
  return { day: start.first, start: start.time, end: end?.time };
}

const cancelEvent = (register: Register, meeting: Meeting): MailingEvent | undefined => {
  const event = cancellationEvent(register, meeting);
  return event.organizer === undefined ? undefined : { ...event, method: 'CANCEL' };
};
