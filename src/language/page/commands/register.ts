/** The register itself and what stands round it: what is due, faults, set-up, Google. */
import { choosing, onlyWith, seldom, text, writing, type CommandWords } from './words.ts';

export const registerCommands: Readonly<Record<string, CommandWords>> = {
  today: {
    makesFiles: true,
    name: text('Dagens liste', 'Lista for i dag'),
    does: text(
      'Viser alt som skal gjøres nå. Uten et av valgene skrives ingenting.',
      'Viser alt som skal gjerast no. Utan eit av vala blir ingenting skrive.',
    ),
    flags: {
      make: writing(
        text('Lag utsendelsene som skal ut', 'Lag utsendingane som skal ut'),
        text(
          'Lager utsendelser om webinarer, hver i en mappe. Ingenting skrives i registeret, og ingenting sendes.',
          'Lagar utsendingar om webinar, kvar i ei mappe. Ingenting blir skrive i registeret, og ingenting blir sendt.',
        ),
      ),
      all: choosing(
        text('Vis alt', 'Vis alt'),
        text('Uten kryss: fem av hver, og hvor mange til.', 'Utan kryss: fem av kvar, og kor mange til.'),
        seldom,
      ),
      waive: writing(
        text('Ta dette av listen', 'Ta dette av lista'),
        text(
          'Skriver en ny rad i Formidlet, med grunnen. Det kommer igjen når raden det gjelder, blir endret.',
          'Skriv ei ny rad i Formidlet, med grunnen. Det kjem att når rada det gjeld, blir endra.',
        ),
      ),
      reason: choosing(
        text('Grunnen', 'Grunnen'),
        text(
          'Hvorfor det ikke skal sies. Må fylles ut når noe tas av listen.',
          'Kvifor det ikkje skal seiast. Må fyllast ut når noko blir teke av lista.',
        ),
        onlyWith('waive'),
      ),
      waived: choosing(
        text('Vis det som er tatt av listen', 'Vis det som er teke av lista'),
        text('Med grunnene.', 'Med grunnane.'),
        seldom,
      ),
    },
  },
  check: {
    name: text('Kontroller registeret', 'Kontroller registeret'),
    does: text(
      'Leser hele registeret og viser det som er feil. Uten kryss skrives ingenting.',
      'Les heile registeret og viser det som er feil. Utan kryss blir ingenting skrive.',
    ),
    flags: {
      since: choosing(
        text('Vis bare det som er nytt siden', 'Vis berre det som er nytt sidan'),
        text(
          'Velg filen fra en kontroll som ble gjort i terminalen.',
          'Vel fila frå ein kontroll som vart gjord i terminalen.',
        ),
        seldom,
      ),
      write: writing(
        text('Skriv i fanen Kontroll', 'Skriv i fana Kontroll'),
        text(
          'Bytter ut alle radene i fanen Kontroll med feilene og gjøremålene slik de er nå. Også siden Les meg og de skjulte valgene til nedtrekkslistene blir oppdatert, der regnearket har dem.',
          'Byter ut alle radene i fana Kontroll med feila og gjeremåla slik dei er no. Òg sida Les meg og dei skjulte vala til nedtrekkslistene blir oppdaterte, der reknearket har dei.',
        ),
      ),
      'give-ids': writing(
        text('Gi ID til rader som mangler det', 'Gi ID til rader som manglar det'),
        text(
          'Skriver ID i rader som mangler det, i alle faner som har kolonnen ID. Ingen andre celler endres.',
          'Skriv ID i rader som manglar det, i alle faner som har kolonnen ID. Ingen andre celler blir endra.',
        ),
      ),
      standard: choosing(
        text('Skriftspråk i Kontroll', 'Skriftspråk i Kontroll'),
        text('Uten valg: bokmål.', 'Utan val: bokmål.'),
        seldom,
      ),
    },
  },
  init: {
    name: text(
      'Lag regneark, eller legg til det som mangler',
      'Lag rekneark, eller legg til det som manglar',
    ),
    does: text(
      'Legger til faner, kolonner, nedtrekkslister og innstillinger som mangler i regnearket dere bruker. Det som står der, blir stående. Med en tittel lages et nytt Google Regneark i stedet.',
      'Legg til faner, kolonnar, nedtrekkslister og innstillingar som manglar i reknearket de bruker. Det som står der, blir ståande. Med ein tittel blir eit nytt Google Rekneark laga i staden.',
    ),
    flags: {
      sample: choosing(
        text('Fyll med et eksempel', 'Fyll med eit døme'),
        text('Bare for et nytt eller tomt regneark.', 'Berre for eit nytt eller tomt rekneark.'),
      ),
      add: writing(
        text('Faner som skal lages uansett', 'Faner som skal lagast uansett'),
        text(
          'Lager disse fanene, selv om andre ark har de samme overskriftene.',
          'Lagar desse fanene, sjølv om andre ark har dei same overskriftene.',
        ),
        text('Skriv navnene med komma mellom.', 'Skriv namna med komma mellom.'),
        seldom,
      ),
      google: writing(
        text('Tittel på et nytt Google Regneark', 'Tittel på eit nytt Google Rekneark'),
        text(
          'Lager et nytt Google Regneark hos den som er logget inn. Registeret på denne siden blir ikke endret.',
          'Lagar eit nytt Google Rekneark hos den som er logga inn. Registeret på denne sida blir ikkje endra.',
        ),
        undefined,
        seldom,
      ),
    },
  },
  doctor: {
    name: text('Sjekk at alt er på plass', 'Sjekk at alt er på plass'),
    does: text(
      'Ser på Node, regnearket og retten til å skrive i det, malene, mappen for dokumenter, Google og e-post. Ingenting skrives.',
      'Ser på Node, reknearket og retten til å skrive i det, malane, mappa for dokument, Google og e-post. Ingenting blir skrive.',
    ),
    flags: {},
  },
  copy: {
    name: text('Kopier registeret', 'Kopier registeret'),
    does: text(
      'Kopierer alle fanene med ID-er til en ny fil eller et tomt Google Regneark. Det du kopierer fra, blir ikke endret.',
      'Kopierer alle fanene med ID-ar til ei ny fil eller eit tomt Google Rekneark. Det du kopierer frå, blir ikkje endra.',
    ),
    flags: {
      from: choosing(
        text('Fra', 'Frå'),
        text(
          'En fil på denne maskinen (register.xlsx) eller adressen til et Google Regneark.',
          'Ei fil på denne maskina (register.xlsx) eller adressa til eit Google Rekneark.',
        ),
      ),
      to: writing(
        text('Til', 'Til'),
        text(
          'Alt skrives her: en fil som ikke finnes ennå, eller et Google Regneark som er tomt.',
          'Alt blir skrive her: ei fil som ikkje finst enno, eller eit Google Rekneark som er tomt.',
        ),
      ),
    },
  },
  login: {
    name: text('Logg inn hos Google', 'Logg inn hos Google'),
    does: text(
      'Viser en lenke til Google. Åpne den, og logg inn innen fem minutter. Innloggingen lagres bare på denne maskinen. Ingenting skrives i registeret.',
      'Viser ei lenkje til Google. Opne henne, og logg inn innan fem minutt. Innlogginga blir lagra berre på denne maskina. Ingenting blir skrive i registeret.',
    ),
    flags: {
      'read-only': choosing(
        text('Bare for å lese', 'Berre for å lese'),
        text('Da kan Felles ikke skrive i regnearket.', 'Då kan Felles ikkje skrive i reknearket.'),
      ),
      gmail: choosing(
        text('Også for å sende e-post fra adressen din', 'Òg for å sende e-post frå adressa di'),
        text('Trengs når utsendelser går ut med Gmail.', 'Trengst når utsendingar går ut med Gmail.'),
      ),
      'gmail-drafts': choosing(
        text('Også for å lage utkast i postkassen din', 'Òg for å lage utkast i postkassa di'),
        text('Trengs for utkast i Gmail.', 'Trengst for utkast i Gmail.'),
      ),
      drive: choosing(
        text('Også for referat i Google Disk', 'Òg for referat i Google Disk'),
        text(
          'Trengs for referat som Google-dokument. Sammen med bare å lese: bare for å lese dem.',
          'Trengst for referat som Google-dokument. Saman med berre å lese: berre for å lese dei.',
        ),
      ),
    },
  },
  logout: {
    name: text('Logg ut hos Google', 'Logg ut hos Google'),
    does: text(
      'Trekker innloggingen tilbake hos Google, og sletter den fra denne maskinen. Ingenting skrives i registeret.',
      'Trekkjer innlogginga tilbake hos Google, og slettar henne frå denne maskina. Ingenting blir skrive i registeret.',
    ),
    flags: {},
  },
  'check-templates': {
    name: text('Kontroller malene', 'Kontroller malane'),
    does: text(
      'Leser malene og viser feil i dem. Ingenting skrives.',
      'Les malane og viser feil i dei. Ingenting blir skrive.',
    ),
    flags: {},
  },
  probe: {
    name: text('Prøv Google Regneark', 'Prøv Google Rekneark'),
    does: text(
      'For dem som utvikler Felles. Lager et ark for prøver i Google-regnearket som er åpent her, skriver i det, og tar det bort igjen. Bruk bare et tomt regneark.',
      'For dei som utviklar Felles. Lagar eit ark for prøver i Google-reknearket som er ope her, skriv i det, og tek det bort att. Bruk berre eit tomt rekneark.',
    ),
    flags: {},
  },
};
