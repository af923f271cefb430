/** The document in sections: each case, and what is in every set of minutes besides. */
import { type CaseFinder, type CaseHeading } from './cases.ts';
import { fixedHeading, isHead, isListOfMeeting, type FixedSection } from './headings.ts';
import type { Item, Line } from './lines.ts';
import { actionColumns, caseRows, type Rows } from './tables.ts';

export interface Section {
  readonly is: 'head' | 'case' | 'unknown' | FixedSection;
  readonly heading: Line | undefined;
  /** How deep its heading is: 1 for the highest, 0 where that is not known. */
  readonly level: number;
  readonly case: CaseHeading | undefined;
  /** What stands on the line of the heading, behind its colon. */
  readonly rest: string;
  readonly items: Item[];
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
    const start = item.is === 'line' && !isText ? startOf(item.line, current, cases) : undefined;
    const inRows = item.is === 'table' ? tableOfOthers(item.rows, current, cases) : [];
    if (start !== undefined) sections.push({ ...start, items: [] });
    else if (inRows.length > 0)
      sections.push(...inRows, { ...(isInCase(current) ? current : outside), rest: '', items: [] });
    else current?.items.push(item);
  }
  return sections;
}

const outside: Start = { is: 'unknown', heading: undefined, level: 0, case: undefined, rest: '' };

const isBetweenCases = (current: Section | undefined): boolean =>
  current?.is === 'head' || current?.is === 'unknown' || current?.is === 'known';

/** The sections of a table that says itself which cases its rows are about, wherever it stands. */
function tableOfOthers(rows: Rows, current: Section | undefined, cases: CaseFinder): readonly Section[] {
  const isOfCase = isInCase(current);
  const found = isOfCase || isBetweenCases(current) ? tableOfCases(rows, cases) : [];
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

/** The sections of a table with one row for each case; none unless every row names a case. */
function tableOfCases(rows: Rows, cases: CaseFinder): readonly Section[] {
  const sections = caseRows(rows).flatMap(({ name, labelled }): readonly Section[] => {
    const found = name === undefined ? undefined : cases.find(asHeading(name));
    return found === undefined
      ? []
      : [{ ...outside, is: 'case', heading: name, case: found, items: [{ is: 'table', rows: labelled }] }];
  });
  return sections.length === rows.length - 1 ? sections : [];
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
