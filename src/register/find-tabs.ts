/** Finds the tabs and the columns that people mean, whatever the order and however the headings are typed. */
import { nearest } from '../domain/nearest.ts';
import { problem, type Problem } from '../domain/problem.ts';
import {
  cellValue,
  columnLetters,
  isEmptyCell,
  normaliseHeading,
  type Sheet,
  type SheetRow,
} from '../domain/workbook.ts';
import type { Column, Tab } from './tab.ts';

const copies = [
  /^kopi av (?<name>.+)$/u,
  /^copy of (?<name>.+)$/u,
  /^(?<name>.+?) \(\d+\)$/u,
  /^(?<name>.+) - kopi$/u,
];

const namesOf = (tab: Tab): Set<string> => new Set([tab.name, ...tab.aliases].map(normaliseHeading));

/** The name of what a sheet is a copy of, by the names that spreadsheet programs give to copies. */
function copyOf(sheet: Sheet): string | undefined {
  const name = normaliseHeading(sheet.name);
  return copies.map((form) => form.exec(name)?.groups?.['name']).find((original) => original !== undefined);
}

/** The sheet that is this tab. A second one and copies are told of and left alone. */
export function findSheet(tab: Tab, sheets: readonly Sheet[], problems: Problem[]): Sheet | undefined {
  const names = namesOf(tab);
  const found = sheets.filter((sheet) => names.has(normaliseHeading(sheet.name)));
  const own = normaliseHeading(tab.name);
  const sheet = found.find(({ name }) => normaliseHeading(name) === own) ?? found[0];
  for (const other of found) {
    if (other === sheet) continue;
    problems.push(problem('tab-twice', 'warning', { tab: other.name }, { other: sheet?.name ?? tab.name }));
  }
  for (const copy of sheets) {
    if (!names.has(copyOf(copy) ?? '')) continue;
    problems.push(problem('tab-copy', 'info', { tab: copy.name }, { original: sheet?.name ?? tab.name }));
  }
  if (sheet === undefined) {
    const needed = tab.owner === 'people';
    const level = tab.isSpine === true ? 'error' : needed ? 'warning' : 'info';
    problems.push(problem('tab-missing', level, { tab: tab.name }, { needed }));
  }
  return sheet;
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

function headingsOf(row: SheetRow | undefined): readonly Heading[] {
  const headings: Heading[] = [];
  for (const [index, cell] of (row?.cells ?? []).entries()) {
    if (isEmptyCell(cell)) continue;
    const text = String(cellValue(cell) ?? '');
    headings.push({ text: text.trim(), normal: normaliseHeading(text), index });
  }
  return headings;
}

/**
 * The columns of a tab. Undefined when the tab cannot be read: a column that rows need is missing, or a heading
 * stands twice. A column that rows can do without is only told of: with a warning where another heading looks like a
 * misspelling of it.
 */
export function findColumns(
  tab: Tab,
  sheet: Sheet,
  isNeeded: (key: string) => boolean,
  problems: Problem[],
): readonly FoundColumn[] | undefined {
  const headings = headingsOf(sheet.rows[0]);
  const row = sheet.rows[0]?.number ?? 1;
  const found: FoundColumn[] = [];
  const missing: [key: string, column: Column][] = [];
  const taken = new Set<number>();
  let readable = true;
  for (const [key, column] of Object.entries(tab.columns)) {
    const matches = matching(headings, column);
    for (const { index } of matches) taken.add(index);
    const [match] = matches;
    if (match === undefined) missing.push([key, column]);
    else found.push({ key, index: match.index, heading: match.text });
    if (match === undefined || matches.length === 1) continue;
    const letters = matches.map(({ index }) => columnLetters(index));
    const at = { tab: sheet.name, row, column: match.text };
    problems.push(problem('heading-twice', 'error', at, { heading: match.text, letters }));
    readable = false;
  }
  const unknown = headings.filter(({ index }) => !taken.has(index)).map(({ text }) => text);
  for (const [key, column] of missing) {
    const near = nearestHeading(column, unknown);
    const level = isNeeded(key) ? 'error' : near === undefined ? 'info' : 'warning';
    const args =
      near === undefined ? { heading: column.heading } : { heading: column.heading, nearest: near };
    problems.push(problem('heading-missing', level, { tab: sheet.name, row }, args));
    readable &&= level !== 'error';
  }
  return readable ? found : undefined;
}

/** The headings of a column: its own name first; an alias counts only where the own name is not there. */
function matching(headings: readonly Heading[], column: Column): readonly Heading[] {
  const own = normaliseHeading(column.heading);
  const exact = headings.filter(({ normal }) => normal === own);
  if (exact.length > 0) return exact;
  const aliases = new Set(column.aliases.map(normaliseHeading));
  return headings.filter(({ normal }) => aliases.has(normal));
}

/** A heading that looks like a misspelling of the column's name or of another name of it. */
function nearestHeading(column: Column, headings: readonly string[]): string | undefined {
  for (const name of [column.heading, ...column.aliases]) {
    const near = nearest(name, headings);
    if (near !== undefined) return near;
  }
  return undefined;
}
