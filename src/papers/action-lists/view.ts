/** The mail with all open actions of one responsible. Days are `2026-12-03`, in Oslo. */
import { z } from 'zod';
import { dayOf, type WallTime } from '../../domain/time.ts';
import type { Facts } from '../../domain/statement.ts';
import type { Register } from '../../register/register.ts';
import type { SourceRow } from '../announcement/source.ts';
import { caseNumber } from '../agenda/view.ts';
import { nameOfCase } from '../minutes/final.ts';
import { actionLine } from '../minutes/versions.ts';
import { amount, day, standardText, text } from '../view-parts.ts';
import type { ActionList } from './lists.ts';

export const actionListView = z.object({
  /** After a meeting, since a deadline is near or past, or since what was said is not so any more. */
  why: z.enum(['minutes', 'deadline', 'changed']),
  /** The day of the meeting whose minutes it follows. */
  meetingOn: day.optional(),
  actions: z.array(
    z.object({
      action: text,
      deadline: day.optional(),
      /** The deadline in words, where it is no day. */
      deadlineWords: text.optional(),
      /** Its deadline is past. */
      isLate: z.boolean(),
      case: z.object({ id: text, number: caseNumber.optional(), title: standardText }).optional(),
    }),
  ),
  count: amount,
  /** How many are past their deadline. */
  late: amount,
  /** The first deadline. */
  first: day.optional(),
});

export type ActionListView = z.infer<typeof actionListView>;

/** `now` is Oslo time. */
export function actionListViewOf(
  register: Register,
  { actions }: ActionList,
  { why, meetingOn }: Pick<ActionListView, 'why' | 'meetingOn'>,
  now: WallTime,
): ActionListView {
  const today = dayOf(now);
  const views = actions.map(({ action, deadline, deadlineWords, fromCase }) => {
    const item = register.cases.find(({ id }) => id === fromCase);
    return {
      action,
      deadline,
      deadlineWords,
      isLate: deadline !== undefined && deadline < today,
      case: item && nameOfCase(register, item),
    };
  });
  return {
    ...{ why, meetingOn, actions: views, count: views.length },
    late: views.filter(({ isLate }) => isLate).length,
    first: views[0]?.deadline,
  };
}

/** What it says, as the record keeps it. */
export const actionListFacts = ({ actions }: Pick<ActionList, 'actions'>): Facts => ({
  actions: actions.length === 0 ? null : actions.map(actionLine).join('\n'),
});

/** The rows that it is made from. */
export const actionListSource = ({ actions }: Pick<ActionList, 'actions'>): readonly SourceRow[] =>
  actions.map(({ id, action, deadline, deadlineWords = '', responsible = '' }) => ({
    ...{ tab: 'Tiltak', id },
    values: { Tiltak: action, Frist: deadline ?? deadlineWords, Ansvarlig: responsible },
  }));
