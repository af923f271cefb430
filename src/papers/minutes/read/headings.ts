/** Headings that are in every set of minutes, whatever its cases. */
import { looksLikeHeading, plainTitle } from './cases.ts';
import type { Line } from './lines.ts';

export type FixedSection =
  'present' | 'absent' | 'other-business' | 'next-meeting' | 'actions' | 'follow-up' | 'known';

const sections: readonly (readonly [FixedSection, RegExp])[] = [
  [
    'present',
    /^(?:til stede|tilstede|til stades|tilstades|møtte|møtt|frammøtte|fremmøtte|deltakere|deltakarar|deltagere|deltok|på møtet|møtedeltakere|møtedeltakarar)$/u,
  ],
  [
    'absent',
    /^(?:forfall|meldt forfall|meld forfall|fravær|fraværende|fråverande|ikke til stede|ikkje til stades)$/u,
  ],
  ['other-business', /^(?:eventuelt|ymse|anna|annet|andre saker|nye saker)$/u],
  ['next-meeting', /^(?:neste møte|neste kvartalsmøte|tid for neste møte|møteplan)$/u],
  [
    'actions',
    /^(?:tiltak|tiltaksliste|aksjoner|aksjonsliste|aksjonspunkter|oppfølging|oppfølgingspunkter|oppsummering av tiltak|nye tiltak|tiltak fra møtet|tiltak frå møtet|tiltak etter møtet)$/u,
  ],
  [
    'follow-up',
    /^(?:oppfølging av tiltak|oppfølging av tidligere tiltak|oppfølging av tidlegare tiltak|status for tiltak)$/u,
  ],
  ['known', /^(?:godkjenning av .{3,60}|avtalens seks aktiviteter|dei seks aktivitetane i avtalen)$/u],
  [
    'known',
    /^(?:saker|sakene|sakliste|saksliste|sakslista|sakslisten|dagsorden|agenda|vedtak og tiltak|saker til behandling|saker til handsaming|behandling av sakene)$/u,
  ],
];

/** A heading and, behind a colon, what it is a heading of: «Til stede: Kari, Ola». */
export interface FixedHeading {
  readonly section: FixedSection;
  readonly rest: string;
}

/** Words of a list of actions that is of the whole meeting. */
const ofMeeting =
  /^(?:tiltaksliste|aksjonsliste|oppsummering av tiltak|nye tiltak|tiltak (?:fra|frå|etter) møtet)$/u;

export const isListOfMeeting = (line: Line): boolean =>
  looksLikeHeading(line) && ofMeeting.test(plainTitle(line.text));

/** The heading of a fixed section that a line is. «Tiltak» in bold or plain belongs to its case. */
export function fixedHeading(line: Line): FixedHeading | undefined {
  const [before = '', ...after] = line.text.split(':');
  const rest = after.join(':').trim();
  const title = plainTitle(before);
  const section = sections.find(([, form]) => form.test(title))?.[0];
  const isOfCase = section === 'actions' && line.level === undefined && !isListOfMeeting(line);
  if (section === undefined || isOfCase) return undefined;
  if (isName.test(title) && !looksLikeHeading(line)) return undefined;
  return rest === '' || section !== 'known' ? { section, rest } : undefined;
}

/** Also somebody's first name. */
const isName = /^anna$/u;

/** What stands at the head of minutes and of the draft; none of it changes the register. */
const head =
  /^(?:referat\b|utkast\b|slik fyller du ut:|møtereferat\b|(?:tid|dato|møtetid|møtedato|sted|stad|møtested|møtestad|møteleder|møteleiar|møteledar|referent|referanse|vertskap|vert|innkalt|innkalla|ordstyrer|ordstyrar|lenke|lenkje|organisasjon|kopi|distribusjon|eksempel|døme|skrevet av|skrive av|samarbeidsavtalen)(?:$|[\s:]))/iu;

export const isHead = ({ text }: Line): boolean => head.test(text);
