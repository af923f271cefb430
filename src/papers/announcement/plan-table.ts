/** The plan of the webinars as a table for the terminal, and as events for a calendar. */
import type { Holiday } from '../../domain/holidays.ts';
import { isoWeekday, type Day } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { announcementWords } from '../../language/announcements/word-audience.ts';
import { englishWeekdays } from '../../language/problems/en-dates.ts';
import type { WebinarText } from './due.ts';
import type { BadDay } from './plan.ts';

const { text: nameOf, states } = announcementWords.en;

const blocked = {
  weekend: 'weekend',
  easterWeek: 'Easter week',
  july: 'July',
  christmas: 'Christmas',
} as const satisfies Record<Exclude<BadDay, Holiday>, string>;

const isBlockedTime = (why: BadDay): why is keyof typeof blocked => Object.hasOwn(blocked, why);

/** What else is worth knowing about a text besides its state. */
function noteOf({ movedBecause, coveredBy, state }: WebinarText): string {
  if (state === 'covered' && coveredBy !== undefined) return `by ${nameOf(coveredBy).toLowerCase()}`;
  if (movedBecause === undefined) return '';
  return `day moved: ${isBlockedTime(movedBecause) ? blocked[movedBecause] : 'public holiday'}`;
}

/** The texts in the order given, with a heading row. Dates are ISO, since the table is technical. */
export function planTable(texts: readonly WebinarText[]): readonly (readonly string[])[] {
  const rows = texts.map((text) => [
    text.due,
    (englishWeekdays[isoWeekday(text.due) - 1] ?? '').slice(0, 3),
    nameOf(text),
    text.webinar.id,
    text.webinar.title,
    states[text.state],
    noteOf(text),
  ]);
  return [['Date', 'Day', 'Text', 'Webinar', 'Title', 'State', 'Note'], ...rows];
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
