/** Finds the headings of a tab: in which row they are, and which column each one names, however it is typed. */
import { comparedName } from '../domain/compare.ts';
import {
  cellValue,
  HEADING_ROWS,
  isEmptyCell,
  type Cell,
  type Sheet,
  type SheetRow,
} from '../domain/workbook.ts';
import { ignoreReports } from './cells/cell-parser.ts';
import { neededIn } from './rows/needed.ts';
import type { Column, Tab } from './tab.ts';

export interface Heading {
  /** As it is in the workbook. */
  readonly text: string;
  /** Of its column, from 0. */
  readonly index: number;
}

/** A heading that names a column. */
export interface Match extends Heading {
  /** An addition in brackets was ignored: «Start (dato)». */
  readonly isLoose: boolean;
}

/** The headings of each column, by its key. Several if a heading is there twice. */
export type Matches = ReadonlyMap<string, readonly Match[]>;

/** Where the headings of a tab are. */
export interface HeadingRow {
  readonly row: SheetRow;
  /** Its index among the rows that hold something. */
  readonly place: number;
  readonly headings: readonly Heading[];
  readonly matches: Matches;
  /** No required column is missing. */
  readonly isComplete: boolean;
  /** A row above that holds content that belongs below: then the content of the tab is not certain. */
  readonly contentAbove: SheetRow | undefined;
}

/** Longer texts are not headings. */
const LONGEST = 100;

/** Words with single spaces, which have no signs. */
const onlyWords = /^(?:[0-9A-Za-zÀ-ÖØ-öø-ÿ]| (?! ))*$/u;

/** The text without its signs: «Tittel *», «Timer (Bylivsenteret):», a word broken at the end of a line. */
export function plainWords(text: string): string {
  if (onlyWords.test(text)) return text.trim().toLowerCase();
  const whole = text.replace(/(?<=\p{L})-[^\S\r\n]*[\r\n]+\s*(?=\p{Ll})/gu, '');
  return comparedName(comparedName(whole).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

const withoutBrackets = (text: string): string => plainWords(text.replace(/[([][^)\]]*[)\]]/gu, ' '));

/** The forms in which headings are compared, the strictest first. Each gives the names of a column in that form. */
const forms: readonly {
  readonly of: (text: string) => string;
  readonly names: (column: Column) => readonly string[];
}[] = [
  { of: comparedName, names: ({ heading }) => [heading] },
  { of: comparedName, names: ({ aliases }) => aliases },
  { of: plainWords, names: ({ heading, aliases }) => [heading, ...aliases] },
  { of: withoutBrackets, names: ({ heading, aliases }) => [heading, ...aliases] },
];

type KeyByName = ReadonlyMap<string, string>;
const dictionaries = new WeakMap<Tab, KeyByName[]>();

/** The columns of a tab by their names in one of the forms. Made once for each tab, when it is first asked for. */
function dictionaryOf(tab: Tab, form: number): KeyByName {
  const own = dictionaries.get(tab) ?? [];
  dictionaries.set(tab, own);
  return (own[form] ??= madeDictionary(tab, form));
}

function madeDictionary(tab: Tab, form: number): KeyByName {
  const keys = new Map<string, string>();
  for (const [key, column] of Object.entries(tab.columns)) {
    for (const name of forms[form]?.names(column) ?? []) {
      const compared = forms[form]?.of(name) ?? '';
      if (!keys.has(compared)) keys.set(compared, key);
    }
  }
  return keys;
}

/** The texts in a row that may be headings. */
export function headingsIn(row: SheetRow | undefined): readonly Heading[] {
  return (row?.cells ?? []).flatMap((cell, index) => {
    const text = isEmptyCell(cell) ? '' : String(cellValue(cell) ?? '');
    return text === '' || text.length > LONGEST ? [] : [{ text: text.trim(), index }];
  });
}

/** Which headings name which columns: a column's own name first, then its other names, then what looks like either. */
function matchesOf(tab: Tab, headings: readonly Heading[]): Matches {
  const matches = new Map<string, Match[]>();
  let open = headings;
  for (const [form, { of }] of forms.entries()) {
    const keys = dictionaryOf(tab, form);
    const found = new Map<string, Match[]>();
    const left: Heading[] = [];
    for (const heading of open) {
      const key = keys.get(of(heading.text));
      if (key === undefined || matches.has(key)) left.push(heading);
      else found.set(key, [...(found.get(key) ?? []), { ...heading, isLoose: form === forms.length - 1 }]);
    }
    for (const [key, own] of found) matches.set(key, own);
    if (left.length === 0) break;
    open = left;
  }
  return matches;
}

/** Whether a row is likely a heading row: two of its cells are names of columns. */
function isLikely(tab: Tab, row: SheetRow): boolean {
  let count = 0;
  for (const { text } of headingsIn(row)) {
    // A text without signs is the same in every form.
    const most = /[^\p{L}\p{N}\s]/u.test(text) ? forms.length : 2;
    if (forms.slice(0, most).some(({ of }, form) => dictionaryOf(tab, form).has(of(text)))) count += 1;
    if (count === 2) return true;
  }
  return false;
}

