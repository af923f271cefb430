/** What a section of a case holds, in its parts. */
import type { WrittenAction } from './actions.ts';
import type { SourceLine, UnderstoodOutcome } from './understood.ts';

/** Before they are read. */
export interface CaseParts {
  readonly decision: SourceLine[];
  readonly note: SourceLine[];
  readonly outcomes: Set<UnderstoodOutcome>;
  readonly actions: WrittenAction[];
  /** What the draft says of the case. */
  readonly own: string[];
  /** Lines before the first label. */
  readonly lead: SourceLine[];
  /** Lines of a proposal. */
  readonly proposal: string[];
  /** The outcome that the draft has beside the kind of the case. */
  drafted: UnderstoodOutcome | undefined;
  hasNotes: boolean;
}

export const emptyParts = (): CaseParts => ({
  decision: [],
  note: [],
  outcomes: new Set(),
  actions: [],
  own: [],
  lead: [],
  proposal: [],
  drafted: undefined,
  hasNotes: false,
});
