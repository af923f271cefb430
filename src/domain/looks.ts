/**
 * How a tab looks to those who fill it in, beyond its columns, and pages of the workbook that are not tables. The
 * formulas are in A1 notation and English, without the leading `=`, as both stores keep them. A look is only ever
 * added: what people have made of a tab stays.
 */

/** What a colour in a cell says. The stores have one colour for each. */
export type HighlightLook = 'missing' | 'wrong' | 'late' | 'unsettled' | 'listed';

/** Cells that are coloured while a formula holds. */
export interface Highlight {
  /** The headings of the columns whose cells are coloured. */
  readonly columns: readonly string[];
  /**
   * For the first row below the headings of the first of `columns`; it moves with the cell, as in a spreadsheet. A store that knows
   * the same formula on the same columns already adds nothing.
   */
  readonly formula: string;
  readonly look: HighlightLook;
}

/** Columns that belong together: folded in one outline, with headings of one colour. */
export interface ColumnGroup {
  /** Neighbours in the tab. A store leaves out a group whose columns are not next to each other. */
  readonly columns: readonly string[];
  readonly colour: 'first' | 'webinar' | 'other';
  /** Whether the group can be folded. Without it, only the headings are coloured. */
  readonly isOutlined: boolean;
  /** Whether it is folded when Felles makes the tab. */
  readonly isFolded?: true;
}

/** A dropdown whose choices are the filled cells of a range in another tab. Any other value is let in. */
export interface Offer {
  readonly column: string;
  /** Such as `'Valg'!$A$2:$A$2000`. */
  readonly range: string;
}

/** One saved way of looking at a tab that changes nothing for others (Google Sheets, filter views). Files have none. */
export interface FilterView {
  readonly title: string;
  /** Per column, a formula that holds for the rows to show, for the first row below the headings. */
  readonly where: readonly { readonly column: string; readonly formula: string }[];
}

/** Everything is optional: what is left out is not touched. */
export interface TabLooks {
  /** Where the tab is among those of Felles: first, after the others, or as it comes. */
  readonly place?: 'first' | 'second' | 'last';
  /** The last column that stays in view when people scroll to the right. Headings stay in view in any case. */
  readonly frozenThrough?: string;
  readonly groups?: readonly ColumnGroup[];
  /** Columns that people do not need. Only hidden, and only while every column of the tab is shown. */
  readonly hidden?: readonly string[];
  readonly highlights?: readonly Highlight[];
  readonly offers?: readonly Offer[];
  readonly filterViews?: readonly FilterView[];
  /** The row, from 1, that the workbook shows first and has its active cell in. Only for a tab that is made in the same write. */
  readonly opensAt?: number;
  /** Landscape, all columns on the width of a page, headings on every page. */
  readonly print?: 'fit-width';
}

/** Gives a tab its looks: one that is there, or one made earlier in the same write. */
export interface LooksChange {
  readonly kind: 'looks';
  /** The name as it is in the workbook. */
  readonly tab: string;
  /** Headings that the tab has: they show which row is the heading row. */
  readonly headings: readonly string[];
  readonly looks: TabLooks;
}

/** What a cell of a page looks like; one of the colours is shown as it is in the tabs, to say what it means. */
export type PageCellLook =
  'title' | 'heading' | 'text' | 'label' | 'figure' | 'day' | 'link' | 'small' | HighlightLook;

/** Where a link in a page leads: a cell of the workbook. */
export interface CellTarget {
  readonly tab: string;
  /** Such as `A5`. */
  readonly cell: string;
}

export interface PageCell {
  /** From 0. */
  readonly column: number;
  readonly look: PageCellLook;
  /** How many columns it covers. 1 without it. */
  readonly span?: number;
  readonly text?: string;
  /**
   * Computed by the spreadsheet, over other tabs. `text` or `value` is then what it shows before it is computed. A
   * function that came after Excel 2007, such as `MINIFS`, has its plain name: files need `_xlfn.` before it.
   */
  readonly formula?: string;
  /** A number, or a day or time; without it, the cell holds `text`. */
  readonly value?: number | { readonly day: string } | { readonly wallTime: string };
  readonly leadsTo?: CellTarget;
}

/** A sheet of the workbook that is read by people, not a table: free cells from the top. Machine-owned. */
export interface PageLayout {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** Row by row from 1; an empty row is space. */
  readonly rows: readonly (readonly PageCell[])[];
}

/** Makes a page, or writes it again: all of its cells, nothing else. */
export interface PageChange {
  readonly kind: 'page';
  readonly layout: PageLayout;
  readonly place?: TabLooks['place'];
  /** Hidden from people: what formulas and dropdowns are made from. */
  readonly isHidden?: true;
}
