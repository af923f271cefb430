/** The sample's webinars: a numbered series in both written standards, and an hour of questions between them. */
import type { Day } from '../../domain/time.ts';
import type { SampleActivity } from './activity.ts';
import type { SampleCalendar } from './calendar.ts';
import { invented, online, roles } from './roles.ts';

const series = 'Webinarserie for distriktskommuner';
const audience = 'distriktskommuner (sentralitet 5–6)';

/** How the series and those it is for are named in what is published. */
export const publishedSeries = {
  nb: {
    name: 'Stedsutvikling i distriktskommuner',
    audience: 'Ansatte og folkevalgte i distriktskommuner, og andre som arbeider med stedsutvikling',
  },
  nn: {
    name: 'Stadutvikling i distriktskommunar',
    audience: 'Tilsette og folkevalde i distriktskommunar, og andre som arbeider med stadutvikling',
  },
} as const;

/** The titles of the series in order; what is published about those ahead stands in webinar-texts.ts. */
export const webinarTitles = [
  { nb: 'Aldersvennlig stedsutvikling i små kommuner', nn: 'Aldersvennleg stadutvikling i små kommunar' },
  { nb: 'Attraktive tettsteder', nn: 'Attraktive tettstader' },
  { nb: 'Sentrumsutvikling uten byens budsjetter', nn: 'Sentrumsutvikling utan budsjetta til byen' },
  { nb: 'Medvirkning som virker', nn: 'Medverknad som verkar' },
  { nb: 'Tomme lokaler – nytt liv', nn: 'Tomme lokale – nytt liv' },
  { nb: 'Kulturarv i tettstedet', nn: 'Kulturarv i tettstaden' },
  { nb: 'Boliger i sentrum', nn: 'Bustader i sentrum' },
  { nb: 'Klimarobuste tettsteder', nn: 'Klimarobuste tettstader' },
] as const;

export const questionHourKey = 'question hour';

/** What other rows point to a webinar of the series by. Numbers are from 1. */
export const webinarKey = (number: number): string => `webinar ${String(number)}`;

/** The number of the last webinar of the series that is behind. At least three always are. */
export function lastWebinarHeld({ webinars, today }: SampleCalendar): number {
  return webinars.findLastIndex((day) => day < today) + 1;
}

/** The numbers of the webinars that are ahead, in order. There are always two at least. */
export function webinarsAhead({ webinars, today }: SampleCalendar): readonly number[] {
  return webinars.flatMap((day, index) => (day > today ? [index + 1] : []));
}

export function webinarActivities(calendar: SampleCalendar): readonly SampleActivity[] {
  const numbered = calendar.webinars.map((day, index) => webinar(index + 1, day));
  return [...numbered, questionHour(calendar.questionHour)];
}

const shared = {
  type: 'webinar',
  party: 'both',
  responsible: roles.distriktssenteret.webinars,
  place: online,
  series,
  audience,
  note: invented.nb,
} as const satisfies Partial<SampleActivity>;

function webinar(number: number, day: Day): SampleActivity {
  return {
    ...shared,
    key: webinarKey(number),
    title: `Webinar ${String(number)}: ${webinarTitles[number - 1]?.nb ?? ''}`,
    time: { day, from: '10:00', to: '11:30' },
    link: `https://teams.example/webinar-${String(number)}`,
    description: 'Halvannen time med innledninger, et eksempel fra en kommune og god tid til spørsmål.',
    registration: `https://pamelding.example/webinar-${String(number)}`,
    recording: `https://opptak.example/webinar-${String(number)}`,
    slides: `https://opptak.example/webinar-${String(number)}/presentasjoner`,
    hours: [16, 20],
  };
}

function questionHour(day: Day): SampleActivity {
  return {
    ...shared,
    key: questionHourKey,
    title: 'Spørretime: Sentrum i små kommuner',
    time: { day, from: '10:00', to: '11:00' },
    link: 'https://teams.example/sporretime',
    description: 'Ingen foredrag. Kommunene stiller spørsmål, og rådgivere fra begge parter svarer.',
    registration: 'https://pamelding.example/sporretime',
    recording: 'no',
  };
}
