import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDayCounts } from '../../src/register/announcement-settings.ts';
import { parseDuration } from '../../src/register/cells/durations.ts';
import { plainText } from '../../src/register/cells/text.ts';
import { readRegister } from '../../src/register/read-register.ts';
import { settingsOf } from '../../src/register/settings.ts';
import { workbookOf } from '../support/build-workbook.ts';
import { now } from '../support/rules.ts';

describe('days', () => {
  it.each([
    ['35', 35],
    ['35 dager', 35],
    ['35\u00A0dagar', 35],
    [' 35 DAGER før ', 35],
    ['35d', 35],
    ['28,0', 28],
    ['2 uker', 14],
    ['to veker', 14],
    ['en uke i forveien', 7],
    ['1 uke og 3 dager', 10],
    ['14 døgn', 14],
  ])('«%s» are %i', (text, days) => {
    expect(parseDuration(text, 'days', 365)).toBe(days);
  });

  it.each([
    '',
    '-7',
    'ca. 35',
    '1 måned',
    '2,5',
    '35-40',
    'snart',
    'ti',
    '400',
    '3 timer',
    '2026-11-23',
    '12:30',
  ])('«%s» are none', (text) => {
    expect(parseDuration(text, 'days', 365)).toBeUndefined();
  });

  it.each([
    ['7, 1', [7, 1]],
    ['7 og 1 dag', [7, 1]],
    ['2, 1 uker', [14, 7]],
    ['1; 7\n14', [14, 7, 1]],
    ['2 uker, 1 dag', [14, 1]],
    ['7, ', [7]],
    ['7, snart', undefined],
    [' ', undefined],
  ])('«%s» are %j', (text, days) => {
    expect(parseDayCounts(text)).toEqual(days);
  });
});

describe('minutes', () => {
  it.each([
    ['90 min', 90],
    ['90 min.', 90],
    ['1,5 timer', 90],
    ['1.5 time', 90],
    ['1 time og 30 minutter', 90],
    ['1t 30m', 90],
    ['1:30', 90],
    ['00:10', 10],
    ['to timar', 120],
  ])('«%s» are %i', (text, minutes) => {
    expect(parseDuration(text, 'minutes', 999)).toBe(minutes);
  });

  it.each(['2 dager', '1,25 min', 'en halvtime', '10-15 min', '1 time 10'])('«%s» are none', (text) => {
    expect(parseDuration(text, 'minutes', 999)).toBeUndefined();
  });

  it('a cell that shows a time of day says how long', () => {
    const cell = { value: 10 / 1440, isDate: true } as const;
    expect(plainText(cell)).toBe('00:10');
    const workbook = workbookOf({ Oppsett: [{ Nøkkel: 'Minutter per sak', Verdi: cell }] });
    expect(settingsOf(readRegister(workbook, now).register).minutes.case).toBe(10);
  });
});

it('a number is the same with its unit as without', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 365 }), (days) => {
      expect(parseDuration(`${String(days)} dager`, 'days', 365)).toBe(
        parseDuration(String(days), 'days', 365),
      );
    }),
  );
});
