import { invalid } from '../api-error.ts';
import type { GridRange } from '../schema/ranges.ts';
import { formulaOf, tidy, type Cell } from './cell.ts';
import { rearrangedFormula, retitledFormula, type Rearrangement } from './formula.ts';
import type { Area, Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** A hand on a spreadsheet: a script's or a person's. Keeps formulas and protected ranges right whoever edits. */
export class Editing {
  readonly spreadsheet: Spreadsheet;
  /** The address of who edits; null for a person who may edit everything. */
  readonly editor: string | null;

  constructor(spreadsheet: Spreadsheet, editor: string | null) {
    this.spreadsheet = spreadsheet;
    this.editor = editor;
  }

  /** Throws 400 when somebody has shut the editor out of any of these cells. A mere warning shuts nobody out. */
  touch(sheet: Sheet, area: Area = sheet.whole): void {
    const { editor } = this;
    if (editor === null) return;
    const shut = sheet.protectedRanges.find(
      ({ range, warningOnly, editors }) =>
        warningOnly !== true && editors?.users?.includes(editor) !== true && overlaps(range, area),
    );
    if (shut !== undefined) {
      throw invalid(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
    }
  }

  /** Throws 400 when a format of numbers, or a rule, is set where a table has a column of a type. */
  touchLooks(sheet: Sheet, { left, right }: Pick<Area, 'left' | 'right'>): void {
    if (sheet.typedColumns.some((column) => column >= left && column < right))
      throw invalid('This operation is not allowed on cells in typed columns.');
  }

  /** Replaces every cell of an area. */
  replace(
    sheet: Sheet,
    area: Area,
    make: (row: number, column: number, old: Cell | undefined) => Cell | undefined,
  ): void {
    this.touch(sheet, area);
    for (let row = area.top; row < area.bottom; row += 1) {
      const cells: [number, Cell | undefined][] = [];
      for (let column = area.left; column < area.right; column += 1)
        cells.push([column, make(row, column, sheet.cell(row, column))]);
      sheet.setCells(row, cells);
    }
  }

  /** New rows or columns; they look like their neighbour, but hold nothing. */
  insert(
    sheet: Sheet,
    axis: Rearrangement['axis'],
    { start, end }: { readonly start: number; readonly end: number },
    like: 'before' | 'after',
  ): void {
    this.touch(sheet);
    const count = end - start;
    if (axis === 'row') sheet.insertRows(start, count);
    else sheet.insertColumns(start, count);
    this.spreadsheet.checkSize();
    this.rearranged({
      tab: sheet.title,
      axis,
      place: (index) => (index < start ? index : index + count),
    });
    inheritLooks(sheet, axis, { start, end }, like === 'before' ? start - 1 : end);
  }

  delete(sheet: Sheet, axis: Rearrangement['axis'], at: number, count: number): void {
    this.touch(sheet);
    if (axis === 'row') sheet.deleteRows(at, count);
    else sheet.deleteColumns(at, count);
    const place = (index: number): number | undefined => {
      if (index < at) return index;
      return index < at + count ? undefined : index - count;
    };
    this.rearranged({ tab: sheet.title, axis, place });
  }

  /** Lets formulas, names and protected ranges follow the cells that they mean. */
  rearranged(change: Rearrangement): void {
    this.#eachFormula((formula, sheet) => rearrangedFormula(formula, sheet.title, change));
    const moved = this.spreadsheet.sheetNamed(change.tab);
    if (moved === undefined) return;
    moved.protectedRanges = moved.protectedRanges.flatMap((each) => {
      const range = each.range === undefined ? undefined : movedRange(each.range, change);
      return range === null ? [] : [{ ...each, range }];
    });
    moveLooks(moved, change);
    this.spreadsheet.namedRanges = this.spreadsheet.namedRanges.flatMap((each) => {
      const range = each.range.sheetId === moved.sheetId ? movedRange(each.range, change) : each.range;
      return range === null ? [] : [{ ...each, range }];
    });
  }

  retitle(sheet: Sheet, title: string): void {
    this.spreadsheet.checkTitle(title, sheet);
    const before = sheet.title;
    sheet.title = title;
    this.#eachFormula((formula) => retitledFormula(formula, before, title));
  }

  deleteSheet(sheet: Sheet): void {
    const { spreadsheet } = this;
    const others = spreadsheet.sheets.filter((each) => each !== sheet);
    if (others.length === 0) throw invalid("You can't remove all the sheets in a document.");
    if (others.every(({ hidden }) => hidden))
      throw invalid("You can't remove all the visible sheets in a document.");
    if (sheet.protectedRanges.length > 0) this.touch(sheet);
    spreadsheet.sheets = others;
    spreadsheet.namedRanges = spreadsheet.namedRanges.filter(({ range }) => range.sheetId !== sheet.sheetId);
    this.#eachFormula((formula) => retitledFormula(formula, sheet.title, null));
  }

  hide(sheet: Sheet): void {
    if (this.spreadsheet.sheets.every((each) => each === sheet || each.hidden))
      throw invalid("You can't hide all the sheets in a document.");
    sheet.hidden = true;
  }

  #eachFormula(change: (formula: string, sheet: Sheet) => string): void {
    for (const sheet of this.spreadsheet.sheets) {
      sheet.rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          const formula = formulaOf(cell);
          if (formula === undefined || typeof cell?.content !== 'object') return;
          const changed = change(formula, sheet);
          if (changed === formula) return;
          const lost = changed.includes('#REF!') && !formula.includes('#REF!');
          const shows = lost ? ({ error: 'REF' } as const) : cell.content.shows;
          sheet.setCell(row, column, { ...cell, content: { formula: changed, shows } });
        }),
      );
    }
  }
}

