/** Escaping by context. What a person typed is data wherever it is printed: never Markdown, HTML or Handlebars. */
import type { WrittenStandard } from '../../domain/written-standard.ts';
import { oneLine } from './plain-text.ts';

/** The ASCII punctuation that CommonMark lets a backslash escape (section 2.4). */
const punctuation = /[!-/:-@[-`{-~]/gu;

/**
 * A value as Markdown that reads as exactly this text, on one line, wherever in a paragraph, heading, list, table,
 * fact or link it is, the start of a line included. Backslash and `|` become entities, since table cells are
 * split before escapes are read: `{{x}}|` must not turn into an escaped bar when the value ends in `\`.
 */
export function escapeMarkdown(value: string): string {
  return oneLine(value).replace(punctuation, (mark) => {
    if (mark === '\\') return '&#92;';
    return mark === '|' ? '&#124;' : `\\${mark}`;
  });
}

/** Markdown of one line whose words are in another written standard than the paper's; the same where it is not known. */
export const inLang = (markdown: string, standard: WrittenStandard | undefined): string =>
  standard === undefined || markdown === '' ? markdown : `{lang=${standard}}[${markdown}]`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML, for the content of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (mark) => entities[mark] ?? mark);
}
