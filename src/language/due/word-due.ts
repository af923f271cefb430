/** The due list in words, in each language. */
import { spoken } from '../../domain/msg.ts';
import type { Matter } from '../../domain/due.ts';
import type { Difference } from '../../domain/statement.ts';
import type { WrittenStandard } from '../../domain/written-standard.ts';
import { capital } from '../dates.ts';
import { dueEn } from './en.ts';
import { dueNb } from './nb.ts';
import { dueNn } from './nn.ts';
import type { DueWords } from './words.ts';

export const dueWords: Readonly<Record<WrittenStandard, DueWords>> = { nb: dueNb, nn: dueNn, en: dueEn };

/** What of an entry names it. */
interface Named {
  readonly name: string;
  readonly matter: Matter;
  readonly about: { readonly title: string };
}

/** «Neste steg: Innlandet» */
export const entryTitle = (matter: Matter, title: string, standard: WrittenStandard): string =>
  `${capital(dueWords[standard].matters[matter])}: ${title}`;

/** How what is said names an entry: in English by the name that is typed, in Norwegian by its title. */
export const entryNamed = (entry: Named): string =>
  spoken() === 'en' ? entry.name : entryTitle(entry.matter, entry.about.title, spoken());

/** Longer texts are cut: the register has the whole. */
const longest = 80;

/** A text in one line. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

/** What was said and what is so now, in words. */
interface Sides {
  readonly was: string;
  readonly is: string;
}

/** The words of a difference: both sides, or one text where it has none. */
export type WordedDifference =
  | { readonly fact: string; readonly sides: Sides }
  | { readonly fact: string | undefined; readonly text: string };

/** A difference with its sides apart, for a table. */
export function wordedDifference(difference: Difference, standard: WrittenStandard): WordedDifference {
  const words = dueWords[standard];
  if (difference.fact === 'gone') return { fact: undefined, text: words.gone };
  const fact = words.facts[difference.fact];
  if (difference.fact !== 'cases') return { fact, sides: sidesOf(difference, words) };
  const came = difference.came.map((one) => words.came(short(one)));
  return { fact, text: [...came, ...difference.left.map((one) => words.left(short(one)))].join('; ') };
}

/** «Lenke: https://a.example → https://b.example» */
export function wordDifference(difference: Difference, standard: WrittenStandard): string {
  const worded = wordedDifference(difference, standard);
  const said = 'sides' in worded ? `${worded.sides.was} → ${worded.sides.is}` : worded.text;
  return worded.fact === undefined ? said : `${worded.fact}: ${said}`;
}

function sidesOf(
  difference: Exclude<Difference, { readonly fact: 'gone' | 'cases' }>,
  words: DueWords,
): Sides {
  const sides = <Value>(
    was: Value | undefined,
    is: Value | undefined,
    word: (value: Value) => string,
  ): Sides => {
    const said = (one: Value | undefined): string => (one === undefined ? words.none : word(one));
    return { was: said(was), is: said(is) };
  };
  if (difference.fact === 'state')
    return sides(difference.was, difference.is, (state) => words.saidStates[state]);
  if (difference.fact === 'time') return sides(difference.was, difference.is, words.time);
  const [was, is] = fromDifference(difference.was, difference.is);
  return sides(was, is, short);
}

/** So much of what both begin with is kept before the first difference. */
const LEAD = 24;

/** Two texts that are alike for longer than is shown begin near their first difference. */
function fromDifference(was: string | undefined, is: string | undefined): readonly (string | undefined)[] {
  if (was === undefined || is === undefined) return [was, is];
  let alike = 0;
  while (alike < was.length && was[alike] === is[alike]) alike += 1;
  if (alike < longest / 2 || Math.max(was.length, is.length) <= longest) return [was, is];
  // At a word, so that no letter is cut in two.
  const from = was.lastIndexOf(' ', alike - LEAD) + 1;
  return from === 0 ? [was, is] : [`…${was.slice(from)}`, `…${is.slice(from)}`];
}
