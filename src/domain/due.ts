/** What should be said now, and how pressing it is. */
import type { StatementKind } from './statement.ts';

/**
 * - `due`: should be said from today on.
 * - `overdue`: its day has passed, and it has not been said.
 * - `outdated`: what was said is not so any more, and somebody still believes it.
 * - `lapsed`: it was never said and it is too late for what was planned; a person decides what is done instead.
 */
export const entryStates = ['outdated', 'overdue', 'due', 'lapsed'] as const;
export type EntryState = (typeof entryStates)[number];

/** What an entry is about: a message that should be said, or a matter that a person must settle. */
export type Matter =
  | Exclude<StatementKind, 'waiver' | 'minutesRead' | 'dayChosen'>
  /** A file or draft was written, and nobody has confirmed that it was sent; or it should not be sent any more. */
  | 'written'
  /** A mailing that was begun, and that not all have got. */
  | 'unfinished'
  /** Something said can no longer be compared: rows of the record or the ledger are gone. */
  | 'unknown'
  /** A next step agreed with a county, whose deadline has passed. */
  | 'nextStep'
  /** A county that both parties approached without clarifying it. */
  | 'uncoordinated'
  /** Days for a meeting that not all have answered about, or that have been answered and not decided. */
  | 'poll'
  /** A meeting that was asked about, and whose day is set: only its status is still that of an idea. */
  | 'pollStatus'
  /** A party that has not approved the minutes of a meeting. */
  | 'approval'
  /** Work that still belongs to a contact who has left. */
  | 'leftWork'
  /** An address from which mail came back, or a mailing that has not gone to the one that it was corrected to. */
  | 'bounced';
