/**
 * Comma-separated values (RFC 4180): UTF-8 with a byte order mark, since Excel otherwise reads it as Windows' own
 * encoding, and CRLF after every record.
 */

/**
 * What a spreadsheet treats as a formula at the beginning of a cell (OWASP, «CSV Injection»), also in full width and after
 * white space or invisible characters. A tab or a line break in front may be lost when the file is read.
 */
const looksLikeFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** A cell that no spreadsheet computes: an apostrophe in front makes it text, and most programs do not show it. */
const harmless = (cell: string): string => (looksLikeFormula.test(cell) ? `'${cell}` : cell);

/** NUL is not text, and programs stop reading at it. */
const written = (cell: string): string => {
  const text = harmless(cell.replaceAll('\u0000', ''));
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The rows as a file. The first is the heading; every cell is text, and stays text in any spreadsheet. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
}

/** The rows of a file that `renderCsv` has made, with the cells as they were given. What spreadsheets write is not read. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))(?<end>,|\r\n)/uy;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const { quoted, bare = '', end } = found.groups ?? {};
    const content = quoted?.replaceAll('""', '"') ?? bare;
    cells.push(
      content.startsWith("'") && looksLikeFormula.test(content.slice(1)) ? content.slice(1) : content,
    );
    if (end === ',') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}
