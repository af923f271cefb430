/** The words about a mailing: its kind and state, and why a recipient gets it in a written standard or not at all. */
import type { CauseArguments, CauseCode, ReasonArguments, ReasonCode } from '../../domain/audience.ts';
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';

/** A text of a webinar, as plans name it. */
export interface NamedText {
  readonly kind: MailingKind;
  /** Days before the webinar, for a follow-up days after. */
  readonly offsetDays?: number | undefined;
}

type TextState = 'sent' | 'written' | 'due' | 'overdue' | 'coming' | 'covered' | 'lapsed' | 'passed';

export interface AnnouncementWords {
  readonly kinds: Readonly<Record<MailingKind, string>>;
  /** «Påminnelse 7 dager før» */
  readonly text: (text: NamedText) => string;
  readonly states: Readonly<Record<TextState, string>>;
  readonly standards: Readonly<Record<NorwegianStandard, string>>;
  /** Words for every reason and every cause: a code without words does not compile. */
  readonly reasons: {
    readonly [Code in ReasonCode]: (what: ReasonArguments[Code], standard: NorwegianStandard) => string;
  };
  readonly causes: { readonly [Code in CauseCode]: (what: CauseArguments[Code]) => string };
  /** The headings of the list of recipients. */
  readonly columns: {
    readonly number: string;
    readonly name: string;
    readonly address: string;
    readonly standard: string;
    readonly gets: string;
    readonly why: string;
  };
  readonly yes: string;
  readonly no: string;
  /** The summary of a text's day in a calendar. */
  readonly planned: (text: NamedText, title: string) => string;
}
