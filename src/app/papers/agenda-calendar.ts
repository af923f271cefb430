/** The meeting of an agenda for calendars: its invitation, and its cancellation. */
import { plainIn } from '../../domain/standard-text.ts';
import { utcText, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { invitation, type Invitation } from '../../papers/agenda/invitation.ts';
import type { AgendaView } from '../../papers/agenda/view.ts';
import { meetingsOf, type Meeting } from '../../papers/meetings.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import { renderText } from '../../render/text/text.ts';
import { calendarText } from './calendar-text.ts';
import type { FileContext } from './paper-definition.ts';
import type { PaperWriter } from './paper-writer.ts';
import type { PaperFile } from './save-papers.ts';

/** The meeting in the register, which has more than the agenda shows. */
function meetingIn(register: Register, id: string): Meeting {
  const meeting = meetingsOf(register).find((one) => one.id === id);
  if (meeting === undefined) throw new RangeError(`an agenda for no meeting: ${id}`);
  return meeting;
}

/** The address of whoever calls the meeting, who gets the answers; undefined if nobody does. */
export function organizerOf(register: Register, id: string): string | undefined {
  const meeting = register.activities.find((activity) => activity.id === id);
  return meeting === undefined ? undefined : invitation(register, meeting).organizer?.email;
}

/** The invitation: with a request to answer if there is somebody to answer to, otherwise a plain event. `now` is Oslo time. */
export async function invitationFile(
  view: AgendaView,
  register: Register,
  { write, marking }: Pick<FileContext<'agenda-invitation'>, 'write' | 'marking'>,
  now: WallTime,
): Promise<PaperFile> {
  const { method, ...event } = await meetingEvent(view, register, write, marking.standard);
  const content = calendarText(method, [{ ...event, stamp: utcText(now) }], marking);
  return { ending: `.${marking.standard}.ics`, content };
}

type MeetingEvent = Omit<CalendarEvent, 'stamp'> & Pick<Invitation, 'method' | 'organizer'>;

/** The event of the meeting in one written standard, without the time at which it was made. */
export async function meetingEvent(
  view: AgendaView,
  register: Register,
  write: PaperWriter<'agenda-invitation'>,
  standard: NorwegianStandard,
): Promise<MeetingEvent> {
  // Calendars break lines themselves.
  const description = renderText(await write('agenda-invitation', view), 1000);
  const { start, end, place, link, title, id } = view.meeting;
  const invited = invitation(register, meetingIn(register, id));
  return {
    ...invited,
    start,
    end,
    description,
    location: place,
    url: link,
    summary: plainIn(title, standard),
  };
}

/**
 * The cancellation of a meeting, for the calendars that have its invitation: the same event, cancelled. `now` is Oslo
 * time. Its text is the same in both written standards, so it is one file; that of a sample is in bokmål.
 */
export function cancellationFile(register: Register, meeting: Meeting, now: WallTime): PaperFile {
  const { method, ...event } = cancellationEvent(register, meeting);
  const marking = { standard: 'nb', isSample: isSampleRegister(register) } as const;
  const content = calendarText(method, [{ ...event, stamp: utcText(now) }], marking);
  return { ending: '.ics', content };
}

/** The event of a cancelled meeting, without the time at which it was made. */
export function cancellationEvent(register: Register, meeting: Meeting): MeetingEvent {
  const { start, end, place, title } = meeting;
  const times =
    start.time === undefined
      ? { start: start.first, end: (end ?? start).last }
      : { start: start.time, end: end?.time };
  return { ...invitation(register, meeting), ...times, location: place, summary: title };
}
