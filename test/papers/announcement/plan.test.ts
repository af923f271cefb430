import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockedOn, isWorkingDay } from '../../../src/domain/holidays.ts';
import { addDays, dayFrom, dayOf, daysBetween, wallTimeFrom, type Day } from '../../../src/domain/time.ts';
import { webinarPlan, type PlannedText } from '../../../src/papers/announcement/plan.ts';
import type { Webinar } from '../../../src/papers/announcement/webinars.ts';
import type { AnnouncementSettings } from '../../../src/register/announcement-settings.ts';
import { settingsOf } from '../../../src/register/settings.ts';
import { nowAt } from '../../support/build-workbook.ts';
import { registerWith, webinarIn, webinarRow } from '../../support/webinars.ts';

const usual = settingsOf(registerWith({})).announcements;
const some = webinarIn(
  registerWith({ Aktiviteter: [webinarRow('A-2026-031', '2026-12-15T10:00')] }),
  'A-2026-031',
);

/** The webinar at another time. */
const at = (day: Day, minutes = 600): Webinar => {
  const time = wallTimeFrom(day, minutes);
  return { ...some, start: { precision: 'time', first: day, last: day, time }, end: undefined };
};

const planOn = (day: string, settings: AnnouncementSettings = usual): readonly PlannedText[] =>
  webinarPlan(at(dayOf(nowAt(`${day}T10:00`))), settings);

const shortened = (plan: readonly PlannedText[]): readonly (readonly unknown[])[] =>
  plan.map(({ kind, offsetDays, due, movedBecause, coveredBy }) => [
    kind,
    offsetDays,
    due,
    ...(movedBecause === undefined ? [] : [movedBecause]),
    ...(coveredBy === undefined ? [] : [coveredBy]),
  ]);

describe('the plan of a webinar', () => {
  it('counts from the day it is on', () => {
    expect(shortened(planOn('2026-11-12'))).toEqual([
      ['announcement', 28, '2026-10-15'],
      ['reminder', 7, '2026-11-05'],
      ['reminder', 1, '2026-11-11'],
      ['followup', 2, '2026-11-16', 'weekend'],
    ]);
  });

  const moved: readonly (readonly [string, string, readonly (readonly unknown[])[]])[] = [
    [
      'Easter',
      '2027-03-31',
      [
        ['announcement', 28, '2027-03-03'],
        ['reminder', 7, '2027-03-19', 'easterWeek'],
        ['reminder', 1, '2027-03-30'],
        ['followup', 2, '2027-04-02'],
      ],
    ],
    [
      'the seventeenth of May',
      '2027-05-18',
      [
        ['announcement', 28, '2027-04-20'],
        ['reminder', 7, '2027-05-11'],
        ['reminder', 1, '2027-05-14', 'constitutionDay'],
        ['followup', 2, '2027-05-20'],
      ],
    ],
    [
      'the turn of the year, where both reminders would come before Christmas',
      '2027-01-07',
      [
        ['announcement', 28, '2026-12-10'],
        ['reminder', 7, '2026-12-16', 'christmas'],
        ['reminder', 1, '2026-12-16', 'christmas', { kind: 'reminder', offsetDays: 7 }],
        ['followup', 2, '2027-01-11', 'weekend'],
      ],
    ],
    [
      'July, in which the announcement does for the reminder as well',
      '2027-08-04',
      [
        ['announcement', 28, '2027-06-30', 'july'],
        ['reminder', 7, '2027-06-30', 'july', { kind: 'announcement' }],
        ['reminder', 1, '2027-08-03'],
        ['followup', 2, '2027-08-06'],
      ],
    ],
    [
      'a leap day',
      '2028-03-28',
      [
        ['announcement', 28, '2028-02-29'],
        ['reminder', 7, '2028-03-21'],
        ['reminder', 1, '2028-03-27'],
        ['followup', 2, '2028-03-30'],
      ],
    ],
  ];
  it.each(moved)('goes around %s', (_, day, expected) => {
    expect(shortened(planOn(day))).toEqual(expected);
  });

  it('goes by the settings', () => {
    const settings = { ...usual, announceDaysBefore: 14, remindDaysBefore: [3], followUpDaysAfter: 0 };
    expect(shortened(planOn('2026-11-12', settings))).toEqual([
      ['announcement', 14, '2026-10-29'],
      ['reminder', 3, '2026-11-09'],
      ['followup', 0, '2026-11-12'],
    ]);
  });

  it('reminds nobody before the announcement', () => {
    const settings = { ...usual, announceDaysBefore: 5, remindDaysBefore: [7, 1] };
    expect(planOn('2026-11-12', settings).map(({ coveredBy }) => coveredBy?.kind)).toEqual([
      undefined,
      'announcement',
      undefined,
      undefined,
    ]);
  });
});

const firstDay = dayFrom(2025, 1, 1) ?? dayOf(nowAt('2025-01-01T00:00'));
const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays(firstDay, days));
const offset = fc.integer({ min: 0, max: 120 });
const anySettings = fc
  .record({ announce: offset, remind: fc.uniqueArray(offset, { maxLength: 4 }), followUp: offset })
  .map(({ announce, remind, followUp }) => ({
    ...usual,
    announceDaysBefore: announce,
    remindDaysBefore: remind.toSorted((one, other) => other - one),
    followUpDaysAfter: followUp,
  }));

describe('every plan', () => {
  it('has only days on which people are at work, before the webinar or after it', () => {
    fc.assert(
      fc.property(anyDay, anySettings, (day, settings) => {
        const plan = webinarPlan(at(day), settings);
        for (const { kind, wanted, due, movedBecause } of plan) {
          expect([due, isWorkingDay(due), blockedOn(due)?.weight === 'hard']).toEqual([due, true, false]);
          expect((due === wanted) === (movedBecause === undefined)).toBe(true);
          if (kind === 'followup') expect(due >= wanted && wanted >= day).toBe(true);
          else expect(due <= wanted && wanted <= day).toBe(true);
        }
        expect(plan).toHaveLength(settings.remindDaysBefore.length + 2);
      }),
    );
  });

  it('moves with the webinar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200, max: 200 }), anySettings, (day, days, settings) => {
        const wantedOn = (when: Day): readonly Day[] =>
          webinarPlan(at(when), settings).map(({ wanted }) => wanted);
        const [before, after] = [wantedOn(day), wantedOn(addDays(day, days))];
        expect(after).toEqual(before.map((wanted) => addDays(wanted, days)));
        expect(before.map((wanted) => daysBetween(wanted, day))).toEqual([
          settings.announceDaysBefore,
          ...settings.remindDaysBefore,
          -settings.followUpDaysAfter || 0,
        ]);
      }),
    );
  });

  it('is the same at any time of the day, clock changes included', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
        const dues = (webinar: Webinar): readonly Day[] => webinarPlan(webinar, usual).map(({ due }) => due);
        expect(dues(at(day, minutes))).toEqual(dues(at(day)));
      }),
    );
  });

  it('has no two texts before the webinar on one day, but for those that are covered', () => {
    fc.assert(
      fc.property(anyDay, anySettings, (day, settings) => {
        const dues = webinarPlan(at(day), settings)
          .filter(({ kind, coveredBy }) => kind !== 'followup' && coveredBy === undefined)
          .map(({ due }) => due);
        expect(dues).toEqual([...new Set(dues)].toSorted());
      }),
    );
  });
});
