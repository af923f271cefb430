/** What is written of an action of an earlier meeting that the minutes say is done. */
import { actionStatuses } from '../../../register/lists.ts';
import { meetingDay } from '../../meetings.ts';
import { fillRow, type Filled } from './cells.ts';
import type { UnderstoodDone } from '../read/understood.ts';
import type { ReadInto } from './plan.ts';

/**
 * Nothing where the sheet says so already; its day stands then. An action that was dropped is a conflict, and so is one that
 * somebody has opened again since this was read before (`wasRead`).
 */
export function doneCells(
  { register, workbook, meeting }: ReadInto,
  { id, day: since }: Pick<UnderstoodDone, 'id' | 'day'>,
  wasRead: boolean,
): Filled {
  const row = register.actions.find((one) => one.id === id);
  if (row === undefined || row.status === 'done') return { changes: [], conflicts: [] };
  const isOpen = row.status === 'open' && !wasRead;
  const [done, day] = [actionStatuses.done[0], since ?? meetingDay(meeting)];
  const has = isOpen ? undefined : actionStatuses[row.status][0];
  return fillRow(register, workbook, 'actions', row, [
    { key: 'status', value: done, shown: done, has, isBefore: isOpen },
    ...(isOpen ? [{ key: 'doneOn', value: { day }, shown: day, has: row.doneOn }] : []),
  ]);
}
