/** Feil i enkeltceller, på bokmål: for fanen Kontroll. */
import type { Precision, TimeColumn } from '../../domain/time.ts';
import type { EmailFault, LinkFault, ProblemArguments } from '../../domain/problem.ts';
import { nb as phrases } from '../nb.ts';
import { dateIn } from './norwegian-dates.ts';
import {
  asTyped,
  listed,
  quoted,
  read,
  say,
  type Found,
  type ProblemWordings,
  type Wording,
  completedLink,
} from './wording.ts';

const date = dateIn(phrases);

const precisions: Readonly<Record<Precision, string>> = {
  time: 'et tidspunkt',
  day: 'en dag',
  week: 'en uke',
  month: 'en måned',
  quarter: 'et kvartal',
  season: 'en årstid',
  year: 'et årstall',
};

const nothingToDo = 'Stemmer det, er det ikke noe å gjøre.';
const typeAgain = 'Skriv adressen på nytt for hånd, uten å kopiere.';
const copyAgain = 'Kopier adressen på nytt fra siden den går til.';

const emailFaults: Readonly<Record<EmailFault, (found: Found) => Wording>> = {
  several: (found) =>
    say(`${read(found)} er mer enn én adresse.`, 'Skriv én adresse, og gi den andre en egen rad.'),
  form: (found) =>
    say(`${read(found)} er ikke en e-postadresse.`, 'Skriv for eksempel post@kommune.example.'),
  'mixed-scripts': (found) =>
    say(`${read(found)} har bokstaver fra et annet alfabet som ligner på våre.`, typeAgain),
  'line-break': (found) => say(`${read(found)} har et linjeskift i seg.`, 'Skriv én adresse på én linje.'),
  'hidden-characters': (found) => say(`${read(found)} har usynlige tegn i seg.`, typeAgain),
};

function wholeLink(found: Found): string | undefined {
  const link = completedLink(found);
  return link === undefined ? undefined : `Se om ${link} åpner seg, og skriv det.`;
}

const linkFaults: Readonly<Record<LinkFault, (found: Found) => Wording>> = {
  'not-https': (found) =>
    say(
      `${read(found)} begynner ikke med https://.`,
      wholeLink(found) ?? 'Skriv hele adressen, for eksempel https://www.arkitektur.no.',
    ),
  'no-host': (found) => say(`${read(found)} mangler navnet på et nettsted.`, copyAgain),
  'user-info': (found) =>
    say(`${read(found)} går til et annet nettsted enn det ser ut til: det som står etter @.`, copyAgain),
  address: (found) =>
    say(`${read(found)} går til et tall, ikke til et nettsted med navn.`, 'Skriv navnet på nettstedet.'),
  'mixed-scripts': (found) =>
    say(`${read(found)} har bokstaver fra et annet alfabet som ligner på våre.`, typeAgain),
  'hidden-characters': (found) =>
    say(`${read(found)} har et mellomrom eller et usynlig tegn i seg.`, 'Skriv én lenke, uten mellomrom.'),
  form: (found) => say(`${read(found)} er ikke en lenke.`, copyAgain),
};

/** Slik kan det stå i kolonnen. */
function forExample(takes: TimeColumn | undefined): string {
  if (takes === 'day') return 'Skriv for eksempel 12.03.2026.';
  return `Skriv for eksempel ${takes === 'clock' ? '12.03.2026 10:00 eller 10:00' : '12.03.2026 eller 12.03.2026 10:00'}.`;
}

