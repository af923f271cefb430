/** Feil i registeret, på bokmål: for fanen Kontroll. */
import type { Blocked } from '../../domain/holidays.ts';
import { nb as phrases } from '../nb.ts';
import { nbCells } from './nb-cells.ts';
import { nbCounties } from './nb-counties.ts';
import { nbRows } from './nb-rows.ts';
import { nbTabs } from './nb-tabs.ts';
import { dateIn } from './norwegian-dates.ts';
import { isGivenId, listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const date = dateIn(phrases);

const blocked: Readonly<Record<Blocked['why'], string>> = {
  easterWeek: 'er i påskeuka',
  july: 'er i juli, midt i fellesferien',
  christmas: 'er mellom 17. desember og 6. januar',
  winterBreak: 'er i en av ukene med vinterferie',
  arendalsuka: 'er i uka da Arendalsuka pleier å være',
  autumnBreak: 'er i en av ukene med høstferie',
};

const decisions = { nb: 'bokmål', nn: 'nynorsk', neutral: 'nøytral' } as const;

const rowsIn = (rows: readonly number[]): string => `rad ${listed(rows, 'og')}`;

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Mente du ${quoted(nearest)}?`;

const rows = {
  'id-missing': ({ example, isRead }) =>
    say(
      isRead === true
        ? 'Raden har ingen ID ennå.'
        : 'Raden har ingen ID, og er holdt utenfor til den får en.',
      `La cellen stå tom, og be den som kjører Felles, om «npm run check -- --give-ids». Da får raden en ID som ${example}.`,
    ),
  'id-twice': ({ rows: others }, found) =>
    say(
      `${read(found)} står også i ${rowsIn(others)}.`,
      isGivenId(found)
        ? 'Tøm ID-cellen i den raden som er kopien, så får den en ny ID.'
        : 'Rett eller slett alle unntatt én.',
    ),
  'end-before-start': ({ start }, found) =>
    say(`${read(found)} er før starten, ${date(start)}.`, 'Rett starten eller slutten.'),
  'time-missing': ({ type }, { value }) =>
    say(
      value === undefined
        ? `En rad av typen ${quoted(type)} må ha dato og klokkeslett, men starten er tom.`
        : `${quoted(value)} mangler klokkeslettet som typen ${quoted(type)} må ha.`,
      'Skriv for eksempel 12.03.2026 10:00, eller sett status til «Idé» til tiden er avtalt.',
    ),
  'text-twice': ({ rows: others }, found) =>
    say(
      `Aktiviteten har en tekst på ${found.value ?? ''} i ${rowsIn(others)} også.`,
      'Behold den som skal ut, og slett den andre.',
    ),
  'status-behind': ({ until }, found) =>
    say(
      `Status er ${read(found)}, men det skulle være over ${date(until)}.`,
      'Sett status til «Gjennomført» eller «Avlyst», eller skriv den nye datoen.',
    ),
  'setting-unreadable': (args, found) =>
    args.needed === 'folder'
      ? say(
          `${read(found)} er ikke adressen til en mappe i Google Disk, så referatene blir bare laget som filer.`,
          'Åpne mappen i nettleseren, og kopier hele adressen, som begynner med https://drive.google.com/drive/folders/. Skal referatene bare være filer, så la cellen stå tom.',
        )
      : args.needed === 'spreadsheet-id'
        ? say(
            `${read(found)} er ikke ID-en til et regneark hos Google.`,
            'Skriv bare det som står mellom «/d/» og neste skråstrek i adressen til regnearket.',
          )
        : args.needed === 'number'
          ? say(
              `${read(found)} er ikke et helt tall fra 0 til ${args.to}, så ${args.usual} blir brukt.`,
              `Skriv et helt tall, for eksempel ${args.usual}.`,
            )
          : say(
              `${read(found)} er ikke hele tall fra 0 til ${args.to}, så ${args.usual} blir brukt.`,
              `Skriv hele tall med komma mellom, for eksempel ${args.usual}.`,
            ),
  'sample-register': () =>
    say(
      'Dette er et prøveregister, og alt som lages av det, sier at det er et eksempel.',
      'Er det deres eget register nå, så slett raden eller skriv «nei».',
    ),
  'setting-unknown': ({ nearest }, found) =>
    say(
      `Felles kjenner ingen innstilling som heter ${read(found)}.`,
      `Skal det være ${quoted(nearest)}, så skriv det slik. Inntil da blir ikke verdien brukt.`,
    ),
  'action-without-responsible': () =>
    say('Ingen har ansvaret for tiltaket.', 'Skriv rollen eller personen som skal gjøre det.'),
  'action-without-deadline': () =>
    say('Tiltaket har ingen frist.', 'Skriv siste dag, for eksempel 12.03.2026.'),
  'treatment-newer': ({ tab, row, outcome }, found) =>
    say(
      `Statusen er ${read(found)}, men rad ${String(row)} i fanen ${tab} sier at saken senere ble ${quoted(outcome)}.`,
      `Velg ${quoted(outcome)} her. Er saken meldt på nytt etterpå, kan det stå.`,
    ),
  'answer-twice': ({ rows: others }, found) =>
    say(
      `Svaret er ${read(found)} her, og et annet om samme tidspunkt i ${rowsIn(others)}. Ingen av dem teller.`,
      'Skriv samme svar i alle, eller slett raden som er for mye.',
    ),
  'case-number-twice': ({ rows: others }, found) =>
    say(
      `${read(found)} står også i ${rowsIn(others)}.`,
      'Et saksnummer blir gitt én gang. La det stå der det ble gitt først, og tøm den andre cellen.',
    ),
} as const satisfies Partial<ProblemWordings>;

const betweenRows = {
  'reference-unknown': ({ tab, nearest }, found) =>
    say(
      `${read(found)} finnes ikke i fanen ${tab}.`,
      didYouMean(nearest, `Skriv ID-en til en rad i fanen ${tab}.`),
    ),
  'reference-refused': ({ tab, row }, found) =>
    say(
      `${read(found)} er rad ${row} i fanen ${tab}. Den har feil og er holdt utenfor.`,
      `Rett rad ${row} i fanen ${tab} først.`,
    ),
  'reference-type': ({ tab, is, needed }, found) =>
    say(
      `${read(found)} har typen ${quoted(is)}, ikke ${quoted(needed)}.`,
      `Skriv ID-en til en rad i fanen ${tab} med typen ${quoted(needed)}.`,
    ),
  'contact-unknown': ({ nearest }, found) =>
    say(
      `Det finnes ingen kontakt ${read(found)}.`,
      didYouMean(nearest, 'Skriv ID-en til en rad i fanen Kontakter, eller en rolle.'),
    ),
  'meetings-in-quarter': ({ quarter, year, ids }) =>
    say(
      `Det er ${ids.length} kvartalsmøter i ${quarter}. kvartal ${year}: ${listed(ids, 'og')}.`,
      'Flytt eller avlys alle unntatt ett. Skal alle holdes, er det ikke noe å gjøre.',
    ),
  'quarter-without-meeting': ({ quarter, year }, { level }) =>
    say(
      `Det er ikke noe kvartalsmøte i ${quarter}. kvartal ${year}.`,
      level === 'info'
        ? 'Ble det holdt, så legg det inn med status «Gjennomført».'
        : `Legg det inn. Til dagen er avtalt, kan starten være «Q${quarter} ${year}» og status «Idé».`,
    ),
  'meeting-nowhere': ({ day }) =>
    say(
      `Møtet ${date(day)} har verken sted eller lenke.`,
      'Skriv hvor møtet er, eller lenken til det, så står det i sakslisten.',
    ),
  'webinar-without-link': () =>
    say(
      'Webinaret har en godkjent tekst, men ingen lenke til påmelding eller deltakelse.',
      'Skriv adressen i Påmelding før kunngjøringen går ut.',
    ),
  'on-holiday': ({ holiday }, found) =>
    say(`${read(found)} er en helligdag: ${phrases.holidays[holiday]}.`, 'Velg en annen dag.'),
  'on-weekend': ({ weekday }, found) =>
    say(`${read(found)} er en ${phrases.weekdays[weekday - 1] ?? ''}.`, 'Velg en hverdag.'),
  'in-blocked-time': (time, found) =>
    time.weight === 'hard'
      ? say(`${read(found)} ${blocked[time.why]}.`, 'Velg en annen dag.')
      : say(
          `${read(found)} ${blocked[time.why]} (uke ${time.week}).`,
          'Hør om de som må være med, kan komme.',
        ),
  'slot-outside-activity': ({ from, to }, found) =>
    say(
      `${read(found)} er utenfor aktiviteten, som varer fra ${date(from)} til ${date(to)}.`,
      'Rett tiden for programposten eller for aktiviteten.',
    ),
  'slots-overlap': ({ what, who, id, row }) =>
    say(
      what === 'speaker'
        ? `${quoted(who)} skal innlede i ${id} (rad ${row}) på samme tid.`
        : `Rommet ${quoted(who)} er opptatt av ${id} (rad ${row}) på samme tid.`,
      'Flytt en av programpostene.',
    ),
  'municipality-unknown': ({ nearest }, found) =>
    say(
      `Det finnes ingen kommune ${read(found)}.`,
      didYouMean(nearest, 'Se over navnet, eller skriv kommunenummeret med fire siffer.'),
    ),
  'municipality-replaced': ({ successors }, found) =>
    say(
      `${read(found)} er ikke lenger i bruk.`,
      successors.length === 1
        ? `Nå gjelder ${listed(successors, 'eller')}.`
        : `Kommunen ble delt. Nå gjelder ${listed(successors, 'eller')}.`,
    ),
  'municipality-name': ({ official }, found) =>
    say(`${read(found)} passer ikke til nummeret, som hører til ${official}.`, 'Rett navnet eller nummeret.'),
  'county-unknown': ({ nearest }, found) =>
    say(`Det finnes ikke noe fylke ${read(found)}.`, didYouMean(nearest, 'Se over navnet eller nummeret.')),
  'county-differs': ({ official }, found) =>
    say(`${read(found)} stemmer ikke: kommunen ligger i ${official}.`, 'Rett fylket eller nummeret.'),
  'standard-missing': ({ decided }) =>
    say(
      'Skriftspråket mangler.',
      decided === undefined
        ? 'Skriv «bokmål» eller «nynorsk»: det mottakeren har brukt eller bedt om.'
        : `Skriv ${quoted(decisions[decided])}: det står i språkvedtaksforskrifta.`,
    ),
  'decision-differs': ({ decided }, found) =>
    say(
      `${read(found)} stemmer ikke med språkvedtaksforskrifta slik Felles kjenner den: der står det ${quoted(decisions[decided])}.`,
      'Er vedtaket nytt, er det ikke noe å gjøre. Ellers: rett cellen.',
    ),
} as const satisfies Partial<ProblemWordings>;

export const nb = {
  ...nbCells,
  ...nbCounties,
  ...nbTabs,
  ...nbRows,
  ...rows,
  ...betweenRows,
} as const satisfies ProblemWordings;
