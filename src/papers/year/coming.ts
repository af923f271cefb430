/** What comes: texts that go out, activities, and deadlines, each on its day. For those who run Felles. */
import type { StandardText } from '../../domain/standard-text.ts';
import { dayOf, type Day } from '../../domain/time.ts';
import type { MailingKind } from '../../domain/mailing-kind.ts';
import type { Precision } from '../../domain/time.ts';
import { regionsOf } from '../../register/regions.ts';
import { openSteps } from '../../register/rules/county-guard.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { TabKey } from '../../register/tabs.ts';
import { webinarTexts } from '../announcement/due.ts';
import type { Outlook } from '../announcement/outdated.ts';
import { polledMeetings, pollOf } from '../plan/poll.ts';
import { titlesOf } from '../titles.ts';

/** A day on which something goes out, takes place or must be done. */
export interface Coming {
  /** Days of an activity that is given less exactly; the same day twice otherwise. */
  readonly first: Day;
  readonly last: Day;
  readonly precision: Precision;
  readonly what:
    | { readonly kind: 'text'; readonly text: MailingKind; readonly offsetDays: number | undefined }
    | { readonly kind: 'activity'; readonly type: Activity['type']; readonly isSure: boolean }
    | { readonly kind: Deadline };
  readonly about: { readonly tab: TabKey; readonly id: string };
  readonly title: StandardText;
}

/** What must be done by its day: an action, a step with a county, an approval, an answer of a speaker or about days, a registration. */
export type Deadline = 'action' | 'nextStep' | 'approval' | 'answerBy' | 'poll' | 'registration';

/** In order of day, from the first day to the last, both included. */
export function comingIn(outlook: Outlook, first: Day, last: Day): readonly Coming[] {
  const all = [...textsOf(outlook), ...activitiesOf(outlook), ...deadlinesOf(outlook)];
  const keyOf = ({ first: day, about: { id } }: Coming): string => `${day} ${id}`;
  return all
    .filter((one) => one.last >= first && one.first <= last)
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const onDay = (day: Day): Pick<Coming, 'first' | 'last' | 'precision'> => ({
  first: day,
  last: day,
  precision: 'day',
});

/** Those that nobody has sent yet, and that can still go out. */
function textsOf(outlook: Outlook): readonly Coming[] {
  const titleOf = titlesOf(outlook.register);
  return webinarTexts(outlook)
    .filter(({ state }) => state === 'due' || state === 'overdue' || state === 'coming')
    .map(({ webinar, kind, offsetDays, due }) => ({
      // One that is late goes out today.
      ...onDay(due < dayOf(outlook.now) ? dayOf(outlook.now) : due),
      what: { kind: 'text', text: kind, offsetDays },
      about: { tab: 'activities', id: webinar.id },
      title: titleOf(webinar),
    }));
}

function activitiesOf({ register, now }: Outlook): readonly Coming[] {
  const titleOf = titlesOf(register);
  return register.activities.flatMap((activity): readonly Coming[] => {
    const { id, type, status, start, end } = activity;
    if (start === undefined || status === 'cancelled' || status === 'done') return [];
    const last = end?.last ?? start.last;
    if (last < dayOf(now)) return [];
    const precision = start.precision === 'time' ? 'day' : start.precision;
    return [
      {
        ...{ first: start.first, last: last < start.last ? start.last : last, precision },
        what: { kind: 'activity', type, isSure: status !== 'idea' },
        about: { tab: 'activities', id },
        title: titleOf(activity),
      },
    ];
  });
}

function deadlinesOf({ register, now }: Outlook): readonly Coming[] {
  const today = dayOf(now);
  const titleOf = titlesOf(register);
  const found: Coming[] = [];
  const add = (kind: Deadline, day: Day | undefined, about: Coming['about'], title: StandardText): void => {
    if (day !== undefined && day >= today) found.push({ ...onDay(day), what: { kind }, about, title });
  };
  for (const { id, action, status, deadline } of register.actions)
    if (status === 'open') add('action', deadline, { tab: 'actions', id }, action);
  for (const { id, county, nextStep, deadline } of openSteps(register.dialogues, regionsOf(register), today))
    add('nextStep', deadline, { tab: 'dialogues', id }, `${county}: ${nextStep}`);
  for (const { id, title, status, answerBy } of register.slots)
    if (status === 'asked') add('answerBy', answerBy, { tab: 'slots', id }, title);
  for (const activity of register.activities) {
    const about = { tab: 'activities', id: activity.id } as const;
    if (activity.status === 'cancelled') continue;
    add('registration', activity.registrationDeadline, about, titleOf(activity));
    const isApproved = [activity.approvedByBylivsenteret, activity.approvedByDistriktssenteret].every(
      Boolean,
    );
    if (!isApproved) add('approval', activity.approvalDeadline, about, titleOf(activity));
  }
  for (const id of polledMeetings(register)) {
    const meeting = register.activities.find((one) => one.id === id);
    if (meeting?.status === 'idea')
      add('poll', pollOf(register, id, today)?.deadline, { tab: 'activities', id }, titleOf(meeting));
  }
  return found;
}
