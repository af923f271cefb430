/** Finds the tabs and the columns that people mean, whatever the order and however the headings are typed. */
import { nearest } from '../domain/nearest.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { cellValue, columnLetters, isEmptyCell, normaliseHeading, type Sheet, type SheetRow } from '../domain/workbook.ts';
import type { Tab } from './tab.ts';

const copies = [/^kopi av (?<name>.+)$/u, /^copy of (?<name>.+)$/u, /^(?<name>.+?) \(\d+\)$/u, /^(?<name>.+) - kopi$/u];

const namesOf = (tab: Tab): Set<string> => new Set([tab.name, ...tab.aliases].map(normaliseHeading));

/** The sheet that is this tab. A second one and copies are told of and left alone. */
export function findSheet(tab: Tab, sheets: readonly Sheet[], problems: Problem[]): Sheet | undefined {
  const names = namesOf(tab);
  const found = sheets.filter((sheet) => names.has(normaliseHeading(sheet.name)));
  const exact = found.find((sheet) => normaliseHeading(sheet.name) === normaliseHeading(tab.name)) ?? found[0];
  for (const other of found) {
    if (other !== exact) problems.push(problem('tab-twice', 'warning', { tab: other.name }, { other: exact?.name ?? '' }));
  }
  for (const sheet of sheets) {
    const match = copies.map((form) => form.exec(normaliseHeading(sheet.name))).find((result) => result !== null);
    if (match !== undefined && match !== null && names.has(match.groups?.['name'] ?? '')) {
      problems.push(problem('tab-copy', 'info', { tab: sheet.name }, { original: tab.name }));
    }
  }
  if (exact === undefined) {
    const needed = tab.owner === 'people';
    problems.push(problem('tab-missing', needed ? 'warning' : 'info', { tab: tab.name }, { needed }));
  }
  return exact;
}

export interface FoundColumn {
  readonly key: string;
  readonly index: number;
  /** As it stands in the workbook. */
  readonly heading: string;
}

interface Heading {
  readonly text: string;
  readonly normal: string;
  readonly index: number;
}

function headingsOf(row: SheetRow): readonly Heading[] {
  const headings: Heading[] = [];
  for (const [index, cell] of row.cells.entries()) {
    if (isEmptyCell(cell)) continue;
    const text = String(cellValue(cell));
    headings.push({ text: text.trim(), normal: normaliseHeading(text), index });
  }
  return headings;
}

/**
 * The columns of a tab. Undefined when the tab cannot be read: a column that rows need is missing, or a heading
 * stands twice. A column that rows can do without is only told of.
 */
export function findColumns(
  tab: Tab,
  sheet: Sheet,
  isNeeded: (key: string) => boolean,
  problems: Problem[],
): readonly FoundColumn[] | undefined {
  const [first] = sheet.rows;
  const headings = first === undefined ? [] : headingsOf(first);
  const row = first?.number ?? 1;
  const found: FoundColumn[] = [];
  const taken = new Set<number>();
  let readable = true;
  for (const [key, column] of Object.entries(tab.columns)) {
    const matches = matching(headings, column);
    const [match, second] = matches;
    if (match === undefined) continue;
    for (const { index } of matches) taken.add(index);
    found.push({ key, index: match.index, heading: match.text });
    if (second === undefined) continue;
    const letters = matches.map(({ index }) => columnLetters(index));
    problems.push(
      problem('heading-twice', 'error', { tab: sheet.name, row, column: match.text }, { heading: column.heading, letters }),
    );
    readable = false;
  }
  const unknown = headings.filter(({ index }) => !taken.has(index)).map(({ text }) => text);
  for (const [key, column] of Object.entries(tab.columns)) {
    if (found.some((entry) => entry.key === key)) continue;
    const near = nearest(column.heading, unknown);
    const args = near === undefined ? { heading: column.heading } : { heading: column.heading, nearest: near };
    problems.push(problem('heading-missing', isNeeded(key) ? 'error' : 'info', { tab: sheet.name, row }, args));
    if (isNeeded(key)) readable = false;
  }
  return readable ? found : undefined;
}

/** The headings of a column: its own name first; an alias counts only where the own name is not there. */
function matching(headings: readonly Heading[], column: Tab['columns'][string]): readonly Heading[] {
  const own = normaliseHeading(column.heading);
  const exact = headings.filter(({ normal }) => normal === own);
  if (exact.length > 0) return exact;
  const aliases = new Set(column.aliases.map(normaliseHeading));
  return headings.filter(({ normal }) => aliases.has(normal));
}
