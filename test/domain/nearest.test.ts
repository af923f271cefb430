import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/domain/group.ts';
import { nearest } from '../../src/domain/nearest.ts';
import { anyCodeUnits } from '../support/any-text.ts';

describe('the nearest word', () => {
  it.each([
    ['webinnar', 'Webinar'],
    ['Kvartalsmote', 'Kvartalsmøte'],
    ['WEBINAR ', 'Webinar'],
    ['Wbeinar', 'Webinar'],
  ])('to «%s» is «%s»', (word, expected) => {
    expect(nearest(word, ['Kvartalsmøte', 'Webinar', 'Nettverk'])).toBe(expected);
  });

  it.each(['Kaffe', '', ' ', 'x'.repeat(300)])('to «%s» is none', (word) => {
    expect(nearest(word, ['Kvartalsmøte', 'Webinar', 'Nettverk'])).toBeUndefined();
  });

  it('keeps to the limit it is given', () => {
    expect(nearest('Østlandet', ['Innlandet'])).toBe('Innlandet');
    expect(nearest('Østlandet', ['Innlandet'], 2)).toBeUndefined();
  });

  it('to a word in the list is the word itself', () => {
    const words = ['Planlagt', 'Bekreftet', 'Pågår', 'Gjennomført', 'Avlyst'];
    fc.assert(
      fc.property(fc.constantFrom(...words), (word) => {
        expect(nearest(word, words)).toBe(word);
        expect(nearest(word.normalize('NFD').toUpperCase(), words)).toBe(word);
      }),
    );
  });

  it('never throws, and gives a candidate or nothing', () => {
    fc.assert(
      fc.property(anyCodeUnits, fc.array(fc.string()), (word, candidates) => {
        const found = nearest(word, candidates);
        expect(found === undefined || candidates.includes(found)).toBe(true);
      }),
    );
  });
});

describe('groups', () => {
  it('keep every item, in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 })), (items) => {
        const groups = groupBy(items, (item) => item % 3);
        expect([...groups.keys()]).toEqual([...new Set(items.map((item) => item % 3))]);
        for (const [key, group] of groups) expect(group).toEqual(items.filter((item) => item % 3 === key));
      }),
    );
  });
});
