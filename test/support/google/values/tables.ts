import type { Area, Sheet } from '../model/sheet.ts';

/**
 * The table that `values.append` adds to: of the islands of cells that touch each other within the area, the one that
 * reaches furthest down, and of those the one furthest to the right. This is how rows with gaps come to drift.
 */
export function lastTable(sheet: Sheet, area: Area): Area | undefined {
  const islands: Area[] = [];
  for (let row = area.top; row < Math.min(area.bottom, sheet.rows.length); row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      if (sheet.cell(row, column)?.content === undefined) continue;
      join(islands, { top: row, bottom: row + 1, left: column, right: column + 1 });
    }
  }
  return islands.sort((one, other) => other.bottom - one.bottom || other.left - one.left)[0];
}

/** Adds a cell to the islands that it touches, which become one. */
function join(islands: Area[], cell: Area): void {
  let whole = cell;
  for (let index = islands.length - 1; index >= 0; index -= 1) {
    const island = islands[index];
    if (island === undefined || !touch(island, whole)) continue;
    whole = {
      top: Math.min(island.top, whole.top),
      bottom: Math.max(island.bottom, whole.bottom),
      left: Math.min(island.left, whole.left),
      right: Math.max(island.right, whole.right),
    };
    islands.splice(index, 1);
    index = islands.length;
  }
  islands.push(whole);
}

function touch(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}
