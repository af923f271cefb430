/** Advice for a missing tab that kept what is recorded nowhere else. */
import type { WrittenStandard } from '../../domain/written-standard.ts';

export const getBackIn: Readonly<Record<WrittenStandard, string>> = {
  en: 'If it was deleted, restore it first, from the version history or from the copy that ends in .bak: this is recorded nowhere else. If it was never there, «npm run init» adds it.',
  nb: 'Er den slettet, henter dere den tilbake først, fra versjonsloggen eller fra kopien med .bak til slutt i navnet: Det står ikke noe annet sted. Har den aldri vært der, legger «npm run init» den til.',
  nn: 'Er fana sletta, så hent innhaldet tilbake først, frå versjonsloggen eller frå kopien med .bak til slutt i namnet: Det står ingen annan stad. Har fana aldri vore der, lagar «npm run init» ei ny.',
};
