/** Whom a mailing is for: what the choice of recipients comes to. Plain data; recipients.ts makes it. */
import type { LeftOutCause, StandardReason } from '../../domain/audience.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { Target } from './target.ts';

/** One who gets the mailing: there is one for each address. */
export interface ChosenRecipient {
  /** The number of the municipality or county authority, or the contact's ID. */
  readonly id: string;
  readonly name: string;
  /** As it stands in the register, its domain in lower case. */
  readonly address: string;
  readonly standard: NorwegianStandard;
  readonly reason: StandardReason;
}

/** One who was meant and does not get it. */
export interface LeftOutRecipient {
  /** Empty where the register has no row with the address. */
  readonly id: string;
  /** Absent where the row cannot be read. Without a row, the masked address that the ledger has. */
  readonly name: string | undefined;
  readonly cause: LeftOutCause;
}

export interface Audience {
  /** What was asked for; undefined where the mailing goes to those who got an earlier one. */
  readonly target: Target | undefined;
  /** In order of number, contacts last. */
  readonly chosen: readonly ChosenRecipient[];
  /** In the same order, those without a row last. Together with `chosen` everyone who was meant, each once. */
  readonly leftOut: readonly LeftOutRecipient[];
  readonly counts: Readonly<Record<NorwegianStandard, number>>;
  /**
   * Everyone chosen is a municipality in the administrative area for Sámi languages: a public notice aimed at that area
   * shall be in Sámi as well (sameloven § 3-2).
   */
  readonly isSamiArea: boolean;
}
