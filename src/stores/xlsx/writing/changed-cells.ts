import { LAST_COLUMN, LAST_ROW, type Area } from '../addresses.ts';

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** Which cells of one tab no longer hold what they held: for each column the rows, from the first to the last. */
export class ChangedCells {
  readonly #columns = new Map<number, Rows>();
  /** Every column, from this row down. */
  #from = Infinity;

  static all(): ChangedCells {
    const cells = new ChangedCells();
    cells.addFrom(1);
    return cells;
  }

  add(column: number, top: number, bottom = top): void {
    const known = this.#columns.get(column) ?? { top, bottom };
    this.#columns.set(column, { top: Math.min(known.top, top), bottom: Math.max(known.bottom, bottom) });
  }

  /** Takes in an area, or all of its columns. */
  addArea({ left, right, top, bottom }: Area, wholeColumns: boolean): void {
    for (let column = left; column <= right; column += 1) {
      if (wholeColumns) this.add(column, 1, LAST_ROW);
      else this.add(column, top, bottom);
    }
  }

  /** Takes in everything from a row down. */
  addFrom(row: number): void {
    this.#from = Math.min(this.#from, row);
  }

  /** Whether any of these cells stands in an area. */
  touches({ left, right, top, bottom }: Area): boolean {
    if (bottom >= this.#from && left <= LAST_COLUMN) return true;
    for (const [column, rows] of this.#columns) {
      if (column >= left && column <= right && rows.top <= bottom && rows.bottom >= top) return true;
    }
    return false;
  }
}
