/** The name or role in Kontakter that a misspelt one was probably meant to be. */
import { nearest } from '../domain/nearest.ts';
import type { KnownPerson } from './contact-index.ts';
import { foldedName } from './person-words.ts';

interface Called {
  /** As it is in Kontakter. */
  readonly shown: string;
  readonly words: readonly string[];
}

/** How many names are compared in all for one register, so that a long one takes no longer than its length. */
const MOST_COMPARED = 2_000_000;

/** Whether one word is the other with a slip: one letter, two in a long word. */
const isSlip = (word: string, other: string): boolean =>
  word === other || nearest(word, [other], Math.max(word.length, other.length) >= 8 ? 2 : 1) !== undefined;

const isAlmost = (words: readonly string[], { words: others }: Called): boolean =>
  words.length === others.length && words.every((word, at) => isSlip(word, others[at] ?? ''));

/** Only the first name, or a name without the one in the middle. */
const isPart = (words: readonly string[], { words: others }: Called): boolean =>
  words.length < others.length && words.every((word) => word.length > 1 && others.includes(word));

/** For the contacts of a register. The function gives none where no name is near, or where several are. */
export function nearestPerson(contacts: readonly KnownPerson[]): (text: string) => string | undefined {
  const texts = new Set(contacts.flatMap(({ name = '', role = '' }) => [name, role]));
  const all = [...texts].map((shown): Called => ({ shown, words: foldedName(shown).split(' ') }));
  const called = all.filter(({ words }) => words.join('').length > 2);
  let left = MOST_COMPARED;
  return (text) => {
    const words = foldedName(text).split(' ');
    left -= called.length;
    if (left < 0 || words.join('').length < 3 || text.length > 100) return undefined;
    // Somebody of another organisation has the very name: no slip.
    if (called.some((one) => one.words.join(' ') === words.join(' '))) return undefined;
    for (const isNear of [isAlmost, isPart]) {
      const [only, second] = called.filter((one) => isNear(words, one));
      if (only !== undefined) return second === undefined ? only.shown : undefined;
    }
    return undefined;
  };
}
