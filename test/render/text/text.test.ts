import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { pad, widthOf, wrap } from '../../../src/render/text/lines.ts';
import { renderText } from '../../../src/render/text/text.ts';

const written = (markdown: string): string => renderText(parseMarkdown(markdown));
const long = 'ord '.repeat(30).trim();

describe('text', () => {
  it('wraps at 76 columns, and leaves addresses whole', () => {
    const address = `https://nal.no/${'a'.repeat(80)}`;
    const lines = written(`${long} [her](${address}) ${long}`).split('\n');
    expect(lines.every((line) => line.length <= 76 || line.includes(address))).toBe(true);
    expect(lines.join(' ').trim()).toBe(`${long} her (${address}) ${long}`);
  });

  it('keeps hard spaces and asked-for line breaks', () => {
    expect(written(`${'x '.repeat(36)}10\u00A0000`)).toBe(`${'x '.repeat(35)}x\n10\u00A0000\n`);
    expect(written('a\\\nb')).toBe('a\nb\n');
  });

  it('sets headings off', () => {
    expect(written('_Fra_\n\n# Møte\n\nx\n\n## Saker\n\n### **Sak 1/26** Kart\n\n_Drøfting_\n\ny')).toBe(
      'Fra\nMøte\n====\n\nx\n\n\nSaker\n-----\n\nSak 1/26 Kart\nDrøfting\n\ny\n',
    );
  });

  it('hangs lists', () => {
    expect(written(`- ${long}\n- b\n  1. c\n  2. d`)).toMatch(
      /^- (?:ord ?)+\n {2}(?:ord ?)+\n- b\n {2}1\. c\n {2}2\. d\n$/u,
    );
    expect(written('9. a\n10. b\n\n    c')).toBe('9.  a\n10. b\n\n    c\n');
  });

  it('lines facts up, and gives long terms a line of their own', () => {
    expect(written(`Tid\n: nå\nMøtested\n: Oslo\n: Bergen`)).toBe(
      'Tid:       nå\nMøtested:  Oslo\n           Bergen\n',
    );
    expect(written('Et langt navn på en opplysning\n: x\nTid\n: nå')).toBe(
      `Et langt navn på en opplysning:\n${' '.repeat(22)}x\nTid:${' '.repeat(18)}nå\n`,
    );
  });

  it('sets tables side by side where they fit', () => {
    expect(written('| Sak | Min |\n|---|--:|\n| **1/26** | 5 |\n| Ås | 10 |')).toBe(
      'Sak   Min\n----  ---\n1/26    5\nÅs     10\n',
    );
  });

  it('makes the widest column narrower where that is enough', () => {
    const lines = written(`| Sak | Tittel | Min |\n|---|---|--:|\n| 1/26 | ${long} | 5 |`)
      .trimEnd()
      .split('\n');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(76);
    expect(lines[2]).toMatch(/^1\/26 {2}(?:ord ?)+ +5$/u);
    expect(lines[3]).toMatch(/^ {6}ord/u);
  });

  it('makes each row a small list where columns do not fit', () => {
    const [x, y] = ['x'.repeat(60), 'y'.repeat(60)];
    const table = `| Tiltak | Frist | |\n|---|---|---|\n| **A** | ${x} | ${x} |\n| B | ${y} | |`;
    expect(written(table)).toBe(`A\n  Frist: ${x}\n  ${x}\n\nTiltak: B\nFrist: ${y}\n`);
  });

  it('writes tables under the same headings alike: with the same columns, or as lists', () => {
    const table = (action: string): string => `| Tiltak | Frist |\n|---|---|\n| **${action}** | 1. mai |`;
    const narrow = written(`${table('Ring')}\n\nx\n\n${table('Skriv til alle')}`);
    expect(narrow.match(/^Tiltak {10}Frist$/gmu)).toHaveLength(2);
    const wide = written(`${table('Ring')}\n\nx\n\n${table('x'.repeat(90))}`);
    expect(wide).toContain('Ring\n  Frist: 1. mai\n');
    expect(wide).not.toMatch(/^Tiltak/mu);
  });

  it.each([
    ['[her](https://nal.no/)', 'her (https://nal.no/)'],
    ['[nal.no](https://nal.no/)', 'https://nal.no'],
    ['[https://nal.no](https://nal.no/)', 'https://nal.no'],
    ['[skriv](mailto:a@nal.no)', 'skriv (a@nal.no)'],
    ['[a@nal.no](mailto:a@nal.no)', 'a@nal.no'],
    ['[sak](#sak)', 'sak'],
  ])('says where %s leads, once', (markdown, text) => {
    expect(written(markdown)).toBe(`${text}\n`);
  });

  it('marks notes in the margin', () => {
    expect(written('> a\n>\n> - b')).toBe('| a\n|\n| - b\n');
  });

  it('ends with one line break, also when empty', () => {
    expect(written('')).toBe('\n');
  });
});

describe('widths', () => {
  it.each([
    ['Mål', 3],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 2],
    ['❤️', 2],
    ['漢字', 4],
    ['«–…', 3],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('pads on either side', () => {
    expect([pad('å', 3), pad('å', 3, 'right'), pad('å', 3, 'center'), pad('åå', 1)]).toEqual([
      'å  ',
      '  å',
      ' å ',
      'åå',
    ]);
  });

  it('wraps nothing into one empty line', () => {
    expect(wrap('', 10)).toEqual(['']);
  });
});
