/** What has been sent about a webinar according to the ledger: to whom, and for which time. */
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

/** The planned time of an activity when a mailing was made (Oslo): what the ledger's column `gjelder` holds. */
export interface Basis {
  readonly start: WallTime;
  readonly end?: WallTime | undefined;
}

export const basisOf = ({ start, end }: Webinar): Basis => ({ start: start.time, end: end?.time });

/** `2026-12-03T10:00/2026-12-03T11:30`, an interval of ISO 8601; the start alone where no end is known. */
export const basisText = ({ start, end }: Basis): string => (end === undefined ? start : `${start}/${end}`);

/** The reverse; undefined for text that is not an interval. */
export function parseBasis(text: string): Basis | undefined {
  const [from = '', to] = text.trim().split('/');
  const start = parseWallTime(from);
  const end = to === undefined ? undefined : parseWallTime(to);
  return start === undefined || (to !== undefined && end === undefined) ? undefined : { start, end };
}

/** A mailing that reached somebody, or may have. */
export interface SentMailing extends WebinarMailingParts {
  readonly id: string;
  /** Absent if the ledger does not say. */
  readonly basis: Basis | undefined;
  readonly sequence: number | undefined;
  /** The day of its last event (Oslo); absent if the ledger does not say. */
  readonly day: Day | undefined;
}

const keyOf = ({ mailing, recipientKey }: LedgerEvent): string => `${mailing} ${recipientKey}`;

/**
 * The last event of each recipient in each mailing, in the order in which they came. If people have sorted the rows,
 * attempt and event show which one came last.
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

/** Every mailing that may have reached somebody, by activity, the last one sent at the end. */
export const sentMailings = ({ ledger }: Register): ReadonlyMap<string, readonly SentMailing[]> =>
  mailingsWith(ledger, mayHaveArrived);

/** Every mailing about a webinar of which files or drafts were made, and nobody has confirmed that they were sent. */
export const writtenMailings = ({ ledger }: Register): ReadonlyMap<string, readonly SentMailing[]> =>
  mailingsWith(ledger, isOnlyWritten);

/** Every mailing that may be in somebody's calendar: sent, or written and then sent by hand. */
export const knownMailings = ({ ledger }: Register): ReadonlyMap<string, readonly SentMailing[]> =>
  mailingsWith(ledger, mayBeKnown);

/** The mailings in which the last event of at least one recipient is one of these. */
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

/** The files or drafts of one mailing that nobody has confirmed were sent. */
export interface Waiting {
  readonly mailing: string;
  readonly activity: string;
  readonly recipients: number;
  /** The day on which the last of them was written (Oslo); absent if the ledger does not say. */
  readonly day: Day | undefined;
  /** The time of the activity in what was written; absent if the ledger does not say. */
  readonly basis: Basis | undefined;
}

/** The files or drafts that wait, of every mailing, including mailings about meetings. */
export function waitingFiles({ ledger }: Register): readonly Waiting[] {
  const written = lastEvents(ledger).filter(({ event }) => isOnlyWritten(event));
  return [...groupBy(written, ({ mailing }) => mailing)].map(([mailing, events]) => ({
    mailing,
    ...activityAndDay(mailing, events),
    recipients: events.length,
    basis: events.map(({ basis = '' }) => parseBasis(basis)).find((basis) => basis !== undefined),
  }));
}

/** A mailing that was started, and that not everyone has got. */
export interface Unfinished {
  readonly mailing: string;
  readonly activity: string;
  /** How many have not got it or may not have. At least this many if the mailing is not on this machine. */
  readonly missing: number;
  /** How many it is for; absent if the mailing is not on this machine. */
  readonly recipients: number | undefined;
  /** The day of its last event (Oslo); absent if the ledger does not say. */
  readonly day: Day | undefined;
}

/** The part of the ID that every revision of a mailing shares. */
export const stemOf = (mailing: string): string => mailing.replace(/\.r\d+$/u, '');
/** The number of a revision; 0 for an ID without one. */
export const revisionOf = (mailing: string): number => Number(/\.r(\d+)$/u.exec(mailing)?.[1] ?? 0);

/**
 * Mailings that were started and not finished. `sizes` says for how many each mailing on this machine is: recipients whose
 * turn never came are not in the ledger. A revision that was followed by a later one is not continued.
 */
export function unfinishedMailings(
  { ledger }: Register,
  sizes: ReadonlyMap<string, number>,
): readonly Unfinished[] {
  const begun = groupBy(lastEvents(ledger), ({ mailing }) => mailing);
  const revisions = groupBy(begun.keys(), stemOf);
  return [...begun].flatMap(([mailing, events]) => {
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

/** What an event says about its mailing. If it says nothing, an earlier event may. */
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

/** The day on which a mailing began to go out (Oslo); undefined if the ledger does not say. */
export function firstDayOf({ ledger }: Register, mailing: string): Day | undefined {
  const times = ledger.flatMap((event) => (event.mailing === mailing ? (event.timeUtc ?? []) : []));
  const first = times.flatMap((time) => wallTimeOfUtc(time) ?? []).sort()[0];
  return first === undefined ? undefined : dayOf(first);
}

/** A recipient to whom a mailing was sent, or should have been. */
export interface ReachedRecipient {
  readonly mailing: string;
  /** As the ledger names it, without the full address. */
  readonly recipient: string | undefined;
  /** The version that it got; absent if the ledger does not say. */
  readonly standard: NorwegianStandard | undefined;
  /** Its last event; `arrived` says whether the message may have arrived. */
  readonly event: string;
  readonly arrived: boolean;
}

/** The written standard that the ledger's word for it means; undefined for anything else. */
export const standardNamed = (name: string | undefined): NorwegianStandard | undefined =>
  norwegianStandards.find((standard) => writtenStandards[standard].some((word) => word === name));

/** Recipients whom mailings may have reached, and recipients whom they did not reach. */
export interface Reached {
  /** IDs of mailings, the last one sent at the end. */
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

/**
 * Whom mail about a webinar goes to because of what they were told: `wanted`, by their keys, and besides them those whom
 * none of `mailings` reached, who are left out. `held` are the keys of all who have one.
 */
export function reachedAmong(
  ledger: readonly LedgerEvent[],
  { mailings, wanted, held }: Record<'wanted' | 'held', ReadonlySet<string>> & Pick<Reached, 'mailings'>,
  keyOfAddress: Reached['keyOf'],
): Reached {
  const { recipients } = reachedBy(ledger, mailings, keyOfAddress);
  return {
    mailings,
    recipients: new Map(
      [...recipients].filter(([key, { arrived }]) => wanted.has(key) || (!arrived && !held.has(key))),
    ),
    keyOf: keyOfAddress,
  };
}

/** What the invitation in the recipients' calendars says, and the number that the next one must have. */
export interface CalendarState {
  /**
   * SEQUENCE of the invitation that goes out now (RFC 5545 section 3.8.7.4): that of the last one, plus one if the time
   * differs from what it said, or if the webinar was cancelled or is on again. 0 if none was sent.
   */
  readonly sequence: number;
  /** The start in the last mailing; absent if nothing was sent, or the ledger does not say. */
  readonly announcedStart?: WallTime | undefined;
}

/**
 * What the recipients' calendars say about a webinar. `sent` are its mailings, from `sentMailings`. A correction replaces
 * the event even if its time stays.
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

/** If the ledger does not say the time, it may have been another: one number too high does no harm. */
function differs(told: Basis | undefined, now: Basis): boolean {
  if (told?.start !== now.start) return true;
  return told.end !== undefined && told.end !== now.end;
}
