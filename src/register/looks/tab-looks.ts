/** From the looks as they are written down to those of a workbook, whose columns are where people have them. */
import type { Highlight, LooksChange, TabLooks } from '../../domain/looks.ts';
import type { Day } from '../../domain/time.ts';
import { columnLetters } from '../../domain/workbook.ts';
import { offersOf } from '../choices-page.ts';
import type { ColumnPlace } from '../place.ts';
import type { Register } from '../register.ts';
import { neededIn } from '../rows/needed.ts';
import type { NewRow } from '../setup.ts';
import type { Tab } from '../tab.ts';
import { tabs, type TabKey } from '../tabs.ts';
import { quoted, quotedTab } from './conditions.ts';
import { designs } from './designs.ts';
import type { ColumnKey, Condition, Design } from './design.ts';

/** The last row that a formula over a whole column looks at. */
const LAST_ROW = 2000;

type TabStates = Register['tabs'];

/** A tab as it was found: where its headings and columns are. */
interface FoundTab {
  readonly name: string;
  readonly top: number;
  readonly columns: Readonly<Partial<Record<string, ColumnPlace>>>;
}

/** Undefined if the workbook has no such tab, or it could not be read. */
export function foundTab(states: TabStates, key: TabKey): FoundTab | undefined {
  const state = states[key];
  if (state?.columns === undefined || state.top === undefined) return undefined;
  return { name: state.name, top: state.top, columns: state.columns };
}

/** A whole column, such as `$G$2:$G$2000`; undefined if it is not there. */
export function columnRange(tab: FoundTab, key: string): string | undefined {
  const place = tab.columns[key];
  if (place === undefined) return undefined;
  const letters = columnLetters(place.index);
  return `$${letters}$${String(tab.top + 1)}:$${letters}$${String(LAST_ROW)}`;
}

/** The looks of a tab that was found. `made`: its rows if it is made in the same write. */
export function looksOf<T extends TabKey>(
  key: T,
  states: TabStates,
  made: { readonly rows: readonly NewRow[]; readonly today: Day } | undefined,
): LooksChange | undefined {
  const found = foundTab(states, key);
  if (found === undefined) return undefined;
  const design: Design<T> = designs[key];
  const heading = (column: string): readonly string[] => {
    const place = found.columns[column];
    return place === undefined ? [] : [place.heading];
  };
  const headings = Object.keys(found.columns).flatMap(heading);
  const keys = Object.keys(tabs[key].columns);
  const { place, frozenThrough = '' } = design;
  const groups = (design.groups ?? []).map(({ from, to, colour, isOutlined }) => {
    const columns = keys.slice(keys.indexOf(from), keys.indexOf(to) + 1).flatMap(heading);
    return { columns, colour, isOutlined };
  });
  const hidden = (design.hidden ?? []).flatMap(heading);
  const highlights = highlightsOf(key, design, states, found);
  const offers = offersOf(key, states[key]?.headings ?? {});
  const frozen = heading(frozenThrough);
  const opensAt = made && design.opensAt?.(made.rows, made.today);
  const looks: TabLooks = {
    ...(place === undefined ? {} : { place }),
    ...frozen.map((through) => ({ frozenThrough: through }))[0],
    ...{ groups, hidden, highlights, offers },
    ...filterViewsOf(design, states, found),
    ...(opensAt === undefined ? {} : { opensAt: found.top + 1 + opensAt }),
    print: 'fit-width',
  };
  return { kind: 'looks', tab: found.name, headings, looks };
}

/** The colours of a tab, those first that say most: what Kontroll lists, what cannot be right, what is missing. */
function highlightsOf<T extends TabKey>(
  key: T,
  { colours = [] }: Design<T>,
  states: TabStates,
  found: FoundTab,
): readonly Highlight[] {
  const tab: Tab = tabs[key];
  if (tab.owner === 'machine') return [];
  const own = colours.flatMap(({ columns, look, holds }): readonly Highlight[] => {
    const formula = formulaOf(holds, states, found);
    const headings = columns.flatMap((column) => found.columns[column]?.heading ?? []);
    return formula === undefined || headings.length === 0 ? [] : [{ columns: headings, formula, look }];
  });
  const wrong = own.filter(({ look }) => look === 'wrong');
  const others = own.filter(({ look }) => look !== 'wrong');
  return [
    ...listedIn(tab, states, found),
    ...twiceIn(tab, found),
    ...wrong,
    ...missingIn(tab, found),
    ...others,
  ];
}

