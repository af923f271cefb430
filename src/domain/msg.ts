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

const filled = (sentence: string, values: readonly (string | number)[]): string =>
  sentence.replace(/\{(\d+)\}/gu, (hole, index: string) => String(values[Number(index)] ?? hole));

/** A sentence as it can be said in each language. */
interface Sentence {
  readonly key: string;
  readonly values: readonly (string | number | Sentence)[];
}

/** How many sentences are remembered: those of one run are far fewer. */
const MOST = 1000;

/** What was said last in another language than English. */
const remembered = new Map<string, Sentence>();

const worded = ({ key, values }: Sentence, as: Speech): string =>
  filled(
    as(key) ?? key,
    values.map((value) => (typeof value === 'object' ? worded(value, as) : value)),
  );

/**
 * A sentence in the language that is spoken when it is called: never call it while a module is loaded. Values that are words of a language are
 * made with `msg` too.
 */
export function msg(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const key = messageKey(texts);
  const own = speech(key);
  if (own === undefined) return filled(key, values);
  const said = filled(own, values);
  remembered.delete(said);
  remembered.set(said, {
    key,
    values: values.map((value) => (typeof value === 'string' ? (remembered.get(value) ?? value) : value)),
  });
  if (remembered.size > MOST) remembered.delete([...remembered.keys()][0] ?? '');
  return said;
}

/** Does the work in English whatever is spoken: for what is written down and compared later. */
export function speakingEnglish<Result>(work: () => Result): Result {
  const [ownSpeech, ownLanguage] = [speech, language];
  speak();
  try {
    return work();
  } finally {
    speak(ownSpeech, ownLanguage);
  }
}

/**
 * What `msg` has just said, in English whatever is spoken, also without its full stop: for what is written down and compared later, which must
 * not change with the language.
 */
export const inEnglish = (said: string): string => wordedAs(said, english) ?? said;

function wordedAs(said: string, as: Speech): string | undefined {
  const sentence = remembered.get(said);
  if (sentence !== undefined) return worded(sentence, as);
  const stopped = remembered.get(`${said}.`);
  return stopped && worded(stopped, as).replace(/\.$/u, '');
}

/** So many sentences, and what parts them, are looked for as one. */
const MOST_PARTS = 15;

/**
 * What `msg` has just said, also several sentences or lines of it, in the language that is spoken now. What is not known stays as it is.
 */
export function saidAgain(said: string): string {
  // The sentences, and between them what parts them.
  const parts = said.split(/(\n\s*|(?<=[.:!?]) )/u);
  const again: string[] = [];
  while (parts.length > 0) {
    // The longest first: a sentence of `msg` may be several.
    let end = Math.min(parts.length, MOST_PARTS);
    let own: string | undefined;
    for (; end > 0; end -= 2) {
      own = wordedAs(parts.slice(0, end).join(''), speech);
      if (own !== undefined) break;
    }
    const taken = parts.splice(0, Math.max(end, 1));
    again.push(own ?? taken.join(''), ...parts.splice(0, 1));
  }
  return again.join('');
}

/** The numbers in what was written down, and a code in brackets. */
const valuesWritten = /\d+|(?<=\()[A-Z_]+(?=\))/gu;

/** The reverse: what was written down in English, in the language that is spoken. What is not known stays as it is. */
export function resaid(written: string): string {
  const own = speech(written);
  if (own !== undefined) return own;
  let holes = 0;
  const key = written.replace(valuesWritten, () => `{${String(holes++)}}`);
  return filled(speech(key) ?? written, written.match(valuesWritten) ?? []);
}
