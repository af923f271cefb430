/** The rows of a table of cases, for a case that also stands in the minutes by itself: what stands there comes before the table. */
import { comparedName } from '../../../domain/compare.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import { isAsProposed } from '../../as-proposed.ts';
import { understoodAction, type ActionContext } from './actions.ts';
import { CaseReader } from './case.ts';
import { isNone } from './outcome.ts';
import type { OfCase } from './repeated.ts';
import type { Section } from './sections.ts';
import type { SourceLine, Unclear } from './understood.ts';

/**
 * Adds to a case what only its rows say. What they repeat is known, and what they say otherwise is told of. Returns their actions,
 * as those of a list.
 */
export function readSummary(
  rows: readonly Section[],
  { reader, item }: { readonly reader: CaseReader; readonly item: Case | undefined },
  context: ActionContext,
): readonly OfCase[] {
  const own = reader.parts;
  const tell = (one: Unclear): void => {
    if (one.why === 'without-action' && isOfAction(one.text, reader, context)) own.own.push(one.text);
    else context.tell(one);
  };
  const row = new CaseReader({ ...context, tell }, item);
  for (const { items } of rows) row.read(items);
  own.own.push(...row.parts.own);
  for (const line of row.parts.items) own.items.add(line);
  for (const outcome of row.parts.outcomes) own.outcomes.add(outcome);
  const isRepeated = (text: string, lines: readonly SourceLine[]): boolean =>
    isNone(text) ||
    reader.own.has(text) ||
    isWithin(text, lines) ||
    (isAsProposed(text) && lines.some((line) => isAsProposed(line.text)));
  const take = (lines: readonly SourceLine[], has: readonly SourceLine[], into: SourceLine[]): void => {
    for (const line of lines)
      if (has.length === 0) into.push(line);
      else if (isRepeated(line.text, has)) own.own.push(line.text);
      else context.tell({ ...line, why: 'table-otherwise' });
  };
  take(
    row.parts.decision,
    own.decision.filter(({ text }) => !isNone(text)),
    own.decision,
  );
  take([...row.parts.lead, ...row.parts.note], [...own.lead, ...own.note], own.note);
  return row.actions().map((action) => ({ caseId: rows[0]?.case?.id, action }));
}

const compared = (text: string): string => comparedName(text.replace(/[\s.!]+$/u, ''));

/** The same words, or a part of them. */
const isWithin = (text: string, lines: readonly SourceLine[]): boolean =>
  lines.some((line) => compared(line.text).includes(compared(text)));

/** Whether a name or a deadline is that of an action of the case. */
function isOfAction(text: string, { parts }: CaseReader, context: ActionContext): boolean {
  const people = idsIn(text, context);
  return parts.actions
    .map((action) => understoodAction(action, { ...context, tell: () => undefined }))
    .some(
      ({ responsible, deadline }) =>
        (people !== '' && responsible?.ids.toSorted().join() === people) ||
        (deadline !== undefined && compared(deadline.text) === compared(text)),
    );
}

const idsIn = (text: string, { who }: ActionContext): string => who.read(text).ids.toSorted().join();
