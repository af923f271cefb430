/** Quarterly meetings: their agenda, their minutes, and which day they are on. */
import {
  alternative,
  choosing,
  makeButton,
  onlyWith,
  seldom,
  seldomWith,
  text,
  writing,
  type CommandWords,
} from './words.ts';

const onlyForSeries = text(
  'Brukes bare sammen med navnet på en serie.',
  'Blir berre brukt saman med namnet på ein serie.',
);

export const meetingCommands: Readonly<Record<string, CommandWords>> = {
  agenda: {
    makesFiles: true,
    button: makeButton,
    name: text('Saksliste', 'Saksliste'),
    does: text(
      'Lager sakslisten og innkallingen som filer. Uten kryss skrives ingenting i registeret.',
      'Lagar sakslista og innkallinga som filer. Utan kryss blir ingenting skrive i registeret.',
    ),
    flags: {
      meeting: choosing(
        text('Møte', 'Møte'),
        text(
          'Uten valg: det neste kvartalsmøtet. For et avlyst møte lages avlysningen.',
          'Utan val: det neste kvartalsmøtet. For eit avlyst møte blir avlysinga laga.',
        ),
        alternative,
      ),
      quarter: choosing(
        text('Kvartal', 'Kvartal'),
        text('I stedet for møtet. Skriv for eksempel 2026Q4.', 'I staden for møtet. Skriv til dømes 2026Q4.'),
        seldom,
        alternative,
      ),
      number: writing(
        text('Gi sakene nummer', 'Gi sakene nummer'),
        text(
          'Skriver saksnummer i Saksnr og møtet i Møte i fanen Saker, der cellen er tom. Et nummer blir aldri endret etterpå.',
          'Skriv saksnummer i Saksnr og møtet i Møte i fana Saker, der cella er tom. Eit nummer blir aldri endra seinare.',
        ),
        text(
          'Bare for det neste møtet, når sakslisten skal ut.',
          'Berre for det neste møtet, når sakslista skal ut.',
        ),
      ),
      mailing: writing(
        text('Lag utsendelsen også', 'Lag utsendinga òg'),
        text(
          'Lager en utsendelse til dem som ikke har sakslisten slik den er nå. Ingenting sendes før du har godkjent den.',
          'Lagar ei utsending til dei som ikkje har sakslista slik ho er no. Ingenting blir sendt før du har godkjent.',
        ),
        text(
          'Har sakene ikke nummer, må du også krysse av for nummer.',
          'Har sakene ikkje nummer, må du òg krysse av for nummer.',
        ),
      ),
    },
  },
  minutes: {
    makesFiles: true,
    name: text('Referat', 'Referat'),
    does: text(
      'Lager et utkast til referat som filer, eller gjør ett av stegene i valgene. Uten kryss skrives ingenting i registeret.',
      'Lagar eit utkast til referat som filer, eller gjer eitt av stega i vala. Utan kryss blir ingenting skrive i registeret.',
    ),
    flags: {
      meeting: choosing(
        text('Møte', 'Møte'),
        text(
          'Uten valg: det siste møtet så lenge det mangler referat, ellers det neste. For et ferdig referat: det siste.',
          'Utan val: det siste møtet så lenge det manglar referat, elles det neste. For eit ferdig referat: det siste.',
        ),
      ),
      publish: writing(
        text('Lag utkastet som Google-dokument', 'Lag utkastet som Google-dokument'),
        text(
          'Lager et dokument i mappen som står i Oppsett, bare én gang, og skriver lenken i kolonnen Referat i Aktiviteter.',
          'Lagar eit dokument i mappa som står i Oppsett, berre éin gong, og skriv lenkja i kolonnen Referat i Aktiviteter.',
        ),
      ),
      read: choosing(
        text('Les det som ble skrevet i referatet', 'Les det som vart skrive i referatet'),
        text(
          'Velg Word-filen, eller skriv adressen til Google-dokumentet. Felles viser hva som ble forstått, og hva som ikke ble det.',
          'Vel Word-fila, eller skriv adressa til Google-dokumentet. Felles viser kva som vart forstått, og kva som ikkje vart det.',
        ),
        onlyWith('write'),
      ),
      write: writing(
        text('Skriv det som ble forstått, i registeret', 'Skriv det som vart forstått, i registeret'),
        text(
          'Skriver i tomme celler i Saker, nye rader i Saker, Tiltak og Behandling, Til stede i Aktiviteter, og det som er lest, i Formidlet. Bare Meldt i Saker og Åpen i Tiltak blir byttet ut.',
          'Skriv i tomme celler i Saker, nye rader i Saker, Tiltak og Behandling, Til stede i Aktiviteter, og det som er lese, i Formidlet. Berre Meldt i Saker og Åpen i Tiltak blir bytte ut.',
        ),
        text('Bare sammen med et dokument å lese.', 'Berre saman med eit dokument å lese.'),
      ),
      again: choosing(
        text('Et annet dokument er lest før', 'Eit anna dokument er lese før'),
        text(
          'Kryss av for å skrive det som er nytt, også når et annet dokument fra samme møte er lest før.',
          'Kryss av for å skrive det som er nytt, òg når eit anna dokument frå same møte er lese før.',
        ),
        seldomWith('write'),
      ),
      final: writing(
        text('Ta vare på referatet som ferdig', 'Ta vare på referatet som ferdig'),
        text(
          'Skriver referatet som neste versjon i Formidlet. Tomme celler i kolonnen «Behandlet i» i Saker og tomme ID-er som referatet bruker, blir fylt ut.',
          'Skriv referatet som neste versjon i Formidlet. Tomme celler i kolonnen «Behandlet i» i Saker og tomme ID-ar som referatet bruker, blir fylte ut.',
        ),
        text('Når møtet er holdt og registeret er ført.', 'Når møtet er halde og registeret er ført.'),
      ),
      mailing: writing(
        text('Lag utsendelsene av referatet', 'Lag utsendingane av referatet'),
        text(
          'Lager utsendelser av referatet og av tiltakene til hver ansvarlig, og skriver fristen i Godkjenningsfrist i Aktiviteter, om den er tom. Ingenting sendes før du har godkjent.',
          'Lagar utsendingar av referatet og av tiltaka til kvar ansvarleg, og skriv fristen i Godkjenningsfrist i Aktiviteter, om han er tom. Ingenting blir sendt før du har godkjent.',
        ),
        text('Bare sammen med ferdig referat.', 'Berre saman med ferdig referat.'),
      ),
      actions: writing(
        text('Lag påminnelse om tiltak', 'Lag påminning om tiltak'),
        text(
          'Lager en utsendelse til hver som har tiltak nær fristen, eller tiltak som er endret siden de fikk vite om dem. Ingenting skrives i registeret, og ingenting sendes.',
          'Lagar ei utsending til kvar som har tiltak nær fristen, eller tiltak som er endra sidan dei fekk vite om dei. Ingenting blir skrive i registeret, og ingenting blir sendt.',
        ),
      ),
    },
  },
  plan: {
    name: text('Planlegg dager', 'Planlegg dagar'),
    does: text(
      'Foreslår dager, spør hvilken som passer, eller velger den som passer for flest. Velg én av delene. Uten kryss for å skrive skrives ingenting.',
      'Foreslår dagar, spør kva for ein som passar, eller vel den som passar for flest. Vel éin av delane. Utan kryss for å skrive blir ingenting skrive.',
    ),
    flags: {
      year: choosing(
        text('Kvartalsmøtene i dette året', 'Kvartalsmøta i dette året'),
        text(
          'Uten valg: det første året som mangler et møte.',
          'Utan val: det første året som manglar eit møte.',
        ),
        alternative,
      ),
      series: choosing(
        text('Navn på en serie webinarer', 'Namn på ein serie webinar'),
        text('Fyll ut for å planlegge en serie.', 'Fyll ut for å planleggje ein serie.'),
        alternative,
      ),
      count: choosing(
        text('Antall webinarer', 'Talet på webinar'),
        text('Bare for en serie. Uten tall: 3.', 'Berre for ein serie. Utan tal: 3.'),
        seldomWith('series'),
      ),
      every: choosing(
        text('Avstand mellom webinarene', 'Avstand mellom webinara'),
        text(
          'Bare for en serie. Skriv 6w for seks uker, 2m for to måneder. Uten svar: fire uker.',
          'Berre for ein serie. Skriv 6w for seks veker, 2m for to månader. Utan svar: fire veker.',
        ),
        seldomWith('series'),
      ),
      weekday: choosing(text('Ukedag', 'Vekedag'), onlyForSeries, seldomWith('series')),
      from: choosing(text('Første mulige dag', 'Første moglege dag'), onlyForSeries, seldomWith('series')),
      time: choosing(text('Klokkeslett', 'Klokkeslett'), onlyForSeries, seldomWith('series')),
      poll: choosing(
        text('Spør hvilken dag som passer for dette møtet', 'Spør kva dag som passar for dette møtet'),
        text(
          'De som er invitert, svarer i fanen Datoforslag.',
          'Dei som er inviterte, svarer i fana Datoforslag.',
        ),
        alternative,
      ),
      days: choosing(
        text('Dager å spørre om', 'Dagar å spørje om'),
        text(
          'Skriv dagene med komma mellom: 2027-06-10, 2027-06-17. Uten svar: de beste i kvartalet.',
          'Skriv dagane med komma mellom: 2027-06-10, 2027-06-17. Utan svar: dei beste i kvartalet.',
        ),
        seldomWith('poll'),
      ),
      'answer-by': choosing(
        text('Svarfrist', 'Svarfrist'),
        text('Uten dag: om ti dager.', 'Utan dag: om ti dagar.'),
        seldomWith('poll'),
      ),
      decide: choosing(
        text(
          'Velg dagen som passer for flest, for dette møtet',
          'Vel dagen som passar for flest, for dette møtet',
        ),
        text('Etter svarene i fanen Datoforslag.', 'Etter svara i fana Datoforslag.'),
        alternative,
      ),
      date: choosing(
        text('Denne dagen i stedet', 'Denne dagen i staden'),
        text('Bare når du velger dag for et møte.', 'Berre når du vel dag for eit møte.'),
        seldomWith('decide'),
      ),
      write: writing(
        text('Skriv i registeret', 'Skriv i registeret'),
        text(
          'For et år eller en serie: skriver nye rader i Aktiviteter med status Idé, for en serie også i Program og Tekster. Spørsmål: skriver nye rader i Datoforslag. Valgt dag: skriver Start og Slutt i raden til møtet.',
          'For eit år eller ein serie: skriv nye rader i Aktiviteter med status Idé, for ein serie òg i Program og Tekster. Spørsmål: skriv nye rader i Datoforslag. Vald dag: skriv Start og Slutt i rada til møtet.',
        ),
      ),
    },
  },
};
