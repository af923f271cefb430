/** What is planned from minutes that were read, and what from. */
import type { WallTime } from '../../../domain/time.ts';
import type { Change, Workbook } from '../../../domain/workbook.ts';
import type { Register } from '../../../register/register.ts';
import type { Meeting } from '../../meetings.ts';
import type { UnderstoodAction, UnderstoodCase } from '../read/understood.ts';
import type { Conflict } from './cells.ts';

/** What minutes are read into. */
export interface ReadInto {
  readonly register: Register;
  readonly workbook: Workbook;
  readonly meeting: Meeting;
  /** Of the file, to know it again. */
  readonly hash: string;
  /** Where people open the document, if it is on the web. */
  readonly link: string | undefined;
  /** Oslo time; new IDs carry its year. */
  readonly now: WallTime;
  /** The same as an instant in UTC. */
  readonly saidAt: string;
}

/** A note or a decision of a case that an earlier meeting treated: what this one did with it is not said, so that it has no row. */
export interface Unwritten {
  /** The ID of the case. */
  readonly id: string;
  readonly part: 'note' | 'decision';
  readonly text: string;
}

/** A case that may be one that was added before, under another title: nothing of it is written. */
export interface UnsureCase {
  readonly title: string;
  /** The IDs of those, each with its title. */
  readonly among: readonly string[];
}

export interface ReadBackPlan {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** The case of each new action, by its line in the document. */
  readonly newActions: readonly UnderstoodAction[];
  /** Cases that got rows of their own. */
  readonly newCases: readonly UnderstoodCase[];
  readonly unwritten: readonly Unwritten[];
  readonly unsure: readonly UnsureCase[];
  /** Where each new row lacks its tab. */
  readonly missingTabs: readonly string[];
  /** The hashes of other files that were read for this meeting before. */
  readonly earlier: readonly string[];
}
