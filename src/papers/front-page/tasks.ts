/** Where the links of the front page lead: the cell in which each task is done. */
import type { CellTarget } from '../../domain/looks.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import { columnLetters, type Workbook } from '../../domain/workbook.ts';
import type { FrontTask } from '../../language/front-page.ts';
import type { ColumnKey } from '../../register/looks/design.ts';
import { foundTab } from '../../register/looks/tab-looks.ts';
import type { Register } from '../../register/register.ts';
import type { TabKey } from '../../register/tabs.ts';

/** The cell of each task; none where its tab is missing or cannot be read. `now` is Oslo time. */
export function taskTargets(
  register: Register,
  workbook: Workbook,
  now: WallTime,
): Readonly<Record<FrontTask, CellTarget | undefined>> {
  const cell = <T extends TabKey>(key: T, column: ColumnKey<T>, row?: number): CellTarget | undefined => {
    const found = foundTab(register.tabs, key);
    const place = found?.columns[column];
    if (found === undefined || place === undefined) return undefined;
    const rows = workbook.sheets.find(({ name }) => name === found.name)?.rows ?? [];
    const free = Math.max(found.top, rows.at(-1)?.number ?? 0) + 1;
    return { tab: found.name, cell: `${columnLetters(place.index)}${String(row ?? free)}` };
  };
  const { row: openAction } = firstOpenAction(register) ?? {};
  return {
    case: cell('cases', 'title'),
    activity: cell('activities', 'type'),
    action: cell('actions', 'status', openAction),
    text: cell('texts', 'approvedBy', nextText(register, now)),
    dialogue: cell('dialogues', 'county'),
  };
}

/** The open action whose deadline is first. */
function firstOpenAction({ actions }: Register): { readonly row: number } | undefined {
  const open = actions.filter(({ status }) => status === 'open');
  const [first] = open.toSorted((one, other) => ((one.deadline ?? '9') < (other.deadline ?? '9') ? -1 : 1));
  return first?.at;
}

/** The row of the text that must be approved first: that of the next activity which has one. */
function nextText({ activities, texts }: Register, now: WallTime): number | undefined {
  const starts = new Map(activities.map(({ id, start }) => [id, start?.first ?? '']));
  const waiting = texts.flatMap(({ activity, approvedBy, at }) => {
    const day = starts.get(activity) ?? '';
    return approvedBy === undefined && day >= dayOf(now) ? [{ day, row: at.row }] : [];
  });
  return waiting.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0]?.row;
}
