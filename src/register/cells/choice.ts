/** Words of a closed list, yes and no, numbers, and words of a list that people invent themselves. */
import { comparedName } from '../../domain/compare.ts';
import { nearest } from '../../domain/nearest.ts';
import { cellValue, type Cell } from '../../domain/workbook.ts';
import { yesNo, type ClosedList } from '../lists.ts';
import { plainText } from './text.ts';
import { ignoreReports, type CellParser, type Report } from './cell-parser.ts';

/** The values of a list by every word for them: as written, and as compared. */
function valuesByWord<Value extends string>(list: ClosedList<Value>): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const value in list) {
    for (const word of list[value]) values.set(word, value).set(comparedName(word), value);
  }
  return values;
}

/** A longer text is no choice. */
const longest = 200;

/** The value that an unknown word probably means: by a hint, by its spelling, or by a word in it. */
function meantBy<Value extends string>(
  text: string,
  list: ClosedList<Value>,
  values: ReadonlyMap<string, Value>,
): Value | undefined {
  // No choice has this many words, and searching them is slow.
  if (text.length > longest) return undefined;
  const bare = comparedName(text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  for (const value in list) if (choiceHints[value]?.includes(bare) === true) return value;
  const near = values.get(bare) ?? values.get(nearest(bare, values.keys()) ?? '');
  if (near !== undefined) return near;
  const named = new Set(bare.split(/[^\p{L}]+/u).flatMap((word) => values.get(word) ?? []));
  const [only] = named;
  if (named.size === 1) return only;
  const parties = ['bylivsenteret', 'distriktssenteret'].filter((party) =>
    [...named].some((one) => one === party),
  );
  return parties.length === 2 && named.size === 2 ? values.get('felles') : undefined;
}

/** A word of a closed list in any accepted form; an unknown word is an error that suggests the nearest. */
export function choiceCell<Value extends string>(list: ClosedList<Value>): CellParser<Value> {
  const values = valuesByWord(list);
  const ownWords = Object.values<readonly [string, ...string[]]>(list).map(([own]) => own);
  /** The last unknown word and its probable value: a misspelling copied down a column is looked up once. */
  let last: { readonly text: string; readonly meant: Value | undefined } | undefined;
  return (cell, report) => {
    const text = plainText(cell);
    const value = values.get(text) ?? values.get(comparedName(text));
    if (value !== undefined || report === ignoreReports) return value;
    if (last?.text !== text) last = { text, meant: meantBy(text, list, values) };
    const suggestion = last.meant === undefined ? {} : { nearest: list[last.meant][0] };
    report('unknown-value', 'error', { allowed: ownWords, ...suggestion });
    return undefined;
  };
}

const answers = valuesByWord(yesNo);

/** A checkbox, or yes and no as words of the workbook's language. */
export const yesNoCell: CellParser<boolean> = (cell, report) => {
  const value = cellValue(cell);
  if (typeof value === 'boolean') return value;
  const text = comparedName(plainText(cell).slice(0, longest));
  const answer = answers.get(text);
  if (answer !== undefined) return answer === 'yes';
  const first = answers.get(/^\p{L}+/u.exec(text)?.[0] ?? '');
  report('yes-no-unreadable', 'error', first === undefined ? {} : { nearest: yesNo[first][0] });
  return undefined;
};

const isShownAsDate = (cell: Cell): boolean => typeof cell === 'object' && cell?.isDate === true;

/** «10.000» may be ten or ten thousand. */
const couldBeThousands = /^-?[1-9]\d{0,2}[.,]\d{3}$/u;

function numberIn(cell: Cell): number | undefined {
  const value = cellValue(cell);
  if (typeof value === 'number') return isShownAsDate(cell) ? undefined : value;
  const text = plainText(cell).replace(/\s/gu, '').replace('−', '-');
  const isNumber = /^-?\d+(?:[.,]\d+)?$/u.test(text) && !couldBeThousands.test(text);
  return isNumber ? Number(text.replace(',', '.')) : undefined;
}

/** The only number that a text names: «ca 12 t». */
function numberWithin(cell: Cell): { readonly nearest?: string } {
  const [only, second] =
    plainText(cell)
      .slice(0, longest)
      .match(/\d+(?:[.,]\d+)?/gu) ?? [];
  return only === undefined || second !== undefined || couldBeThousands.test(only) ? {} : { nearest: only };
}

/**
 * A number from `from` to `to`. Norwegian and English decimal signs; spaces between thousands. Amounts with units,
 * roundings and ranges (`ca. 30`, `20-30`) are errors.
 */
export function numberCell(from: number, to: number): CellParser<number> {
  return (cell, report) => {
    const number = numberIn(cell);
    if (number !== undefined && number >= from && number <= to) return number;
    if (number === undefined) report('number-unreadable', 'error', numberWithin(cell));
    else report('number-out-of-range', 'error', { from, to });
    return undefined;
  };
}

/** A number without a fraction. */
export function wholeNumberCell(from: number, to: number): CellParser<number> {
  const parse = numberCell(from, to);
  return (cell, report) => {
    const number = parse(cell, report);
    if (number === undefined || Number.isInteger(number)) return number;
    report('number-not-whole', 'error', {});
    return undefined;
  };
}

/** Words separated by comma, semicolon or line break, in a column declared as a list. */
export const wordsCell: CellParser<readonly string[]> = (cell) =>
  plainText(cell)
    .normalize('NFC')
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, (character) =>
      /[\r\n]/u.test(character) ? '\n' : ' ',
    )
    .split(/[,;\n]/u)
    .map((word) => word.replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '');

