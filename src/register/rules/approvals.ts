/** Approvals: a name and a day belong together. */
import { problem } from '../../domain/problem.ts';
import type { Rule } from '../register.ts';
import { isBlank } from '../tab.ts';
import { approvalPairs } from '../tabs/activities.ts';
import { cellAt } from './at.ts';

/** Who has approved the minutes of a meeting, and the day: one without the other approves nothing. Told of at the empty cell. */
export const approvalsAreWhole: Rule = function* ({ activities, tabs: { activities: tab } }) {
  // Without the column nobody can fill it in, and that is told of by itself.
  const pairs = Object.values(approvalPairs).filter(
    ({ by, on }) => tab?.columns?.[by] !== undefined && tab.columns[on] !== undefined,
  );
  for (const row of activities) {
    for (const { by, on } of pairs) {
      if (isBlank(row, by) === isBlank(row, on)) continue;
      const [filled, empty] = isBlank(row, on) ? [by, on] : [on, by];
      const args = { filled: cellAt(tab, row, filled).column ?? '' };
      yield problem('approval-half', 'warning', cellAt(tab, row, empty), args);
    }
  }
};
