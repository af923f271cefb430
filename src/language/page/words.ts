/** The words of the page in the browser. A word does not compile until nb and nn both have it. */
import type { EntryState } from '../../domain/due.ts';
import type { Level } from '../../domain/problem.ts';

/** The screens of the page, by the word in their address. */
export const screenNames = ['today', 'papers', 'mailings', 'year', 'doing'] as const;
export type ScreenName = (typeof screenNames)[number];

/** What is said round every screen. */
interface FrameWords {
  /** The links of the head. */
  readonly screens: Readonly<Record<ScreenName, string>>;
  readonly menu: string;
  readonly standards: string;
  readonly skip: string;
  /** When the register was last read: the clock in Oslo. */
  readonly read: (time: string) => string;
  readonly reading: string;
  readonly readAgain: string;
  /** It cannot be read now, and what is shown is older. `day`: a date, where that is not today. */
  readonly unread: (time: string, day: string | undefined) => string;
  readonly never: string;
  readonly sample: string;
  /** A command is under way. */
  readonly running: (name: string) => string;
  readonly lost: string;
  /** Where the page of this window has ended, and another answers. */
  readonly ended: string;
  /** The heading of what is not ready yet, and what is said below it. */
  readonly soon: string;
  readonly waiting: string;
  /** The heading of what is not there, and of what cannot be shown. */
  readonly missing: string;
  readonly missingPage: string;
  readonly cannotShow: string;
  readonly faultOfFelles: string;
}

interface TodayWords {
  readonly heading: string;
  readonly nothing: string;
  readonly unfilled: string;
  readonly states: Readonly<Record<EntryState, string>>;
  /** The button of an entry: what its command does. */
  readonly look: string;
  readonly make: string;
  readonly decide: string;
  readonly askOtherDays: string;
  readonly seeMinutes: string;
  readonly seeCounty: string;
  readonly row: (tab: string, row: number) => string;
  readonly openCell: string;
  readonly copyPlace: string;
  readonly copied: string;
  readonly what: string;
  readonly was: string;
  readonly is: string;
  readonly meetings: string;
  readonly meetingLacks: (isNotDone: boolean, openCases: number) => string;
  readonly actions: string;
  readonly daysOver: (days: number) => string;
  readonly left: string;
  readonly leftSince: (day: string) => string;
  readonly examples: string;
  readonly counties: string;
  readonly lastSpoken: (day: string) => string;
  readonly neverSpoken: string;
  /** Where rows of Dialog cannot be read. */
  readonly unsureSpoken: string;
  /** What is waived: the heading, and each with its day and reason. */
  readonly waived: (count: number) => string;
  readonly waivedOn: (day: string) => string;
  readonly noReason: string;
  /** The form that waives an entry. */
  readonly waive: string;
  readonly waiveWhy: string;
  readonly waiveHolds: string;
  /** Faults of templates: the heading, what they stop, and where one is. */
  readonly templates: string;
  readonly templatesStop: string;
  readonly lineOf: (file: string, line: number) => string;
  readonly problems: string;
  readonly noProblems: (rows: number) => string;
  readonly levels: Readonly<Record<Level, (count: number) => string>>;
  readonly levelNames: Readonly<Record<Level, string>>;
  readonly withoutId: (rows: number) => string;
  readonly giveIds: string;
  readonly found: string;
  /** How many more of a kind there are, as a link that shows them. */
  readonly showMore: (count: number) => string;
  readonly showFew: string;
  /** Problems that are counted only. */
  readonly unlisted: (count: number) => string;
  readonly inOrder: string;
  readonly soundRows: (tab: string, sound: number, rows: number) => string;
  readonly textsApproved: (approved: number, of: number) => string;
  readonly mailingsWhole: (count: number) => string;
  readonly actionsInTime: (count: number) => string;
}

/** A command that is started from the page, and what became of it. */
interface RunWords {
  readonly run: string;
  readonly writes: string;
  readonly underWay: string;
  readonly done: string;
  readonly stopped: string;
  readonly stop: string;
  readonly changed: string;
  readonly changedNothing: string;
  readonly changedByOthers: string;
  readonly added: (tab: string, rows: number) => string;
  readonly cell: (tab: string, row: number, column: string) => string;
  readonly empty: string;
  readonly moreCells: (count: number) => string;
  readonly output: string;
  /** Of very much that was said, only the end is kept. */
  readonly unkept: (count: number) => string;
  readonly notBegun: string;
  readonly killed: (signal: string) => string;
  readonly back: string;
  readonly busy: (name: string) => string;
  readonly gone: string;
}

export interface PageWords {
  readonly frame: FrameWords;
  readonly today: TodayWords;
  readonly run: RunWords;
}
