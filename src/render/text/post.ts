/** Writes a paper as a short post for social channels, where every character counts. */
import { plainInline, type Inline, type PaperDocument } from '../document/document.ts';
import { oneLine } from '../safe/plain-text.ts';
import { firstSentences, shortened } from '../safe/shorten.ts';

const mostCharacters = 280;
const shortestHeadline = 60;
const apart = '\n\n';

/** A link is shown as its address: posts have no words on links. */
function written(children: readonly Inline[]): string {
  return oneLine(
    children.map((child) => (child.kind === 'link' ? child.href : plainInline([child]))).join(''),
  );
}

/** The paragraphs of a post by importance. */
interface Parts {
  readonly headline: string;
  readonly between: readonly string[];
  /** How the post may end, in order of preference: the paragraph with the link, the address alone, not at all. */
  readonly ends: readonly (readonly string[])[];
}

function partsOf({ blocks }: PaperDocument): Parts {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.children] : []));
  const [headline = [], ...rest] = paragraphs;
  const withLink = rest.find((paragraph) => paragraph.at(-1)?.kind === 'link');
  const between = rest.filter((paragraph) => paragraph !== withLink).map(written);
  const ends = withLink === undefined ? [] : [[written(withLink)], [written(withLink.slice(-1))]];
  return { headline: written(headline), between, ends: [...ends, []] };
}

const lengthOf = (parts: readonly string[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0) + apart.length * Math.max(0, parts.length - 1);

/** The paragraphs that fit: the last is shortened to its first sentences, or left out, before the one before it. */
function fitting(paragraphs: readonly string[], room: number): readonly string[] {
  const last = paragraphs.at(-1);
  if (last === undefined || lengthOf(paragraphs) <= room) return paragraphs;
  const before = paragraphs.slice(0, -1);
  const some = firstSentences(last, room - lengthOf([...before, '']));
  return some === '' ? fitting(before, room) : [...before, some];
}

/**
 * The post, without a line break at its end: the first paragraph is its headline, the paragraph that ends in a link comes
 * last, and those between may be left out. At most 280 characters, counted as UTF-16 units. If it is too long, parts are
 * removed in this order: sentences and paragraphs between, from the last; then the end of the headline, never inside a
 * word, down to 60 characters; then the words before the link; then the link.
 */
export function renderPost(paper: PaperDocument, most = mostCharacters): string {
  const { headline, between, ends } = partsOf(paper);
  const leastRoom = Math.min(headline.length, shortestHeadline);
  const roomBefore = (end: readonly string[]): number => most - lengthOf(['', ...end]);
  const end = ends.find((one) => roomBefore(one) >= leastRoom) ?? [];
  const room = roomBefore(end);
  const title = shortened(headline, room);
  const rest = title === headline ? fitting(between, room - title.length - apart.length) : [];
  return [title, ...rest, ...end].join(apart);
}
