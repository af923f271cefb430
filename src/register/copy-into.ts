/** Copies a workbook into one that holds only what `npm run init` makes. What people have written there stays. */
import { comparedName } from '../domain/compare.ts';
import {
  cellValue,
  columnLetters,
  isEmptyCell,
  type Change,
  type NewValue,
  type Sheet,
  type SheetRow,
  type TabAddition,
  type Workbook,
} from '../domain/workbook.ts';
import { findSheet } from './find-tabs.ts';
import { findHeadings } from './headings.ts';
import { standardContent } from './data/standard-content.ts';
import { isPage } from './pages.ts';
import { layoutOf, type Tab } from './tab.ts';
import { tabKeys, tabs, type TabKey } from './tabs.ts';

/** The changes to write. */
export interface CopyInto {
  readonly changes: readonly Change[];
  /** Rows that `npm run init` wrote and the copied workbook lacks. */
  readonly staying: readonly { readonly tab: string; readonly count: number }[];
}

type Cells = Readonly<Record<string, NewValue>>;

/**
 * Plans the copy. Each cell that is overwritten must still hold what `npm run init` put there. If there is anything else,
 * answers with its first place, as `Aktiviteter!A2`: then nothing should be copied.
 */
export function planCopyInto(
  there: Workbook,
  additions: readonly TabAddition[],
): CopyInto | { readonly taken: string } {
  const made = madeTabs(there.sheets);
  const taken = firstOther(there.sheets, made);
  if (taken !== undefined) return { taken };
  const sources = madeTabs(additions.map(({ layout }) => ({ name: layout.name, rows: [] })));
  const plans = additions.map((addition): CopyInto => {
    const key = [...sources].find(([{ name }]) => name === addition.layout.name)?.[1];
    const sheet = there.sheets.find(
      (each) =>
        each.rows.length > 0 &&
        (key === undefined
          ? comparedName(each.name) === comparedName(addition.layout.name)
          : made.get(each) === key),
    );
    if (sheet === undefined) return { changes: [addition], staying: [] };
    return fillSheet(sheet, addition, key === undefined ? undefined : tabs[key]);
  });
  return {
    changes: plans.flatMap(({ changes }) => changes),
    staying: plans.flatMap(({ staying }) => staying),
  };
}

/** Which sheets are tabs of Felles. */
function madeTabs(sheets: readonly Sheet[]): ReadonlyMap<Sheet, TabKey> {
  return new Map(
    tabKeys.flatMap((key) => {
      const sheet = findSheet(tabs[key], sheets);
      return sheet === undefined ? [] : [[sheet, key] as const];
    }),
  );
}

function firstOther(sheets: readonly Sheet[], made: ReadonlyMap<Sheet, TabKey>): string | undefined {
  const content = standardContent();
  for (const sheet of sheets) {
    if (isPage(sheet)) continue;
    const key = made.get(sheet);
    const [headings, ...body] = belowTitles(sheet, key === undefined ? undefined : tabs[key]);
    if (headings === undefined) continue;
    const known = new Set(key === undefined ? [] : layoutOf(tabs[key]).columns.map(({ heading }) => heading));
    const strange = headings.cells.findIndex(
      (cell) => !isEmptyCell(cell) && !known.has(String(cellValue(cell))),
    );
    if (strange >= 0) return placeOf(sheet, headings, strange);
    const rows = new Set((key === undefined ? [] : (content[key] ?? [])).map(textOf));
    rows.add(textOf({}));
    const other = body.find((row) => !rows.has(textOf(recordOf(row, headings))));
    if (other !== undefined)
      return placeOf(
        sheet,
        other,
        other.cells.findIndex((cell) => !isEmptyCell(cell)),
      );
  }
  return undefined;
}

/** The row of headings and those below. A title above them stays as it is. */
function belowTitles(sheet: Sheet, tab: Tab | undefined): readonly SheetRow[] {
  const place = tab === undefined ? undefined : findHeadings(tab, sheet)?.place;
  return sheet.rows.slice(place ?? 0);
}

const placeOf = ({ name }: Sheet, { number }: SheetRow, column: number): string =>
  `${name}!${columnLetters(column)}${String(number)}`;

