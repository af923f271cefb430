/** The words of the screen of all commands, of the form of one, and of what became of it. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { counted } from './norwegian.ts';

/** The groups of common deeds, in the order in which they are shown. */
export const deedGroups = ['register', 'meeting', 'minutes', 'webinar', 'others'] as const;
export type DeedGroup = (typeof deedGroups)[number];

/** Why a form was not started. */
export const formFaults = ['file-or-address', 'unknown'] as const;
export type FormFault = (typeof formFaults)[number];

interface DoingWords {
  readonly heading: string;
  readonly intro: string;
  readonly deeds: Readonly<Record<DeedGroup, string>>;
  readonly all: string;
  readonly allIntro: string;
  readonly toAll: string;
  readonly fill: string;
  readonly happens: string;
  readonly filledIn: string;
  /** For a browser without script, which cannot follow what is changed. */
  readonly changed: string;
  /** `path` is that of the folder of papers. */
  readonly filesIn: (path: string) => string;
  readonly look: string;
  /** `labels` are the fields that a look leaves out. */
  readonly lookSays: (labels: string) => string;
  readonly and: string;
  readonly run: string;
  /** What opens the fields that are folded. */
  readonly more: string;
  readonly yes: string;
  /** What an address fills in is none of the choices of its field. */
  readonly notThere: (value: string) => string;
  readonly noCommand: (name: string) => string;
  /** Above the cells that will be written. */
  readonly asNow: string;
  readonly writesNoCell: string;
  /** Of the tab of problems: how many rows it gets, and how many go. */
  readonly findings: (tab: string, rows: number, gone: number) => string;
  readonly usual: string;
  readonly file: string;
  readonly address: string;
  readonly faults: Readonly<Record<FormFault, string>>;
  readonly tooLarge: string;
}

/** What became of a command, beside what every run says. */
interface DoneWords {
  readonly busyNot: string;
  readonly refresh: string;
  readonly next: string;
  readonly nextSays: string;
  readonly nextButton: string;
  /** Of the mailings that a run made. */
  readonly toSend: string;
  readonly lookAt: (name: string) => string;
  readonly made: string;
  readonly mailing: string;
  readonly refused: string;
  readonly change: string;
  readonly openAddress: string;
  /** The button that goes on with a send that was stopped, and what it does. */
  readonly goOn: string;
  readonly goOnSays: string;
  readonly eachRecipient: string;
  /** The name of a run that sends copies to whoever tries a mailing. */
  readonly test: string;
}

