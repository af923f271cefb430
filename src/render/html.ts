/** Writes a paper as HTML: the paper itself, and the page round it. */
import { UserError } from '../domain/user-error.ts';
import { isDeadEnd, plainInline } from './document.ts';
import type {
  Block,
  Fact,
  Heading,
  Inline,
  List,
  PaperDocument,
  PaperProperties,
  Table,
  TableCell,
} from './document.ts';
import { escapeHtml } from './escape.ts';
import { areAddress } from './link-target.ts';
import type { TemplateFile } from './template-fault.ts';
import { ReadyHtml } from './template-gate.ts';
import { createTemplates } from './templates.ts';

/** What stands round every paper. */
export interface HtmlShell {
  /** templates/page.html.hbs; gets `standard`, `title`, `subject`, `creator`, `created`, `styles` and `paper`. */
  readonly page: TemplateFile;
  /** templates/styles.css, as it is. */
  readonly styles: string;
}

function element(
  name: string,
  content: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`))
    .join('');
  return `<${name}${written}>${content}</${name}>`;
}

class HtmlWriter {
  readonly #paper: PaperDocument;

  constructor(paper: PaperDocument) {
    this.#paper = paper;
  }

  /** The whole paper: what stands before the first heading of level 2 is its head, each later heading a section. */
  paper(): string {
    const { blocks } = this.#paper;
    const first = blocks.findIndex((block) => block.kind === 'heading' && block.level > 1);
    const head = first === -1 ? blocks : blocks.slice(0, first);
    const rest = first === -1 ? [] : blocks.slice(first);
    return `${element('header', `\n${this.#blocks(head)}`)}\n${this.#sections(rest)}`;
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
        return `${element('p', this.#inline(block.children))}\n`;
      case 'byline':
        return `${element('p', this.#inline(block.children), { class: 'byline' })}\n`;
      case 'list':
        return this.#list(block);
      case 'table':
        return this.#table(block);
      case 'facts':
        return `${element('dl', `\n${block.facts.map((fact) => this.#fact(fact)).join('')}`)}\n`;
      case 'note':
        return `${element('div', `\n${this.#blocks(block.blocks)}`, { class: 'note' })}\n`;
      case 'rule':
        return '<hr>\n';
    }
  }

  #heading({ level, id, children }: Heading): string {
    return `${element(`h${level}`, this.#inline(children), { id })}\n`;
  }

  #list({ start, items }: List): string {
    const written = items.map((item) => `${element('li', this.#item(item))}\n`).join('');
    if (start === undefined) return `${element('ul', `\n${written}`)}\n`;
    return `${element('ol', `\n${written}`, { start: start === 1 ? undefined : String(start) })}\n`;
  }

  /** The first paragraph of an item stands bare, unless there are more. */
  #item(blocks: readonly Block[]): string {
    const [first, ...others] = blocks;
    if (first?.kind !== 'paragraph' || others.some((block) => block.kind === 'paragraph'))
      return this.#blocks(blocks);
    return this.#inline(first.children) + (others.length === 0 ? '' : `\n${this.#blocks(others)}`);
  }

  #fact({ term, details }: Fact): string {
    const said = details.map((detail) => element('dd', this.#inline(detail))).join('');
    return `${element('div', element('dt', this.#inline(term)) + said)}\n`;
  }

  #table({ head, rows }: Table): string {
    const cell = (name: 'td' | 'th', { children, align }: TableCell, extra: Record<string, string>): string =>
      element(name, this.#inline(children), { ...extra, class: align === 'left' ? undefined : align });
    // An empty head cell names nothing, so it is no head to a screen reader.
    const headRow = head.map((each) =>
      each.children.length === 0 ? cell('td', each, {}) : cell('th', each, { scope: 'col' }),
    );
    const bodyRows = rows.map(({ cells, hasHead }) => {
      const written = cells.map((each, index) => {
        if (hasHead && index === 0) return cell('th', each, { scope: 'row' });
        // On narrow screens each cell stands on its own line, after the words of its column.
        const label = plainInline(head[index]?.children ?? []);
        return cell('td', each, label === '' ? {} : { 'data-label': label });
      });
      return element('tr', written.join(''));
    });
    const thead = element('thead', element('tr', headRow.join('')));
    return `${element('table', `\n${thead}\n${element('tbody', `\n${bodyRows.join('\n')}\n`)}\n`)}\n`;
  }

  #inline(children: readonly Inline[]): string {
    return children.map((child) => this.#oneInline(child)).join('');
  }

  #oneInline(child: Inline): string {
    switch (child.kind) {
      case 'text':
        return escapeHtml(child.text);
      case 'break':
        return '<br>';
      case 'strong':
        return element('strong', this.#inline(child.children));
      case 'emphasis':
        return element('em', this.#inline(child.children));
      case 'link':
        if (isDeadEnd(this.#paper, child.href)) return this.#inline(child.children);
        return element('a', this.#inline(child.children), {
          href: child.href,
          // The words are the address, which print then need not add.
          class: areAddress(plainInline(child.children), child.href) ? 'bare' : undefined,
        });
    }
  }
}

/** The paper itself as HTML, to stand inside a page or a mail: headings, sections, tables; no styles. */
export function renderHtmlFragment(paper: PaperDocument): string {
  return new HtmlWriter(paper).paper();
}

const pages = new WeakMap<TemplateFile, (view: object) => string>();

/** A page template is compiled once for all the papers that it goes round. */
function preparedPage(page: TemplateFile): (view: object) => string {
  const prepared = pages.get(page) ?? createTemplates({ helpers: [], partials: [] }).prepare(page);
  pages.set(page, prepared);
  return prepared;
}

/**
 * The paper as a whole page that needs nothing from elsewhere. Throws UserError when the paper has not exactly one
 * heading of level 1 (WCAG 2.1, technique G141, and forskrift om universell utforming § 4 b), and TemplateError for
 * a fault in the page template.
 */
export function renderHtml(paper: PaperDocument, properties: PaperProperties, shell: HtmlShell): string {
  const titles = paper.blocks.filter((block) => block.kind === 'heading' && block.level === 1).length;
  if (titles !== 1 || paper.title === '') {
    const message = `A paper needs one title, and this one has ${titles === 1 ? 'an empty one' : titles}.`;
    throw new UserError(
      message,
      'Let the template have exactly one line that begins with «# » and goes on with words.',
    );
  }
  return preparedPage(shell.page)({
    ...properties,
    title: paper.title,
    styles: new ReadyHtml(shell.styles),
    paper: new ReadyHtml(renderHtmlFragment(paper)),
  });
}
