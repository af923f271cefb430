/** The words that people put before a decision, an action and the like, in bokmål and nynorsk, and where in a line they stand. */
import { isAsProposed, isChangedProposal } from '../../as-proposed.ts';
import type { Line } from './lines.ts';

export type Label =
  | 'decision'
  | 'action'
  | 'responsible'
  | 'deadline'
  | 'note'
  | 'outcome'
  | 'proposal'
  /** What the draft says of the case. */
  | 'own';

/** Patterns of the words, in lower case. */
const words: Readonly<Record<Label, string>> = {
  decision:
    '(?:(?:enstemmig|einstemmig|samrøystes|endelig|endeleg|møtets) )?(?:vedtak(?:et)?|vedtatt|vedteke|konklusjon(?:en)?|beslutning(?:en)?|besluttet|beslutta|avgjørelse|avgjerd|avgjersle|(?:møtet|partene|partane|vi) (?:vedtok|besluttet|beslutta|konkluderte)(?: følgende| følgjande)?)(?: \\d{1,2}| i saken| i saka| ?\\([^):]{1,40}\\))?',
  action:
    '(?:(?:nye )?tiltak(?:et|a|ene)?|aksjon(?:en|er|ar|spunkt|spunkter)?|oppfølging(?:en|spunkt|spunkter)?|oppgaver?|oppgåver?|gjøremål|gjeremål|å gjøre|å gjere|action)(?: \\d{1,2})?',
  responsible: '(?:ansvarlige?|ansvarlege?|ansv\\.?|ansvar|hvem|kven)',
  deadline: '(?:frist(?:en)?|tidsfrist|når|innen|innan)',
  note: '(?:notat(?:er)?|notis|referat|drøfting(?:en)?|diskusjon(?:en)?|kommentar(?:er|ar)?|innspill|innspel|merknad(?:er)?|oppsummering|samandrag|orientering(?:en)?|fra møtet|frå møtet)',
  outcome: '(?:status|utfall|resultat|behandling|handsaming)',
  proposal: '(?:forslag|framlegg|innstilling|tilråding)(?: til (?:vedtak|konklusjon|beslutning))?',
  own: '(?:bakgrunn|saksopplysninger|saksopplysningar|saksframlegg|sakseier|sakseigar|meldt av|meld av|vedlegg|gjelder|gjeld|type|sakstype|minutter|minutt|tid|hensikt|føremål|formål)',
};

const labels: readonly Label[] = [
  'proposal',
  'decision',
  'action',
  'responsible',
  'deadline',
  'note',
  'outcome',
  'own',
];

const alone = labels.map((label) => [label, new RegExp(`^${words[label]}\\s*[:.–—-]?$`, 'iu')] as const);
const withSign = labels.map(
  (label) => [label, new RegExp(`^${words[label]}\\s*(?::|[–—]|-(?=\\s))\\s*`, 'iu')] as const,
);
/** In front of a capital, a label without a sign: «Vedtak Møtet støtter forslaget». */
const beforeCapital = labels
  .filter((label) => label === 'decision' || label === 'action')
  .map((label) => [label, new RegExp(`^(?:${words[label]}) (?=\\p{L})`, 'iu')] as const);
const either = (...of: readonly ('decision' | 'action' | 'responsible' | 'deadline')[]): string =>
  of.map((label) => `(?<${label}>${words[label]})`).join('|');
/** «Vedtak Vi lager en» is a decision, «Vedtak Kari foreslo i fjor» speaks of one. */
const both = /^(?:Vi|Partene|Partane|Begge)\s/u;
/** Within a line only with a colon: a decision or an action begins a sentence; who and when stand anywhere. */
const within = new RegExp(
  `(?:(?<=[.;!?)]\\s)(?:${either('decision', 'action')})|(?<=[\\s.;,(–—])(?:${either('responsible', 'deadline')}))\\s*:\\s*`,
  'giu',
);

/** A longer line is prose. */
const LONGEST_INLINE = 2000;

/** The label that a whole text is: «Vedtak:», «VEDTAK». */
export const labelAlone = (text: string): Label | undefined =>
  alone.find(([, form]) => form.test(text.trim()))?.[0];

const atCapital = new RegExp(`(?<=\\S)\\s+(?=(?<label>${Object.values(words).join('|')})\\s*:)`, 'giu');