/** The formula of a condition; undefined if it asks for a column that is not there. */
function formulaOf<T extends TabKey>(
  holds: Condition<T>,
  states: TabStates,
  found: FoundTab,
): string | undefined {
  const absent: string[] = [];
  const known = (column: string, text: string | undefined): string => {
    if (text === undefined) absent.push(column);
    return text ?? '';
  };
  const formula = holds({
    cell: (column) => known(column, cellOf(found, column)),
    column: (column) => known(column, columnRange(found, column)),
    other: (tab, column) => known(column, otherRange(foundTab(states, tab), column)),
    isUsed: isUsedIn(found),
  });
  return absent.length === 0 ? formula : undefined;
}

function cellOf({ columns, top }: FoundTab, key: string): string | undefined {
  const place = columns[key];
  return place === undefined ? undefined : `$${columnLetters(place.index)}${String(top + 1)}`;
}

/** A column of another tab, which may be there or not. */
function otherRange(tab: FoundTab | undefined, key: string): string | undefined {
  if (tab === undefined) return undefined;
  const [range, name] = [columnRange(tab, key), quotedTab(tab.name)];
  return range === undefined ? undefined : `INDIRECT(${quoted(`${name}!${range}`)})`;
}

/** Columns of people's own do not count: they may hold formulas far below the last row. Nor does an ID that is kept free. */
function isUsedIn({ columns, top }: FoundTab): string {
  const indexes = Object.entries(columns).flatMap(([key, place]) =>
    place === undefined || key === 'id' ? [] : [place.index],
  );
  const row = String(top + 1);
  const runs: [first: number, last: number][] = [];
  for (const index of indexes.toSorted((one, other) => one - other)) {
    const run = runs.at(-1);
    if (run?.[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  const ranges = runs.map(([first, last]) => `$${columnLetters(first)}${row}:$${columnLetters(last)}${row}`);
  return `COUNTA(${ranges.join(',')})>0`;
}

/** Required and empty, in rows that hold something. IDs are given by Felles. */
function missingIn(tab: Tab, found: FoundTab): readonly Highlight[] {
  return [...neededIn(tab.row)].flatMap((key): readonly Highlight[] => {
    const cell = cellOf(found, key);
    const heading = found.columns[key]?.heading;
    if (cell === undefined || heading === undefined || key === 'id') return [];
    return [{ columns: [heading], formula: `AND(${cell}="",${isUsedIn(found)})`, look: 'missing' }];
  });
}

function twiceIn({ key = '' }: Tab, found: FoundTab): readonly Highlight[] {
  const [cell, range] = [cellOf(found, key), columnRange(found, key)];
  const heading = found.columns[key]?.heading;
  if (cell === undefined || range === undefined || heading === undefined) return [];
  return [{ columns: [heading], formula: `IF(${cell}="",FALSE,COUNTIF(${range},${cell})>1)`, look: 'wrong' }];
}

/** Each cell that stands in Kontroll with an error or a warning, by the ID of its row and its heading. */
function listedIn({ key = '' }: Tab, states: TabStates, found: FoundTab): readonly Highlight[] {
  const findings = foundTab(states, 'findings');
  const range = (column: ColumnKey<'findings'>): string | undefined => otherRange(findings, column);
  const [ids, columns, levels] = [range('id'), range('column'), range('level')];
  const id = cellOf(found, key);
  if (id === undefined || ids === undefined || columns === undefined || levels === undefined) return [];
  const places = Object.values(found.columns).flatMap((place) => place ?? []);
  const last = columnLetters(Math.max(...places.map(({ index }) => index)));
  const top = String(found.top);
  const heading = `INDEX($A$${top}:$${last}$${top},COLUMN())`;
  const listed = `COUNTIFS(${ids},${id},${columns},${heading},${levels},"<>Til orientering")`;
  const headings = places.map((place) => place.heading);
  return [{ columns: headings, formula: `IF(${id}="",FALSE,${listed}>0)`, look: 'listed' }];
}

function filterViewsOf<T extends TabKey>(
  { filterViews = [] }: Design<T>,
  states: TabStates,
  found: FoundTab,
): Pick<TabLooks, 'filterViews'> {
  const views = filterViews.flatMap(({ title, column, shows }) => {
    const formula = formulaOf(shows, states, found);
    const heading = found.columns[column]?.heading;
    return formula === undefined || heading === undefined
      ? []
      : [{ title, where: [{ column: heading, formula }] }];
  });
  return views.length === 0 ? {} : { filterViews: views };
}
