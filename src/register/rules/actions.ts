/** Actions and cases: who, when, and case numbers that are used once. */
import { groupBy } from '../../domain/group.ts';
import { problem } from '../../domain/problem.ts';
import { lastTreatments } from '../case-state.ts';
import { caseStatuses } from '../lists.ts';
import type { Rule } from '../register.ts';
import { isBlank } from '../tab.ts';
import { cellAt } from './at.ts';

/** An open action without a responsible person or a deadline is never done. */
export const openActionsAreAssigned: Rule = function* ({ actions, tabs }) {
  for (const action of actions) {
    if (action.status !== 'open' && !(action.unread !== undefined && isBlank(action, 'status'))) continue;
    if (isBlank(action, 'responsible')) {
      yield problem('action-without-responsible', 'warning', cellAt(tabs.actions, action, 'responsible'), {});
    }
    if (isBlank(action, 'deadline')) {
      yield problem('action-without-deadline', 'warning', cellAt(tabs.actions, action, 'deadline'), {});
    }
  }
};

/** A case that is raised comes back, though a later meeting may have settled it: whether it was raised anew, only people know. */
export const raisedCasesAreOpen: Rule = function* (register) {
  const { cases, tabs } = register;
  const last = lastTreatments(register);
  for (const item of cases) {
    const row = last.get(item.id);
    if (item.status !== 'raised' || row?.outcome === undefined) continue;
    const args = { tab: row.at.tab, row: row.at.row, outcome: caseStatuses[row.outcome][0] };
    yield problem(
      'treatment-newer',
      'warning',
      cellAt(tabs.cases, item, 'status'),
      args,
      caseStatuses.raised[0],
    );
  }
};

/** Case numbers run through the year and are given once. */
export const caseNumbersAreGivenOnce: Rule = function* ({ cases, tabs }) {
  const numbered = cases.filter(({ number }) => number !== undefined);
  const nameOf = ({ number }: (typeof cases)[number]): string =>
    `Sak ${number?.number ?? 0}/${String((number?.year ?? 0) % 100).padStart(2, '0')}`;
  for (const [name, same] of groupBy(numbered, nameOf)) {
    if (same.length < 2) continue;
    const all = same.slice(0, 11).map(({ at }) => at.row);
    for (const row of same) {
      const rows = all.filter((other) => other !== row.at.row).slice(0, 10);
      yield problem('case-number-twice', 'warning', cellAt(tabs.cases, row, 'number'), { rows }, name);
    }
  }
};
