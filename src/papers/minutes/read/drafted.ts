/** What the draft of minutes says of the next meeting and of open actions, in both standards, to know it from what people wrote. */
import { comparedName } from '../../../domain/compare.ts';
import { capital, date, longTime, period } from '../../../language/dates.ts';
import { phrasesOf } from '../../../language/phrases-of.ts';
import type { Register } from '../../../register/register.ts';
import { suggestedDays } from '../../agenda/head.ts';
import { meetingAfter, meetingDay, type Meeting } from '../../meetings.ts';
import { namesOf } from '../../people.ts';

/** Texts as `comparedName` gives them. */
export interface DraftedTexts {
  readonly nextMeeting: ReadonlySet<string>;
  /** The ID of each action by its cells with ` | ` between, without the last; undefined where several read alike. */
  readonly followUp: ReadonlyMap<string, string | undefined>;
}

/** What the draft says under Eventuelt of how a new case is written, in both standards, as `comparedName` gives it. */
export const caseHints: ReadonlySet<string> = new Set(
  [
    'Skriv en ny sak som «Sak: tittel» på egen linje, med «Vedtak:» eller «Tiltak:» under.',
    'Skriv ei ny sak som «Sak: tittel» på eiga linje, med «Vedtak:» eller «Tiltak:» under.',
  ].map(comparedName),
);

export function draftedTexts(register: Register, meeting: Meeting): DraftedTexts {
  const nameOf = namesOf(register);
  const { nextMeeting: next } = meetingAfter(register, meeting);
  const standards = [phrasesOf.nb, phrasesOf.nn];
  const days = suggestedDays(meetingDay(meeting));
  const nextTexts = standards.flatMap((phrases) => {
    const inWords = days.map((day) => date(phrases, day)).join(', ');
    const suggested = [`Dager som passer: ${inWords}`, `Dagar som passar: ${inWords}`];
    if (next === undefined) return suggested;
    const { precision, first, last } = next.when;
    const when =
      next.time === undefined ? period(phrases, precision, first, last) : longTime(phrases, next.time);
    return [`${capital(when)}${next.place === undefined ? '' : `, ${next.place}`}`, ...suggested];
  });
  const none = ['Ikke avtalt', 'Ikkje avtalt', 'Ikke avklart', 'Ikkje avklart'];
  const followUp = new Map<string, string | undefined>();
  for (const { id, action, responsible, deadline, deadlineWords = '' } of register.actions) {
    const name = nameOf(responsible);
    const texts = standards.map((phrases) =>
      [
        action,
        name === undefined ? '' : capital(name),
        deadline === undefined ? deadlineWords : date(phrases, deadline),
      ].join(' | '),
    );
    for (const text of new Set(texts.map(comparedName)))
      followUp.set(text, followUp.has(text) ? undefined : id);
  }
  return {
    nextMeeting: new Set([...nextTexts, ...none].map(comparedName)),
    followUp,
  };
}
