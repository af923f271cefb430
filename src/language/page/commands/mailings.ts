/** What makes mailings. */
import {
  alternative,
  choosing,
  makeButton,
  seldom,
  seldomWith,
  text,
  writing,
  type CommandWords,
} from './words.ts';

const inCorrection = seldomWith('kind=correction');
const forCorrection = text('Bare for en rettelse.', 'Berre for ei retting.');

export const mailingCommands: Readonly<Record<string, CommandWords>> = {
  announce: {
    makesFiles: true,
    button: makeButton,
    name: text('Utsendelser om webinarer', 'Utsendingar om webinar'),
    does: text(
      'Lager utsendelsene som skal ut nå, hver i en mappe. Ingenting skrives i registeret, og ingenting sendes.',
      'Lagar utsendingane som skal ut no, kvar i ei mappe. Ingenting blir skrive i registeret, og ingenting blir sendt.',
    ),
    flags: {
      webinar: choosing(
        text('Webinar', 'Webinar'),
        text('Uten valg: alle som har noe som skal ut.', 'Utan val: alle som har noko som skal ut.'),
        alternative,
      ),
      series: choosing(
        text('Serie', 'Serie'),
        text('Bare webinarene i denne serien.', 'Berre webinara i denne serien.'),
        seldom,
        alternative,
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
        inCorrection,
      ),
      'wrong-nb': choosing(
        text('Det gale, på bokmål', 'Det gale, på bokmål'),
        text(
          'Bare for en rettelse. Skriv selve det gale, ikke en setning om det.',
          'Berre for ei retting. Skriv sjølve det gale, ikkje ei setning om det.',
        ),
        inCorrection,
      ),
      'wrong-nn': choosing(text('Det gale, på nynorsk', 'Det gale, på nynorsk'), forCorrection, inCorrection),
      'right-nb': choosing(
        text('Det riktige, på bokmål', 'Det rette, på bokmål'),
        forCorrection,
        inCorrection,
      ),
      'right-nn': choosing(
        text('Det riktige, på nynorsk', 'Det rette, på nynorsk'),
        forCorrection,
        inCorrection,
      ),
      target: choosing(
        text('Hvem den er til', 'Kven ho er til'),
        text(
          'Uten svar: kommuner med sentralitet 5 og 6. Skriv for eksempel fylke:Vestland, eller liste:webinar. Komma betyr «eller», pluss betyr «og».',
          'Utan svar: kommunar med sentralitet 5 og 6. Skriv til dømes fylke:Vestland, eller liste:webinar. Komma tyder «eller», pluss tyder «og».',
        ),
        seldom,
      ),
      'standard-default': choosing(
        text('Skriftspråk for nøytrale', 'Skriftspråk for nøytrale'),
        text('Uten valg: det som står i Oppsett.', 'Utan val: det som står i Oppsett.'),
        seldom,
      ),
      'include-hidden': choosing(
        text('Ta med skjulte rader', 'Ta med skjulte rader'),
        text(
          'Mottakere i rader som er skjult, for hånd eller av et filter, får den også.',
          'Mottakarar i rader som er skjulte, for hand eller av eit filter, får henne òg.',
        ),
        seldom,
      ),
      allow: choosing(
        text('Kontroller som ikke skal stoppe den', 'Kontrollar som ikkje skal stoppe henne'),
        text(
          'Kryss av bare for det som er ment slik. Utsendelsen tar vare på hva kontrollen fant.',
          'Kryss av berre for det som er meint slik. Utsendinga tek vare på kva kontrollen fann.',
        ),
        seldom,
      ),
      plan: writing(
        text('Vis bare planen', 'Vis berre planen'),
        text(
          'Viser når hver tekst skal ut, og lager det samme som to kalenderfiler. Ingen utsendelser lages.',
          'Viser når kvar tekst skal ut, og lagar det same som to kalenderfiler. Ingen utsendingar blir laga.',
        ),
        undefined,
        seldom,
      ),
      'language-report': choosing(
        text('Vis bare fordelingen på bokmål og nynorsk', 'Vis berre fordelinga på bokmål og nynorsk'),
        text(
          'I år og i fjor (språklova § 13). Ingenting lages.',
          'I år og i fjor (språklova § 13). Ingenting blir laga.',
        ),
        seldom,
      ),
    },
  },
  speakers: {
    makesFiles: true,
    button: makeButton,
    name: text('Meldinger til innledere', 'Meldingar til innleiarar'),
    does: text(
      'Lager meldingene som skal ut nå, hver i en mappe. Ingenting skrives i registeret, og ingenting sendes.',
      'Lagar meldingane som skal ut no, kvar i ei mappe. Ingenting blir skrive i registeret, og ingenting blir sendt.',
    ),
    flags: {
      slot: choosing(
        text('Innlegg', 'Innlegg'),
        text('Uten valg: alle.', 'Utan val: alle.'),
        seldom,
        alternative,
      ),
      activity: choosing(
        text('Arrangement', 'Arrangement'),
        text('Bare innlederne i dette. Uten valg: alle.', 'Berre innleiarane i dette. Utan val: alle.'),
        alternative,
      ),
      kind: choosing(
        text('Slag', 'Slag'),
        text('Bare meldinger av dette slaget.', 'Berre meldingar av dette slaget.'),
      ),
    },
  },
  digest: {
    makesFiles: true,
    button: makeButton,
    name: text('Orientering', 'Orientering'),
    does: text(
      'Lager orienteringen som filer. Uten kryss skrives ingenting i registeret.',
      'Lagar orienteringa som filer. Utan kryss blir ingenting skrive i registeret.',
    ),
    flags: {
      for: choosing(text('Til', 'Til'), text('Parten som skal få vite det.', 'Parten som skal få vite det.')),
      sent: writing(
        text('Jeg har sendt den selv', 'Eg har sendt henne sjølv'),
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
