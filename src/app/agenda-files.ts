/** The agenda's files, and the invitation beside. */
import type { NorwegianStandard } from '../domain/written-standard.ts';
import type { AgendaView } from '../papers/agenda/view.ts';
import { invitation } from '../papers/agenda/invitation.ts';
import type { Register } from '../register/register.ts';
import { renderIcs } from '../render/ics.ts';
import { parseMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { madeAt, paperFilesIn, paperFormats } from './paper-files.ts';
import { paperWriter, type PaperWriter } from './paper-writer.ts';
import type { PaperFile } from './save-papers.ts';

export const formats = [...paperFormats, 'ics'] as const;
export type Format = (typeof formats)[number];

/** The invitation: a request to answer where there is somebody to answer to, else an event to keep. */
async function icsOf(view: AgendaView, register: Register, write: PaperWriter): Promise<string> {
  // Calendars break lines themselves.
  const description = renderText(parseMarkdown(await write('agenda-invitation', view)), 1000);
  const { meeting } = view;
  const { uid, organizer, attendees } = invitation(register, view);
  const { start, end, place, link } = meeting;
  const times = { uid, sequence: 0, stamp: madeAt(view.asOf), start, end };
  const event = {
    ...times,
    summary: meeting.title,
    description,
    location: place,
    url: link,
    organizer,
    attendees,
  };
  return renderIcs(organizer === undefined ? 'PUBLISH' : 'REQUEST', [event]);
}

/** The files in the wanted formats, for each written standard. Throws UserError for a template that is at fault. */
export async function agendaFiles(
  view: AgendaView,
  register: Register,
  standards: readonly NorwegianStandard[],
  wanted: readonly Format[],
): Promise<readonly PaperFile[]> {
  const subject = `${view.meeting.title} (${view.reference})`;
  const order = { paper: 'agenda', view, asOf: view.asOf, subject } as const;
  const papers = paperFormats.filter((format) => wanted.includes(format));
  const files: PaperFile[] = [];
  for (const standard of standards) {
    const write = await paperWriter(standard);
    files.push(...(await paperFilesIn(standard, write, order, papers)));
    if (!wanted.includes('ics')) continue;
    files.push({ ending: `.${standard}.ics`, content: await icsOf(view, register, write) });
  }
  return files;
}
