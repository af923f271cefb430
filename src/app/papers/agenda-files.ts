/** The agenda's files, and the invitation beside. */
import { utcText, type WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { AgendaView } from '../../papers/agenda/view.ts';
import { invitation, type Invitation } from '../../papers/agenda/invitation.ts';
import { meetingsOf, type Meeting } from '../../papers/meetings.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import { renderText } from '../../render/text/text.ts';
import { calendarText, type Marking } from './calendar-text.ts';
import { paperFilesIn, paperFormats } from './paper-files.ts';
import { paperWriter, type PaperWriter } from './paper-writer.ts';
import type { PaperFile } from './save-papers.ts';

export const formats = [...paperFormats, 'ics'] as const;
export type Format = (typeof formats)[number];

/** What the register says of the meeting beside the agenda. */
function meetingIn(register: Register, id: string): Meeting {
  const meeting = meetingsOf(register).find((one) => one.id === id);
  if (meeting === undefined) throw new RangeError(`an agenda for no meeting: ${id}`);
  return meeting;
}

/** The invitation: a request to answer where there is somebody to answer to, else an event to keep. */
async function icsOf(
  view: AgendaView,
  register: Register,
  { write, marking }: { readonly write: PaperWriter; readonly marking: Marking },
  now: WallTime,
): Promise<string> {
  const { method, ...event } = await meetingEvent(view, register, write);
  return calendarText(method, [{ ...event, stamp: utcText(now) }], marking);
}

/** The event of the meeting, but for the time it was made at. */
export async function meetingEvent(
  view: AgendaView,
  register: Register,
  write: PaperWriter,
): Promise<Omit<CalendarEvent, 'stamp'> & Pick<Invitation, 'method' | 'organizer'>> {
  // Calendars break lines themselves.
  const description = renderText(await write('agenda-invitation', view), 1000);
  const { start, end, place, link, title, id } = view.meeting;
  const invited = invitation(register, meetingIn(register, id));
  return { ...invited, start, end, description, location: place, url: link, summary: title };
}

/**
 * The cancellation of a meeting, for the calendars that have its invitation: the same event, taken off. `now` is Oslo
 * time. It says nothing that differs between the written standards, so it is one file; a sample's says it in bokmål.
 */
export function cancellationFile(register: Register, meeting: Meeting, now: WallTime): PaperFile {
  const { start, end, place, title } = meeting;
  const { method, ...invited } = invitation(register, meeting);
  const times =
    start.time === undefined
      ? { start: start.first, end: (end ?? start).last }
      : { start: start.time, end: end?.time };
  const event = { ...invited, ...times, stamp: utcText(now), location: place, summary: title };
  const marking = { standard: 'nb', isSample: isSampleRegister(register) } as const;
  return { ending: '.ics', content: calendarText(method, [event], marking) };
}

/** The files in the wanted formats, for each written standard. `now` is Oslo time. Throws UserError for a template that is at fault. */
export async function agendaFiles(
  view: AgendaView,
  register: Register,
  standards: readonly NorwegianStandard[],
  wanted: readonly Format[],
  now: WallTime,
): Promise<readonly PaperFile[]> {
  const subject = `${view.meeting.title} (${view.reference})`;
  const order = { paper: 'agenda', view, asOf: view.asOf, subject } as const;
  const papers = paperFormats.filter((format) => wanted.includes(format));
  const files: PaperFile[] = [];
  for (const standard of standards) {
    const marking = { standard, isSample: isSampleRegister(register) };
    const write = await paperWriter(marking);
    files.push(...(await paperFilesIn(standard, write, order, papers)));
    if (!wanted.includes('ics')) continue;
    files.push({ ending: `.${standard}.ics`, content: await icsOf(view, register, { write, marking }, now) });
  }
  return files;
}
