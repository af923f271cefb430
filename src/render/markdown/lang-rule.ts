/**
 * Words in another written standard: `{lang=nb}[Boliger i sentrum]`. The mark comes first, since a link cannot begin with a
 * bracket inside its own. A value can never begin one: its braces are escaped.
 */
import type { MarkdownIt, Token } from 'markdown-it/browser';
import type { WrittenStandard } from '../../domain/written-standard.ts';

const mark = /\{lang=(?<standard>nb|nn|en)\}(?=\[)/uy;

/** Extends a markdown-it to read them: tokens lang_open, …, lang_close. */
export function readLang(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'lang', (state, silent) => {
    mark.lastIndex = state.pos;
    const standard = mark.exec(state.src)?.groups?.['standard'];
    if (standard === undefined) return false;
    const start = mark.lastIndex;
    const end = state.md.helpers.parseLinkLabel(state, start);
    if (end < 0) return false;
    if (!silent) {
      const { posMax } = state;
      [state.pos, state.posMax] = [start + 1, end];
      state.push('lang_open', 'span', 1).attrSet('lang', standard);
      state.md.inline.tokenize(state);
      state.push('lang_close', 'span', -1);
      state.posMax = posMax;
    }
    state.pos = end + 1;
    return true;
  });
}

/** The written standard of a token lang_open. */
export function standardOf(token: Token): WrittenStandard {
  const lang = token.attrGet('lang');
  return lang === 'nn' || lang === 'en' ? lang : 'nb';
}
