/** Feil i einskilde celler, på nynorsk: for fana Kontroll. */
import type { Precision, TimeColumn } from '../../domain/time.ts';
import type { EmailFault, LinkFault, ProblemArguments } from '../../domain/problem.ts';
import { nn as phrases } from '../nn.ts';
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
  time: 'eit tidspunkt',
  day: 'ein dag',
  week: 'ei veke',
  month: 'ein månad',
  quarter: 'eit kvartal',
  season: 'ei årstid',
  year: 'eit årstal',
};

const nothingToDo = 'Stemmer det, er det ikkje noko å gjere.';
const typeAgain = 'Skriv adressa på nytt for hand, utan å kopiere.';
const copyAgain = 'Kopier adressa på nytt frå sida det gjeld.';

const emailFaults: Readonly<Record<EmailFault, (found: Found) => Wording>> = {
  several: (found) =>
    say(`${read(found)} er fleire enn éi adresse.`, 'Skriv éi adresse, og gi den andre ei eiga rad.'),
  form: (found) => say(`${read(found)} er ikkje ei e-postadresse.`, 'Skriv til dømes post@kommune.example.'),
  'mixed-scripts': (found) =>
    say(`${read(found)} har bokstavar frå eit anna alfabet som liknar på våre.`, typeAgain),
  'line-break': (found) => say(`${read(found)} har eit linjeskift i seg.`, 'Skriv éi adresse på éi linje.'),
  'hidden-characters': (found) => say(`${read(found)} har usynlege teikn i seg.`, typeAgain),
};

function wholeLink(found: Found): string | undefined {
  const link = completedLink(found);
  return link === undefined ? undefined : `Sjå om ${link} opnar seg, og skriv det.`;
}

const linkFaults: Readonly<Record<LinkFault, (found: Found) => Wording>> = {
  'not-https': (found) =>
    say(
      `${read(found)} byrjar ikkje med https://.`,
      wholeLink(found) ?? 'Skriv heile adressa, til dømes https://www.arkitektur.no.',
    ),
  'no-host': (found) => say(`${read(found)} manglar namnet på ein nettstad.`, copyAgain),
  'user-info': (found) =>
    say(`${read(found)} går til ein annan nettstad enn det ser ut til: den som står etter @.`, copyAgain),
  address: (found) =>
    say(`${read(found)} går til eit tal, ikkje til ein nettstad med namn.`, 'Skriv namnet på nettstaden.'),
  'mixed-scripts': (found) =>
    say(`${read(found)} har bokstavar frå eit anna alfabet som liknar på våre.`, typeAgain),
  'hidden-characters': (found) =>
    say(
      `${read(found)} har eit mellomrom eller eit usynleg teikn i seg.`,
      'Skriv éi lenkje, utan mellomrom.',
    ),
  form: (found) => say(`${read(found)} er ikkje ei lenkje.`, copyAgain),
};

/** Slik kan det stå i kolonnen. */
function forExample(takes: TimeColumn | undefined): string {
  if (takes === 'day') return 'Skriv til dømes 12.03.2026.';
  return `Skriv til dømes ${takes === 'clock' ? '12.03.2026 10:00 eller 10:00' : '12.03.2026 eller 12.03.2026 10:00'}.`;
}

