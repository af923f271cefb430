/** What the templates of the list of decisions may use. Days are `2026-12-03`, in Oslo. */
import { z } from 'zod';
import { actionStatuses, caseKinds, treatmentOutcomes } from '../../register/lists.ts';
import { oneOf } from '../../register/schemas.ts';
import { caseNumber } from '../agenda/view.ts';
import { agreementNumber, amount, day, party, standardText, text } from '../view-parts.ts';

const action = z.object({
  id: text,
  action: text,
  responsible: text.optional(),
  party: party.optional(),
  deadline: day.optional(),
  /** The deadline in words, where it is no day. */
  deadlineWords: text.optional(),
  status: oneOf(actionStatuses),
  doneOn: day.optional(),
  /** Open, and the deadline is past. */
  isOverdue: z.boolean(),
});

/** What one meeting did with one case. */
const treatment = z.object({
  id: text,
  number: caseNumber.optional(),
  title: standardText,
  /** What `decision` is: a decision of a case that asked for one, otherwise a conclusion. */
  kind: oneOf(caseKinds),
  outcome: oneOf(treatmentOutcomes).optional(),
  decision: text.optional(),
  /** What was said, of a case that ended without a decision. */
  discussion: text.optional(),
  /** Of a case that waits: the day, or that of the meeting, as `Utsett til` has it. */
  until: day.optional(),
  /** The activity of the agreement that the case is about, where it names one. */
  agreement: agreementNumber.optional(),
  actions: z.array(action),
});

export const decisionsView = z.object({
  /** The day on which the register was read. */
  asOf: day,
  /** Only decisions and actions from this day on. */
  since: day.optional(),
  /** Only those with these words. */
  search: text.optional(),
  total: z.object({ decisions: amount, conclusions: amount, actions: amount, open: amount }),
  /** The newest meeting first; last what no meeting is known of. */
  meetings: z.array(
    z.object({
      id: text.optional(),
      title: standardText.optional(),
      day: day.optional(),
      cases: z.array(
        treatment.extend({
          /** The register does not say which meeting treated it: it is under the one that it was raised for. */
          isUncertain: z.boolean(),
        }),
      ),
    }),
  ),
  /** Actions that come from no case. */
  loose: z.array(action),
  /** By the agreement's activities, each with its cases; cases that name no activity are in none. */
  agreement: z.array(
    z.object({
      number: agreementNumber,
      cases: z.array(z.object({ number: caseNumber.optional(), title: standardText, day: day.optional() })),
    }),
  ),
});

export type DecisionsView = z.infer<typeof decisionsView>;
export type TreatmentView = DecisionsView['meetings'][number]['cases'][number];
export type DecidedAction = TreatmentView['actions'][number];
