/** How names of people, roles and groups are compared, and which words stand for a party or for nobody in particular. */
import { comparedName } from '../domain/compare.ts';
import { parties, type Party } from './lists.ts';

/**
 * Without case, accents, full stops and hyphens, and with å, æ and ø as in «Aase», «Soerensen»: only to compare with. Two people
 * whose names become one here are told apart by the letters as they are written.
 */
export const foldedName = (text: string): string =>
  comparedName(text)
    .replace(/å/gu, 'aa')
    .replace(/ø|ö/gu, 'oe')
    .replace(/æ|ä/gu, 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/aa/gu, 'a')
    .replace(/oe/gu, 'o')
    .replace(/ae/gu, 'a')
    .replace(/[.\-‐-―_'’"«»]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const folded = (words: readonly string[]): readonly string[] => words.map(foldedName);

const both = [
  ...['alle', 'begge', 'begge to', 'begge parter', 'begge partene', 'begge partar', 'begge partane'],
  ...['partene', 'partane', 'partnerne', 'partnarane', 'vi', 'oss', 'fellesskap', 'i fellesskap'],
];

/** The names of each party, besides those that its column accepts. */
const partyNames: readonly (readonly [Party, ReadonlySet<string>])[] = [
  [
    'bylivsenteret',
    new Set(
      folded([
        ...parties.bylivsenteret,
        'Norske arkitekters landsforbund',
        'Norske arkitektars landsforbund',
      ]),
    ),
  ],
  ['distriktssenteret', new Set(folded(parties.distriktssenteret))],
  ['both', new Set(folded([...parties.both, ...both]))],
];

/** Words by which a longer text names a party: «ledelsen hos partene», «fagsjefen i NAL». */
const partyWords: readonly (readonly [Party, RegExp])[] = [
  ['bylivsenteret', /\b(?:bylivsenterets?|nals?|norske arkitekt[ea]rs landsforbund)\b/u],
  ['distriktssenteret', /\bdistriktssenterets?\b/u],
  ['both', /\b(?:begge|partene|partane|alle)\b/u],
];

/** The party that a text is a name of. */
export function partyNamed(text: string): Party | undefined {
  const own = foldedName(text);
  return partyNames.find(([, names]) => names.has(own))?.[0];
}

/** The party that a text speaks of, among other words. */
export function partyIn(text: string): Party | undefined {
  const own = foldedName(text);
  const named = partyWords.filter(([, word]) => word.test(own)).map(([party]) => party);
  return named.length > 1 ? 'both' : named[0];
}

const groups =
  /(?:kommunen?|herad(?:et)?|fylket?|senteret|departementet|direktoratet|universitetet|ho[gy]s?kolen|forbundet?|foreningen?|foreininga?|laget|nettverket?|utvalget?|gruppen?|gruppa|komite(?:en)?|sekretariatet|administrasjonen|redaksjonen|ledelsen|leiinga|styret|radet|partnerskapet|alliansen|samarbeidet|stiftelsen|museet)$/u;
/** In capitals: «Ås» is a name. */
const companies = /\s(?:AS|SA|KS|IKS|HF)$/u;

/** Whether a text is the name of an organisation or of a group, whoever is in it. */
export const isGroup = (text: string): boolean => companies.test(text) || groups.test(foldedName(text));

const nobody =
  /^(?:ingen|inga|ukjent|ukjend|noen|nokon|flere|fleire|diverse|ikke .*|ikkje .*|ma avklares|avklares|ma avklarast|(?:skal |blir )?avklar\w*|kommer|kjem|n n|nn|tba|tbd|tbc|na|n a)?$/u;

/** Whether a text says that nobody is named: «?», «ikke avklart». */
export const isNobody = (text: string): boolean =>
  nobody.test(foldedName(text.replace(/[^\p{L}\p{N}\s.\-]/gu, ' ')));
