/** From the text of a webinar in one written standard to what its recipients read: template → Markdown → mail. */
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { WebinarEvent } from '../../papers/announcement/invitation.ts';
import type { AnnouncementView } from '../../papers/announcement/view.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { PaperDocument } from '../../render/document/document.ts';
import type { MailShell } from '../../render/mail/email.ts';
import { renderHtmlFragment } from '../../render/html/html.ts';
import { renderMarkdown } from '../../render/markdown/markdown-writer.ts';
import { renderPost } from '../../render/text/post.ts';
import { renderText } from '../../render/text/text.ts';
import { calendarText, type Marking } from '../papers/calendar-text.ts';
import { paperWriter, type PaperWriter } from '../papers/paper-writer.ts';
import { writtenLetter, type LetterEvent, type WrittenLetter } from '../mailings/letter.ts';
import { announcementTemplates, type AnnouncementTemplate } from '../papers/announcement-templates.ts';

/** Calendars break lines themselves. */
const unbroken = 1000;

/** A text for the web, as a fragment of HTML and as Markdown, and a short post for social channels. */
export interface WebTexts {
  readonly html: string;
  readonly markdown: string;
  readonly post: string;
  /** How the recipients' addresses are treated, for the parties' own pages: a fragment of HTML. */
  readonly privacy: string;
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
): Promise<LetterEvent> {
  const { method, ...what } = event;
  const description =
    method === 'CANCEL' ? undefined : renderText(await write('webinar-invitation', view), unbroken);
  const { sequence } = stamp;
  return { method, sequence, ics: calendarText(method, [{ ...what, ...stamp, description }], marking) };
}

/** A fragment that says its language: the page that it is pasted into may have another. */
const fragmentIn = (standard: NorwegianStandard, paper: PaperDocument): string =>
  `<article lang="${standard}">\n${renderHtmlFragment(paper)}</article>\n`;

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
      const calendar =
        event === undefined ? undefined : await calendarOf({ write, marking }, view, event, stamp);
      const texts = { letter: kind, subject: `${kind}-subject`, view } as const;
      return writtenLetter({ write, standard, shell }, texts, calendar);
    },
    web: async (view) => {
      const paper = await write('announcement-web', view);
      const post = await write('announcement-post', view);
      const privacy = await write('announcement-privacy', view);
      return {
        html: fragmentIn(standard, paper),
        privacy: fragmentIn(standard, privacy),
        markdown: renderMarkdown(paper),
        post: `${renderPost(post)}\n`,
      };
    },
  };
}
