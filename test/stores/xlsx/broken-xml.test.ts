import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/domain/user-error.ts';
import type { Change } from '../../../src/domain/workbook.ts';
import { readWorkbook } from '../../../src/stores/xlsx/reading/read-workbook.ts';
import { applyChanges } from '../../../src/stores/xlsx/writing/apply-changes.ts';
import { partsOf, tabOf, zipParts } from '../../support/workbooks.ts';
import { fixture } from './changing.ts';

const SHARDS = [
  '<',
  '>',
  '"',
  "'",
  '/',
  '=',
  '&',
  '<!--',
  ']]>',
  '</row>',
  '<c r="A1"/>',
  ' r="ZZZ99"',
  '"=',
  '\u0000',
  '',
];

const wound = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(5),
  shard: fc.constantFrom(...SHARDS),
});

const CHANGES: readonly Change[] = [
  { kind: 'row', tab: 'Tiltak', cells: { ID: 'T-99', Frist: { day: '2026-11-23' } } },
  {
    kind: 'column',
    tab: 'Tiltak',
    layout: { heading: 'Ny', note: 'n', width: 9, format: 'date', choices: ['a'] },
  },
  tabOf('Annen', ['ID'], [['x']]),
];

it('broken XML is read, or refused in words, but never hangs or crashes a run', () => {
  const whole = Object.fromEntries(partsOf(fixture('excel-like.xlsm')));
  const names = Object.keys(whole).filter((name) => /\.(?:xml|rels|vml)$/u.test(name));
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(wound, { minLength: 1, maxLength: 3 }),
      (name, wounds) => {
        const broken = wounds.reduce((xml, { at, length, shard }) => {
          const place = Math.floor(at * xml.length);
          return xml.slice(0, place) + shard + xml.slice(place + length);
        }, whole[name] ?? '');
        const bytes = zipParts({ ...whole, [name]: broken });
        try {
          readWorkbook(bytes, 'x');
          const changed = applyChanges(bytes, CHANGES, 'x').bytes;
          if (changed !== null) readWorkbook(changed, 'x');
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      },
    ),
    { numRuns: 150 },
  );
});
