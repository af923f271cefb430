/** Why a recipient gets a mailing in the written standard it does, or does not get it. `language/` words both. */
import type { NorwegianStandard, WrittenStandard } from './written-standard.ts';

/** Whether the sender's choice was made for this mailing, or is that of the settings. */
type ChoiceOf = 'request' | 'settings';

/** The data of each reason for a written standard. */
export interface ReasonArguments {
  /** The recipient's own språkvedtak (språklova § 15 second paragraph). */
  decision: unknown;
  /** The contact has used or asked for it (§ 15 first paragraph). */
  'own-choice': unknown;
  /** The contact's organisation has a språkvedtak, which applies to everyone in it (§ 15 second paragraph). */
  'organisation-decision': { readonly organisation: string };
  /** Neutral, and the mailing is aimed at a county with a majority language (§§ 12, 13 third paragraph). */
  'area-majority': { readonly county: string };
  /** Neutral, and the sender chooses. */
  'mailing-default': { readonly from: ChoiceOf };
  /** A person of whom no language is known, or one that mailings do not come in: what the settings say. */
  'address-default': unknown;
  /** As the two before, for a contact who has chosen nothing, in an organisation that is neutral. */
  'organisation-area-majority': { readonly organisation: string; readonly county: string };
  'organisation-default': { readonly organisation: string; readonly from: ChoiceOf };
  /** Neutral, and the mailing before was in this standard: each recipient gets one language for a webinar. */
  'as-before': unknown;
  /** The same letter once more, to another address. */
  readdressed: unknown;
}

export type ReasonCode = keyof ReasonArguments;

/** Why a written standard was chosen. */
export type StandardReason = {
  [Code in ReasonCode]: { readonly code: Code } & ReasonArguments[Code];
}[ReasonCode];

/** The data of each cause for leaving somebody out. */
export interface CauseArguments {
  /** The row has errors, and is not in the register until they are corrected. */
  'unreadable-row': { readonly row: number };
  /** The row is hidden, by hand or by a filter, and nobody asked for hidden rows. */
  'hidden-row': { readonly row: number };
  /** The contact has left: `since` is the first day without them. */
  left: { readonly since: string };
  /** Has asked not to get mailings. */
  reserved: unknown;
  /** May have asked for that, in words that are not certain. */
  'maybe-reserved': unknown;
  /** There is no such municipality or county, and never was. */
  'unknown-number': unknown;
  /** The number went out of use; `successors` are the numbers of today, `4640 Sogndal`. */
  'replaced-number': { readonly successors: readonly string[] };
  /** No address is known, and none is guessed. */
  'no-address': unknown;
  /** The address is reserved by another row or contact. */
  suppressed: unknown;
  /** Mail to the address came back, for good. */
  'came-back': unknown;
  /** Asked to be left out, in an answer to a mailing. */
  unsubscribed: unknown;
  /** Nobody can know which written standard to write. `wanted` is a language that no mailing comes in. */
  'no-standard': { readonly wanted?: Exclude<WrittenStandard, NorwegianStandard> };
  /** What came before did not reach the address: its last event in the ledger. */
  'not-reached': { readonly event: string };
  /** Got what came before at an address that the register no longer has. */
  'address-gone': unknown;
  /** The register no longer has the address, or has another one in its place. */
  'not-in-register': unknown;
  /** Has what the mailing says, from an earlier one. */
  'has-it-already': { readonly mailing: string };
  /** The address gets it already, through the row `of`. */
  duplicate: { readonly of: string };
}

export type CauseCode = keyof CauseArguments;

/** Why somebody who was meant is left out. Each has exactly one cause. */
export type LeftOutCause = { [Code in CauseCode]: { readonly code: Code } & CauseArguments[Code] }[CauseCode];
