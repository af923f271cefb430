/**
 * What has been said, and what has changed since. A statement is what was said once about one row of the register, with
 * the facts as they were said; a difference is a fact that the register now has otherwise.
 */
import {
  parseDay,
  parseWallTime,
  precisions,
  dayOf,
  type Day,
  type Precision,
  type WallTime,
} from './time.ts';
import { allMailingKinds } from './mailing-kind.ts';

/**
 * Everything that leaves Felles, by kind; `programme` and `minutesVersion` are released versions. What a person has decided
 * not to say (`waiver`), minutes that were read back (`minutesRead`), and the day that was chosen for a meeting (`dayChosen`), are kept in the same way.
 */
export const statementKinds = [
  ...allMailingKinds,
  'programme',
  'minutesVersion',
  'minutesRead',
  'dayChosen',
  'waiver',
] as const;

export type StatementKind = (typeof statementKinds)[number];

/**
 * The state of a thing as it was said. `past`: its day was over, but nobody had marked it as held. `removed`: it is not told of
 * any more, since its row is gone or is not shared. The last four are what a meeting did with a case.
 */
export const saidStates = [
  'coming',
  'past',
  'done',
  'cancelled',
  'wanted',
  'asked',
  'confirmed',
  'declined',
  'removed',
  'treated',
  'postponed',
  'withdrawn',
  'untreated',
] as const;
export type SaidState = (typeof saidStates)[number];

/** Facts that are plain text: compared as they are, apart from space at the ends. Days are `2026-12-03`. `actions` has a line for each. */
export const textFacts = [
  'title',
  'titleNn',
  'place',
  'room',
  'link',
  'registration',
  'deadline',
  'speakers',
  'organisation',
  'description',
  'recording',
  'slides',
  'decision',
  'actions',
  'present',
  'version',
] as const;
export type TextFact = (typeof textFacts)[number];

/** Every fact, in the order in which people read them. `cases` has a line for each case. */
export const factNames = ['state', 'time', ...textFacts, 'cases'] as const;
export type FactName = (typeof factNames)[number];

/**
 * The facts of a statement. A fact that is not there was not said, or cannot be known any more; `null` means that the
 * thing had none: no place, no link.
 */
export type Facts = Readonly<Partial<Record<FactName, string | null>>>;

/** What was said once about one row. Rows of the tab Formidlet; they are added and never changed. */
export interface StatementContent {
  readonly kind: StatementKind;
  /** The ID of the row that it is about. */
  readonly about: string;
  /** The ID of the mailing, the version of the programme, or for a waiver the name of what is waived. */
  readonly what?: string | undefined;
  /** An instant in UTC. */
  readonly saidAt: string;
  /** The party or contact it was said to; absent for the recipients of a mailing, who are in the ledger. */
  readonly to?: string | undefined;
  /** To how many. */
  readonly count?: number | undefined;
  /** The machine or person that said it. */
  readonly by?: string | undefined;
  /** SEQUENCE of the event in the calendars of those who got it (RFC 5545 section 3.8.7.4). */
  readonly sequence?: number | undefined;
  /** Why it is not said: only for a waiver. */
  readonly reason?: string | undefined;
  /** The SHA-256 of the text, in hexadecimal: only for a version of minutes, whose text is not made otherwise later. */
  readonly sum?: string | undefined;
  readonly facts: Facts;
}

/** The time of a thing, as exactly as it was said. */
export interface SaidTime {
  readonly precision: Precision;
  readonly first: Day;
  readonly last: Day;
  /** Oslo time; only where the precision is `time`. */
  readonly start?: WallTime | undefined;
  readonly end?: WallTime | undefined;
}

/** One fact that is not any more as it was said; `gone` where the row is no longer in the register. */
export type Difference =
  | { readonly fact: 'gone' }
  | { readonly fact: 'state'; readonly was: SaidState | undefined; readonly is: SaidState | undefined }
  | { readonly fact: 'time'; readonly was: SaidTime | undefined; readonly is: SaidTime | undefined }
  | { readonly fact: 'cases'; readonly came: readonly string[]; readonly left: readonly string[] }
  | { readonly fact: TextFact; readonly was: string | undefined; readonly is: string | undefined };

