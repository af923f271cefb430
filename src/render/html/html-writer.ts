/** Writes the blocks of a paper as HTML elements. Their look is decided elsewhere. */
import { isDeadEnd, linksOf, plainInline } from '../document/document.ts';
import type {
  Block,
  Fact,
  Heading,
  Inline,
  List,
  PaperDocument,
  Table,
  TableCell,
} from '../document/document.ts';
import type { Figures } from '../svg/drawing.ts';
import { escapeHtml } from '../safe/escape.ts';
import { areAddress } from '../safe/link-target.ts';
import { columnWidths, tablesLike } from '../document/table-columns.ts';

/** The style attribute of an element, by its name and classes; undefined for none. */
export type Dress = (name: string, classes: string | undefined) => string | undefined;

type Attributes = Readonly<Record<string, string | undefined>>;

/** The total width of columns, in the unit of table-columns.ts: about the width of the text on a sheet of A4, and in a mail. */
const sheetWidth = 9600;
const mailWidth = 6600;

/** «A-2026-004» and «19.–20.», in a group, so that a text can be split by them. */
const unbroken = /(\b[A-Z]-\d{4}-\d{3,}\b|\b\d{1,2}\.–\d{1,2}\.)/u;

/** The link, if the text is nothing but one bold link to a page. */
function boldLink(children: readonly Inline[]): Extract<Inline, { readonly kind: 'link' }> | undefined {
  const [bold, ...rest] = children;
  if (bold?.kind !== 'strong' || rest.length > 0) return undefined;
  const [link, ...others] = bold.children;
  return link?.kind === 'link' && link.href.startsWith('https:') && others.length === 0 ? link : undefined;
}

export class HtmlWriter {
  readonly #paper: PaperDocument;
  readonly #dress: Dress | undefined;
  readonly #figures: Figures;
  /** Where the links that are not yet written lead. */
  readonly #linksLeft: string[];

  /** Without a dress the elements have no style of their own, as pages need them. Figures that are not given are left out. */
  constructor(paper: PaperDocument, dress?: Dress, figures: Figures = new Map()) {
    this.#paper = paper;
    this.#dress = dress;
    this.#figures = figures;
    this.#linksLeft = [...linksOf(paper.blocks)];
  }

  #element(name: string, content: string, attributes: Attributes = {}): string {
    const dressed = { ...attributes, style: this.#dress?.(name, attributes['class']) };
    const written = Object.entries(dressed)
      .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`))
      .join('');
    return `<${name}${written}>${content}</${name}>`;
  }

  #void(name: string): string {
    const style = this.#dress?.(name, undefined);
    return style === undefined ? `<${name}>` : `<${name} style="${escapeHtml(style)}">`;
  }

  /** The whole paper: what comes before the first heading of level 2 is its head, each later heading a section. */
  paper(): string {
    const { blocks } = this.#paper;
    const first = blocks.findIndex((block) => block.kind === 'heading' && block.level > 1);
    const head = first === -1 ? blocks : blocks.slice(0, first);
    const rest = first === -1 ? [] : blocks.slice(first);
    return `${this.#element('header', `\n${this.#blocks(head)}`)}\n${this.#sections(rest)}`;
  }

  /** The blocks one after another, with nothing around them. */
  flat(): string {
    return this.#blocks(this.#paper.blocks);
  }

  #sections(blocks: readonly Block[]): string {
    let html = '';
    let open: readonly number[] = [];
    for (const block of blocks) {
      if (block.kind === 'heading') {
        const staying = open.filter((level) => level < block.level);
        const closed = '</section>\n'.repeat(open.length - staying.length);
        html += `${closed}<section class="level-${block.level}">\n`;
        open = [...staying, block.level];
      }
      html += this.#block(block);
    }
    return html + '</section>\n'.repeat(open.length);
  }

  #blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block);
      case 'paragraph':
        return this.#paragraph(block.children);
      case 'byline':
        return `${this.#element('p', this.#inline(block.children), { class: 'byline' })}\n`;
      case 'list':
        return this.#list(block);
      case 'table':
        return this.#table(block);
      case 'facts':
        return `${this.#element('dl', `\n${block.facts.map((fact) => this.#fact(fact)).join('')}`)}\n`;
      case 'note':
        return `${this.#element('div', `\n${this.#blocks(block.blocks)}`, { class: 'note' })}\n`;
      case 'figure':
        return this.#figure(block.name, block.caption);
      case 'rule':
        return `${this.#void('hr')}\n`;
    }
  }

  /** In mail a bold link that is a whole paragraph is a button: a table, since Outlook for Windows fills no link with colour. */
  #paragraph(children: readonly Inline[]): string {
    const link = this.#dress === undefined ? undefined : boldLink(children);
    if (link === undefined) return `${this.#element('p', this.#inline(children))}\n`;
    const words = this.#element('a', this.#inline(link.children), { href: link.href, class: 'button' });
    const row = this.#element('tr', this.#element('td', words, { class: 'button' }), { class: 'action' });
    return `${this.#element('table', row, { role: 'presentation', class: 'action' })}\n`;
  }

  #figure(name: string, caption: readonly Inline[]): string {
    const drawing = this.#figures.get(name);
    if (drawing === undefined) return '';
    return `${this.#element('figure', `\n${drawing.svg}\n${this.#element('figcaption', this.#inline(caption))}\n`)}\n`;
  }

