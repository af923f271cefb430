import { beforeAll, describe, expect, it } from 'vitest';
import { blockedOn, isWorkingDay } from '../../src/domain/holidays.ts';
import { quarterOf, quarterName } from '../../src/domain/quarter.ts';
import { addDays, dayParts, daysBetween, isoWeekday, type Day } from '../../src/domain/time.ts';
import { dayNamed, sampleCalendar } from '../../src/register/sample/calendar.ts';
import { dayAt, everyDay } from './days.ts';

interface Conference {
  readonly first: Day;
  readonly last: Day;
  readonly committee: readonly Day[];
}

/** The named days of a sample, by what they are. */
interface Days {
  readonly today: Day;
  readonly meetings: readonly Day[];
  readonly next: number;
  readonly webinars: readonly Day[];
  readonly questionHour: Day;
  readonly conferences: { readonly last: Conference; readonly coming: Conference };
  readonly countyRound: readonly Day[];
  readonly nextRound: readonly Day[];
}

function daysOn(today: Day): Days {
  const calendar = sampleCalendar(today);
  const day = (name: string): Day => dayNamed(calendar, name);
  const named = (beginning: string): readonly Day[] =>
    [...calendar.days].filter(([name]) => name.startsWith(beginning)).map(([, on]) => on);
  const conference = (name: string): Conference => ({
    first: day(name),
    last: day(`${name}, day 2`),
    committee: named(`${name}, committee`),
  });
  const meetings = named('meeting ');
  return {
    today,
    meetings,
    next: meetings.indexOf(day('meeting 0')),
    webinars: named('webinar '),
    questionHour: day('question hour'),
    conferences: { last: conference('last conference'), coming: conference('coming conference') },
    countyRound: named('round '),
    nextRound: [day('next round Vestland'), day('next round Nordland')],
  };
}

const meetingDay = ({ meetings, next }: Days, offset: number): Day => meetings[next + offset]!;
const webinarDay = ({ webinars }: Days, number: number): Day => webinars[number - 1]!;

/** The promises that hold whenever a sample is made. Every day of eight years is tried. */
const calendars: Days[] = [];

beforeAll(() => {
  for (const today of everyDay('2025-01-01', '2032-12-31')) calendars.push(daysOn(today));
});

/** The days on which something does not hold. */
const failing = (holds: (calendar: Days) => boolean): readonly Day[] =>
  calendars.filter((calendar) => !holds(calendar)).map(({ today }) => today);
const isInOrder = (days: readonly Day[]): boolean =>
  days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));

const ahead = ({ today }: Days, day: Day): number => daysBetween(today, day);
const daysAhead = (dayOf: (calendar: Days) => Day): readonly number[] =>
  calendars.map((calendar) => ahead(calendar, dayOf(calendar)));

describe('the quarterly meetings', () => {
  it('have the next one 7 to 100 days ahead', () => {
    const days = daysAhead((calendar) => meetingDay(calendar, 0));
    expect([Math.min(...days), Math.max(...days)]).toEqual([7, 100]);
  });

  it('are one in each quarter of last year, this year and the next', () => {
    const wanted = (today: Day): readonly string[] =>
      [-1, 0, 1].flatMap((more) =>
        [1, 2, 3, 4].map((number) => quarterName({ year: dayParts(today).year + more, number })),
      );
    const quarters = (meetings: readonly Day[]): readonly string[] =>
      meetings.map((day) => quarterName(quarterOf(day)));
    expect(failing(({ today, meetings }) => wanted(today).join() === quarters(meetings).join())).toEqual([]);
  });

  it('have four behind and one after the next', () => {
    const holds = (calendar: Days): boolean =>
      meetingDay(calendar, -4) < calendar.today && meetingDay(calendar, 1) > meetingDay(calendar, 0);
    expect(failing(holds)).toEqual([]);
  });
});

describe('the webinars', () => {
  it('have one ahead in about two to six weeks', () => {
    const days = daysAhead(({ questionHour }) => questionHour);
    expect([Math.min(...days), Math.max(...days)]).toEqual([9, 42]);
    const outside = days.filter((count) => count < 14);
    expect(outside.length / days.length).toBeLessThan(0.02);
  });

  it('have three behind and at least two of the series ahead, in order', () => {
    const count = (days: readonly Day[], select: (day: Day) => boolean): number => days.filter(select).length;
    const holds = ({ today, webinars }: Days): boolean =>
      count(webinars, (day) => day < today) >= 3 && count(webinars, (day) => day > today) >= 2;
    expect(failing(holds)).toEqual([]);
    expect(failing(({ webinars }) => isInOrder(webinars))).toEqual([]);
  });

  it('have the last two after the next meeting, which plans them', () => {
    expect(failing((calendar) => webinarDay(calendar, 7) > meetingDay(calendar, 0))).toEqual([]);
  });
});

describe('the conferences and the rounds of the counties', () => {
  it('have a BYLIVkonferanse ahead and after the next meeting, on two days running', () => {
    const holds = (calendar: Days): boolean => {
      const { coming, last } = calendar.conferences;
      const next = meetingDay(calendar, 0);
      return coming.first > next && last.last < next && daysBetween(coming.first, coming.last) === 1;
    };
    expect(failing(holds)).toEqual([]);
    expect(failing(({ conferences: { coming } }) => isInOrder([...coming.committee, coming.first]))).toEqual(
      [],
    );
  });

  it('have met all fifteen county authorities, on fifteen days in order', () => {
    const holds = ({ today, countyRound }: Days): boolean =>
      countyRound.length === 15 && isInOrder(countyRound) && (countyRound.at(-1) ?? today) < today;
    expect(failing(holds)).toEqual([]);
  });
});

describe('every day of the sample', () => {
  const daysOf = (calendar: Days): readonly Day[] => {
    const { last, coming } = calendar.conferences;
    const conferences = [last, coming].flatMap((one) => [one.first, one.last, ...one.committee]);
    const { meetings, webinars, questionHour, countyRound, nextRound } = calendar;
    return [...meetings, ...webinars, questionHour, ...conferences, ...countyRound, ...nextRound];
  };

  it('is a working day outside the blocked weeks', () => {
    const days = new Set(calendars.flatMap(daysOf));
    expect(days.size).toBeGreaterThan(600);
    expect([...days].filter((day) => !isWorkingDay(day) || blockedOn(day) !== undefined)).toEqual([]);
  });

  it('has one joint event at most, and none begins today', () => {
    const holds = ({ today, meetings, webinars, questionHour, conferences }: Days): boolean => {
      const { first, last } = conferences.coming;
      const joint = [...meetings, ...webinars, questionHour, first, last];
      return new Set(joint).size === joint.length && !joint.includes(today);
    };
    expect(failing(holds)).toEqual([]);
  });

  it('is a Thursday for the meetings', () => {
    const days = new Set(calendars.flatMap(({ meetings }) => meetings));
    expect(new Set([...days].map(isoWeekday))).toEqual(new Set([4]));
  });
});

it('is the same calendar for the same day', () => {
  const today = dayAt('2028-02-29');
  expect(sampleCalendar(today)).toEqual(sampleCalendar(today));
  expect(sampleCalendar(addDays(today, 1))).not.toEqual(sampleCalendar(today));
});
