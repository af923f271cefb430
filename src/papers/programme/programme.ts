/** The programme of a conference, webinar or gathering (the agreement's activities 3, 4 and 6). */
import { groupBy } from '../../domain/group.ts';
import { dayOf, daysBetween, parseDay, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import { slotsDoNotOverlap } from '../../register/rules/overlaps.ts';
import { slotTimes } from '../../register/slot-times.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Slot } from '../../register/tabs/slots.ts';
import { lastRelease, type LastRelease } from '../record/slot-record.ts';
import { slotTitle, titlesOf } from '../titles.ts';
import { changesSince, touchedSpeakers } from './changes.ts';
import { calendarOf } from './calendar.ts';
import { requestedActivity, type Dated } from './request.ts';
import type { Clash, Programme, ProgrammeView, SlotName, SlotView } from './view.ts';

/**
 * The programme of an activity. `id` is the activity's; without it the next one that has a programme. `now` is Oslo time.
 * Throws UserError if there is none.
 */
export function programme(register: Register, id: string | undefined, now: WallTime): Programme {
  const activity = requestedActivity(register, id, now);
  const today = dayOf(now);
  const all = register.slots.filter((slot) => slot.activity === activity.id);
  const slots = slotsOf(register, activity);
  const last = lastRelease(register, activity.id);
  const compared = { register, last, activity, slots };
  const changes = changesSince(compared);
  const with_ = (status: string): number => all.filter((slot) => slot.status === status).length;
  return {
    reference: activity.id,
    asOf: today,
    activity: activityView(register, activity),
    texts: { nb: publishedIn(register, activity, 'nb'), nn: publishedIn(register, activity, 'nn') },
    released: releasedView(last),
    isDraft: last === undefined || changes.length > 0,
    days: [...daysOf(slots, declinedIn(all, activity))],
    untimed: slots.filter(({ start }) => start === undefined),
    counts: {
      all: slots.length,
      confirmed: with_('confirmed'),
      asked: with_('asked'),
      wanted: with_('wanted'),
      declined: with_('declined'),
    },
    unconfirmed: unconfirmedIn(slots, all, activity, today),
    clashes: [...clashesOf(register, activity, now)],
    changes: [...changes],
    touched: touchedSpeakers(changes, compared),
    calendar: calendarOf(compared),
  };
}

function activityView(register: Register, activity: Dated): ProgrammeView['activity'] {
  const { id, start, end, place, link, registration, registrationDeadline, status } = activity;
  return {
    id,
    title: titlesOf(register)(activity),
    start: start.time,
    end: end?.time,
    when: { precision: start.precision, first: start.first, last: end?.last ?? start.last },
    place,
    link,
    registration,
    registrationDeadline,
    isCancelled: status === 'cancelled',
  };
}

/** Only texts that somebody has approved by name go out. */
function publishedIn(
  { texts }: Register,
  { id }: Activity,
  standard: 'nb' | 'nn',
): ProgrammeView['published'] {
  const text = texts.find(
    ({ activity, standard: own, approvedBy }) =>
      activity === id && own === standard && approvedBy !== undefined,
  );
  return text === undefined ? undefined : { title: text.title, ingress: text.ingress };
}

function releasedView(last: LastRelease | undefined): ProgrammeView['released'] {
  if (last === undefined) return undefined;
  const at = wallTimeOfUtc(last.at);
  return { version: last.version, on: at === undefined ? undefined : dayOf(at) };
}

/** The slots that may take place, in order of time and then of rooms; those without a time come last. */
function slotsOf({ slots }: Register, activity: Activity): readonly SlotView[] {
  const keyOf = ({ start, room, id }: SlotView): string => `${start ?? '~'} ${room ?? ''} ${id}`;
  return slots
    .filter((slot) => slot.activity === activity.id)
    .flatMap((slot): readonly SlotView[] => {
      const { id, room, speaker, organisation, status } = slot;
      if (status === 'declined') return [];
      const { start, end } = slotTimes(slot, activity);
      return [{ id, title: slotTitle(slot), start, end, room, speaker, organisation, status }];
    })
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function* daysOf(
  slots: readonly SlotView[],
  open: Programme['days'][number]['open'],
): Generator<Programme['days'][number]> {
  const timed = slots.filter(({ start }) => start !== undefined);
  for (const [day, own] of groupBy(timed, ({ start = '' }) => start.slice(0, 10)))
    yield { day, hasRooms: own.some(({ room }) => room !== undefined), slots: own, open };
}

const declinedIn = (slots: readonly Slot[], activity: Activity): Programme['days'][number]['open'] =>
  slots.filter(({ status }) => status === 'declined').map((slot) => slotTimes(slot, activity));

function unconfirmedIn(
  slots: readonly SlotView[],
  rows: readonly Slot[],
  activity: Dated,
  today: Day,
): Programme['unconfirmed'] {
  const deadlines = new Map(rows.map(({ id, answerBy }) => [id, answerBy]));
  return slots
    .filter(({ status }) => status !== 'confirmed')
    .map((slot) => {
      const answerBy = deadlines.get(slot.id);
      const isLate = answerBy !== undefined && answerBy < today;
      return { ...slot, daysLeft: daysLeft(slot, activity, today), answerBy, isLate };
    })
    .sort((one, other) => (one.answerBy ?? '9').localeCompare(other.answerBy ?? '9'));
}

function daysLeft({ start }: SlotView, activity: Dated, today: Day): number | undefined {
  const day = parseDay(start?.slice(0, 10) ?? '') ?? activity.start.first;
  return day < today ? undefined : daysBetween(today, day);
}

/** The rule by which `npm run check` finds clashes, for the slots of one activity. */
function* clashesOf(register: Register, activity: Activity, now: WallTime): Generator<Clash> {
  const named = (id: string | undefined): SlotName | undefined => {
    const slot = register.slots.find((each) => each.id === id);
    if (slot === undefined) return undefined;
    const own = register.activities.find((each) => each.id === slot.activity) ?? activity;
    const { start } = slotTimes(slot, own);
    // An activity that a party keeps to itself is named only by its ID.
    if (!own.shared && own !== activity) return { id: slot.id, title: slot.id, start };
    return { id: slot.id, title: slotTitle(slot), start };
  };
  const own = new Set(register.slots.filter((slot) => slot.activity === activity.id).map(({ id }) => id));
  for (const found of slotsDoNotOverlap(register, now)) {
    if (found.code !== 'slots-overlap') continue;
    const { what, who, id } = found.args;
    const [one, other] = [named(id), named(found.at.id)];
    if (one === undefined || other === undefined || (!own.has(one.id) && !own.has(other.id))) continue;
    yield { what, who, one, other };
  }
}