export const nnCells = {
  required: ({ heading }) =>
    say(`${quoted(heading)} er tom.`, 'Fyll ut cella. Elles kan ikkje Felles bruke rada.'),
  'date-unreadable': ({ inWords, isSpan, takes }, found) =>
    isSpan === true
      ? say(
          `${read(found)} seier meir enn eitt tidspunkt.`,
          takes === 'day'
            ? 'Skriv éin dag, til dømes 12.03.2026.'
            : 'Skriv eitt, til dømes 12.03.2026 10:00. Slutten skriv de i kolonnen Slutt, der fana har ein slik.',
        )
      : inWords === true
        ? say(
            `${read(found)} seier ikkje kva dag.`,
            `${takes === 'clock' ? forExample(takes) : 'Skriv dagen, til dømes 12.03.2026.'} Er dagen ikkje avtalt, så lat cella stå tom, og skriv orda i ein annan kolonne.`,
          )
        : say(
            takes === 'clock'
              ? `${read(found)} er verken ein dato eller eit klokkeslett.`
              : `${read(found)} er ikkje ein dato.`,
            forExample(takes),
          ),
  'date-two-ways': ({ one, other }, found) =>
    say(
      `${read(found)} kan vere både ${date(one)} og ${date(other)}.`,
      `Skriv ${asTyped(one)} eller ${asTyped(other)}.`,
    ),
  'date-no-such-day': (_, found) =>
    say(`${read(found)} er ikkje ein dato som finst.`, 'Skriv til dømes 28.02.2026.'),
  'date-no-such-week': ({ year, weeks }, found) =>
    say(`${read(found)} finst ikkje: ${year} har ${weeks} veker.`, `Skriv ei veke frå 1 til ${weeks}.`),
  'date-too-vague': ({ precision, needed }, found) =>
    say(
      `${read(found)} er berre ${precisions[precision]}.`,
      needed === 'day'
        ? 'Skriv dagen, til dømes 12.03.2026.'
        : 'Skriv dato og klokkeslett, til dømes 12.03.2026 10:00, eller set status til «Idé» til tida er avtalt.',
    ),
  'date-without-year': ({ takes }, found) =>
    say(
      `${read(found)} manglar årstal.`,
      takes === undefined
        ? 'Skriv året òg, til dømes 12.03.2026 eller «veke 12 2026».'
        : 'Skriv året òg, til dømes 12.03.2026.',
    ),
  'date-weekday': ({ weekday }, found) =>
    say(
      `Datoen i ${read(found)} er ein ${phrases.weekdays[weekday - 1] ?? ''}.`,
      'Rett datoen eller vekedagen. De kan òg sløyfe vekedagen.',
    ),
  'date-out-of-range': (_, found) =>
    say(`${read(found)} ligg utanfor åra 2000–2099.`, 'Skriv til dømes 12.03.2026.'),
  'date-read-as': ({ day, time }, found) =>
    say(
      `${read(found)} er tolka som ${date(day)}${time === undefined ? '' : ` kl. ${time.replace(':', '.')}`}.`,
      `${nothingToDo} Elles: skriv til dømes 12.03.2026.`,
    ),
  'time-unreadable': ({ takes }, found) =>
    say(
      `Klokkeslettet i ${read(found)} kan ikkje tolkast.`,
      takes === undefined ? 'Skriv til dømes 12.03.2026 10:00.' : forExample(takes),
    ),
  'time-skipped': (_, found) =>
    say(
      `${read(found)} finst ikkje (sommartid): den natta går klokka rett frå 02.00 til 03.00.`,
      'Skriv eit klokkeslett før 02:00 eller frå og med 03:00.',
    ),
  'time-twice': (_, found) =>
    say(
      `${read(found)} kjem to gonger: den natta blir klokka stilt tilbake frå 03.00 til 02.00.`,
      'Skriv eit klokkeslett før 02:00 eller frå og med 03:00.',
    ),
  'time-without-day': (args, found) => timeWithoutDay(args, found),
  'number-unreadable': ({ nearest = '30' }, found) =>
    say(`${read(found)} er ikkje eit tal.`, `Skriv berre siffer, til dømes ${nearest}.`),
  'number-not-whole': (_, found) => say(`${read(found)} er ikkje eit heilt tal.`, 'Skriv til dømes 30.'),
  'number-out-of-range': ({ from, to }, found) =>
    say(`${read(found)} ligg ikkje mellom ${from} og ${to}.`, `Skriv eit tal frå ${from} til ${to}.`),
  'yes-no-unreadable': ({ nearest }, found) =>
    say(
      `${read(found)} er verken ja eller nei.`,
      nearest === undefined ? 'Skriv «ja» eller «nei».' : `Skriv ${quoted(nearest)}, og ikkje noko meir.`,
    ),
  'unknown-value': ({ allowed, nearest }, found) =>
    say(
      `${read(found)} står ikkje i lista.`,
      nearest === undefined
        ? `Skriv ${listed(allowed.map(quoted), 'eller')}.`
        : `Meinte du ${quoted(nearest)}?`,
    ),
  'id-unreadable': ({ example, meant }, found) =>
    say(
      `${read(found)} har ikkje rett form.`,
      meant === undefined
        ? `Skriv det slik: ${example}.`
        : `Meinte du ${meant.id}, rad ${meant.row} i fana ${meant.tab}?`,
    ),
  'number-as-id': (_, found) =>
    say(
      `${read(found)} er verken eit kommunenummer eller eit fylkesnummer.`,
      'Skriv fire siffer for ein kommune (0301) og to for eit fylke (03).',
    ),
  'email-invalid': ({ why }, found) => emailFaults[why](found),
  'email-cleaned': ({ as }, found) => say(`${read(found)} er lesen som ${as}.`, nothingToDo),
  'reach-unreadable': ({ example }, found) =>
    say(
      `${read(found)} er verken ID-en til ein kontakt eller éi e-postadresse.`,
      `Skriv ein ID frå fana Kontakter, til dømes ${example}, eller éi adresse. Inntil då får ingen e-post om innlegget.`,
    ),
  'title-several': ({ rows }, found) =>
    say(`Fleire rader heiter ${read(found)}: rad ${listed(rows, 'og')}.`, 'Skriv ID-en til den du meiner.'),
  'title-without-id': ({ row }, found) =>
    say(
      `${read(found)} er rad ${String(row)}, som ikkje har fått ID enno.`,
      'Be den som køyrer Felles, om «npm run check -- --give-ids». Då blir tittelen forstått.',
    ),
  'title-of-another': ({ id, other, title }) =>
    say(
      `Cella peikar på ${id}, men det er ${other} som heiter ${quoted(title)}.`,
      'Vel rada på nytt i lista, eller skriv berre ID-en.',
    ),
  'link-invalid': ({ why }, found) => linkFaults[why](found),
  'cell-error': (_, found) =>
    say(`Cella viser feilen ${read(found)}.`, 'Rett formelen, eller skriv sjølve verdien.'),
  'formula-without-result': () =>
    say(
      'Formelen i cella har ikkje noko resultat enno.',
      'Opne reknearket i Excel eller LibreOffice, lagre det, og prøv igjen.',
    ),
  'formula-volatile': ({ formula }) =>
    say(
      `Formelen ${quoted(formula)} endrar seg av seg sjølv.`,
      'Skriv sjølve verdien, så står det same der i morgon.',
    ),
  'text-cleaned': ({ what }) =>
    what === 'lines'
      ? say(
          'Eit linjeskift er gjort om til mellomrom, for dette må stå på éi linje.',
          'Ta bort linjeskiftet.',
        )
      : say(
          what === 'characters'
            ? 'Teikn som ingen kan sjå, er tekne bort.'
            : 'Usynlege teikn, eller teikn som snur skriveretninga, er tekne bort.',
          'Les gjennom teksten, og skriv på nytt det som manglar.',
        ),
} as const satisfies Partial<ProblemWordings>;

function timeWithoutDay({ why, takes }: ProblemArguments['time-without-day'], found: Found): Wording {
  switch (why) {
    case 'no-day':
      return say(
        `${read(found)} er eit klokkeslett utan dato.`,
        takes === 'day'
          ? 'Skriv dagen, til dømes 12.03.2026.'
          : 'Skriv begge delar, til dømes 12.03.2026 10:30.',
      );
    case 'start-without-time':
      return say(
        `${read(found)} er eit klokkeslett, men starten har ikkje noko klokkeslett.`,
        'Skriv dato og klokkeslett i starten òg, til dømes 12.03.2026 10:00.',
      );
    case 'several-days':
      return say(
        `${read(found)} er berre eit klokkeslett, men aktiviteten varer i fleire dagar.`,
        'Skriv dato og klokkeslett, til dømes 12.03.2026 10:30.',
      );
  }
}
