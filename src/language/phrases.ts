/**
 * What papers and messages say in each written standard. A new phrase does not compile until nb and nn both have it.
 * Whole sentences belong in the templates, where people can edit them; here are the words for values.
 */
import type { Blocked, Holiday } from '../domain/holidays.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';

export interface Phrases {
  readonly standard: NorwegianStandard;
  /** BCP 47, for `lang` and document properties. */
  readonly tag: 'nb-NO' | 'nn-NO';
  /** Monday first. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** January first. */
  readonly months: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  readonly week: (week: number, year: number) => string;
  readonly quarter: (quarter: number, year: number) => string;
  /** From the first month, from which people say `våren 2026`. */
  readonly season: (firstMonth: number, year: number) => string;
  /** What templates may count. */
  readonly nouns: Readonly<Record<NounKey, Noun>>;
  /** The number one in each gender. */
  readonly one: Readonly<Record<Noun['gender'], string>>;
  /** Not one of a countable thing. */
  readonly none: string;
  /** first, second … tenth, the last one for all that follow. */
  readonly ordinals: readonly string[];
  readonly numbersUpToTwelve: readonly string[];
  readonly and: string;
  readonly activityTypes: Readonly<
    Record<
      | 'information'
      | 'quarterlyMeeting'
      | 'conference'
      | 'network'
      | 'countyDialogue'
      | 'example'
      | 'webinar',
      string
    >
  >;
  /** The agreement's six activities, by their number in it. */
  readonly agreement: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, string>>;
  /** The same in a word or two, for tables and drawings. */
  readonly agreementShort: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6, string>>;
  readonly activityStatuses: Readonly<
    Record<'idea' | 'planned' | 'confirmed' | 'ongoing' | 'done' | 'cancelled', string>
  >;
  /** What a meeting did with a case, as in «utsatt». */
  readonly caseOutcomes: Readonly<Record<'treated' | 'postponed' | 'withdrawn' | 'untreated', string>>;
  readonly caseKinds: Readonly<Record<'information' | 'discussion' | 'decision', string>>;
  readonly parties: Readonly<Record<'bylivsenteret' | 'distriktssenteret' | 'both', string>>;
  readonly holidays: Readonly<Record<Holiday, string>>;
  readonly blocked: Readonly<Record<Blocked['why'], string>>;
}

type NounKey =
  | 'action'
  | 'activity'
  | 'attachment'
  | 'case'
  | 'change'
  | 'county'
  | 'day'
  | 'decision'
  | 'example'
  | 'meeting'
  | 'minute'
  | 'month'
  | 'municipality'
  | 'news'
  | 'nextStep'
  | 'otherMunicipality'
  | 'otherNews'
  | 'slot'
  | 'webinar'
  | 'year';

/** One and many of a countable thing, with an adjective where it has one: its form follows the number too. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  /** Masculine, feminine or neuter. */
  readonly gender: 'm' | 'f' | 'n';
}
