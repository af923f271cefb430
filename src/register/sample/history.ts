/**
 * What the parties did before the sample's own time, with public sources: 2017 to 2024, and recordings and examples
 * whose day was not found. Kept as it was. Roles stand for persons.
 */
import { parseDay, type Day } from '../../domain/time.ts';
import type { SampleActivity } from './activity.ts';

type Past = Omit<SampleActivity, 'time' | 'status'> & { readonly when: When };
type When = string | readonly [first: string, last: string] | undefined;

const recordings2021 =
  'https://arkitektur.no/om-nal/bylivsenteret/aktuelt/2021/bylivkonferansen-2021-tilgjengelig-i-opptak/';

const conferences: readonly Past[] = [
  {
    when: '2018',
    type: 'conference',
    title: 'BYLIVkonferansen 2018: Byliv, næringsliv, hverdagsliv',
    place: 'Ulsteinvik',
    party: 'bylivsenteret',
    responsible: 'prosjektleder',
    audience: 'planleggere, politikere',
    link: 'https://bylivsenteret.no/framtidens-stedsutvikling-handler-om-a-flette-sammen-funksjoner',
    note: 'Datoen er ikke funnet. Med Møre og Romsdal fylkeskommune. Nr. 2 i rekken; nr. 1 var i Rogaland i 2017.',
  },
  {
    key: 'conference-2020',
    when: '2020',
    type: 'conference',
    title: 'BYLIVkonferansen 2020: Samspillets kunst – inkluderende stedsutvikling',
    place: 'Narvik',
    party: 'bylivsenteret',
    responsible: 'fagansvarlig',
    audience: 'kommuner, fylkeskommuner',
    link: 'https://bylivsenteret.no/samspill-i-narvik',
    note: 'Omtalt 4.11.2020. 250 deltakere. Med Nordland fylkeskommune og Narvik kommune. Distriktssenteret bidro.',
  },
  {
    key: 'conference-2021',
    when: ['2021-11-03', '2021-11-04'],
    type: 'conference',
    title: 'BYLIVkonferansen 2021: Småbyliv – strategier for bærekraftig stedsutvikling',
    place: 'Digitalt',
    party: 'both',
    responsible: 'fagansvarlig / direktør',
    audience: 'kommuner, fylkeskommuner',
    link: recordings2021,
    recording: recordings2021,
    note: 'Den første etter at avtalen ble inngått.',
  },
  {
    when: ['2023-10-24', '2023-10-25'],
    type: 'conference',
    title: 'BYLIVkonferansen 2023: Kulturarv som ressurs i stedsutvikling',
    place: 'Levanger (Festiviteten)',
    party: 'both',
    responsible: 'leder / seniorrådgiver',
    audience: 'kommuner, forvaltning, næringsliv',
    link: 'https://arkitektforbundet.no/nota/aktuelt/2023/bylivkonferansen-i-aar-i-nord-troendelag/',
    note: 'Med Trøndelag fylkeskommune og Levanger kommune.',
  },
  {
    when: 'september 2024',
    type: 'conference',
    title: 'BYLIVkonferansen 2024: Naturvennlige, klimarobuste og attraktive steder',
    place: 'Voss',
    party: 'bylivsenteret',
    responsible: 'leder',
    audience: 'kommuner',
    link: 'https://www.arkitektur.no/aktuelt/byutvikling/samler-bylivsfeltet-paa-voss/',
    note: 'Dagen er ikke funnet. Med Vestland fylkeskommune og Voss herad.',
  },
];

const gatherings: readonly Past[] = [
  {
    when: ['2017-05-31', '2017-06-01'],
    type: 'network',
    title: 'Samling: Attraktive og bærekraftige småbyer',
    place: 'Kongsberg',
    party: 'distriktssenteret',
    responsible: 'prosjektleder',
    audience: 'kommuner og fagmiljøer',
    link: 'https://distriktssenteret.no/2017/04/04/attraktive-baerekraftige-smabyer/',
    note: 'Før avtalen.',
  },
  {
    when: '2018-05-31',
    type: 'network',
    title: 'BYLIVseminar: Kommunesammenslåing – ny giv for småstedene?',
    place: 'Oslo (Litteraturhuset)',
    party: 'bylivsenteret',
    responsible: 'prosjektleder',
    audience: 'åpent',
    link: 'https://bylivsenteret.no/kommunesammenslaing-ny-giv-for-smastedene',
    note: 'Før avtalen. Distriktssenteret deltok.',
  },
  {
    when: '2018-09-04',
    type: 'network',
    title: 'Jubileumsfagdag: Livskraftige lokalsamfunn – tilfeldig og planlagt?',
    place: 'Stjørdal (Kimen)',
    party: 'distriktssenteret',
    responsible: 'direktør',
    audience: 'kommuner',
    link: 'https://distriktssenteret.no/webinar/jubileumsfagdag/',
    recording: 'https://distriktssenteret.no/webinar/jubileumsfagdag/',
  },
  {
    when: '2022-08-16',
    type: 'network',
    title: 'Arendalsuka: Små kommuner, stor innovasjonskraft',
    place: 'Arendal (Samfunnsteltet) og strømming',
    party: 'distriktssenteret',
    responsible: 'direktør',
    audience: 'åpent',
    link: 'https://doga.no/kalender/doga-pa-arendalsuka-sma-kommuner-med-stor-innovasjonskraft/',
    note: 'DOGA og Distriktssenteret, kl. 14.30–15.30.',
  },
];

