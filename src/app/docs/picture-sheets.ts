/** A workbook of Felles set up so that each sheet prints as one page: what people see of it when they open it. */
import { columnLetters } from '../../domain/workbook.ts';

type Files = Readonly<Record<string, Uint8Array>>;

/** In characters: what fits beside each other on a screen. */
const SCREEN_WIDTH = 185;
/** Rows below the headings. */
const SCREEN_ROWS = 10;

const WORKBOOK = 'xl/workbook.xml';

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

/** The sheet as one page: the rows above the first on the screen are hidden, as if they were scrolled away. */
function asScreen(sheet: string): { readonly sheet: string; readonly area: string } {
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
  return { sheet: whole, area: `$A$1:$${columnLetters(lastColumn(sheet))}$${String(last)}` };
}

/** The files of the workbook, with the named sheets alone on a page each, in their order, and all others hidden. */
export function forPictures(files: Files, names: readonly string[]): Files {
  const textOf = (path: string): string => new TextDecoder().decode(files[path]);
  const targets = new Map(
    [...textOf('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu)].map(([tag]) => [
      /\bId="([^"]*)"/u.exec(tag)?.[1],
      /\bTarget="([^"]*)"/u.exec(tag)?.[1] ?? '',
    ]),
  );
  const changed: Record<string, string> = {};
  const areas: string[] = [];
  const sheets = [...textOf(WORKBOOK).matchAll(/<sheet name="(?<name>[^"]*)"[^>]*r:id="(?<id>[^"]*)"/gu)];
  for (const [index, { groups }] of sheets.entries()) {
    const { name = '', id = '' } = groups ?? {};
    if (!names.includes(name)) continue;
    const path = `xl/${(targets.get(id) ?? '').replace(/^\/xl\//u, '')}`;
    const { sheet, area } = asScreen(textOf(path));
    changed[path] = sheet;
    areas.push(
      `<definedName name="_xlnm.Print_Area" localSheetId="${String(index)}">'${name}'!${area}</definedName>`,
    );
  }
  changed[WORKBOOK] = textOf(WORKBOOK)
    .replace(/<definedName name="_xlnm\.Print_[^<]*<\/definedName>/gu, '')
    .replace('</definedNames>', `${areas.join('')}</definedNames>`)
    .replace(/<sheet name="(?<name>[^"]*)"/gu, (tag, name: string) =>
      names.includes(name) || name.includes('(') ? tag : `${tag} state="hidden"`,
    );
  const encoder = new TextEncoder();
  return {
    ...files,
    ...Object.fromEntries(Object.entries(changed).map(([path, text]) => [path, encoder.encode(text)])),
  };
}
