import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { tidy } from '../model/cell.ts';
import type { Area, Sheet } from '../model/sheet.ts';
import { gridRange } from '../schema/ranges.ts';
import { requestKind } from './request-kind.ts';

const touches = (one: Area, other: Area): boolean =>
  one.top < other.bottom && other.top < one.bottom && one.left < other.right && other.left < one.right;

const holds = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top &&
  outer.bottom >= inner.bottom &&
  outer.left <= inner.left &&
  outer.right >= inner.right;

/** The merged cells of an area. Throws 400 where the area holds only a part of some. */
export function mergesIn(sheet: Sheet, area: Area): readonly Area[] {
  const found = sheet.merges.filter((merge) => touches(merge, area));
  if (found.some((merge) => !holds(area, merge)))
    throw invalid('You must select all cells in a merged range to merge or unmerge them.');
  return found;
}

const mergeCells = requestKind(
  'mergeCells',
  z.strictObject({ range: gridRange, mergeType: z.literal('MERGE_ALL') }),
  (editing, { range }) => {
    const { sheet, area } = editing.spreadsheet.area(range);
    const gone = mergesIn(sheet, area);
    sheet.merges = [...sheet.merges.filter((merge) => !gone.includes(merge)), area];
    editing.replace(sheet, area, (row, column, old) =>
      row === area.top && column === area.left ? old : tidy({ ...old, content: undefined }),
    );
    return undefined;
  },
);

const unmergeCells = requestKind(
  'unmergeCells',
  z.strictObject({ range: gridRange }),
  (editing, { range }) => {
    const { sheet, area } = editing.spreadsheet.area(range);
    const gone = mergesIn(sheet, area);
    editing.touch(sheet, area);
    sheet.merges = sheet.merges.filter((merge) => !gone.includes(merge));
    return undefined;
  },
);

export const mergeRequests = [mergeCells, unmergeCells];
