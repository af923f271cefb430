/** The activities in a county that both parties may see. */
import type { StandardText } from '../../domain/standard-text.ts';
import { addDays, type Day } from '../../domain/time.ts';
import type { County } from '../../register/data/counties.ts';
import { countyNumbersOf, isWordIn, readAreas, type Regions } from '../../register/named-places.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Dialogue } from '../../register/tabs/dialogues.ts';
import { agreementNumber } from '../agreement-number.ts';
import { titlesOf } from '../titles.ts';
import type { CountyView } from './view.ts';

const YEAR = 365;

type Happening = CountyView['coming'][number];

/** Whether an activity is about a county: by its area; if no county is known of that, a dialogue with it by its title. */
function isAbout({ area = '', type, title }: Activity, { number, name }: County, regions: Regions): boolean {
  const areas = countyNumbersOf(readAreas(area, regions).places);
  if (areas.size > 0) return areas.has(number);
  return agreementNumber[type] === '4' && isWordIn(name, title);
}

const isSettled = ({ shared, status }: Activity): boolean =>
  shared && status !== 'cancelled' && status !== 'idea';

const lastDayOf = ({ start, end }: Activity): Day | undefined => end?.last ?? start?.last;

function viewOf(activity: Activity, title: StandardText): Happening {
  const { id, party, status, start } = activity;
  const last = lastDayOf(activity);
  const when =
    start === undefined || last === undefined
      ? undefined
      : { precision: start.precision === 'time' ? 'day' : start.precision, first: start.first, last };
  return { id, title, party, when, isDone: status === 'done' } as const;
}

/** Those without a day come last. */
const byDay = (one: Happening, other: Happening): number =>
  (one.when?.first ?? '9').localeCompare(other.when?.first ?? '9');

/** Coming activities, the next first, and those of the last year, the newest first. */
export function happeningsIn(
  register: Register,
  county: County,
  today: Day,
): Pick<CountyView, 'coming' | 'past'> {
  const regions = regionsOf(register);
  const titleOf = titlesOf(register);
  const own = register.activities.filter((one) => isSettled(one) && isAbout(one, county, regions));
  const isPast = (one: Activity): boolean => one.status === 'done' || (lastDayOf(one) ?? today) < today;
  const since = addDays(today, -YEAR);
  return {
    coming: own
      .filter((one) => !isPast(one))
      .map((one) => viewOf(one, titleOf(one)))
      .sort(byDay),
    past: own
      .filter((one) => isPast(one) && (lastDayOf(one) ?? '') >= since)
      .map((one) => viewOf(one, titleOf(one)))
      .sort(byDay)
      .reverse(),
  };
}

/** Completed meetings with a county authority for which no contact is recorded. */
export function unnotedIn(
  register: Register,
  county: County,
  behind: readonly Dialogue[],
  today: Day,
): readonly Happening[] {
  const since = addDays(today, -YEAR);
  const regions = regionsOf(register);
  const titleOf = titlesOf(register);
  return register.activities
    .filter((one) => one.type === 'countyDialogue' && one.status === 'done')
    .filter((one) => isSettled(one) && isAbout(one, county, regions) && (lastDayOf(one) ?? '') >= since)
    .map((one) => viewOf(one, titleOf(one)))
    .filter(
      ({ when }) => !behind.some(({ date }) => when !== undefined && when.first <= date && date <= when.last),
    )
    .sort(byDay);
}
