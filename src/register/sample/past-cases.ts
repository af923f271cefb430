/** Cases of the last four quarterly meetings, in the standard of the party that raised them. */
import type { SampleCase } from './cases.ts';

/** Keys that actions point to. */
export const pastCaseKeys = {
  overview: 'sharing overviews',
  smallest: 'the smallest municipalities',
  countyForm: 'a form for county dialogue',
  nynorsk: 'nynorsk in joint mailings',
  consent: 'consent to examples',
  webinarReview: 'review of webinars',
} as const;

const fourMeetingsAgo: readonly SampleCase[] = [
  {
    meeting: -4,
    title: 'Nye kontaktpersoner for avtalen',
    kind: 'information',
    raisedBy: 'bylivsenteret',
    minutes: 5,
    background:
      'Begge parter har fått nye kontaktpersoner for avtalen. Vi går gjennom hvem som følger opp hva, og oppdaterer fanen Kontakter.',
    status: 'treated',
    decision: 'Møtet tok saken til orientering. Fanen Kontakter er oppdatert.',
  },
  {
    key: pastCaseKeys.smallest,
    meeting: -4,
    title: 'Kva treng dei minste kommunane av webinara?',
    kind: 'discussion',
    raisedBy: 'distriktssenteret',
    minutes: 15,
    background:
      'Kommunar med under 3000 innbyggjarar har sjeldan nokon som arbeider med stadutvikling på heiltid. Dei fortel at dei har mest nytte av korte døme frå kommunar på same storleik, og av å kunne sjå opptaket når det passar.',
    status: 'treated',
    decision:
      'Kvart webinar får minst eitt døme frå ein kommune med under 3000 innbyggjarar. Opptaket blir lagt ut innan ei veke.',
  },
  {
    key: pastCaseKeys.overview,
    meeting: -4,
    title: 'Når deler vi prosjektoversiktene?',
    kind: 'decision',
    raisedBy: 'bylivsenteret',
    minutes: 10,
    background:
      'Begge parter fører egne lister over prosjekter, og vi oppdager ofte sent at vi jobber i samme kommune. Bylivsenteret foreslår at vi deler oversikten før hvert kvartalsmøte, så vi kan samordne besøk og oppdrag.',
    status: 'treated',
    decision:
      'Partene deler prosjektoversikten to uker før hvert kvartalsmøte. Kontaktpersonene i avtalen har ansvaret.',
  },
];

const threeMeetingsAgo: readonly SampleCase[] = [
  {
    meeting: -3,
    title: 'Slik planlegger vi BYLIVkonferansen',
    kind: 'information',
    raisedBy: 'bylivsenteret',
    minutes: 10,
    background:
      'Programkomiteen møtes tre ganger i vårhalvåret. Sist brukte vi lengst tid på å finne innledere fra små kommuner, og noen takket nei fordi de ble spurt for sent. Vi forteller hvordan vi vil gjøre det denne gangen.',
    status: 'treated',
    decision:
      'Møtet tok saken til orientering. Distriktssenteret foreslår innledere fra små kommuner til neste møte i programkomiteen.',
  },
  {
    key: pastCaseKeys.nynorsk,
    meeting: -3,
    title: 'Nynorsk i felles utsendingar',
    kind: 'discussion',
    raisedBy: 'distriktssenteret',
    minutes: 10,
    background:
      'Etter språklova § 15 skal kommunar med vedtak om nynorsk få nynorsk frå Distriktssenteret. I dag blir dei felles tekstane skrivne på bokmål først, og nynorskversjonen kjem seint. Vi må avtale kven som skriv først, og når den andre versjonen skal vere klar.',
    status: 'postponed',
  },
  {
    key: pastCaseKeys.countyForm,
    meeting: -3,
    title: 'Felles mal for fylkesdialogen',
    kind: 'decision',
    raisedBy: 'distriktssenteret',
    minutes: 10,
    background:
      'Fylkeskommunane får spørsmål frå begge partar, og svara hamnar på ulike stader. Distriktssenteret har laga eit kort oppsett: kven vi snakka med, kva vi avtalte, og kva som er neste steg.',
    status: 'treated',
    decision:
      'Begge partar skriv inn samtalane i fana Dialog same veka. Den som tek kontakt, seier frå til den andre på førehand.',
  },
];

