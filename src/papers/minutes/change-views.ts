/** What a version of minutes says otherwise than the one before it, as papers tell it. */
import { saidStates, type Difference, type SaidState } from '../../domain/statement.ts';
import type { Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { namesOf } from '../people.ts';
import { standardTextIn } from '../titles.ts';
import { dayOfUntil } from './postponed-until.ts';
import type { MinutesChangeView, NamedCase } from './final-view.ts';
import { actionLine, actionsSaid, type MinutesChange, type MinutesFacts } from './versions.ts';

/** `is` are the facts of the later version. */
export function changeViews(
  register: Register,
  changes: readonly MinutesChange[],
  is: MinutesFacts,
): MinutesChangeView[] {
  return changes.flatMap((change) => {
    const { about } = change;
    const named = about === undefined ? undefined : namedIn(register, about, change, is);
    if (change.is !== 'changed') return [{ case: named, what: change.is, came: [], gone: [] }];
    return change.differences.flatMap((one) => differenceView(register, named, one));
  });
}

/** As the register calls the case; where its row is gone, as the later version or the one before it did. */
function namedIn(
  { cases, ...register }: Register,
  id: string,
  change: MinutesChange,
  is: MinutesFacts,
): NamedCase {
  const item = cases.find((one) => one.id === id);
  const textOf = standardTextIn({ cases, ...register });
  if (item !== undefined) return { id, number: item.number, title: textOf(item.title, item.titleNn) };
  const said = change.differences.flatMap((one) => (one.fact === 'title' ? [one.was] : []));
  return { id, title: is.cases.get(id)?.title ?? said[0] ?? id };
}

const outcomes = ['treated', 'postponed', 'withdrawn', 'untreated'] as const;
const outcomeOf = (state: SaidState | undefined): (typeof outcomes)[number] | undefined =>
  outcomes.find((one) => one === saidStates.find((known) => known === state));

function differenceView(
  register: Register,
  named: NamedCase | undefined,
  difference: Difference,
): readonly MinutesChangeView[] {
  const base = { case: named, came: [], gone: [] };
  const { fact } = difference;
  if (fact === 'state') {
    const [wasOutcome, isOutcome] = [outcomeOf(difference.was), outcomeOf(difference.is)];
    return [{ ...base, what: 'outcome', wasOutcome, isOutcome }];
  }
  if (fact === 'deadline') {
    const dayIn = (until = ''): Day | undefined => dayOfUntil(register, until);
    return [{ ...base, what: 'until', wasUntil: dayIn(difference.was), isUntil: dayIn(difference.is) }];
  }
  // Minutes say no other fact.
  if (fact === 'gone' || fact === 'time' || fact === 'cases') return [];
  const { was, is } = difference;
  if (fact === 'actions') return [{ ...base, what: fact, ...actionsBetween(register, was, is) }];
  if (fact === 'description' && named === undefined)
    return [{ ...base, what: 'done', ...actionsBetween(register, was, is) }];
  const nameOf = namesOf(register);
  if (fact === 'present') return [{ ...base, what: fact, was: nameOf(was), is: nameOf(is) }];
  if (fact === 'description') return [{ ...base, what: 'discussion', was, is }];
  return fact === 'title' || fact === 'decision' ? [{ ...base, what: fact, was, is }] : [];
}

function actionsBetween(
  register: Register,
  was: string | undefined,
  is: string | undefined,
): Pick<MinutesChangeView, 'came' | 'gone'> {
  const nameOf = namesOf(register);
  const [before, after] = [actionsSaid(was), actionsSaid(is)];
  const [linesBefore, linesAfter] = [new Set(before.map(actionLine)), new Set(after.map(actionLine))];
  const views = (actions: typeof before, others: ReadonlySet<string>): MinutesChangeView['came'] =>
    actions
      .filter((one) => !others.has(actionLine(one)))
      .map((one) => ({ ...one, responsible: nameOf(one.responsible) }));
  return { came: views(after, linesBefore), gone: views(before, linesAfter) };
}
