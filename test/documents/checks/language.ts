import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHunspellFromFiles } from 'hunspell-wasm';
import { ROOT } from './tools.ts';

/** The written standards that Norwegian text is checked in. */
export type Standard = 'nb' | 'nn';

/** Whether a word is known in a standard: by hunspell's word list, or by the project's own. */
export type Speller = (word: string) => boolean;

/**
 * Words of the other standard that the dictionaries let through, since both take in words from everywhere
 * (nb knows «frå», nn knows «uke»). Whole words, any case; patterns where a word bends.
 */
const OTHER_STANDARD: Readonly<Record<Standard, RegExp>> = {
  nb: wholeWords(`ikkje frå kva kven kvar korleis kvifor eit ein eitt berre meir noko nokon veke[nr]? vekene
    kommunar kommunane fylkeskommunar fylkeskommunane dei dykk vere ver vert skal\\s+takast blir\\s+teken?
    møta møtestad møteleiar førebilet[ea]? høyring utsett berekraftig kunngjering aktivitetar saman lenkje
    framlegg\\s+til\\s+vedtak`),
  nn: wholeWords(`ikke fra hva hvem hvor hvordan hvorfor hvilken hvilke hver hvert hvis en et uke[nr]? uka ukene
    kommuner kommunene fylkeskommuner fylkeskommunene bare mer sted(?:et|er)? møtested møteleder forrige gjester
    gjestene noe noen jeg dere være vært sammen skal\\s+tas høring bærekraftig kunngjøring forbilde[rt]? forbildene
    aktiviteter aktivitetene behandle[st] gjøre gjør mye disse`),
};

/** Stad is a municipality: only the common noun is nynorsk. */
const STAD = /(?<![\p{L}-])stad(?:en)?(?![\p{L}-])/u;

/** Opens the dictionary of a standard and the project's word list (words.txt). Takes a second. */
export async function openSpeller(standard: Standard): Promise<Speller> {
  const folder = join(ROOT, `node_modules/dictionary-${standard}`);
  const hunspell = await createHunspellFromFiles(join(folder, 'index.aff'), join(folder, 'index.dic'));
  const own = await ownWords(standard);
  const known = (word: string): boolean =>
    hunspell.testSpelling(word) || own.has(word) || own.has(word.toLocaleLowerCase('nb'));
  return (word) =>
    known(word) ||
    (word.includes('-') && word.split('-').every((part) => part === '' || partKnown(part, known)));
}

/** «orienterings-» in «orienterings- og drøftingssaker» stands for the word without its joining s. */
function partKnown(part: string, known: Speller): boolean {
  return known(part) || known(part.replace(/s$/u, ''));
}

/** The project's words that a standard may use. Sections stand under `[both]`, `[nb]` and `[nn]`; `#` starts a comment. */
async function ownWords(standard: Standard): Promise<Set<string>> {
  const words = new Set<string>();
  let section = '';
  for (const line of (await readFile(join(import.meta.dirname, '../words.txt'), 'utf8')).split('\n')) {
    const word = line.replace(/#.*$/u, '').trim();
    if (word.startsWith('[')) section = word.slice(1, -1);
    else if (word !== '' && (section === 'both' || section === standard)) words.add(word);
  }
  return words;
}

/** The text without some names, such as those of tabs and columns: they are the same in every standard. */
export function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return text.replace(
    new RegExp(`(?<![\\p{L}-])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}-])`, 'gu'),
    ' ',
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The words in a text that the standard does not know, and those that belong to the other standard; each once. */
export function languageFaults(text: string, standard: Standard, knows: Speller): string[] {
  const prose = withoutMachineText(text);
  const unknown = [...prose.matchAll(/\p{L}[\p{L}\p{M}’'-]*\.?/gu)]
    .map(([word]) => word.replace(/['’]+(?=\.?$)/u, ''))
    .filter((word) => !knows(word) && !knows(word.replace(/\.$/u, '')))
    .map((word) => `unknown in ${standard}: ${word.replace(/\.$/u, '')}`);
  const others = [...prose.matchAll(OTHER_STANDARD[standard])].map(([word]) => word.toLocaleLowerCase('nb'));
  if (standard === 'nb' && STAD.test(prose)) others.push('stad');
  return [...new Set([...unknown, ...others.map((word) => `not ${standard}: ${word}`)])].sort();
}

/** Text without what is not language: addresses, code, IDs, file names, hard spaces, numbers with letters. */
function withoutMachineText(text: string): string {
  return text
    .replace(/\u00AD/gu, '')
    .replaceAll('&nbsp;', ' ')
    .replace(/```.*?```/gsu, ' ')
    .replace(/`[^`]*`/gu, ' ')
    .replace(/\]\(#[\w-]+\)/gu, '] ')
    .replace(/npm (?:ci|test|run [\w:-]+)(?: -- [\w -]*\w)?/gu, ' ')
    .replace(/\b(?:https?:\/\/|mailto:)[^\s)>\]]+/gu, ' ')
    .replace(/\S+@\S+|\b[\w-]+\.(?:no|example)\b/gu, ' ')
    .replace(/[\p{L}\d_/.-]+\.(?:xlsx|html|docx|txt|ics|json|hbs|md|env)\b/gu, ' ')
    .replace(/\p{L}*\d[\p{L}\d-]*/gu, ' ')
    .replace(/(?<![\p{L}-])[\p{L}](?![\p{L}])(?<![iåIÅ])/gu, ' ');
}

function wholeWords(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${words.trim().split(/\s+/u).join('|')})(?![\\p{L}-])`, 'giu');
}
