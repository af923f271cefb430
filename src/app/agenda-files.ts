/** From the agenda's view to its files: template → Markdown → HTML, text and .docx, and the invitation beside. */
import type { NorwegianStandard } from '../domain/written-standard.ts';
import type { AgendaView } from '../papers/agenda/view.ts';
import { invitation } from '../papers/agenda/invitation.ts';
import type { Register } from '../register/register.ts';
import type { PaperDocument, PaperProperties } from '../render/document.ts';
import { renderHtml, type HtmlShell } from '../render/html.ts';
import { renderIcs } from '../render/ics.ts';
import { parseMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { instantOf, parseDay, wallTimeFrom } from '../domain/time.ts';
import { loadShell } from './load-templates.ts';
import { paperWriter, type PaperWriter } from './paper-writer.ts';
import type { PaperFile } from './save-papers.ts';

export const formats = ['html', 'docx', 'txt', 'ics'] as const;
export type Format = (typeof formats)[number];

interface Paper {
  readonly document: PaperDocument;
  readonly properties: PaperProperties;
  readonly shell: HtmlShell;
  readonly ics: string;
}

async function contentOf(
  format: Format,
  { document, properties, shell, ics }: Paper,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return renderHtml(document, properties, shell);
    case 'docx': {
      const { renderDocx } = await import('../render/docx.ts');
      return renderDocx(document, properties);
    }
    case 'txt':
      return renderText(document);
    case 'ics':
      return ics;
  }
}

/** Midnight in Oslo on the day the register was read: files made on one day from one register are the same. */
function madeAt(view: AgendaView): string {
  const day = parseDay(view.asOf);
  if (day === undefined) throw new RangeError(`not a day: ${view.asOf}`);
  return instantOf(wallTimeFrom(day, 0)).toISOString().replace('.000Z', 'Z');
}

/** The invitation: a request to answer where there is somebody to answer to, else an event to keep. */
async function icsOf(
  view: AgendaView,
  register: Register,
  write: PaperWriter,
  created: string,
): Promise<string> {
  // Calendars break lines themselves.
  const description = renderText(parseMarkdown(await write('agenda-invitation', view)), 1000);
  const { meeting } = view;
  const { uid, organizer, attendees } = invitation(register, view);
  const { start, end, place, link } = meeting;
  const times = { uid, sequence: 0, stamp: created, start, end };
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
  const created = madeAt(view);
  const shell = await loadShell();
  const files: PaperFile[] = [];
  for (const standard of standards) {
    const write = await paperWriter(standard);
    const document = parseMarkdown(await write('agenda', view));
    const subject = `${view.meeting.title} (${view.reference})`;
    const properties = { standard, subject, creator: 'Bylivsenteret og Distriktssenteret', created };
    const ics = wanted.includes('ics') ? await icsOf(view, register, write, created) : '';
    for (const format of wanted) {
      files.push({
        ending: `.${standard}.${format}`,
        content: await contentOf(format, { document, properties, shell, ics }),
      });
    }
  }
  return files;
}