/**
 * The row of headings: of the first ten that hold something, the one that names most columns of the tab, and the first of
 * several. Undefined if none of them names any.
 */
export function findHeadings(tab: Tab, { rows }: Sheet): HeadingRow | undefined {
  let found: Omit<HeadingRow, 'isComplete' | 'contentAbove'> | undefined;
  for (const [place, row] of rows.slice(0, HEADING_ROWS).entries()) {
    if (found !== undefined && !isLikely(tab, row)) continue;
    const headings = headingsIn(row);
    const matches = matchesOf(tab, headings);
    if (matches.size > (found?.matches.size ?? 0)) found = { row, place, headings, matches };
  }
  if (found === undefined) return undefined;
  const { matches, place } = found;
  const isComplete = [...neededIn(tab.row)].every((key) => matches.has(key));
  const above = rows.slice(0, place);
  const contentAbove = above.find((row) => isContent(tab, row, matches)) ?? belowOthers(tab, above);
  return { ...found, isComplete, contentAbove };
}

/** The first later row that also has headings: the rows between are likely content. */
function belowOthers(tab: Tab, above: readonly SheetRow[]): SheetRow | undefined {
  const place = above.findIndex((row) => isLikely(tab, row));
  return place < 0 ? undefined : above[place + 1];
}

/**
 * Whether a row above the headings reads like one below them: by its ID; or because it has all that a row requires, and
 * nothing that could not be in one.
 */
function isContent(tab: Tab, { cells }: SheetRow, matches: Matches): boolean {
  const read = [...matches].flatMap(([key, [match]]) => {
    const cell = cells[match?.index ?? -1];
    if (cell === undefined || isEmptyCell(cell)) return [];
    return [{ key, isRead: tab.columns[key]?.parse(cell, ignoreReports) !== undefined }];
  });
  const isOwn = tab.idLetter === undefined ? () => false : (key: string) => key === tab.key;
  if (read.some(({ key, isRead }) => isOwn(key) && isRead)) return true;
  const filled = new Set(read.map(({ key }) => key));
  const hasNeeded = [...neededIn(tab.row)].every((key) => isOwn(key) || filled.has(key));
  return read.length > 1 && hasNeeded && read.every(({ isRead }) => isRead);
}

/** Whether a row only repeats the headings, each in its own column: a printed list that was pasted below. */
export function saysHeadingsAgain({ cells }: SheetRow, { matches }: Pick<HeadingRow, 'matches'>): boolean {
  let count = 0;
  for (const [match] of matches.values()) {
    const cell = match === undefined ? null : cells[match.index];
    if (match === undefined || isEmptyCell(cell)) continue;
    if (typeof cell !== 'string' || cell.length > match.text.length + 4) return false;
    if (comparedName(cell) !== comparedName(match.text)) return false;
    count += 1;
  }
  return count > 1;
}

const beginnings = new WeakMap<Tab, ReadonlySet<string>>();
const beginningOf = (text: string): string => text.trim().slice(0, 2).toLowerCase();

/** How the names of a tab's columns begin: this alone distinguishes most rows from headings. */
function beginningsOf(tab: Tab): ReadonlySet<string> {
  const known = beginnings.get(tab);
  if (known !== undefined) return known;
  const names = Object.values(tab.columns).flatMap(({ heading, aliases }) => [heading, ...aliases]);
  const made = new Set(names.map(beginningOf));
  beginnings.set(tab, made);
  return made;
}

/**
 * The headings of a second table below the first: a row with the names of columns and little else, not all of them in
 * their own columns. Undefined for any other row.
 */
export function otherHeadingsIn(
  tab: Tab,
  row: SheetRow,
  { matches }: HeadingRow,
): readonly string[] | undefined {
  const filled: string[] = [];
  for (const cell of row.cells) {
    if (isEmptyCell(cell)) continue;
    if (typeof cell !== 'string') return undefined;
    filled.push(cell);
  }
  const known = beginningsOf(tab);
  if (filled.filter((text) => known.has(beginningOf(text))).length < 2) return undefined;
  const keyAt = new Map([...matches].flatMap(([key, own]) => own.map(({ index }) => [index, key] as const)));
  const named = [...matchesOf(tab, headingsIn(row)).values()].flat().filter(({ index, isLoose }) => {
    const column = tab.columns[keyAt.get(index) ?? ''];
    // A word of the column's own list is a choice: «Vedtak» is also the name of a column.
    const isChoice = column?.choices !== undefined && isReadBy(column, row.cells[index] ?? null);
    return !isLoose && !isChoice;
  });
  return named.length > 1 && named.length * 2 > filled.length
    ? named.toSorted((one, other) => one.index - other.index).map(({ text }) => text)
    : undefined;
}

const isReadBy = (column: Column, cell: Cell): boolean => column.parse(cell, ignoreReports) !== undefined;