/** A line that has a heading and its parts in one: «Sak: Ny logo. Vedtak: Ja. Tiltak: Tegne»; undefined for any other. */
export function headingWithParts(
  line: Line,
): { readonly heading: Line; readonly parts: readonly Line[] } | undefined {
  if (line.text.length > LONGEST_INLINE) return undefined;
  const cuts = [...line.text.matchAll(atCapital)].filter(({ groups }) =>
    /^\p{Lu}/u.test(groups?.['label'] ?? ''),
  );
  const [first] = cuts;
  if (first === undefined || labelAlone(line.text.slice(0, first.index)) !== undefined) return undefined;
  const ends = [...cuts.slice(1).map(({ index }) => index), line.text.length];
  const partOf = (text: string): Line => ({ ...line, text: text.trim(), isContinuing: false });
  const parts = cuts.map(({ index }, at) => partOf(line.text.slice(index, ends[at])));
  const title = line.text.slice(0, first.index).replace(/[\s,;:.·–—-]+$/u, '');
  const [front = ''] = line.bold;
  return {
    heading: { ...partOf(title), isBold: line.isBold || front.startsWith(title) },
    parts: parts.map((part) => ({ ...part, level: undefined, isListItem: false })),
  };
}

/** A part of a line: what a label says of it, and its text. `isOpen`: the label stands alone, and what follows is its text. */
export interface Segment {
  readonly label: Label | undefined;
  readonly text: string;
}

/** The draft's line below the title of a case that was decided before: the words of that decision are not of this meeting. */
const decidedBefore = /^sakstype\s*:\s*(?=.* · (?:vedtatt|vedteke|konklusjon)(?: \d[^:]*)?:)/iu;

/** The parts of a line, at its labels. `isName` says whether a capital word begins a name. */
export function segmentsOf(line: Line, isName: (text: string) => boolean): readonly Segment[] {
  const [byline] = decidedBefore.exec(line.text) ?? [];
  if (byline !== undefined) return [{ label: 'own', text: line.text.slice(byline.length) }];
  const label = labelAlone(line.text);
  if (label !== undefined && line.isContinuing && !line.text.endsWith(':'))
    return [{ label: undefined, text: line.text }];
  if (label !== undefined) return [{ label, text: '' }];
  const [first, rest] = firstOf(line, isName);
  const parts: Segment[] = [];
  let [current, from]: readonly [Label | undefined, number] = [first, 0];
  for (const match of rest.matchAll(within)) {
    parts.push({ label: current, text: trimmed(rest.slice(from, match.index)) });
    current = labels.find((one) => match.groups?.[one] !== undefined);
    from = match.index + match[0].length;
  }
  parts.push({ label: current, text: trimmed(rest.slice(from), parts.length > 0) });
  return parts.filter((part) => part.label !== undefined || part.text !== '');
}

/** What stood between two parts: a bracket, a comma, a dash. */
function trimmed(text: string, isLast = false): string {
  const bare = text.trim().replace(/^[,;–—-]\s+/u, '');
  const open = isLast && !bare.includes('(') ? bare.replace(/\)\.?$/u, '') : bare;
  return isLast ? open.trim() : open.replace(/[\s,;(–—]+$|\s-$/u, '').trim();
}

/** «Vedtatt med én endring: …» is all of it the decision. */
const pointsAtProposal = (text: string): boolean => isAsProposed(text) || isChangedProposal(text);

function firstOf(
  { text, bold }: Line,
  isName: (text: string) => boolean,
): readonly [Label | undefined, string] {
  for (const [label, form] of withSign) {
    const match = form.exec(text);
    if (match !== null) return [label, text.slice(match[0].length)];
  }
  if (/^(?:\p{L}+ )?(?:vedtatt|vedteke) /iu.test(text) && pointsAtProposal(text)) return ['decision', text];
  const [front = ''] = bold;
  const bolded = front !== '' && text.startsWith(front) ? labelAlone(front) : undefined;
  if (bolded !== undefined) return [bolded, text.slice(front.length).replace(/^\s*[:–—-]?\s*/u, '')];
  for (const [label, form] of beforeCapital) {
    const match = form.exec(text);
    if (match === null) continue;
    const rest = text.slice(match[0].length);
    const isShouted = match[0] === match[0].toUpperCase();
    if (isShouted || both.test(rest) || (/^\p{Lu}/u.test(rest) && !isName(rest))) return [label, rest];
  }
  return [undefined, text];
}
