/** Finds the columns of a tab, and the rows below their headings. */
import { nearest } from '../domain/nearest.ts';
import { problem, type Problem } from '../domain/problem.ts';
import { columnLetters, isEmptyCell, type Sheet, type SheetRow } from '../domain/workbook.ts';
import {
  findHeadings,
  headingsIn,
  otherHeadingsIn,
  plainWords,
  saysHeadingsAgain,
  type Heading,
  type HeadingRow,
  type Match,
} from './headings.ts';
import { neededIn } from './rows/needed.ts';
import type { Column, Tab } from './tab.ts';

export interface FoundColumn {
  readonly key: string;
  readonly index: number;
  /** As it is in the workbook. */
  readonly heading: string;
}

export interface FoundColumns {
  readonly columns: readonly FoundColumn[];
  /** The number of the row of headings. */
  readonly top: number;
  /** The rows below it that hold something, as far as these headings are valid. Rows that only repeat them are left out. */
  readonly body: readonly SheetRow[];
}

/**
 * The columns of a tab. Undefined when the tab cannot be read: the place of its headings is not certain, a required column
 * is missing, or a heading is there twice. A missing column that is not required is only reported: with a warning if
 * another heading looks like a misspelling of it.
 */
export function findColumns(tab: Tab, sheet: Sheet, problems: Problem[]): FoundColumns | undefined {
  const found = findHeadings(tab, sheet);
  if (found === undefined) {
    const headings = [...neededIn(tab.row)].flatMap((key) => tab.columns[key]?.heading ?? []);
    problems.push(problem('headings-missing', 'error', { tab: sheet.name }, { headings }));
    return undefined;
  }
  const at = { tab: sheet.name, row: found.row.number };
  if (found.contentAbove !== undefined) {
    problems.push(problem('headings-below-rows', 'error', at, { row: found.contentAbove.number }));
    return undefined;
  }
  if (found.place > 0) problems.push(problem('headings-below', 'info', at, {}));
  const twice = [...found.matches.values()].filter((matches) => matches.length > 1);
  for (const [match, ...others] of twice) if (match !== undefined) problems.push(twiceIn(at, match, others));
  const lacks = missingColumns(tab, sheet, found);
  problems.push(...lacks);
  if (twice.length > 0 || lacks.some(({ level }) => level === 'error')) return undefined;
  return {
    columns: columnsIn(tab, found, at, problems),
    top: at.row,
    body: bodyOf(tab, sheet, found, problems),
  };
}

interface RowAt {
  readonly tab: string;
  readonly row: number;
}

function twiceIn(at: RowAt, match: Match, others: readonly Match[]): Problem {
  const letters = [match, ...others].map(({ index }) => columnLetters(index));
  const { text } = match;
  return problem('heading-twice', 'error', { ...at, column: text }, { heading: text, letters });
}

/** The missing columns, one by one. */
function missingColumns(tab: Tab, sheet: Sheet, found: HeadingRow): readonly Problem[] {
  const { headings, matches, row } = found;
  const at = { tab: sheet.name, row: row.number };
  const taken = new Set([...matches.values()].flat().map(({ index }) => index));
  const open = [...headings.filter(({ index }) => !taken.has(index)), ...stackedIn(sheet, found)];
  const unknown = new Map(open.map(({ text }) => [plainWords(text), text]));
  const needed = neededIn(tab.row);
  return Object.entries(tab.columns).flatMap(([key, column]) => {
    if (matches.has(key)) return [];
    const near = nearestHeading(column, unknown);
    const level = needed.has(key) ? 'error' : near === undefined ? 'info' : 'warning';
    const { heading } = column;
    return [
      problem('heading-missing', level, at, near === undefined ? { heading } : { heading, nearest: near }),
    ];
  });
}

/** Headings written over two rows: «Timer» above «Bylivsenteret», which may apply to several columns. */
function stackedIn({ rows }: Sheet, { place }: HeadingRow): readonly Heading[] {
  return [place, place + 1].flatMap((below): readonly Heading[] => {
    const over = headingsIn(rows[below - 1]);
    return headingsIn(rows[below]).flatMap(({ text, index }) => {
      const upper = over.findLast((one) => one.index <= index);
      return upper === undefined ? [] : [{ text: `${upper.text} / ${text}`, index }];
    });
  });
}

/** A heading that looks like a misspelling of the column's name or of another name of it. */
function nearestHeading(column: Column, headings: ReadonlyMap<string, string>): string | undefined {
  for (const name of [column.heading, ...column.aliases]) {
    const near = nearest(plainWords(name), headings.keys());
    if (near !== undefined) return headings.get(near);
  }
  return undefined;
}

function columnsIn(
  tab: Tab,
  { matches }: HeadingRow,
  at: RowAt,
  problems: Problem[],
): readonly FoundColumn[] {
  return Object.entries(tab.columns).flatMap(([key, { heading }]) => {
    const match = matches.get(key)?.[0];
    if (match === undefined) return [];
    const { text, index, isLoose } = match;
    if (isLoose) problems.push(problem('heading-read-as', 'info', { ...at, column: text }, { heading }));
    return [{ key, index, heading: text }];
  });
}

const holdsUnder = ({ matches }: HeadingRow, { cells }: SheetRow): boolean =>
  [...matches.values()].flat().some(({ index }) => !isEmptyCell(cells[index]));

/** Rows below the headings of a second table would be read under the wrong headings: they are left out, and reported. */
function bodyOf(tab: Tab, sheet: Sheet, found: HeadingRow, problems: Problem[]): readonly SheetRow[] {
  const body: SheetRow[] = [];
  for (const row of sheet.rows.slice(found.place + 1)) {
    const at = { tab: sheet.name, row: row.number };
    if (saysHeadingsAgain(row, found)) {
      problems.push(problem('headings-again', 'warning', at, {}));
      continue;
    }
    const headings = tab.owner === 'machine' ? undefined : otherHeadingsIn(tab, row, found);
    // Directly below, and to the side: then the headings found first may be the wrong ones.
    const isBeside = body.length === 0 && !holdsUnder(found, row);
    if (headings !== undefined && !isBeside) {
      problems.push(problem('headings-differ', 'error', at, { row: found.row.number, headings }));
      break;
    }
    body.push(row);
  }
  return body;
}
