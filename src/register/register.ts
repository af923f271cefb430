/** The register: the validated content of the workbook. Plain data; nothing in it knows where it came from. */
import type { Problem } from '../domain/problem.ts';
import type { CellChange } from '../domain/workbook.ts';
import type { Day, WallTime } from '../domain/time.ts';
import type { TabReading } from './read-tab.ts';
import type { Checked } from './tab.ts';
import type { Action } from './tabs/actions.ts';
import type { Activity } from './tabs/activities.ts';
import type { DateAnswer } from './tabs/answers.ts';
import type { Case, CaseNumber } from './tabs/cases.ts';
import type { Contact } from './tabs/contacts.ts';
import type { Dialogue } from './tabs/dialogues.ts';
import type { Example } from './tabs/examples.ts';
import type { Finding } from './tabs/findings.ts';
import type { LedgerEvent } from './tabs/ledger.ts';
import type { Recipient } from './tabs/recipients.ts';
import type { Setting } from './tabs/settings.ts';
import type { Statement } from './tabs/statements.ts';
import type { Slot } from './tabs/slots.ts';
import type { PublishedText } from './tabs/texts.ts';
import type { TreatmentRow } from './tabs/treatments.ts';
import type { TabKey, tabs } from './tabs.ts';

export interface Register {
  readonly activities: readonly Activity[];
  readonly texts: readonly PublishedText[];
  readonly cases: readonly Case[];
  readonly actions: readonly Action[];
  readonly treatments: readonly TreatmentRow[];
  readonly slots: readonly Slot[];
  readonly examples: readonly Example[];
  readonly dialogues: readonly Dialogue[];
  readonly contacts: readonly Contact[];
  readonly answers: readonly DateAnswer[];
  readonly recipients: readonly Recipient[];
  readonly settings: readonly Setting[];
  /** What has been said, in the order in which it was added. */
  readonly statements: readonly Statement[];
  readonly ledger: readonly LedgerEvent[];
  readonly findings: readonly Finding[];
  /** Every case number in the tab Saker, also in rows with errors: none of them is ever given again. */
  readonly caseNumbers: readonly CaseNumber[];
  /** Rows of activities that cannot be read, with the days on which they may begin. */
  readonly unreadActivities: readonly UnreadActivity[];
  /** Those of quarterly meetings among them, except ideas and cancelled ones. */
  readonly unreadMeetings: readonly UnreadMeeting[];
  /** Rows of slots that cannot be read, with their activity if that could be read. */
  readonly unreadSlots: readonly UnreadSlot[];
  /** Addresses that are reserved by rows that cannot be read. */
  readonly unreadReservations: readonly string[];
  /** How each tab was read. Undefined if the workbook has no such tab. */
  readonly tabs: {
    readonly [Key in TabKey]: TabState<keyof (typeof tabs)[Key]['columns'] & string> | undefined;
  };
}

/** A row with errors, as far as it must be known to name it. */
export interface UnreadRow {
  /** The row number people see. */
  readonly row: number;
  /** Its ID and titles, if they could be read. */
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly titleNn: string | undefined;
  /** The cells with errors, as messages name them: `Start (G7)`. None if too many rows have the same error. */
  readonly cells: readonly string[];
  /** There is nothing wrong with it but that it has no ID. */
  readonly lacksOnlyId: boolean;
  /** An idea, cancelled or declined, as its row says. */
  readonly isOff: boolean;
}

/** An activity whose row has errors. */
export interface UnreadActivity extends UnreadRow {
  /** When it may begin: a period for each way in which its start can be read. None if it cannot be read. */
  readonly days: readonly { readonly first: Day; readonly last: Day }[];
  /** The last day on which it may be. Undefined if nobody knows. */
  readonly lastDay: Day | undefined;
  /** It was held, as its row says. */
  readonly isDone: boolean;
}

/** A quarterly meeting whose row has errors. */
export type UnreadMeeting = UnreadActivity;

/** A slot whose row has errors. */
export interface UnreadSlot extends UnreadRow {
  /** The ID of the activity it belongs to, if that could be read. */
  readonly activity: string | undefined;
}

/** What is known about a tab besides its good rows. */
export type TabState<Key extends string = string> = Omit<TabReading<object, Key>, 'rows' | 'drafts'> & {
  /** Its name in the workbook. */
  readonly name: string;
  /** What gives its rows the IDs under which they were read, though their cells hold none. */
  readonly newIds: readonly CellChange[];
};

/** The tabs whose rows are checked by rules. */
export type CheckedKey =
  | 'activities'
  | 'texts'
  | 'cases'
  | 'actions'
  | 'treatments'
  | 'slots'
  | 'examples'
  | 'dialogues'
  | 'contacts'
  | 'answers'
  | 'recipients'
  | 'settings';

/** The register as rules see it: with the content of rows that are left out of it. Every register is one. */
export type CheckedRegister = Omit<Register, CheckedKey> & {
  readonly [Key in CheckedKey]: readonly Checked<Register[Key][number]>[];
};

/**
 * Looks at the whole register and returns the faults, in time linear in the number of rows (or n log n where it must
 * sort). `now` is Oslo time. A row with an error of a rule stays in the register: papers that need it check.
 */
export type Rule = (register: CheckedRegister, now: WallTime) => Iterable<Problem>;
