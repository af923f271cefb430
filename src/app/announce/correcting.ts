/** `--kind correction`: which mailing is corrected, and what was wrong in it. */
import { UserError } from '../../domain/user-error.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import type { Audience } from '../../papers/announcement/audience.ts';
import type { SentMailing } from '../../papers/announcement/sent.ts';
import type { Webinar } from '../../papers/announcement/webinars.ts';
import type { CorrectionRequest } from './make-mailing.ts';

/** What the operator says of it. */
export interface CorrectionFlags {
  /** The ID of the mailing; the last one that was sent where it is left out. */
  readonly corrects: string | undefined;
  readonly wrong: Readonly<Record<NorwegianStandard, string | undefined>>;
}

/** The mailing to correct. Throws UserError where none was sent, or not that one. */
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
      ? 'What was only made is corrected by making it again. What was written as files and sent by hand, say that of first: npm run send -- <folder> --sent-by-hand all.'
      : `Those that were: ${sent.map((one) => one.id).join(', ')}.`,
  );
}

/** Throws UserError where nobody says what was wrong in a written standard that somebody gets. */
export function correctionOf(
  { id, day }: SentMailing,
  { wrong }: CorrectionFlags,
  { counts }: Pick<Audience, 'counts'>,
): CorrectionRequest {
  for (const standard of norwegianStandards) {
    if (counts[standard] === 0 || wrong[standard] !== undefined) continue;
    throw new UserError(
      `Nobody says in ${announcementWords.en.standards[standard]} what was wrong in ${id}.`,
      `Add --wrong-${standard} "…": a sentence or two for those who read it.`,
    );
  }
  return { corrects: id, day, wrong: { nb: wrong.nb ?? '', nn: wrong.nn ?? '' } };
}
