/** Reports which rows of a tab are passed over, which look like something else, and which are hidden. */
import { problem, type PassedOver, type Place } from '../../domain/problem.ts';
import { normaliseId } from '../../domain/id.ts';
import type { SheetRow } from '../../domain/workbook.ts';
import { plainText } from '../cells/text.ts';
import type { FoundColumn } from '../find-columns.ts';
import { placeOf } from '../place.ts';
import type { ProblemSink } from '../problem-list.ts';
import { shownCell } from '../shown.ts';
import type { SortedRows } from './sort-rows.ts';

const MOST_SPANS = 10;

/** `3–52`, `60`: rows by their numbers, which come in order; only the first ten of many spans. */
export function spansOf(numbers: readonly number[]): readonly string[] {
  const spans: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = spans.at(-1);
    if (open !== undefined && number === open.last + 1) open.last = number;
    else spans.push({ first: number, last: number });
  }
  const shown = spans
    .slice(0, MOST_SPANS)
    .map(({ first, last }) => (first === last ? String(first) : `${String(first)}–${String(last)}`));
  return spans.length > MOST_SPANS ? [...shown, '…'] : shown;
}

const kinds: readonly PassedOver[] = ['hint', 'sum', 'heading', 'note', 'only-id', 'filled-down'];

/** Reports what happens to rows that are not simply read. */
export function reportRows(
  tab: string,
  { rows, passed, doubtful, unclear }: SortedRows,
  columns: readonly FoundColumn[],
  problems: ProblemSink,
): void {
  for (const why of kinds) {
    const numbers = passed.filter((one) => one.why === why).map(({ row }) => row.number);
    const [first] = numbers;
    if (first === undefined) continue;
    const args = { why, count: numbers.length, spans: spansOf(numbers) };
    problems.push(problem('rows-passed', 'info', { tab, row: first }, args));
  }
  const placed = (row: SheetRow, index: number): Place =>
    placeOf(
      tab,
      row.number,
      columns.find((one) => one.index === index),
      undefined,
    );
  for (const { row, as, index } of doubtful) {
    const read = shownCell(row.cells[index] ?? null);
    problems.push(problem('row-looks-like', 'info', placed(row, index), { as }, read));
  }
  for (const { row, index } of unclear) {
    const read = shownCell(row.cells[index] ?? null);
    problems.push(problem('row-unclear', 'error', placed(row, index), {}, read));
  }
  const hidden = rows.filter((row) => row.hidden).map(({ number }) => number);
  if (hidden.length > 0) {
    problems.push(problem('rows-hidden', 'info', { tab }, { count: hidden.length, spans: spansOf(hidden) }));
  }
}

/** The ID of a row, as IDs are compared. */
const idOf = ({ cells }: SheetRow, index: number): string => normaliseId(plainText(cells[index] ?? null));

/** A row with only an ID that another row has too is not an empty row: it cannot be known which of them is meant. */
export function withoutRepeats(sorted: SortedRows, idColumn: number | undefined): SortedRows {
  if (idColumn === undefined || !sorted.passed.some(({ why }) => why === 'only-id')) return sorted;
  const { rows, passed } = sorted;
  const seen = new Map<string, number>();
  for (const row of [...rows, ...passed.map((one) => one.row)]) {
    const id = idOf(row, idColumn);
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  const isRepeat = ({ row, why }: SortedRows['passed'][number]): boolean =>
    why === 'only-id' && (seen.get(idOf(row, idColumn)) ?? 0) > 1;
  const repeats = passed.filter(isRepeat).map(({ row }) => row);
  if (repeats.length === 0) return sorted;
  return {
    ...sorted,
    rows: [...rows, ...repeats].sort((one, other) => one.number - other.number),
    passed: passed.filter((one) => !isRepeat(one)),
  };
}

/** Where rows are that hold an ID and nothing else. */
export function blankRows(sorted: SortedRows, idColumn: number | undefined): ReadonlyMap<string, number> {
  if (idColumn === undefined) return new Map();
  return new Map(
    sorted.passed
      .filter(({ why }) => why === 'only-id' || why === 'filled-down')
      .map(({ row }): [string, number] => [idOf(row, idColumn), row.number])
      .filter(([id]) => id !== ''),
  );
}
