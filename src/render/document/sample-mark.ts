/** Marks what is made from a sample register in its head, so that nobody believes it is real. */
import type { Block, Inline, PaperDocument } from './document.ts';

/** The words of one written standard. */
export interface SampleWords {
  /** A word before a subject or a title. */
  readonly word: string;
  /** One sentence. */
  readonly sentence: string;
}

/** What kind of text it is: in a short one, a subject or a post, there is room for the word alone. */
export type MarkedKind = 'paper' | 'short';

/** `Eksempel: Kvartalsmøte` */
export const markedTitle = (title: string, { word }: SampleWords): string => `${word}: ${title}`;

const text = (words: string): Inline => ({ kind: 'text', text: words });

/**
 * The same paper with a note below its title and byline. One without a title, such as the text of an invitation, begins
 * with the note; a short text begins with the word alone.
 */
export function markedAsSample(paper: PaperDocument, kind: MarkedKind, words: SampleWords): PaperDocument {
  const { title, blocks } = paper;
  const [first, ...rest] = blocks;
  if (kind === 'short') {
    if (first?.kind !== 'paragraph') return paper;
    return { title, blocks: [{ ...first, children: [text(`${words.word}: `), ...first.children] }, ...rest] };
  }
  const said: Block = {
    kind: 'paragraph',
    children: [{ kind: 'strong', children: [text(`${words.word}:`)] }, text(` ${words.sentence}`)],
  };
  const heading = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  if (heading < 0) return { title, blocks: [said, ...blocks] };
  const below = blocks[heading + 1]?.kind === 'byline' ? heading + 2 : heading + 1;
  return {
    title,
    blocks: [...blocks.slice(0, below), { kind: 'note', blocks: [said] }, ...blocks.slice(below)],
  };
}