/**
 * The number of a municipality (four digits) or a county (two). The digits are a name, not an amount: a spreadsheet
 * that took `0301` for 301 gets the zero back.
 */
export const areaNumberCell: CellParser<string> = (cell, report: Report) => {
  const digits = plainText(cell).replace(/\s/gu, '');
  const lostZero = typeof cellValue(cell) === 'number' && (digits.length === 3 || digits.length === 1);
  const number = lostZero ? `0${digits}` : digits;
  if (/^(?:\d\d|\d{4})$/u.test(number)) return number;
  report('number-as-id', 'error', { digits: 4 });
  return undefined;
};

/**
 * Words that people write for a choice of a list, but too uncertain to be read as it: they are suggested. By the value of
 * the list. The same word may mean different values in different lists.
 */
const choiceHints: Readonly<Record<string, readonly string[]>> = {
  bylivsenteret: ['bls', 'bs', 'norske arkitekters landsforbund', 'arkitektforbundet'],
  distriktssenteret: ['ds', 'kdu', 'kompetansesenter for distriktsutvikling'],
  both: ['begge parter', 'partene', 'partane', 'alle'],
  idea: ['forslag', 'ønske', 'vurderes'],
  planned: ['under planlegging', 'planlegges', 'planlegging'],
  confirmed: ['avtalt', 'klar', 'klart', 'takket ja', 'ja', 'ok'],
  ongoing: ['i gang', 'løpende', 'løpande', 'under arbeid', 'påbegynt'],
  done: [
    'avholdt',
    'avhalde',
    'holdt',
    'halde',
    'ferdig',
    'fullført',
    'avsluttet',
    'avslutta',
    'gjort',
    'ok',
    'lukket',
  ],
  cancelled: ['kansellert', 'avlysning', 'utgår', 'utgått'],
  open: ['pågår', 'i arbeid', 'under arbeid', 'i gang', 'ny', 'ikke startet', 'ikkje starta', 'påbegynt'],
  dropped: ['avlyst', 'utgår', 'utgått', 'uaktuelt', 'kansellert'],
  raised: ['ny', 'innmeldt', 'åpen'],
  treated: ['ferdig', 'avsluttet', 'avslutta', 'vedtatt', 'vedteke', 'tatt opp', 'utført'],
  postponed: ['utsettes', 'utsatt til neste møte', 'overført'],
  withdrawn: ['utgår', 'avlyst', 'trukket tilbake'],
  asked: ['forespurt', 'invitert', 'venter på svar'],
  declined: ['takket nei', 'nei', 'avlyst', 'forfall'],
  wanted: ['ønske', 'forslag', 'idé'],
  discussion: ['diskusjon', 'diskutere', 'drøftes', 'drøftingssak'],
  information: ['info', 'orienteres', 'orienteringssak', 'til orientering'],
  decision: ['vedtakssak', 'til vedtak', 'vedtas', 'beslutningssak'],
  quarterlyMeeting: ['møte', 'kvartalsvis møte', 'samarbeidsmøte'],
  network: ['nettverkssamling', 'nettverksmøte', 'samling'],
  webinar: ['webinarserie', 'nettseminar'],
  neutral: ['ingen', 'ingen vedtak', 'ikke vedtak', 'ikkje vedtak'],
};
