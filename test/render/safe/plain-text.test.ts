import { describe, expect, it } from 'vitest';
import { oneLine, paragraphsOf } from '../../../src/render/safe/plain-text.ts';

describe('oneLine', () => {
  it.each([
    ['  en \r\n to\ttre  ', 'en to tre'],
    ['a\u2028b\u0085c\vd', 'a b c d'],
    ['pdf.\u202Eexe\u202C', 'pdf.exe'],
    ['a\u200Bb\uFEFFc\u00ADd\u2066e', 'abcde'],
    ['a\u0000b\u001Bc\u007F', 'abc'],
    ['\uD800x\uDC00', '\uFFFDx\uFFFD'],
    ['Ma\u030Al', 'Mål'],
    ['10\u00A0000', '10\u00A0000'],
    ['a \u200B b', 'a b'],
    ['👨‍👩‍👧 🇳🇴 ❤️', '👨‍👩‍👧 🇳🇴 ❤️'],
    ['\uFFFE\uFDD0\u{1FFFF}x', 'x'],
    [' \u200B ', ''],
  ])('%j becomes %j', (typed, shown) => {
    expect(oneLine(typed)).toBe(shown);
  });
});

describe('paragraphsOf', () => {
  it.each([
    ['', []],
    [' \n\u200B\n ', []],
    ['en', [['en']]],
    [
      'en\r\nto\n\n\n tre\rfire',
      [
        ['en', 'to'],
        ['tre', 'fire'],
      ],
    ],
    ['\n\nen\n \nto\n', [['en'], ['to']]],
  ])('%j', (typed, paragraphs) => {
    expect(paragraphsOf(typed)).toEqual(paragraphs);
  });
});
