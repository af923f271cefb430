/** The rows and tabs with errors that may hide something from the list, or make it wrong there: which, and what. */
import { groupBy } from '../../../../domain/group.ts';
import type { Problem, Unlisted } from '../../../../domain/problem.ts';
import { isEmptyCell, type Cell, type Sheet, type SheetRow } from '../../../../domain/workbook.ts';
import { hidingTabs, type Hiding } from '../../../../language/page/hiding-words.ts';
import { ignoreReports } from '../../../../register/cells/cell-parser.ts';
import { choiceCell } from '../../../../register/cells/choice.ts';
import { idsNamedIn } from '../../../../register/cells/id.ts';
import { plainText } from '../../../../register/cells/text.ts';
import { activityTypes } from '../../../../register/lists.ts';
import type { TabState } from '../../../../register/register.ts';
import { tabs } from '../../../../register/tabs.ts';
import type { Snapshot } from '../../snapshot.ts';

type HidingTab = (typeof hidingTabs)[number];

/** A row with errors; or a tab or its headings, where they are of no row. */
export interface FaultyRow {
  readonly tab: string;
  readonly row: number | undefined;
  /** What people know it by, as far as it is there: `Webinar «Gågater» (A-2026-012)`. */
  readonly name: string | undefined;
  /** Its own, as it is in the cell. */
  readonly id: string;
  readonly hides: Hiding;
  /** It is not in the register, and neither is anything about it. */
  readonly isLeftOut: boolean;
  /** The IDs in its cells: its own, and those of the rows that it belongs to. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

export interface Faulty {
  readonly rows: readonly FaultyRow[];
  /** Errors of these kinds are counted only. */
  readonly unlisted: readonly Unlisted[];
}

/** All of them in the order of the tabs and rows. */
export function faultyRows({ reading, workbook }: Pick<Snapshot, 'reading' | 'workbook'>): Faulty {
  const { problems, unlisted, register } = reading;
  const keys = new Map<string, HidingTab>(
    hidingTabs.map((key) => [register.tabs[key]?.name ?? tabs[key].name, key]),
  );
  const keyOf = (one: Problem): HidingTab | undefined =>
    // One more tab of the same name is not read.
    one.code === 'tab-twice'
      ? keys.get(one.args.other)
      : one.level === 'error' || (one.code === 'tab-missing' && one.level === 'warning')
        ? keys.get(one.at.tab)
        : undefined;
  const hiding = problems.filter((one) => keyOf(one) !== undefined);
  const rows = [...groupBy(hiding, ({ at }) => at.tab)].flatMap(([tab, own]) => {
    const [first] = own;
    const key = first && keyOf(first);
    if (key === undefined) return [];
    const byRow = groupBy(own, ({ at }) => at.row);
    const state = register.tabs[key];
    const sheet = workbook.sheets.find(({ name }) => name === tab);
    const found = rowsIn(sheet, byRow);
    const refused = new Set(state?.refused.values());
    return [...byRow]
      .toSorted(([one = 0], [other = 0]) => one - other)
      .map(([row, ofRow]): FaultyRow => {
        const cells = found.get(row ?? 0) ?? [];
        const at = { tab, row, problems: ofRow };
        // Without its headings or with too many rows, nothing of a tab is read.
        const isLeftOut =
          row === undefined ||
          refused.has(row) ||
          state?.columns === undefined ||
          ofRow.some(({ code }) => code === 'headings-differ');
        return { ...at, ...saidOf(key, state, cells), isLeftOut };
      });
  });
  return { rows, unlisted: unlisted.filter(({ like }) => keyOf(like) !== undefined) };
}

function rowsIn(
  sheet: Sheet | undefined,
  wanted: ReadonlyMap<number | undefined, unknown>,
): ReadonlyMap<number, SheetRow['cells']> {
  const rows = sheet?.rows.filter(({ number }) => wanted.has(number)) ?? [];
  return new Map(rows.map(({ number, cells }) => [number, cells]));
}

const activityType = choiceCell(activityTypes);

/** By what a row is known, and what it may hide. */
function saidOf(
  key: HidingTab,
  state: TabState | undefined,
  cells: SheetRow['cells'],
): Pick<FaultyRow, 'name' | 'id' | 'hides' | 'ids'> {
  const cellIn = (column: string): Cell => cells[state?.columns?.[column]?.index ?? -1] ?? null;
  const textIn = (column: string): string =>
    isEmptyCell(cellIn(column)) ? '' : plainText(cellIn(column)).trim();
  const type = key === 'activities' ? activityType(cellIn('type'), ignoreReports) : undefined;
  const title = titleColumns.map(textIn).find((text) => text !== '');
  const id = textIn('id');
  const parts = [
    ...(type === undefined ? [] : [activityTypes[type][0]]),
    ...(title === undefined ? [] : [`«${short(title)}»`]),
    ...(id === '' ? [] : [title === undefined && type === undefined ? id : `(${id})`]),
  ];
  return {
    name: parts.length === 0 ? undefined : parts.join(' '),
    id,
    hides: type !== undefined && Object.hasOwn(ofType, type) ? (ofType[type] ?? key) : key,
    ids: new Set(cells.flatMap((cell) => (cell === null ? [] : idsNamedIn(plainText(cell))))),
  };
}

const ofType: Readonly<Partial<Record<keyof typeof activityTypes, Hiding>>> = {
  webinar: 'webinar',
  quarterlyMeeting: 'meeting',
  conference: 'conference',
};

/** What a row is called in the tabs that have names for their rows. */
const titleColumns = ['title', 'titleNn', 'action', 'name', 'county'] as const;

const LONGEST = 80;

const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

/** Those among them that name a row, and so may make what is said about it wrong. */
export function faultsAbout({ rows }: Faulty): (id: string) => readonly FaultyRow[] {
  const byId = new Map<string, FaultyRow[]>();
  for (const row of rows)
    for (const id of row.ids) {
      const known = byId.get(id);
      if (known === undefined) byId.set(id, [row]);
      else known.push(row);
    }
  return (id) => byId.get(id) ?? [];
}
