/** Where people meet: what an invitation cannot go without. */
import { problem } from '../../domain/problem.ts';
import { dayOf, daysBetween } from '../../domain/time.ts';
import type { Rule } from '../register.ts';
import { isBlank } from '../tab.ts';
import { comingCalls } from './activity-times.ts';
import { cellAt } from './at.ts';

/** Its agenda is due so many days before a meeting. */
const near = 14;

/** A meeting near its day has a place or a link, and so has a webinar with a text that may go out: or people can register. */
export const gatheringsAreSomewhere: Rule = function* (register, now) {
  const today = dayOf(now);
  const { activities: tab } = register.tabs;
  const approved = new Set(
    register.texts.flatMap(({ activity, approvedBy, approvedOn }) =>
      approvedBy === undefined || approvedOn === undefined ? [] : [activity],
    ),
  );
  for (const { activity, start } of comingCalls(register, today)) {
    if (activity.status === 'idea' || !isBlank(activity, 'link')) continue;
    if (activity.type === 'quarterlyMeeting') {
      if (!isBlank(activity, 'place') || daysBetween(today, start.first) > near) continue;
      yield problem('meeting-nowhere', 'warning', cellAt(tab, activity, 'place'), { day: start.first });
    } else if (isBlank(activity, 'registration') && approved.has(activity.id)) {
      yield problem('webinar-without-link', 'warning', cellAt(tab, activity, 'registration'), {});
    }
  }
};
