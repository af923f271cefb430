/** Quarterly meetings whose rows have errors: they are left out of the register, but must not be ignored. */
import type { Workbook } from '../domain/workbook.ts';
import { choiceCell } from './cells/choice.ts';
import { whenCell } from './cells/when.ts';
import { activityStatuses, activityTypes } from './lists.ts';
import type { Register, UnreadMeeting } from './register.ts';
import { unreadRows } from './unread-rows.ts';

const typeOf = choiceCell(activityTypes);
const statusOf = choiceCell(activityStatuses);

/** Statuses of meetings that are not expected any more. */
const settled: ReadonlySet<string | undefined> = new Set(['idea', 'cancelled', 'done']);

/** The rows of `Aktiviteter` that say «Kvartalsmøte» and are left out. */
export function unreadMeetingsIn(
  workbook: Workbook,
  tab: Register['tabs']['activities'],
): readonly UnreadMeeting[] {
  return unreadRows(workbook, tab).flatMap(({ number, value }) => {
    if (value('type', typeOf) !== 'quarterlyMeeting') return [];
    if (settled.has(value('status', statusOf) ?? 'unknown')) return [];
    return [{ row: number, day: value('start', whenCell)?.first }];
  });
}
