/** The rows of a planned series, ready to fill in: for each webinar an activity, a slot, and a text in each written standard. */
import { msg } from '../../domain/msg.ts';
import { dayOf, dayParts, minutesOf } from '../../domain/time.ts';
import type { RowAddition, Workbook } from '../../domain/workbook.ts';
import { UserError } from '../../domain/user-error.ts';
import { titled } from '../../register/cells/id.ts';
import {
  activityStatuses,
  activityTypes,
  parties,
  slotStatuses,
  writtenStandards,
} from '../../register/lists.ts';
import { freeIds, rowFor } from '../../register/new-rows.ts';
import type { Register } from '../../register/register.ts';
import type { SeriesPlan } from './series.ts';

const minutesInDay = 1440;

/** A webinar to be added: its ID, and its rows in all tabs. */
export interface NewWebinar {
  readonly id: string;
  readonly rows: readonly RowAddition[];
}

/** Throws UserError where the workbook lacks one of the tabs. A slot has times of day alone: it follows its webinar to another day. */
export function seriesRows(
  { tabs }: Register,
  workbook: Workbook,
  { name, party, planned }: SeriesPlan,
): readonly NewWebinar[] {
  const { activities, texts, slots } = tabs;
  if (activities === undefined || texts === undefined || slots === undefined) {
    throw new UserError(
      msg`The workbook lacks one of the tabs Aktiviteter, Tekster and Program.`,
      msg`Run «npm run init» to add it, and try again. Existing content is not changed.`,
    );
  }
  const idFor = freeIds(workbook);
  return planned.map(({ title, start, end }) => {
    const { year } = dayParts(dayOf(start));
    const id = idFor('A', year);
    const activity = titled(id, title);
    const time = (at: typeof start): { readonly serial: number } => ({
      serial: minutesOf(at) / minutesInDay,
    });
    const rows = [
      rowFor(activities, {
        ...{
          id,
          type: activityTypes.webinar[0],
          title,
          party: parties[party][0],
          status: activityStatuses.idea[0],
        },
        ...{ start: { wallTime: start }, end: { wallTime: end }, series: name },
      }),
      ...(['nb', 'nn'] as const).map((standard) =>
        rowFor(texts, { id: idFor('B', year), activity, standard: writtenStandards[standard][0], title }),
      ),
      rowFor(slots, {
        ...{ id: idFor('P', year), activity, start: time(start), end: time(end) },
        ...{ title: 'Innlegg', titleNn: 'Innlegg', status: slotStatuses.wanted[0] },
      }),
    ];
    return { id, rows };
  });
}
