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
  readonly centrality: {
    readonly title: (year: number) => string;
    readonly description: string;
    readonly level: (level: string) => string;
    readonly parts: readonly [reached: string, others: string];
    readonly amount: (reached: number, of: number) => string;
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
        'Et hjul med månedene rundt og seks ringer, én for hver aktivitet i avtalen, den første ytterst. Hvert merke er noe som skjer. Tabellene under sier det samme.',
      legend: { done: 'Gjennomført', coming: 'Kommer', unconfirmed: 'Ikke bekreftet', cancelled: 'Avlyst' },
    },
    hours: {
      title: (year) => `Timer partene har brukt i ${String(year)}`,
      description:
        'En stolpe for hver aktivitet i avtalen, delt mellom partene. Tabellen under sier det samme.',
      amount: (hours) => `${String(hours)} t`,
    },
    centrality: {
      title: (year) => `Kommuner som fikk e-post om webinarene i ${String(year)}, etter sentralitet`,
      description:
        'En stolpe for hver sentralitetsklasse, delt i kommuner som er nådd og andre. Tabellen under sier det samme.',
      level: (level) => `Klasse ${level}`,
      parts: ['Nådd', 'Ikke nådd'],
      amount: (reached, of) => `${String(reached)} av ${String(of)}`,
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
        'Eit hjul med månadene rundt og seks ringar, éin for kvar aktivitet i avtalen, den første ytst. Kvart merke er noko som skjer. Tabellane under seier det same.',
      legend: { done: 'Gjennomført', coming: 'Kjem', unconfirmed: 'Ikkje stadfesta', cancelled: 'Avlyst' },
    },
    hours: {
      title: (year) => `Timar partane har brukt i ${String(year)}`,
      description:
        'Ein stolpe for kvar aktivitet i avtalen, delt mellom partane. Tabellen under seier det same.',
      amount: (hours) => `${String(hours)} t`,
    },
    centrality: {
      title: (year) => `Kommunar som fekk e-post om webinara i ${String(year)}, etter sentralitet`,
      description:
        'Ein stolpe for kvar sentralitetsklasse, delt i kommunar som er nådde og andre. Tabellen under seier det same.',
      level: (level) => `Klasse ${level}`,
      parts: ['Nådd', 'Ikkje nådd'],
      amount: (reached, of) => `${String(reached)} av ${String(of)}`,
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
