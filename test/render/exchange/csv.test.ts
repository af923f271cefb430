import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, renderCsv } from '../../../src/render/exchange/csv.ts';

/** A cell and what ends it, by the grammar of RFC 4180 section 2. */
const field = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",\r\n]*))(?<end>,|\r\n)/uy;

/** Reads what was written. Throws where the text is not in the grammar. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const { quoted, bare = '', end } = field.exec(text)?.groups ?? {};
    if (end === undefined) throw new Error(`no cell at ${String(at)}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  if (rows.pop()?.length !== 0) throw new Error('the last row has no end');
  return rows;
}

describe('comma-separated values', () => {
  it('begin with a byte order mark, and every row ends with CRLF', () => {
    expect(
      renderCsv([
        ['Navn', 'E-post'],
        ['Å, ja', '"sa"\nhan'],
      ]),
    ).toBe('\uFEFFNavn,E-post\r\n"Å, ja","""sa""\nhan"\r\n');
    expect(renderCsv([])).toBe('\uFEFF');
  });

  it.each([
    '=1+1',
    '+47 22 00 00 00',
    '-',
    '@navn',
    '\t=1',
    '\r\n=1',
    ' =1',
    '\u200B=1',
    '＝1',
    '＠SUM',
    '\u0000=1',
  ])('are never a formula: %j', (cell) => {
    const [[read = ''] = []] = parse(renderCsv([[cell]]));
    expect(read).toBe(`'${cell.replaceAll('\u0000', '')}`);
  });

  it('keep what is no formula as it is', () => {
    const cells = ['Bergen', '0301', '1E5', 'a=b', 'x@y.no', "'", 'ja – nei', '👩‍👧', ''];
    expect(parse(renderCsv([cells]))).toEqual([cells]);
  });

  it('give every cell back, whatever is in it', () => {
    const anyCell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[="',\r\n\t +@-]{0,6}$/u));
    const width = 3;
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { minLength: width, maxLength: width })), (rows) => {
        const read = parse(renderCsv(rows));
        const plain = rows.map((cells) => cells.map((cell) => cell.replaceAll('\u0000', '')));
        expect(read.map((cells) => cells.map((cell) => cell.replace(/^'/u, '')))).toEqual(
          plain.map((cells) => cells.map((cell) => cell.replace(/^'/u, ''))),
        );
        for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/u);
      }),
    );
  });

  it('are read again as they were given', () => {
    // An apostrophe that somebody typed before a formula is taken for ours.
    const cell = fc.string().filter((text) => !text.startsWith("'") && !text.includes('\u0000'));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(rows, (given) => {
        expect(readCsv(renderCsv(given))).toEqual(given);
      }),
    );
    expect(readCsv(renderCsv([['=1+1', '"a",\r\nb']]))).toEqual([['=1+1', '"a",\r\nb']]);
  });
});
