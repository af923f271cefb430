/** All decisions and actions of the quarterly meetings over the years. Same register, request and clock: same list. */
import { comparedText } from '../../domain/compare.ts';
import { groupBy } from '../../domain/group.ts';
import { plainIn, type StandardText } from '../../domain/standard-text.ts';
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Action } from '../../register/tabs/actions.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { agreementNumber, agreementNumbers, type AgreementNumber } from '../agreement-number.ts';
import { namesOf } from '../people.ts';
import { dayOfUntil } from '../minutes/postponed-until.ts';
import { standardTextIn, titlesOf } from '../titles.ts';
import { actionsFrom, isConclusion, isDecision, treatmentsOf, type Treatment } from '../treatments.ts';
import type { DecidedAction, DecisionsView, TreatmentView } from './view.ts';

export interface DecisionsRequest {
  readonly since?: Day | undefined;
  /** Words that must all be there, in any order; upper and lower case are equal. */
  readonly search?: string | undefined;
}

/** What is looked up for every case. */
interface Known {
  readonly register: Register;
  readonly today: Day;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly nameOf: ReturnType<typeof namesOf>;
  readonly textOf: ReturnType<typeof standardTextIn>;
}

/** A treatment with its case, its day, and the words that it is found by. */
interface Found {
  readonly treatment: Treatment;
  readonly view: TreatmentView;
  readonly meeting: Activity | undefined;
  readonly day: Day | undefined;
}

/** `now` is Oslo time. */
export function decisions(register: Register, request: DecisionsRequest, now: WallTime): DecisionsView {
  const known: Known = {
    ...{ register, today: dayOf(now), nameOf: namesOf(register), textOf: standardTextIn(register) },
    activities: new Map(register.activities.map((activity) => [activity.id, activity])),
  };
  const isWanted = wordsIn(request.search);
  const found = treated(known).filter(
    ({ view, day, meeting }) =>
      (request.since === undefined || day === undefined || day >= request.since) &&
      isWanted(searchable(view, meeting)),
  );
  const loose = looseActions(known, request).filter((action) => isWanted(wordsOfAction(action)));
  const actions = [...found.flatMap(({ view }) => view.actions), ...loose];
  return {
    ...{ asOf: known.today, since: request.since, search: request.search },
    total: {
      decisions: found.filter(({ treatment }) => isDecision(treatment)).length,
      conclusions: found.filter(({ treatment }) => isConclusion(treatment)).length,
      actions: actions.length,
      open: actions.filter(({ status }) => status === 'open').length,
    },
    meetings: byMeeting(register, found),
    loose,
    agreement: byAgreement(found),
  };
}

/** Whether a text has all the words. */
function wordsIn(search: string | undefined): (text: string) => boolean {
  const words = comparedText(search ?? '').split(/\s+/u);
  return (text) => words.every((word) => comparedText(text).includes(word));
}

const bothOf = (text: StandardText): string => `${plainIn(text, 'nb')} ${plainIn(text, 'nn')}`;

const wordsOfAction = ({ id, action, responsible = '' }: DecidedAction): string =>
  `${id} ${action} ${responsible}`;

const searchable = (
  { id, number, title, decision = '', discussion = '', actions }: TreatmentView,
  meeting?: Activity,
): string =>
  [
    ...[id, bothOf(title), decision, discussion, meeting?.title ?? '', meeting?.id ?? ''],
    number === undefined ? '' : `Sak ${String(number.number)}/${String(number.year % 100).padStart(2, '0')}`,
    ...actions.map(wordsOfAction),
  ].join(' ');

/** Every treatment that decided something, led to an action, withdrew the case, or settled one that asked for a decision without any. */
function treated(known: Known): readonly Found[] {
  const { register, activities } = known;
  const byCase = groupBy(treatmentsOf(register), ({ caseId }) => caseId);
  return register.cases.flatMap((item) => {
    const all = byCase.get(item.id) ?? [];
    return all.flatMap((one): readonly Found[] => {
      const view = treatmentView(known, item, one, all);
      if (view.decision === undefined && view.actions.length === 0 && !isEnd(one)) return [];
      const meeting = activities.get(one.meeting ?? '');
      return [{ treatment: one, view, meeting, day: meeting?.start?.first }];
    });
  });
}

