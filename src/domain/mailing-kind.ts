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

/** What invites people to a quarterly meeting: its agenda. */
export const meetingMailing = 'agenda';

/** What identifies a mailing. */
export interface MailingIdParts {
  /** The ID of the activity, `A-2026-031`. */
  readonly activity: string;
  readonly kind: MailingKind | typeof meetingMailing;
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
  /^(?<activity>A-\d{4}-\d+)\.(?<kind>[a-z]+)(?:-(?<offset>\d{1,3}))?\.r(?<revision>[1-9]\d{0,5})$/u;

/** What identifies a mailing about a webinar. */
export type WebinarMailingParts = MailingIdParts & { readonly kind: MailingKind };

/** What names it, without its revision. */
export type WebinarMailingName = Omit<WebinarMailingParts, 'revision'>;

/** The parts of the ID of a mailing about a webinar; undefined for any other text. */
export function parseMailingId(text: string): WebinarMailingParts | undefined {
  const { activity = '', kind = '', offset, revision } = form.exec(text)?.groups ?? {};
  const known = mailingKinds.find((one) => one === kind);
  if (known === undefined) return undefined;
  const parts = { activity, kind: known, revision: Number(revision) };
  return offset === undefined ? parts : { ...parts, offsetDays: Number(offset) };
}
