/** Moves the sheets of Felles to their places: first, second, or after all others. Nobody else's sheet is moved. */
import type { TabLooks } from '../../domain/looks.ts';
import type { Request } from './cell-requests.ts';
import { logsIn, type Snapshot } from './read.ts';
import type { TabModel } from './tab-model.ts';

/** For tabs that get looks, and for new pages: where people have moved a page, it stays. */
const placeOf = ({ looks, page, seen }: TabModel): TabLooks['place'] =>
  page === undefined ? looks?.place : seen === undefined ? page.place : undefined;

/**
 * The moves, after all sheets of the write are made. `made` are the ids of its sheets in the order in which they were added,
 * each after all others; the write log is one of them.
 */
export function placeRequests(
  snapshot: Snapshot,
  tabs: readonly TabModel[],
  { logId, made }: { readonly logId: number; readonly made: readonly number[] },
): readonly Request[] {
  const placed = (place: TabLooks['place']): readonly number[] =>
    tabs.filter((tab) => placeOf(tab) === place).map(({ id }) => id);
  const [front, back] = [[...placed('first'), ...placed('second')], placed('last')];
  const logs = new Set([...logsIn(snapshot), logId]);
  const order = [...snapshot.taken.map(({ id }) => id), ...made];
  const seenByPeople = order.filter((id) => !logs.has(id));
  const others = seenByPeople.filter((id) => !front.includes(id) && !back.includes(id));
  if (sameOrder(seenByPeople, [...front, ...others, ...back])) return [];
  const requests: Request[] = [];
  for (const [index, id] of front.entries()) requests.push(...move(order, id, index));
  for (const id of back) requests.push(...move(order, id, order.length));
  return requests;
}

const sameOrder = (one: readonly number[], other: readonly number[]): boolean =>
  one.every((id, index) => id === other[index]);

/** Places are counted as they are before the move (SheetProperties). Changes `order` as Sheets will. */
function move(order: number[], id: number, index: number): readonly Request[] {
  const from = order.indexOf(id);
  if (from === index || from + 1 === index) return [];
  order.splice(from, 1);
  order.splice(from < index ? index - 1 : index, 0, id);
  return [{ updateSheetProperties: { properties: { sheetId: id, index }, fields: 'index' } }];
}
