/** The kinds of mailing there are, and the name that a mailing is known by in folders, in the ledger and to servers. */

export const mailingKinds = [
  'announcement',
  'reminder',
  'followup',
  'moved',
  'cancelled',
  'correction',
] as const;

/** What a mailing says about a webinar. */
export type MailingKind = (typeof mailingKinds)[number];

/** What invites people to a quarterly meeting: its agenda, also with a new time or a late case. */
export const meetingMailing = 'agenda';

/** What is said about a quarterly meeting to those who are invited. */
export const meetingKinds = [meetingMailing, 'cancellation'] as const;

/** What sends the minutes of a quarterly meeting, in a version that was kept. */
export const minutesMailing = 'minutes';

/** What tells somebody of all actions that are theirs. */
export const actionListMailing = 'actionlist';

/** What tells a party what is new with the other. */
export const digestMailing = 'digest';

/**
 * What a speaker is told about a slot: they are asked, asked again when the deadline has passed, it is confirmed, their
 * own slot has changed, thanks afterwards, or the slot is cancelled.
 */
export const speakerKinds = ['asked', 'nudge', 'confirmed', 'changed', 'thanks', 'withdrawn'] as const;
export type SpeakerKind = (typeof speakerKinds)[number];

/** Every kind of mailing. */
export const allMailingKinds = [
  ...mailingKinds,
  ...meetingKinds,
  minutesMailing,
  actionListMailing,
  ...speakerKinds,
  digestMailing,
] as const;
export type AnyMailingKind = (typeof allMailingKinds)[number];

/** What a mailing is about: what all kinds about it have in common is looked up by this. */
export const mailingFamilies = ['webinar', 'meeting', 'actions', 'speaker', 'digest'] as const;
export type MailingFamily = (typeof mailingFamilies)[number];

export function familyOf(kind: AnyMailingKind): MailingFamily {
  if (kind === digestMailing) return 'digest';
  if (kind === actionListMailing) return 'actions';
  if (kind === minutesMailing || meetingKinds.some((one) => one === kind)) return 'meeting';
  return speakerKinds.some((one) => one === kind) ? 'speaker' : 'webinar';
}

/** What identifies a mailing. */
export interface MailingIdParts {
  /** The ID of the row that it is about, `A-2026-031`, `P-2026-004` or `K-2026-003`; for a digest the party. */
  readonly activity: string;
  readonly kind: AnyMailingKind;
  /** Which one of several of a kind: the reminder this many days before. */
  readonly offsetDays?: number | undefined;
  /** From 1. A mailing that was made is never changed: a changed register makes the next revision. */
  readonly revision: number;
}

/** `A-2026-031.reminder-7.r1`. The same parts give the same ID, and no others do. */
export function mailingId({ activity, kind, offsetDays, revision }: MailingIdParts): string {
  const offset = offsetDays === undefined ? '' : `-${String(offsetDays)}`;
  return `${activity}.${kind}${offset}.r${String(revision)}`;
}

const form =
  /^(?<activity>[A-Z]-\d{4}-\d+|[a-z]+)\.(?<kind>[a-z]+)(?:-(?<offset>\d{1,3}))?\.r(?<revision>[1-9]\d{0,5})$/u;

/** The parts of the ID of any mailing; undefined for any other text. */
export function parseAnyMailingId(text: string): MailingIdParts | undefined {
  const { activity = '', kind = '', offset, revision } = form.exec(text)?.groups ?? {};
  const known = allMailingKinds.find((one) => one === kind);
  if (known === undefined) return undefined;
  const parts = { activity, kind: known, revision: Number(revision) };
  return offset === undefined ? parts : { ...parts, offsetDays: Number(offset) };
}

/** What identifies a mailing about a webinar. */
export type WebinarMailingParts = MailingIdParts & { readonly kind: MailingKind };

/** What names it, without its revision. */
export type WebinarMailingName = Omit<WebinarMailingParts, 'revision'>;

/** The parts of the ID of a mailing about a webinar; undefined for any other text. */
export function parseMailingId(text: string): WebinarMailingParts | undefined {
  const parts = parseAnyMailingId(text);
  const kind = mailingKinds.find((one) => one === parts?.kind);
  return parts === undefined || kind === undefined ? undefined : { ...parts, kind };
}
