/** What all mailings about one sort of thing have in common. */
import type { MailList } from '../../delivery/compose.ts';
import {
  familyOf,
  minutesMailing,
  type AnyMailingKind,
  type MailingFamily,
} from '../../domain/mailing-kind.ts';

interface MailingTraits {
  /** The folder in `out` that holds these mailings. */
  readonly room: string;
  /** Whom an answer goes to: the address for questions in the settings, or whoever calls the meeting. */
  readonly answersTo: 'contact' | 'organizer';
  /** Absent for mail to persons who are called or asked. An address that leaves a list gets no mail at all, so colleagues leave theirs by word of mouth. */
  readonly list?: MailList;
  /** The name of the calendar file as recipients see it. */
  readonly calendarFile: string;
  /** Whether the recipient of an invitation answers it in the calendar. */
  readonly asks: boolean;
}

const traits: Readonly<Record<MailingFamily, MailingTraits>> = {
  webinar: {
    room: 'announce',
    answersTo: 'contact',
    list: { name: 'webinar', canLeave: true },
    calendarFile: 'webinar.ics',
    asks: false,
  },
  meeting: { room: 'agenda', answersTo: 'organizer', calendarFile: 'mote.ics', asks: true },
  actions: { room: 'minutes', answersTo: 'organizer', calendarFile: 'tiltak.ics', asks: false },
  speaker: { room: 'programme', answersTo: 'contact', calendarFile: 'innlegg.ics', asks: false },
  digest: {
    room: 'digest',
    answersTo: 'contact',
    list: { name: 'orientering', canLeave: false },
    calendarFile: 'orientering.ics',
    asks: false,
  },
};

/** The folders in `out` that hold mailings. */
export const mailingRooms: readonly string[] = Object.values(traits).map(({ room }) => room);

/** Minutes lie with what else their command makes. Older ones are in the room of the agenda. */
export const roomOf = (kind: AnyMailingKind): string =>
  traits[kind === minutesMailing ? 'actions' : familyOf(kind)].room;

export const listOf = (kind: AnyMailingKind): MailList | undefined => traits[familyOf(kind)].list;

/** Whether answers go to whoever calls the meeting, and not to the address for questions. */
export const isAnsweredToOrganizer = (kind: AnyMailingKind): boolean =>
  traits[familyOf(kind)].answersTo === 'organizer';

/** How a calendar file of a mailing is attached. Nobody answers a cancellation. */
export function calendarTraits(
  kind: AnyMailingKind,
  method: 'REQUEST' | 'CANCEL',
): { readonly asks: boolean; readonly filename: string } {
  const { asks, calendarFile } = traits[familyOf(kind)];
  return { asks: asks && method === 'REQUEST', filename: calendarFile };
}
