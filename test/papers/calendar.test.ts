import { describe, expect, it } from 'vitest';
import { calendar, type Calendar } from '../../src/papers/calendar/calendar.ts';
import { dateCell, nowAt, type RowInput, type TabsInput } from '../support/build-workbook.ts';
import { registerWith, textRow } from '../support/announcements.ts';

const activity = (number: number, more: RowInput = {}): RowInput => ({
  ID: `A-2027-00${String(number)}`,
  Type: 'Nettverk',
  Tittel: `Aktivitet ${String(number)}`,
  Part: 'Felles',
  Status: 'Bekreftet',
  Start: dateCell('2027-04-15T10:00'),
  ...more,
});

const calendarOf = (
  rows: readonly RowInput[],
  standard: 'nb' | 'nn' = 'nb',
  more: TabsInput = {},
): Calendar =>
  calendar(
    registerWith({ Aktiviteter: rows, Tekster: [], Program: [], ...more }),
    standard,
    nowAt('2026-11-23T12:00'),
  );

describe('the calendar', () => {
  it('has what both parties may see and is more than an idea, in order of time', () => {
    const { entries } = calendarOf([
      activity(1, { Start: dateCell('2027-05-15T10:00') }),
      activity(2),
      activity(3, { 'Del med partner': 'nei' }),
      activity(4, { Status: 'Idé' }),
    ]);
    expect(entries.map(({ uid }) => uid)).toEqual(['a-2027-002@felles.invalid', 'a-2027-001@felles.invalid']);
  });

  it.each([
    ['Planlagt', 'TENTATIVE'],
    ['Bekreftet', 'CONFIRMED'],
    ['Gjennomført', 'CONFIRMED'],
    ['Avlyst', 'CANCELLED'],
  ])('shows %s as %s', (status, shown) => {
    expect(calendarOf([activity(1, { Status: status })]).entries[0]?.status).toBe(shown);
  });

  it('has times where both ends have them, else whole days', () => {
    const both = activity(1, { Slutt: dateCell('2027-04-15T12:00') });
    const days = activity(2, { Start: dateCell('2027-04-15'), Slutt: dateCell('2027-04-16') });
    const mixed = activity(3, { Slutt: dateCell('2027-04-16') });
    expect(calendarOf([both, days, mixed]).entries.map(({ start, end }) => [start, end])).toEqual([
      ['2027-04-15', '2027-04-16'],
      ['2027-04-15', '2027-04-16'],
      ['2027-04-15T10:00', '2027-04-15T12:00'],
    ]);
  });

  it('leaves out what has no day yet, and counts what is to come of it', () => {
    const rows = [
      activity(1, { Start: 'mars 2027' }),
      activity(2, { Start: null }),
      activity(3, { Start: 'mars 2026', Status: 'Gjennomført' }),
      activity(4, { Start: '2025' }),
    ];
    const { entries, undated } = calendarOf(rows);
    expect([entries.length, undated]).toEqual([0, 2]);
  });

  it('is named as what is published in its written standard, once that is approved', () => {
    const Tekster = [
      textRow(1, 'bokmål', { Tittel: 'På bokmål' }),
      textRow(2, 'nynorsk', { Tittel: 'På nynorsk', 'Godkjent av': null }),
    ];
    const titles = (['nb', 'nn'] as const).map(
      (standard) => calendarOf([activity(1)], standard, { Tekster }).entries[0]?.title,
    );
    expect(titles).toEqual(['På bokmål', 'Aktivitet 1']);
  });
});
