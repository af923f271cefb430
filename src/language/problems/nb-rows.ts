/** Feil i hele rader, på bokmål. */
import type { HeldWorkKind } from '../../domain/problem.ts';
import { nb as phrases } from '../nb.ts';
import { dateIn } from './norwegian-dates.ts';
import { listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const date = dateIn(phrases);

const held: Readonly<Record<HeldWorkKind, string>> = {
  activity: 'denne aktiviteten',
  action: 'dette tiltaket',
  slot: 'denne programposten',
  case: 'denne saken',
  'next-step': 'dette neste steget',
};

/** «Rad 3», «Rad 3–52 og 60» */
const rowsAt = (spans: readonly string[]): string => `Rad ${listed(spans, 'og')}`;

export const nbRows = {
  'rows-hidden': ({ count, spans }) =>
    say(
      `${rowsAt(spans)} er skjult, for hånd eller av et filter, og er lest som de andre.`,
      count === 1 ? 'Vis den for å se hva som står der.' : 'Vis dem for å se hva som står der.',
    ),
  'rows-passed': ({ why, count, spans }) => {
    const rows = rowsAt(spans);
    switch (why) {
      case 'filled-down':
        return say(
          `${rows} har bare det som er fylt nedover i kolonnene, og regnes som ${count === 1 ? 'tom' : 'tomme'}.`,
          'Er det ment noe med det, så skriv hva det gjelder.',
        );
      case 'only-id':
        return say(
          `${rows} har bare en ID, og regnes som ${count === 1 ? 'tom' : 'tomme'}.`,
          'Ikke noe å gjøre: en ID som står der, blir ikke gitt til en annen rad.',
        );
      case 'hint':
        return say(
          `${rows} sier hva som skal stå i kolonnene, og blir ikke lest.`,
          'Ikke noe å gjøre. Skal det leses likevel, så fyll ut resten av raden.',
        );
      case 'sum':
        return say(
          `${rows} er ${count === 1 ? 'en sum' : 'summer'} og blir ikke lest.`,
          'Ikke noe å gjøre. Skal det leses likevel, så gi det en annen tittel.',
        );
      case 'note':
        return say(
          `${rows} er ${count === 1 ? 'et notat' : 'notater'} og blir ikke lest.`,
          'Ikke noe å gjøre. Skal det leses likevel, så fyll ut resten av raden.',
        );
      case 'heading':
        return say(
          `${rows} er ${count === 1 ? 'en overskrift' : 'overskrifter'} mellom radene og blir ikke lest.`,
          'Ikke noe å gjøre. Skal det leses likevel, så fyll ut resten av raden.',
        );
    }
  },
  'row-looks-like': ({ as }, found) => {
    const shown = read(found);
    switch (as) {
      case 'sum':
        return say(
          `${shown} ser ut som en sum, og er lest som en rad.`,
          'Er det en sum, så tøm de andre tekstene i raden, eller flytt den til en annen fane.',
        );
      case 'note':
        return say(
          `${shown} ser ut som et notat, og er lest som en rad.`,
          'Er det et notat, så flytt det til en annen fane, eller skriv det som en merknad til en celle.',
        );
      case 'example':
        return say(
          `${shown} ser ut som et eksempel, og er lest som en rad.`,
          'Er det et eksempel, så flytt det til en annen fane.',
        );
    }
  },
  'row-unclear': (_, found) =>
    say(
      `${read(found)} og mer i raden ser ut til å si hva som skal stå i kolonnene, så raden er holdt utenfor.`,
      'Er det slik, så flytt raden over overskriftene. Hvis ikke, så skriv hva den gjelder.',
    ),
  'id-merged': ({ rows }, { at }) =>
    say(
      `ID-cellen i rad ${at.row ?? 0} er slått sammen med andre: rad ${listed(rows, 'og')} deler den, og ingen kan vite hvem ID-en hører til.`,
      `Del opp cellen i kolonnen ${quoted(at.column ?? 'ID')}, så hver rad har sin egen.`,
    ),
  'reference-blank': ({ tab, row }, found) =>
    say(
      `${read(found)} er rad ${row} i fanen ${tab}, og der er ikke noe annet fylt ut.`,
      `Fyll ut rad ${row} i fanen ${tab}, eller skriv en annen ID.`,
    ),
  'list-near': ({ nearest, invites }, found) =>
    say(
      invites
        ? `Felles kjenner ingen liste ${read(found)}, så ingen blir innkalt til kvartalsmøtene ut fra det.`
        : `${read(found)} ligner på listen ${quoted(nearest)}, men er en annen liste.`,
      `Mente du ${quoted(nearest)}, så skriv det slik.`,
    ),
  'person-unknown': ({ count, nearest }, found) =>
    say(
      `Ingen i fanen Kontakter har navnet eller rollen ${read(found)}${count === 1 ? '' : ` (står i ${String(count)} rader)`}.`,
      nearest === undefined
        ? 'Skriv navnet, rollen eller ID-en som i fanen Kontakter, eller legg personen til der.'
        : `Mente du ${quoted(nearest)}, så skriv det slik. Ellers: legg personen til i fanen Kontakter.`,
    ),
  'responsible-several': ({ ids, count }, found) =>
    say(
      `${String(count)} i fanen Kontakter har navnet eller rollen ${read(found)} (${count > ids.length ? 'blant andre ' : ''}${listed(ids, 'og')}), så ingen av dem får e-post om tiltaket.`,
      'Skriv ID-en til den du mener, eller hele navnet.',
    ),
  'approval-half': ({ filled }, { at }) =>
    say(
      `${quoted(filled)} er fylt ut, men ikke ${quoted(at.column ?? '')}, så referatet regnes ikke som godkjent.`,
      'Fyll ut begge cellene, eller tøm begge.',
    ),
  'approval-refused': ({ day }, found) =>
    say(
      `Her står ${read(found)}, som ikke er navnet på noen som har godkjent referatet, så det regnes ikke som godkjent.`,
      `Når noen godkjenner det, skriv navnet over, og dagen i ${quoted(day)}.`,
    ),
  'approval-ahead': (_, found) =>
    say(
      `Referatet står som godkjent ${read(found)}, en dag som ikke er kommet, så det regnes ikke som godkjent.`,
      'Skriv dagen det ble godkjent.',
    ),
  'left-with-work': ({ name, left, work }, { at }) =>
    say(
      `${quoted(name)} sluttet ${date(left)}, men står fremdeles for ${held[work]}.`,
      `Avtal hvem som overtar, og skriv det i kolonnen ${quoted(at.column ?? '')}.`,
    ),
  'reservation-unclear': ({ column, write }, found) =>
    say(
      `${read(found)} kan bety at det ikke skal sendes e-post hit, så ingen utsendelser går til adressen.`,
      `Er det ment slik, så skriv ${quoted(write)} i kolonnen ${quoted(column)}. Ellers: skriv noe annet.`,
    ),
  'party-not-invited': ({ party, list }) =>
    say(
      `Ingen fra ${party} er innkalt til neste kvartalsmøte.`,
      `Skriv ${quoted(list)} i kolonnen Lister for dem som skal være med, og ${quoted(party)} i kolonnen Part.`,
    ),
} as const satisfies Partial<ProblemWordings>;
