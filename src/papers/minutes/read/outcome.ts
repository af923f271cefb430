/** Sentences that say that a case was postponed, withdrawn or treated; only if that is all they say. And those that may say it. */
import { proposal } from '../../as-proposed.ts';
import type { SourceLine, UnderstoodOutcome } from './understood.ts';

const subject = '(?:(?:sak(?:en|a)?(?: \\d{1,3}\\/\\d\\d)?|den|dette|punktet) )?';
const passive = '(?:(?:ble|blei|vart|blir|vert|er|skal) )?';
const meeting = '(?:kvartals)?møte(?:t)?';
const when = '(?: i [a-zæøå]+(?: \\d{4})?| \\d{1,2}\\.? ?[a-zæøå]+(?: \\d{4})?)?';
const months = '(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)';
/** «Til hausten», «til over nyttår», «til neste år»: no meeting, and no doubt that the case waits. */
const season =
  '(?:(?:over |etter )?(?:høsten|hausten|våren|sommeren|sommaren|vinteren|jul|påske|nyttår|ferien|(?:neste|kommende|komande) (?:år|høst|haust|vår|sommer|sommar|vinter|kvartal))(?: \\d{4})?|\\d{4})';
const until = `(?: til ${season}| til (?:den )?(?:\\d{1,2}\\. ?)?${months}(?: \\d{4})?| til (?:et |eit )?(?:neste|seinere|senere|seinare|et senere|eit seinare|kommende|komande)? ?${meeting}${when}| inntil videre| inntil vidare)?`;
const treated =
  '(?:behandlet|behandla|handsama|ferdigbehandlet|ferdigbehandla|drøftet|drøfta|tatt opp|teken opp|teke opp)';

/** Always of the whole case. */
const noted = new RegExp(
  `^${subject}${passive}(?:tatt|teken|teke|tas|takast) til (?:orientering|etterretning|etterretting|vitende|vitande)$`,
  'iu',
);

