/** Approvals: a name and a day belong together. */
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import type { Rule } from '../register.ts';
import { isBlank } from '../tab.ts';
import { cellAt } from './at.ts';

const minutesPairs = [
  ['approvedByBylivsenteret', 'approvedOnBylivsenteret'],
  ['approvedByDistriktssenteret', 'approvedOnDistriktssenteret'],
] as const;

/** Only one of two cells is filled in: told of at the one that is empty. */
function* half(isFilled: readonly [boolean, boolean], cells: readonly [Place, Place]): Generator<Problem> {
  if (isFilled[0] === isFilled[1]) return;
  const [filled, empty] = isFilled[0] ? cells : [cells[1], cells[0]];
  yield problem('approval-half', 'warning', empty, { filled: filled.column ?? '' });
}

/** Who has approved the minutes of a meeting, and the day: one without the other approves nothing. */
export const approvalsAreWhole: Rule = function* ({ activities, tabs }) {
  for (const row of activities) {
    for (const [by, on] of minutesPairs) {
      // Without the column nobody can fill it in, and that is told of by itself.
      if (tabs.activities?.columns?.[by] === undefined || tabs.activities.columns[on] === undefined) continue;
      yield* half(
        [!isBlank(row, by), !isBlank(row, on)],
        [cellAt(tabs.activities, row, by), cellAt(tabs.activities, row, on)],
      );
    }
  }
};
