/** Utsendelsene på siden, på bokmål. */
import { counted } from '../norwegian.ts';
import type { MailingsWords } from './words.ts';

const people = (count: number): string => counted(count, 'mottaker', 'mottakere');
const rows = (count: number): string => counted(count, 'rad', 'rader');

export const mailingsNb: MailingsWords = {
  list: {
    heading: 'Utsendelser',
    due: 'Skal ut, og er ikke laget',
    make: 'Lag den',
    made: 'Laget',
    nothingMade: 'Ingen utsendelser er laget.',
    unreadable: 'Mappen kan ikke leses som en utsendelse, eller den er endret etter at den ble laget.',
    revision: (number) => `revisjon ${String(number)}`,
    older: (count) => counted(count, 'eldre revisjon', 'eldre revisjoner'),
    madeAt: (day, clock) => `laget ${day} klokka ${clock}`,
    recipients: people,
    notSent: 'ikke sendt',
    sent: (count, of) => `${String(count)} av ${String(of)} sendt`,
    written: (count) => `${String(count)} skrevet, ikke sendt`,
    failed: (count) => `${String(count)} kom ikke fram`,
    unclear: (count) => `${String(count)} uavklart`,
    lost: (count) =>
      `Utsendelser har mistet ${rows(count)} om denne. Ingenting mer sendes før det er rettet.`,
    changed: 'Registeret er endret siden, så den sendes ikke til flere',
    unknownState: 'Det kan ikke leses hva som er sendt.',
    otherWorkbook: 'Laget fra et annet regneark: den kan bare ses på her.',
    sample: 'Laget av et eksempel: innholdet er oppdiktet.',
    all: 'Alle utsendelser',
  },
  look: {
    inbox: 'Slik innboksen viser den',
    from: 'Fra',
    answers: 'Svar går til',
    subject: 'Emne',
    preheader: 'Forhåndsvisning',
    to: (count, standard) => `${standard}, til ${people(count)}`,
    html: 'Slik den ser ut',
    htmlOf: (standard) => `HTML-delen på ${standard}`,
    letters: 'Skriftspråk i utsendelsen',
    width: 'Bredde',
    pixels: (width) => `${String(width)} piksler`,
    scheme: 'Utseende',
    schemes: { light: 'lyst', dark: 'mørkt' },
    textOf: (standard) => `Tekstdelen på ${standard}`,
    attachments: 'Vedlegg og filer',
    methods: { REQUEST: 'innkalling i kalenderen', CANCEL: 'tar møtet ut av kalenderen' },
    sequence: (number) => (number === 0 ? 'første gang' : `endring nummer ${String(number)}`),
    wholeMessage: (standard) => `hele meldingen til den første mottakeren på ${standard}`,
    otherFiles: 'Andre filer',
    newer: (number) => `Det finnes en nyere: revisjon ${String(number)}`,
  },
  people: {
    heading: 'Mottakere',
    state: 'Hva det ble til',
    states: {
      free: 'ikke sendt',
      mine: 'ikke sendt ennå, klargjort her',
      sent: 'sendt',
      written: 'skrevet, ikke sendt',
      failed: 'kom ikke fram',
      unclear: 'uavklart',
      elsewhere: 'klargjort i en annen kjøring',
    },
    claimedBy: (owner, time) => `${owner}${time === '' ? '' : `, ${time}`}`,
    table: (count) => (count === 1 ? 'Den ene mottakeren' : `Alle ${people(count)}`),
    leftOut: (count) => `${String(count)} får den ikke`,
    leftOutNow: (count) => `${people(count)} får den ikke likevel, etter endringer i registeret`,
    open: (count) => `${String(count)} uavklart`,
    openAdvice:
      'Ingen kan vite om disse kom fram. Spør mottakeren, eller se etter i den sendte posten, og avgjør hver enkelt. Det som er klargjort i en annen kjøring, kan avgjøres når det har gått en time.',
    wasSent: 'Den kom fram',
    resend: 'Skal sendes på nytt',
    failedOnes: (count) => `${String(count)} kom ikke fram`,
    same: 'Adressen er den samme i registeret. Er den feil, så rett den: da kan utsendelsen lages til den nye.',
    sameForOnce:
      'Den sendes ikke til denne adressen igjen, men neste utsendelse går dit. Er adressen feil, så rett den.',
    corrected: (address) => `Adressen i registeret er nå ${address}. Den har ikke fått utsendelsen.`,
    correctedHas: 'Adressen er rettet i registeret, og utsendelsen er sendt til den nye, eller er på vei.',
    correctedOut: (cause) => `Får den ikke slik registeret er nå: ${cause}.`,
    readdress: (count) => `Lag den til ${counted(count, 'rettet adresse', 'rettede adresser')}`,
    readdressWhat:
      'Lager en ny revisjon med den samme teksten, bare til dem som har fått adressen rettet. Du ser på den og godkjenner den før noe sendes. Ingen får den to ganger.',
    readdressChanged:
      'Registeret er endret siden den ble laget, så den lages ikke til de rettede adressene slik den er. Øverst står hva som skal lages i stedet.',
    readdressFirst:
      'Send den først til resten, og avgjør de uavklarte. Så kan den lages til dem som har fått adressen rettet.',
    readdressLate:
      'Det som står i den, er over eller stemmer ikke lenger. De som har fått adressen rettet, må få vite det på en annen måte.',
    readdressed: (revision) => `Laget til rettede adresser: revisjon ${String(revision)}`,
    written: (count) => `${String(count)} skrevet, ikke sendt`,
    writtenAdvice:
      'Felles har laget filer eller utkast, og sender dem ikke. Er de sendt for hånd, meld det her. Skal Felles sende dem i stedet, slett filene og utkastene først, og åpne dem igjen.',
    byHand: 'Sendt for hånd',
    reopen: 'Åpne igjen',
    allByHand: 'Alle er sendt for hånd',
    allReopen: 'Åpne alle igjen',
    writesEvent: 'Hver knapp skriver én rad i Utsendelser for hver mottaker, og sender ingenting.',
  },
  checks: {
    changed: 'Endret i registeret siden den ble laget',
    unchanged: 'Det som står i den, stemmer med registeret.',
    gone: 'er ikke med lenger',
    added: 'ny rad',
    stopped: 'Den kan ikke sendes slik den er.',
    next: {
      all: () => 'Lag den på nytt, se på den, og godkjenn den nye.',
      outdated: (count) => `${people(count)} har fått det gamle, og må få vite hva som er endret.`,
      silent: (count) =>
        `${people(count)} har fått den, og for dem er ingenting endret av det Felles sammenligner. Må de likevel få vite noe, skriver du hva som var galt.`,
      rest: (count) => `${people(count)} har ikke fått den.`,
      row: (count) => `Rett raden først: ${people(count)} har fått utsendelsen, og stoler på den.`,
    },
    nextButton: (kind, isAgain) => (isAgain ? 'Lag den på nytt' : `Lag ${kind}`),
    differences: (revision) => `Forskjeller fra revisjon ${String(revision)}`,
    noDifferences: 'Emne, tekst og mottakere er de samme.',
    readdressed: (revision) =>
      `Teksten er den samme som i revisjon ${String(revision)}. Den går bare til dem som ikke fikk den, og som har fått adressen rettet siden.`,
    unreadBefore: 'Revisjonen før finnes ikke her eller kan ikke leses, så forskjellene er ikke kjent.',
    textOf: (standard) => `Teksten på ${standard}`,
    gained: (count) => `${people(count)} er kommet til`,
    dropped: (count) => `${people(count)} er gått ut`,
    switched: (count) => `${people(count)} får den nå på det andre skriftspråket`,
    was: 'Var',
    is: 'Er',
    checklist: 'Sjekklisten slik den er nå',
    inOrder: (ok, of) => `${String(ok)} av ${String(of)} sjekker er i orden.`,
    allowed: 'Tillatt ved navn da den ble laget',
    noChecklist: 'Sjekklisten kan ikke lages nå.',
  },
  steps: {
    heading: 'Send den',
    toSteps: 'Til knappene som sender',
    heldBack:
      'Den er laget av et eksempel, og sendes ikke. Du kan skrive filene og se hvordan de blir. Når registeret er deres eget, skriv «nei» for «Eksempel» i Oppsett og lag utsendelsen på nytt.',
    test: 'Prøv den på deg selv',
    testTo: 'E-postadressen din',
    testWhat:
      'Ett eksemplar på hvert skriftspråk, med [Test] foran emnet. Ingenting skrives i registeret. Er det en innkalling, følger den med.',
    sendTest: 'Prøv den',
    approve: 'Godkjenn og send',
    writeFiles: 'Skriv filene',
    hash: (hash) =>
      `Du godkjenner det du ser her, med kontrollkoden ${hash}. Stemmer ikke det som står i den, med registeret lenger, stopper den, og ingenting sendes.`,
    writes: (count, said) =>
      `Gjelder ${people(count)}. I Utsendelser kommer det rader for hver mottaker: når den ble klargjort, og om den ble sendt. I Formidlet ${said === 0 ? 'kommer det ingen nye rader' : `kommer det ${counted(said, 'ny rad', 'nye rader')} om det som blir sagt`}.`,
    way: 'Hvordan',
    ways: {
      files: 'Skriv filer i mappen til utsendelsen. Ingenting sendes.',
      smtp: 'Send med e-posttjeneren',
      gmail: 'Send med Gmail',
      'gmail-drafts': 'Lag utkast i Gmail. Ingenting sendes.',
    },
    noSmtp: 'E-posttjeneren er ikke satt opp: SMTP_URL mangler i .env.',
    limit: 'Send høyst',
    limitWhat: 'Tomt felt betyr alle. Resten går når du gjør det samme en gang til.',
    send: (count) => `Godkjenn for ${people(count)}, og sett i gang`,
    write: (count) => `Skriv for ${people(count)}`,
    pauseWhat:
      'Mens den går, kan du stoppe den: det som er på vei, gjøres ferdig. Du går videre med den samme knappen her. Ingen får den to ganger.',
    goOn: 'Gå videre',
    goOnWith: (count) =>
      `Gå videre med ${count === 1 ? 'den ene' : `de ${String(count)}`} som ikke har fått den`,
    nothingLeft: 'Det er ikke mer å sende.',
    damaged: 'Loggen på denne maskinen er skadet, og viser ikke alt.',
    repair: 'Reparer',
    repairWhat: 'Skriver i Utsendelser det denne maskinen vet, og som er borte der. Ingenting sendes.',
    acceptLoss:
      'Gå videre uten rader som ingen maskin kan fortelle om. De det gjelder, kan få den to ganger.',
  },
  bounces: {
    heading: 'E-post som kom i retur',
    what: 'Velg meldinger som er lagret (.eml), eller en hel postkasse (mbox). Felles skriver i Utsendelser hvem som ikke fikk den, og hvem som ikke vil ha flere. Filene slettes når siden avsluttes. Til sammen høyst 120 MB.',
    files: 'Filer',
    drop: 'Du kan også slippe filene her.',
    read: 'Les dem',
    none: 'Ingen filer er valgt. Gå tilbake og velg noen.',
  },
  progress: ({ gone, total, failed, unclear, waiting, pause }) =>
    [
      `${String(gone)} av ${String(total)}`,
      ...(failed === 0 ? [] : [`${String(failed)} avvist`]),
      ...(unclear === 0 ? [] : [`${String(unclear)} uavklart`]),
      ...(waiting === 0 ? [] : [`${String(waiting)} prøves igjen`]),
      ...(pause === 0
        ? []
        : [`venter ${counted(Math.ceil(pause / 1000), 'sekund', 'sekunder')}, som e-posttjeneren ber om`]),
    ].join(', '),
};
