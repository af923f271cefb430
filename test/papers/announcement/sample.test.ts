import { keysOf } from '../../../src/app/mailings/keys.ts';
import { describe, expect, it } from 'vitest';
import { addDays, wallTimeFrom, type Day } from '../../../src/domain/time.ts';
import { blocking, checklist } from '../../../src/papers/announcement/checklist.ts';
import { lookAt } from '../../support/webinars.ts';
import { dueTexts } from '../../../src/papers/announcement/due.ts';
import { audienceOf } from '../../support/audience.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import type { Register } from '../../../src/register/register.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { isFree } from '../../../src/register/sample/days.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { dayAt, everyDay } from '../../sample/days.ts';
import { share } from '../../support/campaign.ts';
import { workbookFrom } from '../../sample/workbook-from.ts';

const sampleOn = (today: Day): Register =>
  readRegister(
    workbookFrom(planSetup(undefined, sampleContent(today, keysOf('file')))),
    wallTimeFrom(today, 720),
  ).register;

const first = dayAt('2026-11-23');
const register = sampleOn(first);
const now = wallTimeFrom(first, 720);

describe('the sample', () => {
  it('has an announcement and a follow-up due that can be made', () => {
    const due = dueTexts(lookAt(register, now));
    expect(due.map(({ webinar, kind }) => [webinar.title, kind])).toEqual([
      ['Spørretime: Sentrum i små kommuner', 'announcement'],
      ['Webinar 6: Kulturarv i tettstedet', 'followup'],
    ]);
    const audience = audienceOf(register, {});
    const stops = due.flatMap(({ webinar, kind }) =>
      blocking(
        checklist(
          {
            register,
            webinar,
            kind,
            audience,
            now,
            workbookId: undefined,
            ...{ invited: 1, outdated: [], due: [], has: () => undefined },
          },
          new Set(),
        ),
      ),
    );
    expect(stops).toEqual([]);
  });

  it('has recipients worth choosing, and some who are left out', () => {
    const { chosen, counts, leftOut } = audienceOf(register, { target: 'sentralitet:5-6,liste:webinar' });
    expect([chosen.length, counts]).toEqual([212, { nb: 144, nn: 68 }]);
    expect(leftOut.map(({ id, cause }) => [id, cause.code])).toEqual([
      ['1151', 'no-address'],
      ['1815', 'reserved'],
      ['K-2025-016', 'reserved'],
    ]);
  });

  it('has an announcement due whenever a webinar can be held three to four weeks later', () => {
    const days = everyDay('2026-01-01', '2028-12-31', share(29 * 4, 29));
    const without = days.filter((today) => {
      const due = dueTexts(lookAt(sampleOn(today), wallTimeFrom(today, 720)));
      return !due.some(({ kind }) => kind === 'announcement');
    });
    const couldHave = without.filter((today) =>
      everyDay(addDays(today, 21), addDays(today, 28)).some(isFree),
    );
    expect(couldHave).toEqual([]);
    expect(without.length).toBeLessThan(days.length / 3);
  });
});
