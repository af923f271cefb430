/** The words in drawings. What a drawing shows is also in the text of the paper. */
import type { NorwegianStandard } from '../domain/written-standard.ts';

export interface FigureWords {
  readonly wheel: {
    readonly title: (year: number) => string;
    readonly description: string;
    readonly legend: Readonly<Record<'done' | 'coming' | 'unconfirmed' | 'cancelled', string>>;
  };
  readonly hours: {
    readonly title: (year: number) => string;
    readonly description: string;
    readonly amount: (hours: number) => string;
  };
  readonly grid: {
    readonly title: string;
    readonly description: string;
    readonly legend: Readonly<Record<'recent' | 'silent' | 'never' | 'crossed', string>>;
    /** Is in the tile when there is no month to show. */
    readonly never: string;
  };
}

export const figureWords: Readonly<Record<NorwegianStandard, FigureWords>> = {
  nb: {
    wheel: {
      title: (year) => `Årshjul for ${String(year)}`,
      description:
        'Et hjul med månedene rundt og seks ringer, én for hver aktivitet i avtalen, den første ytterst. Hvert merke er noe som skjer. Tabellen under har tallene.',
      legend: { done: 'Gjennomført', coming: 'Kommer', unconfirmed: 'Ikke bekreftet', cancelled: 'Avlyst' },
    },
    hours: {
      title: (year) => `Timer partene har brukt i ${String(year)}`,
      description:
        'En stolpe for hver aktivitet i avtalen, delt mellom Bylivsenteret og Distriktssenteret, i den rekkefølgen.',
      amount: (hours) => `${String(hours)} t`,
    },
    grid: {
      title: 'Fylkene, og når noen snakket med dem sist',
      description:
        'En rute for hver fylkeskommune, omtrent der fylket ligger på kartet. Tabellene under sier det samme.',
      legend: {
        recent: 'Siste halve år',
        silent: 'Lenger siden',
        never: 'Ingen kontakt ført',
        crossed: 'Hver for seg',
      },
      never: 'ikke ført',
    },
  },
  nn: {
    wheel: {
      title: (year) => `Årshjul for ${String(year)}`,
      description:
        'Eit hjul med månadene rundt og seks ringar, éin for kvar aktivitet i avtalen, den første ytst. Kvart merke er noko som skjer. Tabellen under har tala.',
      legend: { done: 'Gjennomført', coming: 'Kjem', unconfirmed: 'Ikkje stadfesta', cancelled: 'Avlyst' },
    },
    hours: {
      title: (year) => `Timar partane har brukt i ${String(year)}`,
      description:
        'Ein stolpe for kvar aktivitet i avtalen, delt mellom Bylivsenteret og Distriktssenteret, i den rekkjefølgja.',
      amount: (hours) => `${String(hours)} t`,
    },
    grid: {
      title: 'Fylka, og når nokon snakka med dei sist',
      description:
        'Ei rute for kvar fylkeskommune, omtrent der fylket ligg på kartet. Tabellane under seier det same.',
      legend: {
        recent: 'Siste halve året',
        silent: 'Lenger sidan',
        never: 'Ingen kontakt ført',
        crossed: 'Kvar for seg',
      },
      never: 'ikkje ført',
    },
  },
};
