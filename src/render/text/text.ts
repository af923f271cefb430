/** Writes a paper as plain text, made for reading: in a mail program, a terminal or a screen reader. */
import type { Block, Fact, Heading, Inline, List, PaperDocument, Table } from '../document/document.ts';
import { areAddress, linkWords } from '../safe/link-target.ts';
import { indent, pad, widthOf, wrap } from './lines.ts';
import { tablesLike } from '../document/table-columns.ts';
import { tableLines, type TextTable } from './table.ts';

/** How wide the text may be. Mail that is quoted with `> ` then still fits 80 columns. */
const pageWidth = 76;
/** A wider term is on a line of its own. */
const widestTerm = 20;

function inlineText(children: readonly Inline[]): string {
  return children.map(oneInline).join('');
}

function oneInline(child: Inline): string {
  switch (child.kind) {
    case 'text':
      return child.text;
    case 'break':
      return '\n';
    case 'strong':
    case 'emphasis':
    case 'lang':
      return inlineText(child.children);
    case 'link':
      return linkText(inlineText(child.children), child.href);
  }
}

function linkText(words: string, href: string): string {
  if (href.startsWith('#')) return words;
  if (!areAddress(words, href)) return `${words} (${href.startsWith('mailto:') ? linkWords(href) : href})`;
  return href.startsWith('https:') && !/^https:/iu.test(words) ? `https://${words}` : words;
}

function headingLines({ level, children }: Heading): readonly string[] {
  const lines = wrap(inlineText(children), pageWidth);
  const width = Math.max(...lines.map(widthOf));
  if (level === 1) return [...lines, '='.repeat(width)];
  return level === 2 ? [...lines, '-'.repeat(width)] : lines;
}

function listLines({ start, items }: List, width: number): readonly string[] {
  const last = start === undefined ? 0 : start + items.length - 1;
  const markerWidth = start === undefined ? 2 : String(last).length + 2;
  return items.flatMap((item, index) => {
    const marker = start === undefined ? '- ' : pad(`${start + index}.`, markerWidth);
    const isLoose = item.filter((block) => block.kind === 'paragraph').length > 1;
    const lines = item.flatMap((block, position) => {
      const written = blockLines(block, item, width - markerWidth);
      return isLoose && position > 0 ? ['', ...written] : written;
    });
    return indent(lines.length === 0 ? [''] : lines, marker, ' '.repeat(markerWidth));
  });
}

function factLines(facts: readonly Fact[], width: number): readonly string[] {
  const terms = facts.map((fact) => `${inlineText(fact.term)}:`);
  const column = Math.min(widestTerm, Math.max(...terms.map(widthOf))) + 2;
  return facts.flatMap((fact, index) => {
    const term = terms[index] ?? '';
    const details = fact.details.flatMap((detail) => wrap(inlineText(detail), width - column));
    const lines = indent(details, ' '.repeat(column));
    if (widthOf(term) > column - 2) return [...wrap(term, width), ...lines];
    return indent(details, pad(term, column), ' '.repeat(column));
  });
}

const textTable = ({ head, rows }: Table): TextTable => ({
  head: head.map((cell) => inlineText(cell.children)),
  aligns: head.map((cell) => cell.align ?? 'left'),
  rows: rows.map((row) => ({ ...row, cells: row.cells.map((cell) => inlineText(cell.children)) })),
});

/** The lines of one of `blocks`. */
function blockLines(block: Block, blocks: readonly Block[], width: number): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return headingLines(block);
    case 'paragraph':
    case 'byline':
      return wrap(inlineText(block.children), width);
    case 'list':
      return listLines(block, width);
    case 'table':
      return tableLines(textTable(block), tablesLike(block, blocks).map(textTable), width);
    case 'facts':
      return factLines(block.facts, width);
    case 'note':
      return indent(apart(block.blocks, width - 2), '| ');
    case 'figure':
      return [];
    case 'rule':
      return ['-'.repeat(width)];
  }
}

/** How many blank lines are between two blocks: none around a byline, two before a new part of the paper. */
function blankLines(before: Block | undefined, block: Block): number {
  if (before === undefined) return 0;
  if (before.kind === 'byline' && block.kind === 'heading' && block.level === 1) return 0;
  if (before.kind === 'heading' && before.level > 2 && block.kind === 'byline') return 0;
  return block.kind === 'heading' && block.level === 2 ? 2 : 1;
}

function apart(all: readonly Block[], width: number): readonly string[] {
  const blocks = all.filter(({ kind }) => kind !== 'figure');
  return blocks.flatMap((block, index) => [
    ...Array<string>(blankLines(blocks[index - 1], block)).fill(''),
    ...blockLines(block, blocks, width),
  ]);
}

/**
 * The paper as plain text: lines of at most 76 columns (or `width`) where the words allow it, NFC, `\n` at each line's
 * end.
 */
export function renderText(paper: PaperDocument, width = pageWidth): string {
  const lines = apart(paper.blocks, width).map((line) => line.trimEnd());
  return `${lines.join('\n').normalize('NFC')}\n`;
}
