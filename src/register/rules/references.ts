/** IDs that point to rows of other tabs. */
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { normaliseId } from '../../domain/id.ts';
import { dayOf } from '../../domain/time.ts';
import { exampleId } from '../cells/id.ts';
import { contactIdsIn } from '../contact-index.ts';
import { activityTypes } from '../lists.ts';
import { namingsIn } from '../namings.ts';
import type { TabState, Rule } from '../register.ts';
import { cellAt } from './at.ts';
import type { Checked } from '../tab.ts';
import { nearestId } from './nearest-id.ts';

/** A tab that others point to. */
interface Target {
  readonly name: string;
  readonly has: (id: string) => boolean;
  readonly refused: ReadonlyMap<string, number>;
  readonly blank: ReadonlyMap<string, number>;
}

/** Undefined if the tab is missing or could not be read: this is reported already, and every reference would be wrong. */
function targetOf(
  state: TabState | undefined,
  rows: readonly Checked<{ readonly id: string }>[],
): Target | undefined {
  if (state?.headings === undefined) return undefined;
  let ids: ReadonlySet<string> | undefined;
  const has = (id: string): boolean => {
    ids ??= new Set(
      rows.flatMap(({ id: own, unread }) => (own === undefined || unread !== undefined ? [] : [own])),
    );
    return ids.has(id);
  };
  return { name: state.name, has, refused: state.refused, blank: state.blank };
}

/** A reference to a missing row is an error. One to a refused row is resolved when that row is corrected. */
function check(id: string | undefined, at: () => Place, target: Target | undefined): readonly Problem[] {
  if (id === undefined || target === undefined || target.has(id)) return [];
  const { name, has, refused } = target;
  const row = refused.get(id);
  if (row !== undefined) return [problem('reference-refused', 'warning', at(), { tab: name, row }, id)];
  const empty = target.blank.get(id);
  if (empty !== undefined) return [problem('reference-blank', 'error', at(), { tab: name, row: empty }, id)];
  const nearest = nearestId(id, (other) => has(other) || refused.has(other));
  const args = nearest === undefined ? { tab: name } : { tab: name, nearest };
  return [problem('reference-unknown', 'error', at(), args, id)];
}

/** Cases, actions, treatments, texts, slots, answers and examples that point to an activity. */
export const activityReferences: Rule = function* ({ activities, tabs, ...register }) {
  const target = targetOf(tabs.activities, activities);
  const { cases, actions, treatments, texts, slots, answers, examples } = register;
  for (const row of cases) {
    yield* check(row.meeting, () => cellAt(tabs.cases, row, 'meeting'), target);
    yield* check(row.activity, () => cellAt(tabs.cases, row, 'activity'), target);
    yield* check(row.treatedIn, () => cellAt(tabs.cases, row, 'treatedIn'), target);
    const until = row.snoozedUntil?.startsWith('A-') === true ? row.snoozedUntil : undefined;
    yield* check(until, () => cellAt(tabs.cases, row, 'snoozedUntil'), target);
  }
  for (const row of actions)
    yield* check(row.fromMeeting, () => cellAt(tabs.actions, row, 'fromMeeting'), target);
  for (const row of treatments)
    yield* check(row.meeting, () => cellAt(tabs.treatments, row, 'meeting'), target);
  for (const row of texts) yield* check(row.activity, () => cellAt(tabs.texts, row, 'activity'), target);
  for (const row of slots) yield* check(row.activity, () => cellAt(tabs.slots, row, 'activity'), target);
  for (const row of answers) yield* check(row.meeting, () => cellAt(tabs.answers, row, 'meeting'), target);
  for (const row of examples) {
    for (const use of row.usedIn ?? [])
      yield* checkUse(use, () => cellAt(tabs.examples, row, 'usedIn'), target);
  }
};

/** The column for where an example was used is a list of IDs; other words are accepted, but reported. */
function checkUse(use: string, at: () => Place, target: Target | undefined): readonly Problem[] {
  const id = normaliseId(use);
  if (/^A-20\d\d-\d{3,6}$/u.test(id)) return check(id, at, target);
  return [problem('id-unreadable', 'warning', at(), { example: exampleId('A') }, use)];
}

/** Actions that point to the case they came from, and treatments to theirs. */
export const caseReferences: Rule = function* ({ cases, actions, treatments, tabs }) {
  const target = targetOf(tabs.cases, cases);
  for (const row of actions) yield* check(row.fromCase, () => cellAt(tabs.actions, row, 'fromCase'), target);
  for (const row of treatments) yield* check(row.case, () => cellAt(tabs.treatments, row, 'case'), target);
};

/** Cases, treatments, actions and answers belong to a quarterly meeting, not to an activity of another type. */
export const meetingTypes: Rule = function* ({ activities, tabs, ...register }) {
  const { cases, actions, treatments, answers } = register;
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const needed = activityTypes.quarterlyMeeting[0];
  function* check(id: string | undefined, at: () => Place): Generator<Problem> {
    const activity = byId.get(id ?? '');
    if (activity?.type === undefined || activity.type === 'quarterlyMeeting') return;
    const args = { tab: activity.at.tab, is: activityTypes[activity.type][0], needed };
    yield problem('reference-type', 'error', at(), args, activity.id);
  }
  for (const row of cases) {
    for (const key of ['meeting', 'treatedIn', 'snoozedUntil'] as const)
      yield* check(row[key], () => cellAt(tabs.cases, row, key));
  }
  for (const row of treatments) yield* check(row.meeting, () => cellAt(tabs.treatments, row, 'meeting'));
  for (const row of actions) yield* check(row.fromMeeting, () => cellAt(tabs.actions, row, 'fromMeeting'));
  for (const row of answers) yield* check(row.meeting, () => cellAt(tabs.answers, row, 'meeting'));
};

/**
 * People who are named by ID, alone or among others, are contacts, and so are those who answer. A role or a name is also
 * allowed: rules/people.ts.
 */
export const contactReferences: Rule = function* (register, now) {
  const target = targetOf(register.tabs.contacts, register.contacts);
  for (const row of register.answers)
    yield* check(row.who, () => cellAt(register.tabs.answers, row, 'who'), target).map(asContact);
  for (const { tab, key, row, text } of namingsIn(register, dayOf(now))) {
    for (const id of contactIdsIn(text)) {
      yield* check(id, () => cellAt<string>(register.tabs[tab], row, key), target).map(asContact);
    }
  }
};

function asContact(found: Problem): Problem {
  if (found.code !== 'reference-unknown') return found;
  const { nearest } = found.args;
  return problem('contact-unknown', 'error', found.at, nearest === undefined ? {} : { nearest }, found.value);
}
