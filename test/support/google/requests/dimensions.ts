import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { within } from '../field-mask.ts';
import type { Editing } from '../model/editing.ts';
import type { Rearrangement } from '../model/formula.ts';
import type { Sheet } from '../model/sheet.ts';
import { requiredMask } from '../model/writing.ts';
import { dimension, dimensionProperties, dimensionRange, type DimensionRange } from '../schema/ranges.ts';
import { requestKind } from './request-kind.ts';

interface Span {
  readonly sheet: Sheet;
  readonly axis: Rearrangement['axis'];
  readonly start: number;
  readonly end: number;
  /** How many there are. */
  readonly count: number;
}

function spanOf(editing: Editing, { sheetId, dimension: which, startIndex, endIndex }: DimensionRange): Span {
  const sheet = editing.spreadsheet.grid(sheetId);
  const axis = which === 'ROWS' ? 'row' : 'column';
  const count = which === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const span = { sheet, axis, start: startIndex ?? 0, end: endIndex ?? count, count } as const;
  if (span.end <= span.start) throw invalid('range.endIndex must be greater than range.startIndex.');
  return span;
}

const insertDimension = requestKind(
  'insertDimension',
  z.strictObject({ range: dimensionRange, inheritFromBefore: z.boolean().default(false) }),
  (editing, { range, inheritFromBefore }) => {
    if (range.startIndex === undefined || range.endIndex === undefined)
      throw invalid('Both the start and end indexes must be bounded.');
    const { sheet, axis, start, end, count } = spanOf(editing, range);
    if (inheritFromBefore && start === 0)
      throw invalid('inheritFromBefore cannot be true when startIndex is 0.');
    if (start > count) {
      throw invalid(
        `Cannot insert a ${axis} after the last: tried to insert at index ${start} but there are only ${count}.`,
      );
    }
    editing.insert(sheet, axis, { start, end }, inheritFromBefore ? 'before' : 'after');
    return undefined;
  },
);

const deleteDimension = requestKind(
  'deleteDimension',
  z.strictObject({ range: dimensionRange }),
  (editing, { range }) => {
    const { sheet, axis, start, end, count } = spanOf(editing, range);
    if (end > count) {
      throw invalid(
        `Cannot delete a ${axis} that doesn't exist. Tried to delete ${axis} index ${end - 1} but there are only ${count} ${axis}s.`,
      );
    }
    const frozen = axis === 'row' ? sheet.frozenRowCount : sheet.frozenColumnCount;
    if (start <= frozen && end === count)
      throw invalid(`Sorry, it is not possible to delete all non-frozen ${axis}s.`);
    editing.delete(sheet, axis, start, end - start);
    return undefined;
  },
);

const appendDimension = requestKind(
  'appendDimension',
  z.strictObject({ sheetId: z.int().min(0).default(0), dimension, length: z.int().positive() }),
  (editing, { sheetId, dimension: which, length }) => {
    const sheet = editing.spreadsheet.grid(sheetId);
    editing.touch(sheet);
    const [rows, columns] = which === 'ROWS' ? [length, 0] : [0, length];
    sheet.resize(sheet.rowCount + rows, sheet.columnCount + columns);
    editing.spreadsheet.checkSize();
    return undefined;
  },
);

const updateDimensionProperties = requestKind(
  'updateDimensionProperties',
  z.strictObject({
    range: dimensionRange,
    properties: dimensionProperties.default({}),
    fields: z.string().optional(),
  }),
  (editing, { range, properties, fields }) => {
    const mask = requiredMask(fields, 'DimensionProperties');
    const { sheet, axis, start, end, count } = spanOf(editing, range);
    if (end > count) throw invalid(`There are only ${count} ${axis}s.`);
    for (let index = start; index < end; index += 1) {
      const looks = { ...(axis === 'row' ? sheet.row(index).looks : sheet.column(index)) };
      if (within(mask, 'pixelSize') !== undefined) looks.pixelSize = properties.pixelSize;
      if (within(mask, 'hiddenByUser') !== undefined) looks.hiddenByUser = properties.hiddenByUser;
      if (axis === 'row') sheet.setRowLooks(index, looks);
      else sheet.setColumnLooks(index, looks);
    }
    return undefined;
  },
);

export const dimensionRequests = [
  insertDimension,
  deleteDimension,
  appendDimension,
  updateDimensionProperties,
];
