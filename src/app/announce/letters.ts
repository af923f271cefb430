/** From the text of a webinar in one written standard to what its recipients read: template → Markdown → mail. */
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { Letter } from '../../delivery/compose.ts';
import type { WebinarEvent } from '../../papers/announcement/invitation.ts';
import type { AnnouncementView } from '../../papers/announcement/view.ts';
import { plainInline } from '../../render/document/document.ts';
import { renderEmail, type MailShell } from '../../render/mail/email.ts';
import { renderHtmlFragment } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown-writer.ts';
import { renderPost } from '../../render/text/post.ts';
import { renderText } from '../../render/text/text.ts';
import { calendarText, type Marking } from '../papers/calendar-text.ts';
import { paperWriter, type PaperWriter } from '../papers/paper-writer.ts';
import { announcementTemplates, type AnnouncementTemplate } from '../papers/announcement-templates.ts';

/** Lines of mail are shorter than those of papers, since mail is quoted more often. */
export const textWidth = 72;

/** Calendars break lines themselves. */
const unbroken = 1000;

export interface WrittenLetter extends Letter {
  readonly preheader: string;
}

/** A text for the web, as a fragment of HTML and as Markdown, and a short post for social channels. */
export interface WebTexts {
  readonly html: string;
  readonly markdown: string;
  readonly post: string;
}

/** The first paragraph is the subject; the second is the preview that mail programs show after it. */
export async function subjectOf<Template extends string>(
  write: PaperWriter<Template>,
  template: Template,
  view: object,
): Promise<{ readonly subject: string; readonly preheader: string }> {
  const { blocks } = await write(template, view);
  const [subject = '', preheader = ''] = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [plainInline(block.children)] : [],
  );
  return { subject, preheader };
}

/** When the mailing was made, and the number of the event in the recipients' calendars. */
export interface CalendarStamp {
  readonly stamp: string;
  readonly sequence: number;
}

async function calendarOf(
  { write, marking }: { readonly write: PaperWriter<AnnouncementTemplate>; readonly marking: Marking },
  view: AnnouncementView,
  event: WebinarEvent,
  stamp: CalendarStamp,
): Promise<NonNullable<Letter['calendar']>> {
  const { method, ...what } = event;
  const description =
    method === 'CANCEL' ? undefined : renderText(await write('webinar-invitation', view), unbroken);
  return { method, ics: calendarText(method, [{ ...what, ...stamp, description }], marking) };
}

/** Writes the texts about a webinar in one standard. */
export interface LetterDesk {
  readonly letter: (
    kind: MailingKind,
    view: AnnouncementView,
    event: WebinarEvent | undefined,
    stamp: CalendarStamp,
  ) => Promise<WrittenLetter>;
  readonly web: (view: AnnouncementView) => Promise<WebTexts>;
}

/** Throws UserError, as its letters do, for a template that uses a field that does not exist. */
export async function letterDesk(marking: Marking, shell: MailShell): Promise<LetterDesk> {
  const { standard } = marking;
  const write = await paperWriter(marking, announcementTemplates);
  return {
    letter: async (kind, view, event, stamp) => {
      const paper = await write(kind, view);
      const headline = await subjectOf(write, `${kind}-subject`, view);
      return {
        standard,
        ...headline,
        html: renderEmail(paper, { standard, ...headline }, shell),
        text: renderText(paper, textWidth),
        calendar: event === undefined ? undefined : await calendarOf({ write, marking }, view, event, stamp),
      };
    },
    web: async (view) => {
      const paper = await write('announcement-web', view);
      const post = await write('announcement-post', view);
      return {
        html: renderHtmlFragment(paper),
        markdown: renderMarkdown(paper),
        post: `${renderPost(post)}\n`,
      };
    },
  };
}
