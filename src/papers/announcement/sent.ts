/** What has been sent of a webinar, as the ledger tells: to whom, and based on which time. */
import {
  isAfter,
  isOnlyWritten,
  isUnsettled,
  mayBeKnown,
  mayHaveArrived,
} from '../../domain/ledger-event.ts';
import { parseMailingId, type WebinarMailingParts } from '../../domain/mailing-kind.ts';
import { groupBy } from '../../domain/group.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import { writtenStandards } from '../../register/lists.ts';
import { dayOf, parseWallTime, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import type { Webinar } from './webinars.ts';

/** When an activity was to be as a mailing was made (Oslo): what the ledger's column `gjelder` holds. */
export interface Basis {
  readonly start: WallTime;
  readonly end?: WallTime | undefined;
}

export const basisOf = ({ start, end }: Webinar): Basis => ({ start: start.time, end: end?.time });

/** `2026-12-03T10:00/2026-12-03T11:30`, an interval of ISO 8601; the start alone where no end is known. */
export const basisText = ({ start, end }: Basis): string => (end === undefined ? start : `${start}/${end}`);

/** The other way; undefined for text that is none. */
export function parseBasis(text: string): Basis | undefined {
  const [from = '', to] = text.trim().split('/');
  const start = parseWallTime(from);
  const end = to === undefined ? undefined : parseWallTime(to);
  return start === undefined || (to !== undefined && end === undefined) ? undefined : { start, end };
}

/** A mailing that reached somebody, or may have. */
export interface SentMailing extends WebinarMailingParts {
  readonly id: string;
  /** Absent where the ledger does not tell. */
  readonly basis: Basis | undefined;
  readonly sequence: number | undefined;
  /** The day of its last event (Oslo); absent where the ledger does not tell. */
  readonly day: Day | undefined;
}

const keyOf = ({ mailing, recipientKey }: LedgerEvent): string => `${mailing} ${recipientKey}`;

/**
 * The last event of each recipient in each mailing, in the order in which they came. Where people have sorted the rows, attempt
 * and event tell which one came last.
 */
export function lastEvents(ledger: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const last = new Map<string, LedgerEvent>();
  for (const event of ledger) {
    const key = keyOf(event);
    const before = last.get(key);
    if (before !== undefined && !isAfter(event, before)) continue;
    last.delete(key);
    last.set(key, event);
  }
  return [...last.values()];
}

/** Every mailing that may have reached somebody, by activity, the one sent last at the end. */
export const sentMailings = ({ ledger }: Register): ReadonlyMap<string, readonly SentMailing[]> =>
  mailingsWith(ledger, mayHaveArrived);

/** Every mailing about a webinar of which files or drafts were made, and nobody has said whether they were sent. */
export const writtenMailings = ({ ledger }: Register): ReadonlyMap<string, readonly SentMailing[]> =>
  mailingsWith(ledger, isOnlyWritten);

/** Every mailing that may stand in somebody's calendar: sent, or written and then sent by hand. */
export const knownMailings = ({ ledger }: Register): ReadonlyMap<string, readonly SentMailing[]> =>
  mailingsWith(ledger, mayBeKnown);

/** The mailings of which some recipient's last event is such a one. */
function mailingsWith(
  ledger: readonly LedgerEvent[],
  counts: (event: string) => boolean,
): ReadonlyMap<string, readonly SentMailing[]> {
  const arrived = lastEvents(ledger).filter(({ event }) => counts(event));
  const mailings = new Map<string, SentMailing>();
  for (const event of arrived) {
    const parts = parseMailingId(event.mailing);
    if (parts === undefined) continue;
    const before = mailings.get(event.mailing);
    mailings.delete(event.mailing);
    mailings.set(event.mailing, { ...parts, ...toldBy(event, before), id: event.mailing });
  }
  return groupBy(mailings.values(), ({ activity }) => activity);
}

/** Files or drafts that nobody has said were sent, of one mailing. */
export interface Waiting {
  readonly mailing: string;
  readonly activity: string;
  readonly recipients: number;
  /** The day on which the last of them was written (Oslo); absent where the ledger does not tell. */
  readonly day: Day | undefined;
  /** When the activity was to be, by what was written; absent where the ledger does not tell. */
  readonly basis: Basis | undefined;
}

/** What lies written, of every mailing, those to meetings among them. */
export function waitingFiles({ ledger }: Register): readonly Waiting[] {
  const written = lastEvents(ledger).filter(({ event }) => isOnlyWritten(event));
  return [...groupBy(written, ({ mailing }) => mailing)].map(([mailing, events]) => ({
    mailing,
    ...activityAndDay(mailing, events),
    recipients: events.length,
    basis: events.map(({ basis = '' }) => parseBasis(basis)).find((basis) => basis !== undefined),
  }));
}

/** A mailing that was begun, and that not all have got. */
export interface Unfinished {
  readonly mailing: string;
  readonly activity: string;
  /** How many have not got it, or nobody knows. At least so many where the mailing is not on this machine. */
  readonly missing: number;
  /** How many it is for; absent where the mailing is not on this machine. */
  readonly recipients: number | undefined;
  /** The day of its last event (Oslo); absent where the ledger does not tell. */
  readonly day: Day | undefined;
}

/** What every revision of a mailing has in common. */
const stemOf = (mailing: string): string => mailing.replace(/\.r\d+$/u, '');

/**
 * What was begun and not finished. `sizes` tells for how many each mailing on this machine is: those whose turn never came are
 * not in the ledger. A revision that a later one has followed is not gone on with.
 */
export function unfinishedMailings(
  { ledger }: Register,
  sizes: ReadonlyMap<string, number>,
): readonly Unfinished[] {
  const begun = groupBy(lastEvents(ledger), ({ mailing }) => mailing);
  const revisions = groupBy(begun.keys(), stemOf);
  return [...begun].flatMap(([mailing, events]) => {
    const revisionOf = (name: string): number => Number(/\.r(\d+)$/u.exec(name)?.[1] ?? 0);
    const others = revisions.get(stemOf(mailing)) ?? [];
    if (others.some((other) => revisionOf(other) > revisionOf(mailing))) return [];
    const settled = events.filter(({ event }) => !isUnsettled(event)).length;
    const recipients = sizes.get(mailing);
    const missing = (recipients ?? events.length) - settled;
    return missing > 0 ? [{ mailing, ...activityAndDay(mailing, events), recipients, missing }] : [];
  });
}

function activityAndDay(
  mailing: string,
  events: readonly LedgerEvent[],
): { readonly activity: string; readonly day: Day | undefined } {
  const times = events.flatMap(({ timeUtc = '' }) => wallTimeOfUtc(timeUtc) ?? []).sort();
  const last = times.at(-1);
  const [activity = ''] = mailing.split('.');
  return { activity, day: last === undefined ? undefined : dayOf(last) };
}

/** What an event says about its mailing. Where it says nothing, an earlier event may. */
function toldBy(
  { basis, sequence, timeUtc }: LedgerEvent,
  before: SentMailing | undefined,
): Pick<SentMailing, 'basis' | 'sequence' | 'day'> {
  const time = wallTimeOfUtc(timeUtc ?? '');
  return {
    basis: parseBasis(basis ?? '') ?? before?.basis,
    sequence: sequence ?? before?.sequence,
    day: time === undefined ? before?.day : dayOf(time),
  };
}

/** One to whom a mailing was sent, or should have been. */
export interface ReachedRecipient {
  readonly mailing: string;
  /** As the ledger names it, without the full address. */
  readonly recipient: string | undefined;
  /** The version that it got; absent where the ledger does not tell. */
  readonly standard: NorwegianStandard | undefined;
  /** Its last event; `arrived` tells whether the message may have arrived by it. */
  readonly event: string;
  readonly arrived: boolean;
}

/** The written standard that the ledger's word for it means; undefined for anything else. */
export const standardNamed = (name: string | undefined): NorwegianStandard | undefined =>
  norwegianStandards.find((standard) => writtenStandards[standard].some((word) => word === name));

/** Those whom mailings may have reached, and those whom they were for and did not reach. */
export interface Reached {
  /** IDs of mailings, the one sent last at the end. */
  readonly mailings: readonly string[];
  /** As the ledger has them, by their key. */
  readonly recipients: ReadonlyMap<string, ReachedRecipient>;
  /** The key of an address in a mailing: `recipientKey` with the workbook and the hash of this run. */
  readonly keyOf: (mailing: string, address: string) => string;
}

/** Whom these mailings may have reached and whom not, by the last event of each. */
export function reachedBy(
  ledger: readonly LedgerEvent[],
  mailings: readonly string[],
  keyOfAddress: Reached['keyOf'],
): Reached {
  const wanted = new Set(mailings);
  const recipients = new Map(
    lastEvents(ledger)
      .filter(({ mailing }) => wanted.has(mailing))
      .map(({ recipientKey, mailing, recipient, standard, event }) => {
        const version = standardNamed(standard);
        const reached = { mailing, recipient, standard: version, event, arrived: mayHaveArrived(event) };
        return [recipientKey, reached] as const;
      }),
  );
  return { mailings, recipients, keyOf: keyOfAddress };
}

/** What the invitation in the recipients' calendars says, and the number that the next one must have. */
export interface CalendarState {
  /**
   * SEQUENCE of the invitation that goes out now (RFC 5545 section 3.8.7.4): that of the last one, and one more when the
   * time differs from what it said, or the webinar has been called off or is on again. 0 where none was sent.
   */
  readonly sequence: number;
  /** The start that was last told; absent where nothing was sent, or the ledger does not tell. */
  readonly announcedStart?: WallTime | undefined;
}

/**
 * What the recipients' calendars say of a webinar. `sent` are its mailings, from `sentMailings`. What is corrected replaces the
 * event also where its time stays.
 */
export function calendarState(
  webinar: Webinar,
  sent: readonly SentMailing[],
  isCorrected = false,
): CalendarState {
  const last = sent.at(-1);
  if (last === undefined) return { sequence: 0 };
  const highest = Math.max(...sent.map(({ sequence }) => sequence ?? 0));
  const isCalledOff = last.kind === 'cancelled';
  const hasChanged =
    differs(last.basis, basisOf(webinar)) || isCalledOff !== (webinar.status === 'cancelled');
  return { sequence: highest + (hasChanged || isCorrected ? 1 : 0), announcedStart: last.basis?.start };
}

/** Where the ledger does not tell the time, it may have been another: a number too many does no harm. */
function differs(told: Basis | undefined, now: Basis): boolean {
  if (told?.start !== now.start) return true;
  return told.end !== undefined && told.end !== now.end;
}
