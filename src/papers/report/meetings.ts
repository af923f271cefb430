/** The results of the quarterly meetings of a year, and whether actions were done on time. */
import { groupBy } from '../../domain/group.ts';
import { dayParts, type Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Action } from '../../register/tabs/actions.ts';
import { meetingDay, meetingsOf } from '../meetings.ts';
import { titlesOf } from '../titles.ts';
import { isDecision, treatmentsOf, type Treatment } from '../treatments.ts';
import { isShown } from './happenings.ts';
import type { ReportView } from './view.ts';
import { partyOrder } from '../people.ts';

type CaseCounts = ReportView['cases'];

const countCases = (treatments: readonly Treatment[]): CaseCounts => ({
  treated: treatments.filter(({ outcome }) => outcome === 'treated').length,
  decisions: treatments.filter(isDecision).length,
  postponed: treatments.filter(({ outcome }) => outcome === 'postponed').length,
});

/** The meetings of the year that have begun, with what they did with their cases. A case that came back counts in each. */
export function meetingsView(
  register: Register,
  year: number,
  today: Day,
): Pick<ReportView, 'cases' | 'meetings'> {
  const byMeeting = groupBy(treatmentsOf(register), ({ meeting }) => meeting);
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
  const doneOn = actions.filter(({ status }) => status === 'done');
  const inTime = doneOn.filter((action) => (action.doneOn ?? '9999') <= (action.deadline ?? ''));
  return {
    ...{ due: done + open, done, open, dropped: count('dropped') },
    inTime: inTime.length,
    undated: doneOn.filter((action) => action.doneOn === undefined).length,
  };
}

/** Actions whose deadline was in the year and is past. One done late counts as done; whether it was late, `Utført dato` says. */
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
