/** A mailing made from a paper: its letters from templates, frozen with its recipients in a folder. Sends nothing. */
import type { z } from 'zod';
import type { MailingName } from '../../delivery/mailing.ts';
import { mailingId } from '../../domain/mailing-kind.ts';
import { utcText } from '../../domain/time.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import { isSampleRegister } from '../../register/sample-setting.ts';
import { settingsOf } from '../../register/settings.ts';
import type { CalendarEvent } from '../../render/exchange/ics.ts';
import type { MailShell } from '../../render/mail/email.ts';
import { calendarText, type Marking } from '../papers/calendar-text.ts';
import { loadMailShell } from '../papers/load-templates.ts';
import { paperWriter, type PaperWriter } from '../papers/paper-writer.ts';
import { workbookId, type Settings } from '../settings/settings.ts';
import { writtenLetter, type LetterEvent, type LetterTexts, type WrittenLetter } from './letter.ts';
import { sha256 } from './keys.ts';
import { wholeMailing, type Edition, type MailingFile, type MailingPlan } from './mailing-files.ts';
import { keepMailing, type KeptMailing } from './mailing-folder.ts';

/** The event in a recipient's calendar. Each recipient's message adds that recipient as the only attendee. */
export interface MailingEvent extends Omit<CalendarEvent, 'stamp' | 'attendees'> {
  readonly method: 'REQUEST' | 'CANCEL';
}

/** A mailing and what makes its letters. */
export interface PaperMailing<Template extends string> extends Omit<MailingPlan, 'workbook'> {
  /** The schemas of the views, by template. */
  readonly templates: Readonly<Record<Template, z.ZodType>>;
  /** The texts in a written standard; the same view in both for most papers. */
  readonly texts: (standard: NorwegianStandard) => LetterTexts<NoInfer<Template>>;
  /** The event in that standard, for a mailing that changes calendars. */
  readonly event?:
    | ((
        write: PaperWriter<NoInfer<Template>>,
        standard: NorwegianStandard,
      ) => Promise<MailingEvent | undefined>)
    | undefined;
}

/**
 * Keeps the mailing in a folder of its own (`roomOf`), as the next revision if something has changed. Throws UserError if
 * the settings do not say who sends, and for a faulty template. `audience` must have at least one recipient.
 */
export async function keepPaperMailing<Template extends string>(
  settings: Settings,
  mailing: PaperMailing<Template>,
): Promise<KeptMailing> {
  const { register, name } = mailing;
  requireSender(register);
  const plan: MailingPlan & PaperMailing<Template> = { ...mailing, workbook: workbookId(settings) };
  const shell = await loadMailShell();
  return keepMailing({
    ...{ out: settings.out, name, hash: sha256, sent: sentRevisions(register, name) },
    now: utcText(settings.now),
    make: (edition) => madeFiles(plan, edition, shell),
  });
}

function requireSender(register: Register): void {
  if (settingsOf(register).announcements.sender !== undefined) return;
  throw new UserError(
    msg`The sender of the mailing is not set.`,
    msg`Write the address in the tab Oppsett: «Avsender, e-post».`,
  );
}

/** The revisions of a mailing that the ledger knows of. */
export function sentRevisions({ ledger }: Register, name: MailingName): readonly number[] {
  const stem = mailingId({ ...name, revision: 1 }).slice(0, -1);
  return ledger.flatMap(({ mailing }) => {
    const revision = mailing.startsWith(stem) ? Number(mailing.slice(stem.length)) : Number.NaN;
    return Number.isSafeInteger(revision) ? [revision] : [];
  });
}

async function madeFiles<Template extends string>(
  mailing: MailingPlan & PaperMailing<Template>,
  edition: Edition,
  shell: MailShell,
): Promise<readonly MailingFile[]> {
  const letters: WrittenLetter[] = [];
  for (const standard of norwegianStandards) {
    if (mailing.audience.counts[standard] > 0)
      letters.push(await letterIn(standard, mailing, edition, shell));
  }
  return wholeMailing(mailing, edition, letters);
}

async function letterIn<Template extends string>(
  standard: NorwegianStandard,
  { register, templates, texts, event }: PaperMailing<Template>,
  { madeAt }: Edition,
  shell: MailShell,
): Promise<WrittenLetter> {
  const marking = { standard, isSample: isSampleRegister(register) };
  const write = await paperWriter(marking, templates);
  const inCalendar = event === undefined ? undefined : await event(write, standard);
  const calendar = inCalendar === undefined ? undefined : calendarOf(inCalendar, madeAt, marking);
  return writtenLetter({ write, standard, shell }, texts(standard), calendar);
}

function calendarOf({ method, ...event }: MailingEvent, stamp: string, marking: Marking): LetterEvent {
  const { sequence } = event;
  // A recipient sees no other recipient.
  const ics = calendarText(method, [{ ...event, stamp, attendees: [] }], marking);
  return { method, sequence, ics };
}
