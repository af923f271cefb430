/** What `npx felles` says of where one stands, in both written standards. */
import type { NorwegianStandard } from '../domain/written-standard.ts';
import { date } from './dates.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';
import type { Day } from '../domain/time.ts';

/** What waits for somebody, by kind. */
export type DueKind = 'texts' | 'meetings' | 'actions' | 'slots' | 'examples' | 'counties';

export interface OverviewWords {
  readonly day: (day: Day) => string;
  readonly register: (place: string) => string;
  readonly sample: string;
  readonly none: (place: string) => string;
  /** Three ways on where there is no register, each with what one types. */
  readonly waysOn: { readonly sample: string; readonly anew: string; readonly own: string };
  readonly unread: string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly noProblems: string;
  readonly withoutId: (rows: number) => string;
  readonly agenda: (day: string, daysLeft: number) => string;
  readonly due: Readonly<Record<DueKind, string>>;
  readonly nothingDue: string;
  readonly groups: Readonly<Record<'weekly' | 'seldom' | 'setup', string>>;
  readonly more: string;
}

const counted = (amount: number, one: string, many: string): string =>
  `${String(amount)} ${amount === 1 ? one : many}`;

export const overviewWords: Readonly<Record<NorwegianStandard, OverviewWords>> = {
  nb: {
    day: (day) => date(nb, day),
    register: (place) => `Registeret: ${place}`,
    sample: 'Dette er et eksempel, ikke deres eget register.',
    none: (place) => `Det er ikke noe register her: ${place} finnes ikke.`,
    waysOn: {
      sample: 'prøv med et eksempel',
      anew: 'lag et nytt, tomt register',
      own: 'bruk det dere har; det kan også stå i filen .env',
    },
    unread: 'Registeret kunne ikke leses:',
    problems: (errors, warnings) => `${String(errors)} feil og ${counted(warnings, 'advarsel', 'advarsler')}`,
    noProblems: 'Ingen feil og ingen advarsler.',
    withoutId: (rows) => `${String(rows)} ${rows === 1 ? 'rad' : 'rader'} uten ID`,
    agenda: (day, daysLeft) =>
      `Kvartalsmøtet ${day}, ${daysLeft === 0 ? 'i dag' : `om ${counted(daysLeft, 'dag', 'dager')}`}`,
    due: {
      texts: 'Tekster om webinarer som skal ut',
      meetings: 'Møter som er holdt uten at alt er ført',
      actions: 'Tiltak over fristen',
      slots: 'Programmer med innslag uten svar',
      examples: 'Forbilder som må ses over',
      counties: 'Fylker ingen har snakket med på et halvt år',
    },
    nothingDue: 'Ingenting venter på dere i dag.',
    groups: { weekly: 'Hver uke', seldom: 'Av og til', setup: 'Oppsett' },
    more: 'Alt en kommando kan: npx felles agenda --help. Alle samlet: docs/commands.md.',
  },
  nn: {
    day: (day) => date(nn, day),
    register: (place) => `Registeret: ${place}`,
    sample: 'Dette er eit døme, ikkje dykkar eige register.',
    none: (place) => `Det er ikkje noko register her: ${place} finst ikkje.`,
    waysOn: {
      sample: 'prøv med eit døme',
      anew: 'lag eit nytt, tomt register',
      own: 'bruk det de har; det kan òg stå i fila .env',
    },
    unread: 'Registeret kunne ikkje lesast:',
    problems: (errors, warnings) =>
      `${String(errors)} feil og ${counted(warnings, 'åtvaring', 'åtvaringar')}`,
    noProblems: 'Ingen feil og ingen åtvaringar.',
    withoutId: (rows) => `${String(rows)} ${rows === 1 ? 'rad' : 'rader'} utan ID`,
    agenda: (day, daysLeft) =>
      `Kvartalsmøtet ${day}, ${daysLeft === 0 ? 'i dag' : `om ${counted(daysLeft, 'dag', 'dagar')}`}`,
    due: {
      texts: 'Tekstar om webinar som skal ut',
      meetings: 'Møte som er haldne utan at alt er ført',
      actions: 'Tiltak over fristen',
      slots: 'Program med innslag utan svar',
      examples: 'Førebilete som må sjåast over',
      counties: 'Fylke ingen har snakka med på eit halvt år',
    },
    nothingDue: 'Ingenting ventar på dykk i dag.',
    groups: { weekly: 'Kvar veke', seldom: 'Av og til', setup: 'Oppsett' },
    more: 'Alt ein kommando kan: npx felles agenda --help. Alle samla: docs/commands.md.',
  },
};
