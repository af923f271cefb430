/** Writes the blocks of a paper as paragraphs and tables of a .docx. */
import type * as Docx from 'docx';
import type { Block, Fact, Heading, Inline, List, PaperDocument, Table } from '../document/document.ts';
import { pictureRun, type Pictures } from './picture.ts';
import { DocxRuns } from './runs.ts';
import type { RunStyle } from './runs.ts';
import { colours, factBorders, listIndent, noteItem, numbersFrom, page } from './styles.ts';
import { docxTable, staysWithNext } from './table.ts';
import { columnWidths, tablesLike } from '../document/table-columns.ts';

/** The place of a block: decides its style and whether it must stay with the next. */
interface Setting {
  readonly style: 'Body' | 'Note';
  readonly keepNext: boolean;
  /** More of the same note follows, with another indent: no space may part them, or the note would be two boxes. */
  readonly goesOn: boolean;
  /** It is in a note, below a list. */
  readonly isAfterList: boolean;
  /** How many lists it is in. */
  readonly depth: number;
  /** A table has no space of its own below it. */
  readonly isAfterTable: boolean;
  readonly next: Block['kind'] | undefined;
  /** Above or below the title, before the first section. */
  readonly head: 'above' | 'below' | undefined;
}

/** What the words right before it lead up to, so that they are not left alone at the foot of a page. */
const introduced: ReadonlySet<Block['kind']> = new Set(['table', 'facts', 'list', 'figure']);

/** The line above the title is its sender, the line below adds to it; others belong to a case. */
function bylineStyle({ head }: Setting): 'Kicker' | 'Subtitle' | 'Byline' {
  if (head === undefined) return 'Byline';
  return head === 'above' ? 'Kicker' : 'Subtitle';
}

/** Beside a list in a note its own colour is the space. */
function spacingOf({ isAfterTable, isAfterList, goesOn }: Setting): Pick<Docx.IParagraphOptions, 'spacing'> {
  const above = isAfterTable ? { before: 200 } : isAfterList ? { before: 0 } : {};
  const spacing = { ...above, ...(goesOn ? { after: 0 } : {}) };
  return Object.keys(spacing).length === 0 ? {} : { spacing };
}

/** A tab separates a label from the words, so the space after it is one too many. */
function trimStart(children: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = children;
  return first?.kind === 'text' ? [{ kind: 'text', text: first.text.trimStart() }, ...rest] : children;
}

/** The paragraphs and tables of one paper. */
export class DocxBody {
  readonly #docx: typeof Docx;
  readonly #paper: PaperDocument;
  readonly #runs: DocxRuns;
  readonly #pictures: Pictures;
  #lists = 0;

  /** Drawings without a picture are left out. */
  constructor(docx: typeof Docx, paper: PaperDocument, pictures: Pictures) {
    this.#docx = docx;
    this.#paper = paper;
    this.#runs = new DocxRuns(docx, paper);
    this.#pictures = pictures;
  }

