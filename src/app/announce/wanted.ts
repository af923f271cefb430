/** Which mailings a run of `announce` must make, and for a correction what it corrects. */
import { inFew } from '../../domain/few.ts';
import { type MailingKind, mailingKinds, type WebinarMailingName } from '../../domain/mailing-kind.ts';
import { nearest } from '../../domain/nearest.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { msg, spoken } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { readersIn, rightedIn } from '../../papers/announcement/correction.ts';
import { isDueNow, textOfKind, webinarTexts, type WebinarText } from '../../papers/announcement/due.ts';
import type { Outdated, Outlook } from '../../papers/announcement/outdated.ts';
import { requestedWebinars, type Webinar, type WebinarRequest } from '../../papers/announcement/webinars.ts';
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
      msg`There is no kind of mailing «${text}».`,
      near === undefined || near === text
        ? msg`Write --kind with one of ${mailingKinds.join(', ')}. If there are several reminders, add the days: reminder-7.`
        : msg`Did you mean --kind ${near}?`,
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
  /** Whether somebody whom it puts right has an older text. */
  readonly isRighting: boolean;
  /** Reminders that a late announcement replaces, in words. */
  readonly leavesOut: readonly string[];
}

const named = (webinar: Webinar, { kind, offsetDays }: WantedKind): WantedMailing => ({
  webinar,
  name: { activity: webinar.id, kind, offsetDays: kind === 'reminder' ? offsetDays : undefined },
  isRighting: false,
  leavesOut: [],
});

/** A text of the plan as a mailing, with what is late about it. */
function planned(text: WebinarText, texts: readonly WebinarText[], today: Day): WantedMailing {
  const isLate = (text.state === 'due' || text.state === 'overdue') && text.due < today;
  const replaced = texts.filter(
    ({ webinar, due, coveredBy }) =>
      webinar.id === text.webinar.id && coveredBy?.kind === 'announcement' && due <= today,
  );
  return {
    ...named(text.webinar, text),
    since: isLate ? text.due : undefined,
    isRighting: (text.outdated ?? []).length > 0,
    leavesOut:
      isLate && text.kind === 'announcement'
        ? replaced.map((one) => announcementWords[spoken()].text(one).toLowerCase())
        : [],
  };
}

/**
 * What is due now, of the requested webinars and kind. A webinar that is requested by its ID, together with
 * a kind, gets that mailing whether it is due or not: the checklist decides whether it can be made.
 */
export function wantedMailings(
  outlook: Outlook,
  request: WebinarRequest,
  kind: WantedKind | undefined,
): readonly WantedMailing[] {
  const { register, now } = outlook;
  const texts = webinarTexts(outlook, request);
  const today = dayOf(now);
  if (request.webinar === undefined || kind === undefined)
    return texts
      .filter(isDueNow)
      .filter(isOfKind(kind))
      .map((text) => planned(text, texts, today));
  return requestedWebinars(register, request).map((webinar) => {
    const found = kind.offsetDays === undefined ? textOfKind(texts, kind.kind) : reminderOf(texts, kind);
    return found === undefined ? named(webinar, kind) : planned(found, texts, today);
  });
}

/** A reminder that is not in the plan is not made: nobody chose its number of days. */
function reminderOf(texts: readonly WebinarText[], kind: WantedKind): WebinarText {
  const own = texts.filter((text) => text.kind === kind.kind);
  const found = own.find(({ offsetDays }) => offsetDays === kind.offsetDays);
  if (found !== undefined) return found;
  const days = own.map(({ offsetDays = 0 }) => `reminder-${String(offsetDays)}`);
  throw new UserError(
    msg`No reminder is planned ${kind.offsetDays ?? 0} days before.`,
    days.length === 0
      ? msg`Write days under «Påminnelser, dager før» in Oppsett.`
      : msg`Those that are: ${days.join(', ')}.`,
  );
}

/** What the operator gives for a correction. */
export interface CorrectionFlags {
  /** The ID of the mailing; the last one that was sent if it is left out. */
  readonly corrects: string | undefined;
  readonly wrong: Readonly<Record<NorwegianStandard, string | undefined>>;
  /** What is right instead. */
  readonly right: Readonly<Record<NorwegianStandard, string | undefined>>;
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
      ? msg`Nothing has been sent about «${title}» (${id}), so there is nothing to correct.`
      : msg`No mailing «${corrects}» has been sent about «${title}» (${id}).`,
    sent.length === 0
      ? msg`If it was only made, make it again. If it was written as files and sent by hand, report that first: npm run send -- <folder> --sent-by-hand all.`
      : msg`Those that were: ${inFew(sent.map((one) => one.id))}.`,
  );
}

/**
 * What a correction puts right: one mailing by its ID, or what has changed since the newest that each has. Throws UserError if
 * nothing has changed for a written standard that somebody gets, and nobody says what was wrong.
 */
export function correctionOf(
  named: SentMailing | undefined,
  { audience, outdated }: { readonly audience: Audience; readonly outdated: readonly Outdated[] },
  { wrong, right }: CorrectionFlags,
): CorrectionRequest {
  const days = new Set(outdated.map(({ told }) => told.day));
  const corrected = named ?? {
    id: outdated.at(-1)?.told.mailing.id ?? '',
    day: days.size === 1 ? [...days][0] : undefined,
  };
  for (const standard of norwegianStandards) {
    const language = announcementWords[spoken()].standards[standard];
    if (right[standard] !== undefined && wrong[standard] === undefined) {
      throw new UserError(
        msg`--right-${standard} was given without --wrong-${standard}.`,
        msg`Give both: what the mail said, and what is right instead.`,
      );
    }
    if (audience.counts[standard] === 0 || wrong[standard] !== undefined) continue;
    const given = norwegianStandards.find((one) => wrong[one] !== undefined && audience.counts[one] > 0);
    if (given !== undefined)
      throw new UserError(
        audience.counts[standard] === 1
          ? msg`--wrong-${given} was given without --wrong-${standard}, and 1 recipient gets the correction in ${language}.`
          : msg`--wrong-${given} was given without --wrong-${standard}, and ${audience.counts[standard]} recipients get the correction in ${language}.`,
        msg`Add --wrong-${standard} too, so that all are told of the same fault.`,
      );
    if (rightedIn(readersIn(outdated, audience, standard), standard).length > 0) continue;
    throw new UserError(
      msg`The text in ${language} about what was wrong in ${corrected.id} is missing.`,
      msg`Nothing that Felles compares has changed since. Add --wrong-${standard} "…", what it said, and --right-${standard} "…", what is right instead.`,
    );
  }
  return { corrects: corrected.id, day: corrected.day, wrong, right };
}
