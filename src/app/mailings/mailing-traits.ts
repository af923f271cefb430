/** What all mailings about one sort of thing have in common. */
import { familyOf, type AnyMailingKind, type MailingFamily } from '../../domain/mailing-kind.ts';

interface MailingTraits {
  /** The folder in `out` that holds these mailings. */
  readonly room: string;
  /** The name of the list (RFC 2919) that it is mail to; absent for mail to persons who are called or asked. */
  readonly list?: string;
  /** The name of the calendar file as recipients see it. */
  readonly calendarFile: string;
  /** Whether the recipient of an invitation answers it in the calendar. */
  readonly asks: boolean;
}

const traits: Readonly<Record<MailingFamily, MailingTraits>> = {
  webinar: { room: 'announce', list: 'webinar', calendarFile: 'webinar.ics', asks: false },
  meeting: { room: 'agenda', calendarFile: 'mote.ics', asks: true },
  speaker: { room: 'programme', calendarFile: 'innlegg.ics', asks: false },
  digest: { room: 'digest', list: 'orientering', calendarFile: 'orientering.ics', asks: false },
};

/** The folders in `out` that hold mailings. */
export const mailingRooms: readonly string[] = Object.values(traits).map(({ room }) => room);

export const roomOf = (kind: AnyMailingKind): string => traits[familyOf(kind)].room;

export const listOf = (kind: AnyMailingKind): string | undefined => traits[familyOf(kind)].list;

/** How a calendar file of a mailing is attached. Nobody answers a cancellation. */
export function calendarTraits(
  kind: AnyMailingKind,
  method: 'REQUEST' | 'CANCEL',
): { readonly asks: boolean; readonly filename: string } {
  const { asks, calendarFile } = traits[familyOf(kind)];
  return { asks: asks && method === 'REQUEST', filename: calendarFile };
}
