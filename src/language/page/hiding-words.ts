/** What faults of the register may hide from the list of today, or make wrong in it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { counted } from './norwegian.ts';

/** The tabs of whose rows the list is made, by their keys. Faults of others, such as Mottakere, hide nothing of it. */
export const hidingTabs = [
  ...(['activities', 'texts', 'cases', 'actions', 'treatments', 'slots', 'examples'] as const),
  ...(['dialogues', 'contacts', 'answers', 'settings', 'statements', 'ledger'] as const),
] as const;

/** By what a row is about: its tab, or for some activities their type. */
export type Hiding = (typeof hidingTabs)[number] | 'webinar' | 'meeting' | 'conference';

interface HidingWords {
  readonly heading: string;
  /** What is said of the whole, above the rows. */
  readonly intro: string;
  /** Of a row that is not in the register: what the list lacks of it. */
  readonly leftOut: (what: string) => string;
  /** The same of a whole tab. */
  readonly leftOutTab: (what: string) => string;
  /** Of a row that is read all the same. */
  readonly wrong: (what: string) => string;
  readonly what: Readonly<Record<Hiding, string>>;
  /** How many more rows of a tab there are, as a link. */
  readonly showMore: (count: number) => string;
  readonly showFew: string;
  /** The mark on what is due about a row with a fault: in its own row, or in one that belongs to it. */
  readonly inRow: (columns: string) => string;
  readonly inOtherRow: (place: string, columns: string) => string;
  readonly aFault: string;
  /** The heading of the others, where some stand above. */
  readonly others: string;
}

export const hidingWords: Readonly<Record<NorwegianStandard, HidingWords>> = {
  nb: {
    heading: 'Feil som kan skjule noe',
    intro: 'Det som står under, kan mangle i listen eller være galt der, til feilen er rettet.',
    leftOut: (what) => `Raden kan ikke leses og er ikke regnet med. Dette kan mangle i listen: ${what}.`,
    leftOutTab: (what) => `Dette er ikke lest og ikke regnet med. Dette kan mangle i listen: ${what}.`,
    wrong: (what) => `Raden er regnet med, men dette kan være galt eller mangle: ${what}.`,
    what: {
      webinar: 'kunngjøring, påminnelser, oppfølging og endringer',
      meeting: 'dag for møtet, saksliste, referat og det som skal følges opp',
      conference: 'programmet og meldingene til innlederne',
      activities: 'det som skal sies om aktiviteten',
      texts: 'utsendelsene om aktiviteten som teksten hører til',
      cases: 'sakslisten og referatet for møtet som saken hører til',
      actions: 'fristen for tiltaket, og påminnelsen til den som har det',
      treatments: 'referatet, og hva som er vedtatt i saken',
      slots: 'programmet og meldingene til innlederen',
      examples: 'om forbildet må ses over',
      dialogues: 'neste steg, kontakt som ikke er avklart, og hvor lenge det er siden noen snakket sammen',
      contacts: 'hvem som har sluttet, og hvem utsendelser går til',
      answers: 'hvem som har svart, og hvilken dag som passer for møtet',
      settings: 'alt som bygger på innstillingen',
      statements: 'hva som er sagt før, og dermed hva som gjenstår eller er utdatert',
      ledger: 'hvem som har fått hva, og dermed hva som gjenstår eller er utdatert',
    },
    showMore: (count) => `Vis ${counted(count, 'rad', 'rader')} til med feil`,
    showFew: 'Vis bare de første radene',
    inRow: (columns) => `Raden har feil i ${columns}. Det som står her, kan være galt`,
    inOtherRow: (place, columns) => `${place} har feil i ${columns}. Det som står her, kan være galt`,
    aFault: 'en celle',
    others: 'Andre feil og advarsler i registeret',
  },
  nn: {
    heading: 'Feil som kan skjule noko',
    intro: 'Det som står under, kan mangle i lista eller vere gale der, til feilen er retta.',
    leftOut: (what) => `Rada kan ikkje lesast og er ikkje rekna med. Dette kan mangle i lista: ${what}.`,
    leftOutTab: (what) => `Dette er ikkje lese og ikkje rekna med. Dette kan mangle i lista: ${what}.`,
    wrong: (what) => `Rada er rekna med, men dette kan vere gale eller mangle: ${what}.`,
    what: {
      webinar: 'kunngjering, påminningar, oppfølging og endringar',
      meeting: 'dag for møtet, saksliste, referat og det som skal følgjast opp',
      conference: 'programmet og meldingane til innleiarane',
      activities: 'det som skal seiast om aktiviteten',
      texts: 'utsendingane om aktiviteten som teksten høyrer til',
      cases: 'sakslista og referatet for møtet som saka høyrer til',
      actions: 'fristen for tiltaket, og påminninga til den som har det',
      treatments: 'referatet, og kva som er vedteke i saka',
      slots: 'programmet og meldingane til innleiaren',
      examples: 'om førebiletet må sjåast over',
      dialogues: 'neste steg, kontakt som ikkje er avklara, og kor lenge det er sidan nokon snakka saman',
      contacts: 'kven som har slutta, og kven utsendingar går til',
      answers: 'kven som har svart, og kva dag som passar for møtet',
      settings: 'alt som byggjer på innstillinga',
      statements: 'kva som er sagt før, og dermed kva som står att eller er utdatert',
      ledger: 'kven som har fått kva, og dermed kva som står att eller er utdatert',
    },
    showMore: (count) => `Vis ${counted(count, 'rad', 'rader')} til med feil`,
    showFew: 'Vis berre dei første radene',
    inRow: (columns) => `Rada har feil i ${columns}. Det som står her, kan vere gale`,
    inOtherRow: (place, columns) => `${place} har feil i ${columns}. Det som står her, kan vere gale`,
    aFault: 'ei celle',
    others: 'Andre feil og åtvaringar i registeret',
  },
};
