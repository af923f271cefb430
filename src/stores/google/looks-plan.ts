/**
 * Which looks a tab lacks. What is there already is not added again, and nothing that people have made is changed: a column
 * that has choices of its own, a colour of their own, hidden columns, another freeze.
 */
import type { ColumnGroup, FilterView, Highlight, TabLooks } from '../../domain/looks.ts';
import { columnFinder, type ColumnFinder } from '../find.ts';
import { colours } from './appearance.ts';
import { ruleFormula, sameFormula } from './formulas.ts';
import type { SeenLooks, Span } from './read-looks.ts';
import type { TabModel } from './tab-model.ts';

/** Columns from 0, ends excluded; rows from 1. */
export interface PlannedLooks {
  readonly tab: TabModel;
  /** The row of headings. */
  readonly headings: number;
  /** How many rules there are before ours. */
  readonly rulesBefore: number;
  readonly rules: readonly PlannedRule[];
  readonly groups: readonly PlannedGroup[];
  readonly coloured: readonly (Span & { readonly colour: ColumnGroup['colour'] })[];
  readonly hidden: readonly Span[];
  readonly offers: readonly { readonly column: number; readonly range: string }[];
  readonly filterViews: readonly PlannedView[];
  /** How many columns are frozen before, and after. */
  readonly frozen: { readonly was: number; readonly becomes: number } | undefined;
}

export interface PlannedRule extends Span {
  readonly formula: string;
  readonly look: Highlight['look'];
}

export interface PlannedGroup extends Span {
  readonly isFolded: boolean;
}

export interface PlannedView {
  readonly title: string;
  /** How many columns of the tab it covers. */
  readonly width: number;
  readonly where: readonly { readonly column: number; readonly formula: string }[];
}

const nothing: SeenLooks = {
  rules: [],
  groups: [],
  filterViews: [],
  frozen: { rows: 1, columns: 0 },
  hasHiddenColumns: false,
  colourOf: () => undefined,
  hasChoices: () => false,
};

/** The looks of a tab that are still to be given. Undefined where it lacks none. */
export function planLooks(tab: TabModel): PlannedLooks | undefined {
  const { looks } = tab;
  const headings = tab.headings()?.number;
  if (looks === undefined || headings === undefined || tab.seen?.rowCount === headings) return undefined;
  const seen = tab.seen?.looks ?? nothing;
  const find = columnFinder(tab);
  const planned: PlannedLooks = {
    tab,
    headings,
    rulesBefore: seen.rules.length,
    rules: rulesLacking(looks, { seen, find, headings }),
    groups: groupsLacking(tab, looks, seen, find),
    coloured: (looks.groups ?? []).flatMap(({ columns, colour }) =>
      spansOf(columnsIn(columns, find).filter((column) => hasOwnColour(tab, headings, column))).map(
        (span) => ({ ...span, colour }),
      ),
    ),
    hidden: seen.hasHiddenColumns || seen.groups.length > 0 ? [] : spansOf(columnsIn(looks.hidden, find)),
    offers: offersLacking(tab, looks, seen, find),
    filterViews: viewsLacking(tab, looks, seen, find),
    frozen: freezeLacking(tab, looks, seen, find),
  };
  return isEmpty(planned) ? undefined : planned;
}

const isEmpty = ({ rules, groups, coloured, hidden, offers, filterViews, frozen }: PlannedLooks): boolean =>
  [rules, groups, coloured, hidden, offers, filterViews].every(({ length }) => length === 0) &&
  frozen === undefined;

const columnsIn = (headings: readonly string[] | undefined, find: ColumnFinder): readonly number[] =>
  (headings ?? []).flatMap((heading) => find(heading) ?? []);

/** Neighbours together. */
function spansOf(columns: readonly number[]): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const column of [...new Set(columns)].sort((one, other) => one - other)) {
    const last = spans.at(-1);
    if (last?.end === column) last.end += 1;
    else spans.push({ start: column, end: column + 1 });
  }
  return spans;
}

