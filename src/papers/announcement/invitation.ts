/** The event for a webinar in its recipients' calendars. */
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { Hash } from '../../domain/recipient-key.ts';
import type { AnnouncementSettings } from '../../register/announcement-settings.ts';
import type { AnnouncementView } from './view.ts';
import type { Webinar } from './webinars.ts';

export interface WebinarEvent {
  /** CANCEL removes the event from the calendar. */
  readonly method: 'REQUEST' | 'CANCEL';
  readonly uid: string;
  /** An announced webinar is confirmed, even if the register still says Planlagt. */
  readonly status: 'CONFIRMED' | 'CANCELLED';
  readonly start: string;
  readonly end: string | undefined;
  readonly summary: string;
  readonly location: string | undefined;
  /** The link for registering or taking part. */
  readonly url: string | undefined;
  readonly organizer: { readonly name: string; readonly email: string };
}

/**
 * The UID of the thing with this `key` in a workbook. It stays the same as long as the thing exists, since it is never made
 * from a time or a title. So a moved webinar moves in the calendar, and a cancelled one is removed.
 */
export function eventUid(hash: Hash, workbook: string, key: string, settings: AnnouncementSettings): string {
  const sender = settings.sender?.email ?? '@felles.invalid';
  return `${hash(`${workbook}|${key}`).slice(0, 32)}${sender.slice(sender.lastIndexOf('@'))}`;
}

/** The event of a mailing of this kind; undefined for a mailing about what is over. */
export function webinarEvent(
  kind: MailingKind,
  webinar: Webinar,
  view: AnnouncementView,
  uid: string,
  sender: NonNullable<AnnouncementSettings['sender']>,
): WebinarEvent | undefined {
  if (kind === 'followup' || (kind === 'correction' && view.isOver)) return undefined;
  const called =
    kind === 'cancelled'
      ? ({ method: 'CANCEL', status: 'CANCELLED' } as const)
      : ({ method: 'REQUEST', status: 'CONFIRMED' } as const);
  return {
    ...called,
    uid,
    start: webinar.start.time,
    end: webinar.end?.time,
    summary: view.title,
    location: view.place,
    url: view.registration?.link ?? view.joinLink,
    organizer: sender,
  };
}
