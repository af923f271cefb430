/** What was understood of minutes that people wrote, and what was not. */
import type { Day } from '../../../domain/time.ts';
import type { Party } from '../../../register/lists.ts';

/** A line of the document: its number among those that hold something, from 1, and its text. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

/** Why a text was not understood, or not as much as it may say. */
export type UnclearWhy =
  /** It stands outside every case. */
  | 'outside'
  /** A note in a part of the minutes that the register has no place for: the approval of minutes, the six activities. */
  | 'no-place'
  /** It follows a decision or an action after an empty line, or who or when, and may belong to it or not. */
  | 'after'
  /** It stands above the notes, among what the draft says of the case, and the register does not say it. */
  | 'above-notes'
  /** A proposal that the register has otherwise. */
  | 'proposal'
  /** It is of the case itself, such as its background, and the register does not say it. */
  | 'fact'
  /** A decision «as proposed» in a case without a proposal, or with another than the register has. */
  | 'no-proposal'
  /** A case number that no case has. */
  | 'case-unknown'
  /** A row of a table of cases that names none of them. */
  | 'no-case'
  /** The number is of one case, the title of another. */
  | 'case-differs'
  /** Several contacts, or none, have the name. */
  | 'several-people'
  | 'unknown-person'
  /** An action names one before it and another behind it. */
  | 'two-responsible'
  /** No day can be made of it for certain. */
  | 'deadline'
  /** «1/2»: two numbers that may be a day or something else. */
  | 'slashed'
  /** «Fortløpende»: there is no last day. */
  | 'ongoing'
  /** «Innen neste møte», and the next meeting has no day. */
  | 'no-next-meeting'
  /** A responsible or a deadline without an action right before it. */
  | 'without-action'
  /** An action of a list that stands under its case with another responsible or deadline. */
  | 'repeated-otherwise'
  /** An action of a list that names no case, and stands under several. */
  | 'repeated-twice'
  /** A table of cases says it, and otherwise than what stands under the case. */
  | 'table-otherwise'
  /** An action ends with a name or a day after a comma, and it may be of what is to be done. */
  | 'maybe-last'
  /** A second responsible or deadline of the action before it. */
  | 'one-more'
  /** A sentence that may be a decision, in a case that has none. */
  | 'maybe-decision'
  /** In a decision or a note: somebody's name before a colon, and a deadline, as in an action. */
  | 'maybe-action'
  /** A case that asked for a decision was talked about, and none was written. */
  | 'no-decision'
  /** It may say that the case was postponed, or be about something else. */
  | 'maybe-postponed'
  /** It says that the case was withdrawn, beside something else. */
  | 'maybe-withdrawn'
  /** A proposal that was not adopted, beside a decision. */
  | 'maybe-rejected'
  /** A proposal that was not adopted, where a decision stands: the register has no outcome for it. */
  | 'rejected'
  /** It was postponed, and the text names a meeting. */
  | 'until'
  /** Both postponed and treated, or the like. */
  | 'two-outcomes'
  /** Said to be done, and not as the register has it, so that it may be another. */
  | 'done'
  /** Under Eventuelt, without decision or action. */
  | 'other-business'
  | 'long-title'
  | 'nobody-ticked'
  /** Beside those with a tick: a name without one that is nobody who was invited, so that somebody wrote it. */
  | 'unticked'
  /** What stands in the box is no mark that is known. */
  | 'mark'
  /** At the head, and not what the register says of the meeting. */
  | 'head'
  /** Who took the minutes: the register knows only the party. */
  | 'minute-taker'
  /** Under the next meeting, and not what the draft says of it. */
  | 'next-meeting'
  /** An action of an earlier meeting, not as the register has it. */
  | 'follow-up'
  | 'table'
  | 'status';

export interface Unclear extends SourceLine {
  readonly why: UnclearWhy;
  /** Where people find it: «under Sak 14/26, row 3 of the table». */
  readonly place?: string | undefined;
  /** What may be meant: names, titles. */
  readonly among?: readonly string[] | undefined;
}

/** Whom a text names. */
export interface UnderstoodPeople {
  readonly text: string;
  readonly ids: readonly string[];
  readonly party: Party | undefined;
}

export interface UnderstoodDeadline {
  readonly text: string;
  /** Undefined where there is none, or none is certain. */
  readonly day: Day | undefined;
}

export interface UnderstoodAction extends SourceLine {
  readonly responsible: UnderstoodPeople | undefined;
  readonly deadline: UnderstoodDeadline | undefined;
}

/** An action of an earlier meeting that is said to be done. */
export interface UnderstoodDone extends SourceLine {
  readonly id: string;
  /** Since when, if that is said. */
  readonly day?: Day | undefined;
}

export type UnderstoodOutcome = 'treated' | 'postponed' | 'withdrawn';

/** What a meeting did with one case. */
export interface UnderstoodCase {
  /** Undefined for a case that was added by hand, and for actions of no case. */
  readonly id: string | undefined;
  /** It was added by hand, and is to get a row. */
  readonly isNew: boolean;
  /** The title as the document has it. */
  readonly title: string;
  readonly line: number;
  readonly outcome: UnderstoodOutcome | undefined;
  /** Until when it is postponed, as `Utsett til` has it: the ID of a meeting, or a day; only where that is certain. */
  readonly until?: string | undefined;
  /** Paragraphs with `\n` between. */
  readonly decision: string | undefined;
  /** Its words are those of the proposal, which the document only points at. */
  readonly isProposal?: boolean;
  readonly discussion: string | undefined;
  readonly actions: readonly UnderstoodAction[];
}

export interface UnderstoodMinutes {
  /** The meetings that the document names: IDs of activities, and the day in its head. */
  readonly named: { readonly ids: readonly string[]; readonly days: readonly Day[] };
  readonly present: readonly UnderstoodPeople[];
  /** Names whose box is not ticked, and those who were said to be absent. */
  readonly absent: readonly string[];
  readonly cases: readonly UnderstoodCase[];
  /** Actions of the meeting that name no case. */
  readonly actions: readonly UnderstoodAction[];
  readonly done: readonly UnderstoodDone[];
  /** Lines that are known and change nothing: the head, what the draft says of each case, the next meeting. */
  readonly known: readonly string[];
  readonly unclear: readonly Unclear[];
}