/** A case was withdrawn, or asked for a decision and got none: that is what became of it. */
const isEnd = ({ kind, outcome }: Treatment): boolean =>
  outcome === 'withdrawn' || (kind === 'decision' && outcome === 'treated');

function treatmentView(known: Known, item: Case, one: Treatment, all: readonly Treatment[]): TreatmentView {
  const { register, textOf, activities } = known;
  const own = actionsFrom(register, one, all);
  // An action of the case that belongs to none of its treatments is shown once, where the case was treated last.
  const others = one === all.at(-1) ? elsewhere(register, item, all) : [];
  const about = activities.get(item.activity ?? '');
  const isWaiting = one.outcome === 'postponed' && one === all.at(-1);
  return {
    id: item.id,
    number: item.number,
    title: textOf(item.title, item.titleNn),
    kind: item.kind,
    outcome: one.outcome,
    decision: one.decision,
    discussion: isEnd(one) && one.decision === undefined ? one.discussion : undefined,
    until: isWaiting ? dayOfUntil(register, item.snoozedUntil ?? '') : undefined,
    agreement: about === undefined ? undefined : agreementNumber[about.type],
    actions: [...own, ...others].map((action) => actionView(known, action)),
    isUncertain: !one.isMeetingCertain,
  };
}

/** The actions of a case that name no meeting, or one that did nothing else with the case. */
function elsewhere(register: Register, { id }: Case, all: readonly Treatment[]): readonly Action[] {
  const placed = new Set(all.flatMap((one) => actionsFrom(register, one, all)));
  return register.actions.filter((action) => action.fromCase === id && !placed.has(action));
}

function actionView({ today, nameOf }: Known, action: Action): DecidedAction {
  const { id, party, deadline, deadlineWords, status, doneOn } = action;
  return {
    ...{ id, action: action.action, party, deadline, deadlineWords, status, doneOn },
    responsible: nameOf(action.responsible),
    isOverdue: status === 'open' && deadline !== undefined && deadline < today,
  };
}

/** Actions that are under no case above, by deadline; of those that are settled only the ones from `since` on. */
function looseActions(known: Known, { since }: DecisionsRequest): readonly DecidedAction[] {
  const { register } = known;
  const treatedCases = new Set(treatmentsOf(register).map(({ caseId }) => caseId));
  const dayOfAction = ({ doneOn, deadline }: Action): string => doneOn ?? deadline ?? '9999-12-31';
  return register.actions
    .filter(({ fromCase }) => fromCase === undefined || !treatedCases.has(fromCase))
    .filter((action) => since === undefined || action.status === 'open' || dayOfAction(action) >= since)
    .toSorted((one, other) => (dayOfAction(one) < dayOfAction(other) ? -1 : 1))
    .map((action) => actionView(known, action));
}

const newestFirst = (
  one: { readonly day?: Day | undefined },
  other: { readonly day?: Day | undefined },
): number => ((one.day ?? '') === (other.day ?? '') ? 0 : (one.day ?? '') > (other.day ?? '') ? -1 : 1);

/** Within a meeting by case number, then as in the sheet. */
function byMeeting(register: Register, found: readonly Found[]): DecisionsView['meetings'] {
  const titleOf = titlesOf(register);
  const rank = ({ number }: TreatmentView): number =>
    number === undefined ? Infinity : number.year * 1000 + number.number;
  return [...groupBy(found, ({ meeting }) => meeting)]
    .map(([meeting, own]) => ({
      id: meeting?.id,
      title: meeting === undefined ? undefined : titleOf(meeting),
      day: meeting?.start?.first,
      cases: own.map(({ view }) => view).toSorted((one, other) => compared(rank(one), rank(other))),
    }))
    .toSorted(newestFirst);
}

const compared = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** Each case once, at its newest treatment; the newest first. */
function byAgreement(found: readonly Found[]): DecisionsView['agreement'] {
  const casesOf = (number: AgreementNumber): DecisionsView['agreement'][number]['cases'] => {
    const own = found.filter(({ view }) => view.agreement === number).toSorted(newestFirst);
    const once = [...new Map(own.toReversed().map((one) => [one.view.id, one])).values()];
    return once
      .toSorted(newestFirst)
      .map(({ view: { number: given, title }, day }) => ({ number: given, title, day }));
  };
  return agreementNumbers.flatMap((number) => {
    const cases = casesOf(number);
    return cases.length === 0 ? [] : [{ number, cases }];
  });
}
