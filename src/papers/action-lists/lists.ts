/** The open actions of each responsible, whom a list can be sent to, and which of it they have been told. */
import { actionListMailing } from '../../domain/mailing-kind.ts';
import { addDays, dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { meantOf } from '../../register/meant-person.ts';
import { peopleIn, type Person } from '../../register/people.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Action } from '../../register/tabs/actions.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import { mailingsAbout } from '../agenda/told.ts';
import { actionLine, actionsSaid, type SaidAction } from '../minutes/versions.ts';

/** So many days after its deadline nobody is reminded of an action by mail any more: the agenda has it. */
const lateDays = 28;

/** Everything open that one contact is responsible for, the nearest deadline first. */
export interface ActionList {
  readonly contact: Contact;
  readonly actions: readonly Action[];
  /** What the last list said; undefined where there was none, or the record has lost it. */
  readonly said: readonly SaidAction[] | undefined;
  /** What is not so any more as it said. */
  readonly changed: readonly { readonly was: SaidAction; readonly is: SaidAction | undefined }[];
  /** Those whose deadline is near or past, and that no list since then has reminded of. */
  readonly near: readonly Action[];
}

/** An action whose responsible nobody can write to; or one of its responsibles, where that name is of `several`. */
export interface UnaddressedAction {
  readonly action: Action;
  readonly why: 'nobody' | 'unknown' | 'several' | 'group' | 'no-address';
}

export interface ActionLists {
  readonly lists: readonly ActionList[];
  readonly unaddressed: readonly UnaddressedAction[];
}

/** The open actions that are not put off. */
const openActions = ({ actions }: Register, today: Day): readonly Action[] =>
  actions.filter(
    ({ status, snoozedUntil }) => status === 'open' && (snoozedUntil === undefined || snoozedUntil < today),
  );

/** `now` is Oslo time. */
export function actionLists(register: Register, now: WallTime): ActionLists {
  const people = peopleIn(register.contacts);
  const owned = new Map<string, { contact: Contact; actions: Action[] }>();
  const unaddressed: UnaddressedAction[] = [];
  const today = dayOf(now);
  for (const action of openActions(register, today)) {
    const found = people.find(action.responsible ?? '').filter(({ text }) => text !== '');
    const owners = found.map((one) => ownerIn(one, action, today));
    const contacts = owners.flatMap((one) => (typeof one === 'string' ? [] : [one]));
    const reasons = owners.filter((one) => typeof one === 'string');
    const why = reasons.includes('several') ? 'several' : reasons[0];
    if (contacts.length === 0 || why === 'several') unaddressed.push({ action, why: why ?? 'nobody' });
    for (const contact of new Set(contacts)) {
      const own = owned.get(contact.id) ?? { contact, actions: [] };
      own.actions.push(action);
      owned.set(contact.id, own);
    }
  }
  const told = new Set(
    register.statements.flatMap(({ kind, about }) => (kind === actionListMailing ? [about] : [])),
  );
  // Whoever was told of something that is not theirs any more.
  for (const contact of register.contacts)
    if (told.has(contact.id) && !owned.has(contact.id) && contact.email !== undefined)
      owned.set(contact.id, { contact, actions: [] });
  return { lists: [...owned.values()].map((own) => listOf(register, own, now)), unaddressed };
}

/** The contact, or why there is none. */
function ownerIn(person: Person<Contact>, { party }: Action, today: Day): Contact | UnaddressedAction['why'] {
  if (person.is !== 'contact' && person.is !== 'several') return person.is;
  const contact = person.is === 'contact' ? person.contact : meantOf(person.contacts, { party, today });
  if (contact === undefined) return 'several';
  return contact.email === undefined ? 'no-address' : contact;
}

/** Later than any deadline. */
const never = '9999';

function listOf(
  register: Register,
  { contact, actions }: { readonly contact: Contact; readonly actions: readonly Action[] },
  now: WallTime,
): ActionList {
  const lists = mailingsAbout(register, contact.id, [actionListMailing]);
  const last = lists.at(-1);
  const said = last?.facts.actions === undefined ? undefined : actionsSaid(last.facts.actions);
  return {
    contact,
    actions: actions.toSorted((one, other) =>
      (one.deadline ?? never) === (other.deadline ?? never)
        ? one.at.row - other.at.row
        : (one.deadline ?? never) < (other.deadline ?? never)
          ? -1
          : 1,
    ),
    said,
    changed: (said ?? []).flatMap((was) => changedSince(register, was, actions)),
    near: nearActions(register, actions, lists, now),
  };
}

/** An action that is done, or put off, is known to whoever it belongs to. */
function changedSince(
  { actions: all }: Register,
  was: SaidAction,
  actions: readonly Action[],
): ActionList['changed'] {
  const row = all.find(({ id }) => id === was.id);
  const own = actions.find(({ id }) => id === was.id);
  if (own !== undefined) return actionLine(own) === actionLine(was) ? [] : [{ was, is: own }];
  return row?.status === 'open' && row.snoozedUntil !== undefined
    ? []
    : row?.status === 'done'
      ? []
      : [{ was, is: undefined }];
}

type Lists = readonly { readonly at: string; readonly facts: { readonly actions?: string | null } }[];

function nearActions(
  register: Register,
  actions: readonly Action[],
  lists: Lists,
  now: WallTime,
): readonly Action[] {
  const { remindDays } = settingsOf(register).afterMeeting;
  const today = dayOf(now);
  if (remindDays === 0) return [];
  return actions.filter(({ id, deadline }) => {
    if (deadline === undefined || today < addDays(deadline, -remindDays)) return false;
    if (today > addDays(deadline, lateDays)) return false;
    return !lists.some(({ at, facts }) => {
      const time = wallTimeOfUtc(at);
      const isSince = time !== undefined && dayOf(time) >= addDays(deadline, -remindDays);
      return (
        isSince && (facts.actions === undefined || actionsSaid(facts.actions).some((one) => one.id === id))
      );
    });
  });
}

/** Why a list should be sent now; undefined where nothing asks for it. */
export function reasonFor({ near, changed }: ActionList): 'deadline' | 'changed' | undefined {
  if (changed.length > 0) return 'changed';
  return near.length > 0 ? 'deadline' : undefined;
}
