/** Writes the words of a paper as runs and links of a .docx. */
import type * as Docx from 'docx';
import { isDeadEnd } from '../document/document.ts';
import type { Inline, PaperDocument } from '../document/document.ts';
import { languageTags } from './styles.ts';

export type RunStyle = Pick<Docx.IRunOptions, 'bold' | 'italics' | 'style' | 'color' | 'language'>;

/** What XML 1.0 cannot hold. Values have none of it; a template could. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export class DocxRuns {
  readonly #docx: typeof Docx;
  readonly #paper: PaperDocument;
  /** The number of each heading, by its id. Word wants bookmarks of at most 40 letters, digits and underscores. */
  readonly #headings: ReadonlyMap<string, number>;

  constructor(docx: typeof Docx, paper: PaperDocument) {
    this.#docx = docx;
    this.#paper = paper;
    const ids = paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
    this.#headings = new Map(ids.map((id, index) => [id, index + 1]));
  }

  of(children: readonly Inline[], style: RunStyle = {}): Docx.ParagraphChild[] {
    return children.flatMap((child) => this.#one(child, style));
  }

  tab(): Docx.TextRun {
    return new this.#docx.TextRun({ children: [new this.#docx.Tab()] });
  }

  lineBreak(): Docx.TextRun {
    return new this.#docx.TextRun({ break: 1 });
  }

  /** The name of the bookmark at a heading. */
  bookmark(id: string): string {
    return `heading_${this.#headings.get(id) ?? 0}`;
  }

  #one(child: Inline, style: RunStyle): Docx.ParagraphChild[] {
    switch (child.kind) {
      case 'text':
        return [new this.#docx.TextRun({ ...style, text: child.text.replace(forbidden, '') })];
      case 'break':
        return [this.lineBreak()];
      case 'strong':
        return this.of(child.children, { ...style, bold: true });
      case 'emphasis':
        return this.of(child.children, { ...style, italics: true });
      case 'lang':
        return this.of(child.children, { ...style, language: { value: languageTags[child.standard] } });
      case 'link':
        return this.#link(child.href, child.children, style);
    }
  }

  #link(href: string, words: readonly Inline[], style: RunStyle): Docx.ParagraphChild[] {
    if (isDeadEnd(this.#paper, href)) return this.of(words, style);
    const children = this.of(words, { ...style, style: 'Hyperlink' });
    if (!href.startsWith('#')) return [new this.#docx.ExternalHyperlink({ children, link: href })];
    return [new this.#docx.InternalHyperlink({ children, anchor: this.bookmark(href.slice(1)) })];
  }
}
