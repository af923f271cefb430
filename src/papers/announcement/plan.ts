/**
 * The plan of a webinar: which texts will go out on which days. It is computed again every time from when the webinar
 * is now, so that a moved webinar moves all its texts.
 */
import {
  blockedOn,
  holidayOn,
  isWeekend,
  isWorkingDay,
  type Blocked,
  type Holiday,
} from '../../domain/holidays.ts';
import type { MailingKind } from '../../domain/mailing-kind.ts';
import { addDays, dayOf, type Day } from '../../domain/time.ts';
import type { AnnouncementSettings } from '../../register/announcement-settings.ts';
import type { Webinar } from './webinars.ts';

/** The kinds that follow from the day of a webinar. The other kinds follow from changes to it. */
export type PlannedKind = Exclude<MailingKind, 'moved' | 'cancelled' | 'correction'>;

/** Which text of a webinar: `offsetDays` distinguishes its reminders. */
export interface TextKey {
  readonly kind: MailingKind;
  readonly offsetDays?: number | undefined;
}

/** Why a text does not go out on the day it was wanted. */
export type BadDay = 'weekend' | Holiday | Extract<Blocked, { readonly weight: 'hard' }>['why'];

/** A text and its day. */
export interface PlannedText {
  /** The activity's ID. */
  readonly activity: string;
  readonly kind: PlannedKind;
  /** Days before the webinar, for a follow-up days after, as the settings have them. */
  readonly offsetDays: number;
  /** The day that many days before or after. */
  readonly wanted: Day;
  /** The day it goes out on: a working day on which people are at work. */
  readonly due: Day;
  readonly movedBecause?: BadDay | undefined;
  /** It would come on the day of another text or before the announcement, which replaces it. */
  readonly coveredBy?: TextKey | undefined;
}

/** Why nobody would read a text that day; undefined for a day that is fine. */
function badDay(day: Day): BadDay | undefined {
  const blocked = blockedOn(day);
  if (isWeekend(day)) return 'weekend';
  return holidayOn(day) ?? (blocked?.weight === 'hard' ? blocked.why : undefined);
}

const isGood = (day: Day): boolean => isWorkingDay(day) && blockedOn(day)?.weight !== 'hard';

/** The day itself or the nearest good one before it (step -1) or after it (step 1). */
function goodDay(from: Day, step: -1 | 1): Day {
  let day = from;
  while (!isGood(day)) day = addDays(day, step);
  return day;
}

/**
 * The texts of a webinar in the order in which they are wanted. Texts that announce the webinar go out on the working day
 * before a bad day, so never too late. A follow-up goes out on the working day after, so never before the webinar.
 * `announcedOn` is the day on which the announcement really goes or went out, when that is not its day in the plan.
 */
export function webinarPlan(
  webinar: Webinar,
  settings: AnnouncementSettings,
  announcedOn?: Day,
): readonly PlannedText[] {
  const start = webinar.start.first;
  const lastDay = webinar.end?.time === undefined ? start : dayOf(webinar.end.time);
  const before = (kind: PlannedKind, offsetDays: number): PlannedText =>
    planned(webinar.id, kind, offsetDays, addDays(start, -offsetDays), -1);
  const announcement = before('announcement', settings.announceDaysBefore);
  const reminders = settings.remindDaysBefore.map((days) => before('reminder', days));
  const followUp = planned(
    webinar.id,
    'followup',
    settings.followUpDaysAfter,
    addDays(lastDay, settings.followUpDaysAfter),
    1,
  );
  return [
    announcement,
    ...covered({ ...announcement, due: announcedOn ?? announcement.due }, reminders),
    followUp,
  ];
}

function planned(
  activity: string,
  kind: PlannedKind,
  offsetDays: number,
  wanted: Day,
  step: -1 | 1,
): PlannedText {
  const text = { activity, kind, offsetDays, wanted, due: goodDay(wanted, step) };
  const why = badDay(wanted);
  return why === undefined ? text : { ...text, movedBecause: why };
}

/** What identifies a text of a webinar: only reminders come several times. */
export const textKey = ({ kind, offsetDays }: PlannedText): TextKey =>
  kind === 'reminder' ? { kind, offsetDays } : { kind };

/** No reminder on the day of the announcement or before it, and no two on one day. The first one stays. */
function covered(announcement: PlannedText, reminders: readonly PlannedText[]): readonly PlannedText[] {
  let last = announcement;
  return reminders.map((reminder) => {
    if (reminder.due <= last.due) return { ...reminder, coveredBy: textKey(last) };
    last = reminder;
    return reminder;
  });
}
