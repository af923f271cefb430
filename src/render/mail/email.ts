/**
 * Writes a paper as the HTML of a mail: one that works in Outlook, Gmail and Apple Mail, at 320 pixels and in dark mode,
 * and that loads nothing from anywhere: no pictures, no links that count who opens it.
 */
import type { WrittenStandard } from '../../domain/written-standard.ts';
import type { PaperDocument } from '../document/document.ts';
import { readMailStyles, type MailStyles } from './email-styles.ts';
import { HtmlWriter } from '../html/html-writer.ts';
import { preparedPage } from '../templates/page.ts';
import { oneLine } from '../safe/plain-text.ts';
import type { TemplateFile } from '../templates/fault.ts';
import { ReadyHtml } from '../templates/gate.ts';

/** What surrounds every mail. */
export interface MailShell {
  /** templates/mail.html.hbs; gets `standard`, `subject`, `preheader`, `styles`, `look` and `mail`. */
  readonly page: TemplateFile;
  /** templates/mail.css, as it is. */
  readonly styles: string;
}

export interface MailProperties {
  readonly standard: WrittenStandard;
  readonly subject: string;
  /** The text that lists of mail show after the subject. It is hidden in the mail itself. */
  readonly preheader: string;
}

const sheets = new WeakMap<MailShell, MailStyles>();

function stylesOf(shell: MailShell): MailStyles {
  const styles = sheets.get(shell) ?? readMailStyles(shell.styles);
  sheets.set(shell, styles);
  return styles;
}

/**
 * The mail as a whole page. Same paper, same bytes. Throws TemplateError for a fault in the template and RangeError for
 * a style that cannot be in a mail.
 */
export function renderEmail(paper: PaperDocument, properties: MailProperties, shell: MailShell): string {
  const styles = stylesOf(shell);
  const { standard, subject, preheader } = properties;
  const mail = new HtmlWriter(paper, styles.of).flat();
  return preparedPage(shell.page)({
    standard,
    subject: oneLine(subject),
    preheader: oneLine(preheader),
    styles: new ReadyHtml(styles.head),
    look: {
      body: styles.of('body') ?? '',
      preheader: styles.of('div', 'preheader') ?? '',
      mail: styles.of('div', 'mail') ?? '',
    },
    mail: new ReadyHtml(mail),
  });
}
