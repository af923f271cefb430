/** What each sort of mailing is made from: the rows behind it as they are now, and the command that makes it again. */
import { familyOf, mailingKinds, minutesMailing, type MailingFamily } from '../../domain/mailing-kind.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Mailing } from '../../delivery/mailing.ts';
import { actionLists } from '../../papers/action-lists/lists.ts';
import { actionListSource } from '../../papers/action-lists/view.ts';
import { agenda } from '../../papers/agenda/agenda.ts';
import { agendaSource, cancellationSource } from '../../papers/agenda/source.ts';
import { sourceRows, type SourceRow } from '../../papers/announcement/source.ts';
import { webinarsOf } from '../../papers/announcement/webinars.ts';
import { digestSource } from '../../papers/digest/source.ts';
import { datedMeeting, meetingsOf } from '../../papers/meetings.ts';
import { finalMinutes } from '../../papers/minutes/final.ts';
import { minutesSource } from '../../papers/minutes/mail.ts';
import { speakerAddresses, speakerSource } from '../../papers/speakers/source.ts';
import { singleParties } from '../../register/announcement-settings.ts';
import { parties } from '../../register/lists.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Register } from '../../register/register.ts';

const partyWord = (id: string): string =>
  parties[singleParties.find((party) => party === id) ?? 'distriktssenteret'][0];

interface MailingSource {
  /**
   * The rows that the texts come from, as they are now; undefined if what the mailing is about is gone. `then` is when it was
   * made (Oslo).
   */
  readonly rows: (register: Register, mailing: Mailing, then: WallTime) => readonly SourceRow[] | undefined;
  /** The command that makes it again, as typed after `npm run`. */
  readonly command: (mailing: Mailing) => string;
  /** Addresses that it may be for and that are neither in Mottakere nor in Kontakter. */
  readonly addresses?: (register: Register) => readonly string[];
}

/** One line for each family. */
const sources: Readonly<Partial<Record<MailingFamily, MailingSource>>> = {
  webinar: { rows: webinarRows, command: () => 'announce' },
  speaker: {
    rows: (register, { activity, kind }) =>
      speakerSource(register, activity.id) ?? (kind === 'withdrawn' ? [] : undefined),
    command: ({ activity, kind }) => `speakers -- --slot ${activity.id} --kind ${kind}`,
    addresses: speakerAddresses,
  },
  meeting: {
    rows: meetingRows,
    command: ({ activity, kind }) =>
      kind === minutesMailing ? minutesCommand(activity.id) : meetingCommand(activity.id),
  },
  actions: { rows: actionRows, command: () => 'minutes -- --actions' },
  digest: {
    rows: (register, { says = [] }, then) => digestSource(register, says, then),
    command: ({ activity }) => `digest -- --for ${partyWord(activity.id)} --mailing`,
  },
};

/** Undefined for a mailing that this version cannot make. */
export const sourceOf = ({ kind }: Pick<Mailing, 'kind'>): MailingSource | undefined =>
  sources[familyOf(kind)];

/** For the invitation as it is now; of a cancelled meeting, the cancellation. */
const meetingCommand = (meeting: string): string => `agenda -- --meeting ${meeting} --mailing`;

const minutesCommand = (meeting: string): string => `minutes -- --meeting ${meeting} --final --mailing`;

function actionRows(
  register: Register,
  { activity }: Mailing,
  then: WallTime,
): readonly SourceRow[] | undefined {
  const own = actionLists(register, then).lists.find(({ contact }) => contact.id === activity.id);
  if (own !== undefined) return actionListSource(own);
  return register.contacts.some(({ id }) => id === activity.id) ? [] : undefined;
}

function meetingRows(
  register: Register,
  { activity, kind }: Mailing,
  then: WallTime,
): readonly SourceRow[] | undefined {
  const meeting = datedMeeting(register, activity.id);
  if (kind === minutesMailing)
    return meeting === undefined
      ? undefined
      : minutesSource(register, finalMinutes(register, meeting, then), then);
  if (kind === 'cancellation') return meeting === undefined ? undefined : cancellationSource(meeting);
  if (meeting?.status === 'cancelled')
    throw new UserError(
      msg`${activity.id} «${meeting.title}» is cancelled since the mailing was made.`,
      msg`Do not send it. «npm run ${meetingCommand(activity.id)}» makes the mail to those who have the invitation, if anybody has.`,
    );
  const isThere = meetingsOf(register).some(({ id }) => id === activity.id);
  return isThere ? agendaSource(agenda(register, { meeting: activity.id }, then)) : undefined;
}

function webinarRows(register: Register, mailing: Mailing, then: WallTime): readonly SourceRow[] | undefined {
  const kind = mailingKinds.find((one) => one === mailing.kind);
  const webinar = webinarsOf(register).find(({ id }) => id === mailing.activity.id);
  if (webinar === undefined || kind === undefined) return undefined;
  const standards = mailing.letters.map(({ standard }) => standard);
  return sourceRows(register, { webinar, kind, standards }, then);
}