/** A row by its headings; content without a heading is listed under its column, which no row of ours has. */
function recordOf(row: SheetRow, headings: SheetRow): Cells {
  return Object.fromEntries(
    row.cells.flatMap((cell, index) => {
      const value =
        typeof cell === 'object' && cell?.formula !== undefined ? `=${cell.formula}` : cellValue(cell);
      if (value === null || isEmptyCell(cell)) return [];
      return [[String(cellValue(headings.cells[index]) ?? `column ${index}`), value]];
    }),
  );
}

const textOf = (cells: Cells): string =>
  JSON.stringify(
    Object.entries(cells)
      .filter(([, value]) => value !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Fills a tab under its own headings, whatever the headings of the source are. */
function fillSheet(sheet: Sheet, { layout, rows }: TabAddition, tab: Tab | undefined): CopyInto {
  const [headings = { number: 1, hidden: false, cells: [] }, ...body] = belowTitles(sheet, tab);
  const there = headings.cells.flatMap((cell) => (isEmptyCell(cell) ? [] : [String(cellValue(cell))]));
  const named = new Map(layout.columns.map(({ heading }) => [heading, headingFor(heading, there, tab)]));
  const columns = layout.columns.flatMap((column): readonly Change[] =>
    named.get(column.heading) === undefined
      ? [{ kind: 'column', tab: sheet.name, headings: there, layout: column }]
      : [],
  );
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([heading, value]) => [named.get(heading) ?? heading, value])),
  );
  const keyHeading = tab?.key === undefined ? undefined : tab.columns[tab.key]?.heading;
  const left = new Map<string, Cells[]>();
  const keyOf = (cells: Cells): string => {
    const key = cells[keyHeading ?? ''] ?? '';
    // Leading zeros are lost if a number was typed.
    return typeof key === 'object' ? '' : comparedName(String(key)).replace(/^0+/u, '');
  };
  for (const record of records) left.set(keyOf(record), [...(left.get(keyOf(record)) ?? []), record]);
  const said = layout.columns.map(({ heading }) => named.get(heading) ?? heading);
  let staying = 0;
  const changes = body.flatMap((row): readonly Change[] => {
    const record = left.get(keyOf(recordOf(row, headings)))?.shift();
    if (record === undefined) staying += 1;
    return record === undefined ? [] : changesOf(sheet, row, [headings, said], record);
  });
  const added = records.filter((record) => left.get(keyOf(record))?.includes(record) === true);
  return {
    changes: [
      ...columns,
      ...changes,
      ...added.map((cells): Change => ({ kind: 'row', tab: sheet.name, headings: there, cells })),
    ],
    staying: staying === 0 ? [] : [{ tab: sheet.name, count: staying }],
  };
}

function headingFor(heading: string, there: readonly string[], tab: Tab | undefined): string | undefined {
  const same = (one: string, other: string): boolean => comparedName(one) === comparedName(other);
  const own = there.find((each) => same(each, heading));
  const column = Object.values(tab?.columns ?? {}).find(({ heading: name, aliases }) =>
    [name, ...aliases].some((each) => same(each, heading)),
  );
  return own ?? there.find((each) => column !== undefined && same(each, column.heading));
}

/**
 * The cells of a row that `npm run init` wrote and that differ in the copied workbook. `said` are the headings that it
 * has; it does not decide other columns.
 */
function changesOf(
  sheet: Sheet,
  row: SheetRow,
  [headings, said]: readonly [SheetRow, readonly string[]],
  record: Cells,
): readonly Change[] {
  const at = { by: 'content', row: row.number, cells: row.cells } as const;
  const names = headings.cells.flatMap((cell) => (isEmptyCell(cell) ? [] : [String(cellValue(cell))]));
  return said.flatMap((column): readonly Change[] => {
    const index = headings.cells.findIndex((cell) => cellValue(cell) === column);
    const was = row.cells[index] ?? null;
    const becomes = record[column] ?? '';
    if ((cellValue(was) ?? '') === becomes) return [];
    return [{ kind: 'cell', tab: sheet.name, at, column, headings: names, was, becomes }];
  });
}
