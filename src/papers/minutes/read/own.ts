/** What the register and the draft say of a case, to know it from what people wrote. */
import { comparedName } from '../../../domain/compare.ts';
import { isNynorsk } from '../../as-proposed.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import type { Who } from './who.ts';

export interface OwnTexts {
  /** The register does not have the case. */
  readonly isNew: boolean;
  /** «7/26» */
  readonly number: string | undefined;
  /** A line, or all, of its title, its background or its proposal. */
  readonly has: (text: string) => boolean;
  /** The same, or who raised it, its minutes, its kind. */
  readonly hasFact: (text: string) => boolean;
  /** Whether these lines are the whole proposal. */
  readonly isProposal: (lines: readonly string[]) => boolean;
  /** The proposal as the register has it, in the standard that some words are in. */
  readonly proposalFor: (words: string) => string | undefined;
}

/** The line that the draft and the agenda have below the title of a case: «Vedtak · kl. 10.05 · Fagsjef legger fram». */
export const byline = /^(?:orientering|drøfting|vedtak)(?:$| · )/iu;

/** `item` is the case in the register; undefined for one that was added by hand. A name and an ID are one person where `who` says so. */
export function ownTextsOf(item: Case | undefined, who: Who): OwnTexts {
  const { number, proposal, proposalNn } = item ?? {};
  const texts = linesOf([
    ...[item?.title, item?.titleNn, item?.background, item?.backgroundNn, proposal, proposalNn],
  ]);
  const attached = (item?.attachments ?? []).flatMap(({ name, link }) => [
    ...[name, link],
    ...(name === undefined || link === undefined ? [] : [`${name}: ${link}`]),
  ]);
  const facts = linesOf([item?.raisedBy, item?.presenter, item?.minutes?.toString(), ...attached]);
  const has = (text: string): boolean => texts.has(bare(text));
  const people = new Set([item?.raisedBy, item?.presenter].flatMap((one) => peopleIn(one, who) ?? []));
  const isPerson = (text: string): boolean => people.has(peopleIn(text, who) ?? '');
  return {
    isNew: item === undefined,
    number: number === undefined ? undefined : `${String(number.number)}/${String(number.year % 100)}`,
    has,
    hasFact: (text) =>
      has(text) ||
      byline.test(text) ||
      facts.has(bare(text.replace(/\s*min(?:utt(?:er)?)?\.?$/iu, ''))) ||
      isPerson(text),
    isProposal: (lines) =>
      [proposal, proposalNn].some((text) => text !== undefined && whole([text]) === whole(lines)),
    proposalFor: (words) => (isNynorsk(words) ? (proposalNn ?? proposal) : (proposal ?? proposalNn)),
  };
}

/** The people that a text names, in any order; undefined where one of them is not certain. */
function peopleIn(text: string | undefined, who: Who): string | undefined {
  const { ids, faults } = text === undefined ? { ids: [], faults: [] } : who.read(text);
  return ids.length === 0 || faults.length > 0 ? undefined : ids.toSorted().join();
}

/** Without the sign of a list, which Word makes itself. */
const bare = (text: string): string => comparedName(text.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/u, ''));

const whole = (lines: readonly string[]): string =>
  lines
    .flatMap((text) => text.split('\n'))
    .map(bare)
    .filter((line) => line !== '')
    .join('\n');

const linesOf = (texts: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => (text === undefined ? [] : [text, ...text.split('\n')])).map(bare));
