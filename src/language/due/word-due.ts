/** The due list in words, in each language. */
import type { Difference } from '../../domain/statement.ts';
import type { WrittenStandard } from '../../domain/written-standard.ts';
import { dueEn } from './en.ts';
import { dueNb } from './nb.ts';
import { dueNn } from './nn.ts';
import type { DueWords } from './words.ts';

export const dueWords: Readonly<Record<WrittenStandard, DueWords>> = { nb: dueNb, nn: dueNn, en: dueEn };

/** Longer texts are cut: the register has the whole. */
const longest = 80;

/** A text in one line. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

/** «Lenke: https://a.example → https://b.example» */
export function wordDifference(difference: Difference, standard: WrittenStandard): string {
  const words = dueWords[standard];
  if (difference.fact === 'gone') return words.gone;
  const said = sidesOf(difference, words);
  return `${words.facts[difference.fact]}: ${said}`;
}

function sidesOf(difference: Exclude<Difference, { readonly fact: 'gone' }>, words: DueWords): string {
  const sides = <Value>(
    was: Value | undefined,
    is: Value | undefined,
    word: (value: Value) => string,
  ): string => [was, is].map((one) => (one === undefined ? words.none : word(one))).join(' → ');
  if (difference.fact === 'state')
    return sides(difference.was, difference.is, (state) => words.saidStates[state]);
  if (difference.fact === 'time') return sides(difference.was, difference.is, words.time);
  if (difference.fact !== 'cases') return sides(difference.was, difference.is, short);
  const came = difference.came.map((one) => words.came(short(one)));
  return [...came, ...difference.left.map((one) => words.left(short(one)))].join('; ');
}
