/** One written standard's version of a mailing: template → Markdown → mail. */
import type { Letter } from '../../delivery/compose.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { plainInline } from '../../render/document/document.ts';
import { renderEmail, type MailShell } from '../../render/mail/email.ts';
import { renderText } from '../../render/text/text.ts';
import type { PaperWriter } from '../papers/paper-writer.ts';

/** Lines of mail are shorter than those of papers, since mail is quoted more often. */
const textWidth = 72;

/** What a recipient's calendar gets, and the number of the event there (RFC 5545 section 3.8.7.4). */
export interface LetterEvent {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly sequence: number;
  readonly ics: string;
}

export interface WrittenLetter extends Omit<Letter, 'calendar'> {
  readonly preheader: string;
  readonly calendar?: LetterEvent | undefined;
}

/** The first paragraph is the subject; the second is the preview that mail programs show after it. */
async function subjectOf<Template extends string>(
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

/** The templates of the text and of its subject, and the view that both have. */
export interface LetterTexts<Template extends string> {
  readonly letter: Template;
  readonly subject: Template;
  readonly view: object;
}

/** Throws UserError for a template that uses a field that does not exist. */
export async function writtenLetter<Template extends string>(
  {
    write,
    standard,
    shell,
  }: {
    readonly write: PaperWriter<Template>;
    readonly standard: NorwegianStandard;
    readonly shell: MailShell;
  },
  { letter, subject, view }: LetterTexts<Template>,
  calendar: LetterEvent | undefined,
): Promise<WrittenLetter> {
  const paper = await write(letter, view);
  const headline = await subjectOf(write, subject, view);
  return {
    standard,
    ...headline,
    html: renderEmail(paper, { standard, ...headline }, shell),
    text: renderText(paper, textWidth),
    calendar,
  };
}
