/** The cells of what a meeting did with a case. */
import { parseDay } from '../../../domain/time.ts';
import type { NewValue } from '../../../domain/workbook.ts';
import { caseStatuses, type TreatmentOutcome } from '../../../register/lists.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import { treatmentsOf, type Treatment } from '../../treatments.ts';
import { isTreatedLater } from '../postponed-until.ts';
import type { UnderstoodCase } from '../read/understood.ts';
import { fillRow, type Filled, type Wanted } from './cells.ts';
import type { ReadInto } from './plan.ts';

/**
 * The cells of a treatment that the minutes have something for; `status` is the key of the column for its outcome. `Meldt` says
 * only that the case was raised, so that the meeting's outcome takes its place.
 */
export function wantedOf(
  { outcome, decision, discussion }: UnderstoodCase,
  here: Treatment | undefined,
  status: 'status' | 'outcome',
  isRaised = false,
): Wanted[] {
  const word = (of: UnderstoodCase['outcome']): string | undefined =>
    of === undefined ? undefined : caseStatuses[of][0];
  const cells = [
    ['decision', decision, here?.decision, false],
    ['discussion', discussion, here?.discussion, false],
    [status, word(outcome), isRaised ? undefined : word(here?.outcome), isRaised],
  ] as const;
  return cells.flatMap(([key, value, has, isBefore]) =>
    value === undefined ? [] : [{ key, value, shown: value, has, isBefore }],
  );
}

type Postponed = Pick<UnderstoodCase, 'outcome' | 'until'>;

/** `Utsett til` of a case that was postponed to a certain meeting or day. */
export function untilValue({ outcome, until }: Postponed): NewValue | undefined {
  if (outcome !== 'postponed' || until === undefined) return undefined;
  const day = parseDay(until);
  return day === undefined ? until : { day };
}

/**
 * The same, written where the cell is empty and the register has the case waiting: not where it says otherwise of this meeting, where
 * a later one has had the case, nor where somebody has raised it anew since its minutes were read (`wasRead`).
 */
export function untilCells(into: ReadInto, item: Case, postponed: Postponed, wasRead: boolean): Filled {
  const { register, workbook, meeting } = into;
  const isRaised = item.status === 'raised';
  const here = treatmentsOf(register).find((one) => one.caseId === item.id && one.meeting === meeting.id);
  const isOtherwise = !isRaised && (here?.outcome ?? 'postponed') !== 'postponed';
  if (isOtherwise || (isRaised && wasRead) || isTreatedLater(register, meeting, item.id))
    return { changes: [], conflicts: [] };
  const value = untilValue(postponed);
  const shown = postponed.until ?? '';
  const wanted = { key: 'snoozedUntil', value, shown, has: item.snoozedUntil };
  return fillRow(register, workbook, 'cases', item, value === undefined ? [] : [{ ...wanted, value }]);
}

/**
 * Of a case that was raised anew, `Meldt`, once a later meeting has treated it in a row of Behandling: its Status is again what the first treatment made of it: its state is then
 * that of the later one.
 */
export function raisedAgain({ register, workbook }: ReadInto, item: Case, outcome: TreatmentOutcome): Filled {
  if (item.status !== 'raised') return { changes: [], conflicts: [] };
  const word = caseStatuses[outcome][0];
  const wanted = { key: 'status', value: word, shown: word, has: undefined, isBefore: true };
  return fillRow(register, workbook, 'cases', item, [wanted]);
}
