/** A workbook of Felles set up so that each sheet prints as one page: what people see of it when they open it. */
import { dayParts, type Day } from '../../domain/time.ts';
import { columnLetters } from '../../domain/workbook.ts';
import { tabs } from '../../register/tabs.ts';
import { FRONT_PAGE } from '../../register/pages.ts';
import type { Tab } from '../../register/tab.ts';

/** The parts of an .xlsx file by their name. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** In characters: what fits beside each other on a screen. */
const SCREEN_WIDTH = 185;
/** Rows below the headings. */
const SCREEN_ROWS = 10;

const WORKBOOK = 'xl/workbook.xml';

/** The sheets that a guide shows, in the order of the workbook. */
export const pictured: readonly string[] = [
  FRONT_PAGE,
  tabs.findings.name,
  ...Object.values<Tab>(tabs)
    .filter(({ owner }) => owner === 'people')
    .map(({ name }) => name),
];

export const pictureOf = (sheet: string): string => `${sheet.toLowerCase().replaceAll(' ', '-')}.png`;

/** A sheet as its picture shows it. */
export interface PicturedSheet {
  readonly name: string;
  /** Among all sheets of the workbook, from 0. */
  readonly index: number;
  /** Of its part in the file. */
  readonly path: string;
  /** Its XML. Rows that the picture leaves out before its last are hidden. */
  readonly sheet: string;
  /** The last column, from 0, and the last row, from 1, of the picture. */
  readonly last: { readonly column: number; readonly row: number };
}

/** The last column that the screen has room for. From 0. */
function lastColumn(sheet: string): number {
  let [width, last] = [0, 0];
  for (const [, tag = ''] of sheet.matchAll(/<col (?<tag>[^>]*)\/>/gu)) {
    const number = (name: string): number =>
      Number(new RegExp(` ?\\b${name}="([\\d.]+)"`, 'u').exec(tag)?.[1]);
    const columns = number('max') - number('min') + 1;
    if (!tag.includes('hidden="1"')) width += number('width') * columns;
    if (width > SCREEN_WIDTH) break;
    last = number('max') - 1;
  }
  return last;
}

/** The formulas of a sheet with a day in place of today: a spreadsheet program has no clock that can be handed in. */
export const onDay = (sheet: string, day: Day): string => {
  const { year, month, day: date } = dayParts(day);
  return sheet.replaceAll('TODAY()', `DATE(${[year, month, date].join(',')})`);
};

/** The sheet as one page: the rows above the first on the screen are hidden, as if they were scrolled away. */
function asScreen(sheet: string): Pick<PicturedSheet, 'sheet' | 'last'> {
  const isTable = sheet.includes('<pane ');
  const rows = [...sheet.matchAll(/<row r="(?<row>\d+)"/gu)].map(([, row]) => Number(row));
  const end = Math.max(...rows);
  const opens = Number(/topLeftCell="[A-Z]+(?<row>\d+)"/u.exec(sheet)?.groups?.['row'] ?? 2);
  const first = isTable ? Math.max(2, Math.min(opens, end - SCREEN_ROWS + 1)) : 1;
  const last = isTable ? Math.min(end, first + SCREEN_ROWS - 1) : end;
  const hidden = sheet.replace(/<row r="(?<row>\d+)"/gu, (tag, row: string) =>
    isTable && Number(row) > 1 && Number(row) < first ? `${tag} hidden="1"` : tag,
  );
  const whole = hidden
    .replace('<pageMargins', `${isTable ? '<printOptions headings="1" gridLines="1"/>' : ''}<pageMargins`)
    .replace(
      /<pageMargins[^>]*\/>/u,
      '<pageMargins left="0" right="0" top="0" bottom="0" header="0" footer="0"/>',
    )
    .replace('fitToHeight="0"', 'fitToHeight="1"');
  return { sheet: whole, last: { column: lastColumn(sheet), row: last } };
}

const textOf = (files: Files, path: string): string => new TextDecoder().decode(files[path]);

/** The sheets that are pictured, as they are on a day. */
export function picturedSheets(files: Files, day: Day): readonly PicturedSheet[] {
  const targets = new Map(
    [...textOf(files, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu)].map(([tag]) => [
      /\bId="([^"]*)"/u.exec(tag)?.[1],
      /\bTarget="([^"]*)"/u.exec(tag)?.[1] ?? '',
    ]),
  );
  const sheets = textOf(files, WORKBOOK).matchAll(/<sheet name="(?<name>[^"]*)"[^>]*r:id="(?<id>[^"]*)"/gu);
  return [...sheets].flatMap(({ groups }, index) => {
    const { name = '', id = '' } = groups ?? {};
    if (!pictured.includes(name)) return [];
    const path = `xl/${(targets.get(id) ?? '').replace(/^\/xl\//u, '')}`;
    return [{ name, index, path, ...asScreen(onDay(textOf(files, path), day)) }];
  });
}

/** The files of the workbook with the pictured sheets alone on a page each, as they are on a day, and all others hidden. */
export function forPictures(files: Files, day: Day): Files {
  const sheets = picturedSheets(files, day);
  const areas = sheets.map(({ name, index, last }) => {
    const area = `'${name}'!$A$1:$${columnLetters(last.column)}$${String(last.row)}`;
    return `<definedName name="_xlnm.Print_Area" localSheetId="${String(index)}">${area}</definedName>`;
  });
  const workbook = textOf(files, WORKBOOK)
    .replace(/<definedName name="_xlnm\.Print_[^<]*<\/definedName>/gu, '')
    .replace('</definedNames>', `${areas.join('')}</definedNames>`)
    .replace(/<sheet name="(?<name>[^"]*)"/gu, (tag, name: string) =>
      pictured.includes(name) || name.includes('(') ? tag : `${tag} state="hidden"`,
    );
  const encoder = new TextEncoder();
  return {
    ...files,
    [WORKBOOK]: encoder.encode(workbook),
    ...Object.fromEntries(sheets.map(({ path, sheet }) => [path, encoder.encode(sheet)])),
  };
}
