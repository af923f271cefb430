/** What a correction or a new time tells its recipients to put right: what it is now, and what they read before. */
import { comparedAddress } from '../../domain/compare.ts';
import { parseSaidTime, type Difference, type SaidTime, type TextFact } from '../../domain/statement.ts';
import { parseDay } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { longDate, longTime } from '../../language/dates.ts';
import { phrasesOf } from '../../language/phrases-of.ts';
import type { Audience } from './audience.ts';
import { changesAmong, type Outdated } from './outdated.ts';
import type { Basis } from './sent.ts';
import type { AnnouncementView } from './view.ts';

type RightedFact = keyof AnnouncementView['changed'];
type Righted = { readonly fact: RightedFact } & NonNullable<AnnouncementView['changed'][RightedFact]>;

/** The facts that a mailing can put right. */
const rightedFacts: readonly RightedFact[] = [
  ...(['time', 'title', 'place', 'link', 'registration', 'deadline'] as const),
  ...(['speakers', 'recording', 'slides'] as const),
];

/** The time that all of them were told; undefined if they were told different ones, or none. */
export function previousTime(outdated: readonly Outdated[]): Basis | undefined {
  const times = new Set(outdated.map(({ told }) => told.facts.time));
  const [only] = times;
  const said = times.size === 1 ? parseSaidTime(only ?? '') : undefined;
  return said?.start === undefined ? undefined : { start: said.start, end: said.end };
}

/** Those of them who get the letters in a written standard. */
export function readersIn(
  outdated: readonly Outdated[],
  { chosen }: Pick<Audience, 'chosen'>,
  standard: NorwegianStandard,
): readonly Outdated[] {
  const own = chosen
    .filter((one) => one.standard === standard)
    .map(({ address }) => comparedAddress(address));
  const addresses = new Set(own);
  return outdated.filter(({ told }) => told.address !== undefined && addresses.has(told.address));
}

/** The changes in words, one for each fact. What was said before is only there if all of them read the same. */
export function rightedIn(outdated: readonly Outdated[], standard: NorwegianStandard): readonly Righted[] {
  const changes = changesAmong(outdated);
  const unread = standard === 'nb' ? 'titleNn' : 'title';
  const facts = new Set(changes.map(({ fact }) => fact));
  return [...facts].flatMap((fact): readonly Righted[] => {
    const own = changes.filter((change) => change.fact === fact);
    const [first] = own;
    if (first === undefined || fact === unread) return [];
    // One who read something else, or nothing of it, would not know what is meant.
    const isCommon =
      own.length === 1 && outdated.every((one) => one.changes.some((change) => change.fact === fact));
    return righted(first, isCommon, standard);
  });
}

function righted(change: Difference, isCommon: boolean, standard: NorwegianStandard): readonly Righted[] {
  if (change.fact === 'gone' || change.fact === 'state' || change.fact === 'cases') return [];
  const name = change.fact === 'titleNn' ? 'title' : change.fact;
  const fact = rightedFacts.find((one) => one === name);
  if (fact === undefined) return [];
  const words = (value: string | SaidTime | undefined): string | undefined =>
    wordsOf(value, change.fact, standard);
  const [is, was] = [words(change.is), words(change.was)];
  return [{ fact, is, was: isCommon ? was : undefined }];
}

function wordsOf(
  value: string | SaidTime | undefined,
  fact: TextFact | 'time',
  standard: NorwegianStandard,
): string | undefined {
  if (value === undefined) return undefined;
  const phrases = phrasesOf[standard];
  if (typeof value !== 'string')
    return value.start === undefined
      ? longDate(phrases, value.first)
      : longTime(phrases, value.start, value.end);
  const day = fact === 'deadline' ? parseDay(value) : undefined;
  return day === undefined ? value : longDate(phrases, day);
}
