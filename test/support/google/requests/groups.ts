import { z } from 'zod';
import { invalid, notImplemented } from '../api-error.ts';
import { within } from '../field-mask.ts';
import { columnGroups } from '../model/groups.ts';
import type { Editing } from '../model/editing.ts';
import type { Sheet } from '../model/sheet.ts';
import { requiredMask } from '../model/writing.ts';
import { dimensionRange, type DimensionProperties, type DimensionRange } from '../schema/ranges.ts';
import { wireGroup } from '../wire/looks.ts';
import { requestKind } from './request-kind.ts';

interface Columns {
  readonly sheet: Sheet;
  readonly start: number;
  readonly end: number;
}

/** Rows have groups too, but nobody who talks to the fake makes any. */
function columnsOf(editing: Editing, { sheetId, dimension, startIndex, endIndex }: DimensionRange): Columns {
  if (dimension === 'ROWS') throw notImplemented('groups of rows');
  const sheet = editing.spreadsheet.grid(sheetId);
  const [start, end] = [startIndex ?? 0, endIndex ?? sheet.columnCount];
  if (end <= start || end > sheet.columnCount) throw invalid('The range of the group is not in the grid.');
  editing.touch(sheet);
  return { sheet, start, end };
}

function change(
  { sheet, start, end }: Columns,
  make: (looks: DimensionProperties) => DimensionProperties,
): void {
  for (let column = start; column < end; column += 1)
    sheet.setColumnLooks(column, make(sheet.column(column)));
}

const addDimensionGroup = requestKind(
  'addDimensionGroup',
  z.strictObject({ range: dimensionRange }),
  (editing, { range }) => {
    const columns = columnsOf(editing, range);
    change(columns, (looks) => ({ ...looks, depth: (looks.depth ?? 0) + 1 }));
    return { addDimensionGroup: { dimensionGroups: columnGroups(columns.sheet).map(wireGroup) } };
  },
);

const deleteDimensionGroup = requestKind(
  'deleteDimensionGroup',
  z.strictObject({ range: dimensionRange }),
  (editing, { range }) => {
    const columns = columnsOf(editing, range);
    change(columns, (looks) => {
      if ((looks.depth ?? 0) === 0) throw invalid('No group exists over the range.');
      return { ...looks, depth: (looks.depth ?? 0) - 1, isCollapsed: false };
    });
    return { deleteDimensionGroup: { dimensionGroups: columnGroups(columns.sheet).map(wireGroup) } };
  },
);

const updateDimensionGroup = requestKind(
  'updateDimensionGroup',
  z.strictObject({
    dimensionGroup: z.strictObject({
      range: dimensionRange,
      depth: z.int().positive(),
      collapsed: z.boolean().default(false),
    }),
    fields: z.string().optional(),
  }),
  (editing, { dimensionGroup: { range, depth, collapsed }, fields }) => {
    if (within(requiredMask(fields, 'DimensionGroup'), 'collapsed') === undefined)
      throw invalid('Only collapsed can be updated.');
    const columns = columnsOf(editing, range);
    const isThere = columnGroups(columns.sheet).some(
      (group) => group.start === columns.start && group.end === columns.end && group.depth === depth,
    );
    if (!isThere) throw invalid('No group exists with that range and depth.');
    // «when this property is updated, all dimensions within it are set to hidden if this field is true, or set to visible»
    change(columns, (looks) => ({ ...looks, isCollapsed: collapsed, hiddenByUser: collapsed }));
    return undefined;
  },
);

export const groupRequests = [addDimensionGroup, deleteDimensionGroup, updateDimensionGroup];
