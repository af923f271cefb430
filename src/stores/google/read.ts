/** From the answer of `spreadsheets.get` to a workbook, and to what a write must know about the spreadsheet. */
import { createHash } from 'node:crypto';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Merge, Sheet, SheetRow, Workbook } from '../../domain/workbook.ts';
import { isLogTitle } from '../write-log-title.ts';
import { logOf, type LogName } from './write-log.ts';
import { LOOKS_FIELDS, looksOf, type SeenLooks } from './read-looks.ts';
import { CELL_FIELDS, readGrid, sheetRows, type Grid } from './read-cells.ts';
import { list, number, object, text, type Json } from './read-cells.ts';

/** The fields of a reading. A mask makes `includeGridData` unnecessary (API reference). */
const fieldsWith = (more: Readonly<Record<keyof typeof LOOKS_FIELDS, string>>): string =>
  'spreadsheetId,properties(title,timeZone,locale),' +
  `sheets(properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount${more.grid})),` +
  `merges(startRowIndex,endRowIndex,startColumnIndex,endColumnIndex),${more.sheet}` +
  `data(startRow,startColumn,rowMetadata(hiddenByFilter,hiddenByUser)${more.data},rowData(values(${CELL_FIELDS}${more.cell}))))`;

/** How much is read: everything that a run needs to know, or also how tabs look. */
export type ReadingExtent = 'content' | 'with looks';

/** What is asked for, in one request. */
export const SPREADSHEET_FIELDS: Readonly<Record<ReadingExtent, string>> = {
  content: fieldsWith({ sheet: '', grid: '', data: '', cell: '' }),
  'with looks': fieldsWith(LOOKS_FIELDS),
};

/** A tab as it was when it was read. */
export interface SeenTab {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** Whether an empty cell shows numbers as dates. Row from 1, column from 0. */
  readonly isEmptyDate: (row: number, column: number) => boolean;
  /** Whether an empty cell has a note. Row from 1, column from 0. */
  readonly isEmptyNoted: (row: number, column: number) => boolean;
  /** Only where the reading was one with looks. */
  readonly looks: SeenLooks | undefined;
}

/** The write log as it was when it was read. */
export interface SeenLog extends LogName {
  readonly grid: Grid;
}

/** What a write is planned from. */
export interface Snapshot {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly SeenTab[];
  /** The newest of the write logs. */
  readonly log: SeenLog | undefined;
  /** Leftovers, older than `log`. The next write deletes them. */
  readonly staleLogs: readonly LogName[];
  /** Every tab, charts and write logs too: nobody may take their ids or names. */
  readonly taken: readonly { readonly id: number; readonly name: string }[];
}

export interface Reading {
  readonly workbook: Workbook;
  readonly snapshot: Snapshot;
}

/** Throws UserError for an answer that is not a spreadsheet. `body` is the answer as JSON, `extent` what was asked for. */
export function readSpreadsheet(body: unknown, extent: ReadingExtent): Reading {
  const { properties, sheets } = object(body);
  if (!Array.isArray(sheets)) {
    throw new UserError(
      msg`The answer from Google is not a spreadsheet.`,
      msg`If GOOGLE_API_ORIGIN is set, check that it names Google or a server that answers as Google does.`,
    );
  }
  const snapshot = snapshotOf(object(properties), sheets, extent);
  const workbook: Workbook = {
    name: snapshot.title,
    revision: createHash('sha256')
      .update(JSON.stringify([properties, sheets]))
      .digest('hex'),
    sheets: snapshot.tabs.flatMap((tab) => (isLogTitle(tab.name) ? [] : [sheetOf(tab)])),
    conventions: { locale: snapshot.locale, timeZone: snapshot.timeZone },
  };
  return { workbook, snapshot };
}

function snapshotOf(properties: Json, sheets: readonly unknown[], extent: ReadingExtent): Snapshot {
  const tabs: SeenTab[] = [];
  const logs: SeenLog[] = [];
  const taken = sheets.map((sheet) => {
    const { sheetId, title, sheetType } = object(object(sheet)['properties']);
    return {
      id: number(sheetId),
      name: text(title),
      isGrid: sheetType === undefined || sheetType === 'GRID',
    };
  });
  for (const [index, sheet] of sheets.entries()) {
    const { id = 0, name = '', isGrid } = taken[index] ?? {};
    if (isGrid !== true) continue;
    const found = logOf(id, name);
    const grid = readGrid(list(object(sheet)['data'])[0]);
    if (found === undefined) tabs.push(tabOf({ id, name }, object(sheet), grid, extent));
    else logs.push({ ...found, grid });
  }
  // Of several, the newest: the others were left by an older version of Felles, or by a write that a person undid.
  logs.sort((one, other) => one.n - other.n);
  return {
    title: text(properties['title']),
    locale: text(properties['locale']),
    timeZone: text(properties['timeZone']),
    tabs,
    log: logs.at(-1),
    staleLogs: logs.slice(0, -1),
    taken: taken.map(({ id, name }) => ({ id, name })),
  };
}

/** The ids of all write logs. */
export const logsIn = ({ log, staleLogs }: Snapshot): readonly number[] =>
  [...staleLogs, ...(log === undefined ? [] : [log])].map(({ id }) => id);

const sheetOf = ({ id, name, hidden, rows, merges }: SeenTab): Sheet => ({
  name,
  webId: id,
  ...(hidden ? { hidden } : {}),
  rows,
  ...(merges.length === 0 ? {} : { merges }),
});

/** One `GridRange` of the API: from 0, ends excluded. */
function mergeOf(range: unknown): Merge {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = object(range);
  return {
    top: number(startRowIndex) + 1,
    bottom: number(endRowIndex),
    left: number(startColumnIndex),
    right: number(endColumnIndex) - 1,
  };
}

function tabOf(
  { id, name }: Pick<SeenTab, 'id' | 'name'>,
  sheet: Json,
  grid: Grid,
  extent: ReadingExtent,
): SeenTab {
  const properties = object(sheet['properties']);
  const { rowCount, columnCount } = object(properties['gridProperties']);
  const has = (list: 'emptyDates' | 'emptyNoted', row: number, column: number): boolean =>
    grid.rows[row - 1 - grid.top]?.[list].includes(column - grid.left) === true;
  return {
    id,
    name,
    hidden: properties['hidden'] === true,
    rowCount: number(rowCount),
    columnCount: number(columnCount),
    rows: sheetRows(grid),
    merges: list(sheet['merges']).map(mergeOf),
    isEmptyDate: (row, column) => has('emptyDates', row, column),
    isEmptyNoted: (row, column) => has('emptyNoted', row, column),
    looks: extent === 'with looks' ? looksOf(sheet) : undefined,
  };
}

/** A snapshot updated by the answer to a write, which shows some of the tabs. */
export function withAnswer(last: Snapshot, shown: Snapshot): Snapshot {
  const now = new Map(shown.tabs.map((tab) => [tab.id, tab]));
  const known = new Set(last.tabs.map(({ id }) => id));
  const replaced = new Set(logsIn(last));
  const isNews = ({ id }: { readonly id: number }): boolean => !last.taken.some((other) => other.id === id);
  return {
    ...shown,
    tabs: [
      ...last.tabs.map((tab) => now.get(tab.id) ?? tab),
      ...shown.tabs.filter(({ id }) => !known.has(id)),
    ],
    taken: [...last.taken.filter(({ id }) => !replaced.has(id)), ...shown.taken.filter(isNews)],
  };
}
