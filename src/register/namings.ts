/** The cells in which people are named, in every tab, and what is still to be done in their rows. */
import type { HeldWorkKind } from '../domain/problem.ts';
import type { Day } from '../domain/time.ts';
import type { Party } from './lists.ts';
import { caseStateOf } from './case-state.ts';
import { regionsOf } from './regions.ts';
import { openSteps } from './rules/county-guard.ts';
import type { CheckedRegister } from './register.ts';
import type { RowPlace } from './tab.ts';

export type NamingTab = 'activities' | 'texts' | 'cases' | 'actions' | 'slots' | 'examples' | 'dialogues';
type NamingColumn = 'responsible' | 'raisedBy' | 'presenter' | 'speaker' | 'contact' | 'who' | 'approvedBy';

/** A cell in which somebody is named. */
export interface Naming {
  readonly tab: NamingTab;
  readonly key: NamingColumn;
  readonly row: { readonly at: RowPlace; readonly id?: string | undefined };
  readonly text: string;
  /** Where the person comes from, if another cell of the row says so. */
  readonly organisation?: string | undefined;
  /** What the row is about, as it is called there. */
  readonly title: string | undefined;
  /** The day of the event, or of the deadline. */
  readonly day: Day | undefined;
  /** What is still theirs to do; undefined where the row is done, over, off, or nothing that one does. */
  readonly work: HeldWorkKind | undefined;
}

/** All of them, tab by tab. `today` (Oslo) decides what is over. Takes time linear in the number of rows. */
export function* namingsIn(register: CheckedRegister, today: Day): Generator<Naming> {
  yield* inActivities(register, today);
  yield* inActions(register);
  yield* inSlots(register, today);
  yield* inCases(register);
  yield* inDialogues(register, today);
  yield* withoutWork(register);
}

type Activity = CheckedRegister['activities'][number];

/** Neither held nor cancelled, nor over by its time: what is under way stays until somebody says that it is done. */
function isComing({ status, start, end }: Activity, today: Day): boolean {
  if (status === 'done' || status === 'cancelled') return false;
  const last = end?.last ?? start?.last;
  return status === 'ongoing' || last === undefined || last >= today;
}

function* inActivities({ activities }: CheckedRegister, today: Day): Generator<Naming> {
  for (const row of activities) {
    const { responsible: text, title, start } = row;
    if (text === undefined) continue;
    const work = isComing(row, today) ? 'activity' : undefined;
    yield { tab: 'activities', key: 'responsible', row, text, title, day: start?.first, work };
  }
}

function* inActions({ actions }: CheckedRegister): Generator<Naming> {
  for (const row of actions) {
    const { responsible: text, action: title, deadline: day, status } = row;
    if (text === undefined) continue;
    const work = status === 'done' || status === 'dropped' ? undefined : 'action';
    yield { tab: 'actions', key: 'responsible', row, text, title, day, work };
  }
}

function* inSlots({ slots, activities }: CheckedRegister, today: Day): Generator<Naming> {
  if (slots.length === 0) return;
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  for (const row of slots) {
    const { speaker, contact, organisation, title, status } = row;
    if (speaker === undefined && contact === undefined) continue;
    const activity = byId.get(row.activity);
    const isOpen = status !== 'declined' && activity !== undefined && isComing(activity, today);
    const day = activity?.start?.first;
    const work = isOpen ? 'slot' : undefined;
    const rest = { tab: 'slots', row, title, day, work } as const;
    if (speaker !== undefined) yield { ...rest, key: 'speaker', text: speaker, organisation };
    if (contact !== undefined) yield { ...rest, key: 'contact', text: contact };
  }
}

function* inCases({ cases, treatments, activities }: CheckedRegister): Generator<Naming> {
  const stateOf = caseStateOf({ treatments, activities });
  for (const row of cases) {
    const { raisedBy, presenter, title } = row;
    const state = stateOf(row);
    const work = state === 'treated' || state === 'withdrawn' ? undefined : 'case';
    const rest = { tab: 'cases', row, title, day: undefined } as const;
    if (presenter !== undefined) yield { ...rest, key: 'presenter', text: presenter, work };
    // Who raised a case that somebody else presents has nothing left to do.
    const own = presenter === undefined ? work : undefined;
    if (raisedBy !== undefined) yield { ...rest, key: 'raisedBy', text: raisedBy, work: own };
  }
}

type Dialogue = CheckedRegister['dialogues'][number];

/** A contact of which it is known when it was, with whom and by whom. */
type Known = Dialogue & { readonly county: string; readonly date: Day; readonly party: Party };

function* inDialogues(register: CheckedRegister, today: Day): Generator<Naming> {
  const { dialogues } = register;
  const known = dialogues.filter(
    (one): one is Known => one.county !== undefined && one.date !== undefined && one.party !== undefined,
  );
  const open = new Set<Dialogue>(openSteps(known, regionsOf(register), today));
  for (const row of dialogues) {
    const { who: text, county = '', nextStep, deadline, date } = row;
    if (text === undefined) continue;
    const work = open.has(row) ? 'next-step' : undefined;
    const title = nextStep === undefined ? county : `${county}: ${nextStep}`;
    yield { tab: 'dialogues', key: 'who', row, text, title, day: deadline ?? date, work };
  }
}

/** Who raised an example or approved a text has nothing left to do there. */
function* withoutWork({ examples, texts }: CheckedRegister): Generator<Naming> {
  const rest = { day: undefined, work: undefined };
  for (const row of examples) {
    const { raisedBy: text, title } = row;
    if (text !== undefined) yield { tab: 'examples', key: 'raisedBy', row, text, title, ...rest };
  }
  for (const row of texts) {
    const { approvedBy: text, title } = row;
    if (text !== undefined) yield { tab: 'texts', key: 'approvedBy', row, text, title, ...rest };
  }
}
