/** Which rows of a tab are rows of the register, and which are empty or hold something else. */
import type { LooksLike, PassedOver } from '../../domain/problem.ts';
import { isEmptyCell, type Cell, type SheetRow } from '../../domain/workbook.ts';
import { ignoreReports } from '../cells/cell-parser.ts';
import { plainText } from '../cells/text.ts';
import type { FoundColumn } from '../find-columns.ts';
import type { Tab } from '../tab.ts';
import { hintIn, isLikeExample } from './hints.ts';
import {
  addsUp,
  beginsLikeSum,
  isHeadingBetween,
  isLikeNote,
  isNoId,
  isNote,
  isSumLabel,
  namesItsRows,
} from './looks.ts';
import { contentColumns, contentKindOf, type CellContent, type ContentColumn } from './cell-content.ts';

export interface SortedRows {
  /** Rows of the register, good or bad. */
  readonly rows: readonly SheetRow[];
  /** Rows that are passed over, and why. Rows with only unticked boxes and the like are not reported. */
  readonly passed: readonly { readonly row: SheetRow; readonly why: PassedOver }[];
  /** Rows that are read, but look like something else. */
  readonly doubtful: readonly {
    readonly row: SheetRow;
    readonly as: LooksLike;
    readonly index: number;
  }[];
  /** Rows below the headings that may explain the columns, or may be rows: people must decide. */
  readonly unclear: readonly { readonly row: SheetRow; readonly index: number }[];
}

type RowKind =
  | 'row'
  | 'empty'
  | PassedOver
  | { readonly as: LooksLike; readonly index: number }
  | { readonly as: 'unclear'; readonly index: number };

/**
 * Sorts the rows below the headings of a tab. In tabs that only Felles writes, all are rows. `needed` are the keys of the
 * columns that a row requires.
 */
export function sortRows(
  tab: Tab,
  columns: readonly FoundColumn[],
  needed: ReadonlySet<string>,
  body: readonly SheetRow[],
): SortedRows {
  const filled = body.filter((row) => columns.some(({ index }) => !isEmptyCell(row.cells[index])));
  if (tab.owner === 'machine') return { rows: filled, passed: [], doubtful: [], unclear: [] };
  const own = contentColumns(tab, columns, (key) => needed.has(key));
  const explaining = explainingRows(own, filled);
  const kinds = filled.map(
    (row) => explaining.get(row) ?? (isPlainlyRow(own, row) ? 'row' : check(own, row, statusWords(tab))),
  );
  return dealt(filled, kinds, copiedDown(own, filled, kinds));
}

function dealt(
  filled: readonly SheetRow[],
  kinds: readonly RowKind[],
  copies: ReadonlySet<SheetRow>,
): SortedRows {
  const rows: SheetRow[] = [];
  const passed: SortedRows['passed'][number][] = [];
  const doubtful: SortedRows['doubtful'][number][] = [];
  const unclear: SortedRows['unclear'][number][] = [];
  for (const [index, row] of filled.entries()) {
    const kind = copies.has(row) ? 'filled-down' : (kinds[index] ?? 'row');
    if (typeof kind !== 'object') {
      if (kind === 'row') rows.push(row);
      else if (kind !== 'empty') passed.push({ row, why: kind });
    } else if (kind.as === 'unclear') unclear.push({ row, index: kind.index });
    else {
      doubtful.push({ row, as: kind.as, index: kind.index });
      rows.push(row);
    }
  }
  return { rows, passed, doubtful, unclear };
}

/** An explanation of the columns is directly below the headings, before anything else. */
function explainingRows(
  columns: readonly ContentColumn[],
  body: readonly SheetRow[],
): ReadonlyMap<SheetRow, RowKind> {
  const found = new Map<SheetRow, RowKind>();
  for (const row of body) {
    const kind = explains(columns, row);
    if (kind === 'row') break;
    found.set(row, kind);
    if (typeof kind === 'object' && kind.as === 'example') break;
  }
  return found;
}

function explains(columns: readonly ContentColumn[], row: SheetRow): RowKind {
  const all = filledCells(columns, row);
  const first = all[0];
  if (first === undefined) return 'row';
  const hints = all.map(({ column, cell }) =>
    typeof cell === 'string' ? hintIn(cell, column.kind, column.isKnown) : undefined,
  );
  const forms = hints.filter((hint) => hint === 'form').length;
  const count = hints.filter((hint) => hint !== undefined).length;
  if (count === all.length && (forms > 0 || count > 1)) return 'hint';
  if (count > 1 && count * 2 >= all.length) return { as: 'unclear', index: first.column.index };
  const shown = all.find(({ content, text }) => content === 'text' && isLikeExample(text));
  return shown === undefined ? 'row' : { as: 'example', index: shown.column.index };
}

