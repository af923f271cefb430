/** The row of a case that was raised anew, `Meldt`, once a later meeting has treated it in a row of Behandling. */
import { caseStatuses, type TreatmentOutcome } from '../../../register/lists.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import { fillRow, type Filled } from './cells.ts';
import type { ReadInto } from './plan.ts';

/** Its Status is again what the first treatment made of it: its state is then that of the later one. */
export function raisedAgain({ register, workbook }: ReadInto, item: Case, outcome: TreatmentOutcome): Filled {
  if (item.status !== 'raised') return { changes: [], conflicts: [] };
  const word = caseStatuses[outcome][0];
  const wanted = { key: 'status', value: word, shown: word, has: undefined, isBefore: true };
  return fillRow(register, workbook, 'cases', item, [wanted]);
}