const forms: readonly (readonly [UnderstoodOutcome, RegExp])[] = [
  [
    'postponed',
    new RegExp(`^${subject}${passive}(?:utsatt|utsett|utsettes|utset|utsettast|utsettjast)${until}$`, 'iu'),
  ],
  [
    'postponed',
    new RegExp(`^${subject}${passive}(?:ikke|ikkje) ${treated}(?: (?:på|i) (?:dette )?møtet)?$`, 'iu'),
  ],
  [
    'postponed',
    new RegExp(
      `^(?:(?:vi|møtet|partene|partane|en|ein|man) )?(?:rakk|nådde|fikk|fekk) (?:ikke|ikkje)(?: å (?:behandle|handsame|ta opp|drøfte))?(?: (?:saken|saka|den|dette|punktet))?$`,
      'iu',
    ),
  ],
  [
    'postponed',
    new RegExp(
      `^${subject}(?:(?:blir|vert|skal) )?(?:tas|takast|tatt|teken|teke|kommer|kjem) (?:(?:opp|frem|fram) )?(?:igjen|att|på nytt) (?:på|i|til) (?:(?:neste|et senere|eit seinare) )${meeting}${when}$`,
      'iu',
    ),
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
  ['treated', noted],
];

/** What a sentence says was done with the case; undefined for any other sentence. */
export function outcomeIn(text: string): UnderstoodOutcome | undefined {
  const bare = withoutEnd(text);
  return forms.find(([, form]) => form.test(bare))?.[0];
}

const withoutEnd = (text: string): string => text.replace(/[\s.!]+$/u, '').replace(/\s+/gu, ' ');

/** The first sentence, also where a dash or a comma ends it. */
const opening = /^[^.!,;:–—]+?(?=\s*(?:[.!,;:–—]|\s-\s|$))/u;

/** What a text begins with, of a case: «Utsatt. Fagsjef var borte.» says no less than «Utsatt». */
function outcomeAtStart(text: string): UnderstoodOutcome | undefined {
  const whole = outcomeIn(text);
  if (whole !== undefined) return whole;
  const start = outcomeIn(opening.exec(text.trim())?.[0] ?? '');
  return start === 'treated' ? undefined : start;
}

const not = '(?:ikke|ikkje)';
const how = '(?:(?:enstemmig|einstemmig|samrøystes) )?';
const refused =
  '(?:avvist|avvises|avvisast|avslått|avslege|avslås|nedstemt|nedstemd|stemt ned|nedrøysta|røysta ned|forkastet|forkasta|forkastes|forkastast)';
const adopted =
  '(?:vedtatt|vedteke|vedteken|vedtas|vedtakast|godkjent|godtatt|godteke|støttet|støtta|tatt til følge|teke til følgje|tilrådd)';
const decides = '(?:vedtok|godkjente|godkjende|støttet|støtta|godkjenner|støtter|støttar)';
/** A sentence that begins so says that the proposal was not adopted. */
const rejections = [
  `(?:${subject}|${proposal}(?: (?:om|til|fra|frå|på) [^.!;]{1,80}?)? )${passive}${how}(?:${not} ${how}${adopted}|${refused})`,
  `${proposal}(?: (?:om|til|fra|frå|på) [^.!;]{1,80}?)? (?:falt|fall|faller|fell|(?:fikk|fekk|har|hadde) ${not} (?:fleirtal|flertall|tilslutning|støtte)|${passive}${how}(?:trukket|trukke|trekt|trekkes|trekkast|trekkjast))`,
  `(?:vi|møtet|partene|partane) (?:${how}${decides} ${not}|avviste|avslo|forkastet|forkasta|stemte ned|røysta ned|sa nei til)`,
  `nei til (?:det )?${proposal}`,
  `(?:det )?${passive}${not} (?:gjort|fattet|fatta|tatt|teke) (?:noe |noko )?vedtak`,
].map((form) => new RegExp(`^${form}(?!\\p{L})`, 'iu'));

/** Whether a sentence says that the proposal was not adopted: «Forslaget falt.», «Ikkje vedteke» */
export const isRejection = (sentence: string): boolean =>
  rejections.some((form) => form.test(sentence.trim()));

/** The sentences of some lines, each as a line. */
export const sentencesOf = (lines: readonly SourceLine[]): readonly SourceLine[] =>
  lines.flatMap(({ line, text }) =>
    text.split(/(?<=[.!;])\s+(?=\p{Lu})|\n/u).map((sentence) => ({ line, text: sentence.trim() })),
  );

const begin = '(?:^|[.!]\\s+)';
const perhaps = [
  /^uts[ae]tt?/iu,
  /\b(?:sak(?:en|a)?|punktet|behandlingen|behandlinga|handsaminga|vedtaket|avgjørelsen|avgjerda)\b[^.]{0,60}\buts[ae]t/iu,
  /(?:^|[.!]\s+)(?:vi|møtet|partene|partane|den|det|dette|ble|blei|vart|er|blir) [^.]{0,30}\buts[ae]t/iu,
  /\b(?:ikke|ikkje)\b[^.]{0,20}\b(?:behandlet|behandla|handsama|behandle|handsame|tatt opp|teken opp|teke opp)/iu,
  /\b(?:rakk|nådde)\b[^.]{0,20}\b(?:ikke|ikkje)\b/iu,
  /(?<!\b(?:ikke|ikkje) )\b(?:opp|fram|frem|tilbake|attende)\b (?:igjen|att|på nytt|til sak)/iu,
  /\b(?:tas|tar|tek|takast|tatt|teken|kommer|kjem|venter|ventar|vente)\b[^.]{0,20}\b(?:på|til|i) neste (?:kvartals)?møte/iu,
  new RegExp(
    `${begin}${subject}${passive}(?:skyv|skjøvet|skuv|flytt|forskyv|forskjøvet|utgår|utgikk|utgjekk|gjekk ut[.!]?$|s[ae]tt(?:es)? på vent)`,
    'iu',
  ),
  new RegExp(
    `${begin}(?:(?:vi|møtet|partene|partane|det) )?(?:(?:fikk|fekk|hadde|ble|blei|vart|var) )?(?:ikke|ikkje|ingen|inga) (?:nok )?tid(?:\\s*[.!,;–—]|\\s*$| til (?:sak|den|det|punktet))`,
    'iu',
  ),
  new RegExp(`${begin}(?:(?:vi|møtet|partene|partane) )?kom (?:ikke|ikkje) (?:så langt|til|fram|frem)`, 'iu'),
];

/** Whether a text may say that the case was not treated. */
const maybePostponed = (text: string): boolean => perhaps.some((form) => form.test(text));

/** «Utsatt til møtet i juni»: the minutes say the next meeting, unless the register has another. */
const namesMeeting = new RegExp(
  `uts[ae]t\\p{L}* til (?:(?:et |eit )?${meeting} (?:i (?!dag)\\p{L}|den \\d|\\d)|(?:den )?\\d{1,2}\\.|${months})`,
  'iu',
);

/** The same of whatever a case waits for: «Utsatt til høsten», «Saka blir utsett til Kari er attende». */
const waitsFor = new RegExp(
  `^${subject}${passive}uts[ae]t\\p{L}* til (?!(?:(?:et |eit )?(?:neste|seinere|senere|seinare|kommende|komande)? ?${meeting}|senere|seinere|seinare)\\s*(?:[.!,;:–—]|$))\\S`,
  'iu',
);

const ofCase = /(?<!\p{L})(?:sak(?:en|a)?|punktet)(?!\p{L})/iu;
const numbered = /^sak(?:en|a)? (?<number>\d{1,3}\/\d\d)(?!\d)/iu;

/** A text that may say what was done with the case, or that says it beside a decision. */
type Perhaps = SourceLine & { readonly why: 'maybe-postponed' | 'maybe-withdrawn' | 'maybe-rejected' };

/** Why a text is for people to look at; undefined where it is not. */
function perhapsIn(one: SourceLine, isBeside: boolean): Perhaps | undefined {
  const sentences = sentencesOf([one]).map(({ text }) => text);
  const said = sentences.filter((text) => ofCase.test(text)).map(outcomeIn);
  if (said.includes('withdrawn')) return { ...one, why: 'maybe-withdrawn' };
  if (maybePostponed(one.text) || (isBeside && said.includes('postponed')))
    return { ...one, why: 'maybe-postponed' };
  return isBeside && sentences.some(isRejection) ? { ...one, why: 'maybe-rejected' } : undefined;
}

/**
 * What the texts say was done with the case of this number: those of the decision where there is one, otherwise the notes. Below
 * the first line only a sentence that names the case, or «Tatt til orientering», is about it; beside a decision it is for people to
 * say. `perhaps`: those that may say it; `until`: those that say until when or what it waits, where it is postponed.
 */
export function outcomesOf(
  decision: readonly SourceLine[],
  discussion: readonly SourceLine[],
  number: string | undefined,
): {
  readonly outcomes: readonly UnderstoodOutcome[];
  readonly perhaps: readonly Perhaps[];
  readonly until: readonly SourceLine[];
} {
  const isOfOther = ({ text }: SourceLine): boolean => {
    const named = numbered.exec(text)?.groups?.['number'];
    return named !== undefined && named !== number;
  };
  const isDecided = decision.length > 0;
  const texts = (isDecided ? decision : discussion).filter((one) => !isOfOther(one));
  const [first] = texts;
  const atFirst = first && outcomeAtStart(first.text);
  const below = texts.slice(1).flatMap(({ text }) => {
    const outcome = ofCase.test(text) || noted.test(withoutEnd(text)) ? outcomeIn(text) : undefined;
    const isBeside = isDecided && atFirst === undefined && outcome !== 'treated';
    return outcome === undefined || isBeside ? [] : [outcome];
  });
  const beside = discussion.filter(
    (one) => !isOfOther(one) && ofCase.test(one.text) && (outcomeIn(one.text) ?? 'treated') !== 'treated',
  );
  return {
    outcomes: [...(atFirst === undefined ? [] : [atFirst]), ...below],
    until: texts.filter(
      ({ text }) =>
        (outcomeAtStart(text) === 'postponed' && namesMeeting.test(text)) || waitsFor.test(text.trim()),
    ),
    perhaps: [...texts, ...(isDecided ? beside : [])].flatMap((one) => perhapsIn(one, isDecided) ?? []),
  };
}

/** What is written in place of a decision or an action where there is none. */
export const isNone = (text: string): boolean =>
  /^(?:[–—-]+|ingen|inga|inkje|intet|ikke noe|ikkje noko|(?:ingen|ikke|inga|ikkje) (?:nye )?(?:vedtak|tiltak|konklusjon|beslutning|aksjon(?:er|ar))|ikke aktuelt|ikkje aktuelt|n\/a)\.?$/iu.test(
    text.trim(),
  );

/** A sentence that tells that something was decided, without a label before it. */
export const maybeDecision = (text: string): boolean =>
  /\b(?:ble|blei|vart|er|har|vi|møtet|partene|partane)\b[^.]{0,40}\b(?:vedtatt|vedtok|vedteke|besluttet|beslutta|bestemt|bestemte|enige? om|samde? om|einige? om)\b/iu.test(
    text,
  );
