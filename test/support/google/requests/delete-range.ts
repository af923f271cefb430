import { z } from 'zod';
import { dimension, gridRange } from '../schema/ranges.ts';
import { requestKind } from './request-kind.ts';

/** Takes cells out and moves those below, or to the right, into their place. References do not follow in the fake. */
export const deleteRange = requestKind(
  'deleteRange',
  z.strictObject({ range: gridRange, shiftDimension: dimension }),
  (editing, { range, shiftDimension }) => {
    const { sheet, area } = editing.spreadsheet.area(range);
    const down = shiftDimension === 'ROWS' ? area.bottom - area.top : 0;
    const right = shiftDimension === 'COLUMNS' ? area.right - area.left : 0;
    const moved = {
      ...area,
      ...(shiftDimension === 'ROWS' ? { bottom: sheet.rowCount } : { right: sheet.columnCount }),
    };
    editing.replace(sheet, moved, (row, column) => sheet.cell(row + down, column + right));
    return undefined;
  },
);
