import { describe, expect, it } from 'vitest';
import { comparedName } from '../../src/domain/compare.ts';
import { isEmptyCell } from '../../src/domain/workbook.ts';

/** Every character of the basic plane, each by itself and beside others. */
const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe('texts that are looked at the short way', () => {
  it('are empty where the long way says so', () => {
    const isSeen = /[^\s\u200B\u2060\uFEFF]/u;
    const differing = characters.filter(
      (one) => isEmptyCell(one) === isSeen.test(one) || isEmptyCell(` ${one}`) === isSeen.test(one),
    );
    expect(differing).toEqual([]);
  });

  it('are the same names by the short way and the long', () => {
    const long = (text: string): string =>
      text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim();
    const texts = characters.flatMap((one) => [one, `Å ${one}a`, ` e${one}  B`, `${one} `]);
    expect(texts.filter((text) => comparedName(text) !== long(text))).toEqual([]);
  });
});