/** «Gjennomført» alone in a row, or «Ferdige tiltak», is a heading above those that are. */
const statusWords =
  (tab: Tab) =>
  (text: string): boolean =>
    tab.columns['status']?.parse(text.replace(/[:.]\s*$/u, ''), ignoreReports) !== undefined ||
    namesItsRows(text, [tab.name, ...tab.aliases]);

const mayBeLabel = /^[^\p{L}\p{N}]|sum|total|i alt|sam+[ae]n/iu;

/** Most rows by far: two texts that people wrote and that are not the label of a sum. Nothing more needs checking. */
function isPlainlyRow(columns: readonly ContentColumn[], { cells }: SheetRow): boolean {
  let texts = 0;
  for (const { kind, index } of columns) {
    if (kind !== 'text') continue;
    const cell = cells[index];
    if (typeof cell !== 'string' || cell.length < 3 || mayBeLabel.test(cell)) continue;
    texts += 1;
    if (texts === 2) return true;
  }
  return false;
}

interface FilledCell {
  readonly content: CellContent;
  readonly text: string;
  readonly cell: Cell;
  readonly column: ContentColumn;
}

function filledCells(columns: readonly ContentColumn[], { cells }: SheetRow): readonly FilledCell[] {
  return columns.flatMap((column): readonly FilledCell[] => {
    const cell = cells[column.index] ?? null;
    const content = contentKindOf(cell, column);
    return content === 'nothing'
      ? []
      : [{ content, column, cell, text: content === 'text' ? plainText(cell) : '' }];
  });
}

function check(
  columns: readonly ContentColumn[],
  row: SheetRow,
  isStatus: (text: string) => boolean,
): RowKind {
  const all = filledCells(columns, row);
  const texts = all.filter(({ content }) => content === 'text');
  const others = all.filter(({ content }) => content !== 'text' && content !== 'id');
  const sums = columns.some(({ index }) => addsUp(row.cells[index] ?? null));
  const [first, second] = texts;
  if (first === undefined) return checkWordless(others, sums, all.length > 0);
  const hasDate = others.some(({ content }) => content === 'date');
  const label = texts.find(({ text }) => isSumLabel(text));
  const beginning = label ?? (sums ? texts.find(({ text }) => beginsLikeSum(text)) : undefined);
  if (beginning !== undefined) {
    return second === undefined && !hasDate ? 'sum' : { as: 'sum', index: beginning.column.index };
  }
  return second === undefined && others.length === 0 ? checkLone(first, isStatus) : 'row';
}

/** A row without any text. Only choices, only dates or only numbers were filled down; a mixture is a row that somebody has begun. */
function checkWordless(others: readonly FilledCell[], sums: boolean, hasId: boolean): RowKind {
  const isOnly = (kind: CellContent): boolean => others.every(({ content }) => content === kind);
  if (sums && isOnly('number')) return 'sum';
  if (others.length === 0) return hasId ? 'only-id' : 'empty';
  return isOnly('choice') || isOnly('date') || isOnly('number') ? 'filled-down' : 'row';
}

/** A row with one text and nothing else. */
function checkLone({ text, column }: FilledCell, isStatus: (text: string) => boolean): RowKind {
  if (column.kind === 'id') return isNoId(text) ? 'heading' : 'row';
  if (isHeadingBetween(text) || isStatus(text)) return 'heading';
  if (isNote(text)) return 'note';
  return isLikeNote(text) ? { as: 'note', index: column.index } : 'row';
}

/** How many consecutive rows show that they were filled down. */
const fewestCopies = 3;

/** Rows that lack their main text, and are otherwise the same as their neighbours. */
function copiedDown(
  columns: readonly ContentColumn[],
  body: readonly SheetRow[],
  kinds: readonly RowKind[],
): ReadonlySet<SheetRow> {
  const copies = new Set<SheetRow>();
  const main = columns.filter(({ kind, isNeeded }) => kind === 'text' && isNeeded);
  let run: SheetRow[] = [];
  let said: string | undefined;
  const close = (): void => {
    if (run.length >= fewestCopies) for (const row of run) copies.add(row);
  };
  for (const [index, row] of body.entries()) {
    const lacks = kinds[index] === 'row' && main.some((column) => isEmptyCell(row.cells[column.index]));
    const says = lacks ? contentOf(columns, row) : undefined;
    const goesOn = says !== undefined && says === said && run.at(-1)?.number === row.number - 1;
    if (!goesOn) {
      close();
      run = [];
    }
    said = says;
    if (says !== undefined) run.push(row);
  }
  close();
  return copies;
}

const contentOf = (columns: readonly ContentColumn[], { cells }: SheetRow): string =>
  JSON.stringify(columns.map(({ kind, index }) => (kind === 'id' ? '' : plainText(cells[index] ?? null))));
