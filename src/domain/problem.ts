/**
 * Problems: faults in a cell or between rows. They are data, collected and never thrown; `language/` has their wordings.
 * A new code does not compile until every language has words for it.
 */
import type { Precision, TimeColumn, TimeWithoutDay } from './time.ts';
import type { Blocked, Holiday } from './holidays.ts';

export type Level = 'error' | 'warning' | 'info';

/** What a tab of Felles keeps that is recorded nowhere else: who has got what, and what was said. */
export type KeptByTab = 'sent' | 'said';

/** The arguments of each kind of problem, besides its place and the value as read. */
export interface ProblemArguments {
  // Tabs and columns
  /** `keeps`: what is recorded nowhere else, and is lost with the tab if somebody deleted it. */
  'tab-missing': { readonly needed: boolean; readonly keeps?: KeptByTab };
  'tab-twice': { readonly other: string };
  'tab-copy': { readonly original: string };
  /** A tab that Felles has stopped using. `left`: how many of its rows are not in the tab that replaces it. */
  'tab-old': { readonly replacement: string; readonly left: number };
  'tab-hidden': Nothing;
  /** `isThere`: one of the tab's own name is there too, and holds no rows. */
  'tab-renamed': { readonly names: readonly string[]; readonly isThere: boolean };
  'tab-alike': { readonly original: string };
  'headings-missing': { readonly headings: readonly string[] };
  'headings-below': Nothing;
  'headings-below-rows': { readonly row: number };
  'headings-again': Nothing;
  'headings-differ': { readonly row: number; readonly headings: readonly string[] };
  'heading-read-as': { readonly heading: string };
  'rows-too-many': { readonly count: number; readonly most: number };
  'rows-unread': { readonly count: number; readonly row: number };
  'heading-missing': { readonly heading: string; readonly nearest?: string };
  'columns-absent': { readonly headings: readonly string[] };
  'heading-twice': { readonly heading: string; readonly letters: readonly string[] };
  'rows-hidden': { readonly count: number; readonly spans: readonly string[] };
  'rows-passed': { readonly why: PassedOver; readonly count: number; readonly spans: readonly string[] };
  'row-looks-like': { readonly as: LooksLike };
  'row-unclear': Nothing;

  // Cells
  required: { readonly heading: string };
  /** `isSpan`: it names two times, and the last can be read. */
  'date-unreadable': { readonly inWords?: true; readonly isSpan?: true; readonly takes?: TimeColumn };
  'date-two-ways': { readonly one: string; readonly other: string };
  'date-no-such-day': Nothing;
  'date-no-such-week': { readonly year: number; readonly weeks: number };
  'date-too-vague': { readonly precision: Precision; readonly needed: 'day' | 'time' };
  'date-without-year': { readonly takes?: TimeColumn };
  'date-weekday': { readonly weekday: number };
  'date-out-of-range': Nothing;
  'date-read-as': { readonly day: string; readonly time?: string };
  'time-unreadable': { readonly takes?: TimeColumn };
  'time-skipped': Nothing;
  'time-twice': Nothing;
  'time-without-day': { readonly why: TimeWithoutDay; readonly takes?: TimeColumn };
  'number-unreadable': { readonly nearest?: string };
  'number-not-whole': Nothing;
  'number-out-of-range': { readonly from: number; readonly to: number };
  'yes-no-unreadable': { readonly nearest?: string };
  'unknown-value': { readonly allowed: readonly string[]; readonly nearest?: string };
  /** `meant`: the row that has the ID that was probably meant. */
  'id-unreadable': {
    readonly example: string;
    readonly meant?: { readonly id: string; readonly tab: string; readonly row: number };
  };
  /** Several rows have the title that stands in the place of an ID. */
  'title-several': { readonly rows: readonly number[] };
  'title-without-id': { readonly row: number };
  /** «ID · title», where another row has the title. */
  'title-of-another': { readonly id: string; readonly other: string; readonly title: string };
  'number-as-id': { readonly digits: number };
  'email-invalid': { readonly why: EmailFault };
  'email-cleaned': { readonly as: string };
  /** Neither a contact's ID nor an e-mail address. */
  'reach-unreadable': { readonly example: string };
  'link-invalid': { readonly why: LinkFault };
  'cell-error': Nothing;
  'formula-without-result': Nothing;
  'formula-volatile': { readonly formula: string };
  'text-cleaned': { readonly what: 'characters' | 'direction' | 'lines' };

  // Rows
  /** `isRead`: the row is in the register all the same. */
  'id-missing': { readonly example: string; readonly isRead?: true };
  'id-merged': { readonly rows: readonly number[] };
  'id-twice': { readonly rows: readonly number[] };
  'end-before-start': { readonly start: string };
  'time-missing': { readonly type: string };
  'text-twice': { readonly rows: readonly number[] };
  'status-behind': { readonly until: string };
  'setting-unreadable':
    | { readonly needed: 'number' | 'numbers'; readonly to: number; readonly usual: string }
    | { readonly needed: 'spreadsheet-id' }
    | { readonly needed: 'folder' };
  'setting-unknown': { readonly nearest: string };
  'sample-register': Nothing;

