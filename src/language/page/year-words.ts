/** The words of the year on the page. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { counted } from './norwegian.ts';

type DeadlineKind = 'action' | 'nextStep' | 'approval' | 'answerBy' | 'poll' | 'registration';

/** What a link leads to. */
export type LinkName =
  | 'agenda'
  | 'minutes'
  | 'programme'
  | 'mailing'
  | 'brief'
  | 'counties'
  | 'examples'
  | 'digest'
  | 'calendar'
  | 'report';

export interface YearWords {
  readonly heading: (year: number) => string;
  /** What was asked for is no year, and another is shown. */
  readonly noYear: (asked: string, shown: number) => string;
  readonly years: string;
  readonly on: string;
  readonly wheel: string;
  readonly wheelSays: string;
  readonly nothingIn: string;
  readonly coming: string;
  readonly nothingComes: string;
  readonly idea: string;
  readonly deadlines: Readonly<Record<DeadlineKind, string>>;
  readonly counties: string;
  readonly countiesAsOf: (day: string) => string;
  readonly county: string;
  readonly never: string;
  readonly together: string;
  readonly state: string;
  readonly silent: string;
  readonly recent: string;
  readonly uncoordinated: (count: number) => string;
  readonly planned: (day: string) => string;
  readonly links: Readonly<Record<LinkName, string>>;
  readonly showAll: (count: number) => string;
  readonly tooMany: string;
}

export const yearWords: Readonly<Record<NorwegianStandard, YearWords>> = {
  nb: {
    heading: (year) => `Året ${String(year)}`,
    noYear: (asked, shown) => `«${asked}» er ikke et år. Her er ${String(shown)}. Velg et år under.`,
    years: 'År',
    on: 'På denne siden',
    wheel: 'Årshjulet',
    wheelSays: 'Hvert merke fører til samme sak i listen. Der står raden i registeret og dokumentet.',
    nothingIn: 'Ingenting dette året.',
    coming: 'Det som kommer',
    nothingComes: 'Ingenting er planlagt framover i dette året.',
    idea: 'bare en idé',
    deadlines: {
      action: 'Frist for tiltak',
      nextStep: 'Frist for neste steg',
      approval: 'Frist for å godkjenne referatet',
      answerBy: 'Svarfrist for innleder',
      poll: 'Svarfrist for møtedag',
      registration: 'Påmeldingsfrist',
    },
    counties: 'Fylkene',
    countiesAsOf: (day) => `Siste kontakt med hver fylkeskommune, ${day}`,
    county: 'Fylke',
    never: 'ikke ført',
    together: 'sammen',
    state: 'Status',
    silent: 'Lenge siden',
    recent: 'Siste halve år',
    uncoordinated: (count) =>
      count === 1 ? 'Hver for seg, ikke avklart' : `Hver for seg ${String(count)} ganger, ikke avklart`,
    planned: (day) => `neste kontakt ${day}`,
    links: {
      agenda: 'Saksliste',
      minutes: 'Referat',
      programme: 'Program',
      mailing: 'Lag utsendelsen',
      brief: 'Fylkesnotat',
      counties: 'Fylkesoversikt',
      examples: 'Forbilder',
      digest: 'Orientering',
      calendar: 'Last ned kalenderen',
      report: 'Rapport for året',
    },
    showAll: (count) => `Vis ${counted(count, 'sak', 'saker')} til`,
    tooMany: 'Bare de første står her.',
  },
  nn: {
    heading: (year) => `Året ${String(year)}`,
    noYear: (asked, shown) => `«${asked}» er ikkje eit år. Her er ${String(shown)}. Vel eit år under.`,
    years: 'År',
    on: 'På denne sida',
    wheel: 'Årshjulet',
    wheelSays: 'Kvart merke fører til same sak i lista. Der står rada i registeret og dokumentet.',
    nothingIn: 'Ingenting dette året.',
    coming: 'Det som kjem',
    nothingComes: 'Ingenting er planlagt framover i dette året.',
    idea: 'berre ein idé',
    deadlines: {
      action: 'Frist for tiltak',
      nextStep: 'Frist for neste steg',
      approval: 'Frist for å godkjenne referatet',
      answerBy: 'Svarfrist for innleiar',
      poll: 'Svarfrist for møtedag',
      registration: 'Påmeldingsfrist',
    },
    counties: 'Fylka',
    countiesAsOf: (day) => `Siste kontakt med kvar fylkeskommune, ${day}`,
    county: 'Fylke',
    never: 'ikkje ført',
    together: 'saman',
    state: 'Status',
    silent: 'Lenge sidan',
    recent: 'Siste halve året',
    uncoordinated: (count) =>
      count === 1 ? 'Kvar for seg, ikkje avklart' : `Kvar for seg ${String(count)} gonger, ikkje avklart`,
    planned: (day) => `neste kontakt ${day}`,
    links: {
      agenda: 'Saksliste',
      minutes: 'Referat',
      programme: 'Program',
      mailing: 'Lag utsendinga',
      brief: 'Fylkesnotat',
      counties: 'Fylkesoversikt',
      examples: 'Førebilete',
      digest: 'Orientering',
      calendar: 'Last ned kalenderen',
      report: 'Rapport for året',
    },
    showAll: (count) => `Vis ${counted(count, 'sak', 'saker')} til`,
    tooMany: 'Berre dei første står her.',
  },
};
