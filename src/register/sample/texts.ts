/** The rows of `Tekster`: the last webinar held, the question hour and the next ones ahead, in both written standards. */
import { addDays, dayParts, type Day } from '../../domain/time.ts';
import { writtenStandards } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf, type NumberedActivities } from './activity.ts';
import { webinarDay, type SampleCalendar } from './calendar.ts';
import { workingDayBefore } from './days.ts';
import { webinarTextsNn } from './webinar-texts-nn.ts';
import { webinarTextsNb, type WebinarText, type WebinarTexts } from './webinar-texts.ts';
import { lastWebinarHeld, publishedSeries, questionHourKey, webinarKey, webinarsAhead } from './webinars.ts';

/** Who has approved a text, and when. A text that nobody has approved is a draft. */
interface Approval {
  readonly by: string;
  readonly on: Day;
}

interface SampleText {
  readonly activity: string;
  readonly standard: 'nb' | 'nn';
  readonly text: WebinarText;
  readonly approval?: Approval;
}

/** An announcement goes out four weeks before. */
const daysBeforeAnnouncing = 28;

const hasText = (number: number): number is keyof WebinarTexts => Object.hasOwn(webinarTextsNb, number);

/** IDs of the year of `today`. */
export function textRows(calendar: SampleCalendar, activities: NumberedActivities): readonly NewRow[] {
  const { year } = dayParts(calendar.today);
  return texts(calendar).map(({ activity, standard, text, approval }, index) =>
    rowOf({
      ID: rowId('B', year, index + 1),
      Aktivitet: activities.idOf(activity),
      Skriftspråk: writtenStandards[standard][0],
      Tittel: text.title,
      Ingress: text.ingress,
      Brødtekst: text.body.join('\n\n'),
      Utbytte: text.benefits.join('\n'),
      Målgruppe: publishedSeries[standard].audience,
      Serie: publishedSeries[standard].name,
      'Godkjent av': approval?.by,
      'Godkjent dato': approval === undefined ? undefined : { day: approval.on },
    }),
  );
}

/**
 * The last webinar held, the question hour and the next webinar are approved; of the one after that there is a draft in
 * bokmål.
 */
function texts(calendar: SampleCalendar): readonly SampleText[] {
  const { today } = calendar;
  const [next, afterNext] = webinarsAhead(calendar).filter(hasText);
  const last = lastWebinarHeld(calendar);
  const ofLast = hasText(last)
    ? approvedPair(addDays(webinarDay(calendar, last), -daysBeforeAnnouncing), webinarKey(last), last)
    : [];
  return [
    ...ofLast,
    ...approvedPair(today, questionHourKey, 0),
    ...(next === undefined ? [] : approvedPair(today, webinarKey(next), next)),
    ...(afterNext === undefined ? [] : [draft(afterNext)]),
  ];
}

const draft = (number: keyof WebinarTexts): SampleText => ({
  activity: webinarKey(number),
  standard: 'nb',
  text: webinarTextsNb[number],
});

/** Approved some days before a day. */
function approvedPair(day: Day, activity: string, number: keyof WebinarTexts): readonly SampleText[] {
  const daysBefore = (days: number): Day => workingDayBefore(addDays(day, -days));
  return [
    {
      activity,
      standard: 'nb',
      text: webinarTextsNb[number],
      approval: { by: 'Fagsjef, Bylivsenteret', on: daysBefore(6) },
    },
    {
      activity,
      standard: 'nn',
      text: webinarTextsNn[number],
      approval: { by: 'Seksjonssjef, Distriktssenteret', on: daysBefore(4) },
    },
  ];
}
