/** `npm run agenda -- --mailing`: the agenda and the invitation as a mailing to those who are invited. */
import { meetingMailing } from '../../domain/mailing-kind.ts';
import { UserError } from '../../domain/user-error.ts';
import { agendaSource } from '../../papers/agenda/source.ts';
import { invitationDay } from '../../papers/agenda/called.ts';
import { invitedList } from '../../register/list-names.ts';
import { agendaView, type AgendaView } from '../../papers/agenda/view.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import { audienceOf } from '../../papers/announcement/recipients.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { meetingEvent } from '../papers/agenda-calendar.ts';
import type { Run } from '../cli/command.ts';
import type { PaperWriter } from '../papers/paper-writer.ts';
import type { KeptMailing } from './mailing-folder.ts';
import { keepPaperMailing, type MailingEvent } from './paper-mailing.ts';

const templates = { agenda: agendaView, 'agenda-invitation': agendaView, 'agenda-subject': agendaView };

/**
 * Keeps the mailing in a folder of its own, as the next revision if something has changed. Sends nothing. Throws UserError
 * if nobody is invited, or the settings do not say who sends.
 */
export async function agendaMailing(
  { settings, terminal }: Run,
  { register }: RegisterReading,
  view: AgendaView,
): Promise<KeptMailing> {
  const on = invitationDay(register, view.meeting.id, settings.now);
  const audience = audienceOf(register, { on, target: `liste:${invitedList}`, includeHidden: true });
  for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  if (audience.chosen.length === 0) {
    throw new UserError(
      'Nobody can be invited to the meeting.',
      `Write «${invitedList}» in Lister for those in Kontakter who are invited, and their addresses.`,
    );
  }
  const { id, start, end } = view.meeting;
  return keepPaperMailing(settings, {
    ...{ register, audience, templates },
    name: { activity: id, kind: meetingMailing },
    time: { start, end },
    source: agendaSource(view),
    texts: () => ({ letter: 'agenda', subject: 'agenda-subject', view }),
    event: (write) => invitationEvent(view, register, write),
  });
}

/** The invitation, if there is somebody to answer to. */
async function invitationEvent(
  view: AgendaView,
  register: Register,
  write: PaperWriter<keyof typeof templates>,
): Promise<MailingEvent | undefined> {
  const event = await meetingEvent(view, register, write);
  return event.organizer === undefined ? undefined : { ...event, method: 'REQUEST' };
}
