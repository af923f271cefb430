/** Reads Markdown into a paper. ../README.md says what Markdown means here. */
import createReader from 'markdown-it/browser';
import type { MarkdownIt, Token } from 'markdown-it/browser';
import { plainInline } from '../document/document.ts';
import type { Block, Fact, Inline, PaperDocument, Table, TableCell, TableRow } from '../document/document.ts';
import { readFacts } from './facts-rule.ts';
import { readLang, standardOf } from './lang-rule.ts';
import { headingIds } from './heading-ids.ts';
import { linkWords } from '../safe/link-target.ts';

/** Everything else that Markdown knows (code, images, raw HTML, link definitions) is printed as it is written. */
const understood = [
  'table',
  'blockquote',
  'hr',
  'list',
  'heading',
  'newline',
  'escape',
  'link',
  'emphasis',
  'entity',
] as const;

function makeReader(): MarkdownIt {
  const reader = createReader('zero', { html: false, linkify: false, typographer: false });
  reader.enable([...understood]);
  readFacts(reader);
  readLang(reader);
  reader.validateLink = (address) => /^(?:https:\/\/[^/]|mailto:[^@]+@|#.)/iu.test(address);
  return reader;
}

const reader = makeReader();

/** A row of tokens, read from left to right. */
class Cursor {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  take(): Token {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new TypeError('Markdown ended inside a block');
    this.#next += 1;
    return token;
  }

  /** Reads until the closing token, which is read too, or to the end. */
  until<Item>(type: string | undefined, read: () => Item): readonly Item[] {
    const items: Item[] = [];
    for (let token = this.peek(); token !== undefined && token.type !== type; token = this.peek())
      items.push(read());
    if (type !== undefined) this.take();
    return items;
  }
}

function readInline(cursor: Cursor, close: string | undefined): readonly Inline[] {
  return joinText(
    cursor.until(close, (): Inline => {
      const token = cursor.take();
      switch (token.type) {
        case 'strong_open':
          return { kind: 'strong', children: readInline(cursor, 'strong_close') };
        case 'em_open':
          return { kind: 'emphasis', children: readInline(cursor, 'em_close') };
        case 'lang_open':
          return { kind: 'lang', standard: standardOf(token), children: readInline(cursor, 'lang_close') };
        case 'link_open':
          return readLink(cursor, String(token.attrGet('href')));
        case 'hardbreak':
          return { kind: 'break' };
        case 'softbreak':
          return { kind: 'text', text: ' ' };
        default:
          return { kind: 'text', text: token.content };
      }
    }),
  );
}

/** A link without words cannot be seen or heard, so it shows where it leads. */
function readLink(cursor: Cursor, href: string): Inline {
  const children = readInline(cursor, 'link_close');
  return {
    kind: 'link',
    href,
    children: children.length > 0 ? children : [{ kind: 'text', text: linkWords(href) }],
  };
}

/** markdown-it splits text at every escape; neighbours are joined again. */
function joinText(children: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const child of children) {
    const before = joined.at(-1);
    if (child.kind !== 'text') joined.push(child);
    else if (before?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: before.text + child.text };
    else if (child.text !== '') joined.push(child);
  }
  return joined;
}

/** The inline content between an opening token, already taken, and its closing one. */
function readContent(cursor: Cursor, close: string): readonly Inline[] {
  return cursor.until(close, () => readInline(new Cursor(cursor.take().children ?? []), undefined)).flat();
}

/** The content when all of it is emphasised in this way. */
function onlyChild(children: readonly Inline[], kind: 'strong' | 'emphasis'): readonly Inline[] | undefined {
  const [only, ...rest] = children;
  return only?.kind === kind && rest.length === 0 ? only.children : undefined;
}

function alignmentOf(token: Token): TableCell['align'] {
  const style = String(token.attrGet('style') ?? '');
  if (style.endsWith('right')) return 'right';
  if (style.endsWith('center')) return 'center';
  return style.endsWith('left') ? 'left' : undefined;
}

function readRow(cursor: Cursor): readonly TableCell[] {
  cursor.take();
  return cursor.until('tr_close', () => {
    const open = cursor.take();
    return { children: readContent(cursor, open.type.replace('_open', '_close')), align: alignmentOf(open) };
  });
}

