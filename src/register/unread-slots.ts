/** Slots whose rows have errors: a programme without them would be incomplete. */
import type { Workbook } from '../domain/workbook.ts';
import { choiceCell } from './cells/choice.ts';
import { slotStatuses } from './lists.ts';
import type { Register, UnreadSlot } from './register.ts';
import { slotsTab } from './tabs/slots.ts';
import { unreadRows } from './unread-rows.ts';

const activityOf = slotsTab.columns.activity.parse;
const statusOf = choiceCell(slotStatuses);

/** The rows of `Program` that are not among the slots that could be read, except declined ones. */
export function unreadSlotsIn(workbook: Workbook, tab: Register['tabs']['slots']): readonly UnreadSlot[] {
  return unreadRows(workbook, tab).flatMap(({ number, value }) =>
    value('status', statusOf) === 'declined'
      ? []
      : [{ row: number, activity: value('activity', activityOf) }],
  );
}