const agreement: Past = {
  when: '2021-02-11',
  type: 'information',
  title: 'Samarbeidsavtale inngått',
  party: 'both',
  responsible: 'ledelsen hos partene',
  audience: 'internt og eksternt',
  link: 'https://arkitektur.no/om-nal/bylivsenteret/aktuelt/2021/samarbeidsavtale-mellom-bylivsenteret-og-distriktssenteret/',
  note: 'Datoen er publiseringsdatoen.',
};

const handbook =
  'https://arkitektforbundet.no/om-nal/bylivsenteret/aktuelt/2022/oppdatert-haandbok-i-aldersvennlig-stedsutvikling/';

const shared: readonly Past[] = [
  {
    when: 'oktober 2021',
    type: 'example',
    title: 'Forkonferanse om aldersvennlig stedsutvikling (Folkehelsekonferansen)',
    place: 'Trondheim',
    party: 'bylivsenteret',
    responsible: 'kursansvarlig',
    audience: 'kommuner',
    link: handbook,
    note: 'For Helsedirektoratet.',
  },
  {
    key: 'handbook',
    when: '2022-01-14',
    type: 'example',
    title: 'Oppdatert håndbok i aldersvennlig stedsutvikling',
    party: 'bylivsenteret',
    responsible: 'fagansvarlig',
    audience: 'kommuner',
    link: handbook,
    note: 'Distriktssenteret ga innspill til håndboka.',
  },
];

/** Distriktssenteret's own recordings. */
const recording = (one: Omit<Past, 'place' | 'party' | 'responsible'>): Past => ({
  ...one,
  place: 'Digitalt',
  party: 'distriktssenteret',
  responsible: 'seniorrådgiver',
});

const recorded: readonly Past[] = [
  recording({
    when: '2021',
    type: 'webinar',
    title: 'Webinar: Regionale myndigheters veiledning av distriktskommuner',
    audience: 'fylkeskommuner, statsforvaltere',
    link: 'https://distriktssenteret.no/webinar/webinar-regionale-myndigheters-veiledning-av-distriktskommuner/',
    note: 'Kl. 14.00–15.00, men datoen er ikke funnet. Rapporten er fra 2021.',
  }),
  recording({
    when: undefined,
    type: 'webinar',
    title: 'Webinar: Planlegging i distriktskommuner',
    audience: 'folkevalgte og planansatte',
    link: 'https://distriktssenteret.no/arrangement/webinar-planlegging-i-distriktskommuner/',
    recording: 'https://distriktssenteret.no/arrangement/webinar-planlegging-i-distriktskommuner/',
    note: 'Datoen er ikke funnet. Holtålen, enkelplanlegging.no.',
  }),
  recording({
    when: undefined,
    type: 'example',
    title: 'Foredrag: Forutsetninger for god samfunnsplanlegging i små distriktskommuner',
    audience: 'ansatte i kommuner',
    link: 'https://distriktssenteret.no/webinar/foredrag-forutsetninger-for-god-samfunnsplanlegging-i-sma-distriktskommuner/',
    recording:
      'https://distriktssenteret.no/webinar/foredrag-forutsetninger-for-god-samfunnsplanlegging-i-sma-distriktskommuner/',
    note: 'Om lag 20 minutter, tekstet. Datoen er ikke funnet.',
  }),
  recording({
    when: undefined,
    type: 'example',
    title: 'Film: By- og tettstedsutvikling i Møre og Romsdal',
    audience: 'politikere',
    area: 'Møre og Romsdal',
    link: 'https://distriktssenteret.no/webinar/by-og-tettstedsutvikling-video/',
    recording: 'https://distriktssenteret.no/webinar/by-og-tettstedsutvikling-video/',
    note: 'Med Møre og Romsdal fylkeskommune og statsforvalteren. Datoen er ikke funnet.',
  }),
];

/** Rows whose day is unknown have IDs of the year in which the sample's register was first filled. */
const yearOfUndated = 2024;

function timeOf(when: When): SampleActivity['time'] {
  if (when === undefined) return { unknown: true, year: yearOfUndated };
  const [first, last] = typeof when === 'string' ? [when, when] : when;
  const day = parseDay(first);
  const lastDay = parseDay(last);
  if (day === undefined || lastDay === undefined) return { words: first, year: Number(first.slice(-4)) };
  return lastDay === day ? { day } : { day, last: lastDay };
}

const all: readonly Past[] = [...conferences, ...gatherings, agreement, ...shared, ...recorded];

/** What lies behind on the day that the sample is made for. */
export function history(today: Day): readonly SampleActivity[] {
  return all
    .map(({ when, ...activity }): SampleActivity => ({ ...activity, time: timeOf(when), status: 'done' }))
    .filter(({ time }) => ('day' in time ? (time.last ?? time.day) < today : true));
}
