/** Sentences that say that a case was postponed, withdrawn or treated; only if that is all they say. */
import type { UnderstoodOutcome } from './understood.ts';

const subject = '(?:(?:sak(?:en|a)?(?: \\d{1,3}\\/\\d\\d)?|den|dette|punktet) )?';
const passive = '(?:(?:ble|blei|vart|blir|vert|er|skal) )?';
const until =
  '(?: til (?:et |eit )?(?:neste|seinere|senere|seinare|et senere|eit seinare|kommende|komande)? ?(?:kvartals)?møte(?:t)?(?: i [a-zæøå]+(?: \\d{4})?| \\d{1,2}\\.? ?[a-zæøå]+(?: \\d{4})?)?| inntil videre| inntil vidare)?';

const forms: readonly (readonly [UnderstoodOutcome, RegExp])[] = [
  [
    'postponed',
    new RegExp(`^${subject}${passive}(?:utsatt|utsett|utsettes|utset|utsettast|utsettjast)${until}$`, 'iu'),
  ],
  [
    'withdrawn',
    new RegExp(
      `^${subject}${passive}(?:trukket|trukken|trekt|trekkes|trekkast|trekkjast)(?: av [^.]{2,60}| tilbake| fra saks(?:listen|lista)| frå sakslista)?$`,
      'iu',
    ),
  ],
  [
    'treated',
    new RegExp(
      `^${subject}${passive}(?:behandlet|behandla|handsama|ferdigbehandlet|ferdigbehandla|avsluttet|avslutta|avgjort)$`,
      'iu',
    ),
  ],
  [
    'treated',
    new RegExp(
      `^${subject}${passive}(?:tatt|teken|teke|tas|takast) til (?:orientering|etterretning|etterretting|vitende|vitande)$`,
      'iu',
    ),
  ],
];

/** What a sentence says was done with the case; undefined for any other sentence. */
export function outcomeIn(text: string): UnderstoodOutcome | undefined {
  const bare = text.replace(/[\s.!]+$/u, '').replace(/\s+/gu, ' ');
  return forms.find(([, form]) => form.test(bare))?.[0];
}

/** What is written in place of a decision or an action where there is none. */
export const isNone = (text: string): boolean =>
  /^(?:[–—-]+|ingen|inga|inkje|intet|ikke noe|ikkje noko|(?:ingen|ikke|inga|ikkje) (?:vedtak|tiltak|konklusjon|beslutning|aksjoner)|ikke aktuelt|ikkje aktuelt|n\/a)\.?$/iu.test(
    text.trim(),
  );

/** A sentence that tells that something was decided, without a label before it. */
export const maybeDecision = (text: string): boolean =>
  /\b(?:ble|blei|vart|er|har|vi|møtet|partene|partane)\b[^.]{0,40}\b(?:vedtatt|vedtok|vedteke|besluttet|beslutta|bestemt|bestemte|enige? om|samde? om|einige? om)\b/iu.test(
    text,
  );
