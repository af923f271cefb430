/** Writes a paper as HTML: the paper itself, and the page around it. */
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { PaperDocument, PaperProperties } from '../document/document.ts';
import { HtmlWriter } from './html-writer.ts';
import type { Figures } from '../svg/drawing.ts';
import { preparedPage } from '../templates/page.ts';
import type { TemplateFile } from '../templates/fault.ts';
import { ReadyHtml } from '../templates/gate.ts';

/** What surrounds every paper. */
export interface HtmlShell {
  /** templates/page.html.hbs; gets `standard`, `title`, `subject`, `creator`, `created`, `styles` and `paper`. */
  readonly page: TemplateFile;
  /** templates/styles.css, as it is. */
  readonly styles: string;
}

/** The paper itself as HTML, for use inside a page or a mail: headings, sections, tables; no styles. */
export function renderHtmlFragment(paper: PaperDocument, figures?: Figures): string {
  return new HtmlWriter(paper, undefined, figures).paper();
}

/**
 * The paper as a whole page that loads nothing from elsewhere. Throws UserError when the paper has not exactly one
 * heading of level 1 (WCAG 2.1, technique G141, and forskrift om universell utforming § 4 b), and TemplateError for
 * a fault in the page template.
 */
export function renderHtml(
  paper: PaperDocument,
  properties: PaperProperties,
  shell: HtmlShell,
  figures?: Figures,
): string {
  const titles = paper.blocks.filter((block) => block.kind === 'heading' && block.level === 1).length;
  if (titles !== 1 || paper.title === '') {
    const found =
      titles === 1
        ? msg`A paper needs one title, and this one has an empty one.`
        : msg`A paper needs one title, and this one has ${titles}.`;
    throw new UserError(
      paper.from === undefined ? found : `${paper.from}: ${found}`,
      msg`Give the template exactly one line that begins with «# » and continues with words.`,
    );
  }
  return preparedPage(shell.page)({
    ...properties,
    title: paper.title,
    styles: new ReadyHtml(shell.styles),
    paper: new ReadyHtml(renderHtmlFragment(paper, figures)),
  });
}
