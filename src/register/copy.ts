/** Moves a whole workbook into an empty one: which tabs, columns and values the copy is made of. */
import { comparedName } from '../domain/compare.ts';
import {
  cellValue,
  columnLetters,
  isEmptyCell,
  type Cell,
  type ColumnLayout,
  type NewValue,
  type Sheet,
  type SheetRow,
  type TabAddition,
  type TabLayout,
  type Workbook,
} from '../domain/workbook.ts';
import { findSheet } from './find-tabs.ts';
import { findHeadings } from './headings.ts';
import { isPage } from './pages.ts';
import { layoutOf, type Tab } from './tab.ts';
import { tabs } from './tabs.ts';

/** A cell whose value is copied, but not its formula or error. */
export interface Flattened {
  readonly tab: string;
  /** `D17` */
  readonly cell: string;
  /** `formula`: its result is copied. `error`: it shows an error or has no result, so the copy is empty. */
  readonly what: 'formula' | 'error';
}

/** Content that cannot be copied without losing its place: it has no heading above it, or two equal ones. */
export interface Homeless {
  readonly tab: string;
  /** `D` */
  readonly column: string;
  readonly why: 'no-heading' | 'heading-twice';
}

export interface CopyPlan {
  /** In the order of the workbook's tabs. Tabs that hold nothing are left out unless they are Felles' own. */
  readonly tabs: readonly TabAddition[];
  readonly flattened: readonly Flattened[];
  /** When there are any, nothing should be copied. */
  readonly homeless: readonly Homeless[];
  /** Content above the headings of Felles' own tabs is left out: the row numbers, by tab. */
  readonly above: readonly { readonly tab: string; readonly rows: readonly number[] }[];
  /** Tabs that are hidden in the source. In the copy everybody sees them. */
  readonly hidden: readonly string[];
}

interface Heading {
  readonly text: string;
  readonly index: number;
}

/**
 * Plans a copy of everything that `workbook` holds: every tab with a heading row, every column under a heading, values
 * with their types (text, numbers, yes and no, days and times) and IDs unchanged. Tabs that Felles knows get their
 * dropdowns and formats in the new workbook, and keep the columns that people have added.
 */
export function planCopy(workbook: Workbook): CopyPlan {
  const flattened: Flattened[] = [];
  const homeless: Homeless[] = [];
  const above: CopyPlan['above'][number][] = [];
  const known = knownTabs(workbook);
  const sheets = workbook.sheets.filter((sheet) => !holdsLongLists(sheet) && !isPage(sheet));
  const additions = sheets.flatMap((sheet): readonly TabAddition[] => {
    const tab = known.get(sheet);
    const place = (tab === undefined ? undefined : findHeadings(tab, sheet))?.place ?? 0;
    const [headingRow, ...body] = sheet.rows.slice(place);
    if (headingRow === undefined) return [];
    const headings = headingsOf(headingRow);
    if (place > 0)
      above.push({ tab: sheet.name, rows: sheet.rows.slice(0, place).map(({ number }) => number) });
    homeless.push(...homelessIn(sheet.name, body, headings));
    const layout = layoutFor(sheet.name, headings, tab === undefined ? undefined : layoutOf(tab));
    const rows = body.map((row) => recordOf(sheet.name, row, headings, flattened));
    return [{ kind: 'tab', layout, rows }];
  });
  const hidden = sheets.flatMap((sheet) =>
    sheet.hidden === true && sheet.rows.length > 0 ? [sheet.name] : [],
  );
  return { tabs: additions, flattened, homeless, above, hidden };
}

/** Whether it is the hidden tab in which a file keeps the lists for its long dropdowns. A copy gets its own. */
const holdsLongLists = ({ hidden, rows }: Sheet): boolean =>
  hidden === true &&
  rows[0]?.cells.every((cell, index) => cellValue(cell) === `Liste ${String(index + 1)}`) === true;

/** Which sheet is which of Felles' tabs, whatever its name. */
function knownTabs({ sheets }: Workbook): ReadonlyMap<Sheet, Tab> {
  return new Map(
    Object.values<Tab>(tabs).flatMap((tab) => {
      const sheet = findSheet(tab, sheets);
      return sheet === undefined ? [] : [[sheet, tab] as const];
    }),
  );
}

function headingsOf(row: SheetRow): readonly Heading[] {
  return row.cells.flatMap((cell, index) =>
    isEmptyCell(cell) ? [] : [{ text: String(cellValue(cell) ?? ''), index }],
  );
}

function homelessIn(
  tab: string,
  body: readonly SheetRow[],
  headings: readonly Heading[],
): readonly Homeless[] {
  const named = new Set(headings.map(({ index }) => index));
  const nameless = new Set(
    body.flatMap(({ cells }) =>
      cells.flatMap((cell, index) => (isEmptyCell(cell) || named.has(index) ? [] : [index])),
    ),
  );
  const seen = new Set<string>();
  const repeated = headings.flatMap(({ text, index }) => {
    const name = comparedName(text);
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated ? [index] : [];
  });
  const place = (why: Homeless['why']) => (index: number) => ({
    tab,
    column: columnLetters(index),
    why,
  });
  return [...[...nameless].map(place('no-heading')), ...repeated.map(place('heading-twice'))];
}

/** The layout of a tab with its present headings, in their order; then the rest of Felles' own layout. */
function layoutFor(name: string, headings: readonly Heading[], known: TabLayout | undefined): TabLayout {
  const own = new Map(known?.columns.map((column) => [comparedName(column.heading), column]));
  const there = headings.map(({ text }): ColumnLayout => {
    const column = own.get(comparedName(text));
    return column === undefined ? plainColumn(text) : { ...column, heading: text };
  });
  return { name, owner: known?.owner ?? 'people', columns: there };
}

const plainColumn = (heading: string): ColumnLayout => ({ heading, note: '', width: 24, format: 'text' });

function recordOf(
  tab: string,
  row: SheetRow,
  headings: readonly Heading[],
  flattened: Flattened[],
): TabAddition['rows'][number] {
  const record: Record<string, NewValue> = {};
  for (const { text, index } of headings) {
    const cell = row.cells[index] ?? null;
    if (cell === null) continue;
    const what = lostIn(cell);
    if (what !== undefined) {
      flattened.push({ tab, cell: `${columnLetters(index)}${String(row.number)}`, what });
    }
    const value = valueOf(cell);
    if (value !== undefined) record[text] = value;
  }
  return record;
}

function lostIn(cell: Cell): Flattened['what'] | undefined {
  if (typeof cell !== 'object' || cell === null) return undefined;
  if (cell.error !== undefined || cell.uncomputed === true) return 'error';
  return cell.formula === undefined ? undefined : 'formula';
}

function valueOf(cell: Cell): NewValue | undefined {
  const value = cellValue(cell);
  if (value === null || value === '') return undefined;
  if (typeof cell === 'object' && cell?.error !== undefined) return undefined;
  const isDate = typeof cell === 'object' && cell?.isDate === true;
  return isDate && typeof value === 'number' ? { serial: value } : value;
}
