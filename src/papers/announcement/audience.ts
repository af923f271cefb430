/** Whom a mailing is for: the result of choosing recipients. Plain data; recipients.ts makes it. */
import type { LeftOutCause, StandardReason } from '../../domain/audience.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Target } from './target.ts';

/** A recipient who gets the mailing: one for each address. */
export interface ChosenRecipient {
  /** The number of the municipality or county authority, or the contact's ID. */
  readonly id: string;
  readonly name: string;
  /** As the register has it, its domain in lower case. */
  readonly address: string;
  readonly standard: NorwegianStandard;
  readonly reason: StandardReason;
}

/** A recipient who was meant and does not get the mailing. */
export interface LeftOutRecipient {
  /** Empty where the register has no row with the address. */
  readonly id: string;
  /** Absent if the row cannot be read. If there is no row, the masked address from the ledger. */
  readonly name: string | undefined;
  readonly cause: LeftOutCause;
}

export interface Audience {
  /** What was asked for; undefined where the mailing goes to those who got an earlier one, or to people who are named. */
  readonly target: Target | undefined;
  /** It goes to people who are named one by one. */
  readonly isNamed?: boolean | undefined;
  /** In order of number, contacts last. */
  readonly chosen: readonly ChosenRecipient[];
  /** In the same order, those without a row last. Together with `chosen`, everyone who was meant, each once. */
  readonly leftOut: readonly LeftOutRecipient[];
  readonly counts: Readonly<Record<NorwegianStandard, number>>;
  /**
   * All chosen are municipalities in the administrative area for Sámi languages: a public notice aimed at that area must
   * be in Sámi too (sameloven § 3-2).
   */
  readonly isSamiArea: boolean;
}

/** The mailing from which an address has what one of this name says; undefined for an address that has it not. */
export type HasAlready = (address: string) => string | undefined;
