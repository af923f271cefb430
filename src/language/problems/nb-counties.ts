/** Problems with counties and the dialogue with them, in bokmål. */
import { nb as phrases } from '../nb.ts';
import { dateIn } from './norwegian-dates.ts';
import { listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const date = dateIn(phrases);

export const nbCounties = {
  'county-replaced': ({ successors, several }, found) =>
    say(
      `${read(found)} er ikke lenger et fylke.`,
      successors.length === 1
        ? `Nå gjelder ${listed(successors, 'og')}.`
        : `Det ble delt i ${listed(successors, 'og')}. ${several ? 'Skriv dem det gjelder, med komma mellom' : 'Skriv det som gjelder'}.`,
    ),
  'place-unknown': ({ needed, list, isThere, nearest }, found) =>
    say(
      needed === 'county'
        ? `${read(found)} er verken et fylke eller i listen ${quoted(list)}, så raden regnes ikke med til noe fylke.`
        : `${read(found)} er verken en kommune, et fylke eller i listen ${quoted(list)}, så raden regnes ikke med til noe fylke.`,
      `${nearest === undefined ? 'Er' : `Mente du ${quoted(nearest)}? Er`} det en region eller et nettverk, ${isThere ? `føyer du det til i ${quoted(list)} i Oppsett` : `skriver du det i en ny rad ${quoted(list)} i Oppsett`}, med fylket bak om det ligger i ett: «Innherred (Trøndelag)».`,
    ),
  'contacts-uncoordinated': ({ counties, party, day, row }) =>
    say(
      `${party} har også en kontakt med ${listed(counties, 'og')}, ${date(day)} (rad ${row}), og de to er ikke avklart.`,
      'Snakk sammen før neste kontakt, og skriv «ja» i begge radene når det er avklart.',
    ),
  'next-step-overdue': ({ deadline }) =>
    say(
      `Neste steg skulle vært gjort innen ${date(deadline)}, og ingen senere kontakt er ført.`,
      'Er det gjort, fører du den nye kontakten som en rad, eller tømmer cellen for neste steg. Hvis ikke: skriv en ny frist.',
    ),
  'counties-silent': ({ counties }) =>
    say(
      `Dere har ikke ført noen kontakt det siste halve året med ${listed(counties, 'og')}, som dere har snakket med før.`,
      'Skriv inn kontakten dere har hatt, eller bli enige om hvem som tar kontakt.',
    ),
} as const satisfies Partial<ProblemWordings>;