function nameRow(cells: readonly TableCell[]): TableRow {
  const [first, ...others] = cells;
  const name = first === undefined ? undefined : onlyChild(first.children, 'strong');
  if (first === undefined || name === undefined) return { hasHead: false, cells };
  return { hasHead: true, cells: [{ ...first, children: name }, ...others] };
}

function readTable(cursor: Cursor): Table {
  const rows = cursor.until('table_close', () => {
    const open = cursor.take();
    return open.nesting === 1
      ? cursor.until(open.type.replace('_open', '_close'), () => readRow(cursor))
      : [];
  });
  const [head, ...body] = rows.flat();
  return { kind: 'table', head: head ?? [], rows: body.map(nameRow) };
}

function readFactList(cursor: Cursor): Block {
  const facts: Fact[] = [];
  while (cursor.peek()?.type !== 'facts_close') {
    const open = cursor.take();
    const before = facts.at(-1);
    if (open.type === 'term_open') facts.push({ term: readContent(cursor, 'term_close'), details: [] });
    else if (before !== undefined) {
      facts[facts.length - 1] = {
        ...before,
        details: [...before.details, readContent(cursor, 'detail_close')],
      };
    }
  }
  cursor.take();
  return { kind: 'facts', facts };
}

class Reader {
  readonly #cursor: Cursor;
  readonly #idFor = headingIds();

  constructor(tokens: readonly Token[]) {
    this.#cursor = new Cursor(tokens);
  }

  /** `isTop` outside lists and notes: only there can a paragraph in italics be a byline. */
  blocks(close: string | undefined, isTop: boolean): readonly Block[] {
    return this.#cursor.until(close, () => this.#block(isTop));
  }

  #block(isTop: boolean): Block {
    const cursor = this.#cursor;
    const open = cursor.take();
    switch (open.type) {
      case 'heading_open':
        return this.#heading(open);
      case 'bullet_list_open':
      case 'ordered_list_open':
        return this.#list(open);
      case 'table_open':
        return readTable(cursor);
      case 'facts_open':
        return readFactList(cursor);
      case 'blockquote_open':
        return { kind: 'note', blocks: this.blocks('blockquote_close', false) };
      case 'hr':
        return { kind: 'rule' };
      default:
        return paragraph(readContent(cursor, 'paragraph_close'), isTop);
    }
  }

  #heading(open: Token): Block {
    const children = readContent(this.#cursor, 'heading_close');
    const level = Number(open.tag.slice(1));
    const [label] = children;
    return {
      kind: 'heading',
      level: level === 1 || level === 2 || level === 3 ? level : 4,
      id: this.#idFor(plainInline(label?.kind === 'strong' ? label.children : children)),
      children,
    };
  }

  #list(open: Token): Block {
    const isOrdered = open.type === 'ordered_list_open';
    const items = this.#cursor.until(open.type.replace('_open', '_close'), () => {
      this.#cursor.take();
      return this.blocks('list_item_close', false);
    });
    return { kind: 'list', start: isOrdered ? Number(open.attrGet('start') ?? 1) : undefined, items };
  }
}

/** `[Årshjulet](#figur-arshjul)` alone in a paragraph is the figure of that name. */
const figureHref = /^#figur-(?<name>[a-z\d-]+)$/u;

function paragraph(children: readonly Inline[], isTop: boolean): Block {
  const [only, ...rest] = children;
  const name =
    only?.kind === 'link' && rest.length === 0 ? figureHref.exec(only.href)?.groups?.['name'] : undefined;
  if (only?.kind === 'link' && name !== undefined && isTop)
    return { kind: 'figure', name, caption: only.children };
  const small = isTop ? onlyChild(children, 'emphasis') : undefined;
  return small === undefined ? { kind: 'paragraph', children } : { kind: 'byline', children: small };
}

/**
 * Reads a paper. Lists of facts that only blank lines separate become one. Nothing in the text is an error: what is not
 * understood is printed as it is written.
 */
export function parseMarkdown(markdown: string): PaperDocument {
  const blocks = joinFacts(new Reader(reader.parse(markdown.normalize('NFC'), {})).blocks(undefined, true));
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  return { title: title?.kind === 'heading' ? plainInline(title.children) : '', blocks };
}

function joinFacts(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (block.kind === 'facts' && before?.kind === 'facts') {
      joined[joined.length - 1] = { kind: 'facts', facts: [...before.facts, ...block.facts] };
    } else joined.push(block);
  }
  return joined;
}