  #heading({ level, id, children }: Heading): string {
    return `${this.#element(`h${level}`, this.#inline(children), { id })}\n`;
  }

  #list({ start, items }: List): string {
    const written = items.map((item) => `${this.#element('li', this.#item(item))}\n`).join('');
    if (start === undefined) return `${this.#element('ul', `\n${written}`)}\n`;
    return `${this.#element('ol', `\n${written}`, { start: start === 1 ? undefined : String(start) })}\n`;
  }

  /** The first paragraph of an item has no element of its own, unless there are more. */
  #item(blocks: readonly Block[]): string {
    const [first, ...others] = blocks;
    if (first?.kind !== 'paragraph' || others.some((block) => block.kind === 'paragraph'))
      return this.#blocks(blocks);
    return this.#inline(first.children) + (others.length === 0 ? '' : `\n${this.#blocks(others)}`);
  }

  #fact({ term, details }: Fact): string {
    const said = details.map((detail) => this.#element('dd', this.#inline(detail))).join('');
    // Mail has no selectors for nested elements, so there the row gets a class.
    const named = { class: this.#dress === undefined ? undefined : 'fact' };
    return `${this.#element('div', this.#element('dt', this.#inline(term)) + said, named)}\n`;
  }

  #cell(name: 'td' | 'th', { align }: TableCell, content: string, attributes: Attributes = {}): string {
    const aligned = align === 'left' ? undefined : align;
    return this.#element(name, content, { ...attributes, class: attributes['class'] ?? aligned });
  }

  /**
   * A cell that on narrow screens is on its own line, after the words of its column: in pages written by the style sheet, in
   * mail written out, since many mail programs throw away what is in the head.
   */
  #labelled(cell: TableCell, label: string): string {
    const content = this.#inline(cell.children);
    if (this.#dress === undefined)
      return this.#cell('td', cell, content, { 'data-label': label === '' ? undefined : label });
    if (content === '') return this.#cell('td', cell, '', { class: 'empty' });
    if (label === '') return this.#cell('td', cell, content);
    // «Kl. 10.00» needs no colon.
    const words = escapeHtml(label.endsWith('.') ? `${label} ` : `${label}: `);
    return this.#cell('td', cell, this.#element('span', words, { class: 'label' }) + content);
  }

  #table(table: Table): string {
    const { head, rows } = table;
    // An empty head cell names nothing, so it is not a head for a screen reader.
    const headRow = head.map((each) =>
      each.children.length === 0
        ? this.#cell('td', each, '')
        : this.#cell('th', each, this.#inline(each.children), { scope: 'col' }),
    );
    const bodyRows = rows.map(({ cells, hasHead }) => {
      const written = cells.map((each, index) => {
        if (hasHead && index === 0)
          return this.#cell('th', each, this.#inline(each.children), { scope: 'row' });
        return this.#labelled(each, plainInline(head[index]?.children ?? []));
      });
      return this.#element('tr', written.join(''));
    });
    const thead = this.#element('thead', this.#element('tr', headRow.join('')));
    const tbody = this.#element('tbody', `\n${bodyRows.join('\n')}\n`);
    return `${this.#element('table', `\n${this.#columns(table)}${thead}\n${tbody}\n`)}\n`;
  }

  /** A browser gives each table the columns that fit it best; those that should line up need explicit widths. */
  #columns(table: Table): string {
    const alike = tablesLike(table, this.#paper.blocks);
    if (alike.length < 2) return '';
    const full = this.#dress === undefined ? sheetWidth : mailWidth;
    const widths = columnWidths(alike, full);
    const columns = widths.map((width) => `<col style="width: ${Math.round((width / full) * 100)}%">`);
    return `<colgroup>${columns.join('')}</colgroup>\n`;
  }

  /** Browsers break lines at the hyphen of an ID and the dash of two days, unless somebody tells them not to. */
  #text(text: string): string {
    return text
      .split(unbroken)
      .map((part, index) =>
        index % 2 === 0 ? escapeHtml(part) : this.#element('span', escapeHtml(part), { class: 'whole' }),
      )
      .join('');
  }

  #inline(children: readonly Inline[]): string {
    return children.map((child) => this.#oneInline(child)).join('');
  }

  #oneInline(child: Inline): string {
    switch (child.kind) {
      case 'text':
        return this.#text(child.text);
      case 'break':
        return '<br>';
      case 'strong':
        return this.#element('strong', this.#inline(child.children));
      case 'emphasis':
        return this.#element('em', this.#inline(child.children));
      case 'lang':
        return this.#element('span', this.#inline(child.children), { lang: child.standard });
      case 'link':
        return this.#link(child);
    }
  }

  #link({ href, children }: Extract<Inline, { readonly kind: 'link' }>): string {
    this.#linksLeft.splice(this.#linksLeft.indexOf(href), 1);
    if (isDeadEnd(this.#paper, href)) return this.#inline(children);
    // The address that print need not add: the words say it, or a later link to the same does.
    const isSaid = areAddress(plainInline(children), href) || this.#linksLeft.includes(href);
    return this.#element('a', this.#inline(children), { href, class: isSaid ? 'bare' : undefined });
  }
}
