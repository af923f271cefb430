import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellName, columnIndex, formatArea, parseArea } from '../../../src/stores/xlsx/addresses.ts';
import { classifyFormat, classifyFormatId } from '../../../src/stores/xlsx/reading/number-formats.ts';
import { serialOf } from '../../../src/domain/serials.ts';
import { columnLetters } from '../../../src/domain/workbook.ts';

describe('a number format', () => {
  it.each([
    'dd.mm.yyyy',
    'D. MMMM ÅÅÅÅ;@',
    '[$-414]d. mmmm yyyy;@',
    'yyyy\\-mm\\-dd',
    'hh:mm',
    '[h]:mm:ss',
    '[mm]',
    'm/d/yy h:mm AM/PM',
    '"uke" dd',
  ])('%s shows a date', (code) => {
    expect(classifyFormat(code).isDate).toBe(true);
  });

  it.each([
    'General',
    '0.00',
    '#,##0 "dager"',
    '0 \\d\\a\\g\\e\\r',
    '[Red]-0',
    '[$kr-414] #,##0',
    '_(* #,##0_);_(* "-"??_)',
    '@',
    '0.00E+00',
    '# ?/?',
    '0_d*m',
    '[>=100]0',
    '"dato',
  ])('%s shows no date', (code) => {
    expect(classifyFormat(code).isDate).toBe(false);
  });

  it('by number follows the workbook’s own definition first', () => {
    const isDate = (id: number): boolean => classifyFormatId(id, new Map([[14, '0.00']])).isDate;
    expect([0, 1, 13, 14, 15, 22, 23, 27, 36, 37, 45, 47, 49, 50, 58, 59].filter(isDate)).toEqual([
      15, 22, 27, 36, 45, 47, 50, 58,
    ]);
    expect([15, 18, 22, 45, 47].map((id) => classifyFormatId(id, new Map()).showsTime)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  it('says whether a time is shown', () => {
    expect(classifyFormat('dd.mm.yyyy').showsTime).toBe(false);
    expect(classifyFormat('dd.mm.yyyy hh:mm').showsTime).toBe(true);
    expect(classifyFormat('[mm]').showsTime).toBe(true);
  });
});

describe('a serial number', () => {
  it('counts days from 1899-12-30, times as fractions', () => {
    expect(serialOf('2020-01-01')).toBe(43831);
    expect(serialOf('2026-03-12T13:00')).toBe(46093 + 13 / 24);
    expect(serialOf('1899-12-30T06:00:30')).toBeCloseTo(0.25 + 30 / 86400, 12);
    expect(serialOf('23:59:59.5')).toBeCloseTo(86399.5 / 86400, 12);
  });

  it('is not made of days that do not exist, or of other text', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-01T25:00',
      '2026-01-01T10:60',
      '12.03.2026',
      '',
    ]) {
      expect(serialOf(text)).toBeNull();
    }
    expect(serialOf('2028-02-29')).toBe(46812);
  });
});

describe('an address', () => {
  it('reads back as it was written', () => {
    const column = fc.nat(16_383);
    const row = fc.integer({ min: 1, max: 1_048_576 });
    fc.assert(
      fc.property(column, column, row, row, (left, right, top, bottom) => {
        expect(columnIndex(columnLetters(left))).toBe(left);
        expect(parseArea(formatArea({ left, right, top, bottom }))).toEqual({ left, right, top, bottom });
        expect(parseArea(cellName(left, top))).toEqual({ left, right: left, top, bottom: top });
      }),
    );
    expect(parseArea('$B$2:$C$3')).toEqual({ left: 1, top: 2, right: 2, bottom: 3 });
    expect(parseArea('A:C')).toBeNull();
    expect(parseArea('Ark1!A1')).toBeNull();
  });
});
