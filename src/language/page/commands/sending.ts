/** What sends mailings, and what becomes of them. */
import { choosing, seldom, seldomWith, text, writing, type CommandWords } from './words.ts';

export const sendingCommands: Readonly<Record<string, CommandWords>> = {
  send: {
    makesFiles: true,
    name: text('Send en utsendelse', 'Send ei utsending'),
    does: text(
      'Viser utsendelsen. Uten et av valgene sendes ingenting, og ingenting skrives i registeret.',
      'Viser utsendinga. Utan eit av vala blir ingenting sendt, og ingenting skrive i registeret.',
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
        seldom,
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
        seldom,
      ),
      limit: choosing(
        text('Høyst så mange', 'Høgst så mange'),
        text('Neste gang går den videre med resten.', 'Neste gong går ho vidare med resten.'),
        seldom,
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
        seldom,
      ),
      as: choosing(
        text('Hva ble det av den uklare', 'Kva vart det av den uklare'),
        text('Bare når du avgjør en uklar mottaker.', 'Berre når du avgjer ein uklar mottakar.'),
        seldomWith('resolve'),
      ),
      reopen: writing(
        text('Filer og utkast som ingen sender', 'Filer og utkast som ingen sender'),
        text(
          'Skriver nye rader i Utsendelser. Da kan de sendes på en annen måte.',
          'Skriv nye rader i Utsendelser. Då kan dei sendast på ein annan måte.',
        ),
        text(
          'Skriv «all» hvis det gjelder alle. Ellers skriver du et antall, et navn eller en nøkkel.',
          'Skriv «all» viss det gjeld alle. Elles skriv du eit tal, eit namn eller ein nøkkel.',
        ),
        seldom,
      ),
      'sent-by-hand': writing(
        text('Filer og utkast som en person har sendt', 'Filer og utkast som ein person har sendt'),
        text(
          'Skriver nye rader i Utsendelser. Da regnes de som sendt.',
          'Skriv nye rader i Utsendelser. Då blir dei rekna som sende.',
        ),
        text(
          'Skriv «all» hvis det gjelder alle. Ellers skriver du et antall, et navn eller en nøkkel.',
          'Skriv «all» viss det gjeld alle. Elles skriv du eit tal, eit namn eller ein nøkkel.',
        ),
        seldom,
      ),
      bounces: writing(
        text('Les e-post som kom i retur', 'Les e-post som kom i retur'),
        text(
          'Skriver nye rader i Utsendelser for dem som ikke fikk utsendelsen. Flere filer kan du slippe på siden Utsendelser.',
          'Skriv nye rader i Utsendelser for dei som ikkje fekk utsendinga. Fleire filer kan du sleppe på sida Utsendingar.',
        ),
        text('En melding (.eml) eller en postkasse (mbox).', 'Ei melding (.eml) eller ei postkasse (mbox).'),
      ),
      readdress: choosing(
        text('Lag den til rettede adresser', 'Lag henne til retta adresser'),
        text('Bare for dem som ikke fikk den.', 'Berre for dei som ikkje fekk henne.'),
      ),
      repair: writing(
        text('Fyll ut det Utsendelser har mistet', 'Fyll ut det Utsendelser har mist'),
        text(
          'Skriver i Utsendelser de radene denne maskinen vet om og fanen mangler.',
          'Skriv i Utsendelser dei radene denne maskina veit om og fana manglar.',
        ),
        undefined,
        seldom,
      ),
      'accept-loss': choosing(
        text('Gå videre uten rader som ingen vet om', 'Gå vidare utan rader som ingen veit om'),
        text(
          'De det gjaldt, kan få utsendelsen to ganger. Bare sammen med å fylle ut.',
          'Dei det galdt, kan få utsendinga to gonger. Berre saman med å fylle ut.',
        ),
        seldomWith('repair'),
      ),
    },
  },
};
