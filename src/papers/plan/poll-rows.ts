/** The rows of Datoforslag: each of those invited has one for each proposed time. */
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { RowAddition } from '../../domain/workbook.ts';
import { titled } from '../../register/cells/id.ts';
import { isInvited } from '../../register/invited.ts';
import { isReserving } from '../../register/list-names.ts';
import { rowFor } from '../../register/new-rows.ts';
import type { Register } from '../../register/register.ts';
import type { Contact } from '../../register/tabs/contacts.ts';

export interface ProposedTime {
  readonly start: WallTime;
  readonly end?: WallTime | undefined;
}

/** Those who are invited to a meeting on a day, in the order of Kontakter. */
export const invitedOn = ({ contacts }: Register, day: Day): readonly Contact[] =>
  contacts.filter((contact) => isInvited(contact, day) && !isReserving(contact.lists ?? []));

/** The rows that are missing, person by person; none if the register has no tab for them. */
export function pollRows(
  register: Register,
  meeting: { readonly id: string; readonly title: string },
  times: readonly ProposedTime[],
  deadline: Day,
): readonly RowAddition[] {
  const { answers: tab } = register.tabs;
  const [first] = times;
  if (tab === undefined || first === undefined) return [];
  const keyOf = (who: string, time: string): string => `${who} ${time}`;
  const there = new Set(
    register.answers
      .filter((row) => row.meeting === meeting.id)
      .map(({ who, start }) => keyOf(who, start.time ?? start.first)),
  );
  return invitedOn(register, dayOf(first.start)).flatMap(({ id, name }) =>
    times
      .filter(({ start }) => !there.has(keyOf(id, start)))
      .map(({ start, end }) =>
        rowFor(tab, {
          ...{
            meeting: titled(meeting.id, meeting.title),
            who: titled(id, name),
            start: { wallTime: start },
          },
          ...{ end: end === undefined ? undefined : { wallTime: end }, deadline: { day: deadline } },
        }),
      ),
  );
}