export const nbCells = {
  required: ({ heading }) =>
    say(`${quoted(heading)} er tom.`, 'Fyll ut cellen. Uten den kan ikke raden brukes.'),
  'date-unreadable': ({ inWords, isSpan, takes }, found) =>
    isSpan === true
      ? say(
          `${read(found)} sier mer enn ett tidspunkt.`,
          takes === 'day'
            ? 'Skriv én dag, for eksempel 12.03.2026.'
            : 'Skriv ett, for eksempel 12.03.2026 10:00. Slutten skrives i kolonnen Slutt, om fanen har den.',
        )
      : inWords === true
        ? say(
            `${read(found)} sier ikke hvilken dag.`,
            `${takes === 'clock' ? forExample(takes) : 'Skriv dagen, for eksempel 12.03.2026.'} Er den ikke avtalt, så la cellen stå tom, og skriv ordene i en annen kolonne.`,
          )
        : say(
            takes === 'clock'
              ? `${read(found)} er verken en dato eller et klokkeslett.`
              : `${read(found)} er ikke en dato.`,
            forExample(takes),
          ),
  'date-two-ways': ({ one, other }, found) =>
    say(
      `${read(found)} kan være både ${date(one)} og ${date(other)}.`,
      `Skriv ${asTyped(one)} eller ${asTyped(other)}.`,
    ),
  'date-no-such-day': (_, found) =>
    say(`${read(found)} er ikke en dato som finnes.`, 'Skriv for eksempel 28.02.2026.'),
  'date-no-such-week': ({ year, weeks }, found) =>
    say(`${read(found)} finnes ikke: ${year} har ${weeks} uker.`, `Skriv en uke fra 1 til ${weeks}.`),
  'date-too-vague': ({ precision, needed }, found) =>
    say(
      `${read(found)} er bare ${precisions[precision]}.`,
      needed === 'day'
        ? 'Skriv dagen, for eksempel 12.03.2026.'
        : 'Skriv dato og klokkeslett, for eksempel 12.03.2026 10:00, eller sett status til «Idé» til tiden er avtalt.',
    ),
  'date-without-year': ({ takes }, found) =>
    say(
      `${read(found)} mangler årstall.`,
      takes === undefined
        ? 'Skriv året også, for eksempel 12.03.2026 eller «uke 12 2026».'
        : 'Skriv året også, for eksempel 12.03.2026.',
    ),
  'date-weekday': ({ weekday }, found) =>
    say(
      `Datoen i ${read(found)} er en ${phrases.weekdays[weekday - 1] ?? ''}.`,
      'Rett datoen eller ukedagen. Ukedagen kan også sløyfes.',
    ),
  'date-out-of-range': (_, found) =>
    say(`${read(found)} ligger utenfor årene 2000–2099.`, 'Skriv for eksempel 12.03.2026.'),
  'date-read-as': ({ day, time }, found) =>
    say(
      `${read(found)} er tolket som ${date(day)}${time === undefined ? '' : ` kl. ${time.replace(':', '.')}`}.`,
      `${nothingToDo} Ellers: skriv for eksempel 12.03.2026.`,
    ),
  'time-unreadable': ({ takes }, found) =>
    say(
      `Klokkeslettet i ${read(found)} kan ikke tolkes.`,
      takes === undefined ? 'Skriv for eksempel 12.03.2026 10:00.' : forExample(takes),
    ),
  'time-skipped': (_, found) =>
    say(
      `${read(found)} finnes ikke (sommertid): den natten går klokken rett fra 02.00 til 03.00.`,
      'Skriv et klokkeslett før 02:00 eller fra og med 03:00.',
    ),
  'time-twice': (_, found) =>
    say(
      `${read(found)} kommer to ganger: den natten blir klokken stilt tilbake fra 03.00 til 02.00.`,
      'Skriv et klokkeslett før 02:00 eller fra og med 03:00.',
    ),
  'time-without-day': (args, found) => timeWithoutDay(args, found),
  'number-unreadable': ({ nearest = '30' }, found) =>
    say(`${read(found)} er ikke et tall.`, `Skriv bare siffer, for eksempel ${nearest}.`),
  'number-not-whole': (_, found) => say(`${read(found)} er ikke et helt tall.`, 'Skriv for eksempel 30.'),
  'number-out-of-range': ({ from, to }, found) =>
    say(`${read(found)} ligger ikke mellom ${from} og ${to}.`, `Skriv et tall fra ${from} til ${to}.`),
  'yes-no-unreadable': ({ nearest }, found) =>
    say(
      `${read(found)} er verken ja eller nei.`,
      nearest === undefined ? 'Skriv «ja» eller «nei».' : `Skriv ${quoted(nearest)}, og ikke noe mer.`,
    ),
  'unknown-value': ({ allowed, nearest }, found) =>
    say(
      `${read(found)} står ikke i listen.`,
      nearest === undefined
        ? `Skriv ${listed(allowed.map(quoted), 'eller')}.`
        : `Mente du ${quoted(nearest)}?`,
    ),
  'id-unreadable': ({ example, meant }, found) =>
    say(
      `${read(found)} har ikke riktig form.`,
      meant === undefined
        ? `Skriv det slik: ${example}.`
        : `Mente du ${meant.id}, rad ${meant.row} i fanen ${meant.tab}?`,
    ),
  'number-as-id': (_, found) =>
    say(
      `${read(found)} er verken et kommunenummer eller et fylkesnummer.`,
      'Skriv fire siffer for en kommune (0301) og to for et fylke (03).',
    ),
  'email-invalid': ({ why }, found) => emailFaults[why](found),
  'email-cleaned': ({ as }, found) => say(`${read(found)} er lest som ${as}.`, nothingToDo),
  'reach-unreadable': ({ example }, found) =>
    say(
      `${read(found)} er verken ID-en til en kontakt eller én e-postadresse.`,
      `Skriv en ID fra fanen Kontakter, for eksempel ${example}, eller én adresse. Inntil da får ingen e-post om innlegget.`,
    ),
  'title-several': ({ rows }, found) =>
    say(`Flere rader heter ${read(found)}: rad ${listed(rows, 'og')}.`, 'Skriv ID-en til den du mener.'),
  'title-without-id': ({ row }, found) =>
    say(
      `${read(found)} er rad ${String(row)}, som ikke har fått ID ennå.`,
      'Be den som kjører Felles, om «npm run check -- --give-ids». Da blir tittelen forstått.',
    ),
  'title-of-another': ({ id, other, title }) =>
    say(
      `Cellen peker på ${id}, men det er ${other} som heter ${quoted(title)}.`,
      'Velg raden på nytt i listen, eller skriv bare ID-en.',
    ),
  'link-invalid': ({ why }, found) => linkFaults[why](found),
  'cell-error': (_, found) =>
    say(`Cellen viser feilen ${read(found)}.`, 'Rett formelen, eller skriv selve verdien.'),
  'formula-without-result': () =>
    say(
      'Formelen i cellen har ikke noe resultat ennå.',
      'Åpne regnearket i Excel eller LibreOffice, lagre det, og prøv igjen.',
    ),
  'formula-volatile': ({ formula }) =>
    say(
      `Formelen ${quoted(formula)} endrer seg av seg selv.`,
      'Skriv selve verdien, så den er den samme i morgen.',
    ),
  'text-cleaned': ({ what }) =>
    what === 'lines'
      ? say('Et linjeskift er gjort om til mellomrom, for dette må stå på én linje.', 'Ta bort linjeskiftet.')
      : say(
          what === 'characters'
            ? 'Tegn som ikke kan vises, er tatt bort.'
            : 'Usynlige tegn, eller tegn som snur skriveretningen, er tatt bort.',
          'Les gjennom teksten, og skriv den på nytt der noe mangler.',
        ),
} as const satisfies Partial<ProblemWordings>;

function timeWithoutDay({ why, takes }: ProblemArguments['time-without-day'], found: Found): Wording {
  switch (why) {
    case 'no-day':
      return say(
        `${read(found)} er et klokkeslett uten dato.`,
        takes === 'day'
          ? 'Skriv dagen, for eksempel 12.03.2026.'
          : 'Skriv begge deler, for eksempel 12.03.2026 10:30.',
      );
    case 'start-without-time':
      return say(
        `${read(found)} er et klokkeslett, men starten har ikke noe klokkeslett.`,
        'Skriv dato og klokkeslett i starten også, for eksempel 12.03.2026 10:00.',
      );
    case 'several-days':
      return say(
        `${read(found)} er bare et klokkeslett, men aktiviteten varer i flere dager.`,
        'Skriv dato og klokkeslett, for eksempel 12.03.2026 10:30.',
      );
  }
}
