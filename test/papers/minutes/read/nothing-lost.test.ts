import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadBlock, ReadTable } from '../../../../src/domain/read-document.ts';
import { understandMinutes } from '../../../../src/papers/minutes/read/understand.ts';
import { readingOf } from '../../../support/minutes.ts';

const of = readingOf();

/** What decides how a line is read, around words that can be found again. */
const pieces = [
  ...[
    'Sak 7/26: ',
    'Sak 8/26',
    'Sak: ',
    'Nynorsk i utsendelser',
    'Vedtak: ',
    'Vedtak ',
    'VEDTAK',
    'Tiltak: ',
  ],
  ...[
    'Tiltak',
    'Ansvarlig: ',
    'Frist: ',
    'Notat: ',
    'Forslag til vedtak: ',
    'Status: ',
    'Eventuelt',
    'Til stede: ',
  ],
  ...[
    'Til stede',
    'Forfall: ',
    'Neste møte',
    'Kari Nordmann',
    'Anne Berg',
    ' og ',
    ', ',
    '. ',
    ': ',
    ' – ',
    '(',
    ')',
  ],
  ...[
    'innen ',
    '15. mars 2027',
    'neste møte',
    'fortløpende',
    '☒ ',
    '☐',
    '- ',
    '\n',
    '\t',
    '**',
    'Hva',
    'Hvem',
    'Når',
  ],
  ...['Saken utsettes', 'Referat fra', 'Tid', 'A-2026-004', 'ingen', '–'],
  ...['Sak', 'Møteleder: ', 'Referent: ', 'Som foreslått, men ', 'Forslaget falt. ', 'Saken trekkes.'],
];

const line = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constant('ord'), fc.string({ maxLength: 6 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const paragraph = fc.record({
  kind: fc.constant('paragraph' as const),
  level: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  isListItem: fc.boolean(),
  runs: fc.array(fc.record({ text: line, isBold: fc.boolean() }), { maxLength: 3 }),
});

const cell = fc.array(paragraph, { maxLength: 2 });
const table = fc.record({
  kind: fc.constant('table' as const),
  rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 }),
});

/** A table of cases, with heads that say so. */
const ofCases = fc
  .array(fc.array(cell, { minLength: 3, maxLength: 4 }), { maxLength: 4 })
  .map((rows) => ({ kind: 'table' as const, rows: [['Sak', 'Vedtak', 'ord'].map(headed), ...rows] }));
const headed = (text: string): ReadTable['rows'][number][number] => [
  { kind: 'paragraph', isListItem: false, runs: [{ text, isBold: true }] },
];

/** The document with every «ord» numbered. */
function numbered(blocks: readonly ReadBlock[]): {
  readonly blocks: readonly ReadBlock[];
  readonly words: readonly string[];
} {
  const words: string[] = [];
  const text = JSON.stringify(blocks).replace(/ord/gu, () => {
    words.push(`qz${String(words.length)}zq`);
    return words.at(-1) ?? '';
  });
  return { blocks: JSON.parse(text) as readonly ReadBlock[], words };
}

describe('any document', () => {
  it('is read without a fault, and no word of it is lost: each is understood or told of', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, paragraph, table, ofCases), { maxLength: 12 }), (made) => {
        const { blocks, words } = numbered(made);
        const result = JSON.stringify(understandMinutes(blocks, of));
        expect(words.filter((word) => !result.includes(word))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['a, ', 'a (', 'Kari, ', 'innen ', 'a: ', '. Frist: ', ' – ', 'sak 7/26 '])(
    'is read in time however often «%s» stands in it',
    (part) => {
      const textOf = (text: string): ReadBlock => ({
        kind: 'paragraph',
        isListItem: false,
        runs: [{ text, isBold: false }],
      });
      const long = `Tiltak: ${part.repeat(20_000)}`;
      const { cases } = understandMinutes([textOf('Sak 7/26'), textOf(long), textOf(long.slice(8))], of);
      expect(cases).toHaveLength(1);
    },
  );
});
