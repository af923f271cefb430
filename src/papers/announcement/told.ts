/** What each recipient was last told about a webinar: the newest mailing that they may have, and what it said. */
import { comparedAddress, comparedEvent } from '../../domain/compare.ts';
import { groupBy } from '../../domain/group.ts';
import { ledgerEvents } from '../../domain/ledger-event.ts';
import { parseMailingId, type WebinarMailingParts } from '../../domain/mailing-kind.ts';
import {
  differencesBetween,
  parseSaidTime,
  saidTimeText,
  type Difference,
  type Facts,
} from '../../domain/statement.ts';
import { dayOf, wallTimeOfUtc, type Day, type WallTime } from '../../domain/time.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';
import type { Register } from '../../register/register.ts';
import type { LedgerEvent } from '../../register/tabs/ledger.ts';
import { webinarFacts } from '../record/webinar-facts.ts';
import { afterwards, readIn } from './said.ts';
import { lastEvents, parseBasis, standardNamed } from './sent.ts';
import type { KeyOf } from './suppressed.ts';

/** The newest mailing about a webinar that one recipient may have. */
export interface Told {
  readonly mailing: WebinarMailingParts & { readonly id: string };
  /** Names the recipient in that mailing. */
  readonly key: string;
  /** As compared; undefined for one whose address the register no longer has. */
  readonly address: string | undefined;
  /** The version that they got; undefined if the ledger does not say. */
  readonly standard: NorwegianStandard | undefined;
  /** The day they were told (Oslo); undefined if the ledger does not say. */
  readonly day: Day | undefined;
  /** What they read. */
  readonly facts: Facts;
  /** The record has all that it said; otherwise only the time is known, from the ledger. */
  readonly isRecorded: boolean;
}

/** A mailing that a recipient may have, by its last event. */
interface Arrival {
  readonly mailing: Told['mailing'];
  readonly event: LedgerEvent;
  /** An instant in UTC; empty if the ledger does not say. */
  readonly at: string;
}

/** Words of the ledger that say when a message left, or was written. What comes back later tells nothing about that. */
const leaving: readonly string[] = [
  ledgerEvents.claimed,
  ledgerEvents.sent,
  ledgerEvents.unclear,
  ledgerEvents.written,
];

/** When each message left, by mailing and key: an instant in UTC. */
function departures(ledger: readonly LedgerEvent[]): ReadonlyMap<string, string> {
  const times = new Map<string, string>();
  for (const { mailing, recipientKey, event, timeUtc = '' } of ledger) {
    const key = `${mailing} ${recipientKey}`;
    if (leaving.includes(comparedEvent(event)) && timeUtc > (times.get(key) ?? '')) times.set(key, timeUtc);
  }
  return times;
}

/** What counts as having a mailing: the last event of the ledger, and which mailings if not all. */
export interface Counting {
  readonly counts: (event: string) => boolean;
  readonly among?: (mailing: Told['mailing']) => boolean;
}

/** The arrivals about a webinar, the newest last. Where times are the same or missing, the lower row is newer. */
function arrivalsOf({ ledger }: Register, about: string, { counts, among }: Counting): readonly Arrival[] {
  const own = ledger.filter(({ mailing }) => mailing.startsWith(`${about}.`));
  const times = departures(own);
  return lastEvents(own)
    .flatMap((event): readonly Arrival[] => {
      const parts = parseMailingId(event.mailing);
      if (parts === undefined || !counts(event.event)) return [];
      const mailing = { ...parts, id: event.mailing };
      if (among?.(mailing) === false) return [];
      const at = times.get(`${event.mailing} ${event.recipientKey}`) ?? '';
      return [{ mailing, event, at }];
    })
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/**
 * Everyone who may have a mailing about the activity `about`, each once with the newest that counts. Keys differ from mailing to mailing: those whose address the register no longer has are
 * recognised by the masked one.
 */
export function toldOf(register: Register, about: string, keyOf: KeyOf, counting: Counting): readonly Told[] {
  const arrivals = arrivalsOf(register, about, counting);
  if (arrivals.length === 0) return [];
  const byKey = new Map(arrivals.map((arrival) => [arrival.event.recipientKey, arrival]));
  const mailings = [...new Set(arrivals.map(({ mailing }) => mailing.id))];
  const order = new Map(arrivals.map((arrival, index) => [arrival, index]));
  const read = sayingsOf(register, about);
  const known = addressesIn(register).flatMap((address): readonly Told[] => {
    const own = mailings.flatMap((id) => byKey.get(keyOf(id, address)) ?? []);
    for (const { event } of own) byKey.delete(event.recipientKey);
    const newest = own.reduce<Arrival | undefined>(newer(order), undefined);
    return newest === undefined ? [] : [read(newest, address)];
  });
  return [...known, ...lostAmong([...byKey.values()]).map((arrival) => read(arrival, undefined))];
}

const newer =
  (order: ReadonlyMap<Arrival, number>) =>
  (last: Arrival | undefined, one: Arrival): Arrival =>
    last === undefined || (order.get(one) ?? 0) > (order.get(last) ?? 0) ? one : last;

/** One arrival for each person without an address: the newest of those with the same masked one. */
function lostAmong(arrivals: readonly Arrival[]): readonly Arrival[] {
  const times = new Map<string, number>();
  const people = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    const { mailing, recipientKey, recipient = recipientKey } = arrival.event;
    const time = (times.get(`${mailing} ${recipient}`) ?? 0) + 1;
    times.set(`${mailing} ${recipient}`, time);
    people.set(`${recipient} ${String(time)}`, arrival);
  }
  return [...people.values()];
}

