/** The blocks of text of a paper as it was written in HTML (render/html/html-writer.ts): what is compared, and marked. */

/** A heading, a paragraph, an item, a row of a table or of facts, or a drawing with its caption. */
export interface PaperBlock {
  /** The words that a reader sees, with single spaces. */
  readonly text: string;
  /** Where its opening tag ends, before the `>`. */
  readonly at: number;
  /** The place in the paper that a link can lead to: the element's own, or the one that `withIds` gives it. */
  readonly id: string;
  readonly hasOwnId: boolean;
}

/** Text is escaped, so every `<` begins a tag, and no attribute holds a `>`. A row of facts is the only `div` without a class. */
const opening = /<(?:h[1-4]|p|li|tr|figure)\b[^>]*|<div(?=>)/gu;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (html: string): string =>
  html
    .replace(/<\/(?:td|th|dt|dd|text)>|<br>/gu, ' ')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?<name>amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Those that hold words, in order. */
export function blocksOf(html: string): readonly PaperBlock[] {
  const [from, to] = [html.indexOf('<main>'), html.indexOf('</main>')];
  const tags = [...html.slice(from, to).matchAll(opening)];
  return tags.flatMap(({ 0: tag, index }, number) => {
    const next = tags[number + 1]?.index;
    const text = plain(html.slice(from + index, next === undefined ? to : from + next));
    const own = / id="(?<id>[^"]*)"/u.exec(tag)?.groups?.['id'];
    const id = own ?? `del-${String(number + 1)}`;
    return text === '' ? [] : [{ text, at: from + index + tag.length, id, hasOwnId: own !== undefined }];
  });
}

/** The paper with a place to lead to in each block, and with a mark at those that are new. */
export function withMarks(
  html: string,
  blocks: readonly PaperBlock[],
  isNew: (at: number) => boolean,
): string {
  let [written, done] = ['', 0];
  for (const [number, { at, id, hasOwnId }] of blocks.entries()) {
    written += html.slice(done, at) + (hasOwnId ? '' : ` id="${id}"`) + (isNew(number) ? ' data-new' : '');
    done = at;
  }
  return written + html.slice(done);
}
