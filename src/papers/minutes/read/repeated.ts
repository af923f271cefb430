/** An action that stands in several places of the minutes, as under its case and in a list at the end: once. */
import { comparedName } from '../../../domain/compare.ts';
import type { Tell } from './actions.ts';
import type { UnderstoodAction, UnderstoodCase } from './understood.ts';

/** `caseId`: the case that a list of actions names. */
export interface OfCase {
  readonly caseId: string | undefined;
  readonly action: UnderstoodAction;
}

interface Kept {
  readonly owner: UnderstoodCase | undefined;
  action: UnderstoodAction;
  readonly isListed: boolean;
}

/** The cases, each with its actions, and the actions of no case. What stands under the case comes before what a list says. */
export function withActions(
  cases: readonly UnderstoodCase[],
  found: readonly OfCase[],
  tell: Tell,
): { readonly cases: readonly UnderstoodCase[]; readonly actions: readonly UnderstoodAction[] } {
  const all = [...cases];
  const kept: Kept[] = [];
  for (const owner of cases)
    for (const action of owner.actions) keep({ owner, action, isListed: false }, kept, tell);
  for (const { caseId, action } of found) {
    let owner = caseId === undefined ? undefined : all.find(({ id }) => id === caseId);
    if (caseId !== undefined && owner === undefined) {
      owner = onlyListed(caseId, action);
      all.push(owner);
    }
    keep({ owner, action, isListed: true }, kept, tell);
  }
  const of = (owner: UnderstoodCase | undefined): readonly UnderstoodAction[] =>
    kept.filter((one) => one.owner === owner).map(({ action }) => action);
  return { cases: all.map((one) => ({ ...one, actions: of(one) })), actions: of(undefined) };
}

const onlyListed = (id: string, { line }: UnderstoodAction): UnderstoodCase => ({
  ...{ id, isNew: false, title: '', line, actions: [] },
  ...{ outcome: undefined, decision: undefined, discussion: undefined },
});

/** Adds an action, or completes the one that it repeats. Tells where they say otherwise, or it may repeat several. */
function keep(one: Kept, kept: Kept[], tell: Tell): void {
  const { owner, action, isListed } = one;
  const same = kept.filter(
    (other) =>
      comparedAction(other.action) === comparedAction(action) &&
      (other.owner === owner || (isListed && owner === undefined)),
  );
  const alike = same.filter((other) => isAlike(other.action, action));
  const [first] = alike;
  if (first !== undefined && alike.every((other) => other.owner === first.owner)) {
    const { responsible, deadline } = first.action;
    first.action = {
      ...first.action,
      responsible: responsible ?? action.responsible,
      deadline: deadline ?? action.deadline,
    };
  } else if (first !== undefined || same.some((other) => other.isListed !== isListed)) {
    const text = [action.text, action.responsible?.text, action.deadline?.text]
      .filter((part) => part !== undefined)
      .join(', ');
    tell({ line: action.line, text, why: first === undefined ? 'repeated-otherwise' : 'repeated-twice' });
  } else kept.push(one);
}

const comparedAction = ({ text }: UnderstoodAction): string => comparedName(text.replace(/[\s.]+$/u, ''));

/** Whether who and when are the same, as far as both say it. */
function isAlike(one: UnderstoodAction, other: UnderstoodAction): boolean {
  const [who, otherWho] = [one.responsible, other.responsible];
  const [when, otherWhen] = [one.deadline, other.deadline];
  const peopleOf = ({ ids, party, text }: NonNullable<typeof who>): string =>
    ids.length > 0 ? ids.toSorted().join() : (party ?? comparedName(text));
  const dayOf = ({ day, text }: NonNullable<typeof when>): string => day ?? comparedName(text);
  return (
    (who === undefined || otherWho === undefined || peopleOf(who) === peopleOf(otherWho)) &&
    (when === undefined || otherWhen === undefined || dayOf(when) === dayOf(otherWhen))
  );
}
