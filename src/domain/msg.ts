/**
 * What Felles says to the person who runs it is written in English where it is said, and marked with the tag `msg`, so that the page can say the
 * same in Norwegian: the English sentence, with `{0}` and so on for what is filled in, is its own key (as in gettext).
 */

import type { WrittenStandard } from './written-standard.ts';

/** The sentence for a key in the language that is spoken now. Undefined: in English. */
export type Speech = (key: string) => string | undefined;

const english: Speech = () => undefined;
let speech = english;
let language = (): WrittenStandard => 'en';

/**
 * From now on `msg` speaks so, in this language, or in the one that is asked for at each moment. The edges call it once, before anything is said;
 * left out: English.
 */
export function speak(
  own: Speech = english,
  standard: WrittenStandard | (() => WrittenStandard) = 'en',
): void {
  speech = own;
  language = typeof standard === 'string' ? () => standard : standard;
}

/** The language that is spoken now: for words that have their own tables in each. */
export const spoken = (): WrittenStandard => language();

/** The key of a sentence whose texts between the values are these. */
export const messageKey = (texts: readonly string[]): string =>
  texts.reduce((key, text, index) => `${key}{${String(index - 1)}}${text}`);

/**
 * A sentence in the language that is spoken when it is called: never call it while a module is loaded. Values that are words of a language are
 * made with `msg` too.
 */
export function msg(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const key = messageKey(texts);
  return (speech(key) ?? key).replace(/\{(\d+)\}/gu, (hole, index: string) =>
    String(values[Number(index)] ?? hole),
  );
}
