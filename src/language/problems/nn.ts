/** Feil i registeret, på nynorsk: for fana Kontroll. */
import type { Blocked } from '../../domain/holidays.ts';
import { nn as phrases } from '../nn.ts';
import { nnCells } from './nn-cells.ts';
import { nnCounties } from './nn-counties.ts';
import { nnRows } from './nn-rows.ts';
import { nnTabs } from './nn-tabs.ts';
import { dateIn } from './norwegian-dates.ts';
import { isGivenId, listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const date = dateIn(phrases);

const blocked: Readonly<Record<Blocked['why'], string>> = {
  easterWeek: 'er i påskeveka',
  july: 'er i juli, midt i fellesferien',
  christmas: 'er mellom 17. desember og 6. januar',
  winterBreak: 'er i ei av vekene med vinterferie',
  arendalsuka: 'er i veka då Arendalsuka plar vere',
  autumnBreak: 'er i ei av vekene med haustferie',
};

const decisions = { nb: 'bokmål', nn: 'nynorsk', neutral: 'nøytral' } as const;

const rowsIn = (rows: readonly number[]): string => `rad ${listed(rows, 'og')}`;

const didYouMean = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Meinte du ${quoted(nearest)}?`;

const rows = {
  'id-missing': ({ example, isRead }) =>
    say(
      isRead === true
        ? 'Rada har ingen ID enno.'
        : 'Rada manglar ID, og er halden utanfor til ID-en er på plass.',
      `Lat cella stå tom, og be den som køyrer Felles, om «npm run check -- --give-ids». Då får rada ein ID som ${example}.`,
    ),
  'id-twice': ({ rows: others }, found) =>
    say(
      `${read(found)} står òg i ${rowsIn(others)}.`,
      isGivenId(found)
        ? 'Tøm ID-cella i den rada som er kopien, så får kopien ein ny ID.'
        : 'Rett eller slett alle så nær som éi.',
    ),
  'end-before-start': ({ start }, found) =>
    say(`${read(found)} er før starten, ${date(start)}.`, 'Rett starten eller slutten.'),
  'time-missing': ({ type }, { value }) =>
    say(
      value === undefined
        ? `Ei rad av typen ${quoted(type)} må ha dato og klokkeslett, men starten er tom.`
        : `${quoted(value)} manglar klokkeslettet som typen ${quoted(type)} må ha.`,
      'Skriv til dømes 12.03.2026 10:00, eller set status til «Idé» til tida er avtalt.',
    ),
  'text-twice': ({ rows: others }, found) =>
    say(
      `Aktiviteten har ein tekst på ${found.value ?? ''} i ${rowsIn(others)} òg.`,
      'Ta vare på den som skal ut, og slett den andre.',
    ),
  'status-behind': ({ until }, found) =>
    say(
      `Status er ${read(found)}, men det skulle vere over ${date(until)}.`,
      'Set status til «Gjennomført» eller «Avlyst», eller skriv den nye datoen.',
    ),
  'setting-unreadable': (args, found) =>
    args.needed === 'folder'
      ? say(
          `${read(found)} er ikkje adressa til ei mappe i Google Disk, så Felles lagar referata berre som filer.`,
          'Opne mappa i nettlesaren, og kopier heile adressa, som byrjar med https://drive.google.com/drive/folders/. Skal referata berre vere filer, så lat cella stå tom.',
        )
      : args.needed === 'spreadsheet-id'
        ? say(
            `${read(found)} er ikkje ID-en til eit rekneark hos Google.`,
            'Skriv berre det som står mellom «/d/» og neste skråstrek i adressa til reknearket.',
          )
        : args.needed === 'number'
          ? say(
              `${read(found)} er ikkje eit heilt tal frå 0 til ${args.to}, så ${args.usual} blir brukt.`,
              `Skriv eit heilt tal, til dømes ${args.usual}.`,
            )
          : say(
              `${read(found)} er ikkje heile tal frå 0 til ${args.to}, så ${args.usual} blir brukt.`,
              `Skriv heile tal med komma mellom, til dømes ${args.usual}.`,
            ),
  'sample-register': () =>
    say(
      'Dette er eit prøveregister, og alt som blir laga av det, seier at det er eit døme.',
      'Er det dykkar eige register no, så slett rada eller skriv «nei».',
    ),
  'setting-unknown': ({ nearest }, found) =>
    say(
      `Felles kjenner inga innstilling som heiter ${read(found)}.`,
      `Skal det vere ${quoted(nearest)}, så skriv det slik. Inntil då blir ikkje verdien brukt.`,
    ),
  'action-without-responsible': () =>
    say('Ingen har ansvaret for tiltaket.', 'Skriv rolla eller personen som skal gjere det.'),
  'action-without-deadline': () => say('Tiltaket har ingen frist.', 'Skriv siste dag, til dømes 12.03.2026.'),
  'treatment-newer': ({ tab, row, outcome }, found) =>
    say(
      `Statusen er ${read(found)}, men rad ${String(row)} i fana ${tab} seier at saka seinare vart ${quoted(outcome)}.`,
      `Vel ${quoted(outcome)} her. Er saka meld på nytt etterpå, kan det stå.`,
    ),
  'answer-twice': ({ rows: others }, found) =>
    say(
      `Svaret er ${read(found)} her, og eit anna om same tidspunkt i ${rowsIn(others)}. Ingen av dei tel.`,
      'Skriv same svar i alle, eller slett rada som er for mykje.',
    ),
  'case-number-twice': ({ rows: others }, found) =>
    say(
      `${read(found)} står òg i ${rowsIn(others)}.`,
      'Eit saksnummer blir gitt éin gong. Lat det stå der det vart gitt først, og tøm den andre cella.',
    ),
} as const satisfies Partial<ProblemWordings>;

const betweenRows = {
  'reference-unknown': ({ tab, nearest }, found) =>
    say(
      `${read(found)} finst ikkje i fana ${tab}.`,
      didYouMean(nearest, `Skriv ID-en til ei rad i fana ${tab}.`),
    ),
  'reference-refused': ({ tab, row }, found) =>
    say(
      `${read(found)} er rad ${row} i fana ${tab}. Rada har feil og er halden utanfor.`,
      `Rett rad ${row} i fana ${tab} først.`,
    ),
  'reference-type': ({ tab, is, needed }, found) =>
    say(
      `${read(found)} har typen ${quoted(is)}, ikkje ${quoted(needed)}.`,
      `Skriv ID-en til ei rad i fana ${tab} med typen ${quoted(needed)}.`,
    ),
  'contact-unknown': ({ nearest }, found) =>
    say(
      `Det finst ingen kontakt ${read(found)}.`,
      didYouMean(nearest, 'Skriv ID-en til ei rad i fana Kontakter, eller ei rolle.'),
    ),
  'meetings-in-quarter': ({ quarter, year, ids }) =>
    say(
      `Det er ${ids.length} kvartalsmøte i ${quarter}. kvartal ${year}: ${listed(ids, 'og')}.`,
      'Flytt eller avlys alle så nær som eitt. Skal de halde alle, er det ikkje noko å gjere.',
    ),
  'quarter-without-meeting': ({ quarter, year }, { level }) =>
    say(
      `Det er ikkje noko kvartalsmøte i ${quarter}. kvartal ${year}.`,
      level === 'info'
        ? 'Vart det halde, så legg det inn med status «Gjennomført».'
        : `Legg det inn. Til dagen er avtalt, kan starten vere «Q${quarter} ${year}» og status «Idé».`,
    ),
  'meeting-nowhere': ({ day }) =>
    say(
      `Møtet ${date(day)} har verken stad eller lenkje.`,
      'Skriv kvar møtet er, eller lenkja til det, så står det i sakslista.',
    ),
  'webinar-without-link': () =>
    say(
      'Webinaret har ein godkjend tekst, men inga lenkje til påmelding eller deltaking.',
      'Skriv adressa i Påmelding før kunngjeringa går ut.',
    ),
  'on-holiday': ({ holiday }, found) =>
    say(`${read(found)} er ein heilagdag: ${phrases.holidays[holiday]}.`, 'Vel ein annan dag.'),
  'on-weekend': ({ weekday }, found) =>
    say(`${read(found)} er ein ${phrases.weekdays[weekday - 1] ?? ''}.`, 'Vel ein kvardag.'),
  'in-blocked-time': (time, found) =>
    time.weight === 'hard'
      ? say(`${read(found)} ${blocked[time.why]}.`, 'Vel ein annan dag.')
      : say(
          `${read(found)} ${blocked[time.why]} (veke ${time.week}).`,
          'Høyr om dei som må vere med, kan kome.',
        ),
  'slot-outside-activity': ({ from, to }, found) =>
    say(
      `${read(found)} er utanfor aktiviteten, som varer frå ${date(from)} til ${date(to)}.`,
      'Rett tida for programposten eller for aktiviteten.',
    ),
  'slots-overlap': ({ what, who, id, row }) =>
    say(
      what === 'speaker'
        ? `${quoted(who)} skal innleie i ${id} (rad ${row}) på same tid.`
        : `Rommet ${quoted(who)} er oppteke av ${id} (rad ${row}) på same tid.`,
      'Flytt ein av programpostane.',
    ),
  'municipality-unknown': ({ nearest }, found) =>
    say(
      `Det finst ingen kommune ${read(found)}.`,
      didYouMean(nearest, 'Sjå over namnet, eller skriv kommunenummeret med fire siffer.'),
    ),
  'municipality-replaced': ({ successors }, found) =>
    say(
      `${read(found)} er ikkje lenger i bruk.`,
      successors.length === 1
        ? `No gjeld ${listed(successors, 'eller')}.`
        : `Kommunen vart delt. No gjeld ${listed(successors, 'eller')}.`,
    ),
  'municipality-name': ({ official }, found) =>
    say(
      `${read(found)} passar ikkje til nummeret, som høyrer til ${official}.`,
      'Rett namnet eller nummeret.',
    ),
  'county-unknown': ({ nearest }, found) =>
    say(`Det finst ikkje noko fylke ${read(found)}.`, didYouMean(nearest, 'Sjå over namnet eller nummeret.')),
  'county-differs': ({ official }, found) =>
    say(`${read(found)} stemmer ikkje: kommunen ligg i ${official}.`, 'Rett fylket eller nummeret.'),
  'standard-missing': ({ decided }) =>
    say(
      'Skriftspråket manglar.',
      decided === undefined
        ? 'Skriv «bokmål» eller «nynorsk»: det mottakaren har brukt eller bede om.'
        : `Skriv ${quoted(decisions[decided])}: det står i språkvedtaksforskrifta.`,
    ),
  'decision-differs': ({ decided }, found) =>
    say(
      `${read(found)} stemmer ikkje med språkvedtaksforskrifta slik Felles kjenner forskrifta: der står det ${quoted(decisions[decided])}.`,
      'Er vedtaket nytt, er det ikkje noko å gjere. Elles: rett cella.',
    ),
} as const satisfies Partial<ProblemWordings>;

export const nn = {
  ...nnCells,
  ...nnCounties,
  ...nnTabs,
  ...nnRows,
  ...rows,
  ...betweenRows,
} as const satisfies ProblemWordings;
