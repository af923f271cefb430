import { normaliseId } from '../../../domain/id.ts';
import { cellValue } from '../../../domain/workbook.ts';
import type { EditedRow } from './sheet-editor.ts';

/** The rows of a tab by what stands in one column. */
export type RowIds = ReadonlyMap<string, readonly EditedRow[]>;

/** Takes down which rows have which ID. The row of headings has none. */
export function indexRows(
  rows: readonly EditedRow[],
  column: number,
  headings: EditedRow | undefined,
): RowIds {
  const ids = new Map<string, EditedRow[]>();
  for (const row of rows) {
    const value = cellValue(row.cells[column]);
    if (value === null || row === headings) continue;
    const id = normaliseId(String(value));
    const others = ids.get(id);
    if (others === undefined) ids.set(id, [row]);
    else others.push(row);
  }
  return ids;
}
