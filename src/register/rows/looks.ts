/** Recognises by its words a sum, a heading between the rows, or a note. */
import type { Cell } from '../../domain/workbook.ts';
import { monthNumber, seasonOf } from '../cells/calendar-words.ts';

const aggregate =
  /^=?\s*\(?\s*(?:_xlfn\.)?(?:SUM|SUBTOTAL|AGGREGATE|DELSUM|SUMMER(?:HVIS)?|SUMIFS?|SUMPRODUCT|COUNT\w*|AVERAGE\w*|ANTALLA?|GJENNOMSNITT)\s*\(/iu;

/** Whether a cell adds others up. */
export const addsUp = (cell: Cell): boolean =>
  typeof cell === 'object' && cell?.formula !== undefined && aggregate.test(cell.formula);

const sumWord =
  '(?:del|mellom|total|hoved|slutt)?sum(?:mer|men)?|total(?:t|en)?|i alt|til ?sammen|til saman|subtotal|grand total|delsum';
const onlySum = new RegExp(
  `^(?:${sumWord})(?: (?:timer|timar|antall|tal|rader|kroner|kr|hittil|så langt|i år|20\\d\\d))*$`,
  'iu',
);
const beginsAsSum = new RegExp(`^(?:${sumWord})(?![\\p{L}\\p{N}])`, 'iu');

/** Labels and headings are short; no more of a text is looked at. */
const longest = 120;

/** The words alone, without decoration around them. */
const bare = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/gu, ' ');

/** «Sum», «Totalt:», «Sum timer 2026»: a label and nothing else. */
export const isSumLabel = (text: string): boolean => onlySum.test(bare(text));

/** «Sum webinarer våren 2026»: may be a label, or a task. */
export const beginsLikeSum = (text: string): boolean => beginsAsSum.test(bare(text));

const ruled = /^\s*(?:[-–—=_*#~•·>|+]\s*){2,}|(?:[-–—=_*#~•·<|+]\s*){3,}$/u;
const pointsDown =
  /(?:^|\s)(?:(?:her)?under(?: her)?|nedenfor|nedanfor|nedenunder|under denne (?:linjen|linja))$/iu;
const year = /^(?:år(?:et)? )?20\d\d$/iu;
const quarter = /^(?:[qk] ?[1-4]|[1-4]\. ?kvartal)(?: 20\d\d)?$/iu;

/** «våren 2027», «Mars 2027»: but Mai alone is a person's name. */
function isPartOfYear(words: string): boolean {
  const name = /^(?<name>\p{L}+) 20\d\d$/u.exec(words.toLowerCase())?.groups?.['name'] ?? '';
  return monthNumber(name) !== undefined || seasonOf(name) !== undefined;
}

/** A text that, alone in its row, is a heading between the rows: «--- 2026 ---», «Gjennomført under her». */
export function isHeadingBetween(text: string): boolean {
  const words = bare(text);
  return (
    ruled.test(text.slice(0, longest)) ||
    pointsDown.test(words) ||
    year.test(words) ||
    quarter.test(words) ||
    isPartOfYear(words)
  );
}

/** Words in an ID cell that were not meant as an ID: «Gjennomført», «Vår 2026», but not «A2026-4». */
export const isNoId = (text: string): boolean => /\p{L}{3}/u.test(text) || year.test(bare(text));

const footnote = /^\s*(?:[*†‡¹²³]|\d\))\s*\p{L}/u;
const aboutTheList =
  /^\s*(?:sist (?:oppdatert|endra|endret|lagret)|oppdatert|kilde|kjelde|(?:tegn|teikn|farge)?forklaring(?:er|ar)?|fargekode[rn]?)(?!\p{L})/iu;

/** What a person adds below or between the rows: «* Avklares», «Sist oppdatert av Kari», «Forklaring» */
export const isNote = (text: string): boolean => footnote.test(text) || aboutTheList.test(text);

const kindsOfRows =
  /^(?:ferdige?|åpne|opne|gamle|nye|avsluttede|avslutta|utførte|lukkede|pågående|pågåande|kommende|kommande|tidligere|tidlegare|utsatte|utsette|faste|behandlede|behandla|andre|øvrige|aktive|alle) (?<what>\p{L}{1,40})$/iu;

/** «Ferdige tiltak» in the tab of that name: a heading above those that are. */
export const namesItsRows = (text: string, names: readonly string[]): boolean => {
  if (text.length > 60) return false;
  const what = kindsOfRows.exec(bare(text))?.groups?.['what']?.toLowerCase();
  return what !== undefined && names.some((name) => name.toLowerCase() === what);
};

/** «NB: meld saker innen fredag», «Åpne tiltak:» */
export const isLikeNote = (text: string): boolean =>
  /^\s*(?:NB|OBS|PS|Merk|Notat|Merknad)\b\s*[!:.]/iu.test(text) || /:\s*$/u.test(text.slice(-longest));
