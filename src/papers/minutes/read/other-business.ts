/** Under Eventuelt: what got a decision or an action becomes a case of its own, the rest is told of. */
import { comparedName } from '../../../domain/compare.ts';
import type { ActionContext } from './actions.ts';
import { CaseReader } from './case.ts';
import { caseHints } from './drafted.ts';
import { headingWithParts, labelAlone, segmentsOf } from './labels.ts';
import { linesOf, type Item, type Line } from './lines.ts';
import { isNone } from './outcome.ts';
import type { Section } from './sections.ts';
import type { UnderstoodCase, UnderstoodMinutes } from './understood.ts';

/** Longer than a title in the register. */
const LONGEST_TITLE = 120;

interface OtherItem {
  readonly title: Line;
  readonly items: Item[];
}

export function otherBusiness(
  { heading, rest, items }: Section,
  context: ActionContext,
): Pick<UnderstoodMinutes, 'cases' | 'actions' | 'known'> {
  const own: Line[] =
    rest === '' || heading === undefined ? [] : [{ ...heading, text: rest, isBold: false, bold: [] }];
  const isHint = (item: Item): boolean => item.is === 'line' && caseHints.has(comparedName(item.line.text));
  const all: readonly Item[] = [...own.map((line): Item => ({ is: 'line', line })), ...items];
  const { matters, before } = mattersIn(all.filter((item) => !isHint(item)));
  const stray = new CaseReader(context, undefined);
  stray.read(before);
  const known = linesOf(all.filter(isHint)).map(({ text }) => text);
  const cases = matters.flatMap(({ title, items: inside }): readonly UnderstoodCase[] => {
    if (isNone(title.text)) {
      known.push(title.text);
      if (inside.every(({ is }) => is === 'blank')) return [];
    }
    const reader = new CaseReader(context, undefined);
    reader.read(inside);
    const { parts } = reader;
    known.push(...parts.own);
    if (parts.decision.length + parts.actions.length === 0) {
      for (const one of [{ line: title.number, text: title.text }, ...parts.lead, ...parts.note])
        if (!isNone(one.text)) context.tell({ ...one, why: 'other-business' });
      return [];
    }
    if (title.text.length > LONGEST_TITLE)
      context.tell({ line: title.number, text: title.text, why: 'long-title' });
    const isNew = title.text.length <= LONGEST_TITLE;
    const { text, number: line } = title;
    return [reader.understood({ id: undefined, title: text, line, isNew }, undefined)];
  });
  const strays = [...stray.parts.decision, ...stray.parts.note, ...stray.parts.lead];
  for (const { line, text } of strays) if (!isNone(text)) context.tell({ line, text, why: 'other-business' });
  return { cases, actions: stray.actions(), known: [...known, ...stray.parts.own] };
}

/** A line without a label begins a matter, where the one before it has got its decision, or is not a title. */
function mattersIn(items: readonly Item[]): {
  readonly matters: readonly OtherItem[];
  readonly before: readonly Item[];
} {
  const matters: OtherItem[] = [];
  const before: Item[] = [];
  for (const item of items.flatMap(inParts)) {
    const last = matters.at(-1);
    if (item.is === 'line' && isTitle(item.line, last)) matters.push({ title: item.line, items: [] });
    else (last?.items ?? before).push(item);
  }
  return { matters, before };
}

/** A title with its parts in the same line is a title, and its parts. */
function inParts(item: Item): readonly Item[] {
  const found = item.is === 'line' ? headingWithParts(item.line) : undefined;
  if (found === undefined || segmentsOf(found.heading, () => true)[0]?.label !== undefined) return [item];
  return [found.heading, ...found.parts].map((line): Item => ({ is: 'line', line }));
}

function isTitle(line: Line, last: OtherItem | undefined): boolean {
  if (segmentsOf(line, () => true)[0]?.label !== undefined) return false;
  if (last === undefined) return true;
  const previous = last.items.at(-1);
  // What follows a label that stands alone, is its text.
  if (previous?.is === 'line' && labelAlone(previous.line.text) !== undefined) return false;
  if (line.isBold || line.level !== undefined) return true;
  // And so is the list below it.
  if (last.items.some((item) => item.is === 'line' && labelAlone(item.line.text) !== undefined))
    return !line.isListItem && previous?.is === 'blank';
  return line.isListItem || !/[.!?]$/u.test(line.text);
}
