/** The results of the quarterly meetings of a year, and whether actions were done on time. */
import { groupBy } from '../../domain/group.ts';
import { dayParts, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Action } from '../../register/tabs/actions.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { meetingDay, meetingsOf } from '../meetings.ts';
import { titlesOf } from '../titles.ts';
import { isShown } from './happenings.ts';
import type { ReportView } from './view.ts';
import { partyOrder } from '../people.ts';

type CaseCounts = ReportView['cases'];

function countCases(cases: readonly Case[]): CaseCounts {
  const treated = cases.filter(({ status }) => status === 'treated');
  return {
    treated: treated.length,
    decisions: treated.filter(({ kind, decision }) => kind === 'decision' && decision !== undefined).length,
    postponed: cases.filter(({ status }) => status === 'postponed').length,
  };
}

/** The meetings of the year that have begun, with their cases. A case belongs to the meeting that it names. */
export function meetingsView(
  register: Register,
  year: number,
  today: Day,
): Pick<ReportView, 'cases' | 'meetings'> {
  const byMeeting = groupBy(register.cases, ({ meeting }) => meeting);
  const titleOf = titlesOf(register);
  const meetings = meetingsOf(register).filter(
    (meeting) =>
      isShown(meeting) && dayParts(meetingDay(meeting)).year === year && meetingDay(meeting) <= today,
  );
  return {
    cases: countCases(meetings.flatMap(({ id }) => byMeeting.get(id) ?? [])),
    meetings: meetings.map((meeting) => ({
      title: titleOf(meeting),
      precision: meeting.start.precision === 'time' ? 'day' : meeting.start.precision,
      first: meeting.start.first,
      last: meeting.start.last,
      ...countCases(byMeeting.get(meeting.id) ?? []),
    })),
  };
}

function countActions(actions: readonly Action[]): Omit<ReportView['actions'], 'parties'> {
  const count = (status: Action['status']): number =>
    actions.filter((action) => action.status === status).length;
  const [done, open] = [count('done'), count('open')];
  return { due: done + open, done, open, dropped: count('dropped') };
}

/**
 * Actions whose deadline was in the year and is past. The register does not say when an action was done, so one done late
 * counts as done.
 */
export function actionsView({ actions }: Register, year: number, today: Day): ReportView['actions'] {
  const due = actions.filter(
    ({ deadline }) => deadline !== undefined && dayParts(deadline).year === year && deadline < today,
  );
  const byParty = groupBy(due, ({ party }) => party);
  return {
    ...countActions(due),
    parties: partyOrder.flatMap((party) => {
      const own = byParty.get(party);
      return own === undefined ? [] : [{ party, ...countActions(own) }];
    }),
  };
}
