/** The words of the list that the page shows of a calendar file. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { counted } from './norwegian.ts';

interface EventsListWords {
  readonly title: string;
  readonly about: string;
  readonly toCome: string;
  readonly past: string;
  /** Of the table: the day, the time of day, the title, the place. */
  readonly columns: readonly [string, string, string, string];
  readonly cancelled: (title: string) => string;
  readonly none: string;
  readonly undated: (count: number) => string;
  readonly more: (count: number) => string;
}

export const eventsListWords: Readonly<Record<NorwegianStandard, EventsListWords>> = {
  nb: {
    title: 'Kalender',
    about: 'Dette står i kalenderfilen. Lagre den, og åpne den i kalenderen din.',
    toCome: 'Fra og med i dag',
    past: 'Tidligere',
    columns: ['Dato', 'Kl.', 'Tittel', 'Sted'],
    cancelled: (title) => `Avlyst: ${title}`,
    none: 'Ingenting.',
    undated: (count) =>
      `${counted(count, 'aktivitet', 'aktiviteter')} framover har ingen dato ennå, og er ikke med.`,
    more: (count) =>
      `${counted(count, 'eldre hendelse', 'eldre hendelser')} er med i filen, men ikke i listen.`,
  },
  nn: {
    title: 'Kalender',
    about: 'Dette står i kalenderfila. Lagre henne, og opne henne i kalenderen din.',
    toCome: 'Frå og med i dag',
    past: 'Tidlegare',
    columns: ['Dato', 'Kl.', 'Tittel', 'Stad'],
    cancelled: (title) => `Avlyst: ${title}`,
    none: 'Ingenting.',
    undated: (count) =>
      `${counted(count, 'aktivitet', 'aktivitetar')} framover har ingen dato enno, og er ikkje med.`,
    more: (count) =>
      `${counted(count, 'eldre hending', 'eldre hendingar')} er med i fila, men ikkje i lista.`,
  },
};
