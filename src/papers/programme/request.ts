/** The activity that a programme is for. */
import { msg } from '../../domain/msg.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Register } from '../../register/register.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { activityById } from '../named-activity.ts';
import { activityNamed } from '../named-row.ts';

/** An activity whose day or days are given, even if only roughly. */
export type Dated = Activity & { readonly start: NonNullable<Activity['start']> };

const isDated = (activity: Activity): activity is Dated => activity.start !== undefined;

const lookForIt = (): string =>
  msg`Look at the tabs Aktiviteter and Program, or run «npm run check» to see what is wrong with their rows.`;

/**
 * The activity that is named, as `activityNamed` reads it. Without a name, the next conference that has a programme, otherwise the
 * next activity of any kind that has one. Throws UserError, with advice, if there is none.
 */
export function requestedActivity(register: Register, name: string | undefined, now: WallTime): Dated {
  return name === undefined ? nextWithProgramme(register, now) : withProgramme(register, name, now);
}

function nextWithProgramme({ activities, slots }: Register, now: WallTime): Dated {
  const withSlots = new Set(slots.map(({ activity }) => activity));
  const coming = activities
    .filter(isDated)
    .filter(
      ({ id, status, start, end }) =>
        withSlots.has(id) && status !== 'cancelled' && (end?.last ?? start.last) >= dayOf(now),
    )
    .sort((one, other) => (one.start.first < other.start.first ? -1 : 1));
  const next = coming.find(({ type }) => type === 'conference') ?? coming[0];
  if (next !== undefined) return next;
  throw new UserError(
    msg`No coming activity has a programme.`,
    msg`Write its slots in the tab Program, or name a past one with --activity.`,
  );
}

function withProgramme(register: Register, name: string, now: WallTime): Dated {
  const withSlots = register.slots.map((slot) => slot.activity);
  const rows = register.activities.filter((one) => withSlots.includes(one.id));
  const id = activityNamed(name, register, rows, now);
  const activity = activityById(register, id, withSlots, lookForIt());
  const named = `${id} «${activity.title}»`;
  if (!withSlots.includes(id)) {
    throw new UserError(
      msg`${named} has no programme.`,
      msg`Write its slots in the tab Program, with the ID under Aktivitet.`,
    );
  }
  if (!isDated(activity)) {
    throw new UserError(
      msg`${named} has no date.`,
      msg`Write when it starts in row ${activity.at.row} of Aktiviteter.`,
    );
  }
  return activity;
}