const twoMeetingsAgo: readonly SampleCase[] = [
  {
    meeting: -2,
    title: 'Samtalar med kommunane om tomme lokale',
    kind: 'information',
    raisedBy: 'distriktssenteret',
    minutes: 10,
    background:
      'Distriktssenteret har snakka med kommunar som har fått nytt liv i tomme butikklokale. Det dei har til felles, er at nokon i kommunen har fått tid til å følgje opp huseigarane. Vi fortel om funna og kva vi vil bruke dei til.',
    status: 'treated',
    decision: 'Møtet tok saka til orientering. Døma blir brukte i webinarserien.',
  },
  {
    meeting: -2,
    title: 'Felles brosjyre om samarbeidet',
    kind: 'discussion',
    raisedBy: 'bylivsenteret',
    minutes: 10,
    background:
      'Bylivsenteret foreslo en trykt brosjyre om samarbeidet. Nettsidene hos begge parter er oppdatert siden, og dekker behovet.',
    status: 'withdrawn',
  },
  {
    key: pastCaseKeys.consent,
    meeting: -2,
    title: 'Samtykke fra kommunene i forbildekatalogen',
    kind: 'decision',
    raisedBy: 'bylivsenteret',
    minutes: 5,
    background:
      'Seks forbilder ligger i registeret, men bare tre av kommunene har sagt ja til at vi bruker tekst og bilder. Uten samtykke kan vi ikke vise dem i webinarer eller på BYLIVkonferansen.',
    status: 'treated',
    decision:
      'Vi spør de tre kommunene som gjenstår, med én felles e-post. Bylivsenteret skriver den, og Distriktssenteret ringer dem som ikke svarer.',
  },
];

const lastMeeting: readonly SampleCase[] = [
  {
    key: pastCaseKeys.webinarReview,
    meeting: -1,
    title: 'Slik gikk de siste webinarene',
    kind: 'information',
    raisedBy: 'bylivsenteret',
    minutes: 10,
    background:
      'De tre siste webinarene nådde folk i 61 kommuner, og 48 av dem er distriktskommuner. Flest ønsker mer om boliger i sentrum, og mange vil heller ha spørsmål og svar enn enda et foredrag.',
    status: 'treated',
    decision:
      'Møtet tok saken til orientering. Boliger i sentrum blir tema i serien, og vi prøver en spørretime uten foredrag.',
  },
  {
    meeting: -1,
    title: 'Samarbeid med fylkeskommunane om førebilete',
    kind: 'discussion',
    raisedBy: 'distriktssenteret',
    minutes: 15,
    background:
      'Fleire fylkeskommunar har eigne samlingar av førebilete. Vi bør unngå å be dei same kommunane om det same to gonger.',
    status: 'treated',
    decision:
      'Vi viser til samlingane hos fylkeskommunane i staden for å kopiere dei. Fylkeskontakten tek det opp i dei neste dialogmøta.',
  },
  {
    meeting: -1,
    title: 'Faste tider for kvartalsmøtene',
    kind: 'decision',
    raisedBy: 'bylivsenteret',
    minutes: 5,
    background:
      'To av de siste fire møtene måtte flyttes. Med faste tider blir det lettere å holde av dagen, og vi unngår vinterferien og høstferien.',
    status: 'treated',
    decision: 'Møtene holdes torsdager kl. 10.00–11.30, ett i hvert kvartal. Partene er vertskap etter tur.',
  },
];

export const pastCases: readonly SampleCase[] = [
  ...fourMeetingsAgo,
  ...threeMeetingsAgo,
  ...twoMeetingsAgo,
  ...lastMeeting,
];
