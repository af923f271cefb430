/** A read document as lines: what people see as one line or one cell, with its weight. */
import type { ReadBlock, ReadParagraph } from '../../../domain/read-document.ts';

export interface Line {
  /** The number among the lines that hold something, from 1. */
  readonly number: number;
  /** Single spaces; no bullet in front. */
  readonly text: string;
  readonly level: number | undefined;
  readonly isListItem: boolean;
  /** All of it is bold. */
  readonly isBold: boolean;
  /** The bold words within it. */
  readonly bold: readonly string[];
  /** It continues a sentence that ends with a colon, so that a word alone is text: no heading and no label. */
  readonly isContinuing: boolean;
}

export type Item =
  | { readonly is: 'line'; readonly line: Line }
  | { readonly is: 'blank' }
  /** Cells are lines; a cell may hold none. */
  | { readonly is: 'table'; readonly rows: readonly (readonly (readonly Line[])[])[] };

/** A bullet that was typed, not made. */
const bullet = /^(?:[-–—•·▪‣*o]|\uF0B7)\s+(?=\S)/u;

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[^\S\n]+/gu, ' ');

/** The lines and tables of a document, in its order. */
export function itemsOf(blocks: readonly ReadBlock[]): readonly Item[] {
  let number = 0;
  let before: Line | undefined;
  const inParagraph = (paragraph: ReadParagraph): readonly Line[] =>
    cut(paragraph).map(({ text, bold }) => {
      number += 1;
      const bare = text.replace(bullet, '');
      const isBold = bold.join(' ').length >= bare.length;
      const isListItem = paragraph.isListItem || bare !== text;
      const isPlain = paragraph.level === undefined && !isBold;
      const isContinuing = isPlain && before !== undefined && continues(before, isListItem);
      before = { number, text: bare, level: paragraph.level, isListItem, isBold, bold, isContinuing };
      return before;
    });
  return blocks.flatMap((block): readonly Item[] => {
    before = block.kind === 'table' ? undefined : before;
    if (block.kind === 'table')
      return [{ is: 'table', rows: block.rows.map((row) => row.map((cell) => cell.flatMap(inParagraph))) }];
    const lines = inParagraph(block);
    before = lines.at(-1);
    return lines.length === 0 ? [{ is: 'blank' }] : lines.map((line): Item => ({ is: 'line', line }));
  });
}

/** «Vedtak: Vi velger:» goes on in any line, «Vi velger:» in a list; a word with a colon alone is a label. */
const continues = ({ text, isContinuing, isListItem: isInList }: Line, isListItem: boolean): boolean => {
  if (isListItem && isContinuing && isInList) return true;
  return text.endsWith(':') && (isListItem ? /\S\s/u : /:\s/u).test(text);
};

interface Cut {
  readonly text: string;
  readonly bold: readonly string[];
}

/** The lines of a paragraph that hold something. */
function cut({ runs }: ReadParagraph): readonly Cut[] {
  const lines: { text: string; bold: string[] }[] = [{ text: '', bold: [] }];
  for (const { text, isBold } of runs) {
    const [first = '', ...rest] = text.split('\n');
    const add = (part: string): void => {
      const last = lines.at(-1);
      if (last === undefined) return;
      last.text += part;
      const word = plain(part).trim();
      if (isBold && word !== '') last.bold.push(word);
    };
    add(first);
    for (const part of rest) {
      lines.push({ text: '', bold: [] });
      add(part);
    }
  }
  return lines
    .map(({ text, bold }) => ({ text: plain(text).trim(), bold }))
    .filter(({ text }) => text !== '');
}

/** The lines of some items, those of each cell alone. */
export const linesOf = (items: readonly Item[]): readonly Line[] =>
  items.flatMap((item) => (item.is === 'line' ? [item.line] : item.is === 'table' ? item.rows.flat(2) : []));

/** The lines of some items; a row of a table is one. */
export const rowsAsLines = (items: readonly Item[]): readonly Line[] =>
  items.flatMap((item): readonly Line[] => {
    if (item.is !== 'table') return linesOf([item]);
    return item.rows.flatMap((cells) => {
      const [first] = cells.flat();
      return first === undefined
        ? []
        : [
            {
              ...first,
              text: cells
                .flat()
                .map(({ text }) => text)
                .join(' '),
            },
          ];
    });
  });