const addressesIn = ({ recipients, contacts }: Register): readonly string[] => [
  ...new Set(
    [...recipients, ...contacts].flatMap(({ email = '' }) => (email === '' ? [] : comparedAddress(email))),
  ),
];

/** Reads an arrival: from the record what the mailing said, otherwise from the ledger when the webinar was to be. */
function sayingsOf(
  { statements, ledger, activities }: Register,
  about: string,
): (arrival: Arrival, address: string | undefined) => Told {
  const recorded = new Map(
    statements.flatMap(({ what, about: row, facts }) =>
      row === about && what !== undefined ? [[what, facts] as const] : [],
    ),
  );
  const own = ledger.filter(({ mailing }) => mailing.startsWith(`${about}.`));
  const bases = groupBy(own, ({ mailing }) => mailing);
  const end = activities.find(({ id }) => id === about)?.end?.time;
  const timeOf = (mailing: string): string | undefined => {
    const told = (bases.get(mailing) ?? []).map(({ basis = '' }) => parseBasis(basis));
    const basis = told.find((one) => one !== undefined);
    if (basis === undefined) return undefined;
    const { start } = basis;
    // Without an end in the ledger, none is known, and none is compared.
    const last = basis.end ?? (end !== undefined && end > start ? end : undefined);
    return saidTimeText({
      precision: 'time',
      first: dayOf(start),
      last: dayOf(last ?? start),
      start,
      end: last,
    });
  };
  return ({ mailing, event, at }, address) => {
    const standard = standardNamed(event.standard);
    const facts = recorded.get(mailing.id);
    const time = wallTimeOfUtc(at);
    return {
      ...{ mailing, key: event.recipientKey, address, standard, isRecorded: facts !== undefined },
      day: time === undefined ? undefined : dayOf(time),
      facts: readIn(
        facts ?? factsOfLedger(mailing, timeOf(mailing.id)),
        standard === undefined ? norwegianStandards : [standard],
      ),
    };
  };
}

function factsOfLedger({ kind }: WebinarMailingParts, time: string | undefined): Facts {
  if (kind === 'followup') return {};
  const state = kind === 'cancelled' ? 'cancelled' : 'coming';
  return time === undefined ? { state } : { state, time };
}

/** Whether the newest mailing told them that it will be held. */
export const isExpecting = ({ mailing }: Told): boolean => mailing.kind !== 'cancelled';

/**
 * What somebody was told of the webinar `about` and is not so any more, as far as they can still be helped: once it has
 * begun, only what is said afterwards. `now` is Oslo time.
 */
export function changesFor(
  { facts }: Pick<Told, 'facts'>,
  register: Register,
  about: string,
  now: WallTime,
): readonly Difference[] {
  const changes = differencesBetween(facts, webinarFacts(register, about));
  if (!hasBegun(facts, register.activities.find(({ id }) => id === about)?.start?.time, now)) return changes;
  // Only what was said when it was over names the recording.
  if (facts.recording === undefined) return [];
  return changes.filter(({ fact }) => afterwards.some((name) => name === fact));
}

/** By the register, and by what they were told: one who waits for a later day can still be helped. */
function hasBegun(facts: Facts, start: WallTime | undefined, now: WallTime): boolean {
  const told = parseSaidTime(facts.time ?? '')?.start;
  return (told === undefined || told <= now) && (start === undefined || start <= now);
}

/**
 * Mailings about the webinar that the record says were sent, and of which the ledger has no rows: who has them cannot be known.
 */
export function unaccounted({ statements, ledger }: Register, about: string): readonly Unaccounted[] {
  const listed = new Set(ledger.map(({ mailing }) => mailing));
  return statements.flatMap(({ about: row, what = '', count }) => {
    const parts = row === about ? parseMailingId(what) : undefined;
    return parts === undefined || listed.has(what) ? [] : [{ ...parts, id: what, count }];
  });
}

/**
 * Announcements of the webinar that together have fewer recipients in the ledger than the record says that one was for, with
 * how many are missing: they have not got it, or somebody has removed their rows.
 */
export function shortOf(
  { statements, ledger }: Register,
  about: string,
): { readonly ids: readonly string[]; readonly missing: number } {
  const isAnnouncement = (mailing: string): boolean => {
    const parts = parseMailingId(mailing);
    return parts?.activity === about && parts.kind === 'announcement';
  };
  const keys = groupBy(
    ledger.filter(({ mailing }) => isAnnouncement(mailing)),
    ({ mailing }) => mailing,
  );
  const rows = new Set([...keys.values()].flat().map(({ recipientKey }) => recipientKey)).size;
  const counts = statements.flatMap(({ what = '', count = 0 }) => (isAnnouncement(what) ? [count] : []));
  return { ids: [...keys.keys()], missing: rows === 0 ? 0 : Math.max(0, ...counts) - rows };
}

export type Unaccounted = Told['mailing'] & { readonly count: number | undefined };
