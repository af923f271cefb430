import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendInside,
  attributeOf,
  childOf,
  childrenOf,
  insertInOrder,
  replaceElement,
  rootOf,
  setAttribute,
} from '../../../src/stores/xlsx/package/xml-edit.ts';
import { XmlScanner } from '../../../src/stores/xlsx/package/xml-scanner.ts';
import {
  decodeCellText,
  encodeCellText,
  escapeXml,
  unescapeXml,
} from '../../../src/stores/xlsx/package/xml-text.ts';

/** Any string at all, with what has a meaning in XML and in cells far more often than by chance. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '_x0041_',
        '_x005F',
        '_',
        'x00',
        '_x',
        '\r\n',
        '\t',
        '<',
        '&amp;',
        ']]>',
        '\u0000',
        '\uFFFE',
        '\uD83D',
        '\uDE00',
      ),
    ),
  )
  .map((pieces) => pieces.join(''));

describe('text', () => {
  it('of a cell reads back the same, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = encodeCellText(text);
        expect(decodeCellText(unescapeXml(xml))).toBe(text);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F<]|\p{Surrogate}/u);
      }),
      { numRuns: 500 },
    );
  });

  it('of an attribute reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const scanner = new XmlScanner(`<a b='x>' c:d="${escapeXml(text)}"/>`, 'x');
        expect(scanner.next()).toBe('open');
        expect(scanner.attribute('d')).toBe(text);
        expect(scanner.attribute('b')).toBe('x>');
      }),
    );
  });
});

describe('the scanner', () => {
  it('stops at every tag and text, and at nothing else', () => {
    const scanner = new XmlScanner(
      '<?xml version="1.0"?><!-- <x> --><p:a q:r="1" s = \'2\'>tekst<b/><![CDATA[<&]]></p:a >',
      'x',
    );
    const seen: string[] = [];
    for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
      seen.push(event === 'text' ? `text ${scanner.text()}` : `${event} ${scanner.name}`);
    }
    expect(seen).toEqual(['open a', 'text tekst', 'open b', 'text <&', 'close a']);
  });

  it('finds attributes in any order, without prefix, and not those that declare prefixes', () => {
    const scanner = new XmlScanner('<c xmlns:t="no" r="AB12" x:s="3" t="s" hidden="true" v=""/>', 'x');
    scanner.next();
    expect(scanner.attribute('t')).toBe('s');
    expect(scanner.columnOf('r')).toBe(27);
    expect(scanner.wholeNumber('s')).toBe(3);
    expect(scanner.wholeNumber('r')).toBe(-1);
    expect(scanner.wholeNumber('v')).toBe(-1);
    expect(scanner.isTrue('hidden')).toBe(true);
    expect(scanner.attribute('q')).toBeUndefined();
    expect(scanner.empty).toBe(true);
  });

  it('takes time in proportion to the length', () => {
    const scanner = new XmlScanner(`<a b="&amp;">${'<c d="1">x</c>'.repeat(200_000)}</a>`, 'x');
    let events = 0;
    while (scanner.next() !== 'end') events += 1;
    expect(events).toBe(600_002);
  });
});

describe('editing', () => {
  const xml = '<x:root a="1"><x:first/><!-- c --><x:third b="&lt;" ><x:in/>t</x:third></x:root>';

  it('finds elements where they stand', () => {
    expect(childrenOf(xml).map(({ name, prefix }) => prefix + name)).toEqual(['x:first', 'x:third']);
    expect(attributeOf(xml, childOf(xml, 'third')!, 'b')).toBe('<');
    expect(childrenOf(xml, childOf(xml, 'third')).map(({ name }) => name)).toEqual(['in']);
    expect(childrenOf(xml, childOf(xml, 'first'))).toEqual([]);
    expect(rootOf(xml)).toMatchObject({ name: 'root', start: 0, end: xml.length });
  });

  it('changes one attribute and nothing else', () => {
    const third = childOf(xml, 'third')!;
    expect(setAttribute(xml, third, 'b', '"2"')).toBe(xml.replace('&lt;', '&quot;2&quot;'));
    expect(setAttribute(xml, third, 'b', null)).toBe(xml.replace(' b="&lt;"', ''));
    expect(setAttribute(xml, third, 'c', '3')).toBe(xml.replace('&lt;" >', '&lt;" c="3">'));
    expect(setAttribute(xml, childOf(xml, 'first')!, 'c', '3')).toBe(xml.replace('first/', 'first c="3"/'));
    expect(setAttribute(xml, third, 'd', null)).toBe(xml);
  });

  it('puts elements inside, in order, and takes them away', () => {
    expect(appendInside(xml, childOf(xml, 'third')!, '<n/>')).toBe(
      xml.replace('</x:third>', '<n/></x:third>'),
    );
    expect(appendInside(xml, childOf(xml, 'first')!, '<n/>')).toBe(
      xml.replace('<x:first/>', '<x:first><n/></x:first>'),
    );
    const order = ['zeroth', 'first', 'second', 'third', 'fourth'];
    expect(insertInOrder(xml, order, 'zeroth', '<n/>')).toBe(xml.replace('<x:first/>', '<n/><x:first/>'));
    expect(insertInOrder(xml, order, 'second', '<n/>')).toBe(xml.replace('<x:first/>', '<x:first/><n/>'));
    expect(insertInOrder(xml, order, 'fourth', '<n/>')).toBe(xml.replace('</x:third>', '</x:third><n/>'));
    expect(insertInOrder('<root/>', order, 'first', '<n/>')).toBe('<root><n/></root>');
    expect(replaceElement(xml, childOf(xml, 'first')!, '')).toBe(xml.replace('<x:first/>', ''));
  });
});
