/** How a column shows text. */
export interface TextColumn {
  /** In characters, as spreadsheets count widths. */
  readonly width: number;
  readonly wraps: boolean;
}

/** One line of eleven-point type, in points. */
export const LINE_HEIGHT = 15;
/** Taller rows push the next ones off the screen; the rest of a long text can be read in the formula bar. */
const MOST_LINES = 12;

/** Letters are narrower than the digits by which widths are counted, in running text by about this factor. */
const LETTERS_PER_DIGIT = 1.1;

/** How many lines a text needs in a column: as programs break it between words, but without knowing the font. */
export function linesOf(text: string, width: number): number {
  const perLine = Math.max(4, Math.floor(width * LETTERS_PER_DIGIT));
  return text.split('\n').reduce((sum, paragraph) => sum + linesOfParagraph(paragraph, perLine), 0);
}

function linesOfParagraph(paragraph: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(' ')) {
    if (used > 0 && used + 1 + length > perLine) {
      lines += 1;
      used = 0;
    }
    used += length + (used > 0 ? 1 : 0);
    // A word longer than the line, such as an address, can break anywhere.
    while (used > perLine) {
      lines += 1;
      used -= perLine;
    }
  }
  return lines;
}

/**
 * The height attributes of a row with these texts; empty for a row of one line. Excel could find the height
 * itself, but LibreOffice shows rows as tall as the file says.
 */
export function heightOf(texts: readonly (readonly [text: string, column: TextColumn])[]): string {
  const lines = Math.max(1, ...texts.map(([text, { width, wraps }]) => (wraps ? linesOf(text, width) : 1)));
  if (lines === 1) return '';
  const height = ` ht="${Math.min(lines, MOST_LINES) * LINE_HEIGHT}"`;
  return lines > MOST_LINES ? `${height} customHeight="1"` : height;
}
