/** How the looks of a tab are written down: by the keys of its columns, wherever they are in a workbook. */
import type { ColumnGroup, HighlightLook, TabLooks } from '../../domain/looks.ts';
import type { Day } from '../../domain/time.ts';
import type { NewRow } from '../setup.ts';
import type { TabKey, tabs } from '../tabs.ts';

export type ColumnKey<T extends TabKey> = keyof (typeof tabs)[T]['columns'] & string;

/**
 * The cells that a formula speaks of, in A1 notation, for the first row below the headings. A formula that asks for a
 * column that the workbook lacks is left out.
 */
export interface RowCells<T extends TabKey> {
  /** A cell of the row, such as `$G2`. */
  readonly cell: (column: ColumnKey<T>) => string;
  /** A whole column of the tab, such as `$G$2:$G$2000`. */
  readonly column: (column: ColumnKey<T>) => string;
  /** A whole column of another tab. By its name as text, since Excel lets no colour depend on another tab directly. */
  readonly other: <Other extends TabKey>(tab: Other, column: ColumnKey<Other>) => string;
  /** Holds where the row has anything besides its ID, in columns that Felles knows. */
  readonly isUsed: string;
}

export type Condition<T extends TabKey> = (row: RowCells<T>) => string;

export interface Design<T extends TabKey> {
  readonly place?: TabLooks['place'];
  readonly frozenThrough?: ColumnKey<T>;
  /** From one column to another in the order in which Felles makes them. */
  readonly groups?: readonly (Pick<ColumnGroup, 'colour' | 'isOutlined'> & {
    readonly from: ColumnKey<T>;
    readonly to: ColumnKey<T>;
  })[];
  readonly hidden?: readonly ColumnKey<T>[];
  readonly colours?: readonly {
    readonly columns: readonly ColumnKey<T>[];
    readonly look: HighlightLook;
    readonly holds: Condition<T>;
  }[];
  readonly filterViews?: readonly {
    readonly title: string;
    readonly column: ColumnKey<T>;
    readonly shows: Condition<T>;
  }[];
  /** Which of the rows of a new tab is the next one to come, from 0. Undefined where the top is as good. */
  readonly opensAt?: (rows: readonly NewRow[], today: Day) => number | undefined;
}
