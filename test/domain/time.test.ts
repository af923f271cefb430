import fc from 'fast-check';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  dayFrom,
  dayOf,
  dayParts,
  daysBetween,
  daysInMonth,
  fromSerial,
  instantOf,
  isoWeek,
  isoWeekday,
  minutesBetween,
  mondayOfWeek,
  occurrences,
  parseDay,
  parseWallTime,
  toSerial,
  wallTimeAt,
  wallTimeFrom,
  wallTimeOfUtc,
  weeksInYear,
  type Day,
  type WallTime,
} from '../../src/domain/time.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`not a day: ${text}`);
  return found;
}

function time(text: string): WallTime {
  const found = parseWallTime(text);
  if (found === undefined) throw new Error(`not a wall time: ${text}`);
  return found;
}

/** What a clock in Oslo shows at an instant, by another way than the one under test. */
const osloClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});
const shownAt = (instant: number): string => osloClock.format(instant).replace(' ', 'T');

/** Any day from 2000 to 2099. */
const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays(day('2000-01-01'), days));
const anyMinutes = fc.integer({ min: 0, max: 1439 });

describe('days', () => {
  it.each(['2026-02-28', '2028-02-29', '1900-01-01', '2199-12-31', '2000-02-29'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-04-31',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '2026-01-01 ',
    '2026-01-01T10:00',
    '２０２６-01-01',
    '2026/01/01',
    '',
  ])('«%s» is none', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('agrees with the calendar of the language on every day from 1900 to 2199', () => {
    const wrong: string[] = [];
    let own = day('1900-01-01');
    for (let ms = Date.UTC(1900, 0, 1); ms <= Date.UTC(2199, 11, 31); ms += 86_400_000) {
      if (own !== new Date(ms).toISOString().slice(0, 10)) wrong.push(own);
      if (own < '2199-12-31') own = addDays(own, 1);
    }
    expect(wrong).toEqual([]);
    expect(own).toBe('2199-12-31');
  });

  it('counts days as it adds them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });

  it('refuses days beyond its years', () => {
    expect(() => addDays(day('2199-12-31'), 1)).toThrow(RangeError);
    expect(dayFrom(2026, 2, 30)).toBeUndefined();
    expect(dayFrom(26, 2, 3)).toBeUndefined();
  });

  it('takes a day apart and puts it together', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { year, month, day: date } = dayParts(one);
        expect(dayFrom(year, month, date)).toBe(one);
        expect(date).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
    );
  });
});

describe('weeks', () => {
  it('are those of ISO 8601 on every day of the century', () => {
    const wrong: Day[] = [];
    for (let one = day('2000-01-01'); one < '2099-12-31'; one = addDays(one, 1)) {
      const parts = dayParts(one);
      const noon = new Date(parts.year, parts.month - 1, parts.day, 12);
      const { year, week } = isoWeek(one);
      if (year !== getISOWeekYear(noon) || week !== getISOWeek(noon)) wrong.push(one);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [2026, 53],
    [2027, 52],
    [2020, 53],
    [2032, 53],
  ])('%i has %i', (year, weeks) => {
    expect(weeksInYear(year)).toBe(weeks);
    expect(mondayOfWeek(year, weeks + 1)).toBeUndefined();
    expect(mondayOfWeek(year, 0)).toBeUndefined();
  });

  it('find their Monday', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const { year, week } = isoWeek(one);
        const monday = mondayOfWeek(year, week);
        expect(monday).toBe(addDays(one, 1 - isoWeekday(one)));
      }),
    );
  });
});

describe('wall times', () => {
  it.each(['2026-03-12T00:00', '2026-03-12T23:59'])('%s is one', (text) => {
    expect(parseWallTime(text)).toBe(text);
  });

  it.each([
    '2026-03-12T24:00',
    '2026-03-12T10:60',
    '2026-03-12 10:00',
    '2026-02-30T10:00',
    '2026-03-12T1:00',
    '2026-03-12T10:00:00',
  ])('«%s» is none', (text) => {
    expect(parseWallTime(text)).toBeUndefined();
  });

  it('count minutes as they add them, over midnight', () => {
    fc.assert(
      fc.property(anyDay, anyMinutes, fc.integer({ min: -5000, max: 5000 }), (one, minutes, count) => {
        const from = wallTimeFrom(one, minutes);
        expect(minutesBetween(from, addMinutes(from, count))).toBe(count);
      }),
    );
  });

  it('are whole minutes of one day', () => {
    expect(() => wallTimeFrom(day('2026-03-12'), 1440)).toThrow(RangeError);
    expect(() => wallTimeFrom(day('2026-03-12'), 7.5)).toThrow(RangeError);
  });
});

