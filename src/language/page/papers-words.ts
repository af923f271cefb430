/** The words of the screen of papers. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { counted } from './norwegian.ts';

/** What a field chooses (`Choice` in src/app/cli/options.ts). */
type Chosen = 'meeting' | 'programme' | 'party' | 'county' | 'year' | 'appendix' | 'searched' | 'since';

interface PapersWords {
  readonly heading: string;
  readonly intro: string;
  /** By the name of the command. */
  readonly titles: Readonly<Record<string, string>>;
  readonly all: string;
  readonly fields: Readonly<Record<Chosen, string>>;
  /** What an address asks for is none of the choices. */
  readonly notThere: (value: string) => string;
  /** What the paper is of where nothing is chosen. */
  readonly usual: Readonly<Partial<Record<Chosen, string>>>;
  /** From when on changes are marked: a time of day, with its day where that is not today. */
  readonly markedSince: (time: string) => string;
  readonly show: string;
  readonly more: (count: number) => string;
  readonly standard: string;
  readonly standards: Readonly<Record<NorwegianStandard | 'both', string>>;
  readonly width: string;
  readonly widths: Readonly<Record<'screen' | 'phone' | 'narrow' | 'print', string>>;
  readonly scheme: string;
  readonly schemes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly printNote: string;
  readonly save: string;
  readonly formats: Readonly<Record<string, string>>;
  readonly nothing: string;
  readonly changed: (places: number) => string;
  readonly isOther: string;
  /** Heard between the two versions, which are seen. */
  readonly was: string;
  readonly is: string;
  readonly isNew: string;
  readonly isGone: string;
  readonly moreChanges: (count: number) => string;
  readonly seen: string;
  readonly cannot: string;
  readonly lastGood: (time: string) => string;
  readonly said: string;
}

export const papersWords: Readonly<Record<NorwegianStandard, PapersWords>> = {
  nb: {
    heading: 'Dokumenter',
    intro: 'Slik blir dokumentene av registeret nå. Ingenting blir sendt eller lagret av at du ser på dem.',
    titles: {
      agenda: 'Saksliste',
      minutes: 'Referatutkast',
      digest: 'Nytt til partene',
      county: 'Fylkesnotat',
      examples: 'Forbilder',
      programme: 'Program',
      calendar: 'Kalender',
      decisions: 'Vedtak og tiltak',
      report: 'Rapport',
    },
    all: 'Alle dokumenter',
    fields: {
      meeting: 'Møte',
      programme: 'Arrangement',
      party: 'Part',
      county: 'Fylke',
      year: 'År',
      appendix: 'Med vedlegg',
      searched: 'Bare det som har disse ordene',
      since: 'Fra og med dag, måned eller år',
    },
    notThere: (value) => `«${value}» er ikke blant valgene her. Velg et annet i listen, og trykk på «Vis».`,
    markedSince: (time) =>
      `Det som er endret etter ${time}, blir merket. Det som ble endret før det, er ikke merket, for Felles begynner på nytt hver gang siden blir startet.`,
    usual: {
      meeting: 'Møtet som står for tur',
      programme: 'Neste konferanse med program',
      party: 'Begge',
      county: 'Alle fylkeskommunene',
      year: 'I år',
    },
    show: 'Vis',
    more: (count) => `og ${String(count)} til, som du kan velge når du har åpnet dokumentet`,
    standard: 'Skriftspråk i dokumentet',
    standards: { both: 'Begge', nb: 'Bokmål', nn: 'Nynorsk' },
    width: 'Bredde',
    widths: { screen: 'Skjerm', phone: 'Telefon', narrow: 'Smal telefon', print: 'A4-utskrift' },
    scheme: 'Farger',
    schemes: { auto: 'Som maskinen', light: 'Lyst', dark: 'Mørkt' },
    printNote: 'Slik blir utskriften, side for side. En skriver kan dele sidene litt annerledes.',
    save: 'Lagre som',
    formats: { html: 'nettside', docx: 'Word', txt: 'ren tekst', ics: 'kalender', xml: 'XML', json: 'JSON' },
    nothing: 'Det er ikke noe å lage nå.',
    changed: (places) => `Endret siden sist: ${counted(places, 'sted', 'steder')}`,
    isOther: 'Endret',
    was: 'var',
    is: 'er nå',
    isNew: 'Nytt',
    isGone: 'Borte',
    moreChanges: (count) => `og ${String(count)} til`,
    seen: 'Jeg har sett endringene',
    cannot: 'Dokumentet kan ikke lages nå',
    lastGood: (time) => `Slik var det sist det kunne lages, klokka ${time}.`,
    said: 'Noe å se på i dokumentet',
  },
  nn: {
    heading: 'Dokument',
    intro: 'Slik blir dokumenta av registeret no. Ingenting blir sendt eller lagra av at du ser på dei.',
    titles: {
      agenda: 'Saksliste',
      minutes: 'Referatutkast',
      digest: 'Nytt til partane',
      county: 'Fylkesnotat',
      examples: 'Førebilete',
      programme: 'Program',
      calendar: 'Kalender',
      decisions: 'Vedtak og tiltak',
      report: 'Rapport',
    },
    all: 'Alle dokument',
    fields: {
      meeting: 'Møte',
      programme: 'Arrangement',
      party: 'Part',
      county: 'Fylke',
      year: 'År',
      appendix: 'Med vedlegg',
      searched: 'Berre det som har desse orda',
      since: 'Frå og med dag, månad eller år',
    },
    notThere: (value) => `«${value}» er ikkje blant vala her. Vel eit anna i lista, og trykk på «Vis».`,
    markedSince: (time) =>
      `Det som er endra etter ${time}, blir merkt. Det som vart endra før det, er ikkje merkt, for Felles byrjar på nytt kvar gong sida blir starta.`,
    usual: {
      meeting: 'Møtet som står for tur',
      programme: 'Neste konferanse med program',
      party: 'Begge',
      county: 'Alle fylkeskommunane',
      year: 'I år',
    },
    show: 'Vis',
    more: (count) => `og ${String(count)} til, som du kan velje når du har opna dokumentet`,
    standard: 'Skriftspråk i dokumentet',
    standards: { both: 'Begge', nb: 'Bokmål', nn: 'Nynorsk' },
    width: 'Breidd',
    widths: { screen: 'Skjerm', phone: 'Telefon', narrow: 'Smal telefon', print: 'A4-utskrift' },
    scheme: 'Fargar',
    schemes: { auto: 'Som maskina', light: 'Lyst', dark: 'Mørkt' },
    printNote: 'Slik blir utskrifta, side for side. Ein skrivar kan dele sidene litt annleis.',
    save: 'Lagre som',
    formats: { html: 'nettside', docx: 'Word', txt: 'rein tekst', ics: 'kalender', xml: 'XML', json: 'JSON' },
    nothing: 'Det er ikkje noko å lage no.',
    changed: (places) => `Endra sidan sist: ${counted(places, 'stad', 'stader')}`,
    isOther: 'Endra',
    was: 'var',
    is: 'er no',
    isNew: 'Nytt',
    isGone: 'Borte',
    moreChanges: (count) => `og ${String(count)} til`,
    seen: 'Eg har sett endringane',
    cannot: 'Dokumentet kan ikkje lagast no',
    lastGood: (time) => `Slik var det sist det kunne lagast, klokka ${time}.`,
    said: 'Noko å sjå på i dokumentet',
  },
};
