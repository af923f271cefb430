/** `npx felles` in nynorsk. */
import { counted } from '../../domain/counted.ts';
import type { OverviewWords } from './words.ts';

export const overviewNn: OverviewWords = {
  register: (place) => `Registeret: ${place}`,
  sample: 'Dette er eit døme, ikkje dykkar eige register.',
  none: (place) => `Det er ikkje noko register her: ${place} finst ikkje.`,
  waysOn: {
    sample: 'prøv med eit døme',
    anew: 'lag eit nytt, tomt register',
    look: 'sjå kva rekneark som ligg der',
    own: (file) => `bruk det de har; det kan òg stå i fila ${file}`,
  },
  unread: 'Registeret kunne ikkje lesast:',
  problems: (errors, warnings) => `${String(errors)} feil og ${counted(warnings, 'åtvaring', 'åtvaringar')}`,
  noProblems: 'Ingen feil og ingen åtvaringar.',
  withoutId: (rows) => `${counted(rows, 'rad', 'rader')} utan ID`,
  due: {
    due: 'Det som må seiast, rettast eller avgjerast',
    meetings: 'Møte som er haldne utan at alt er ført',
    actions: 'Tiltak over fristen',
    left: 'Kontaktar som har slutta og framleis har noko å gjere',
    examples: 'Førebilete som må sjåast over',
    waived: 'Teke av lista med ein grunn',
    counties: 'Fylke utan kontakt i Dialog på eit halvt år',
  },
  unfilled: 'Ingenting er ført i Aktiviteter enno. Fyll ut Oppsett, Kontakter og Aktiviteter.',
  nothingDue: 'Ingenting ventar på dykk i dag.',
  groups: { weekly: 'Kvar veke', seldom: 'Av og til', setup: 'Oppsett' },
  more: (help, file) => `Alt ein kommando kan: ${help}. Alle samla: ${file}.`,
};
