/** Problems with counties and the dialogue with them, in nynorsk. */
import { nn as phrases } from '../nn.ts';
import { dateIn } from './norwegian-dates.ts';
import { listed, quoted, read, say, type ProblemWordings } from './wording.ts';

const date = dateIn(phrases);

export const nnCounties = {
  'county-replaced': ({ successors, several }, found) =>
    say(
      `${read(found)} er ikkje lenger eit fylke.`,
      successors.length === 1
        ? `No gjeld ${listed(successors, 'og')}.`
        : `Det vart delt i ${listed(successors, 'og')}. ${several ? 'Skriv dei det gjeld, med komma mellom' : 'Skriv det som gjeld'}.`,
    ),
  'place-unknown': ({ needed, list, isThere, nearest }, found) =>
    say(
      needed === 'county'
        ? `${read(found)} er verken eit fylke eller i lista ${quoted(list)}, så rada blir ikkje rekna med til noko fylke.`
        : `${read(found)} er verken ein kommune, eit fylke eller i lista ${quoted(list)}, så rada blir ikkje rekna med til noko fylke.`,
      `${nearest === undefined ? 'Er' : `Meinte du ${quoted(nearest)}? Er`} det ein region eller eit nettverk, ${isThere ? `føyer du det til i ${quoted(list)} i Oppsett` : `skriv du det i ei ny rad ${quoted(list)} i Oppsett`}, med fylket bak om det ligg i eitt: «Innherred (Trøndelag)».`,
    ),
  'contacts-uncoordinated': ({ counties, party, day, row }) =>
    say(
      `${party} har òg ein kontakt med ${listed(counties, 'og')}, ${date(day)} (rad ${row}), og dei to er ikkje avklarte.`,
      'Snakk saman før neste kontakt, og skriv «ja» i begge radene når det er avklart.',
    ),
  'next-step-overdue': ({ deadline }) =>
    say(
      `Neste steg skulle vore gjort innan ${date(deadline)}, og ingen seinare kontakt er ført.`,
      'Er det gjort, fører du den nye kontakten som ei rad, eller tømmer cella for neste steg. Viss ikkje: skriv ein ny frist.',
    ),
  'counties-silent': ({ counties }) =>
    say(
      `De har ikkje ført nokon kontakt det siste halve året med ${listed(counties, 'og')}, som de har snakka med før.`,
      'Skriv inn kontakten de har hatt, eller bli samde om kven som tek kontakt.',
    ),
} as const satisfies Partial<ProblemWordings>;
