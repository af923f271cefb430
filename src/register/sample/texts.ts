/** The rows of `Tekster`: the question hour and the next webinars ahead, in both written standards. */
import { addDays, dayParts, type Day } from '../../domain/time.ts';
import { writtenStandards } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf, type NumberedActivities } from './activity.ts';
import { webinarDay, type SampleCalendar } from './calendar.ts';
import { workingDayBefore } from './days.ts';
import { webinarTextsNn } from './webinar-texts-nn.ts';
import { webinarTextsNb, type WebinarText, type WebinarTexts } from './webinar-texts.ts';
import { questionHourKey, webinarKey, webinarsAhead } from './webinars.ts';

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
      'Godkjent av': approval?.by,
      'Godkjent dato': approval === undefined ? undefined : { day: approval.on },
    }),
  );
}

/**
 * The question hour and the next webinar are approved; of the one after that there is a draft in bokmål. The last one held
 * still has its texts, which its follow-up is made of.
 */
function texts(calendar: SampleCalendar): readonly SampleText[] {
  const [next, afterNext] = webinarsAhead(calendar).filter(hasText);
  const held = (webinarsAhead(calendar)[0] ?? 1) - 1;
  return [
    ...approvedPair(calendar.today, questionHourKey, 0),
    ...(next === undefined ? [] : approvedPair(calendar.today, webinarKey(next), next)),
    ...(afterNext === undefined ? [] : [draft(afterNext)]),
    ...(held > 0 && hasText(held)
      ? approvedPair(addDays(webinarDay(calendar, held), -35), webinarKey(held), held)
      : []),
  ];
}

const draft = (number: keyof WebinarTexts): SampleText => ({
  activity: webinarKey(number),
  standard: 'nb',
  text: webinarTextsNb[number],
});

function approvedPair(today: Day, activity: string, number: keyof WebinarTexts): readonly SampleText[] {
  const daysAgo = (days: number): Day => workingDayBefore(addDays(today, -days));
  return [
    {
      activity,
      standard: 'nb',
      text: webinarTextsNb[number],
      approval: { by: 'Fagsjef, Bylivsenteret', on: daysAgo(6) },
    },
    {
      activity,
      standard: 'nn',
      text: webinarTextsNn[number],
      approval: { by: 'Seksjonssjef, Distriktssenteret', on: daysAgo(4) },
    },
  ];
}
