/** Lines of plain text: how wide they are, and where they are broken. */

import { letters } from '../safe/shorten.ts';

/** Takes two columns in the fixed-width fonts of terminals and mail programs. */
const wide =
  /\p{Emoji_Presentation}|\uFE0F|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** How many columns a text takes: letters with their marks one, emoji and East Asian letters two. */
export function widthOf(text: string): number {
  if (/^[\u0020-\u024F\u2010-\u2026]*$/u.test(text)) return text.length;
  let width = 0;
  for (const { segment } of letters().segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

/** The text followed by spaces (or, when `align` is right, after them) to this many columns. */
export function pad(text: string, width: number, align: 'left' | 'center' | 'right' = 'left'): string {
  const room = Math.max(0, width - widthOf(text));
  if (align === 'right') return ' '.repeat(room) + text;
  const before = align === 'center' ? Math.floor(room / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(room - before);
}

/**
 * The text in lines of at most `width` columns, broken only at ordinary spaces. A word that is too long, usually
 * an address, stays whole on a line of its own. Line breaks in the text stay.
 */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ').filter((each) => each !== '')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
  });
}

/** The lines with `first` before the first of them and `rest` before the others. */
export function indent(lines: readonly string[], first: string, rest = first): readonly string[] {
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}
