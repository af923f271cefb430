/** IDs that point to rows of other tabs. */
import { problem, type Place, type Problem } from '../../domain/problem.ts';
import { normaliseId } from '../cells/id.ts';
import { activityTypes } from '../lists.ts';
import type { Register, TabState } from '../register.ts';
import type { Rule } from '../rules.ts';
import { cellAt } from './at.ts';
import { nearestId } from './nearest-id.ts';

/** A tab that others point to. */
interface Target {
  readonly name: string;
  readonly ids: ReadonlySet<string>;
  readonly refused: ReadonlyMap<string, number>;
}

/** Undefined where the tab is missing or could not be read: that has been told, and every reference would be wrong. */
function targetOf(state: TabState | undefined, rows: readonly { readonly id: string }[]): Target | undefined {
  if (state?.headings === undefined) return undefined;
  return { name: state.name, ids: new Set(rows.map(({ id }) => id)), refused: state.refused };
}

interface Reference {
  readonly id: string;
  readonly at: Place;
}

/** A reference to a row that is not there is an error; one to a row that was refused goes away with that row's error. */
function* pointing(references: Iterable<Reference>, target: Target | undefined): Generator<Problem> {
  if (target === undefined) return;
  const { name, ids, refused } = target;
  for (const { id, at } of references) {
    if (ids.has(id)) continue;
    const row = refused.get(id);
    if (row !== undefined) {
      yield problem('reference-refused', 'warning', at, { tab: name, row }, id);
      continue;
    }
    const nearest = nearestId(id, (other) => ids.has(other) || refused.has(other));
    yield problem('reference-unknown', 'error', at, { tab: name, ...nearestOnly(nearest) }, id);
  }
}

/** Cases, texts, slots and examples that point to an activity. */
export const activityReferences: Rule = function* (register) {
  const target = targetOf(register.tabs.activities, register.activities);
  const { cases, texts, slots, examples } = register.tabs;
  yield* pointing(meetingsOfCases(register), target);
  yield* pointing(references(register.cases, cases, 'activity'), target);
  yield* pointing(references(register.texts, texts, 'activity'), target);
  yield* pointing(references(register.slots, slots, 'activity'), target);
  yield* pointing(usesOf(register, examples), target);
};

/** Actions that point to the case they came from. */
export const caseReferences: Rule = function* (register) {
  const target = targetOf(register.tabs.cases, register.cases);
  for (const row of register.actions) {
    if (row.fromCase === undefined) continue;
    yield* pointing([{ id: row.fromCase, at: cellAt(register.tabs.actions, row, 'fromCase') }], target);
  }
};

function* references<Row extends { readonly activity?: string | undefined } & Parameters<typeof cellAt>[1]>(
  rows: readonly Row[],
  state: TabState<'activity'> | undefined,
  key: 'activity',
): Generator<Reference> {
  for (const row of rows) {
    if (row.activity !== undefined) yield { id: row.activity, at: cellAt(state, row, key) };
  }
}

function* meetingsOfCases({ cases, tabs }: Register): Generator<Reference> {
  for (const row of cases) {
    if (row.meeting !== undefined) yield { id: row.meeting, at: cellAt(tabs.cases, row, 'meeting') };
  }
}

function* usesOf({ examples }: Register, state: Register['tabs']['examples']): Generator<Reference> {
  for (const row of examples) {
    for (const use of row.usedIn ?? []) yield { id: normaliseId(use), at: cellAt(state, row, 'usedIn') };
  }
}

/** A case belongs to a quarterly meeting, not to an activity of another type. */
export const meetingTypes: Rule = function* ({ cases, activities, tabs }) {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const needed = activityTypes.quarterlyMeeting[0];
  for (const row of cases) {
    const activity = byId.get(row.meeting ?? '');
    if (activity === undefined || activity.type === 'quarterlyMeeting') continue;
    const args = { tab: activity.at.tab, is: activityTypes[activity.type][0], needed };
    yield problem('reference-type', 'error', cellAt(tabs.cases, row, 'meeting'), args, activity.id);
  }
};

const contactId = /^K-20\d\d-\d{3,6}$/u;

/** Who is responsible may be written as a role, a name, or the ID of a contact. Only an ID can be wrong. */
function* contactsNamed({
  activities,
  actions,
  cases,
  examples,
  texts,
  tabs,
}: Register): Generator<Reference> {
  for (const row of activities)
    yield* named(row.responsible, () => cellAt(tabs.activities, row, 'responsible'));
  for (const row of actions) yield* named(row.responsible, () => cellAt(tabs.actions, row, 'responsible'));
  for (const row of cases) yield* named(row.raisedBy, () => cellAt(tabs.cases, row, 'raisedBy'));
  for (const row of examples) yield* named(row.raisedBy, () => cellAt(tabs.examples, row, 'raisedBy'));
  for (const row of texts) yield* named(row.approvedBy, () => cellAt(tabs.texts, row, 'approvedBy'));
}

function* named(text: string | undefined, at: () => Place): Generator<Reference> {
  if (text === undefined || !/^\s*k\s*[-‐-―−]/iu.test(text)) return;
  const id = normaliseId(text);
  if (contactId.test(id)) yield { id, at: at() };
}

export const contactReferences: Rule = function* (register) {
  const target = targetOf(register.tabs.contacts, register.contacts);
  for (const found of pointing(contactsNamed(register), target)) {
    if (found.code !== 'reference-unknown') yield found;
    else yield problem('contact-unknown', 'error', found.at, nearestOnly(found.args.nearest), found.value);
  }
};

const nearestOnly = (nearest: string | undefined): { readonly nearest?: string } =>
  nearest === undefined ? {} : { nearest };
