/** Makes texts fit where there is little room: subjects, previews in a list of mail, posts. */
import { oneLine } from './plain-text.ts';

/** Made when the first text needs it: this takes as long as writing a short paper. */
function lazily(granularity: 'grapheme' | 'sentence'): () => Intl.Segmenter {
  let segmenter: Intl.Segmenter | undefined;
  return () => (segmenter ??= new Intl.Segmenter('nb', { granularity }));
}
export const letters = lazily('grapheme');
const sentences = lazily('sentence');

/** Texts with a limited length are seldom longer than this, and segmenters are slow. */
const furthestSeen = 4_000;

/** Dots for whole words have a space before them (Språkrådet, «Prikker»), and stay on the line. */
const hard = '\u00A0';

const head = (text: string, length: number): string => text.slice(0, Math.max(0, length));

/** As many whole letters, with their marks and joiners, as fit in this many UTF-16 units. */
function wholeLetters(text: string, most: number): string {
  let kept = '';
  for (const { segment } of letters().segment(head(text, furthestSeen))) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept;
}

/** What a text may not end with before the dots: the comma or dash that led to the part cut off. */
const looseEnd = /[\s,;:.–—-]+$/u;

/**
 * The text on one line in at most this many UTF-16 units (so a limit on characters holds, however they are counted). A text
 * that is too long is cut between words and ends in « …»; only a word that does not fit alone is cut itself.
 */
export function shortened(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const room = head(line, most - 1);
  const lastSpace = room.lastIndexOf(' ');
  const words = lastSpace > 0 ? room.slice(0, lastSpace).replace(looseEnd, '') : '';
  return words === '' ? head(`${wholeLetters(line, most - 1)}…`, most) : `${words}${hard}…`;
}

/** As many whole sentences from the start as fit in this many UTF-16 units; empty if not even the first fits. */
export function firstSentences(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  let kept = '';
  for (const { segment } of sentences().segment(head(line, furthestSeen))) {
    if (kept.length + segment.trimEnd().length > most) break;
    kept += segment;
  }
  return kept.trimEnd();
}
