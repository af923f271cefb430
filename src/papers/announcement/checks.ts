/** The checks that a mailing goes through before it is made, each by its name. The findings are in words for the terminal. */
import { nearest } from '../../domain/nearest.ts';
import type { MailingKind } from '../../domain/mailing-kind.ts';
import { dayFrom, dayOf, dayParts, daysInMonth, type Day, type WallTime } from '../../domain/time.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import type { AnnouncementSettings } from '../../register/announcement-settings.ts';
import type { Register } from '../../register/register.ts';
import type { Audience, HasAlready } from './audience.ts';
import type { Outdated, RightingKind } from './outdated.ts';
import type { CalendarState } from './sent.ts';
import type { Webinar } from './webinars.ts';

/** What is looked at. */
export interface Inspection {
  readonly register: Register;
  readonly settings: AnnouncementSettings;
  readonly webinar: Webinar;
  readonly kind: MailingKind;
  readonly audience: Audience;
  /** How many may have something that says that the webinar will be held. */
  readonly invited: number;
  /** Those who have an older text, with what has changed. */
  readonly outdated: readonly Outdated[];
  /** The mailings that would put right what somebody has, whatever this one is. */
  readonly due: readonly RightingKind[];
  /** Who has what the mailing says already. */
  readonly has: HasAlready;
  /** Mailings of which this machine knows that the ledger has all rows. */
  readonly whole?: ReadonlySet<string> | undefined;
  readonly calendar: CalendarState;
  /** Oslo time. */
  readonly now: WallTime;
  /** The ID that the service gives the workbook; undefined for a file. */
  readonly workbookId: string | undefined;
}

/** Why a mailing may not be made, and what to do about it. */
export interface Fault {
  readonly message: string;
  readonly advice: string;
}

/** One check: the kinds it applies to, the kinds for which nobody may override it, and what it finds. */
export interface Check<Name extends string = string> {
  readonly name: Name;
  readonly kinds: readonly MailingKind[];
  /** Kinds whose mailing would make no sense if the check failed. */
  readonly fixedFor: readonly MailingKind[];
  readonly find: (inspection: Inspection) => Fault | undefined;
}

export const fault = (message: string, advice: string): Fault => ({ message, advice });

/** `A-2026-031 in row 17 of Aktiviteter`, to show where to look. */
export const placeOfWebinar = ({ id, at }: Webinar): string => msg`${id} in row ${at.row} of ${at.tab}`;

/** The same date half a year earlier, or the last day of that month if it is shorter. */
export function halfAYearBefore(day: Day): Day {
  const { year, month, day: date } = dayParts(day);
  const [ofYear, ofMonth] = month > 6 ? [year, month - 6] : [year - 1, month + 6];
  return dayFrom(ofYear, ofMonth, Math.min(date, daysInMonth(ofYear, ofMonth))) ?? day;
}

/** The day of the inspection. */
export const todayOf = ({ now }: Inspection): Day => dayOf(now);

/** Names of checks as the operator writes them, with commas. Throws UserError for an unknown name. */
export function parseCheckNames<Name extends string>(
  text: string,
  names: readonly Name[],
): ReadonlySet<Name> {
  const wanted = text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  return new Set(wanted.map((name) => known(name, names)));
}

function known<Name extends string>(name: string, names: readonly Name[]): Name {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  const near = nearest(name, names);
  throw new UserError(
    msg`There is no check «${name}».`,
    near === undefined ? msg`The checks are ${names.join(', ')}.` : msg`Did you mean «${near}»?`,
  );
}