/** One rule for each run of neighbours: where the ranges of one rule begin, as its formula counts, is not documented. */
function rulesLacking(
  { highlights = [] }: TabLooks,
  {
    seen,
    find,
    headings,
  }: { readonly seen: SeenLooks; readonly find: ColumnFinder; readonly headings: number },
): readonly PlannedRule[] {
  return highlights.flatMap(({ columns, formula, look }) => {
    const [first] = columns;
    const origin = first === undefined ? null : find(first);
    if (origin === null) return [];
    return spansOf(columnsIn(columns, find)).flatMap((span): readonly PlannedRule[] => {
      const own = ruleFormula(formula, span.start - origin);
      const isThere = seen.rules.some(
        (rule) =>
          sameFormula(rule.formula, own) &&
          rule.ranges.some(
            ({ top, start, end }) => top === headings && start <= span.start && span.end <= end,
          ),
      );
      return isThere ? [] : [{ ...span, formula: own, look }];
    });
  });
}

/**
 * A group that touches one that is there already, or one before it, is left out: Sheets would make one group of the two,
 * since it only knows how deep in groups each column is.
 */
function groupsLacking(
  tab: TabModel,
  { groups = [] }: TabLooks,
  seen: SeenLooks,
  find: ColumnFinder,
): readonly PlannedGroup[] {
  const made: PlannedGroup[] = [];
  for (const { columns, isOutlined, isFolded } of groups) {
    const [span, ...others] = spansOf(columnsIn(columns, find));
    if (!isOutlined || span === undefined || others.length > 0) continue;
    const touches = ({ start, end }: Span): boolean => start <= span.end && span.start <= end;
    if ([...seen.groups, ...made].some(touches)) continue;
    made.push({ ...span, isFolded: isFolded === true && tab.seen === undefined });
  }
  return made;
}

const OWN_COLOURS: ReadonlySet<string | undefined> = new Set(
  Object.values(colours).map(({ heading }) => heading),
);

/** A new heading looks like the one to the left of it. */
function hasOwnColour({ seen, columns }: TabModel, headings: number, column: number): boolean {
  if (seen?.looks === undefined) return true;
  let like = column;
  while (columns.some((added) => added.column === like)) like -= 1;
  return OWN_COLOURS.has(seen.looks.colourOf(headings, like));
}

function offersLacking(
  { layout, columns: added }: TabModel,
  { offers = [] }: TabLooks,
  seen: SeenLooks,
  find: ColumnFinder,
): PlannedLooks['offers'] {
  const hasChoices = (column: number): boolean =>
    seen.hasChoices(column) ||
    layout?.columns[column]?.choices !== undefined ||
    added.some((each) => each.column === column && each.layout.choices !== undefined);
  return offers.flatMap(({ column: heading, range }) => {
    const column = find(heading);
    return column === null || hasChoices(column) ? [] : [{ column, range }];
  });
}

function viewsLacking(
  tab: TabModel,
  { filterViews = [] }: TabLooks,
  seen: SeenLooks,
  find: ColumnFinder,
): readonly PlannedView[] {
  const width = tab.headings()?.cells.length ?? 0;
  return filterViews.flatMap(({ title, where }: FilterView): readonly PlannedView[] => {
    if (seen.filterViews.some((view) => view.title === title)) return [];
    const found = where.flatMap(({ column: heading, formula }) => {
      const column = find(heading);
      return column === null ? [] : [{ column, formula: ruleFormula(formula) }];
    });
    return found.length < where.length ? [] : [{ title, width, where: found }];
  });
}

/** Only where people have frozen nothing else, and no merged cells are cut in two: Sheets refuses that. */
function freezeLacking(
  { seen: there, layout }: TabModel,
  { frozenThrough }: TabLooks,
  seen: SeenLooks,
  find: ColumnFinder,
): PlannedLooks['frozen'] {
  const column = frozenThrough === undefined ? null : find(frozenThrough);
  if (column === null || seen.frozen.rows > 1 || seen.frozen.columns > 1) return undefined;
  const becomes = column + 1;
  const width = there?.columnCount ?? layout?.columns.length ?? 0;
  const isCut = (there?.merges ?? []).some(({ left, right }) => left <= column && column < right);
  if (isCut || becomes >= width || becomes === seen.frozen.columns) return undefined;
  return { was: seen.frozen.columns, becomes };
}
