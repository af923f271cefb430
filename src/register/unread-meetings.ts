/** Quarterly meetings whose rows have errors: they are left out of the register, and yet nobody may pass them over. */
import type { Day } from '../domain/time.ts';
import { isEmptyCell, type Cell, type Workbook } from '../domain/workbook.ts';
import { choiceCell } from './cells/choice.ts';
import { whenCell } from './cells/when.ts';
import { activityStatuses, activityTypes } from './lists.ts';
import type { TabState } from './register.ts';
import type { Activity } from './tabs/activities.ts';

export interface UnreadMeeting {
  /** The row number people see. */
  readonly row: number;
  /** The first day of its start, where that could be read. */
  readonly day: Day | undefined;
}

const typeOf = choiceCell(activityTypes);
const statusOf = choiceCell(activityStatuses);
const silent = (): void => undefined;

/** Statuses of meetings that nobody waits for. */
const settled: ReadonlySet<string | undefined> = new Set(['idea', 'cancelled', 'done']);

/** The rows of `Aktiviteter` that say «Kvartalsmøte» and are not among the activities that could be read. */
export function unreadMeetingsIn(
  workbook: Workbook,
  tab: TabState | undefined,
  activities: readonly Activity[],
): readonly UnreadMeeting[] {
  const { type, start, status } = tab?.columns ?? {};
  const sheet = workbook.sheets.find(({ name }) => name === tab?.name);
  if (type === undefined || sheet === undefined || tab?.refused.size === 0) return [];
  const read = new Set(activities.map(({ at }) => at.row));
  return sheet.rows.slice(1).flatMap(({ number, cells }): readonly UnreadMeeting[] => {
    if (read.has(number)) return [];
    const value = <T>(
      index: number | undefined,
      parse: (cell: Cell, report: () => void) => T,
    ): T | undefined => {
      const cell = cells[index ?? -1];
      return cell === undefined || isEmptyCell(cell) ? undefined : parse(cell, silent);
    };
    if (value(type.index, typeOf) !== 'quarterlyMeeting') return [];
    if (settled.has(value(status?.index, statusOf) ?? 'unknown')) return [];
    return [{ row: number, day: value(start?.index, whenCell)?.first }];
  });
}
