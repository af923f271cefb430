/** Utsendingane på sida, på nynorsk. */
import { counted } from '../norwegian.ts';
import type { MailingsWords } from './words.ts';

const people = (count: number): string => counted(count, 'mottakar', 'mottakarar');
const rows = (count: number): string => counted(count, 'rad', 'rader');

export const mailingsNn: MailingsWords = {
  list: {
    heading: 'Utsendingar',
    due: 'Skal ut, og er ikkje laga',
    make: 'Lag henne',
    made: 'Laga',
    nothingMade: 'Ingen utsendingar er laga.',
    unreadable: 'Mappa kan ikkje lesast som ei utsending, eller ho er endra etter at ho vart laga.',
    revision: (number) => `revisjon ${String(number)}`,
    older: (count) => counted(count, 'eldre revisjon', 'eldre revisjonar'),
    madeAt: (day, clock) => `laga ${day} klokka ${clock}`,
    recipients: people,
    notSent: 'ikkje send',
    sent: (count, of) => `${String(count)} av ${String(of)} ${of === 1 ? 'send' : 'sende'}`,
    written: (count) => counted(count, 'skriven, ikkje send', 'skrivne, ikkje sende'),
    failed: (count) => `${String(count)} kom ikkje fram`,
    unclear: (count) => counted(count, 'uavklart', 'uavklarte'),
    lost: (count) =>
      `Utsendelser har mista ${rows(count)} om denne. Ingenting meir blir sendt før det er retta.`,
    changed: 'Registeret er endra sidan, så ho blir ikkje send til fleire',
    unknownState: 'Det kan ikkje lesast kva som er sendt.',
    otherWorkbook: 'Laga frå eit anna rekneark: ho kan berre sjåast på her.',
    sample: 'Laga av eit døme: innhaldet er oppdikta.',
    all: 'Alle utsendingar',
  },
  look: {
    inbox: 'Slik ser utsendinga ut i innboksen',
    from: 'Frå',
    answers: 'Svar går til',
    subject: 'Emne',
    preheader: 'Førehandsvising',
    to: (count, standard) => `${standard}, til ${people(count)}`,
    html: 'Slik ho ser ut',
    htmlOf: (standard) => `HTML-delen på ${standard}`,
    letters: 'Skriftspråk i utsendinga',
    width: 'Breidd',
    pixels: (width) => `${String(width)} pikslar`,
    scheme: 'Utsjånad',
    schemes: { light: 'lys', dark: 'mørk' },
    textOf: (standard) => `Tekstdelen på ${standard}`,
    attachments: 'Vedlegg og filer',
    methods: { REQUEST: 'innkalling i kalenderen', CANCEL: 'tek møtet ut av kalenderen' },
    sequence: (number) => (number === 0 ? 'første gong' : `endring nummer ${String(number)}`),
    wholeMessage: (standard) => `heile meldinga til den første mottakaren på ${standard}`,
    otherFiles: 'Andre filer',
    newer: (number) => `Det finst ei nyare: revisjon ${String(number)}`,
  },
  people: {
    heading: 'Mottakarar',
    state: 'Kva det vart til',
    states: {
      free: 'ikkje send',
      mine: 'ikkje send enno, klargjord her',
      sent: 'send',
      written: 'skriven, ikkje send',
      failed: 'kom ikkje fram',
      unclear: 'uavklart',
      elsewhere: 'klargjord i ei anna køyring',
    },
    claimedBy: (owner, time) => `${owner}${time === '' ? '' : `, ${time}`}`,
    table: (count) => (count === 1 ? 'Den eine mottakaren' : `Alle ${people(count)}`),
    leftOut: (count) => `${String(count)} får henne ikkje`,
    leftOutNow: (count) => `${people(count)} får henne ikkje likevel, etter endringar i registeret`,
    open: (count) => counted(count, 'uavklart', 'uavklarte'),
    openAdvice:
      'Ingen kan vite om desse kom fram. Spør mottakaren, eller sjå etter i den sende posten, og avgjer kvar einskild. Det som er klargjort i ei anna køyring, kan avgjerast når det har gått ein time.',
    wasSent: 'Ho kom fram',
    resend: 'Skal sendast på nytt',
    same: 'Adressa er den same i registeret. Er ho feil, så rett henne: då kan utsendinga lagast til den nye.',
    sameForOnce:
      'Utsendinga blir ikkje send til denne adressa igjen, men den neste går dit. Er adressa feil, så rett henne.',
    corrected: (address) => `Adressa i registeret er no ${address}. Den har ikkje fått utsendinga.`,
    correctedHas: 'Adressa er retta i registeret, og utsendinga er send til den nye, eller er på veg.',
    correctedOut: (cause) => `Får henne ikkje slik registeret er no: ${cause}.`,
    readdress: (count) => `Lag henne til ${counted(count, 'retta adresse', 'retta adresser')}`,
    readdressWhat:
      'Lagar ein ny revisjon med den same teksten, berre til dei som har fått adressa retta. Du ser på han og godkjenner han før noko blir sendt. Ingen får utsendinga to gonger.',
    readdressChanged:
      'Registeret er endra sidan ho vart laga, så ho blir ikkje laga til dei retta adressene slik ho er. Øvst står det kva som skal lagast i staden.',
    readdressFirst:
      'Send henne først til resten, og avgjer dei uavklarte. Så kan ho lagast til dei som har fått adressa retta.',
    readdressLate:
      'Det som står i henne, er over eller stemmer ikkje lenger. Dei som har fått adressa retta, må få vite det på ein annan måte.',
    readdressed: (revision) => `Laga til retta adresser: revisjon ${String(revision)}`,
    failedOnes: (count) => `${String(count)} kom ikkje fram`,
    written: (count) => counted(count, 'skriven, ikkje send', 'skrivne, ikkje sende'),
    writtenAdvice:
      'Felles har laga filer eller utkast, og sender dei ikkje. Er dei sende for hand, meld det her. Skal Felles sende dei i staden, slett filene og utkasta først, og opne dei igjen.',
    byHand: 'Send for hand',
    reopen: 'Opne igjen',
    allByHand: 'Alle er sende for hand',
    allReopen: 'Opne alle igjen',
    writesEvent: 'Kvar knapp skriv éi rad i Utsendelser for kvar mottakar, og sender ingenting.',
  },
  checks: {
    changed: 'Endra i registeret sidan ho vart laga',
    unchanged: 'Det som står i utsendinga, stemmer med registeret.',
    gone: 'er ikkje med lenger',
    added: 'ny rad',
    stopped: 'Ho kan ikkje sendast slik ho er.',
    next: {
      all: () => 'Lag henne på nytt, sjå på henne, og godkjenn den nye.',
      outdated: (count) => `${people(count)} har fått det gamle, og må få vite kva som er endra.`,
      silent: (count) =>
        `${people(count)} har fått henne, og for dei er ingenting endra av det Felles samanliknar. Må dei likevel få vite noko, skriv du kva som var gale.`,
      rest: (count) => `${people(count)} har ikkje fått henne.`,
      row: (count) => `Rett rada først: ${people(count)} har fått utsendinga, og stoler på henne.`,
    },
    nextButton: (kind, isAgain) => (isAgain ? 'Lag henne på nytt' : `Lag ${kind}`),
    differences: (revision) => `Skilnader frå revisjon ${String(revision)}`,
    noDifferences: 'Emne, tekst og mottakarar er dei same.',
    readdressed: (revision) =>
      `Teksten er den same som i revisjon ${String(revision)}. Ho går berre til dei som ikkje fekk henne, og som har fått adressa retta sidan.`,
    unreadBefore: 'Revisjonen før finst ikkje her eller kan ikkje lesast, så skilnadene er ikkje kjende.',
    textOf: (standard) => `Teksten på ${standard}`,
    gained: (count) => `${people(count)} ${count === 1 ? 'er komen' : 'er komne'} til`,
    dropped: (count) => `${people(count)} er ute`,
    switched: (count) => `${people(count)} får henne no på det andre skriftspråket`,
    was: 'Var',
    is: 'Er',
    checklist: 'Sjekklista slik ho er no',
    inOrder: (ok, of) => `${String(ok)} av ${String(of)} sjekkar er i orden.`,
    allowed: 'Tillate ved namn då ho vart laga',
    noChecklist: 'Sjekklista kan ikkje lagast no.',
  },
  steps: {
    heading: 'Send utsendinga',
    toSteps: 'Til knappane som sender',
    heldBack:
      'Ho er laga av eit døme, og blir ikkje send. Du kan skrive filene og sjå korleis dei blir. Når registeret er dykkar eige, skriv «nei» for «Eksempel» i Oppsett og lag utsendinga på nytt.',
    test: 'Prøv på deg sjølv først',
    testTo: 'E-postadressa di',
    testWhat:
      'Eitt eksemplar på kvart skriftspråk, med [Test] framfor emnet. Ingenting blir skrive i registeret. Er det ei innkalling, følgjer ho med.',
    sendTest: 'Prøv henne',
    approve: 'Godkjenn og send',
    writeFiles: 'Skriv filene',
    hash: (hash) =>
      `Du godkjenner det du ser her, med kontrollkoden ${hash}. Stemmer ikkje det som står i utsendinga, med registeret lenger, stoppar ho, og ingenting blir sendt.`,
    writes: (count, said) =>
      `Gjeld ${people(count)}. I Utsendelser kjem det rader for kvar mottakar: når ho vart klargjord, og om ho vart send. I Formidlet ${said === 0 ? 'kjem det ingen nye rader' : `kjem det ${counted(said, 'ny rad', 'nye rader')} om det som blir sagt`}.`,
    way: 'Korleis',
    ways: {
      files: 'Skriv filer i mappa til utsendinga. Ingenting blir sendt.',
      smtp: 'Send med e-posttenaren',
      gmail: 'Send med Gmail',
      'gmail-drafts': 'Lag utkast i Gmail. Ingenting blir sendt.',
    },
    noSmtp: 'E-posttenaren er ikkje sett opp: SMTP_URL manglar i .env.',
    limit: 'Send høgst',
    limitWhat: 'Tomt felt tyder alle. Resten går når du gjer det same ein gong til.',
    send: (count) => `Godkjenn for ${people(count)}, og set i gang`,
    write: (count) => `Skriv for ${people(count)}`,
    pauseWhat:
      'Medan ho går, kan du stoppe henne: det som er på veg, blir gjort ferdig. Du går vidare med den same knappen her. Ingen får henne to gonger.',
    goOn: 'Gå vidare',
    goOnWith: (count) =>
      `Gå vidare med ${count === 1 ? 'den eine' : `dei ${String(count)}`} som ikkje har fått henne`,
    nothingLeft: 'Det er ikkje meir å sende.',
    damaged: 'Loggen på denne maskina er skadd, og viser ikkje alt.',
    repair: 'Reparer',
    repairWhat: 'Skriv i Utsendelser det denne maskina veit, og som er borte der. Ingenting blir sendt.',
    acceptLoss:
      'Gå vidare utan rader som inga maskin kan fortelje om. Dei det gjeld, kan få henne to gonger.',
  },
  bounces: {
    heading: 'E-post som kom i retur',
    what: 'Vel meldingar som er lagra (.eml), eller ei heil postkasse (mbox). Felles skriv i Utsendelser kven som ikkje fekk henne, og kven som ikkje vil ha fleire. Filene blir sletta når sida blir avslutta. Til saman høgst 120 MB.',
    files: 'Filer',
    drop: 'Du kan òg sleppe filene her.',
    read: 'Les dei',
    none: 'Ingen filer er valde. Gå tilbake og vel nokre.',
  },
  progress: ({ gone, total, failed, unclear, waiting, pause }) =>
    [
      `${String(gone)} av ${String(total)}`,
      ...(failed === 0 ? [] : [`${String(failed)} ${failed === 1 ? 'avvist' : 'avviste'}`]),
      ...(unclear === 0 ? [] : [`${String(unclear)} uavklart`]),
      ...(waiting === 0 ? [] : [`${String(waiting)} blir ${waiting === 1 ? 'prøvd' : 'prøvde'} igjen`]),
      ...(pause === 0
        ? []
        : [`ventar ${counted(Math.ceil(pause / 1000), 'sekund', 'sekund')}, som e-posttenaren bed om`]),
    ].join(', '),
};