function overlaps(range: GridRange | undefined, area: Area): boolean {
  return (
    (range?.startRowIndex ?? 0) < area.bottom &&
    (range?.endRowIndex ?? Infinity) > area.top &&
    (range?.startColumnIndex ?? 0) < area.right &&
    (range?.endColumnIndex ?? Infinity) > area.left
  );
}

/** The range once rows or columns have come or gone; null when nothing is left of it. */
function movedRange(range: GridRange, { axis, place }: Rearrangement): GridRange | null {
  const [startKey, endKey] =
    axis === 'row'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const first = range[startKey] ?? 0;
  const end = range[endKey];
  if (end === undefined)
    return range[startKey] === undefined ? range : { ...range, [startKey]: place(first) ?? first };
  const kept = Array.from({ length: end - first }, (_, index) => place(first + index)).filter(
    (index) => index !== undefined,
  );
  if (kept.length === 0) return null;
  return { ...range, [startKey]: Math.min(...kept), [endKey]: Math.max(...kept) + 1 };
}

/** Rules, views and merged cells follow the cells that they mean. */
function moveLooks(sheet: Sheet, change: Rearrangement): void {
  sheet.rules = sheet.rules.flatMap((rule) => {
    const ranges = rule.ranges.flatMap((range) => movedRange(range, change) ?? []);
    const values = rule.booleanRule.condition.values.map(({ userEnteredValue }) => ({
      userEnteredValue: rearrangedFormula(userEnteredValue, sheet.title, change),
    }));
    const condition = { ...rule.booleanRule.condition, values };
    return ranges.length === 0 ? [] : [{ ranges, booleanRule: { ...rule.booleanRule, condition } }];
  });
  sheet.filterViews = sheet.filterViews.flatMap((view) => {
    const range = movedRange(view.range, change);
    return range === null ? [] : [{ ...view, range }];
  });
  sheet.merges = sheet.merges.flatMap((merge) => {
    const [start, end] = change.axis === 'row' ? [merge.top, merge.bottom] : [merge.left, merge.right];
    const kept = Array.from({ length: end - start }, (_, index) => change.place(start + index)).filter(
      (index) => index !== undefined,
    );
    if (kept.length === 0) return [];
    const [first, last] = [Math.min(...kept), Math.max(...kept) + 1];
    return [
      change.axis === 'row' ? { ...merge, top: first, bottom: last } : { ...merge, left: first, right: last },
    ];
  });
}

function inheritLooks(
  sheet: Sheet,
  axis: Rearrangement['axis'],
  { start, end }: { readonly start: number; readonly end: number },
  neighbour: number,
): void {
  const length = axis === 'row' ? sheet.columnCount : sheet.rows.length;
  for (let across = 0; across < length; across += 1) {
    const like = axis === 'row' ? sheet.cell(neighbour, across) : sheet.cell(across, neighbour);
    if (like?.format === undefined && like?.validation === undefined) continue;
    const looks = tidy({ format: like.format, validation: like.validation });
    for (let index = start; index < end; index += 1) {
      if (axis === 'row') sheet.setCell(index, across, looks);
      else sheet.setCell(across, index, looks);
    }
  }
}
