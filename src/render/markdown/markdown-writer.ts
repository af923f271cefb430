/**
 * Writes a paper as Markdown for other people's programs: CommonMark 0.31 with the tables of GFM, which any of them
 * reads. Only characters that would have a meaning are escaped, so that the file is also easy to read and edit.
 */
import { isDeadEnd, plainInline } from '../document/document.ts';
import type { Block, Fact, Heading, Inline, List, PaperDocument, Table } from '../document/document.ts';
import { areAddress } from '../safe/link-target.ts';
import { indent } from '../text/lines.ts';

/**
 * What begins or ends markup anywhere; the last two only in programs that read more than CommonMark, such as Pandoc and
 * Jekyll.
 */
const marks = /[\\`*_[\]<~{$]/gu;
/** What would be read as another character. */
const entity = /&(?=#?[\p{L}\d]+;)/gu;
/** What turns a line into a heading, list, quotation, rule, fact or the line below a heading. */
const lineStart = /^(?:[#>+=:|-]|\d{1,9}(?=[.)]))/u;

const escaped = (text: string): string => text.replace(marks, '\\$&').replace(entity, '\\&');

function atLineStart(text: string): string {
  return text.replace(lineStart, (start) => (/^\d/u.test(start) ? `${start}\\` : `\\${start}`));
}

/** Whether a mark may be next to these words (CommonMark section 6.2): not next to a space inside it. */
const isTight = (words: string): boolean => words !== '' && !/^\s|\s$/u.test(words);

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[^\s\p{P}\p{S}]/u.test(character);

/** A mark between a letter outside and punctuation inside is read as text. */
const isSeen = (outside: string | undefined, inside: string | undefined): boolean =>
  !isLetter(outside) || isLetter(inside);

class InlineWriter {
  readonly #paper: PaperDocument;
  readonly #lineBreak: string;

  /** `lineBreak` is what a line break becomes: a space in headings and cells, which have one line. */
  constructor(paper: PaperDocument, lineBreak: string) {
    this.#paper = paper;
    this.#lineBreak = lineBreak;
  }

  write(content: readonly Inline[]): string {
    const children = content.flatMap(withoutLang);
    const written = children.map((child, index) => this.#one(child, children, index));
    // A `!` before the bracket of a link would make it a picture.
    return written
      .map((words, index) =>
        written[index + 1]?.startsWith('[') === true ? words.replace(/!$/u, '\\!') : words,
      )
      .join('');
  }

  #one(child: Spoken, siblings: readonly Spoken[], index: number): string {
    switch (child.kind) {
      case 'text':
        return escaped(child.text);
      case 'break':
        return this.#lineBreak;
      case 'strong':
        return this.#marked('**', child.children, siblings, index);
      case 'emphasis':
        return this.#marked('*', child.children, siblings, index);
      case 'link':
        return this.#link(child.href, child.children);
    }
  }

  /** Bold and italics where the mark would be read as one; the words alone otherwise. */
  #marked(mark: string, children: readonly Inline[], siblings: readonly Spoken[], index: number): string {
    const words = this.write(children);
    const [before, after] = [siblings[index - 1], siblings[index + 1]];
    const isAlone = [before, after].every((one) => one?.kind !== 'strong' && one?.kind !== 'emphasis');
    const isRead =
      isTight(words) &&
      isAlone &&
      !children.some(({ kind }) => kind === 'strong' || kind === 'emphasis') &&
      isSeen(Array.from(plainOf(before)).at(-1), Array.from(words).at(0)) &&
      isSeen(Array.from(plainOf(after)).at(0), Array.from(words).at(-1));
    return isRead ? `${mark}${words}${mark}` : words;
  }

  #link(href: string, children: readonly Inline[]): string {
    const words = this.write(children);
    // Programs differ in the names they give to headings.
    if (href.startsWith('#') || isDeadEnd(this.#paper, href)) return words;
    const plain = plainInline(children);
    const isWhole = href.startsWith('mailto:') || /^https:/iu.test(plain);
    if (isWhole && areAddress(plain, href) && /^[!-;=?-~]+$/u.test(plain)) return `<${plain}>`;
    const target = href.replace(entity, '\\&');
    return /[\s()<>\\]/u.test(href)
      ? `[${words}](<${target.replace(/[<>]/gu, encodeURIComponent)}>)`
      : `[${words}](${target})`;
  }
}

type Spoken = Exclude<Inline, { readonly kind: 'lang' }>;

/** CommonMark has nothing for the language of words. */
const withoutLang = (child: Inline): readonly Spoken[] =>
  child.kind === 'lang' ? child.children.flatMap(withoutLang) : [child];

const plainOf = (child: Inline | undefined): string => (child === undefined ? '' : plainInline([child]));

class MarkdownWriter {
  readonly #paper: PaperDocument;

  constructor(paper: PaperDocument) {
    this.#paper = paper;
  }

  /** The blocks with a blank line between them. */
  blocks(blocks: readonly Block[]): readonly string[] {
    let bullet = '*';
    let wasList = false;
    return blocks.flatMap((block, index) => {
      const isList = block.kind === 'list' || block.kind === 'facts';
      // Two lists with the same mark would be read as one.
      bullet = isList && wasList && bullet === '-' ? '*' : '-';
      wasList = isList;
      const lines = this.#block(block, bullet);
      return index === 0 ? lines : ['', ...lines];
    });
  }

  #block(block: Block, bullet: string): readonly string[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)];
      case 'paragraph':
        return this.#lines(block.children);
      case 'byline':
        return this.#lines([{ kind: 'emphasis', children: block.children }]);
      case 'list':
        return this.#list(block, bullet);
      case 'facts':
        return block.facts.flatMap((fact) => this.#fact(fact, bullet));
      case 'table':
        return this.#table(block);
      case 'note':
        return this.blocks(block.blocks).map((line) => `> ${line}`.trimEnd());
      case 'figure':
        return [];
      case 'rule':
        return ['***'];
    }
  }

  /** A paragraph: one line, and one more after each line break. */
  #lines(children: readonly Inline[]): readonly string[] {
    const text = new InlineWriter(this.#paper, '\\\n').write(children);
    return text.split('\n').map(atLineStart);
  }

  #inOneLine(children: readonly Inline[]): string {
    return new InlineWriter(this.#paper, ' ').write(children);
  }

  /** `#` at the end would be read as the end of the heading. */
  #heading({ level, children }: Heading): string {
    return `${'#'.repeat(level)} ${this.#inOneLine(children).replace(/#(?=#*$)/gu, '\\#')}`;
  }

  #list({ start, items }: List, bullet: string): readonly string[] {
    return items.flatMap((item, index) => {
      const marker =
        start === undefined ? `${bullet} ` : `${String(start + index)}${bullet === '-' ? '.' : ')'} `;
      const lines = this.#item(item);
      return indent(lines.length === 0 ? [''] : lines, marker, ' '.repeat(marker.length));
    });
  }

  /** A list in an item is directly below its words, so that the whole list stays tight. */
  #item(blocks: readonly Block[]): readonly string[] {
    const [first, second, ...more] = blocks;
    if (first?.kind !== 'paragraph' || second?.kind !== 'list' || more.length > 0) return this.blocks(blocks);
    return [...this.#lines(first.children), ...this.#list(second, '-')];
  }

  /** Markdown has no facts; a list with bold terms means the same everywhere. */
  #fact({ term, details }: Fact, bullet: string): readonly string[] {
    const name: Inline = { kind: 'strong', children: [...term, { kind: 'text', text: ':' }] };
    const said = details.flatMap((detail, index): readonly Inline[] => [
      ...(index === 0 ? [{ kind: 'text', text: ' ' } as const] : [{ kind: 'break' } as const]),
      ...detail,
    ]);
    return indent(this.#lines([name, ...said]), `${bullet} `, '  ');
  }

  #table({ head, rows }: Table): readonly string[] {
    const cell = (children: readonly Inline[]): string => this.#inOneLine(children).replaceAll('|', '\\|');
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const dashes = { left: ':--', center: ':-:', right: '--:' } as const;
    return [
      line(head.map(({ children }) => cell(children))),
      line(head.map(({ align }) => (align === undefined ? '---' : dashes[align]))),
      ...rows.map(({ hasHead, cells }) =>
        line(
          cells.map(({ children }, index) =>
            cell(hasHead && index === 0 ? [{ kind: 'strong', children }] : children),
          ),
        ),
      ),
    ];
  }
}

/** The paper as Markdown: NFC, `\n` at each line's end. Everything that a person typed is read as text. */
export function renderMarkdown(paper: PaperDocument): string {
  const lines = new MarkdownWriter(paper).blocks(paper.blocks).map((line) => line.replace(/ +$/u, ''));
  return `${lines.join('\n').normalize('NFC')}\n`;
}
