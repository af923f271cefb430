/** Cells to fill: only empty ones, of rows that are known by their ID or, before they have one, by what they hold. */
import { comparedName } from '../../../domain/compare.ts';
import {
  isEmptyCell,
  type Cell,
  type CellChange,
  type NewValue,
  type RowAddition,
  type Workbook,
} from '../../../domain/workbook.ts';
import type { Register } from '../../../register/register.ts';
import type { ColumnPlace } from '../../../register/place.ts';
import { tabs as known } from '../../../register/tabs.ts';
import type { RowPlace } from '../../../register/tab.ts';

type TabName = 'cases' | 'actions' | 'activities' | 'treatments';

/** What the register already says otherwise: both are shown, and nothing is written. */
export interface Conflict {
  /** The row's ID. */
  readonly id: string;
  /** The heading of the cell, also where the tab lacks the column. */
  readonly heading: string;
  readonly has: string;
  readonly read: string;
}

export interface Filled {
  readonly changes: readonly CellChange[];
  readonly conflicts: readonly Conflict[];
}

interface Row {
  readonly id: string;
  readonly at: RowPlace;
}

/** A value for a cell. `same`: whether the register says the same already. */
export interface Wanted {
  readonly key: string;
  readonly value: NewValue;
  /** As a person reads it. */
  readonly shown: string;
  /** What the register has, as a person reads it; undefined where it has nothing. */
  readonly has: string | undefined;
  /** What stands in the cell is only how it was before the meeting, and gives way. */
  readonly isBefore?: boolean;
}

/** Fills the empty cells of a row, and those that say how it was before the meeting. */
export function fillRow(
  { tabs }: Register,
  workbook: Workbook,
  tab: TabName,
  row: Row,
  wanted: readonly Wanted[],
): Filled {
  const headings: Readonly<Partial<Record<string, string>>> = tabs[tab]?.headings ?? {};
  const columns: Readonly<Partial<Record<string, ColumnPlace>>> = tabs[tab]?.columns ?? {};
  const own: Readonly<Partial<Record<string, { readonly heading: string }>>> = known[tab].columns;
  const newId = tabs[tab]?.newIds.find((change) => change.becomes === row.id);
  const at = newId?.at ?? { by: 'id', idColumn: headings['id'] ?? '', id: row.id };
  const others = wanted.filter(
    ({ has, shown }) => has === undefined || comparedName(has) !== comparedName(shown),
  );
  const cells = others.map((one) => {
    const column = columns[one.key];
    return { ...one, heading: column?.heading, cell: column && cellIn(workbook, row.at, column) };
  });
  const isFree = ({ cell, isBefore }: (typeof cells)[number]): boolean =>
    isEmptyCell(cell) || isBefore === true;
  const changes = cells.filter(isFree).flatMap(({ heading, cell = null, value }): readonly CellChange[] =>
    heading === undefined
      ? []
      : [
          {
            ...{ kind: 'cell', tab: row.at.tab, at, column: heading, was: cell, becomes: value },
            headings: Object.values(headings).filter((one) => one !== undefined),
          },
        ],
  );
  const conflicts = cells
    .filter((one) => one.heading === undefined || !isFree(one))
    .map(({ key, heading = own[key]?.heading ?? key, has, cell, shown }) => ({
      id: row.id,
      heading,
      has: typeof cell === 'string' ? cell : (has ?? textOf(cell)),
      read: shown,
    }));
  return { changes: newId === undefined || changes.length === 0 ? changes : [newId, ...changes], conflicts };
}

/** A new row of a tab, with the values that it has columns for. */
export function newRow(
  { name, headings: own }: { readonly name: string; readonly headings?: object | undefined },
  values: Readonly<Record<string, NewValue | undefined>>,
): RowAddition {
  const headings: Readonly<Partial<Record<string, string>>> = { ...own };
  const cells = Object.entries(values).flatMap(([key, value]): readonly (readonly [string, NewValue])[] => {
    const heading = headings[key];
    return heading === undefined || value === undefined ? [] : [[heading, value]];
  });
  return {
    ...{ kind: 'row', tab: name, cells: Object.fromEntries(cells) },
    headings: Object.values(headings).filter((one) => one !== undefined),
  };
}

const textOf = (cell: Cell | undefined): string => {
  const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
  return value === null || value === undefined ? '' : String(value);
};

const cellIn = ({ sheets }: Workbook, { tab, row }: RowPlace, { index }: ColumnPlace): Cell | undefined =>
  sheets.find(({ name }) => name === tab)?.rows.find(({ number }) => number === row)?.cells[index];
