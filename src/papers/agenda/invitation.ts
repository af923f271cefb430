/** The calendar event of a quarterly meeting. */
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Contact } from '../../register/tabs/contacts.ts';
import { invitedTo } from './agenda.ts';
import type { AgendaView } from './view.ts';

export interface Invited {
  readonly name: string;
  readonly email: string;
}

/** Who calls the meeting and who is called. Without an organizer with an address nobody can answer, so none is asked. */
export interface Invitation {
  /** Stable for the life of the meeting. */
  readonly uid: string;
  readonly organizer: Invited | undefined;
  readonly attendees: readonly Invited[];
}

const withAddress = ({ name, email, organisation }: Contact): readonly Invited[] =>
  email === undefined
    ? []
    : [{ name: organisation === undefined ? name : `${name}, ${organisation}`, email }];

/**
 * The organiser is the address in the settings, else the first of the host's people on the list who has one. Everybody
 * else on the list is asked to answer.
 */
export function invitation(register: Register, { meeting }: AgendaView): Invitation {
  const invited = invitedTo(register);
  const uid = `${meeting.id.toLowerCase()}@felles.invalid`;
  const { organiser } = settingsOf(register);
  if (organiser !== undefined) {
    const attendees = invited.flatMap(withAddress).filter(({ email }) => email !== organiser.email);
    return { uid, organizer: organiser, attendees };
  }
  const host =
    invited.find(({ party, email }) => party === meeting.host && email !== undefined) ??
    invited.find(({ email }) => email !== undefined);
  const [organizer] = host === undefined ? [] : withAddress(host);
  const attendees = invited.filter((contact) => contact !== host).flatMap(withAddress);
  return { uid, organizer, attendees };
}
