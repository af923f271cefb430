import { z } from 'zod';
import { invalid } from '../api-error.ts';
import { within, type Mask } from '../field-mask.ts';
import { parseRange } from '../model/a1.ts';
import { tidy, type Cell } from '../model/cell.ts';
import type { Editing } from '../model/editing.ts';
import type { Area, Sheet } from '../model/sheet.ts';
import { cellMask, checkedRule, copiedContent, writtenCell } from '../model/writing.ts';
import { cellData, dataValidation, rowData, type WrittenRow } from '../schema/cells.ts';
import { gridCoordinate, gridRange } from '../schema/ranges.ts';
import { requestKind } from './request-kind.ts';

const fields = z.string().optional();

const updateCells = requestKind(
  'updateCells',
  z.strictObject({
    rows: z.array(rowData).optional(),
    fields,
    start: gridCoordinate.optional(),
    range: gridRange.optional(),
  }),
  (editing, { rows = [], fields: text, start, range }) => {
    const mask = cellMask(text);
    if ((start === undefined) === (range === undefined))
      throw invalid("One of 'start' and 'range' must be set.");
    if (range !== undefined) {
      const { sheet, area } = editing.spreadsheet.area(range);
      writeWithin(editing, { sheet, area }, rows, mask);
    } else if (start !== undefined) {
      const sheet = editing.spreadsheet.grid(start.sheetId);
      writeFrom(editing, sheet, { row: start.rowIndex, column: start.columnIndex }, { rows, mask });
    }
    return undefined;
  },
);

/** Whether a mask means the format of numbers. */
const meansLooks = (mask: Mask): boolean => {
  const format = within(mask, 'userEnteredFormat');
  return format !== undefined && within(format, 'numberFormat') !== undefined;
};

/** Writes rows into an area; cells of the area that are not given lose the fields that the mask means. */
function writeWithin(
  editing: Editing,
  { sheet, area }: { readonly sheet: Sheet; readonly area: Area },
  rows: readonly WrittenRow[],
  mask: Mask,
): void {
  const width = Math.max(0, ...rows.map(({ values = [] }) => values.length));
  checkEdge('row', area.top + rows.length, area.bottom);
  checkEdge('column', area.left + width, area.right);
  const { locale } = editing.spreadsheet;
  if (meansLooks(mask)) editing.touchLooks(sheet, area);
  editing.replace(sheet, area, (row, column, old) =>
    writtenCell(old, rows[row - area.top]?.values?.[column - area.left] ?? {}, mask, locale),
  );
}

/** Writes rows from a cell on, each as long as it is given. */
function writeFrom(
  editing: Editing,
  sheet: Sheet,
  at: { readonly row: number; readonly column: number },
  { rows, mask }: { readonly rows: readonly WrittenRow[]; readonly mask: Mask },
): void {
  const { locale } = editing.spreadsheet;
  const width = Math.max(0, ...rows.map(({ values = [] }) => values.length));
  if (meansLooks(mask)) editing.touchLooks(sheet, { left: at.column, right: at.column + width });
  checkEdge('row', at.row + Math.max(rows.length, 1), sheet.rowCount);
  checkEdge('column', at.column + 1, sheet.columnCount);
  rows.forEach(({ values = [] }, index) => {
    checkEdge('column', at.column + values.length, sheet.columnCount);
    const row = at.row + index;
    const area = { top: row, bottom: row + 1, left: at.column, right: at.column + values.length };
    editing.replace(sheet, area, (_, column, old) =>
      writtenCell(old, values[column - at.column] ?? {}, mask, locale),
    );
  });
}

function checkEdge(what: 'row' | 'column', end: number, edge: number): void {
  if (end > edge)
    throw invalid(`Attempting to write ${what}: ${edge}, beyond the last requested ${what} of: ${edge - 1}`);
}

/** Which cells make a row one with data for `appendCells`: the documentation does not say whether a dropdown does. */
export type CountsAsData = 'values' | 'values and dropdowns';

export function appendCellsCounting(counts: CountsAsData) {
  const isData = ({ content, validation }: Cell): boolean =>
    content !== undefined || (counts === 'values and dropdowns' && validation !== undefined);
  return requestKind(
    'appendCells',
    z.strictObject({ sheetId: z.int().min(0).default(0), rows: z.array(rowData).optional(), fields }),
    (editing, { sheetId, rows = [], fields: text }) => {
      const mask = cellMask(text);
      const sheet = editing.spreadsheet.grid(sheetId);
      const end = sheet.endOf(isData);
      if (end + rows.length > sheet.rowCount) {
        sheet.resize(end + rows.length, sheet.columnCount);
        editing.spreadsheet.checkSize();
      }
      if (rows.length > 0) writeFrom(editing, sheet, { row: end, column: 0 }, { rows, mask });
      return undefined;
    },
  );
}

const repeatCell = requestKind(
  'repeatCell',
  z.strictObject({ range: gridRange, cell: cellData.default({}), fields }),
  (editing, { range, cell, fields: text }) => {
    const mask = cellMask(text);
    const { sheet, area } = editing.spreadsheet.area(range);
    if (meansLooks(mask)) editing.touchLooks(sheet, area);
    editing.replace(sheet, area, (row, column, old) => {
      const made = writtenCell(old, cell, mask, editing.spreadsheet.locale);
      if (typeof made?.content !== 'object' || made.content === old?.content) return made;
      return tidy({ ...made, content: copiedContent(made, column - area.left, row - area.top, sheet) });
    });
    return undefined;
  },
);

const setDataValidation = requestKind(
  'setDataValidation',
  z.strictObject({
    range: gridRange,
    rule: dataValidation.optional(),
    filteredRowsIncluded: z.boolean().optional(),
  }),
  (editing, { range, rule, filteredRowsIncluded = false }) => {
    const { sheet, area } = editing.spreadsheet.area(range);
    const validation = checkedRule(rule);
    if (rule?.condition.type === 'ONE_OF_RANGE')
      parseRange(rule.condition.values?.[0]?.userEnteredValue.slice(1) ?? '', editing.spreadsheet);
    editing.touchLooks(sheet, area);
    editing.replace(sheet, area, (row, _, old) => {
      const isFiltered = sheet.row(row).looks.hiddenByFilter === true;
      return isFiltered && !filteredRowsIncluded ? old : tidy({ ...old, validation });
    });
    return undefined;
  },
);

export const cellRequests = [updateCells, repeatCell, setDataValidation];
