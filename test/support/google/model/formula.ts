import { columnLetters } from '../../../../src/domain/workbook.ts';
import { columnIndex } from '../../../../src/stores/xlsx/addresses.ts';

/** References in the text of formulas, as they change when cells are copied, or moved by rows and columns around them. */

/** One end of a reference: indexes from 0, undefined where the whole row or column is meant. */
interface Corner {
  readonly column: number | undefined;
  readonly row: number | undefined;
  readonly columnStays: boolean;
  readonly rowStays: boolean;
}

interface Reference {
  /** The tab that the reference names; undefined for the formula's own. */
  readonly tab: string | undefined;
  readonly from: Corner;
  /** Undefined for a single cell. */
  readonly to: Corner | undefined;
}

const corner = String.raw`(?:\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}|\$?\d+)`;
const cell = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const token = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<tab>'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(?<range>${corner}:${corner}|${cell})(?![\p{L}\p{N}_.(!:])|[\p{L}\p{N}_.]+!?`,
  'giu',
);
const parts = /^(?<columnSign>\$?)(?<letters>[A-Z]*)(?<rowSign>\$?)(?<digits>\d*)$/iu;

const gone = '#REF!';

/** The formula with each reference replaced; null is one that points nowhere any more. */
function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return formula.replace(token, (whole: string, ...rest: unknown[]) => {
    const { tab, range } = rest.at(-1) as { tab?: string; range?: string };
    if (range === undefined) return whole;
    const [from = '', to] = range.split(':');
    const changed = change({
      tab: tab === undefined ? undefined : unquote(tab.slice(0, -1)),
      from: readCorner(from),
      to: to === undefined ? undefined : readCorner(to),
    });
    return changed === null ? gone : format(changed);
  });
}

function readCorner(text: string): Corner {
  const { columnSign, letters = '', rowSign, digits = '' } = parts.exec(text)?.groups ?? {};
  return {
    column: letters === '' ? undefined : columnIndex(letters.toUpperCase()),
    row: digits === '' ? undefined : Number(digits) - 1,
    columnStays: letters !== '' && columnSign === '$',
    rowStays: rowSign === '$' || (letters === '' && columnSign === '$'),
  };
}

function format({ tab, from, to }: Reference): string {
  const name = tab === undefined ? '' : `${quoteTitle(tab)}!`;
  return `${name}${formatCorner(from)}${to === undefined ? '' : `:${formatCorner(to)}`}`;
}

function formatCorner({ column, row, columnStays, rowStays }: Corner): string {
  const letters = column === undefined ? '' : `${columnStays ? '$' : ''}${columnLetters(column)}`;
  return `${letters}${row === undefined ? '' : `${rowStays ? '$' : ''}${row + 1}`}`;
}

function unquote(title: string): string {
  return title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;
}

/** The title as it stands in formulas and ranges: in quotes unless it is a plain word. */
export function quoteTitle(title: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(title) && !/^(?:[A-Z]{1,3}\d+|R\d*C\d*)$/iu.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The formula as it reads once it is copied so far to the right and down, into a tab of that size. */
export function copiedFormula(formula: string, right: number, down: number, into: GridSize): string {
  const move = (end: Corner, size: GridSize | undefined): Corner | null => {
    const column = end.column === undefined || end.columnStays ? end.column : end.column + right;
    const row = end.row === undefined || end.rowStays ? end.row : end.row + down;
    const outside = (column ?? 0) < 0 || (row ?? 0) < 0;
    const beyond = size !== undefined && ((column ?? 0) >= size.columnCount || (row ?? 0) >= size.rowCount);
    return outside || beyond ? null : { ...end, column, row };
  };
  return mapReferences(formula, (reference) => {
    const size = reference.tab === undefined ? into : undefined;
    return withCorners(reference, (end) => move(end, size));
  });
}

/** Rows or columns that come or go: where each index ends up, undefined when it is gone. */
export interface Rearrangement {
  readonly tab: string;
  readonly axis: 'row' | 'column';
  readonly place: (index: number) => number | undefined;
}

/** The formula of a cell of `ownTab` once rows or columns of a tab have come, gone or moved. */
export function rearrangedFormula(formula: string, ownTab: string, change: Rearrangement): string {
  const { axis, place } = change;
  return mapReferences(formula, (reference) => {
    if ((reference.tab ?? ownTab).toLowerCase() !== change.tab.toLowerCase()) return reference;
    const { from, to } = reference;
    const first = from[axis];
    const last = to?.[axis];
    if (first === undefined || to === undefined || last === undefined)
      return withCorners(reference, (end) => movedCorner(end, axis, place));
    const kept = Array.from({ length: last - first + 1 }, (_, index) => place(first + index)).filter(
      (index) => index !== undefined,
    );
    if (kept.length === 0) return null;
    const ends = { from: Math.min(...kept), to: Math.max(...kept) };
    return { ...reference, from: { ...from, [axis]: ends.from }, to: { ...to, [axis]: ends.to } };
  });
}

function movedCorner(end: Corner, axis: Rearrangement['axis'], place: Rearrangement['place']): Corner | null {
  const index = end[axis];
  if (index === undefined) return end;
  const moved = place(index);
  return moved === undefined ? null : { ...end, [axis]: moved };
}

function withCorners(reference: Reference, change: (end: Corner) => Corner | null): Reference | null {
  const from = change(reference.from);
  const to = reference.to === undefined ? undefined : change(reference.to);
  return from === null || to === null ? null : { ...reference, from, to };
}

/** The formula once a tab has another title, or (null) is gone. */
export function retitledFormula(formula: string, from: string, to: string | null): string {
  return mapReferences(formula, (reference) => {
    if (reference.tab?.toLowerCase() !== from.toLowerCase()) return reference;
    return to === null ? null : { ...reference, tab: to };
  });
}
