/** Which earlier meetings had a case on their agenda, and which of them postponed it. */
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { groupBy } from '../../domain/group.ts';
import type { Meeting } from '../meetings.ts';
import { treatmentsOf } from '../treatments.ts';

/** The IDs of the cases that the last agenda of each meeting listed, without those that were treated before, as the record has it. */
export function listedByMeeting({
  statements,
}: Pick<Register, 'statements'>): ReadonlyMap<string, ReadonlySet<string>> {
  const listed = new Map<string, ReadonlySet<string>>();
  for (const { kind, about, facts } of statements) {
    if (kind !== 'agenda' || facts.cases === undefined) continue;
    const ids = (facts.cases ?? '').split('\n').map((line) => line.split(' ')[0] ?? '');
    listed.set(about, new Set(ids.filter((id) => id !== '')));
  }
  return listed;
}

export interface Earlier {
  /** The meetings whose agenda the case was on, the first one first. */
  readonly earlier: readonly Meeting[];
  /** Those of them that postponed it: of a case that one has treated, those since then. */
  readonly postponedIn: readonly Meeting[];
}

/**
 * `meetings` are those from the one that the case was raised for, up to the next. What stands in `Utsett til` was written in or
 * after the last meeting that is known to have had the case, so that it says nothing of those before.
 */
export function earlierOf(
  register: Register,
): (item: Case, meetings: readonly Meeting[], isHeldBack: (one: Meeting) => boolean) => Earlier {
  const listed = listedByMeeting(register);
  const treatments = groupBy(treatmentsOf(register), ({ caseId }) => caseId);
  return ({ id }, meetings, isHeldBack) => {
    const outcomes = new Map(
      (treatments.get(id) ?? []).map(({ meeting = '', outcome }) => [meeting, outcome]),
    );
    const had = (one: Meeting): boolean => outcomes.has(one.id) || listed.get(one.id)?.has(id) === true;
    const lastKnown = meetings.findLastIndex(had);
    const firstTreated = meetings.findIndex((one) => outcomes.get(one.id) === 'treated');
    const isLeftOut = (one: Meeting, index: number): boolean =>
      listed.has(one.id) && (firstTreated === -1 || index <= firstTreated);
    // Whether it was on the agenda that it was raised for, before somebody let it wait, nobody knows: it counts.
    const earlier = meetings.filter(
      (one, index) =>
        index === 0 || had(one) || (!isLeftOut(one, index) && (index < lastKnown || !isHeldBack(one))),
    );
    const treated = earlier.findLastIndex((one) => outcomes.get(one.id) === 'treated');
    const first = earlier.findIndex(
      (one, index) => index > treated && (treated === -1 || outcomes.get(one.id) === 'postponed'),
    );
    return { earlier, postponedIn: first === -1 ? [] : earlier.slice(first) };
  };
}
