/** Everything with a time that belongs to one of the agreement's six activities. */
import type { StandardText } from '../../domain/standard-text.ts';
import type { Day } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { agreementNumber, type AgreementNumber } from '../agreement-number.ts';
import { singleParties, type SingleParty } from '../../register/announcement-settings.ts';
import { loneDialogues } from '../lone-dialogues.ts';
import { titlesOf } from '../titles.ts';
import type { ReportHappening } from './view.ts';

export interface Happening extends Omit<ReportHappening, 'first' | 'last'> {
  readonly first: Day;
  readonly last: Day;
  readonly number: AgreementNumber;
  /** The parties that took part, whoever is responsible. */
  readonly takesPart: readonly SingleParty[];
}

/** What the report counts: an idea is not an activity yet. */
export const isShown = ({ shared, status }: Activity): boolean => shared && status !== 'idea';

/** In order of time. Activities that must not be shared with the partner are left out, as are those without a time. */
export function happeningsOf(register: Register, today: Day): readonly Happening[] {
  const titleOf = titlesOf(register);
  const activities = register.activities
    .filter(isShown)
    .flatMap((activity) => activityHappening(activity, titleOf(activity), today));
  return [...activities, ...dialoguesOf(register, today)].sort((one, other) =>
    one.first < other.first ? -1 : one.first > other.first ? 1 : 0,
  );
}

const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);

function activityHappening(activity: Activity, title: StandardText, today: Day): readonly Happening[] {
  const { id, type, party, status, start, end } = activity;
  if (start === undefined) return [];
  // An ongoing activity without an end is not over.
  const isOpen = status === 'ongoing' && end === undefined;
  const last = laterOf(start.last, isOpen ? today : (end?.last ?? start.last));
  return [
    {
      ...{ id, title, party, number: agreementNumber[type], first: start.first, last },
      precision: start.precision === 'time' ? 'day' : start.precision,
      state: status === 'cancelled' || status === 'done' ? status : last < today ? 'unconfirmed' : 'coming',
      takesPart: singleParties.filter((single) => hasHandIn(activity, single)),
    },
  ];
}

/** Both are at every quarterly meeting, whoever is the host; and a party that has put hours in took part. */
function hasHandIn(activity: Activity, party: SingleParty): boolean {
  const hours = {
    bylivsenteret: activity.hoursBylivsenteret,
    distriktssenteret: activity.hoursDistriktssenteret,
  };
  return (
    activity.party === party ||
    activity.party === 'both' ||
    activity.type === 'quarterlyMeeting' ||
    (hours[party] ?? 0) > 0
  );
}

/** Contacts with county authorities count for activity 4. */
const dialoguesOf = (register: Register, today: Day): readonly Happening[] =>
  loneDialogues(register).map(({ id, county, topic, date, party }) => ({
    ...{ id, number: '4', precision: 'day', first: date, last: date, party },
    title: topic === undefined ? county : `${county}: ${topic}`,
    state: date > today ? 'coming' : 'done',
    takesPart: singleParties.filter((single) => party === single || party === 'both'),
  }));
