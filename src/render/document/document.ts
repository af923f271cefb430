/**
 * A paper as structure: what Markdown is read into (../markdown/) and what HTML, text and .docx are written from (in the
 * folders next to this one). The vocabulary is small on purpose: each renderer knows all of it, and so does the
 * person who edits a template.
 */
import type { WrittenStandard } from '../../domain/written-standard.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  /** Words in another written standard than the paper's. */
  | { readonly kind: 'lang'; readonly standard: WrittenStandard; readonly children: readonly Inline[] }
  /** `href` is https, mailto or a place in the same paper (`#…`), percent-encoded. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** A line break that the writer asked for. */
  | { readonly kind: 'break' };

export type Alignment = 'left' | 'center' | 'right';

export interface TableCell {
  readonly children: readonly Inline[];
  readonly align: Alignment | undefined;
}

export interface TableRow {
  /** The first cell names the row: all of it was bold. The bold itself is removed. */
  readonly hasHead: boolean;
  readonly cells: readonly TableCell[];
}

export interface Fact {
  readonly term: readonly Inline[];
  readonly details: readonly (readonly Inline[])[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  /** Unique in the paper, from the heading's label or words: `sak-7-26`, `neste-mote`. Links lead to `#sak-7-26`. */
  readonly id: string;
  readonly children: readonly Inline[];
}

export interface List {
  readonly kind: 'list';
  /** The first number of a numbered list; undefined for bullets. */
  readonly start: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly head: readonly TableCell[];
  /** As many cells in each row as there are in the head. */
  readonly rows: readonly TableRow[];
}

export type Block =
  | Heading
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  /** A paragraph all in italics: the small line below a heading. The italics themselves are removed. */
  | { readonly kind: 'byline'; readonly children: readonly Inline[] }
  | List
  | Table
  /** Terms with their details: the head of a meeting paper. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Set apart from the rest: what Markdown calls a quotation. */
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  /** A drawing that shows what the text near it says: text files leave it out. `caption` says what it shows. */
  | { readonly kind: 'figure'; readonly name: string; readonly caption: readonly Inline[] }
  | { readonly kind: 'rule' };

export interface PaperDocument {
  /** The words of the only heading of level 1. Empty when the paper has none. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The file of the template that it was written from, for what is said of a fault. */
  readonly from?: string;
}

/** Data about a paper besides its text: goes into the properties of the files. */
export interface PaperProperties {
  readonly standard: WrittenStandard;
  /** One sentence that says what the paper is: search results, file properties. */
  readonly subject: string;
  /** The organisations that it comes from, never a person (the name goes into file properties). */
  readonly creator: string;
  /** When it was made, an instant in UTC as `2026-11-23T11:00:00Z`. */
  readonly created: string;
}

/** The words of a piece of text, without its markup. */
export function plainInline(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.kind) {
        case 'text':
          return child.text;
        case 'break':
          return ' ';
        case 'strong':
        case 'emphasis':
        case 'lang':
        case 'link':
          return plainInline(child.children);
      }
    })
    .join('');
}

/** Whether a link leads to a heading that the paper does not have. Such a link is printed as its words alone. */
export function isDeadEnd(paper: PaperDocument, href: string): boolean {
  if (!href.startsWith('#')) return false;
  return !paper.blocks.some((block) => block.kind === 'heading' && `#${block.id}` === href);
}

/** Where the links of a piece of text lead, in order. */
const inlineLinks = (children: readonly Inline[]): readonly string[] =>
  children.flatMap((child) => {
    if (child.kind === 'text' || child.kind === 'break') return [];
    return child.kind === 'link' ? [child.href] : inlineLinks(child.children);
  });

/** Where the links of some blocks lead, in order, as often as they are there. */
export function linksOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
      case 'byline':
        return inlineLinks(block.children);
      case 'figure':
        return inlineLinks(block.caption);
      case 'list':
        return block.items.flatMap(linksOf);
      case 'note':
        return linksOf(block.blocks);
      case 'table':
        return [block.head, ...block.rows.map(({ cells }) => cells)]
          .flat()
          .flatMap(({ children }) => inlineLinks(children));
      case 'facts':
        return block.facts.flatMap(({ term, details }) => [term, ...details].flatMap(inlineLinks));
      case 'rule':
        return [];
    }
  });
}
