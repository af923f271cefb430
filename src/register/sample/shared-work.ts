/** The sample's other activities: what the parties share, networks, work on examples, and the conferences. */
import { addDays, dayParts, daysBetween, type Day } from '../../domain/time.ts';
import type { SampleActivity } from './activity.ts';
import { meetingDay, type Conference, type SampleCalendar } from './calendar.ts';
import { freeDay, nthWeekday, weekdays } from './days.ts';
import { invented, online, roles } from './roles.ts';

export const comingConferenceKey = 'coming conference';
export const lastConferenceKey = 'last conference';

const bylivs = { party: 'bylivsenteret', note: invented.nb } as const;
const distrikts = { party: 'distriktssenteret', note: invented.nn } as const;

/** E-mails with overviews, and reports that one party passes on to the other. */
export function sharing(calendar: SampleCalendar): readonly SampleActivity[] {
  const { today } = calendar;
  const { year } = dayParts(today);
  const on = (of: number, month: number, nth: number, weekday: 2 | 3 | 4): SampleActivity['time'] => ({
    day: freeDay(nthWeekday(of, month, nth, weekday), new Set([today])),
  });
  const mail = { type: 'information', place: 'E-post', responsible: 'kontaktperson i avtalen' } as const;
  const overview = {
    ...mail,
    party: 'both',
    title: 'Gjensidig orientering: prosjektoversikt',
    note: invented.nb,
  } as const;
  const partners = { audience: 'partene', hours: [2, 2] } as const;
  return [
    {
      ...overview,
      ...partners,
      title: `Oppsummering av arbeidsplaner for ${String(year)}`,
      time: on(year - 1, 10, 3, weekdays.wednesday),
    },
    { ...overview, ...partners, time: on(year, 1, 3, weekdays.thursday) },
    { ...overview, ...partners, time: on(year + 1, 1, 3, weekdays.thursday) },
    {
      ...mail,
      ...bylivs,
      ...partners,
      title: 'Deling: nye forbilder til eksempelsamlinga',
      time: on(year, 5, 1, weekdays.tuesday),
    },
    {
      ...mail,
      ...distrikts,
      audience: 'partane',
      hours: [1, 3],
      title: 'Gjensidig orientering: arrangement i haust',
      time: on(year, 8, 3, weekdays.thursday),
    },
    {
      ...mail,
      ...distrikts,
      audience: 'partane',
      hours: [1, 4],
      title: 'Deling: kva små kommunar seier om rettleiing i stadutvikling',
      time: { day: freeDay(between(meetingDay(calendar, -1), today), new Set([today])) },
    },
  ];
}

/** The day in the middle. */
const between = (one: Day, other: Day): Day => addDays(one, Math.floor(daysBetween(one, other) / 2));

/** What Distriktssenteret keeps to itself: no paper may show that it exists. */
export function unshared(calendar: SampleCalendar): SampleActivity {
  const { today } = calendar;
  return {
    ...distrikts,
    type: 'information',
    title: 'Intern vurdering av tidsbruken i avtalen',
    responsible: roles.distriktssenteret.leads,
    time: { day: freeDay(between(today, meetingDay(calendar, 0)), new Set([today])) },
    audience: 'Distriktssenteret',
    description: 'Notat til leiargruppa før neste årsplan.',
    shared: false,
  };
}

