import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedOn, isWorkingDay } from '../../../src/domain/holidays.ts';
import { addDays, dayOf } from '../../../src/domain/time.ts';
import { seriesPlan, type SeriesRequest } from '../../../src/papers/plan/series.ts';
import { seriesRows } from '../../../src/papers/plan/series-rows.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { workbookOf, nowAt, type RowInput } from '../../support/build-workbook.ts';
import { dayAt } from '../../sample/days.ts';
import { now, registerWith, webinarRow } from '../../support/webinars.ts';

const request: SeriesRequest = {
  ...{
    name: 'Sentrum',
    count: 3,
    every: { weeks: 6 },
    weekday: 2,
    from: dayAt('2027-02-15'),
    time: undefined,
  },
};

const plan = (rows: readonly RowInput[], more: Partial<SeriesRequest> = {}) =>
  seriesPlan(registerWith({ Aktiviteter: rows }), { ...request, ...more }, now);

const starts = (rows: readonly RowInput[], more: Partial<SeriesRequest> = {}): readonly string[] =>
  plan(rows, more).planned.map(({ start }) => start);

describe('a series of webinars', () => {
  it('is on its weekday, as the last webinar, and on the nearest free day where that is not free', () => {
    const { planned, time } = plan([webinarRow('A-2026-001', '2026-10-01T09:00')]);
    expect(time).toEqual({ from: 540, minutes: 150, like: 'A-2026-001' });
    expect(planned.map(({ start, moved }) => [start, moved?.from, moved?.because.why])).toEqual([
      ['2027-02-16T09:00', undefined, undefined],
      ['2027-03-31T09:00', '2027-03-30', 'besideHoliday'],
      ['2027-05-11T09:00', undefined, undefined],
    ]);
  });

  it('leaves out the week of Arendalsuka, and says so', () => {
    const { planned } = plan([], { count: 1, from: dayAt('2027-08-17') });
    const [first] = planned;
    expect([first?.start, first?.moved?.because]).toEqual([
      '2027-08-23T10:00',
      { why: 'keptFree', blocked: { why: 'arendalsuka', weight: 'soft', week: 33 } },
    ]);
  });

  it('counts months, from the day it began, and keeps its weekday', () => {
    expect(starts([], { every: { months: 2 }, from: dayAt('2027-01-26'), weekday: 2 })).toEqual([
      ...['2027-01-26T10:00', '2027-03-19T10:00', '2027-05-25T10:00'],
    ]);
  });

  it('goes on after those that are to come, and has them only once', () => {
    const rows = [
      webinarRow('A-2026-001', '2027-02-16T10:00', { Serie: 'SENTRUM' }),
      webinarRow('A-2026-002', '2027-04-06T10:00', { Serie: 'Sentrum', Status: 'Avlyst' }),
    ];
    const next = plan(rows);
    expect(next.there.map(({ id }) => id)).toEqual(['A-2026-001']);
    expect(next.planned.map(({ title }) => title)).toEqual(['SENTRUM 2', 'SENTRUM 3']);
    expect(plan(rows, { count: 1 }).planned).toEqual([]);
  });

  it('has an activity, a slot and two texts for each, which are read without a problem', () => {
    const workbook = workbookOf({});
    const { register } = readRegister(workbook, now);
    const rows = seriesRows(register, workbook, seriesPlan(register, request, now));
    expect(rows.map(({ rows: own }) => own.map(({ tab, cells }) => [tab, cells['ID']]))).toEqual(
      [1, 2, 3].map((number) => [
        ['Aktiviteter', `A-2027-00${String(number)}`],
        ['Tekster', `B-2027-00${String(number * 2 - 1)}`],
        ['Tekster', `B-2027-00${String(number * 2)}`],
        ['Program', `P-2027-00${String(number)}`],
      ]),
    );
  });

  it('never has a day that is not free, nor one twice', () => {
    const weekday = fc.integer({ min: 1, max: 5 });
    const every = fc.oneof(
      fc.record({ weeks: fc.integer({ min: 1, max: 20 }) }),
      fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
    );
    const from = fc.integer({ min: 0, max: 2500 }).map((count) => addDays(dayAt('2026-11-24'), count));
    fc.assert(
      fc.property(weekday, every, from, fc.integer({ min: 1, max: 12 }), (day, interval, first, count) => {
        const register = registerWith({});
        const at = nowAt('2026-11-23T12:00');
        const { planned } = seriesPlan(
          register,
          { ...request, weekday: day, every: interval, from: first, count },
          at,
        );
        const days = planned.map(({ start }) => dayOf(start));
        expect(new Set(days).size).toBe(count);
        for (const one of days) {
          expect([isWorkingDay(one), blockedOn(one)]).toEqual([true, undefined]);
          expect(one >= first).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
