/** Which mailings a run of `announce` must make, and for a correction what it corrects. */
import { type MailingKind, mailingKinds, type WebinarMailingName } from '../../domain/mailing-kind.ts';
import { nearest } from '../../domain/nearest.ts';
import { type Day, dayOf, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { dueTexts, textOfKind, webinarTexts } from '../../papers/announcement/due.ts';
import { requestedWebinars, type Webinar, type WebinarRequest } from '../../papers/announcement/webinars.ts';
import type { Register } from '../../register/register.ts';
import { type NorwegianStandard, norwegianStandards } from '../../domain/written-standard.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import type { SentMailing } from '../../papers/announcement/sent.ts';
import type { CorrectionRequest } from './make-mailing.ts';

/** A kind; for a reminder also the number of days before the webinar, if there are several. */
export interface WantedKind {
  readonly kind: MailingKind;
  readonly offsetDays?: number | undefined;
}

/** `reminder` or `reminder-7`. Throws UserError for a kind that does not exist. */
export function parseKind(text: string): WantedKind {
  const { name = '', days } =
    /^(?<name>[a-z]+)(?:-(?<days>\d{1,3}))?$/u.exec(text.toLowerCase())?.groups ?? {};
  const kind = mailingKinds.find((known) => known === name);
  if (kind === undefined || (days !== undefined && kind !== 'reminder')) {
    const near = nearest(text, mailingKinds);
    throw new UserError(
      `There is no kind of mailing «${text}».`,
      near === undefined || near === text
        ? `Write --kind with one of ${mailingKinds.join(', ')}. If there are several reminders, add the days: reminder-7.`
        : `Did you mean --kind ${near}?`,
    );
  }
  return days === undefined ? { kind } : { kind, offsetDays: Number(days) };
}

/** Whether a text is of a kind, and the named one if there are several reminders. */
export const isOfKind =
  (wanted: WantedKind | undefined) =>
  ({ kind, offsetDays }: WantedKind): boolean =>
    wanted === undefined ||
    (kind === wanted.kind && (wanted.offsetDays === undefined || offsetDays === wanted.offsetDays));

export interface WantedMailing {
  readonly webinar: Webinar;
  readonly name: WebinarMailingName;
  /** The day it should have been sent, if that has passed. */
  readonly since?: Day | undefined;
}

const named = (webinar: Webinar, { kind, offsetDays }: WantedKind): WantedMailing => ({
  webinar,
  name: { activity: webinar.id, kind, offsetDays: kind === 'reminder' ? offsetDays : undefined },
});

/**
 * What is due now, of the requested webinars and kind. A webinar that is requested by its ID, together with
 * a kind, gets that mailing whether it is due or not: the checklist decides whether it can be made.
 */
export function wantedMailings(
  register: Register,
  now: WallTime,
  request: WebinarRequest,
  kind: WantedKind | undefined,
): readonly WantedMailing[] {
  if (request.webinar === undefined || kind === undefined) {
    return dueTexts(register, now, request)
      .filter(isOfKind(kind))
      .map((text) => ({
        ...named(text.webinar, text),
        since: text.due < dayOf(now) ? text.due : undefined,
      }));
  }
  const texts = webinarTexts(register, now, request);
  return requestedWebinars(register, request).map((webinar) =>
    named(
      webinar,
      kind.offsetDays === undefined ? (textOfKind(texts, kind.kind) ?? kind) : planned(texts, kind),
    ),
  );
}

/** A reminder that is not in the plan is not made: nobody chose its number of days. */
function planned(texts: ReturnType<typeof webinarTexts>, kind: WantedKind): WantedKind {
  const own = texts.filter((text) => text.kind === kind.kind);
  const found = own.find(({ offsetDays }) => offsetDays === kind.offsetDays);
  if (found !== undefined) return found;
  const days = own.map(({ offsetDays = 0 }) => `reminder-${String(offsetDays)}`);
  throw new UserError(
    `No reminder is planned ${String(kind.offsetDays)} days before.`,
    days.length === 0
      ? 'Write days under «Påminnelser, dager før» in Oppsett.'
      : `Those that are: ${days.join(', ')}.`,
  );
}

/** What the operator gives for a correction. */
export interface CorrectionFlags {
  /** The ID of the mailing; the last one that was sent if it is left out. */
  readonly corrects: string | undefined;
  readonly wrong: Readonly<Record<NorwegianStandard, string | undefined>>;
}

/** The mailing to correct. Throws UserError if none was sent, or not that one. */
export function correctedMailing(
  { id, title }: Webinar,
  sent: readonly SentMailing[],
  { corrects }: CorrectionFlags,
): SentMailing {
  const wanted = corrects?.toLowerCase();
  const found = wanted === undefined ? sent.at(-1) : sent.find((one) => one.id.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new UserError(
    corrects === undefined
      ? `Nothing has been sent about «${title}» (${id}), so there is nothing to correct.`
      : `No mailing «${corrects}» has been sent about «${title}» (${id}).`,
    sent.length === 0
      ? 'If it was only made, make it again. If it was written as files and sent by hand, report that first: npm run send -- <folder> --sent-by-hand all.'
      : `Those that were: ${sent.map((one) => one.id).join(', ')}.`,
  );
}

/** Throws UserError if the text about the fault is missing in a written standard that somebody gets. */
export function correctionOf(
  { id, day }: SentMailing,
  { wrong }: CorrectionFlags,
  { counts }: Pick<Audience, 'counts'>,
): CorrectionRequest {
  for (const standard of norwegianStandards) {
    if (counts[standard] === 0 || wrong[standard] !== undefined) continue;
    throw new UserError(
      `The text in ${announcementWords.en.standards[standard]} about what was wrong in ${id} is missing.`,
      `Add --wrong-${standard} "…": a sentence or two for those who read it.`,
    );
  }
  return { corrects: id, day, wrong: { nb: wrong.nb ?? '', nn: wrong.nn ?? '' } };
}
