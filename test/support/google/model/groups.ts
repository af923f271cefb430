import type { Sheet } from './sheet.ts';

export interface ColumnGroup {
  readonly sheetId: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly isCollapsed: boolean;
}

/** Sheets knows how deep in groups each column is: neighbours of a depth are one group. */
export function columnGroups(sheet: Sheet): readonly ColumnGroup[] {
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => sheet.column(index));
  const deepest = Math.max(0, ...columns.map(({ depth = 0 }) => depth));
  const groups: ColumnGroup[] = [];
  for (let depth = 1; depth <= deepest; depth += 1) {
    let start: number | undefined;
    for (let index = 0; index <= columns.length; index += 1) {
      const isIn = (columns[index]?.depth ?? 0) >= depth;
      if (isIn) start ??= index;
      if (isIn || start === undefined) continue;
      const isCollapsed = columns.slice(start, index).some((column) => column.isCollapsed === true);
      groups.push({ sheetId: sheet.sheetId, start, end: index, depth, isCollapsed });
      start = undefined;
    }
  }
  return groups.sort((one, other) => one.start - other.start || one.depth - other.depth);
}
