/** Who is invited to a quarterly meeting, from which party nobody is, and who was probably meant. */
import { dayOf, type Day, type WallTime } from '../../domain/time.ts';
import type { SingleParty } from '../../register/announcement-settings.ts';
import { hasLeft } from '../../register/contact-index.ts';
import { isInvited, uninvitedParties } from '../../register/invited.ts';
import { mayInvite } from '../../register/list-names.ts';
import type { Register } from '../../register/register.ts';
import type { Contact } from '../../register/tabs/contacts.ts';

/** Those who are invited to a quarterly meeting on a day (Oslo): contacts on the list who have not left by then. */
export function invitedTo(register: Register, on: Day): readonly Contact[] {
  return register.contacts.filter((contact) => isInvited(contact, on));
}

/** A contact on a list whose name is nearly that of those who are invited. */
export interface MeantContact {
  readonly id: string;
  readonly name: string;
  /** The name of the list, as it was written. */
  readonly list: string;
}

export interface Called {
  readonly isAnybody: boolean;
  /** The parties from which nobody is invited. */
  readonly uninvited: readonly SingleParty[];
  /** Probably meant, and not invited. */
  readonly meant: readonly MeantContact[];
}

/** Who is called to the meeting with this ID, on its day. */
export function calledTo(register: Register, meeting: string): Called {
  const { contacts, activities } = register;
  const on = activities.find(({ id }) => id === meeting)?.start?.first;
  if (on === undefined) return { isAnybody: false, uninvited: [], meant: [] };
  const invited = invitedTo(register, on);
  return {
    isAnybody: invited.length > 0,
    uninvited: uninvitedParties(contacts, on),
    meant: contacts.flatMap((contact) => {
      const { id, name, lists = [] } = contact;
      const list = lists.find(mayInvite);
      const isMeant = list !== undefined && !invited.includes(contact) && !hasLeft(contact, on);
      return isMeant ? [{ id, name, list }] : [];
    }),
  };
}

/** The day by which contacts must not have left to get a mailing about a meeting: today, or that of the meeting. */
export function invitationDay({ activities }: Register, meeting: string, now: WallTime): Day {
  const today = dayOf(now);
  const on = activities.find(({ id }) => id === meeting)?.start?.first;
  return on !== undefined && on > today ? on : today;
}
