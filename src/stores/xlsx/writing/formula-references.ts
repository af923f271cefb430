import { columnLetters } from '../../../domain/workbook.ts';
import { columnIndex, LAST_COLUMN, LAST_ROW, type Area } from '../addresses.ts';
import { tableArea, type KnownNames } from './known-names.ts';

/** Cells that a formula reads, and their tab. */
export interface Reference extends Area {
  readonly tab: string;
}

/** Where a formula is, and how far that is from the cell that it was written for. */
export interface Standing {
  readonly tab: string;
  readonly column: number;
  readonly row: number;
  readonly shift: Shift;
}

export interface Shift {
  readonly columns: number;
  readonly rows: number;
}

const texts = /"(?:[^"]|"")*"/gu;
const errors = /#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)/giu;
const word = String.raw`[\p{L}_\\][\p{L}\p{N}_.?\\]*`;
const token = new RegExp(
  [
    String.raw`(?<sheet>'(?:[^']|'')+'!|(?:\[\d+\])?${word}(?::${word})?!|\[\d+\]!|!)`,
    String.raw`(?<call>${word})\(`,
    String.raw`(?<table>${word})?\[(?<columns>(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*)\]`,
    String.raw`(?<area>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.!(])`,
    String.raw`\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+`,
    `(?<name>${word})`,
    String.raw`(?<between>:)`,
    '.',
  ].join('|'),
  'giuys',
);
const corner = /^(?<fixed>\$?)(?<letters>[A-Z]*)(?<fixedRow>\$?)(?<row>\d*)$/iu;
/** Names may refer to names, by mistake even in a circle: each is followed once per formula, up to a maximum number. */
const MOST_NAMES = 100;

/**
 * The cells that a formula reads, as far as its text shows: also through names, tables and ranges of tabs. Other cells are
 * left out: cells of other workbooks do not change here, and Excel and LibreOffice always compute INDIRECT and OFFSET
 * again when they open the workbook, whatever result is stored.
 */
export function referencesIn(
  formula: string,
  at: Standing,
  known: KnownNames,
  followed = new Set<string>(),
): readonly Reference[] {
  const text = formula.replace(texts, '0').replace(errors, '0');
  const references: Reference[] = [];
  let sheet: string | undefined;
  let isJoined = false;
  for (const { groups = {} } of text.matchAll(token)) {
    const { sheet: prefix, table, columns, area, name, between } = groups;
    const tabs = tabsOf(sheet, at.tab, known);
    if (area !== undefined) references.push(...tabs.map((tab) => ({ ...areaOf(area, at.shift), tab })));
    else if (columns !== undefined) references.push(...tableReferences(table, columns, at, known));
    else if (name !== undefined) references.push(...nameReferences(name, tabs, at, known, followed));
    isJoined ||= between !== undefined;
    sheet = prefix;
  }
  return isJoined ? [...references, ...spans(references)] : references;
}

/** The names of the tabs that a formula names; not those of other workbooks. */
export function tabsNamedIn(formula: string): readonly string[] {
  const text = formula.replace(texts, '0').replace(errors, '0');
  return [...text.matchAll(token)].flatMap(({ groups: { sheet } = {} }) => {
    const named = sheet === undefined ? '' : tabIn(sheet);
    return named === '' || named.startsWith('[') ? [] : named.split(':');
  });
}

