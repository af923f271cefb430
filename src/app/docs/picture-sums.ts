/** What each picture of the guides was made from, as a sum, so that a test can tell which are out of date without drawing them. */
import { createHash } from 'node:crypto';
import { wallTimeAt, type Day } from '../../domain/time.ts';
import { columnLetters } from '../../domain/workbook.ts';
import { pictureOf, picturedSheets, type Files, type PicturedSheet } from './picture-sheets.ts';

/** The time of the sample that is drawn, when it has something due. Oslo time. */
export const PICTURES_NOW = wallTimeAt(new Date(Date.UTC(2026, 10, 23, 11)));

/** Beside the pictures: a line for each. */
export const SUMS = 'made-from.txt';

/** What can be seen of a sheet: its columns, the cells on the picture, and the rules that colour them. Notes and dropdowns cannot. */
function seenOf({ sheet, last }: PicturedSheet): string {
  const letters = new Set(Array.from({ length: last.column + 1 }, (_, column) => columnLetters(column)));
  const columns = [...sheet.matchAll(/<col [^>]*>/gu)].flatMap(([tag]) =>
    Number(/ min="(?<min>\d+)"/u.exec(tag)?.groups?.['min']) <= last.column + 1 ? [tag] : [],
  );
  const rows = sheet.matchAll(/(?<tag><row r="(?<row>\d+)"[^>]*>)(?<cells>.*?)<\/row>/gsu);
  const seen = [...rows].flatMap(({ groups }) => {
    const { tag = '', row = '', cells = '' } = groups ?? {};
    if (tag.includes('hidden="1"') || Number(row) > last.row) return [];
    const all = cells.matchAll(/<c r="(?<column>[A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/gsu);
    const within = [...all].filter(({ groups }) => letters.has(groups?.['column'] ?? ''));
    return [tag, ...within.map(([cell]) => cell)];
  });
  const rules = sheet.match(/<conditionalFormatting.*?<\/conditionalFormatting>/gsu) ?? [];
  return [...columns, ...seen, ...rules].join('\n');
}

/** The sum of each picture, by its file name, from the workbook that is drawn. */
export function pictureSums(files: Files, day: Day): Readonly<Record<string, string>> {
  const styles = files['xl/styles.xml'] ?? '';
  const sums = picturedSheets(files, day).map((one) => {
    const sum = createHash('sha256').update(styles).update(seenOf(one)).digest('hex').slice(0, 12);
    return [pictureOf(one.name), sum] as const;
  });
  return Object.fromEntries(sums);
}

/** The sums as they stand in a file. */
export const sumLines = (sums: Readonly<Record<string, string>>): string =>
  Object.entries(sums)
    .map((line) => `${line.join(' ')}\n`)
    .join('');
