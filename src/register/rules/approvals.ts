/** Approvals: the name of somebody who has approved, and a day that has come. */
import { problem } from '../../domain/problem.ts';
import { dayOf } from '../../domain/time.ts';
import { isRefusal } from '../refusals.ts';
import type { Rule } from '../register.ts';
import { isBlank } from '../tab.ts';
import { approvalPairs } from '../tabs/activities.ts';
import { cellAt, typedDay } from './at.ts';

/**
 * Who has approved the minutes of a meeting, and the day. One without the other approves nothing, which is told of at the empty
 * cell; nor does a name that says no, or a day to come.
 */
export const approvalsAreWhole: Rule = function* ({ activities, tabs: { activities: tab } }, now) {
  // Without the column nobody can fill it in, and that is told of by itself.
  const pairs = Object.values(approvalPairs).filter(
    ({ by, on }) => tab?.columns?.[by] !== undefined && tab.columns[on] !== undefined,
  );
  for (const row of activities) {
    for (const { by, on } of pairs) {
      const [name, day] = [row[by], row[on]];
      const headingOf = (key: typeof by | typeof on): string => cellAt(tab, row, key).column ?? '';
      if (name !== undefined && isRefusal(name)) {
        yield problem('approval-refused', 'warning', cellAt(tab, row, by), { day: headingOf(on) }, name);
      } else if (isBlank(row, by) !== isBlank(row, on)) {
        const [filled, empty] = isBlank(row, on) ? [by, on] : [on, by];
        yield problem('approval-half', 'warning', cellAt(tab, row, empty), { filled: headingOf(filled) });
      } else if (day !== undefined && day > dayOf(now)) {
        yield problem('approval-ahead', 'warning', cellAt(tab, row, on), {}, typedDay(day));
      }
    }
  }
};
