/** Minutes that people wrote, understood: per case what was decided, who does what, and line by line what was not understood. */
import type { ReadBlock } from '../../../domain/read-document.ts';
import { idsNamedIn } from '../../../register/cells/id.ts';
import { ignoreReports } from '../../../register/cells/cell-parser.ts';
import { dayCell } from '../../../register/cells/when.ts';
import type { Register } from '../../../register/register.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import { invitedTo } from '../../agenda/called.ts';
import { meetingAfter, meetingDay, type Meeting } from '../../meetings.ts';
import { untilIn } from '../postponed-until.ts';
import type { ActionContext } from './actions.ts';
import { caseFinder } from './cases.ts';
import { CaseReader } from './case.ts';
import { draftedTexts } from './drafted.ts';
import { headFaults } from './head-facts.ts';
import { listedActions } from './listed.ts';
import { knownIn } from './known.ts';
import { placesIn } from './places.ts';
import { itemsOf, linesOf, rowsAsLines } from './lines.ts';
import { otherBusiness } from './other-business.ts';
import { attendance } from './present.ts';
import { withActions, type OfCase } from './repeated.ts';
import { sectionsOf, type Section } from './sections.ts';
import { readSummary } from './summary.ts';
import type { UnderstoodDone, UnderstoodMinutes, Unclear } from './understood.ts';
import { whoIn } from './who.ts';

/** What is known before the document is read: the meeting, and the cases that were on its agenda. */
export interface ReadingOf {
  readonly register: Register;
  readonly meeting: Meeting;
  readonly cases: readonly Case[];
}

/** What a document says of a meeting. Every line of it is in the result: understood, known, or told of. */
export function understandMinutes(blocks: readonly ReadBlock[], of: ReadingOf): UnderstoodMinutes {
  const { register, meeting } = of;
  const unclear: Unclear[] = [];
  const next = meetingAfter(register, meeting).nextMeeting?.when;
  const context: ActionContext = {
    who: whoIn(register.contacts),
    from: {
      meeting: meetingDay(meeting),
      next: next?.first !== undefined && next.first === next.last ? next.first : undefined,
    },
    tell: (one) => unclear.push(one),
    untilIn: (text) => untilIn(text, register, meeting),
  };
  const finder = caseFinder(register, of.cases);
  const sections = sectionsOf(itemsOf(blocks), finder);
  const known: string[] = [];
  const invited = new Set(invitedTo(register, meetingDay(meeting)).map(({ id }) => id));
  const attended = sections
    .filter(({ is }) => is === 'present')
    .map((section) => attendance(section, context, invited));
  const cases = casesIn(sections, context, register);
  const others = cases.actions.map((action) => ({ caseId: undefined, action }));
  const listed = sections
    .filter(({ is }) => is === 'actions')
    .flatMap((section) => listedActions(section, finder, context));
  const found = withActions(cases.cases, [...others, ...cases.listed, ...listed], context.tell);
  const drafted = draftedTexts(register, meeting);
  const done: UnderstoodDone[] = [];
  const headFault = headFaults(register, meeting, context.who);
  const knowing = { ...context, headFault, isDone: (one: UnderstoodDone) => done.push(one) };
  for (const section of sections) known.push(...knownIn(section, knowing, drafted));
  const placeOf = placesIn(sections, register);
  return {
    named: namedIn(sections),
    present: attended.flatMap(({ present }) => present),
    absent: [...attended.flatMap(({ absent }) => absent), ...absentIn(sections)],
    ...found,
    done,
    known: [...known, ...attended.flatMap((one) => one.known), ...cases.known],
    unclear: unclear
      .sort((one, other) => one.line - other.line)
      .map((one) => ({ ...one, place: placeOf.get(one.line) })),
  };
}

/** A case of the document: its first section, and what all of them hold. */
interface CaseRead {
  readonly section: Section;
  readonly item: Case | undefined;
  readonly reader: CaseReader;
}

/** The cases of these sections, in the order of the document; sections of one case are read as one. */
function readersOf(
  sections: readonly Section[],
  context: ActionContext,
  register: Register,
): readonly CaseRead[] {
  const readers = new Map<string, CaseRead>();
  for (const section of sections) {
    const { id, title = '', fault } = section.case ?? {};
    const line = section.heading?.number ?? 0;
    const key = id ?? `${String(line)} ${title}`;
    if (fault !== undefined && !readers.has(key))
      context.tell({ line, text: section.heading?.text ?? title, why: fault });
    const item = register.cases.find((one) => one.id === id);
    const read = readers.get(key) ?? { section, item, reader: new CaseReader(context, item) };
    readers.set(key, read);
    read.reader.read(section.items);
  }
  return [...readers.values()];
}

/** Each case once; a row of a table of cases only completes what stands under its case. `listed`: the actions of such rows. */
function casesIn(
  sections: readonly Section[],
  context: ActionContext,
  register: Register,
): Pick<UnderstoodMinutes, 'cases' | 'actions' | 'known'> & { readonly listed: readonly OfCase[] } {
  const own = sections.filter(({ is }) => is === 'case');
  const alone = new Set(own.flatMap((one) => (one.isRow === true ? [] : (one.case?.id ?? []))));
  const isSummary = (one: Section): boolean => one.isRow === true && alone.has(one.case?.id ?? '');
  const known = readersOf(
    own.filter((one) => !isSummary(one)),
    context,
    register,
  );
  const listed = known.flatMap((read) => {
    const { id } = read.section.case ?? {};
    const rows = own.filter((one) => isSummary(one) && one.case?.id === id);
    return rows.length === 0 ? [] : readSummary(rows, read, context);
  });
  const cases = known.map(({ reader, section, item }) => {
    const { id, title = '', fault } = section.case ?? {};
    const isNew = id === undefined && fault === undefined;
    return reader.understood({ id, title, line: section.heading?.number ?? 0, isNew }, item);
  });
  const others = sections
    .filter(({ is }) => is === 'other-business')
    .map((one) => otherBusiness(one, context));
  return {
    listed,
    cases: [...cases, ...others.flatMap((one) => one.cases)],
    actions: others.flatMap((one) => one.actions),
    known: [...known.flatMap(({ reader }) => reader.parts.own), ...others.flatMap((one) => one.known)],
  };
}

const absentIn = (sections: readonly Section[]): readonly string[] =>
  sections
    .filter(({ is }) => is === 'absent')
    .flatMap(({ rest, items }) => [
      ...(rest === '' ? [] : [rest]),
      ...linesOf(items).map(({ text }) => text),
    ]);

/** The meetings that the head names: by ID, or by the day of its time. */
function namedIn(sections: readonly Section[]): UnderstoodMinutes['named'] {
  const lines = sections
    .filter(({ is }) => is === 'head')
    .flatMap(({ heading, items }) => [...(heading === undefined ? [] : [heading]), ...rowsAsLines(items)]);
  const ids = lines.flatMap(({ text }) => idsNamedIn(text)).filter((id) => id.startsWith('A-'));
  const days = lines.flatMap(({ text }) => {
    const [, when = ''] = /^(?:tid|dato|møtetid|møtedato)\b\s*:?\s*(.+)$/iu.exec(text) ?? [];
    const day = /(?:\p{L}+ )?\d{1,2}\. ?(?:\p{L}+|\d{1,2}\.) ?\d{4}|\d{4}-\d\d-\d\d/u.exec(when)?.[0];
    const read = day === undefined ? undefined : dayCell(day.toLowerCase(), ignoreReports);
    return read === undefined ? [] : [read];
  });
  return { ids: [...new Set(ids)], days: [...new Set(days)] };
}