  // Between rows
  'reference-unknown': { readonly tab: string; readonly nearest?: string };
  'reference-refused': { readonly tab: string; readonly row: number };
  'reference-blank': { readonly tab: string; readonly row: number };
  'reference-type': { readonly tab: string; readonly is: string; readonly needed: string };
  'contact-unknown': { readonly nearest?: string };
  /** `count`: in how many rows of the tab the name is. */
  'person-unknown': { readonly count: number; readonly nearest?: string };
  /** The contacts that a responsible may be, as many as are named. */
  'responsible-several': { readonly ids: readonly string[]; readonly count: number };
  /** `filled`: the column of the pair that is filled in. */
  'approval-half': { readonly filled: string };
  /** `day`: the column for the day of the approval. */
  'approval-refused': { readonly day: string };
  'approval-ahead': Nothing;
  /** `left`: the first day without the contact. */
  'left-with-work': { readonly name: string; readonly left: string; readonly work: HeldWorkKind };
  'meetings-in-quarter': { readonly quarter: number; readonly year: number; readonly ids: readonly string[] };
  'quarter-without-meeting': { readonly quarter: number; readonly year: number };
  /** The day of a meeting that is near. */
  'meeting-nowhere': { readonly day: string };
  'webinar-without-link': Nothing;
  'on-holiday': { readonly holiday: Holiday };
  'on-weekend': { readonly weekday: number };
  'in-blocked-time': Blocked;
  'action-without-responsible': Nothing;
  'action-without-deadline': Nothing;
  'list-near': { readonly nearest: string; readonly invites: boolean };
  'reservation-unclear': { readonly column: string; readonly write: string };
  'party-not-invited': { readonly party: string; readonly list: string };
  'slot-outside-activity': { readonly from: string; readonly to: string };
  'slots-overlap': {
    readonly what: 'speaker' | 'room';
    readonly who: string;
    readonly id: string;
    readonly row: number;
  };
  /** `outcome`: what the newer row says, as the workbook writes it. */
  'treatment-newer': { readonly tab: string; readonly row: number; readonly outcome: string };
  /** One person has answered differently in several rows about one time. */
  'answer-twice': { readonly rows: readonly number[] };
  'case-number-twice': { readonly rows: readonly number[] };
  'municipality-unknown': { readonly nearest?: string };
  'municipality-replaced': { readonly successors: readonly string[] };
  'municipality-name': { readonly official: string };
  'county-unknown': { readonly nearest?: string };
  'county-differs': { readonly official: string };
  /** `successors`: the counties of today. `several`: the cell may name more than one. */
  'county-replaced': { readonly successors: readonly string[]; readonly several: boolean };
  /** `list`: the setting with the regions and networks that are known besides; `isThere`: Oppsett has a row for it. */
  'place-unknown': {
    readonly needed: 'county' | 'area';
    readonly list: string;
    readonly isThere: boolean;
    readonly nearest?: string;
  };

  // The dialogue with the counties
  /** The other contact: its day, its party as in the workbook, and where it is. */
  'contacts-uncoordinated': {
    readonly counties: readonly string[];
    readonly party: string;
    readonly day: string;
    readonly row: number;
  };
  'next-step-overdue': { readonly deadline: string };
  'counties-silent': { readonly counties: readonly string[] };
  'standard-missing': { readonly decided?: Decision };
  'decision-differs': { readonly decided: Decision };
}

/** What somebody who has left has still to do. */
export type HeldWorkKind = 'activity' | 'action' | 'slot' | 'case' | 'next-step';

type Nothing = Readonly<Record<string, never>>;

/** Why a row that holds something is not part of the register. */
export type PassedOver = 'filled-down' | 'only-id' | 'sum' | 'heading' | 'hint' | 'note';

/** What a row may be, although it was read as part of the register. */
export type LooksLike = 'sum' | 'note' | 'example';

/** A språkvedtak, as the list of municipalities has it. */
type Decision = 'nb' | 'nn' | 'neutral';

export type EmailFault = 'several' | 'form' | 'mixed-scripts' | 'line-break' | 'hidden-characters';
export type LinkFault =
  'not-https' | 'no-host' | 'user-info' | 'address' | 'mixed-scripts' | 'hidden-characters' | 'form';

export type ProblemCode = keyof ProblemArguments;

/** The place of a problem. A whole tab, a row, or one cell. */
export interface Place {
  readonly tab: string;
  /** The row number people see. */
  readonly row?: number;
  /** The heading as it is in the workbook. */
  readonly column?: string;
  /** `D17` */
  readonly cell?: string;
  /** The row's ID, where it has one. */
  readonly id?: string;
}

interface ProblemOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly level: Level;
  readonly at: Place;
  /** The value as read, shortened; absent where no value is at fault. */
  readonly value?: string;
  readonly args: ProblemArguments[Code];
}

/** A problem of one code, or of any: a union that the compiler distinguishes by its code. */
export type Problem<Code extends ProblemCode = ProblemCode> = { [C in Code]: ProblemOf<C> }[Code];

/** Makes a problem; the compiler checks that the arguments fit the code. */
export function problem<Code extends ProblemCode>(
  code: Code,
  level: Level,
  at: Place,
  args: ProblemArguments[Code],
  value?: string,
): Problem;
export function problem(
  code: ProblemCode,
  level: Level,
  at: Place,
  args: ProblemArguments[ProblemCode],
  value?: string,
): ProblemOf<ProblemCode> {
  return value === undefined ? { code, level, at, args } : { code, level, at, args, value };
}

/** Problems of one kind that were counted and not kept. */
export interface Unlisted {
  /** The first of them. */
  readonly like: Problem;
  readonly count: number;
}

/** What problems of one kind have in common: the tab, the code and the level. */
export const kindOf = ({ at, code, level }: Problem): string => `${at.tab}\n${code}\n${level}`;

/** How many problems there are of each level, with those that were only counted. */
export function countLevels(
  problems: readonly Problem[],
  unlisted: readonly Unlisted[],
): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { level } of problems) counts[level] += 1;
  for (const { like, count } of unlisted) counts[like.level] += count;
  return counts;
}
