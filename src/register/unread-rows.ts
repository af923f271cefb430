/** Rows with errors: they are left out of the register, but some of their content must not be ignored. */
import { isEmptyCell, type Cell, type Workbook } from '../domain/workbook.ts';
import type { TabState } from './register.ts';

export interface UnreadRow<Key extends string> {
  /** The row number people see. */
  readonly number: number;
  /** The content of a cell; undefined if it is empty or cannot be read, or if the tab has no such column. */
  readonly value: <Value>(
    column: Key,
    parse: (cell: Cell, report: () => void) => Value | undefined,
  ) => Value | undefined;
  readonly isEmpty: (column: Key) => boolean;
}

const silent = (): void => undefined;

/** A formula with an error, or without a result. */
const hasNoValue = (cell: Cell): boolean =>
  typeof cell === 'object' && cell !== null && (cell.error !== undefined || cell.uncomputed === true);

/** The rows of a tab that are left out. None if the whole tab cannot be read. */
export function unreadRows<Key extends string>(
  workbook: Workbook,
  tab: TabState<Key> | undefined,
): readonly UnreadRow<Key>[] {
  const sheet = workbook.sheets.find(({ name }) => name === tab?.name);
  const { columns } = tab ?? {};
  if (sheet === undefined || columns === undefined || tab?.refused.size === 0) return [];
  const refused = new Set(tab?.refused.values());
  return sheet.rows.flatMap(({ number, cells }): readonly UnreadRow<Key>[] => {
    if (!refused.has(number)) return [];
    const cellIn = (column: Key): Cell => cells[columns[column]?.index ?? -1] ?? null;
    return [
      {
        number,
        isEmpty: (column) => isEmptyCell(cellIn(column)),
        value: (column, parse) => {
          const cell = cellIn(column);
          return isEmptyCell(cell) || hasNoValue(cell) ? undefined : parse(cell, silent);
        },
      },
    ];
  });
}
