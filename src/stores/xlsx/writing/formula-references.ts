import { columnIndex, LAST_COLUMN, LAST_ROW, type Area } from '../addresses.ts';

/** Cells that a formula reads, and their tab where the formula names one. */
export interface Reference extends Area {
  readonly tab: string | undefined;
}

/** How far a formula stands from the cell that it was written for. */
export interface Shift {
  readonly columns: number;
  readonly rows: number;
}

const texts = /"(?:[^"]|"")*"/gu;
const errors = /#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)/giu;
const token =
  /(?<sheet>'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)|(?<call>[\p{L}_][\p{L}\p{N}_.]*)\(|(?<area>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.!(:])|(?:TRUE|FALSE)(?![\p{L}\p{N}_.!])|\d+(?:\.\d*)?(?:E[+-]?\d+)?(?![\p{L}\p{N}_.:!])|\.\d+|[\s()+\-*/^&=<>,;%{}@]/giuy;
const anywhere = /(?:^|\.)(?:INDIRECT|OFFSET)$/iu;
/** Tabs from one to another, or of another workbook. */
const severalTabs = /[:[]/u;
const corner = /^(?<fixed>\$?)(?<letters>[A-Z]*)(?<fixedRow>\$?)(?<row>\d*)$/iu;

/** The cells that a formula reads; undefined where its text does not tell, as with names, tables and INDIRECT. */
export function referencesIn(
  formula: string,
  shift: Shift = { columns: 0, rows: 0 },
): Reference[] | undefined {
  const text = formula.replace(texts, '0').replace(errors, '0');
  if (text === '') return undefined;
  const references: Reference[] = [];
  let sheet: string | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { sheet: named, call, area } = groups;
    if ((sheet !== undefined && area === undefined) || anywhere.test(call ?? '')) return undefined;
    if (area !== undefined) references.push({ ...areaOf(area, shift), tab: sheet });
    sheet = named === undefined ? undefined : tabIn(named);
    if (severalTabs.test(sheet ?? '')) return undefined;
  }
  return sheet === undefined ? references : undefined;
}

const tabIn = (named: string): string => named.slice(0, -1).replace(/^'|'$/gu, '').replaceAll("''", "'");

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
  // `$5` is a row, though its sign stands where a column's would.
  const { fixed = '', letters = '', fixedRow = '', row = '' } = corner.exec(text)?.groups ?? {};
  const rowStays = fixedRow !== '' || (letters === '' && fixed !== '');
  return {
    column:
      letters === '' ? undefined : columnIndex(letters.toUpperCase()) + (fixed === '' ? shift.columns : 0),
    row: row === '' ? undefined : Number(row) + (rowStays ? 0 : shift.rows),
  };
}
