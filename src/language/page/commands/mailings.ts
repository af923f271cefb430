/** Mailings: what makes them, and what sends them. */
import { choosing, text, writing, type CommandWords } from './words.ts';

const forCorrection = text('Bare for en rettelse.', 'Berre for ei retting.');

export const mailingCommands: Readonly<Record<string, CommandWords>> = {
  announce: {
    makesFiles: true,
    name: text('Utsendelser om webinarer', 'Utsendingar om webinar'),
    does: text(
      'Lager utsendelsene som skal ut nå, hver i en mappe. Ingenting skrives i registeret, og ingenting sendes.',
      'Lagar utsendingane som skal ut no, kvar i ei mappe. Ingenting blir skrive i registeret, og ingenting blir sendt.',
    ),
    flags: {
      webinar: choosing(
        text('Webinar', 'Webinar'),
        text('Uten valg: alle som har noe som skal ut.', 'Utan val: alle som har noko som skal ut.'),
      ),
      series: choosing(
        text('Serie', 'Serie'),
        text('Bare webinarene i denne serien.', 'Berre webinara i denne serien.'),
      ),
      kind: choosing(
        text('Slag', 'Slag'),
        text(
          'Velger du et webinar, lages den selv om det ikke er tid for den ennå.',
          'Vel du eit webinar, blir ho laga sjølv om det ikkje er tid for henne enno.',
        ),
      ),
      corrects: choosing(
        text('Utsendelsen som var feil', 'Utsendinga som var feil'),
        text(
          'Bare for en rettelse. Uten svar: den siste som ble sendt.',
          'Berre for ei retting. Utan svar: den siste som vart send.',
        ),
      ),
      'wrong-nb': choosing(
        text('Det gale, på bokmål', 'Det gale, på bokmål'),
        text(
          'Bare for en rettelse. Skriv selve det gale, ikke en setning om det.',
          'Berre for ei retting. Skriv sjølve det gale, ikkje ei setning om det.',
        ),
      ),
      'wrong-nn': choosing(text('Det gale, på nynorsk', 'Det gale, på nynorsk'), forCorrection),
      'right-nb': choosing(text('Det riktige, på bokmål', 'Det rette, på bokmål'), forCorrection),
      'right-nn': choosing(text('Det riktige, på nynorsk', 'Det rette, på nynorsk'), forCorrection),
      target: choosing(
        text('Hvem den er til', 'Kven ho er til'),
        text(
          'Uten svar: kommuner med sentralitet 5 og 6. Skriv for eksempel fylke:Vestland, eller liste:webinar. Komma betyr «eller», pluss betyr «og».',
          'Utan svar: kommunar med sentralitet 5 og 6. Skriv til dømes fylke:Vestland, eller liste:webinar. Komma tyder «eller», pluss tyder «og».',
        ),
      ),
      'standard-default': choosing(
        text('Skriftspråk for nøytrale', 'Skriftspråk for nøytrale'),
        text('Uten valg: det som står i Oppsett.', 'Utan val: det som står i Oppsett.'),
      ),
      'include-hidden': choosing(
        text('Ta med skjulte rader', 'Ta med skjulte rader'),
        text(
          'Mottakere i rader som er skjult, for hånd eller av et filter, får den også.',
          'Mottakarar i rader som er skjulte, for hand eller av eit filter, får ho òg.',
        ),
      ),
      allow: choosing(
        text('Kontroller som ikke skal stoppe den', 'Kontrollar som ikkje skal stoppe ho'),
        text(
          'Navnene står i svaret når en kontroll har stoppet utsendelsen. Komma mellom.',
          'Namna står i svaret når ein kontroll har stoppa utsendinga. Komma mellom.',
        ),
      ),
      plan: writing(
        text('Vis bare planen', 'Vis berre planen'),
        text(
          'Viser når hver tekst skal ut, og lager det samme som to kalenderfiler. Ingen utsendelser lages.',
          'Viser når kvar tekst skal ut, og lagar det same som to kalenderfiler. Ingen utsendingar blir laga.',
        ),
      ),
      'language-report': choosing(
        text('Vis bare fordelingen på bokmål og nynorsk', 'Vis berre fordelinga på bokmål og nynorsk'),
        text(
          'I år og i fjor (språklova § 13). Ingenting lages.',
          'I år og i fjor (språklova § 13). Ingenting blir laga.',
        ),
      ),
    },
  },
  speakers: {
    makesFiles: true,
    name: text('Meldinger til innledere', 'Meldingar til innleiarar'),
    does: text(
      'Lager meldingene som skal ut nå, hver i en mappe. Ingenting skrives i registeret, og ingenting sendes.',
      'Lagar meldingane som skal ut no, kvar i ei mappe. Ingenting blir skrive i registeret, og ingenting blir sendt.',
    ),
    flags: {
      slot: choosing(text('Innlegg', 'Innlegg'), text('Uten valg: alle.', 'Utan val: alle.')),
      activity: choosing(
        text('Arrangement', 'Arrangement'),
        text('Bare innlederne i dette. Uten valg: alle.', 'Berre innleiarane i dette. Utan val: alle.'),
      ),
      kind: choosing(
        text('Slag', 'Slag'),
        text('Bare meldinger av dette slaget.', 'Berre meldingar av dette slaget.'),
      ),
    },
  },
  send: {
    makesFiles: true,
    name: text('Send en utsendelse', 'Send ei utsending'),
    does: text(
      'Viser utsendelsen. Uten et av valgene over sendes ingenting, og ingenting skrives i registeret.',
      'Viser utsendinga. Utan eit av vala over blir ingenting sendt, og ingenting skrive i registeret.',
    ),
    flags: {
      mailing: choosing(
        text('Utsendelse', 'Utsending'),
        text(
          'På siden Utsendelser ser du alt om hver av dem.',
          'På sida Utsendingar ser du alt om kvar av dei.',
        ),
      ),
      outbox: choosing(
        text('Hvordan den sendes', 'Korleis ho blir send'),
        text(
          'Uten valg: det som er satt opp på denne maskinen, ellers filer som en person sender.',
          'Utan val: det som er sett opp på denne maskina, elles filer som ein person sender.',
        ),
      ),
      approve: writing(
        text('Godkjenn med kontrollkoden', 'Godkjenn med kontrollkoden'),
        text(
          'Sender til mottakerne. Skriver en rad for hver hendelse i Utsendelser, og det som ble sagt, i Formidlet.',
          'Sender til mottakarane. Skriv ei rad for kvar hending i Utsendelser, og det som vart sagt, i Formidlet.',
        ),
        text(
          'Minst de åtte første tegnene i koden som visningen av utsendelsen ga.',
          'Minst dei åtte første teikna i koden som visinga av utsendinga gav.',
        ),
      ),
      allow: choosing(
        text('Send selv om det er et eksempel', 'Send sjølv om det er eit døme'),
        text('Innholdet er oppdiktet. Bare for å prøve.', 'Innhaldet er oppdikta. Berre for å prøve.'),
      ),
      limit: choosing(
        text('Høyst så mange', 'Høgst så mange'),
        text('Neste gang går den videre med resten.', 'Neste gong går ho vidare med resten.'),
      ),
      'test-to': writing(
        text('Send en prøve til', 'Send ei prøve til'),
        text(
          'Sender én melding for hvert skriftspråk til denne adressen, med [Test] foran emnet. Ingenting skrives i registeret.',
          'Sender éi melding for kvart skriftspråk til denne adressa, med [Test] framfor emnet. Ingenting blir skrive i registeret.',
        ),
      ),
      status: choosing(
        text('Vis hva som er blitt av hver mottaker', 'Vis kva som har vorte av kvar mottakar'),
        text('Ingenting sendes, og ingenting skrives.', 'Ingenting blir sendt, og ingenting blir skrive.'),
      ),
      resolve: writing(
        text('Avgjør en uklar mottaker', 'Avgjer ein uklar mottakar'),
        text(
          'Skriver en ny rad for mottakeren i Utsendelser.',
          'Skriv ei ny rad for mottakaren i Utsendelser.',
        ),
        text(
          'Nøkkelen som oversikten over mottakerne viser.',
          'Nøkkelen som oversynet over mottakarane viser.',
        ),
      ),
      as: choosing(
        text('Hva ble det av den uklare', 'Kva vart det av den uklare'),
        text('Bare når du avgjør en uklar mottaker.', 'Berre når du avgjer ein uklar mottakar.'),
      ),
      reopen: writing(
        text('Filer og utkast som ingen sender', 'Filer og utkast som ingen sender'),
        text(
          'Skriver nye rader i Utsendelser. Da kan de sendes på en annen måte.',
          'Skriv nye rader i Utsendelser. Då kan dei sendast på ein annan måte.',
        ),
        text(
          'Skriv all for alle, et antall, et navn eller en nøkkel.',
          'Skriv all for alle, eit tal, eit namn eller ein nøkkel.',
        ),
      ),
      'sent-by-hand': writing(
        text('Filer og utkast som en person har sendt', 'Filer og utkast som ein person har sendt'),
        text(
          'Skriver nye rader i Utsendelser. Da regnes de som sendt.',
          'Skriv nye rader i Utsendelser. Då blir dei rekna som sende.',
        ),
        text(
          'Skriv all for alle, et antall, et navn eller en nøkkel.',
          'Skriv all for alle, eit tal, eit namn eller ein nøkkel.',
        ),
      ),
      bounces: writing(
        text('Les e-post som kom i retur', 'Les e-post som kom i retur'),
        text(
          'Skriver nye rader i Utsendelser for dem som ikke fikk utsendelsen. Flere filer kan du slippe på siden Utsendelser.',
          'Skriv nye rader i Utsendelser for dei som ikkje fekk utsendinga. Fleire filer kan du sleppe på sida Utsendingar.',
        ),
        text('En melding (.eml) eller en postkasse (mbox).', 'Ei melding (.eml) eller ei postkasse (mbox).'),
      ),
      repair: writing(
        text('Fyll ut det Utsendelser har mistet', 'Fyll ut det Utsendelser har mist'),
        text(
          'Skriver i Utsendelser de radene denne maskinen vet om og fanen mangler.',
          'Skriv i Utsendelser dei radene denne maskina veit om og fana manglar.',
        ),
      ),
      'accept-loss': choosing(
        text('Gå videre uten rader som ingen vet om', 'Gå vidare utan rader som ingen veit om'),
        text(
          'De det gjaldt, kan få utsendelsen to ganger. Bare sammen med å fylle ut.',
          'Dei det galdt, kan få utsendinga to gonger. Berre saman med å fylle ut.',
        ),
      ),
    },
  },
  digest: {
    makesFiles: true,
    name: text('Orientering', 'Orientering'),
    does: text(
      'Lager orienteringen som filer. Uten kryss skrives ingenting i registeret.',
      'Lagar orienteringa som filer. Utan kryss blir ingenting skrive i registeret.',
    ),
    flags: {
      for: choosing(text('Til', 'Til'), text('Parten som skal få vite det.', 'Parten som skal få vite det.')),
      sent: writing(
        text('Jeg har sendt den selv', 'Eg har sendt ho sjølv'),
        text(
          'Skriver det som ble fortalt, som nye rader i Formidlet. Neste orientering tar det som kommer etter.',
          'Skriv det som vart fortalt, som nye rader i Formidlet. Neste orientering tek det som kjem etter.',
        ),
        text(
          'Bare når filene er laget i en tidligere kjøring og er sendt.',
          'Berre når filene er laga i ei tidlegare køyring og er sende.',
        ),
      ),
      mailing: writing(
        text('Lag utsendelsen også', 'Lag utsendinga òg'),
        text(
          'Lager en utsendelse til partens kontakter på listen «orientering». Ingenting sendes før du har godkjent den.',
          'Lagar ei utsending til kontaktane til parten på lista «orientering». Ingenting blir sendt før du har godkjent.',
        ),
      ),
    },
  },
};
