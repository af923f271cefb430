/** The words of a message that comes as HTML alone, up to what it answers. */

/** What begins the message that is answered, as mail programs mark it. */
const quoted =
  /<blockquote|class="?gmail_quote|id="?(?:divRplyFwdMsg|appendonsend|mail-editor-reference)|<hr\b/iu;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  aring: 'å',
  Aring: 'Å',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
};

/** Good enough to find words in: no page is made of it. */
export const plainText = (html: string): string =>
  (html.split(quoted)[0] ?? '')
    .replaceAll(/<(style|script|head|title)\b[^>]*>[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s*>/giu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/<(?:br|\/?p|\/?div|\/?tr|\/?li|\/h\d)\b[^>]*>/giu, '\n')
    .replaceAll(/<[^<>]*>/gu, '')
    .replaceAll(
      /&(?:#(\d{1,7})|([a-z]+));/giu,
      (whole, code: string | undefined, name: string | undefined) =>
        code === undefined ? (entities[name ?? ''] ?? whole) : characterOf(Number(code)),
    )
    .replaceAll(/ *\n\s*/gu, '\n');

const characterOf = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');