export const doingWords: Readonly<Record<NorwegianStandard, DoingWords>> = {
  nb: {
    heading: 'Gjøremål',
    intro:
      'Hver lenke åpner et skjema som sier hva som blir skrevet, og hvor. Ingenting skjer før du trykker på knappen der.',
    deeds: {
      register: 'Registeret',
      meeting: 'Kvartalsmøtet',
      minutes: 'Referatet',
      webinar: 'Webinarer og program',
      others: 'Annet',
    },
    all: 'Alt Felles kan gjøre',
    allIntro: 'De samme kommandoene som i terminalen.',
    toAll: 'Alle gjøremål',
    fill: 'Valg',
    happens: 'Dette skjer',
    filledIn: 'Også dette, slik skjemaet er fylt ut:',
    changed: 'Endrer du valgene, gjelder det som står under hvert av dem.',
    filesIn: (path) => `Filer lagres i mappen ${path}. En fil du kan ha skrevet i, blir aldri skrevet over.`,
    look: 'Se først, uten å skrive',
    lookSays: (labels) => `«Se først» lar være: ${labels}. Etterpå kan du skrive det du har sett.`,
    and: 'og',
    run: 'Kjør nå',
    more: 'Flere valg',
    yes: 'ja',
    notThere: (value) => `«${value}» er ikke blant valgene her. Velg et annet i listen.`,
    noCommand: (name) => `Det finnes ikke noe gjøremål «${name}». Velg et av disse.`,
    asNow: 'Slik registeret er nå:',
    writesNoCell: 'Det er ingenting å skrive.',
    findings: (tab, rows, gone) =>
      `${tab} får ${counted(rows, 'rad', 'rader')}, ${gone === 0 ? 'og er tom nå' : `i stedet for ${counted(gone, 'rad', 'rader')} som står der`}.`,
    usual: 'Ikke valgt',
    file: 'Fil',
    address: 'Eller adressen til Google-dokumentet',
    faults: {
      'file-or-address': 'Du valgte både en fil og en adresse. Velg én av dem. Ingenting er startet.',
      unknown: 'Skjemaet hadde et felt som ikke finnes. Fyll det ut på nytt. Ingenting er startet.',
    },
    tooLarge: 'Filen er større enn 120 MB og ble ikke tatt imot. Gå tilbake, og velg en mindre.',
  },
  nn: {
    heading: 'Gjeremål',
    intro:
      'Kvar lenkje opnar eit skjema som seier kva som blir skrive, og kvar. Ingenting skjer før du trykkjer på knappen der.',
    deeds: {
      register: 'Registeret',
      meeting: 'Kvartalsmøtet',
      minutes: 'Referatet',
      webinar: 'Webinar og program',
      others: 'Anna',
    },
    all: 'Alt Felles kan gjere',
    allIntro: 'Dei same kommandoane som i terminalen.',
    toAll: 'Alle gjeremål',
    fill: 'Val',
    happens: 'Dette skjer',
    filledIn: 'Òg dette, slik skjemaet er fylt ut:',
    changed: 'Endrar du vala, gjeld det som står under kvart av dei.',
    filesIn: (path) =>
      `Filer blir lagra i mappa ${path}. Ei fil du kan ha skrive i, blir aldri skriven over.`,
    look: 'Sjå først, utan å skrive',
    lookSays: (labels) => `«Sjå først» lèt vere: ${labels}. Etterpå kan du skrive det du har sett.`,
    and: 'og',
    run: 'Køyr no',
    more: 'Fleire val',
    yes: 'ja',
    notThere: (value) => `«${value}» er ikkje blant vala her. Vel eit anna i lista.`,
    noCommand: (name) => `Det finst ikkje noko gjeremål «${name}». Vel eit av desse.`,
    asNow: 'Slik registeret er no:',
    writesNoCell: 'Det er ingenting å skrive.',
    findings: (tab, rows, gone) =>
      `${tab} får ${counted(rows, 'rad', 'rader')}, ${gone === 0 ? 'og er tom no' : `i staden for ${counted(gone, 'rad', 'rader')} som står der`}.`,
    usual: 'Ikkje valt',
    file: 'Fil',
    address: 'Eller adressa til Google-dokumentet',
    faults: {
      'file-or-address': 'Du valde både ei fil og ei adresse. Vel éi av dei. Ingenting er starta.',
      unknown: 'Skjemaet hadde eit felt som ikkje finst. Fyll det ut på nytt. Ingenting er starta.',
    },
    tooLarge: 'Fila er større enn 120 MB og vart ikkje teken imot. Gå tilbake, og vel ei mindre.',
  },
};

export const doneWords: Readonly<Record<NorwegianStandard, DoneWords>> = {
  nb: {
    busyNot: 'Det du ba om, er ikke startet. Felles gjør én ting om gangen.',
    refresh: 'Oppdater',
    next: 'Neste steg',
    nextSays: 'Dette ble ikke skrevet da du bare så på det:',
    nextButton: 'Skriv det nå',
    toSend: 'Neste steg: se på den, og send den',
    lookAt: (name) => `Se på utsendelsen ${name}`,
    made: 'Filer og utsendelser',
    mailing: 'Utsendelse',
    refused: 'Dette må du se på',
    change: 'Endre og kjør på nytt',
    openAddress: 'Åpne denne adressen i nettleseren:',
    goOn: 'Gå videre',
    goOnSays:
      'Den sendes til dem som ikke har fått den ennå, med den samme godkjenningen. Ingen får den to ganger.',
    eachRecipient: 'Se hva det ble til for hver mottaker',
    test: 'Prøve på en utsendelse',
  },
  nn: {
    busyNot: 'Det du bad om, er ikkje starta. Felles gjer éin ting om gongen.',
    refresh: 'Oppdater',
    next: 'Neste steg',
    nextSays: 'Dette vart ikkje skrive då du berre såg på det:',
    nextButton: 'Skriv det no',
    toSend: 'Neste steg: sjå på henne, og send henne',
    lookAt: (name) => `Sjå på utsendinga ${name}`,
    made: 'Filer og utsendingar',
    mailing: 'Utsending',
    refused: 'Dette må du sjå på',
    change: 'Endre og køyr på nytt',
    openAddress: 'Opne denne adressa i nettlesaren:',
    goOn: 'Gå vidare',
    goOnSays:
      'Ho blir send til dei som ikkje har fått henne enno, med den same godkjenninga. Ingen får henne to gonger.',
    eachRecipient: 'Sjå kva det vart til for kvar mottakar',
    test: 'Prøve på ei utsending',
  },
};