  /** The whole paper. A case, that is a section of level 3, is kept on one page where a page can hold it. */
  write(): readonly Docx.FileChild[] {
    let level = 0;
    return this.#paper.blocks.flatMap((block, index, blocks) => {
      if (block.kind === 'heading') level = block.level;
      const next = blocks[index + 1];
      const isLast = next === undefined || (next.kind === 'heading' && next.level <= 3);
      const written = this.#block(block, {
        style: 'Body',
        keepNext:
          (level > 2 && !isLast) ||
          (block.kind === 'paragraph' && next !== undefined && introduced.has(next.kind)),
        goesOn: false,
        isAfterList: false,
        depth: 0,
        isAfterTable: blocks[index - 1]?.kind === 'table',
        next: next?.kind,
        head: level === 0 ? 'above' : level === 1 ? 'below' : undefined,
      });
      // Word joins tables that nothing separates, and needs a paragraph at the end.
      const needsMore = block.kind === 'table' && (next === undefined || next.kind === 'table');
      return needsMore ? [...written, this.#paragraph([], {})] : written;
    });
  }

  #block(block: Block, setting: Setting): readonly Docx.FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block, setting.next)];
      case 'paragraph':
        return [
          this.#paragraph(block.children, {
            style: setting.style,
            keepNext: setting.keepNext,
            ...spacingOf(setting),
          }),
        ];
      case 'byline':
        return [this.#paragraph(block.children, { style: bylineStyle(setting) })];
      case 'list':
        return this.#list(block, setting);
      case 'table':
        return [this.#table(block)];
      case 'facts':
        return block.facts.map((fact, index, { length }) =>
          this.#fact(fact, index, {
            isLast: index === length - 1,
            keepNext: setting.keepNext || staysWithNext(index, length),
          }),
        );
      case 'note':
        return this.#note(block.blocks, setting);
      case 'figure':
        return this.#figure(block.name, block.caption);
      case 'rule':
        return [
          this.#paragraph([], { border: { bottom: { style: 'single', color: colours.line, size: 4 } } }),
        ];
    }
  }

  #heading({ level, id, children }: Heading, next: Block['kind'] | undefined): Docx.Paragraph {
    const { Bookmark, HeadingLevel, Paragraph } = this.#docx;
    const [label, ...rest] = children;
    // A label is in the column of names, and a tab follows before the words.
    const hasLabel = level === 3 && label?.kind === 'strong';
    const runs = hasLabel
      ? [
          ...this.#runs.of(label.children, { color: colours.accent }),
          this.#runs.tab(),
          ...this.#runs.of(trimStart(rest)),
        ]
      : this.#runs.of(children);
    // Without a label it is above the text, or above the table or the drawing that it names.
    const left = next === 'table' || next === 'figure' ? 0 : page.text;
    const indent = level === 3 && !hasLabel ? { indent: { left, hanging: 0 } } : {};
    return new Paragraph({
      heading: HeadingLevel[`HEADING_${level}`],
      ...indent,
      ...(level === 1 && next === 'byline' ? { spacing: { after: 100 } } : {}),
      children: [new Bookmark({ id: this.#runs.bookmark(id), children: runs })],
    });
  }

  /** Paragraphs with one indent are one box by themselves, with the space between them. Those beside a list are not. */
  #note(blocks: readonly Block[], setting: Setting): readonly Docx.FileChild[] {
    const hasList = blocks.some(({ kind }) => kind === 'list');
    return blocks.flatMap((each, index) => {
      const [before, next] = [blocks[index - 1], blocks[index + 1]];
      return this.#block(each, {
        ...{ ...setting, style: 'Note', isAfterTable: setting.isAfterTable && index === 0 },
        goesOn: next !== undefined && (each.kind === 'list' || next.kind === 'list'),
        isAfterList: before?.kind === 'list',
        keepNext: setting.keepNext || (hasList && next !== undefined),
      });
    });
  }

  #list({ start, items }: List, setting: Setting): readonly Docx.FileChild[] {
    this.#lists += 1;
    const numbering = {
      reference: start === undefined ? 'bullets' : numbersFrom(start),
      level: Math.min(setting.depth, 3),
      instance: this.#lists,
    };
    const isInNote = setting.style === 'Note';
    return items.flatMap((item, index) => {
      const isEnd = index === items.length - 1;
      const keepNext = setting.keepNext || (isInNote ? !isEnd : index < Math.min(1, items.length - 1));
      const isLast = setting.depth === 0 && isEnd;
      return item.flatMap((block, position): readonly Docx.FileChild[] => {
        const goesOn = setting.goesOn || !isEnd || position < item.length - 1;
        if (block.kind !== 'paragraph')
          return this.#block(block, { ...setting, keepNext, goesOn, depth: setting.depth + 1 });
        const place = position === 0 ? { numbering } : { indent: { left: listIndent(setting.depth) } };
        if (isInNote) {
          const options = {
            ...noteItem(setting.depth),
            keepNext,
            spacing: { before: 0, after: goesOn ? 0 : 100 },
          };
          const runs = this.#runs.of(block.children);
          // Without a bullet a tab leads to the words.
          return [
            position === 0
              ? new this.#docx.Paragraph({ ...options, numbering, children: runs })
              : new this.#docx.Paragraph({ ...options, children: [this.#runs.tab(), ...runs] }),
          ];
        }
        return [
          this.#paragraph(block.children, { ...place, keepNext, spacing: { after: isLast ? 160 : 60 } }),
        ];
      });
    });
  }

  #fact(
    { term, details }: Fact,
    index: number,
    { isLast, keepNext }: { readonly isLast: boolean; readonly keepNext: boolean },
  ): Docx.Paragraph {
    const said = details.flatMap((detail, number) => [
      ...(number === 0 ? [] : [this.#runs.lineBreak()]),
      ...this.#runs.of(detail),
    ]);
    return new this.#docx.Paragraph({
      style: 'Fact',
      border: factBorders(index, isLast),
      keepNext,
      ...(isLast ? { spacing: { after: 160 } } : {}),
      children: [...this.#runs.of(term, { color: colours.quiet }), this.#runs.tab(), ...said],
    });
  }

  #figure(name: string, caption: readonly Inline[]): readonly Docx.FileChild[] {
    const picture = this.#pictures.get(name);
    if (picture === undefined) return [];
    const children = [pictureRun(this.#docx, name, picture)];
    return [
      new this.#docx.Paragraph({ style: 'Figure', children }),
      this.#paragraph(caption, { style: 'Caption' }),
    ];
  }

  #table(table: Table): Docx.Table {
    const widths = columnWidths(tablesLike(table, this.#paper.blocks), page.full);
    return docxTable(this.#docx, table, widths, (...of) => this.#paragraph(...of));
  }

  #paragraph(
    children: readonly Inline[],
    options: Omit<Docx.IParagraphOptions, 'children'>,
    run: RunStyle = {},
  ): Docx.Paragraph {
    return new this.#docx.Paragraph({ ...options, children: this.#runs.of(children, run) });
  }
}
