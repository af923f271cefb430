import { LAST_COLUMN, LAST_ROW, type Area } from '../addresses.ts';

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** What has changed in one column: single rows, and long ranges of them. */
class ChangedRows {
  readonly #single = new Set<number>();
  #sorted: number[] | null = null;
  readonly #stretches: Rows[] = [];

  add(rows: Rows): void {
    if (rows.top !== rows.bottom) this.#stretches.push(rows);
    else if (!this.#single.has(rows.top)) {
      this.#single.add(rows.top);
      this.#sorted = null;
    }
  }

  touches({ top, bottom }: Rows): boolean {
    if (top === bottom ? this.#single.has(top) : this.#hasBetween(top, bottom)) return true;
    return this.#stretches.some((rows) => rows.top <= bottom && rows.bottom >= top);
  }

  #hasBetween(top: number, bottom: number): boolean {
    this.#sorted ??= [...this.#single].sort((one, other) => one - other);
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < top) low = middle + 1;
      else high = middle;
    }
    return (this.#sorted[low] ?? Infinity) <= bottom;
  }
}

/** Which cells of one tab have changed. */
export class ChangedCells {
  readonly #columns = new Map<number, ChangedRows>();
  /** Every column, from this row down. */
  #from = Infinity;

  static all(): ChangedCells {
    const cells = new ChangedCells();
    cells.addFrom(1);
    return cells;
  }

  add(column: number, top: number, bottom = top): void {
    const rows = this.#columns.get(column) ?? new ChangedRows();
    this.#columns.set(column, rows);
    rows.add({ top, bottom });
  }

  /** Adds an area, or all of its columns. */
  addArea({ left, right, top, bottom }: Area, wholeColumns: boolean): void {
    for (let column = left; column <= right; column += 1) {
      if (wholeColumns) this.add(column, 1, LAST_ROW);
      else this.add(column, top, bottom);
    }
  }

  /** Adds everything from a row down. */
  addFrom(row: number): void {
    this.#from = Math.min(this.#from, row);
  }

  /** Whether any of these cells is in an area. */
  touches({ left, right, top, bottom }: Area): boolean {
    if (bottom >= this.#from && left <= LAST_COLUMN) return true;
    if (left === right) return this.#columns.get(left)?.touches({ top, bottom }) === true;
    for (const [column, rows] of this.#columns) {
      if (column >= left && column <= right && rows.touches({ top, bottom })) return true;
    }
    return false;
  }
}
