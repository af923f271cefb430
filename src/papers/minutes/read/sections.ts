/** The document in sections: each case, and what is in every set of minutes besides. */
import { type CaseFinder, type CaseHeading } from './cases.ts';
import { fixedHeading, isHead, isListOfMeeting, type FixedSection } from './headings.ts';
import { headingWithParts } from './labels.ts';
import { linesOf, type Item, type Line } from './lines.ts';
import { actionColumns, caseRows, unknownHeads, type Rows } from './tables.ts';

export interface Section {
  /** `row`: a row of a table of cases that names none of them. */
  readonly is: 'head' | 'case' | 'unknown' | 'row' | FixedSection;
  readonly heading: Line | undefined;
  /** How deep its heading is: 1 for the highest, 0 where that is not known. */
  readonly level: number;
  readonly case: CaseHeading | undefined;
  /** What stands on the line of the heading, behind its colon. */
  readonly rest: string;
  readonly items: Item[];
  /** A case in a row of a table of cases. */
  readonly isRow?: boolean;
}

type Start = Omit<Section, 'items'>;

/** Every item is in one section; a heading that begins one is its heading. */
export function sectionsOf(items: readonly Item[], cases: CaseFinder): readonly Section[] {
  const sections: Section[] = [
    { is: 'head', heading: undefined, level: 0, case: undefined, rest: '', items: [] },
  ];
  for (const item of items) {
    const current = sections.at(-1);
    const isText = item.is === 'line' && item.line.isContinuing && isInCase(current);
    const inline = item.is === 'line' && !isText ? inlineCase(item.line, current, cases) : undefined;
    const start = item.is === 'line' && !isText ? startOf(item.line, current, cases) : undefined;
    const inRows = item.is === 'table' ? tableOfOthers(item.rows, current, cases) : [];
    if (inline !== undefined) sections.push(inline);
    else if (start !== undefined) sections.push({ ...start, items: [] });
    else if (inRows.length > 0)
      sections.push(...inRows, { ...(isInCase(current) ? current : outside), rest: '', items: [] });
    else current?.items.push(item);
  }
  return sections;
}

/** A case whose heading and parts stand in one line. What is before its first label may be more than the title. */
function inlineCase(line: Line, current: Section | undefined, cases: CaseFinder): Section | undefined {
  const { heading, parts } = headingWithParts(line) ?? {};
  const start = heading && startOf(heading, current, cases);
  if (start?.case === undefined || heading === undefined) return undefined;
  const { title, isOther = false } = start.case;
  const lines = [...(isOther ? [{ ...heading, text: title }] : []), ...(parts ?? [])];
  return { ...start, heading: line, items: lines.map((one): Item => ({ is: 'line', line: one })) };
}

const outside: Start = { is: 'unknown', heading: undefined, level: 0, case: undefined, rest: '' };

/** Where a table that says itself which cases its rows are about can be nothing else. */
const besideCases = new Set<Section['is']>(['head', 'unknown', 'known', 'present', 'absent', 'next-meeting']);

/** The sections of a table that says itself which cases its rows are about, wherever it stands. */
function tableOfOthers(rows: Rows, current: Section | undefined, cases: CaseFinder): readonly Section[] {
  const isOfCase = isInCase(current);
  const isBeside = current !== undefined && besideCases.has(current.is);
  const found = isOfCase || isBeside ? tableOfCases(rows, current, cases) : [];
  const isList = isOfCase && actionColumns(rows)?.includes('case') === true;
  if (found.length > 0 || !isList) return found;
  return [{ ...outside, is: 'actions', heading: current.heading, items: [{ is: 'table', rows }] }];
}

/** The head of its column says that a number alone is that of a case. */
const asHeading = (name: Line): Line => ({
  ...name,
  level: 2,
  text: name.text.replace(/^(?=\d{1,3}\s*\/)/u, 'Sak '),
});

/**
 * The sections of a table with one row for each case: each row is the case that it names, and one that names none is told of. None for a
 * table whose rows name nothing.
 */
function tableOfCases(rows: Rows, current: Start | undefined, cases: CaseFinder): readonly Section[] {
  const found = caseRows(rows);
  if (found.every(({ name }) => name === undefined)) return [];
  const sections = found.flatMap(({ name, labelled }): readonly Section[] => {
    const items: Item[] = [{ is: 'table', rows: labelled }];
    const of = name === undefined ? undefined : cases.find(asHeading(name));
    if (of !== undefined) return [{ ...outside, is: 'case', heading: name, case: of, items, isRow: true }];
    if (name === undefined && labelled.length === 0) return [];
    const title: readonly Item[] = name === undefined ? [] : [{ is: 'line', line: name }];
    if (current?.is === 'other-business' && name !== undefined)
      return [{ ...outside, is: 'other-business', heading: current.heading, items: [...title, ...items] }];
    return [{ ...outside, is: 'row', items: [...title, ...items] }];
  });
  // A head is read with what stands below it, unless that is of no case.
  const read = new Set(sections.filter(({ is }) => is !== 'row').flatMap(({ items }) => linesOf(items)));
  const heads = unknownHeads(rows).filter((line) => !read.has(line));
  return [...heads.map((line): Section => ({ ...outside, items: [{ is: 'line', line }] })), ...sections];
}

function startOf(line: Line, current: Section | undefined, cases: CaseFinder): Start | undefined {
  const none = { heading: line, level: line.level ?? 0, case: undefined, rest: '' };
  // In a list of actions the number of a case says where an action comes from.
  const isInList = current?.is === 'actions' && line.level === undefined;
  const found = isInList ? undefined : cases.find(line);
  if (found !== undefined)
    return { ...none, is: 'case', level: line.level ?? levelWithin(current), case: found };
  const isWithin = isPartOf(line, current);
  const fixed = fixedHeading(line);
  if (fixed !== undefined && !(fixed.section === 'actions' && isWithin))
    return { ...none, is: fixed.section, rest: fixed.rest };
  if (line.level === undefined || isWithin) return undefined;
  return { ...none, is: isHead(line) ? 'head' : 'unknown' };
}

/** A case in plain text below Eventuelt ends where Eventuelt does. */
const levelWithin = (current: Section | undefined): number => (isInCase(current) ? current.level : 0);

/**
 * A heading below that of a case divides the case: «Vedtak», «Diskusjon». Where the headings of the cases have no level, nothing
 * but its words says that a list of actions is of the meeting.
 */
const isPartOf = (line: Line, current: Section | undefined): boolean =>
  isInCase(current) &&
  (line.level ?? Infinity) > current.level &&
  !(current.level === 0 && isListOfMeeting(line));

const isInCase = (current: Section | undefined): current is Section =>
  current?.is === 'case' || current?.is === 'other-business';
