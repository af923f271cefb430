/** What can be seen of a write afterwards: in its own answer, or in a reading where the answer was lost. */
import type { Cell, SheetRow } from '../../../domain/workbook.ts';
import { readGrid, sheetRows, type Grid } from '../reading/cells.ts';
import { list, number, object } from '../reading/json.ts';
import type { Shown, WritePlan } from '../planning/write-plan.ts';
import type { Snapshot } from '../reading/spreadsheet.ts';

export interface Evidence {
  /** A row of the motor tab that the write made, from 0: what stood there just before the write. */
  motor(row: number): readonly Cell[];
  /** What stands in a column since, by the rows' numbers. */
  column(tabId: number, column: number): ReadonlyMap<number, Cell>;
  /** The rows that hold something from a number on. */
  from(tabId: number, row: number): readonly SheetRow[];
}

/** From the answer to the write itself: as it was in that very moment. Of each tab, the ranges come as they were asked for. */
export function evidenceInAnswer(body: unknown, { motor, shown }: WritePlan): Evidence {
  const grids = new Map<number, readonly Grid[]>();
  for (const sheet of list(object(object(body)['updatedSpreadsheet'])['sheets'])) {
    const { properties, data } = object(sheet);
    grids.set(number(object(properties)['sheetId']), list(data).map(readGrid));
  }
  const gridOf = (tabId: number, isWanted: (range: Shown) => boolean): Grid | undefined => {
    const ranges = shown.filter((range) => range.tabId === tabId);
    return grids.get(tabId)?.[ranges.findIndex(isWanted)];
  };
  return {
    motor: (row) =>
      motorRow(
        gridOf(motor.id, ({ what }) => what === 'all'),
        row,
      ),
    column: (tabId, column) =>
      columnIn(
        gridOf(
          tabId,
          (range) => range.what === 'all' || (range.what === 'column' && range.column === column),
        ),
        column,
      ),
    from: (tabId, row) => {
      const grid = gridOf(tabId, ({ what }) => what !== 'column');
      return grid === undefined ? [] : sheetRows(grid).filter(({ number: each }) => each >= row);
    },
  };
}

function columnIn(grid: Grid | undefined, column: number): ReadonlyMap<number, Cell> {
  const { rows = [], left = 0, top = 0 } = grid ?? {};
  return new Map(rows.map(({ cells }, index) => [top + index + 1, cells[column - left] ?? null]));
}

/** From a later reading: the copies are the same, the rest may have been edited since. */
export function evidenceInReading({ motor, tabs }: Snapshot): Evidence {
  const rowsOf = (id: number): readonly SheetRow[] => tabs.find((tab) => tab.id === id)?.rows ?? [];
  return {
    motor: (row) => motorRow(motor?.grid, row),
    column: (tabId, column) =>
      new Map(rowsOf(tabId).map(({ number: row, cells }) => [row, cells[column] ?? null])),
    from: (tabId, first) => rowsOf(tabId).filter(({ number: row }) => row >= first),
  };
}

function motorRow(grid: Grid | undefined, row: number): readonly Cell[] {
  if (grid === undefined) return [];
  const { cells = [] } = grid.rows[row - grid.top] ?? {};
  return grid.left === 0 ? cells : [...Array.from({ length: grid.left }, () => null), ...cells];
}