describe('Oslo', () => {
  it('shows the time that Intl shows, at any instant of the century', () => {
    const from = Date.UTC(2000, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 52_594_560 }), (minutes) => {
        const instant = from + minutes * 60_000;
        expect(wallTimeAt(new Date(instant))).toBe(shownAt(instant));
      }),
    );
  });

  it('shows what Intl shows in every hour around the changes of 1970 to 2100, and around the turn of each year', () => {
    const wrong: string[] = [];
    for (let year = 1970; year <= 2100; year += 1) {
      for (const [month, from] of [
        [3, 24],
        [9, 23],
        [10, 24],
        [12, 31],
      ] as const) {
        const begin = Date.UTC(year, month - 1, from);
        for (let hour = 0; hour < (month === 12 ? 48 : 192); hour += 1) {
          const instant = begin + hour * 3_600_000;
          if (wallTimeAt(new Date(instant)) !== shownAt(instant)) wrong.push(new Date(instant).toISOString());
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('goes from a wall time to the instant and back', () => {
    fc.assert(
      fc.property(anyDay, anyMinutes, (one, minutes) => {
        const wall = wallTimeFrom(one, minutes);
        const back = wallTimeAt(instantOf(wall));
        expect(back).toBe(occurrences(wall) === 0 ? addMinutes(wall, 60) : wall);
      }),
    );
  });

  it('takes the first of two instants', () => {
    expect(instantOf(time('2026-10-25T02:30')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf(time('2026-03-29T02:30')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(instantOf(time('2026-12-03T10:00')).toISOString()).toBe('2026-12-03T09:00:00.000Z');
  });

  /** How often Intl shows a wall time, by looking at every instant that could be it. */
  const shownByIntl = (wall: WallTime): number => {
    const asUtc = Date.parse(`${wall}:00Z`);
    return [1, 2].filter((hours) => shownAt(asUtc - hours * 3_600_000) === wall).length;
  };

  it('changes its clocks when Intl says so, around every change from 2000 to 2099', () => {
    const wrong: WallTime[] = [];
    for (let year = 2000; year <= 2099; year += 1) {
      for (const month of ['03', '10']) {
        const last = day(`${String(year)}-${month}-31`);
        for (let one = addDays(last, -7); one <= last; one = addDays(one, 1)) {
          for (const minutes of [60, 119, 120, 150, 179, 180, 239]) {
            const wall = wallTimeFrom(one, minutes);
            if (occurrences(wall) !== shownByIntl(wall)) wrong.push(wall);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('an instant in UTC, as machines write it', () => {
  it.each([
    ['2026-11-23T11:00:00Z', '2026-11-23T12:00'],
    ['2026-06-30T22:30Z', '2026-07-01T00:30'],
    ['2026-12-31T22:59:59.999Z', '2026-12-31T23:59'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01T00:00'],
    ['2026-03-29T00:59:00Z', '2026-03-29T01:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30'],
  ])('%s is %s in Oslo', (text, expected) => {
    expect(wallTimeOfUtc(text)).toBe(expected);
  });

  it.each([
    '',
    '2026-11-23',
    '2026-11-23T11:00:00',
    '2026-11-23T11:00:00+01:00',
    '2026-02-30T10:00Z',
    '23.11.2026',
  ])('«%s» is none', (text) => {
    expect(wallTimeOfUtc(text)).toBeUndefined();
  });

  it('is what the clock shows then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 52_000_000 }), (minutes) => {
        const instant = new Date(Date.UTC(2000, 0, 1) + minutes * 60_000);
        expect(wallTimeOfUtc(instant.toISOString())).toBe(wallTimeAt(instant));
      }),
    );
  });
});

describe('serial numbers', () => {
  it.each([
    [46_093, '2026-03-12', 0],
    [46_093.541_666_7, '2026-03-12', 780],
    [46_093.999_99, '2026-03-12', 1439],
    [60, '1900-02-28', 0],
    [61, '1900-03-01', 0],
  ])('%d is %s', (serial, expected, minutes) => {
    expect(fromSerial(serial)).toEqual({ day: expected, minutes });
  });

  it.each([0, -5, 1e9, Number.NaN, Number.POSITIVE_INFINITY])('%d is no day', (serial) => {
    expect(fromSerial(serial)).toBeUndefined();
  });

  it('come back as they went, every minute of a day', () => {
    fc.assert(
      fc.property(anyDay, anyMinutes, (one, minutes) => {
        expect(fromSerial(toSerial(wallTimeFrom(one, minutes)))).toEqual({ day: one, minutes });
        expect(fromSerial(toSerial(one))).toEqual({ day: one, minutes: 0 });
      }),
    );
  });

  it('know the day of a wall time', () => {
    expect(dayOf(time('2026-03-12T10:00'))).toBe('2026-03-12');
  });
});
