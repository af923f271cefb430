/**
 * Parts of formulas. A cell may hold text where a day is meant («mars 2027»): such a cell is never compared with a day.
 * English names and commas; no lists in braces, whose signs depend on the spreadsheet's country.
 */

/** The words of the values of a closed list, in every form that people may type. */
export const wordsOf = <Value extends string>(
  list: Readonly<Record<Value, readonly string[]>>,
  ...values: readonly Value[]
): readonly string[] => values.flatMap((value) => list[value]);

/** Holds where a cell says one of the words; upper and lower case are equal. */
export const isOneOf = (cell: string, words: readonly string[]): string => {
  const equal = words.map((word) => `${cell}=${quoted(word)}`);
  return equal.length === 1 ? (equal[0] ?? '') : `OR(${equal.join(',')})`;
};

/** A criterion for each word, for COUNTIFS and its kin: the column says none of them. */
export const saysNoneOf = (column: string, words: readonly string[]): readonly string[] =>
  words.flatMap((word) => [column, quoted(`<>${word}`)]);

/** A text in a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The name of a tab, as it stands before the `!` of a reference. */
export const quotedTab = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The ID in a cell that may show the title after it: «A-2026-017 · Kvartalsmøte». */
const idIn = (cell: string): string => `LEFT(${cell},FIND(" · ",${cell}&" · ")-1)`;

/** Holds where a cell is a day before today. Text is greater than every number. */
export const isPast = (cell: string): string => `AND(ISNUMBER(${cell}),INT(N(${cell}))<TODAY())`;

/** Holds where the second cell is before the first. A time of day alone is on the day of the start. */
export const isBefore = (start: string, end: string): string => {
  const [from, to] = [`N(${start})`, `N(${end})`];
  const byClock = `${to}<MOD(${from},1)`;
  const hasTimes = `AND(MOD(${from},1)>0,MOD(${to},1)>0)`;
  return `IF(AND(ISNUMBER(${start}),ISNUMBER(${end})),IF(${to}<1,${byClock},IF(${hasTimes},${to}<${from},INT(${to})<INT(${from}))),FALSE)`;
};

/** The first day of the next quarter, or of the one after it. */
export const quarterFrom = (ahead: 1 | 2): string =>
  `DATE(YEAR(TODAY()),3*ROUNDUP(MONTH(TODAY())/3,0)+${ahead === 1 ? '1' : '4'},1)`;

/** Holds where the activity that a cell names starts within so many days from today; before today with a negative number. */
export const startsWithin = (
  [ids, starts, statuses]: readonly [string, string, string],
  cell: string,
  days: number,
  settled: readonly string[] = [],
): string => {
  const within = days < 0 ? [`"<"&TODAY()`] : [`">="&TODAY()`, `"<"&(TODAY()+${String(days + 1)})`];
  const criteria = [
    ids,
    idIn(cell),
    ...within.flatMap((criterion) => [starts, criterion]),
    ...saysNoneOf(statuses, settled),
  ];
  return `IF(${cell}="",FALSE,COUNTIFS(${criteria.join(',')})>0)`;
};
