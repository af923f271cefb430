/**
 * What else must be known to act on an entry of the due list, as data: `language/due` has the words. A new note does not compile
 * until every language has words for it.
 */
import type { AnyMailingKind } from './mailing-kind.ts';
import type { Day, WallTime } from './time.ts';

/** Why what is written of a party's approval approves nothing. Columns by their headings. */
export type ApprovalFault =
  | { readonly fault: 'half'; readonly filled: string; readonly lacking: string }
  | { readonly fault: 'refused'; readonly column: string; readonly says: string }
  | { readonly fault: 'ahead'; readonly column: string; readonly day: string };

/** What stands of one party's approval of the newest version. */
export type ApprovalStanding =
  | ApprovalFault
  | { readonly fault: 'earlier'; readonly version: number | undefined; readonly newest: number }
  | { readonly fault: 'unclear'; readonly day: string; readonly newest: number }
  /** Nobody there is known to have got it. */
  | { readonly fault: 'unreached'; readonly newest: number }
  /** It reached them later than silence counts for. */
  | { readonly fault: 'late'; readonly newest: number; readonly reached: Day; readonly lastToAsk: Day }
  | { readonly fault: 'silent' };

/** One side of contacts with a county. */
interface ContactSide {
  readonly id: string;
  readonly party: string;
  readonly day: Day;
}

/** How an action in a list that somebody has is otherwise now. */
export interface ActionChange {
  readonly id: string;
  readonly what: 'gone' | 'text' | 'deadline';
  readonly was: Day | undefined;
  readonly is: Day | undefined;
}

/** The arguments of each note. Parties and lists by their names in the workbook. */
export interface NoteArguments {
  // Meetings, minutes and actions
  readonly 'meeting-gone': Nothing;
  readonly 'meeting-unreachable': { readonly count: number };
  readonly 'meeting-no-time': Nothing;
  readonly 'meeting-no-place': Nothing;
  readonly 'party-uninvited': { readonly parties: readonly string[] };
  /** `person`: as people name them, with their ID. */
  readonly 'list-alike': { readonly person: string; readonly list: string; readonly meant: string };
  readonly 'invitation-lacking': {
    readonly person: string;
    /** They have no address, get no mail, or the mail server did not take it. */
    readonly why?: 'address' | 'mail' | 'refused' | undefined;
  };
  readonly 'invitation-too-many': { readonly person: string };
  readonly 'minutes-unlike': Nothing;
  readonly 'minutes-unwritten': Nothing;
  /** `cases`: none where the difference is in none of them. */
  readonly 'minutes-differ': { readonly version: number; readonly cases: readonly string[] };
  readonly 'minutes-replace': { readonly version: number };
  readonly 'minutes-unmailed': { readonly version: number };
  readonly approval: {
    readonly party: string;
    readonly standing: ApprovalStanding;
    readonly deadline: Day | undefined;
  };
  readonly 'actions-changed': { readonly changes: readonly ActionChange[] };
  readonly 'actions-near': {
    readonly actions: readonly { readonly id: string; readonly deadline: Day | undefined }[];
  };
  readonly 'poll-over': { readonly id: string };
  readonly 'poll-silent': { readonly silent: readonly string[]; readonly of: number; readonly deadline: Day };
  /** `time`: what the row has in Start. */
  readonly 'poll-answered': {
    readonly answered: number;
    readonly of: number;
    readonly time: WallTime | undefined;
  };

  // Programmes and speakers
  readonly 'programme-gone': { readonly version: number; readonly why: 'row' | 'content' };
  /** `slots`: none where all of it differs. */
  readonly 'programme-differs': {
    readonly version: number;
    readonly slots: readonly string[];
    readonly clashes: boolean;
  };
  readonly 'speaker-declined': Nothing;
  readonly 'speaker-no-deadline': Nothing;
  readonly 'speaker-no-answer': { readonly day: Day };
  readonly 'speaker-not-held': { readonly id: string };
  readonly 'speaker-unreachable': { readonly why: 'none' | 'unknown' | 'no-address' | 'left' };
  readonly 'speaker-unrecorded': { readonly mailing: string | undefined };
  readonly 'speaker-former': { readonly day: Day; readonly who: string | undefined };

  // Webinars and mailings
  readonly 'start-passed': Nothing;
  readonly 'no-mail-reaches': Nothing;
  readonly 'ledger-lost': { readonly mailing: string };
  readonly 'webinar-withdrawn': { readonly why: 'row' | 'type' | 'idea' | 'time' };
  readonly unrecorded: { readonly mailing: string };
  readonly 'files-wait': { readonly count: number };
  readonly 'files-wrong': { readonly count: number };
  /** `isHere`: its folder is on this machine. `isChanged`: the register has changed since. */
  readonly unfinished: {
    readonly missing: number;
    readonly of: number | undefined;
    readonly isHere: boolean;
    readonly isChanged: boolean;
  };
  readonly made: Nothing;
  /** `kind` and `title` of the mailing, as far as it is known; `reason` as in the ledger; tab and column as in the workbook. */
  readonly 'address-bounced': {
    readonly kind: AnyMailingKind | undefined;
    readonly title: string;
    readonly reason: string;
    readonly tab: string;
    readonly column: string;
  };
  readonly 'address-changed': {
    readonly kind: AnyMailingKind | undefined;
    readonly people: readonly string[];
    readonly isChanged: boolean;
  };

  // Others
  readonly 'digest-nobody': { readonly party: string; readonly list: string };
  readonly 'contacts-near': { readonly first: ContactSide; readonly second: ContactSide };
  readonly 'next-step': { readonly party: string; readonly deadline: Day; readonly text: string };
  readonly 'work-left': { readonly rows: readonly string[] };
}

type Nothing = Readonly<Record<string, never>>;

export type NoteCode = keyof NoteArguments;

interface NoteOf<Code extends NoteCode> {
  readonly code: Code;
  readonly args: NoteArguments[Code];
}

/** A note of one code, or of any: a union that the compiler distinguishes by its code. */
export type DueNote<Code extends NoteCode = NoteCode> = { [C in Code]: NoteOf<C> }[Code];

/** Makes a note; the compiler checks that the arguments fit the code. */
export function dueNote<Code extends NoteCode>(code: Code, args: NoteArguments[Code]): DueNote;
export function dueNote(code: NoteCode, args: NoteArguments[NoteCode]): NoteOf<NoteCode> {
  return { code, args };
}
