/**
 * The sheets of the workbook that are not tabs of the register: the front page, and the hidden sheet that dropdowns take
 * their choices from. They are written by Felles and never read as rows.
 */
import { comparedName } from '../domain/compare.ts';
import { cellValue, isEmptyCell, type Sheet } from '../domain/workbook.ts';

export const FRONT_PAGE = 'Les meg';
/** The name of the front page where people have a sheet called «Les meg». */
const OTHER_FRONT_PAGE = 'Les meg (Felles)';
/** The hidden sheet of choices. The words in brackets ask people to leave it. */
export const CHOICES_SHEET = 'Felles valg (la stå)';

/** Goes up when the looks of the tabs change: `npm run init` then gives them once to workbooks that have an earlier number. */
export const LOOKS_NUMBER = 2;

/** The line at the foot of the front page: the number of the looks that the workbook has been given. */
export const footOf = (looks: number): string => `Felles · utforming ${String(looks)}`;

const foot = /^felles · utforming (?<looks>\d{1,4})$/u;

/** The front page as it is in a workbook. */
export interface FrontPage {
  readonly name: string;
  /** The number at its foot. */
  readonly looks: number;
}

/** A sheet whose last row holds the foot and nothing else. */
function frontPageIn({ name, rows }: Sheet): FrontPage | undefined {
  const [last, ...others] = (rows.at(-1)?.cells ?? []).filter((cell) => !isEmptyCell(cell));
  const text = others.length === 0 ? String(cellValue(last) ?? '') : '';
  const looks = foot.exec(comparedName(text))?.groups?.['looks'];
  return looks === undefined ? undefined : { name, looks: Number(looks) };
}

/** The front page, known by its foot: under its own name, else under the name that people have given it. */
export function findFrontPage(sheets: readonly Sheet[]): FrontPage | undefined {
  const pages = sheets.flatMap((sheet) => frontPageIn(sheet) ?? []);
  const named = [FRONT_PAGE, OTHER_FRONT_PAGE].map(comparedName);
  return pages.find(({ name }) => named.includes(comparedName(name))) ?? pages[0];
}

/** A name for a front page that takes no sheet of people. Undefined where both names are taken. */
export function freePageName(sheets: readonly Sheet[]): string | undefined {
  const taken = new Set(sheets.map(({ name }) => comparedName(name)));
  return [FRONT_PAGE, OTHER_FRONT_PAGE].find((name) => !taken.has(comparedName(name)));
}

/** Whether a sheet is a page of Felles, or a copy of one: none of its cells are rows of the register. */
export const isPage = (sheet: Sheet): boolean =>
  (sheet.hidden === true && comparedName(sheet.name) === comparedName(CHOICES_SHEET)) ||
  frontPageIn(sheet) !== undefined;
