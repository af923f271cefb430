/** Words why a recipient gets a mailing in the standard it does, or does not get it. */
import type {
  CauseArguments,
  CauseCode,
  LeftOutCause,
  ReasonArguments,
  ReasonCode,
  StandardReason,
} from '../../domain/audience.ts';
import type { NorwegianStandard, WrittenStandard } from '../../domain/written-standard.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import type { AnnouncementWords } from './words.ts';

export const announcementWords: Readonly<Record<WrittenStandard, AnnouncementWords>> = { nb, nn, en };

function reasonWords<Code extends ReasonCode>(
  reason: { readonly code: Code } & ReasonArguments[Code],
  standard: NorwegianStandard,
  { reasons }: AnnouncementWords,
): string {
  return reasons[reason.code](reason, standard);
}

function causeWords<Code extends CauseCode>(
  cause: { readonly code: Code } & CauseArguments[Code],
  { causes }: AnnouncementWords,
): string {
  return causes[cause.code](cause);
}

/** Why `standard` was chosen, for a reader of `reader`: «språkvedtak: nynorsk (språklova § 15)». */
export const wordReason = (
  reason: StandardReason,
  standard: NorwegianStandard,
  reader: WrittenStandard,
): string => reasonWords<ReasonCode>(reason, standard, announcementWords[reader]);

/** Why one who was meant is left out: «mangler e-postadresse». */
export const wordCause = (cause: LeftOutCause, reader: WrittenStandard): string =>
  causeWords<CauseCode>(cause, announcementWords[reader]);
