/** The webinars that mailings are made of. */
import { inFew } from '../../domain/few.ts';
import { comparedName } from '../../domain/compare.ts';
import type { WallTime } from '../../domain/time.ts';
import { nearest } from '../../domain/nearest.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { Register } from '../../register/register.ts';
import type { When } from '../../register/cells/when.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import { activityById } from '../named-activity.ts';
import { activityNamed } from '../named-row.ts';

/** A webinar that is more than an idea and starts at a known time (Oslo). It may be past or cancelled. */
export type Webinar = Activity & {
  readonly type: 'webinar';
  readonly start: When & { readonly time: WallTime };
};

const isWebinar = (activity: Activity): activity is Webinar =>
  activity.type === 'webinar' && activity.start?.time !== undefined && activity.status !== 'idea';

/** Every webinar that is more than an idea and has a time, in order of time. */
export function webinarsOf(register: Register): readonly Webinar[] {
  const keyOf = ({ start, id }: Webinar): string => `${start.time} ${id}`;
  return register.activities.filter(isWebinar).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** The webinars that mailings are wanted about: one by its ID, a series by its name, or all. */
export interface WebinarRequest {
  /** As `normaliseId` gives it. */
  readonly webinar?: string | undefined;
  readonly series?: string | undefined;
}

/** The request with the ID of the webinar that it names in another way. `now` is Oslo time. Throws UserError. */
export const namedRequest = (register: Register, request: WebinarRequest, now: WallTime): WebinarRequest =>
  request.webinar === undefined
    ? request
    : { webinar: activityNamed(request.webinar, register, webinarsOf(register), now) };

/** Whether it will be held, as planned. */
export const isOn = ({ status }: Activity): boolean => status !== 'cancelled' && status !== 'idea';

/** Whether it is over at a moment (Oslo): its end has passed, or, if it has none, its start. */
export function isOver({ start, end }: Webinar, now: WallTime): boolean {
  return (end?.time ?? start.time) <= now;
}

/**
 * The webinars that were asked for, in order of time; without a request all of them. Throws UserError, with advice, if
 * there is none.
 */
export function requestedWebinars(register: Register, request: WebinarRequest): readonly Webinar[] {
  const webinars = webinarsOf(register);
  if (request.webinar !== undefined) return [webinarById(register, webinars, request.webinar)];
  return request.series === undefined ? webinars : ofSeries(webinars, request.series);
}

function webinarById(register: Register, webinars: readonly Webinar[], id: string): Webinar {
  const found = webinars.find((webinar) => webinar.id === id);
  if (found !== undefined) return found;
  const activity = activityById(
    register,
    id,
    webinars.map((webinar) => webinar.id),
  );
  const named = `${id} «${activity.title}»`;
  if (activity.type !== 'webinar') {
    throw new UserError(msg`${named} is not a webinar.`, msg`Name a row of the type Webinar.`);
  }
  if (activity.status === 'idea') {
    throw new UserError(
      msg`${named} is only an idea.`,
      msg`Set its status to Planlagt or Bekreftet when it is decided.`,
    );
  }
  throw new UserError(
    msg`${named} has no time of day.`,
    msg`Write date and time in Start in row ${activity.at.row} of Aktiviteter, for example 12.03.2026 10:00.`,
  );
}

function ofSeries(webinars: readonly Webinar[], series: string): readonly Webinar[] {
  const found = webinars.filter((webinar) => comparedName(webinar.series ?? '') === comparedName(series));
  if (found.length > 0) return found;
  const names = [...new Set(webinars.flatMap((webinar) => webinar.series ?? []))];
  const near = nearest(series, names);
  throw new UserError(
    msg`No webinar is in a series «${series}».`,
    near === undefined ? asInColumn(names) : msg`Did you mean «${near}»?`,
  );
}

const asInColumn = (names: readonly string[]): string =>
  names.length === 0
    ? msg`Write the name as in the column Serie of Aktiviteter.`
    : msg`Write the name as in the column Serie of Aktiviteter: ${inFew(names.map((name) => `«${name}»`))}.`;