/** Functions younger than the format, which it keeps with a prefix. Source: [MS-XLSX], 2.2.2. */
const YOUNGER =
  /(?<![\p{L}\p{N}_.])(?:CONCAT|DAYS|IFNA|IFS|ISFORMULA|ISOWEEKNUM|MAXIFS|MINIFS|SWITCH|TEXTJOIN|XLOOKUP|XMATCH)(?=\()/giu;

/** A formula as a file keeps it. */
export function storedFormula(formula: string): string {
  return outsideTexts(formula, (piece) => piece.replace(YOUNGER, (name) => `_xlfn.${name.toUpperCase()}`));
}

/** The formula as it is in a cell so many columns to the right; to the left where the number is negative. */
export function shiftedFormula(formula: string, columns: number): string {
  return outsideTexts(formula, (piece) =>
    [...piece.matchAll(token)]
      .map(({ 0: whole, groups: { area } = {} }) =>
        area === undefined
          ? whole
          : area
              .split(':')
              .map((end) => shiftedCorner(end, columns))
              .join(':'),
      )
      .join(''),
  );
}

/** The formula with its parts between texts in quotes changed. */
export function outsideTexts(formula: string, change: (piece: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*")/u)
    .map((piece, index) => (index % 2 === 1 ? piece : change(piece)))
    .join('');
}

function shiftedCorner(end: string, columns: number): string {
  const { fixed = '', letters = '', fixedRow = '', row = '' } = corner.exec(end)?.groups ?? {};
  if (fixed !== '' || letters === '') return end;
  const count = LAST_COLUMN + 1;
  const column = (columnIndex(letters.toUpperCase()) + columns + count) % count;
  return columnLetters(column) + fixedRow + row;
}

/** The tabs before an exclamation mark; the formula's own without one, none if it is another workbook. */
function tabsOf(sheet: string | undefined, own: string, known: KnownNames): readonly string[] {
  const named = sheet === undefined ? '' : tabIn(sheet);
  return named === '' ? [own] : known.tabsNamed(named);
}

function tabIn(sheet: string): string {
  return sheet
    .slice(0, -1)
    .replace(/^'|'$/gu, '')
    .replaceAll("''", "'")
    .replace(/^\[0\]/u, '');
}

function nameReferences(
  name: string,
  tabs: readonly string[],
  at: Standing,
  known: KnownNames,
  followed: Set<string>,
): readonly Reference[] {
  return tabs.flatMap((tab) => {
    const path = `${tab}!${name}`;
    if (followed.has(path) || followed.size >= MOST_NAMES) return [];
    followed.add(path);
    const formula = known.formulaOf(name, tab);
    if (formula === undefined) {
      const table = known.table(name);
      return table === undefined ? [] : [{ ...tableArea(table, '', at), tab: table.tab }];
    }
    // What is relative in a name counts from the cell that uses it, as if the name were in A1.
    const shift = { columns: at.column, rows: at.row - 1 };
    return referencesIn(formula, { ...at, tab, shift }, known, followed);
  });
}

function tableReferences(
  name: string | undefined,
  columns: string,
  at: Standing,
  known: KnownNames,
): readonly Reference[] {
  const table = name === undefined ? known.tableAt(at) : known.table(name);
  return table === undefined ? [] : [{ ...tableArea(table, columns, at), tab: table.tab }];
}

/** `INDEX(A:A;2):B5` reads the cells between its ends, wherever the first may be. */
function spans(references: readonly Reference[]): readonly Reference[] {
  return [...new Set(references.map(({ tab }) => tab))].map((tab) => {
    const own = references.filter((one) => one.tab === tab);
    return own.reduce((sum, one) => ({
      tab,
      left: Math.min(sum.left, one.left),
      right: Math.max(sum.right, one.right),
      top: Math.min(sum.top, one.top),
      bottom: Math.max(sum.bottom, one.bottom),
    }));
  });
}

function areaOf(text: string, shift: Shift): Area {
  const [first = '', last = first] = text.split(':');
  const from = cornerOf(first, shift);
  const to = cornerOf(last, shift);
  return {
    left: Math.min(from.column ?? 0, to.column ?? 0),
    right: Math.max(from.column ?? LAST_COLUMN, to.column ?? LAST_COLUMN),
    top: Math.min(from.row ?? 1, to.row ?? 1),
    bottom: Math.max(from.row ?? LAST_ROW, to.row ?? LAST_ROW),
  };
}

function cornerOf(text: string, shift: Shift) {
  // `$5` is a row, although its sign is where a column's would be.
  const { fixed = '', letters = '', fixedRow = '', row = '' } = corner.exec(text)?.groups ?? {};
  const rowStays = fixedRow !== '' || (letters === '' && fixed !== '');
  // Past the last row or column, names continue from the first.
  const around = (value: number, count: number): number => ((value % count) + count) % count;
  const column = letters === '' ? 0 : columnIndex(letters.toUpperCase());
  return {
    column: letters === '' ? undefined : around(column + (fixed === '' ? shift.columns : 0), LAST_COLUMN + 1),
    row: row === '' ? undefined : around(Number(row) - 1 + (rowStays ? 0 : shift.rows), LAST_ROW) + 1,
  };
}
