/** The actions of minutes that both parties have approved: as they were kept. What becomes of them later is their follow-up. */
import type { Facts } from '../../domain/statement.ts';
import { actionLine, actionsSaid, type DoneAction, type SaidAction } from './versions.ts';

/** Those that a version said of a case, or of no case, in the order of `now`; `now` where there is no such version. */
export function asKept(facts: Facts | undefined, now: readonly SaidAction[]): readonly SaidAction[] {
  if (facts?.actions === undefined) return now;
  const same = new Map(now.map((one) => [actionLine(one), one]));
  const place = new Map(now.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: SaidAction): number => place.get(id) ?? now.length;
  return actionsSaid(facts.actions)
    .map((one) => same.get(actionLine(one)) ?? one)
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The same of the actions of earlier meetings that were done. */
export const doneAsKept = (facts: Facts | undefined, now: readonly DoneAction[]): readonly DoneAction[] =>
  facts?.description === undefined
    ? now
    : actionsSaid(facts.description).flatMap(({ id, action, responsible, deadline }) =>
        deadline === undefined ? [] : [{ id, action, responsible, doneOn: deadline }],
      );

/** The IDs of those that are otherwise in one than in the other, each once. */
export function unlikeIn(kept: readonly SaidAction[], now: readonly SaidAction[]): readonly string[] {
  const [was, is] = [new Set(kept.map(actionLine)), new Set(now.map(actionLine))];
  const unlike = [
    ...kept.filter((one) => !is.has(actionLine(one))),
    ...now.filter((one) => !was.has(actionLine(one))),
  ];
  return [...new Set(unlike.map(({ id }) => id))].toSorted();
}
