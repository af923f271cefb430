/** Which case a heading is about: by its number, otherwise by its exact title among the cases of the meeting. */
import { comparedName } from '../../../domain/compare.ts';
import type { Register } from '../../../register/register.ts';
import type { Case } from '../../../register/tabs/cases.ts';
import type { Line } from './lines.ts';

/** A heading that begins a case. `fault`: it cannot be known which case it is. */
export interface CaseHeading {
  readonly id: string | undefined;
  readonly title: string;
  readonly fault?: 'case-unknown' | 'case-differs';
  /** What stands behind the number is not the title of the case, nor the first words of it. */
  readonly isOther?: boolean;
}

/** Bullets and numbers in front of a title: «3.», «c)», «Punkt 4:». */
const counting = /^(?:(?:punkt|pkt\.?|pkt)\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-zæøå]\))\s+(?=\S)/iu;
const quoted = /^[«"“]|[»"”]$/gu;

export const plainTitle = (text: string): string =>
  comparedName(
    text
      .replace(counting, '')
      .replace(/[\s.:]+$/u, '')
      .replace(quoted, ''),
  );

const numbered =
  /^(?:(?:punkt|pkt\.?)\s*)?(?<word>(?:sak|saksnr\.?|saksnummer|ps)\s*(?:nr\.?\s*)?:?\s*)?(?<number>[1-9]\d{0,2})\s*\/\s*(?:20)?(?<year>\d\d)(?![\d/.-])(?<sign>\s*[:–—-]\s*|\.\s+|\s+|$)(?<title>.*)$/iu;
const unnumbered = /^(?:ny sak|sak)(?:\s*:\s*|\s+[–—-]\s+|\s*[–—]\s*)(?<title>\S.*)$/iu;

/** «Tomme lokaler (sak 8/26)» */
const numberLast =
  /^(?<title>\S.*?)\s*[([]\s*(?<number>(?:sak|saksnr\.?|ps)\s*(?:nr\.?\s*)?\d{1,3}\s*\/\s*(?:20)?\d\d)\s*[)\]][\s.:]*$/iu;

/** Longer headings are text. */
const LONGEST = 200;

/** Whether a line looks like a heading, whatever it says. */
export const looksLikeHeading = ({ level, isBold, text }: Line): boolean =>
  level !== undefined || (isBold && text.length <= LONGEST);

/** The text of a line, with the number of a case first where a heading has it last. */
function numberFirst(line: Line): string {
  if (!looksLikeHeading(line)) return line.text;
  const { number, title = '' } = numberLast.exec(line.text.replace(counting, ''))?.groups ?? {};
  return number === undefined ? line.text : `${number}: ${title}`;
}

export interface CaseFinder {
  /** The case that a line begins; undefined for a line that begins none. */
  readonly find: (line: Line) => CaseHeading | undefined;
  /** The case that a text names by its number: «Sak 7/26». */
  readonly named: (text: string) => string | undefined;
}

/** `own` are the cases of the meeting. */
export function caseFinder({ cases }: Register, own: readonly Case[]): CaseFinder {
  const keyOf = (number: number, year: number): string => `${String(number)}/${String(year % 100)}`;
  const byNumber = new Map(
    cases.flatMap((item) =>
      item.number === undefined ? [] : [[keyOf(item.number.number, item.number.year), item] as const],
    ),
  );
  const titled = (title: string): Case | undefined => {
    const sought = plainTitle(title);
    // A number alone has no title, and a case without one in nynorsk is not of that name.
    const [only, second] = own.filter(
      (item) => sought !== '' && [item.title, item.titleNn ?? ''].some((one) => comparedName(one) === sought),
    );
    return second === undefined ? only : undefined;
  };
  const withNumber = (groups: Readonly<Record<string, string | undefined>>): CaseHeading => {
    const title = (groups['title'] ?? '').trim();
    const key = keyOf(Number(groups['number']), Number(groups['year']));
    const [found, meant] = [byNumber.get(key), titled(title)];
    if (found === undefined && meant?.number === undefined && meant !== undefined)
      return { id: meant.id, title };
    if (found === undefined)
      return { id: undefined, title: title === '' ? `Sak ${key}` : title, fault: 'case-unknown' };
    if (meant !== undefined && meant !== found) return { id: undefined, title, fault: 'case-differs' };
    const isOther = ![found.title, found.titleNn ?? ''].some((own) =>
      comparedName(own).startsWith(plainTitle(title)),
    );
    return { id: found.id, title: title === '' ? found.title : title, isOther };
  };
  const find = (line: Line): CaseHeading | undefined => {
    const text = numberFirst(line);
    const groups = numbered.exec(text.replace(counting, ''))?.groups;
    if (groups !== undefined && isNumberHeading(line, groups, titled)) return withNumber(groups);
    const title = unnumbered.exec(line.text)?.groups?.['title'];
    if (title !== undefined && title.length <= LONGEST) return { id: titled(title)?.id, title };
    const item = line.text.length > LONGEST ? undefined : titled(line.text);
    return item === undefined ? undefined : { id: item.id, title: item.title };
  };
  const named = (text: string): string | undefined => {
    const groups = numbered.exec(text.trim())?.groups;
    return groups === undefined
      ? titled(text)?.id
      : byNumber.get(keyOf(Number(groups['number']), Number(groups['year'])))?.id;
  };
  return { find, named };
}

/** «Sak 7/26 ble utsatt.» speaks of a case, «Sak 7/26: Samtykke» begins it. */
function isNumberHeading(
  line: Line,
  { word, sign = '', title = '' }: Readonly<Record<string, string | undefined>>,
  titled: (title: string) => Case | undefined,
): boolean {
  if (title.length > LONGEST) return false;
  if (title !== '' && titled(title) !== undefined) return true;
  if (word === undefined) return looksLikeHeading(line) && title !== '';
  if (looksLikeHeading(line) || title === '') return true;
  const isPhrase = !/[.!?]$/u.test(title) && !line.isListItem;
  return isPhrase && (/[:–—-]/u.test(sign) || /^[\p{Lu}\d«"]/u.test(title));
}
