/** Why a recipient gets a mailing in the written standard it does, or does not get it. `language/` words both. */
import type { NorwegianStandard, WrittenStandard } from './written-standard.ts';

/**
 * Why a written standard was chosen.
 * - `decision`: the recipient's own språkvedtak (språklova § 15 second paragraph).
 * - `area-majority`: neutral, and the mailing is aimed at a county with a majority language (§§ 12, 13 third paragraph).
 * - `mailing-default`: neutral, and the sender chooses: for this mailing, or in the settings.
 * - `own-choice`: the contact has used or asked for it (§ 15 first paragraph).
 * - `organisation-decision`: a contact who has chosen nothing, in an organisation with a språkvedtak (§ 15).
 * - `organisation-area-majority`, `organisation-default`: the same, in an organisation that is neutral.
 */
export type StandardReason =
  | { readonly code: 'decision' | 'own-choice' }
  | { readonly code: 'organisation-decision'; readonly organisation: string }
  | { readonly code: 'area-majority'; readonly county: string }
  | { readonly code: 'mailing-default'; readonly from: 'request' | 'settings' }
  | { readonly code: 'organisation-area-majority'; readonly organisation: string; readonly county: string }
  | {
      readonly code: 'organisation-default';
      readonly organisation: string;
      readonly from: 'request' | 'settings';
    };

/**
 * Why one who was meant is left out; there is exactly one cause for each.
 * - `unreadable-row`: the row has errors, and stands outside the register until they are mended.
 * - `hidden-row`: the row is hidden, by hand or by a filter, and nobody said that it is meant all the same.
 * - `reserved`: has asked not to get mailings.
 * - `unknown-number`: there is no such municipality or county, and never was.
 * - `replaced-number`: the number went out of use; `successors` are those of today, `4640 Sogndal`.
 * - `no-address`: no address is known, and none is guessed.
 * - `suppressed`: the address is reserved by another row or contact.
 * - `no-standard`: nobody can know which written standard to write. `wanted` is a language that no mailing comes in.
 * - `duplicate`: the address has got it already, through the row `of`.
 */
export type LeftOutCause =
  | { readonly code: 'unreadable-row' | 'hidden-row'; readonly row: number }
  | { readonly code: 'reserved' | 'unknown-number' | 'no-address' | 'suppressed' }
  | { readonly code: 'replaced-number'; readonly successors: readonly string[] }
  | { readonly code: 'no-standard'; readonly wanted?: Exclude<WrittenStandard, NorwegianStandard> }
  | { readonly code: 'duplicate'; readonly of: string };
