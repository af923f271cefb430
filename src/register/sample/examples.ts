/** The sample's examples, with public sources. Whether the municipalities have consented is invented. */
import { addDays } from '../../domain/time.ts';
import { parties } from '../lists.ts';
import type { NewRow } from '../setup.ts';
import { rowId, rowOf, type NumberedActivities } from './activity.ts';
import type { SampleCalendar } from './calendar.ts';
import { workingDayBefore } from './days.ts';
import { lastWebinarHeld, webinarKey } from './webinars.ts';

interface SampleExample {
  readonly title: string;
  readonly municipality: string;
  readonly themes: string;
  readonly description: string;
  readonly link: string;
  readonly raisedBy: 'bylivsenteret' | 'distriktssenteret';
  /** How many days ago somebody checked it; more than 730 is more than two years. */
  readonly checkedDaysAgo?: number;
  readonly consent?: 'ja';
  readonly imageRight?: 'ja' | 'nei';
  /** The keys of activities. */
  readonly usedIn?: readonly string[];
}

/** Stands for the webinar held last, whichever that is. */
const lastHeld = 'last webinar held';

const recordings2021 =
  'https://arkitektur.no/om-nal/bylivsenteret/aktuelt/2021/bylivkonferansen-2021-tilgjengelig-i-opptak/';

const examples: readonly SampleExample[] = [
  {
    title: 'Straumen',
    municipality: 'Inderøy',
    themes: 'møteplasser, langsiktig arbeid',
    description:
      'Straumen fikk Attraktiv by-prisen i 2020. Et lite tettsted som viser hva en kommune kan få til når den holder fast ved den samme retningen i mange år.',
    link: 'https://www.arkitektur.no/samspill-i-narvik1',
    raisedBy: 'bylivsenteret',
    checkedDaysAgo: 70,
    consent: 'ja',
    imageRight: 'ja',
    usedIn: ['conference-2020', lastHeld],
  },
  {
    title: 'Flekkefjord sentrum',
    municipality: 'Flekkefjord',
    themes: 'sentrum, kulturarv',
    description:
      'Vist på BYLIVkonferansen 2021. Relevant for småbyer som vil ta vare på trehusene og samtidig gi plass til handel og kultur.',
    link: recordings2021,
    raisedBy: 'bylivsenteret',
    checkedDaysAgo: 815,
    usedIn: ['conference-2021'],
  },
  {
    title: 'Lovund',
    municipality: 'Lurøy',
    themes: 'næringsliv, øysamfunn',
    description:
      'Vist på BYLIVkonferansen 2021. Eit øysamfunn der næringsliv og lokalsamfunn utviklar staden saman.',
    link: recordings2021,
    raisedBy: 'distriktssenteret',
    checkedDaysAgo: 960,
    usedIn: ['conference-2021'],
  },
  {
    title: 'Beitostølen',
    municipality: 'Øystre Slidre',
    themes: 'reiseliv, sentrum',
    description:
      'Vist på BYLIVkonferansen 2021. Ein reiselivsstad som også skal vere ein god stad å bu for dei fastbuande.',
    link: recordings2021,
    raisedBy: 'distriktssenteret',
    checkedDaysAgo: 260,
    consent: 'ja',
    imageRight: 'nei',
    usedIn: ['conference-2021'],
  },
  {
    title: 'Kystbyen Ørnes',
    municipality: 'Meløy',
    themes: 'sjøfront, parallelloppdrag',
    description:
      'Meløy kommune inviterte til parallelloppdraget «Kystbyen Ørnes». Viser hvordan en liten kommune kan få flere forslag å velge mellom før den bestemmer seg.',
    link: 'https://bylivsenteret.no/samspill-i-narvik',
    raisedBy: 'bylivsenteret',
    usedIn: ['conference-2020'],
  },
  {
    title: 'Vang',
    municipality: 'Vang',
    themes: 'medverknad, innovasjon',
    description:
      'Vang var med i Gnist, programmet til DOGA for stad- og næringsutvikling. Døme på ein kommune som slapp designarar og arkitektar til tidleg.',
    link: 'https://doga.no/aktuelt/-gnist-har-vart-gull-for-oss/',
    raisedBy: 'distriktssenteret',
    checkedDaysAgo: 150,
    consent: 'ja',
    imageRight: 'ja',
  },
];

/** IDs of the year before the sample's own. */
export function exampleRows(calendar: SampleCalendar, activities: NumberedActivities): readonly NewRow[] {
  const { today } = calendar;
  const idOf = (key: string): string =>
    activities.idOf(key === lastHeld ? webinarKey(lastWebinarHeld(calendar)) : key);
  const year = Number(today.slice(0, 4)) - 1;
  return examples.map((example, index) => {
    const { checkedDaysAgo, usedIn } = example;
    return rowOf({
      ID: rowId('F', year, index + 1),
      Tittel: example.title,
      Kommune: example.municipality,
      Tema: example.themes,
      Beskrivelse: example.description,
      Lenke: example.link,
      'Meldt av': parties[example.raisedBy][0],
      'Sist bekreftet':
        checkedDaysAgo === undefined ? undefined : { day: workingDayBefore(addDays(today, -checkedDaysAgo)) },
      Samtykke: example.consent,
      Bilderett: example.imageRight,
      'Brukt i': usedIn?.map(idOf).join(', '),
    });
  });
}
