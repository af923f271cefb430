/** Contacts: the lists they are on, and the language in which they get papers for these lists. */
import { comparedList } from '../../domain/compare.ts';
import { problem, type Problem } from '../../domain/problem.ts';
import { dayOf, type Day } from '../../domain/time.ts';
import { hasLeft } from '../contact-index.ts';
import { uninvitedParties } from '../invited.ts';
import {
  digestList,
  invitedList,
  isOneList,
  mayBrief,
  mayInvite,
  mayReserve,
  remarksNoMail,
  reservedList,
} from '../list-names.ts';
import { parties } from '../lists.ts';
import type { CheckedRegister, Rule } from '../register.ts';
import { isBlank } from '../tab.ts';
import { mayBeReserved } from '../tabs/contacts.ts';
import { recipientRemarksNoMail } from '../tabs/recipients.ts';
import { cellAt } from './at.ts';

/** Everyone on a list gets papers, and these come in a written standard (språklova § 15). */
export const contactsOnListsHaveStandard: Rule = function* ({ contacts, tabs }, now) {
  for (const contact of contacts) {
    if (hasLeft(contact, dayOf(now))) continue;
    if (!isBlank(contact, 'standard') || (contact.lists ?? []).length === 0) continue;
    yield problem('standard-missing', 'warning', cellAt(tabs.contacts, contact, 'standard'), {});
  }
};

const isUsed = (name: string): boolean => [invitedList, reservedList, digestList].includes(name);

/** The list of those that Felles uses that a name was probably meant to be; «reservert» has a rule of its own. */
const usedListNear = (written: string): string | undefined =>
  mayInvite(written) ? invitedList : mayBrief(written) ? digestList : undefined;

/** A misspelt name makes another list, and contacts on it are forgotten. */
export const listsAreKnown: Rule = function* ({ contacts: all, tabs }, now) {
  const contacts = all.filter((contact) => !hasLeft(contact, dayOf(now)));
  const meant = new Map<string, string | undefined>();
  const counts = listCounts(contacts);
  for (const contact of contacts) {
    for (const written of contact.lists ?? []) {
      const name = comparedList(written);
      if (isUsed(name) || mayReserve(written)) continue;
      if (!meant.has(name)) meant.set(name, usedListNear(written) ?? likelierList(name, counts));
      const near = meant.get(name);
      if (near === undefined) continue;
      const at = cellAt(tabs.contacts, contact, 'lists');
      const invites = near === invitedList;
      yield problem('list-near', invites ? 'error' : 'warning', at, { nearest: near, invites }, written);
    }
  }
};

function listCounts(contacts: CheckedRegister['contacts']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of contacts.flatMap(({ lists = [] }) => lists.map(comparedList))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A list with more contacts, or an earlier one, whose name is the same except for a misspelling. */
function likelierList(name: string, counts: ReadonlyMap<string, number>): string | undefined {
  const own = counts.get(name) ?? 0;
  for (const [other, count] of counts) {
    if (other === name) return [...counts].find(([one, many]) => many > own && isOneList(name, one))?.[0];
    if (count >= own && isOneList(name, other)) return other;
  }
  return undefined;
}

/** Contacts who may have asked for no mail get none; a person must decide. */
export const reservationsAreClear: Rule = function* ({ contacts, recipients, tabs }) {
  for (const contact of contacts) {
    if (!mayBeReserved(contact)) continue;
    const { lists = [], name, role } = contact;
    const written = lists.find(mayReserve) ?? (remarksNoMail(name) ? name : role);
    const key = lists.some(mayReserve) ? 'lists' : remarksNoMail(name) ? 'name' : 'role';
    const args = { column: 'Lister', write: reservedList };
    yield problem('reservation-unclear', 'error', cellAt(tabs.contacts, contact, key), args, written);
  }
  for (const recipient of recipients) {
    const { at, number: id, name, note, reserved } = recipient;
    if (reserved === true || !recipientRemarksNoMail(recipient)) continue;
    const key = remarksNoMail(note) ? 'note' : 'name';
    const args = { column: 'Reservert', write: 'ja' };
    yield problem(
      'reservation-unclear',
      'error',
      cellAt(tabs.recipients, { at, id }, key),
      args,
      key === 'note' ? note : name,
    );
  }
};

/** Both parties are invited to the next meeting. If there are no contacts yet, nothing is reported. */
export const partiesAreInvited: Rule = function* ({ activities, contacts, tabs }, now) {
  if (tabs.contacts?.columns?.lists === undefined || contacts.length === 0) return;
  const today = dayOf(now);
  const [next] = activities
    .flatMap(({ type, status, start }) =>
      type === 'quarterlyMeeting' &&
      (status === 'planned' || status === 'confirmed') &&
      start !== undefined &&
      start.last >= today
        ? [start.first]
        : [],
    )
    .sort();
  if (next !== undefined) yield* uninvited(contacts, next, tabs.contacts.name);
};

function uninvited(contacts: CheckedRegister['contacts'], on: Day, tab: string): readonly Problem[] {
  return uninvitedParties(contacts, on).map((party) =>
    problem('party-not-invited', 'warning', { tab }, { party: parties[party][0], list: invitedList }),
  );
}
