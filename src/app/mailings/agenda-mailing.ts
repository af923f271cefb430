/** `npm run agenda -- --mailing`: the agenda and the invitation as a mailing to those who are invited. */
import { mailingId, meetingMailing } from '../../domain/mailing-kind.ts';
import { utcText } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import type { MailingContent } from '../../delivery/mailing.ts';
import { agendaSource } from '../../papers/agenda/source.ts';
import { invitedList } from '../../register/list-names.ts';
import { agendaView, type AgendaView } from '../../papers/agenda/view.ts';
import { audienceLines } from '../../papers/announcement/audience-lines.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import { audienceOf } from '../../papers/announcement/recipients.ts';
import type { RegisterReading } from '../../register/read-register.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { settingsOf } from '../../register/settings.ts';
import { renderEmail, type MailShell } from '../../render/mail/email.ts';
import { renderText } from '../../render/text/text.ts';
import { meetingEvent } from '../papers/agenda-calendar.ts';
import { subjectOf, textWidth, type WrittenLetter } from '../announce/letters.ts';
import { calendarText } from '../papers/calendar-text.ts';
import type { Run } from '../cli/command.ts';
import { workbookId } from '../settings/settings.ts';
import { loadMailShell } from '../papers/load-templates.ts';
import {
  letterFiles,
  messageFiles,
  recipientsIn,
  senderOf,
  sha256,
  wholeMailing,
  type Edition,
  type MailingFile,
} from './mailing-files.ts';
import { keepMailing, type KeptMailing } from './mailing-folder.ts';
import { paperWriter } from '../papers/paper-writer.ts';

const templates = { agenda: agendaView, 'agenda-invitation': agendaView, 'agenda-subject': agendaView };

/** What a mailing is made from. */
interface Calling {
  readonly view: AgendaView;
  readonly register: Register;
  readonly workbook: string;
  readonly audience: Audience;
}

/**
 * Keeps the mailing in a folder of its own, as the next revision if something has changed. Sends nothing. Throws UserError
 * if nobody is invited, or the settings do not say who sends.
 */
export async function agendaMailing(
  { settings, terminal }: Run,
  { register }: RegisterReading,
  view: AgendaView,
): Promise<KeptMailing> {
  const { out, now } = settings;
  requireSender(register);
  const audience = audienceOf(register, { target: `liste:${invitedList}`, includeHidden: true });
  for (const line of audienceLines(audience)) terminal.say(`  ${line}`);
  if (audience.chosen.length === 0) {
    throw new UserError(
      'Nobody can be invited to the meeting.',
      `Write «${invitedList}» in Lister for those in Kontakter who are invited, and their addresses.`,
    );
  }
  const name = { activity: view.meeting.id, kind: meetingMailing } as const;
  const workbook = workbookId(settings);
  const shell = await loadMailShell();
  return keepMailing({
    ...{ out, room: 'agenda', name, hash: sha256, sent: sentRevisions(register, view.meeting.id) },
    now: utcText(now),
    make: (edition) => makeMailing({ view, register, workbook, audience }, edition, shell),
  });
}

function requireSender(register: Register): void {
  if (settingsOf(register).announcements.sender !== undefined) return;
  throw new UserError(
    'The sender of the mailing is not set.',
    'Write the address in the tab Oppsett: «Avsender, e-post».',
  );
}

/** The revisions of the meeting's mailing that the ledger knows of. */
function sentRevisions({ ledger }: Register, meeting: string): readonly number[] {
  const stem = `${meeting}.${meetingMailing}.r`;
  return ledger.flatMap(({ mailing }) => {
    const revision = mailing.startsWith(stem) ? Number(mailing.slice(stem.length)) : Number.NaN;
    return Number.isSafeInteger(revision) ? [revision] : [];
  });
}

async function makeMailing(
  calling: Calling,
  edition: Edition,
  shell: MailShell,
): Promise<readonly MailingFile[]> {
  const { view, register, workbook, audience } = calling;
  // In each new mailing about the meeting, its event has the next number (RFC 5545 section 3.8.7.4).
  const sequence = edition.revision - 1;
  const letters: WrittenLetter[] = [];
  for (const standard of norwegianStandards) {
    if (audience.counts[standard] > 0)
      letters.push(await letterIn(standard, calling, { ...edition, sequence }, shell));
  }
  const id = mailingId({ activity: view.meeting.id, kind: meetingMailing, revision: edition.revision });
  const sender = senderOf(register);
  const { start, end } = view.meeting;
  const content: Omit<MailingContent, 'files' | 'sample'> = {
    format: 'felles-mailing-1',
    id,
    kind: meetingMailing,
    ...edition,
    activity: { id: view.meeting.id, start, ...(end === undefined ? {} : { end }) },
    workbook,
    sender,
    replyTo: settingsOf(register).announcements.replyTo ?? sender.address,
    ...(audience.target === undefined ? {} : { target: audience.target.text }),
    letters: letters.map((letter) => letterFiles(letter, sequence)),
    recipients: recipientsIn(audience, workbook, id),
    overridden: [],
    source: agendaSource(view).map((row) => ({ ...row, values: { ...row.values } })),
  };
  return wholeMailing(register, content, letters, letters.flatMap(messageFiles), audience);
}

/** The agenda as a mail, and the invitation that one answers in the calendar. */
async function letterIn(
  standard: NorwegianStandard,
  { view, register }: Calling,
  { madeAt: stamp, sequence }: Edition & { readonly sequence: number },
  shell: MailShell,
): Promise<WrittenLetter> {
  const marking = { standard, isSample: isSampleRegister(register) };
  const write = await paperWriter(marking, templates);
  const paper = await write('agenda', view);
  const headline = await subjectOf(write, 'agenda-subject', view);
  const event = await meetingEvent(view, register, write);
  // Each recipient gets an invitation only for themselves; the others are listed in the agenda.
  const ics = calendarText('REQUEST', [{ ...event, stamp, sequence, attendees: [] }], marking);
  const calendar =
    event.organizer === undefined ? undefined : { method: 'REQUEST' as const, ics, asks: true };
  return {
    standard,
    ...headline,
    html: renderEmail(paper, { standard, ...headline }, shell),
    text: renderText(paper, textWidth),
    calendar,
  };
}
