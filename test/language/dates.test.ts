import { describe, expect, it } from 'vitest';
import * as dates from '../../src/language/dates.ts';
import { nb } from '../../src/language/nb.ts';
import { nn } from '../../src/language/nn.ts';
import type { Phrases } from '../../src/language/phrases.ts';
import { addDays, parseDay, parseWallTime, type Day, type WallTime } from '../../src/domain/time.ts';

const day = (text: string): Day => parseDay(text) ?? expect.unreachable(text);
const time = (text: string): WallTime => parseWallTime(text) ?? expect.unreachable(text);
const soft = (text: string): string => text.replace(/\u00A0/gu, ' ');

describe('the house form of dates', () => {
  it('has weekday, day with full stop, month, year and time', () => {
    const [start, end] = [time('2026-03-12T10:00'), time('2026-03-12T11:30')];
    expect(soft(dates.longTime(nb, start, end))).toBe('torsdag 12. mars 2026 kl. 10.00–11.30');
    expect(soft(dates.longTime(nn, time('2026-03-10T09:05')))).toBe('tysdag 10. mars 2026 kl. 09.05');
    expect(soft(dates.longTime(nn, start, time('2026-03-14T15:00')))).toBe(
      'torsdag 12. mars 2026 kl. 10.00 – laurdag 14. mars 2026 kl. 15.00',
    );
  });

  it('keeps a day with its month by a hard space', () => {
    expect(dates.date(nb, day('2026-12-03'))).toBe('3.\u00A0desember 2026');
  });

  it.each([
    ['2026-03-12', '2026-03-12', '12. mars 2026'],
    ['2026-03-12', '2026-03-13', '12.–13. mars 2026'],
    ['2026-02-28', '2026-03-01', '28. februar–1. mars 2026'],
    ['2026-12-31', '2027-01-01', '31. desember 2026–1. januar 2027'],
  ])('spans %s to %s', (first, last, text) => {
    expect(soft(dates.dateSpan(nb, day(first), day(last)))).toBe(text);
  });

  it.each([
    ['week', '2026-12-28', 'uke 53 i 2026', 'veke 53 i 2026'],
    ['month', '2026-03-01', 'mars 2026', 'mars 2026'],
    ['quarter', '2026-04-01', '2. kvartal 2026', '2. kvartal 2026'],
    ['season', '2026-09-01', 'høsten 2026', 'hausten 2026'],
    ['year', '2026-01-01', '2026', '2026'],
  ] as const)('says a %s as it was given', (precision, first, inNb, inNn) => {
    expect(soft(dates.period(nb, precision, day(first), day(first)))).toBe(inNb);
    expect(soft(dates.period(nn, precision, day(first), day(first)))).toBe(inNn);
  });

  it('names every day and month as Intl does', () => {
    for (const phrases of [nb, nn]) {
      const intl = new Intl.DateTimeFormat(phrases.tag, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
      for (let step = 0; step < 366; step += 1) {
        const date = addDays(day('2028-01-01'), step);
        const parts = intl.formatToParts(new Date(`${date}T00:00:00Z`));
        const part = (type: string): string =>
          parts.find((candidate) => candidate.type === type)?.value ?? '';
        expect(soft(dates.longDate(phrases, date))).toBe(
          `${part('weekday')} ${part('day')}. ${part('month')} ${part('year')}`,
        );
      }
    }
  });
});

describe('amounts', () => {
  it.each([
    [1, '1 dag', '1 dag'],
    [21, '21 dager', '21 dagar'],
    [1200, '1200 dager', '1200 dagar'],
    [12_000, '12 000 dager', '12 000 dagar'],
  ])('%d', (amount, inNb, inNn) => {
    expect(soft(dates.count(nb.nouns.day, amount))).toBe(inNb);
    expect(soft(dates.count(nn.nouns.day, amount))).toBe(inNn);
  });

  it.each([
    ['2026-11-01', '22 dager'],
    ['2026-05-05', 'seks måneder'],
    ['2024-05-05', 'to år'],
  ])('tells how long ago %s was', (from, text) => {
    expect(soft(dates.howLong(nb, day(from), day('2026-11-23')))).toBe(text);
  });

  it.each([
    [0, 'ingen saker, ingen tiltak, ingen kommuner', 'ingen saker, ingen tiltak, ingen kommunar'],
    [1, 'én sak, ett tiltak, én kommune', 'éi sak, eitt tiltak, éin kommune'],
    [2, 'to saker, to tiltak, to kommuner', 'to saker, to tiltak, to kommunar'],
    [12, 'tolv saker, tolv tiltak, tolv kommuner', 'tolv saker, tolv tiltak, tolv kommunar'],
    [13, '13 saker, 13 tiltak, 13 kommuner', '13 saker, 13 tiltak, 13 kommunar'],
  ])('writes %d and its noun in words, in their gender and number', (amount, inNb, inNn) => {
    const said = (phrases: Phrases): string =>
      [phrases.nouns.case, phrases.nouns.action, phrases.nouns.municipality]
        .map((noun) => soft(dates.countInWords(phrases, amount, noun)))
        .join(', ');
    expect([said(nb), said(nn)]).toEqual([inNb, inNn]);
  });

  it('gives a number the gender of the noun that it stands without', () => {
    expect([0, 1, 2].map((amount) => dates.inWords(nn, amount, nn.nouns.action))).toEqual([
      'ingen',
      'eitt',
      'to',
    ]);
    expect([0, 1].map((amount) => dates.inWords(nn, amount))).toEqual(['null', 'éin']);
  });

  it('counts times and joins words', () => {
    expect([1, 3, 10, 11].map((number) => dates.ordinal(nn, number))).toEqual([
      'første',
      'tredje',
      'tiande',
      '11.',
    ]);
    expect(dates.joined(nb, ['a', 'b', 'c'])).toBe('a, b og c');
    expect([dates.joined(nb, []), dates.joined(nb, ['a'])]).toEqual(['', 'a']);
    expect(soft(dates.caseNumber(7, 2026))).toBe('Sak 7/26');
  });
});
