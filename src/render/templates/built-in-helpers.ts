/** The helpers that every template has. */
import { escapeMarkdown, inLang } from '../safe/escape.ts';
import { anything, defineMarkdownHelper, defineTest, optional, text } from './helper.ts';
import type { Helper, HelperPlace } from './helper.ts';
import { linkWords, namesOtherHost, safeLink } from '../safe/link-target.ts';
import { paragraphsOf } from '../safe/plain-text.ts';

function writeProse(value: string, place: HelperPlace): string {
  const paragraphs = paragraphsOf(value).map((lines) =>
    lines.map((line) => inLang(escapeMarkdown(line), place.standard)),
  );
  if (place.room === 'line') return paragraphs.flat().join(' ');
  const lineBreak = `\\\n${place.indent}`;
  const apart = place.room === 'lines' ? lineBreak : `\n${place.indent.trimEnd()}\n${place.indent}`;
  return paragraphs.map((lines) => lines.join(lineBreak)).join(apart);
}

function writeLink(address: string, words: string | undefined, { standard }: HelperPlace): string {
  const written = (shown: string): string =>
    inLang(escapeMarkdown(shown), shown === words ? standard : undefined);
  const href = safeLink(address.trim());
  if (href === undefined) return written(words ?? address);
  const link = (shown: string): string => `[${written(shown)}](<${escapeMarkdown(href)}>)`;
  const bare = linkWords(address.trim());
  if (words === undefined || words.trim() === '') return link(bare);
  return namesOtherHost(words, href) ? `${written(words)} (${link(bare)})` : link(words);
}

/** What `{{#if}}` treats as nothing. */
function isThere(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

/**
 * - `{{prose text}}`: a text of several lines as typed; a blank line separates paragraphs, other line breaks stay.
 * - `{{link address words more}}`: a link where the address is safe, otherwise the words (or the address) as text. Words
 *   that name another host are printed next to the link, not on it. Without words the address itself is shown; `more` follows
 *   them after a space, as in `{{link page "Siden til" name}}`.
 * - `eq`, `not`, `and`, `or`: for use inside `{{#if (…)}}`; what counts as something is what `{{#if}}` says.
 */
export const builtInHelpers: readonly Helper[] = [
  defineMarkdownHelper('prose', [text], ([value], place) => writeProse(value, place)),
  defineMarkdownHelper(
    'link',
    [text, optional(text), optional(text)],
    ([address, words, more], place) =>
      writeLink(address, more === undefined ? words : `${words ?? ''} ${more}`, place),
  ),
  defineTest('eq', [anything, anything], ([one, other]) => one === other),
  defineTest('not', [anything], ([value]) => !isThere(value)),
  defineTest('and', [anything, anything], (values) => values.every(isThere), { repeatsLast: true }),
  defineTest('or', [anything, anything], (values) => values.some(isThere), { repeatsLast: true }),
];
