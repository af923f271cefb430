/**
 * What the quarterly meetings did with the cases. The first treatment of a case is in the cells of `Saker`, each later one in
 * a row of `Behandling`; both are one list here.
 */
import { groupBy } from '../domain/group.ts';
import { parseVersionName } from '../domain/version-name.ts';
import type { TreatmentOutcome } from '../register/lists.ts';
import type { Register } from '../register/register.ts';
import type { Action } from '../register/tabs/actions.ts';
import type { Case } from '../register/tabs/cases.ts';
import type { RowPlace } from '../register/tab.ts';

export interface Treatment {
  /** The ID of the case. */
  readonly caseId: string;
  readonly kind: Case['kind'];
  /** The ID of the meeting; absent where nothing says which it was. */
  readonly meeting: string | undefined;
  /** Whether the register says so. Otherwise it is the meeting that the case was raised for, and it may have been a later one. */
  readonly isMeetingCertain: boolean;
  readonly outcome: TreatmentOutcome | undefined;
  readonly decision: string | undefined;
  /** What was said. */
  readonly discussion: string | undefined;
  /** The row that says so: of `Saker` or `Behandling`. */
  readonly at: RowPlace;
}

/**
 * What the row of a case says of its first treatment; undefined for a case that nothing was done with. Its status is of that
 * treatment where `Behandlet i` says so. Otherwise it is that of today, which a later treatment may have changed: what was
 * decided then was treated then.
 */
function firstTreatment(item: Case, isTreatedAgain: boolean, wasKept: () => boolean): Treatment | undefined {
  const { id: caseId, kind, status, decision, discussion, treatedIn, meeting, at } = item;
  const isKept = (decision ?? treatedIn) !== undefined;
  if (!isKept && discussion === undefined && (status === 'raised' || isTreatedAgain)) return undefined;
  // A note says nothing of the outcome: that a case which is Meldt was treated is known from its decision or its minutes.
  const isTreated = (): boolean =>
    decision !== undefined || (treatedIn !== undefined && (isTreatedAgain || wasKept()));
  const isStatusOfToday =
    status === 'raised' || (isTreatedAgain && (treatedIn === undefined || status === 'withdrawn'));
  return {
    ...{ caseId, kind, decision, discussion, at },
    outcome: isStatusOfToday ? (isTreated() ? ('treated' as const) : undefined) : status,
    meeting: treatedIn ?? meeting,
    isMeetingCertain: treatedIn !== undefined,
  };
}

/** Whether the newest minutes of the meeting that treated a case first say that it was treated. */
const wasTreated = ({ statements }: Pick<Register, 'statements'>, { id, treatedIn }: Case): boolean =>
  statements.findLast(
    ({ kind, about, what = '' }) =>
      kind === 'minutesVersion' && about === id && parseVersionName(what)?.activity === treatedIn,
  )?.facts.state === 'treated';

/** Every treatment: by case in the order of `Saker`, the first treatment before the later ones in the order of `Behandling`. */
export function treatmentsOf({ cases, treatments, statements }: Register): readonly Treatment[] {
  const later = groupBy(treatments, (row) => row.case);
  return cases.flatMap((item): readonly Treatment[] => {
    const rows = later.get(item.id) ?? [];
    const first = firstTreatment(item, rows.length > 0, () => wasTreated({ statements }, item));
    const others = rows.map(({ case: caseId, meeting, outcome, decision, discussion, at }): Treatment => ({
      ...{ caseId, kind: item.kind, meeting, outcome, decision, discussion, at },
      isMeetingCertain: true,
    }));
    return first === undefined ? others : [first, ...others];
  });
}

type Decided = Pick<Treatment, 'kind' | 'outcome' | 'decision'>;

const isSettled = ({ outcome, decision }: Decided): boolean =>
  outcome === 'treated' && decision !== undefined;

/** Whether a meeting made a decision: it treated a case that asked for one, and `Vedtak` says what it decided. */
export const isDecision = (one: Decided): boolean => one.kind === 'decision' && isSettled(one);

/** Whether a case that asked for no decision came to something: a conclusion, as the minutes call it. */
export const isConclusion = (one: Decided): boolean => one.kind !== 'decision' && isSettled(one);

/**
 * The actions that a meeting agreed on for a case: those that name both; and where only one treatment of the case is known, also
 * those that name the case and no meeting.
 */
export function actionsFrom(
  { actions }: Register,
  { caseId, meeting }: Pick<Treatment, 'caseId' | 'meeting'>,
  ofCase: readonly Treatment[],
): readonly Action[] {
  const isOnly = ofCase.length === 1;
  return actions.filter(
    ({ fromCase, fromMeeting }) =>
      fromCase === caseId && (fromMeeting === undefined ? isOnly : fromMeeting === meeting),
  );
}
