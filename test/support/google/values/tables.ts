import type { Area, Sheet } from '../model/sheet.ts';

/**
 * The table that `values.append` adds to: of the islands of cells that touch each other and reach into the area, the
 * one that reaches furthest down, and of those the one furthest to the right. This is how rows with gaps come to drift.
 * Source: https://developers.google.com/workspace/sheets/api/guides/values#append_values
 */
export function lastTable(sheet: Sheet, area: Area): Area | undefined {
  const islands: Area[] = [];
  for (const [row, { cells }] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell?.content === undefined) continue;
      join(islands, { top: row, bottom: row + 1, left: column, right: column + 1 });
    }
  }
  return islands
    .filter((island) => overlap(island, area))
    .sort((one, other) => other.bottom - one.bottom || other.left - one.left)[0];
}

function overlap(one: Area, other: Area): boolean {
  return one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;
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
