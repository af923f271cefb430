/**
 * Comma-separated values (RFC 4180): UTF-8 with a byte order mark, since Excel takes it for Windows' own letters without
 * one, and CRLF after every record.
 */

/**
 * What a spreadsheet takes for a formula at the beginning of a cell (OWASP, «CSV Injection»), also in full width and
 * behind white space or what nobody sees. A tab or a line break in front may be eaten when the file is read.
 */
const looksLikeFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|^[\t\r\n]/u;

/** A cell that no spreadsheet computes: an apostrophe in front makes it text, and is not shown by most. */
const harmless = (cell: string): string => (looksLikeFormula.test(cell) ? `'${cell}` : cell);

/** NUL is no text, and programs stop reading at it. */
const written = (cell: string): string => {
  const text = harmless(cell.replaceAll('\u0000', ''));
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The rows as a file. The first is the heading; every cell is text, and stays that in any spreadsheet. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
}