export function networks(calendar: SampleCalendar): readonly SampleActivity[] {
  const taken = new Set([calendar.today, ...calendar.meetings]);
  const around = (offset: number, days: number): Day =>
    freeDay(addDays(meetingDay(calendar, offset), days), taken);
  const { year } = dayParts(calendar.today);
  const gathering = {
    ...distrikts,
    type: 'network',
    responsible: roles.distriktssenteret.leads,
    audience: 'kommunar og fylkeskommunar',
  } as const;
  return [
    {
      ...gathering,
      title: 'Småbynettverket: samling om sentrum og handel',
      time: { day: around(-2, 68), from: '09:00', to: '15:00' },
      place: 'Lillehammer',
      area: 'Innlandet',
      hours: [10, 14],
    },
    {
      ...gathering,
      title: 'Småbynettverket: samling om møteplassar',
      time: { day: around(-1, 20), from: '09:00', to: '15:00' },
      place: 'Steinkjer',
      area: 'Trøndelag',
      status: 'cancelled',
      description: 'Avlyst fordi for få melde seg på. Temaet blir teke med på neste samling.',
    },
    {
      ...gathering,
      title: 'Småbynettverket: samling om møteplassar og grøne rom',
      time: { day: around(0, 70), from: '09:00', to: '15:00' },
      place: 'Steinkjer',
      area: 'Trøndelag',
    },
    {
      ...bylivs,
      type: 'network',
      title: 'Studietur til kystbyer i Nordland',
      time: { words: `våren ${String(year + 1)}`, year: year + 1 },
      responsible: roles.bylivsenteret.projects,
      status: 'idea',
      audience: 'kommuner i nettverket',
      area: 'Nordland',
    },
  ];
}

/** Work on the catalogue of examples: done before the last meeting, so that the agenda can say how long it is since. */
export function exampleWork(calendar: SampleCalendar): readonly SampleActivity[] {
  const taken = new Set([calendar.today, ...calendar.meetings]);
  return [
    {
      ...distrikts,
      type: 'example',
      title: 'Gjennomgang av katalogen: samtykke og bilete',
      responsible: roles.distriktssenteret.counties,
      time: { day: freeDay(addDays(meetingDay(calendar, -1), -30), taken) },
      audience: 'partane',
      hours: [4, 9],
    },
    {
      ...bylivs,
      type: 'example',
      title: 'Nye forbilder: samtaler med kommunene',
      responsible: roles.bylivsenteret.projects,
      time: { day: freeDay(addDays(meetingDay(calendar, 0), 62), taken) },
      audience: 'distriktskommuner',
    },
  ];
}

/** Themes and towns are invented, as the parties' own conferences of these years are not known. */
export function conferenceActivities({ conferences }: SampleCalendar): readonly SampleActivity[] {
  const last = conference(conferences.last, lastConferenceKey, 'Sogndal', 'Steder for hele livet');
  const coming = conference(conferences.coming, comingConferenceKey, comingPlace, 'Det nære stedet');
  const committees = [...committeeMeetings(conferences.last), ...committeeMeetings(conferences.coming)];
  // The real conference of 2024 stands in history.ts.
  return conferences.last.year <= 2024 ? [...committees, coming] : [...committees, last, coming];
}

export const comingPlace = 'Mosjøen';

function conference(
  { year, first, last }: Conference,
  key: string,
  place: string,
  theme: string,
): SampleActivity {
  return {
    ...bylivs,
    key,
    type: 'conference',
    title: `BYLIVkonferansen ${String(year)}: ${theme}`,
    responsible: roles.bylivsenteret.programme,
    time: { day: first, last, from: '10:00', to: '15:00' },
    place,
    link: `https://bylivkonferansen.example/${String(year)}`,
    audience: 'kommuner, fylkeskommuner, næringsliv',
    description: 'To dager om livet i byer og tettsteder. Distriktssenteret bidrar til programmet.',
    registration: `https://pamelding.example/bylivkonferansen-${String(year)}`,
    hours: [180, 60],
  };
}

function committeeMeetings({ committee }: Conference): readonly SampleActivity[] {
  const titles = ['programkomité møte 1', 'forslag til foredragsholdere', 'endelig program'] as const;
  return titles.map((title, index) => ({
    ...bylivs,
    type: 'conference',
    title: `BYLIVkonferansen: ${title}`,
    responsible: roles.bylivsenteret.programme,
    time: { day: committee[index] ?? committee[0] },
    place: online,
    audience: 'partene',
    hours: [5, 3],
  }));
}
