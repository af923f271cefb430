/** How a cell is shown to the person who has to correct it. */
import type { Cell } from '../domain/workbook.ts';
import { plainText } from './cells/text.ts';

/** Control and format characters: invisible, or able to change what a terminal shows. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** The joiner and the like inside an emoji are allowed. */
const isHarmless = (character: string): boolean => character === '\u200D' || character === '\u00AD';

/** The beginning of a text on one line, with invisible characters as their numbers: `post[U+202E]@x.no`. */
export function shown(text: string): string {
  const line = text
    .slice(0, 400)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(unseen, (character) => (isHarmless(character) ? character : codeOf(character)))
    .replace(/\p{Surrogate}/gu, '\uFFFD');
  return line.length > 80 ? `${line.slice(0, 79).replace(/\p{Surrogate}$/u, '')}…` : line;
}

/** What a cell shows: its error if it has one, otherwise its value. */
export const shownCell = (cell: Cell): string =>
  shown(typeof cell === 'object' && cell?.error !== undefined ? cell.error : plainText(cell));