/**
 * A time as the record has it: `2026-12-03T10:00/2026-12-03T11:30`, `day 2026-12-03/2026-12-04`,
 * `month 2026-12-01/2026-12-31`.
 */
export function saidTimeText({ precision, first, last, start, end }: SaidTime): string {
  if (start !== undefined) return end === undefined ? start : `${start}/${end}`;
  return `${precision} ${first}/${last}`;
}

/** The precision of a time of which only the days were kept: whether an hour was said, nobody knows any more. */
const onlyDays = 'days';

/** A time of which only the days were kept: it holds as long as the days do, whatever the hour. */
export const onlyDaysText = ({ first, last }: Pick<SaidTime, 'first' | 'last'>): string =>
  `${onlyDays} ${first}/${last}`;

/** The reverse; undefined for text that is no such time. */
export function parseSaidTime(text: string): SaidTime | undefined {
  const {
    precision,
    from = '',
    to,
  } = /^(?:(?<precision>[a-z]+) )?(?<from>[^\s/]+)(?:\/(?<to>[^\s/]+))?$/u.exec(text.trim())?.groups ?? {};
  if (precision === undefined) {
    const [start, end] = [parseWallTime(from), to === undefined ? undefined : parseWallTime(to)];
    if (start === undefined || (to !== undefined && end === undefined)) return undefined;
    return { precision: 'time', first: dayOf(start), last: dayOf(end ?? start), start, end };
  }
  const known = precision === onlyDays ? 'day' : precisions.find((one) => one === precision);
  const [first, last] = [parseDay(from), parseDay(to ?? '')];
  if (known === undefined || first === undefined || last === undefined) return undefined;
  return { precision: known, first, last };
}

const stateOf = (text: string | null | undefined): SaidState | undefined =>
  saidStates.find((state) => state === text);

const timeOf = (text: string | null | undefined): SaidTime | undefined =>
  typeof text === 'string' ? parseSaidTime(text) : undefined;

const linesOf = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split('\n').filter(Boolean);

/**
 * What is otherwise now than it was said, in the order of the facts. Only facts that were said are compared. `is` is
 * undefined where the row is gone.
 */
export function differencesBetween(said: Facts, is: Facts | undefined): readonly Difference[] {
  if (is === undefined) return [{ fact: 'gone' }];
  return factNames.flatMap((fact): readonly Difference[] => {
    const [was, now] = [said[fact], is[fact]];
    if (was === undefined || now === undefined || plainly(was) === plainly(now)) return [];
    if (fact === 'state') return [{ fact, was: stateOf(was), is: stateOf(now) }];
    if (fact === 'time' && isOnSameDays(was, now)) return [];
    if (fact === 'time') return [{ fact, was: timeOf(was), is: timeOf(now) }];
    if (fact === 'cases') return [casesBetween(linesOf(was), linesOf(now))];
    return [{ fact, was: was ?? undefined, is: now ?? undefined }];
  });
}

function isOnSameDays(was: string | null, now: string | null): boolean {
  if (was?.startsWith(`${onlyDays} `) !== true) return false;
  const [said, is] = [timeOf(was), timeOf(now)];
  return said !== undefined && said.first === is?.first && said.last === is.last;
}

/** How the record writes that a thing had none of a fact. Where people write the same in a cell, it means the same. */
export const noneSaid = '–';

const plainly = (value: string | null): string => {
  const text = (value ?? '').trim();
  return text === noneSaid ? '' : text;
};

const casesBetween = (was: readonly string[], is: readonly string[]): Difference => ({
  fact: 'cases',
  came: is.filter((one) => !was.includes(one)),
  left: was.filter((one) => !is.includes(one)),
});
