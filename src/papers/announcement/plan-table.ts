/** The plan of the webinars as a table for the terminal, and as events for a calendar. */
import type { Holiday } from '../../domain/holidays.ts';
import { msg, spoken } from '../../domain/msg.ts';
import type { Day } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import type { NamedText } from '../../language/announcements/words.ts';
import { wordedWeekday } from '../../language/problems/worded-date.ts';
import type { WebinarText } from './due.ts';
import type { BadDay } from './plan.ts';

const nameOf = (text: NamedText): string => announcementWords[spoken()].text(text);

const blocked = {
  weekend: () => msg`weekend`,
  easterWeek: () => msg`Easter week`,
  july: () => msg`July`,
  christmas: () => msg`Christmas`,
} as const satisfies Record<Exclude<BadDay, Holiday>, () => string>;

const isBlockedTime = (why: BadDay): why is keyof typeof blocked => Object.hasOwn(blocked, why);

/** What else is worth knowing about a text besides its state. */
function noteOf({ movedBecause, coveredBy, state }: WebinarText): string {
  if (state === 'covered' && coveredBy !== undefined)
    return msg`covered by ${nameOf(coveredBy).toLowerCase()}`;
  if (movedBecause === undefined) return '';
  return msg`day moved: ${isBlockedTime(movedBecause) ? blocked[movedBecause]() : msg`public holiday`}`;
}

/** The texts in the order given, with a heading row. Dates are ISO, since the table is technical. */
export function planTable(texts: readonly WebinarText[]): readonly (readonly string[])[] {
  const rows = texts.map((text) => [
    text.due,
    wordedWeekday(text.due).slice(0, 3),
    nameOf(text),
    text.webinar.id,
    text.webinar.title,
    announcementWords[spoken()].states[text.state],
    noteOf(text),
  ]);
  const heads = [msg`Date`, msg`Day`, msg`Text`, msg`Webinar`, msg`Title`, msg`State`, msg`Note`];
  return [heads, ...rows];
}

/** A day on which somebody has to send something. */
export interface PlanEvent {
  /** The same as long as the webinar has the text: the event's UID is made from it. */
  readonly key: string;
  readonly day: Day;
  readonly summary: string;
}

/** Today's and later days, for a calendar. Sent, covered or passed texts need no action. */
export function planEvents(texts: readonly WebinarText[], standard: NorwegianStandard): readonly PlanEvent[] {
  return texts
    .filter(({ state }) => state === 'due' || state === 'coming')
    .map((text) => ({
      key: `${text.webinar.id}.${text.kind}${text.kind === 'reminder' ? `-${String(text.offsetDays)}` : ''}`,
      day: text.due,
      summary: announcementWords[standard].planned(text, text.webinar.title),
    }));
}
