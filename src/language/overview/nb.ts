/** `npx felles` in bokmål. */
import { counted } from '../../domain/counted.ts';
import type { OverviewWords } from './words.ts';

export const overviewNb: OverviewWords = {
  register: (place) => `Registeret: ${place}`,
  sample: 'Dette er et eksempel, ikke deres eget register.',
  none: (place) => `Det er ikke noe register her: ${place} finnes ikke.`,
  waysOn: {
    sample: 'prøv med et eksempel',
    anew: 'lag et nytt, tomt register',
    look: 'se hvilke regneark som ligger der',
    own: (file) => `bruk det dere har; det kan også stå i filen ${file}`,
  },
  unread: 'Registeret kunne ikke leses:',
  problems: (errors, warnings) => `${String(errors)} feil og ${counted(warnings, 'advarsel', 'advarsler')}`,
  noProblems: 'Ingen feil og ingen advarsler.',
  withoutId: (rows) => `${counted(rows, 'rad', 'rader')} uten ID`,
  due: {
    due: 'Det som må sies, rettes eller avgjøres',
    meetings: 'Møter som er holdt uten at alt er ført',
    actions: 'Tiltak over fristen',
    left: 'Kontakter som har sluttet og fremdeles har noe å gjøre',
    examples: 'Forbilder som må ses over',
    waived: 'Tatt av listen med en grunn',
    counties: 'Fylker uten kontakt i Dialog på et halvt år',
  },
  unfilled: 'Ingenting er ført i Aktiviteter ennå. Fyll ut Oppsett, Kontakter og Aktiviteter.',
  nothingDue: 'Ingenting venter på dere i dag.',
  groups: { weekly: 'Hver uke', seldom: 'Av og til', setup: 'Oppsett' },
  more: (help, file) => `Alt en kommando kan: ${help}. Alle samlet: ${file}.`,
};
