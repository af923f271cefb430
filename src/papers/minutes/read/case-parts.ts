/** What a section of a case holds, in its parts. */
import type { ActionContext, WrittenAction } from './actions.ts';
import type { Item } from './lines.ts';
import { byline } from './own.ts';
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
  /** The numbers of the lines that are items of a list. */
  readonly items: Set<number>;
  /** The outcome that the draft has beside the kind of the case. */
  drafted: UnderstoodOutcome | undefined;
  /** Until when it is postponed for certain, as `Utsett til` has it. */
  until: string | undefined;
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
  items: new Set(),
  drafted: undefined,
  until: undefined,
  hasNotes: false,
});

/** The draft's first line is the kind of the case, and may be the word «Vedtak» alone: then its own label comes later. */
export function withoutByline(items: readonly Item[]): {
  readonly own: readonly string[];
  readonly rest: readonly Item[];
} {
  const first = items.findIndex((item) => item.is !== 'blank');
  const item = items[first];
  if (item?.is !== 'line' || !byline.test(item.line.text)) return { own: [], rest: items };
  const rest = items.slice(first + 1);
  const isLabelled = rest.some((one) => one.is === 'line' && /^(?:notat|vedtak)\b/iu.test(one.line.text));
  if (!isLabelled && !item.line.text.includes(' · ')) return { own: [], rest: items };
  return { own: [item.line.text], rest };
}

export const joined = (lines: readonly SourceLine[]): string | undefined =>
  lines.length === 0 ? undefined : lines.map(({ text }) => text).join('\n');

/** Until when these sentences postpone a case, if that is certain. Tells of them otherwise. */
export function certainUntil(
  sentences: readonly SourceLine[],
  { untilIn, tell }: Pick<ActionContext, 'untilIn' | 'tell'>,
): string | undefined {
  const [first, second] = new Set(sentences.map(({ text }) => untilIn(text)));
  if (first !== undefined && second === undefined) return first;
  for (const one of sentences) tell({ ...one, why: 'until' });
  return undefined;
}
