/** Feil i heile rader, på nynorsk. */
import type { HeldWorkKind } from '../../domain/problem.ts';
import { nn as phrases } from '../nn.ts';
import { dateIn } from './norwegian-dates.ts';
import { listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const date = dateIn(phrases);

const held: Readonly<Record<HeldWorkKind, string>> = {
  activity: 'denne aktiviteten',
  action: 'dette tiltaket',
  slot: 'denne programposten',
  case: 'denne saka',
  'next-step': 'dette neste steget',
};

/** «Rad 3», «Rad 3–52 og 60» */
const rowsAt = (spans: readonly string[]): string => `Rad ${listed(spans, 'og')}`;

export const nnRows = {
  'rows-hidden': ({ count, spans }) =>
    say(
      `${rowsAt(spans)} er ${count === 1 ? 'skjult' : 'skjulte'}, for hand eller av eit filter, og er ${count === 1 ? 'lesen' : 'lesne'} som dei andre.`,
      count === 1 ? 'Vis rada for å sjå kva som står der.' : 'Vis radene for å sjå kva som står der.',
    ),
  'rows-passed': ({ why, count, spans }) => {
    const rows = rowsAt(spans);
    const one = count === 1;
    const readWord = one ? 'lesen' : 'lesne';
    switch (why) {
      case 'filled-down':
        return say(
          `${rows} har berre det som er fylt nedover i kolonnane, og blir rekna som ${one ? 'tom' : 'tomme'}.`,
          'Er det meint noko med det, så skriv kva det gjeld.',
        );
      case 'only-id':
        return say(
          `${rows} har berre ein ID, og blir rekna som ${one ? 'tom' : 'tomme'}.`,
          'Ikkje noko å gjere: ein ID som står der, får ikkje ei anna rad.',
        );
      case 'hint':
        return say(
          `${rows} seier kva som skal stå i kolonnane, og blir ikkje ${readWord}.`,
          'Ikkje noko å gjere. Skal Felles lese det likevel, så fyll ut resten av rada.',
        );
      case 'sum':
        return say(
          `${rows} er ${one ? 'ein sum' : 'summar'} og blir ikkje ${readWord}.`,
          'Ikkje noko å gjere. Skal Felles lese det likevel, så gi det ein annan tittel.',
        );
      case 'note':
        return say(
          `${rows} er ${one ? 'eit notat' : 'notat'} og blir ikkje ${readWord}.`,
          'Ikkje noko å gjere. Skal Felles lese det likevel, så fyll ut resten av rada.',
        );
      case 'heading':
        return say(
          `${rows} er ${one ? 'ei overskrift' : 'overskrifter'} mellom radene og blir ikkje ${readWord}.`,
          'Ikkje noko å gjere. Skal Felles lese det likevel, så fyll ut resten av rada.',
        );
    }
  },
  'row-looks-like': ({ as }, found) => {
    const shown = read(found);
    switch (as) {
      case 'sum':
        return say(
          `${shown} ser ut som ein sum, og er lesen som ei rad.`,
          'Er det ein sum, så tøm dei andre tekstane i rada, eller flytt summen til ei anna fane.',
        );
      case 'note':
        return say(
          `${shown} ser ut som eit notat, og er lesen som ei rad.`,
          'Er det eit notat, så flytt det til ei anna fane, eller skriv det som ein merknad til ei celle.',
        );
      case 'example':
        return say(
          `${shown} ser ut som eit døme, og er lesen som ei rad.`,
          'Er det eit døme, så flytt det til ei anna fane.',
        );
    }
  },
  'row-unclear': (_, found) =>
    say(
      `${read(found)} og meir i rada ser ut til å seie kva som skal stå i kolonnane, så rada er halden utanfor.`,
      'Er det slik, så flytt rada over overskriftene. Om ikkje, så skriv kva rada gjeld.',
    ),
  'id-merged': ({ rows }, { at }) =>
    say(
      `ID-cella i rad ${at.row ?? 0} er slått saman med andre: rad ${listed(rows, 'og')} deler cella, og ingen kan vite kven ID-en høyrer til.`,
      `Del opp cella i kolonnen ${quoted(at.column ?? 'ID')}, så kvar rad har si eiga.`,
    ),
  'reference-blank': ({ tab, row }, found) =>
    say(
      `${read(found)} er rad ${row} i fana ${tab}, og der er ikkje noko anna fylt ut.`,
      `Fyll ut rad ${row} i fana ${tab}, eller skriv ein annan ID.`,
    ),
  'list-near': ({ nearest, invites }, found) =>
    say(
      invites
        ? `Felles kjenner inga liste ${read(found)}, så ingen blir kalla inn til kvartalsmøta ut frå det.`
        : `${read(found)} liknar på lista ${quoted(nearest)}, men er ei anna liste.`,
      `Meinte du ${quoted(nearest)}, så skriv det slik.`,
    ),
  'person-unknown': ({ count, nearest }, found) =>
    say(
      `Ingen i fana Kontakter har namnet eller rolla ${read(found)}${count === 1 ? '' : ` (står i ${String(count)} rader)`}.`,
      nearest === undefined
        ? 'Skriv namnet, rolla eller ID-en som i fana Kontakter, eller legg personen til der.'
        : `Meinte du ${quoted(nearest)}, så skriv det slik. Elles: legg personen til i fana Kontakter.`,
    ),
  'responsible-several': ({ ids, count }, found) =>
    say(
      `${String(count)} i fana Kontakter har namnet eller rolla ${read(found)} (${count > ids.length ? 'mellom andre ' : ''}${listed(ids, 'og')}), så ingen av dei får e-post om tiltaket.`,
      'Skriv ID-en til den du meiner, eller heile namnet.',
    ),
  'approval-half': ({ filled }, { at }) =>
    say(
      `${quoted(filled)} er fylt ut, men ikkje ${quoted(at.column ?? '')}, så referatet er ikkje rekna som godkjent.`,
      'Fyll ut begge, eller tøm begge.',
    ),
  'approval-refused': ({ day }, found) =>
    say(
      `Her står ${read(found)}, som ikkje er namnet på nokon som har godkjent referatet, så det blir ikkje rekna som godkjent.`,
      `Når nokon godkjenner det, skriv namnet over, og dagen i ${quoted(day)}.`,
    ),
  'approval-ahead': (_, found) =>
    say(
      `Referatet står som godkjent ${read(found)}, ein dag som ikkje er komen, så det blir ikkje rekna som godkjent.`,
      'Skriv dagen det vart godkjent.',
    ),
  'left-with-work': ({ name, left, work }, { at }) =>
    say(
      `${quoted(name)} slutta ${date(left)}, men står framleis for ${held[work]}.`,
      `Avtal kven som tek over, og skriv det i kolonnen ${quoted(at.column ?? '')}.`,
    ),
  'reservation-unclear': ({ column, write }, found) =>
    say(
      `${read(found)} kan bety at det ikkje skal sendast e-post hit, så ingen utsendingar går til adressa.`,
      `Er det meint slik, så skriv ${quoted(write)} i kolonnen ${quoted(column)}. Elles: skriv noko anna.`,
    ),
  'party-not-invited': ({ party, list }) =>
    say(
      `Ingen frå ${party} er kalla inn til neste kvartalsmøte.`,
      `Skriv ${quoted(list)} i kolonnen Lister for dei som skal vere med, og ${quoted(party)} i kolonnen Part.`,
    ),
} as const satisfies Partial<ProblemWordings>;
