import { isEmptyCell, type Sheet, type SheetRow } from '../../domain/workbook.ts';

/**
 * The rows whose ID cell is empty because it is merged with those of other rows: it cannot be known to which of them an ID
 * there belongs. By row, the rows that share the cell. `index` is the column of the IDs.
 */
export function mergedIds(
  { merges = [] }: Sheet,
  index: number,
  rows: readonly SheetRow[],
): ReadonlyMap<SheetRow, readonly number[]> {
  const found = new Map<SheetRow, readonly number[]>();
  for (const { top, bottom, left, right } of merges) {
    if (bottom === top || index < left || index > right) continue;
    const sharing = rows.filter(({ number }) => number >= top && number <= bottom);
    const numbers = sharing.map(({ number }) => number);
    const isWhole = numbers.length === 1 && numbers[0] === top;
    if (isWhole) continue;
    for (const row of sharing) if (isEmptyCell(row.cells[index])) found.set(row, numbers);
  }
  return found;
}
