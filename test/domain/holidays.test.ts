import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { quarterOf } from '../../src/domain/quarter.ts';
import {
  blockedOn,
  goodMeetingDays,
  holidayOn,
  holidaysOf,
  isWeekend,
  isWorkingDay,
} from '../../src/domain/holidays.ts';
import { addDays, isoWeekday, parseDay, type Day } from '../../src/domain/time.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`not a day: ${text}`);
  return found;
}

describe('public holidays', () => {
  it('are those of date-holidays, every year from 1970 to 2100', () => {
    const reference = new Holidays('NO');
    for (let year = 1970; year <= 2100; year += 1) {
      const expected = reference
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10));
      const own = holidaysOf(year).map((holiday) => holiday.day);
      expect([...new Set(own)]).toEqual([...new Set(expected)].sort());
    }
  });

  it('are twelve, in order', () => {
    const found = holidaysOf(2026);
    expect(found.map((holiday) => holiday.day)).toEqual(found.map((holiday) => holiday.day).toSorted());
    expect(found).toHaveLength(12);
  });

  it('may share a day: 17 May 2043 is Whit Sunday, 1 May 2008 was Ascension Day', () => {
    expect(holidaysOf(2043).filter((one) => one.day === '2043-05-17')).toHaveLength(2);
    expect(holidayOn(day('2043-05-17'))).toBe('constitutionDay');
    expect(holidaysOf(2043)).toHaveLength(12);
    expect(holidayOn(day('2008-05-01'))).toBe('labourDay');
  });

  it.each([
    ['2026-04-02', 'maundyThursday'],
    ['2026-04-05', 'easterSunday'],
    ['2027-05-06', 'ascension'],
    ['2026-12-24', undefined],
    ['2026-12-31', undefined],
  ])('%s: %s', (date, holiday) => {
    expect(holidayOn(day(date))).toBe(holiday);
  });
});

describe('blocked times', () => {
  it.each([
    ['2026-03-29', undefined],
    ['2026-03-30', 'easterWeek'],
    ['2026-04-06', 'easterWeek'],
    ['2026-04-07', undefined],
    ['2026-06-30', undefined],
    ['2026-07-01', 'july'],
    ['2026-07-31', 'july'],
    ['2026-08-01', undefined],
    ['2026-12-16', undefined],
    ['2026-12-17', 'christmas'],
    ['2027-01-06', 'christmas'],
    ['2027-01-07', undefined],
    ['2026-02-16', 'winterBreak'],
    ['2026-03-01', 'winterBreak'],
    ['2026-03-02', undefined],
    ['2026-08-09', undefined],
    ['2026-08-10', 'arendalsuka'],
    ['2027-08-16', 'arendalsuka'],
    ['2026-08-17', undefined],
    ['2026-09-28', 'autumnBreak'],
    ['2026-10-11', 'autumnBreak'],
    ['2026-10-12', undefined],
  ])('%s: %s', (date, why) => {
    expect(blockedOn(day(date))?.why).toBe(why);
  });

  it('are hard where nobody is at work, and soft in the weeks of the school breaks and of Arendalsuka', () => {
    expect(blockedOn(day('2026-07-15'))).toEqual({ why: 'july', weight: 'hard' });
    expect(blockedOn(day('2026-02-25'))).toEqual({ why: 'winterBreak', weight: 'soft', week: 9 });
    expect(blockedOn(day('2026-08-12'))).toEqual({ why: 'arendalsuka', weight: 'soft', week: 33 });
  });
});

describe('days for meetings', () => {
  it('are Thursdays that are free, at least one in each quarter of every year', () => {
    for (let year = 2000; year <= 2099; year += 1) {
      const days = goodMeetingDays(year);
      for (const one of days) {
        expect(isoWeekday(one)).toBe(4);
        expect(isWorkingDay(one)).toBe(true);
        expect(blockedOn(one)).toBeUndefined();
      }
      expect(new Set(days.map((one) => quarterOf(one).number))).toEqual(new Set([1, 2, 3, 4]));
    }
  });

  it('a working day is no weekend and no holiday', () => {
    for (let one = day('2026-01-01'); one <= '2026-12-31'; one = addDays(one, 1)) {
      expect(isWorkingDay(one)).toBe(!isWeekend(one) && holidayOn(one) === undefined);
    }
    expect(isWorkingDay(day('2026-05-14'))).toBe(false);
    expect(isWorkingDay(day('2026-05-15'))).toBe(true);
    expect(isWorkingDay(day('2026-05-16'))).toBe(false);
  });
});
