/**
 * What people typed, made safe to show anywhere: visible text is kept as it is, invisible or deceptive characters are
 * removed. Every renderer and every escaper starts here.
 */

/**
 * Not text: control characters, marks that turn the reading direction (U+202E lets `exe.fdp` look like `pdf.exe`),
 * zero-width characters, soft hyphens, and code points that XML or Unicode forbid. Zero-width joiner, variation
 * selectors and tags stay, since emoji are made of them.
 */
const invisible =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** White space that a browser would show as one space, or as a line break. Hard spaces are kept as they are. */
const collapsible = /[\t\n\v\f\r \u0085\u2028\u2029]+/gu;

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Without characters that cannot be seen or that deceive; line breaks and spaces stay. NFC. */
export function visible(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(invisible, '')
    .normalize('NFC');
}

/** The text on one line: line breaks and runs of spaces become one space, none at the ends. NFC. */
export function oneLine(text: string): string {
  return visible(text.replace(collapsible, ' ')).replace(/ {2,}/gu, ' ').trim();
}

/** The text as paragraphs of lines: a blank line separates paragraphs. Empty text gives no paragraphs. NFC. */
export function paragraphsOf(text: string): readonly (readonly string[])[] {
  const paragraphs: string[][] = [];
  let current: string[] = [];
  for (const line of [...text.split(lineBreak).map(oneLine), '']) {
    if (line !== '') current.push(line);
    else if (current.length > 0) {
      paragraphs.push(current);
      current = [];
    }
  }
  return paragraphs;
}
