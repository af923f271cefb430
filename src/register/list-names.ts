/** The lists that contacts are on: those that Felles uses, and possible misspellings of them. */
import { comparedList } from '../domain/compare.ts';
import { nearest } from '../domain/nearest.ts';

/** Contacts on this list are invited to the quarterly meetings. */
export const invitedList = 'kvartalsmøte';

/** Contacts on this list get the digests of what is new with the other party. */
export const digestList = 'orientering';

/** Contacts on this list have asked not to get mailings, for themselves or for their address. */
export const reservedList = 'reservert';

export const isOnList = (lists: readonly string[], name: string): boolean =>
  lists.map(comparedList).includes(name);

export const isReserving = (lists: readonly string[]): boolean => isOnList(lists, reservedList);

/** Without letters that are typed in several ways: å, aa and a; ø, oe and o. */
const plain = (text: string): string =>
  comparedList(text).replace(/å|aa/gu, 'a').replace(/ø|oe/gu, 'o').replace(/æ/gu, 'ae');

const joined = (text: string): string => plain(text).replace(/[\s.\-–_]+/gu, '');

const plainInvited = joined(invitedList);

/** Other things that come each quarter: «kvartalsrapport». */
const otherQuarterly = /rapport|brev|nytt|oversi|oversyn|rekneskap|regnskap|statistikk/u;

/** Whether a name may be a misspelling of the list of invited contacts. */
export function mayInvite(name: string): boolean {
  const letters = joined(name);
  if (comparedList(name) === invitedList || otherQuarterly.test(letters)) return false;
  return (
    /kvartal|quarterly|^(?:kv|q)m[o]te/u.test(letters) || nearest(letters, [plainInvited], 3) !== undefined
  );
}

/** Whether a name may be a misspelling of the list of those who get digests: «orienteringer», «orientering til partner». */
export const mayBrief = (name: string): boolean =>
  comparedList(name) !== digestList &&
  (/orientering(?!smote|ssak)/u.test(joined(name)) || nearest(joined(name), [digestList], 2) !== undefined);

const noMail =
  /(?:post|mail|utsend\p{L}*)[:\s]+(?:nei|ikke|ikkje|ingen|stopp|stans)\b|reserv|avmeld|utmeld|frabe|unsubscri|opt(?:ed)?[ -]?out|\b(?:ikke|ikkje|ingen|inga|nei|not|stopp|stans)\b.*(?:post|mail|send|utsend|kontakt|invit|takk|brev|\bha\b|mott|varsl)/u;

/** Whether a name may be meant for the list of contacts who want no mail: «reservet», «ønsker ikke e-post». */
export const mayReserve = (name: string): boolean =>
  comparedList(name) !== reservedList &&
  (noMail.test(plain(name)) || nearest(joined(name), [reservedList], 3) !== undefined);

const denied = /\b(?:ikke|ikkje|ingen|inga) (?:lenger |lengre )?(?:er )?reserv/u;
const asked =
  /\breservert\b|\breserver(?:er|te) seg\b|\bavmeldt?\b|\butmeldt?\b|\b(?:onsker|onskjer|vil|skal) (?:ikke|ikkje)\b.*(?:post|mail|utsend|kontakt|invit)|\b(?:ikke|ikkje) send/u;

/** Whether a remark says that somebody wants no mail. Remarks have other words too, so only clear ones count. */
export const remarksNoMail = (remark: string | undefined): boolean =>
  remark !== undefined && asked.test(plain(remark)) && !denied.test(plain(remark));

const endings = /(?:ene|ane|ne|er|ar|en|et|a|e|r|s)$/u;
const forms = (name: string): readonly string[] => [joined(name), joined(name).replace(endings, '')];

/** Whether two names differ only in spelling, number, or one letter. */
export const isOneList = (name: string, other: string): boolean =>
  forms(name).some((form) => forms(other).includes(form)) ||
  (name.length > 4 && nearest(joined(name), [joined(other)], 1) !== undefined);

const between = /\s*(?:[/|+&·]|\s(?:og|samt|and)\s)\s*/u;

const isGoneBy = (name: string): boolean => {
  const own = comparedList(name);
  return (
    own === invitedList || own === reservedList || own === digestList || mayInvite(name) || mayReserve(name)
  );
};

/**
 * The names in a text between commas: «kvartalsmøte og nyhetsbrev» are two, since one of them is a list that Felles
 * uses. «Plan og bygg» may be one.
 */
export function namesIn(text: string): readonly string[] {
  const parts = text.split(between).filter((part) => part !== '');
  return parts.length > 1 && parts.some(isGoneBy) ? parts : [text];
}
