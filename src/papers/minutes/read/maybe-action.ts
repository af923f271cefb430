/** A decision or a note that may hold an action: nobody reads it as one, and it is asked about. */
import type { ActionContext } from './actions.ts';
import { deadlinePhrase, readDeadline } from './deadline.ts';
import { sentencesOf } from './outcome.ts';
import type { SourceLine } from './understood.ts';

const nameFirst = /^@?(?<names>[^:]{2,80}?)\s*:\s+(?<what>\S.*)$/u;
const lastPart = /[,;(–—-]\s*(?<last>[^,;()–—]+?)[\s).]*$/u;

/**
 * Tells of sentences that have somebody's name before a colon and a deadline behind it: «Seksjonssjef: hente inn pristilbud, frist
 * 1. mai». An item of a list in a decision needs no deadline; in notes it is often who said it.
 */
export function tellMaybeActions(
  {
    decision,
    note,
    items,
  }: Readonly<Record<'decision' | 'note', readonly SourceLine[]>> & {
    /** The numbers of the lines that are items of a list. */
    readonly items: ReadonlySet<number>;
  },
  context: ActionContext,
): void {
  const isAction = (text: string): boolean => {
    const { names = '', what = '' } = nameFirst.exec(text)?.groups ?? {};
    return context.who.isNames(names) && hasDeadline(what, context);
  };
  const isAssigned = ({ line, text }: SourceLine): boolean =>
    items.has(line) && context.who.isNames(nameFirst.exec(text)?.groups?.['names'] ?? '');
  for (const one of sentencesOf(decision))
    if (isAction(one.text) || isAssigned(one)) context.tell({ ...one, why: 'maybe-action' });
  for (const one of sentencesOf(note)) if (isAction(one.text)) context.tell({ ...one, why: 'maybe-action' });
}

function hasDeadline(text: string, { from }: ActionContext): boolean {
  if (deadlinePhrase(text) !== undefined) return true;
  const last = lastPart.exec(text)?.groups?.['last'];
  return last !== undefined && 'day' in readDeadline(last, from);
}
