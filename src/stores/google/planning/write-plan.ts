/** The one request that makes all planned changes, copies what they touch, and shows what came of it. */
import { columnLetters } from '../../../domain/workbook.ts';
import { quoteTab } from '../../quote-tab.ts';
import { motorTitle, nextMotor, type MotorName } from '../motor.ts';
import { CELL_FIELDS } from '../reading/cells.ts';
import type { Snapshot } from '../reading/spreadsheet.ts';
import { cellRequests } from './cell-requests.ts';
import type { Request } from './cell-data.ts';
import { layoutMotor, type Copies } from './motor-layout.ts';
import {
  addedRows,
  addedRequests,
  columnAdditions,
  columnRoom,
  newTabRequests,
  replacementRequests,
} from './row-requests.ts';
import type { TabModel } from './tab-model.ts';
import type { Effect, WorkbookModel } from './workbook-model.ts';

/** A range whose cells the answer is to hold: a whole tab, one column of it, or all from a row on. */
export type Shown = { readonly tabId: number; readonly range: string } & (
  { readonly what: 'all' | 'below' } | { readonly what: 'column'; readonly column: number }
);

export interface WritePlan {
  /** The motor tab that this write makes. */
  readonly motor: MotorName;
  readonly requests: readonly Request[];
  /** The ranges whose cells the answer is to hold. */
  readonly shown: readonly Shown[];
  /** Where the motor tab holds what stood in each tab. */
  readonly copies: ReadonlyMap<TabModel, Copies>;
}

/** What the answer to a write is to hold. */
export const ANSWER_FIELDS =
  'updatedSpreadsheet(sheets(properties(sheetId),' +
  `data(startRow,startColumn,rowData(values(${CELL_FIELDS})))))`;

/** Wishes beyond cells and tabs, such as the spreadsheet's locale; and tabs' own copies to be put back whole. */
export interface Extras {
  readonly before?: readonly Request[];
}

/** Plans the request. Undefined when there is nothing to write. `nonce` is this write's own, never used before. */
export function planWrite(
  snapshot: Snapshot,
  model: WorkbookModel,
  effects: readonly Effect[],
  nonce: string,
  extras: Extras = {},
): WritePlan | undefined {
  const touched = model.tabs.filter(isTouched);
  const wishes = extras.before ?? [];
  if (touched.length === 0 && wishes.length === 0) return undefined;
  const motor = nextMotor(snapshot.motor, nonce);
  const layout = layoutMotor(motor.id, touched);
  const { rowCount, columnCount } = layout;
  const properties = {
    sheetId: motor.id,
    title: motorTitle(motor),
    hidden: true,
    gridProperties: { rowCount, columnCount },
  };
  const requests: Request[] = [
    { addSheet: { properties } },
    ...touched.flatMap(columnRoom),
    ...layout.requests,
    ...wishes,
    ...touched.flatMap((tab) => [
      ...newTabRequests(tab),
      ...columnAdditions(tab),
      ...cellRequests(tab, snapshot.motor?.id),
      ...replacementRequests(tab),
      ...addedRequests(tab),
    ]),
    // Last, so that a spreadsheet whose only visible tab it is has others by then.
    ...(snapshot.motor === undefined ? [] : [{ deleteSheet: { sheetId: snapshot.motor.id } }]),
  ];
  return { motor, requests, shown: shownRanges(motor, touched, effects), copies: layout.copies };
}

function isTouched(tab: TabModel): boolean {
  if (tab.seen === undefined || tab.replacement !== undefined) return true;
  return tab.cells.length > 0 || addedRows(tab).length > 0;
}

/** The motor tab, the columns of IDs that rows were found by, new columns, and whatever stands below the last row. */
function shownRanges(
  motor: MotorName,
  tabs: readonly TabModel[],
  effects: readonly Effect[],
): readonly Shown[] {
  const own: Shown = { what: 'all', tabId: motor.id, range: quoteTab(motorTitle(motor)) };
  return [own, ...tabs.flatMap((tab) => (tab.seen === undefined ? [] : shownOf(tab, effects)))];
}

function shownOf(tab: TabModel, effects: readonly Effect[]): readonly Shown[] {
  const [tabId, name] = [tab.id, quoteTab(tab.name)];
  // All of a tab in which something is put right, in case that goes wrong too.
  if (tab.cells.some(({ takesBack }) => takesBack)) return [{ what: 'all', tabId, range: name }];
  const columns = [...shownColumns(tab, effects)].map((column): Shown => {
    const letters = columnLetters(column);
    return { what: 'column', column, tabId, range: `${name}!${letters}:${letters}` };
  });
  if (addedRows(tab).length === 0) return columns;
  const last = columnLetters(Math.max(0, (tab.seen?.columnCount ?? 1) - 1));
  return [...columns, { what: 'below', tabId, range: `${name}!A${firstFree(tab)}:${last}` }];
}

/** The number of the first row below all that held something when the tab was read. */
export const firstFree = (tab: TabModel): number => (tab.seen?.rows.at(-1)?.number ?? 0) + 1;

function shownColumns(tab: TabModel, effects: readonly Effect[]): ReadonlySet<number> {
  const ids = effects.flatMap((effect) =>
    effect.kind === 'cell' && effect.tab === tab && effect.idColumn !== undefined ? [effect.idColumn] : [],
  );
  return new Set([...ids, ...tab.columns.map(({ column }) => column)]);
}
