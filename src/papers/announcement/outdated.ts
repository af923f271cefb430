/** Who must be told something about a webinar because what they were told last is not so any more. */
import { mayHaveArrived } from '../../domain/ledger-event.ts';
import type { Difference } from '../../domain/statement.ts';
import type { DueRequest } from '../due/entry.ts';
import { dayOf } from '../../domain/time.ts';
import { mailableAddresses } from './recipients.ts';
import { changesFor, isExpecting, toldOf, type Told } from './told.ts';
import { isOn } from './webinars.ts';
import type { Activity } from '../../register/tabs/activities.ts';

/** What is looked at: the register, the clock, and the keys of recipients. */
export type Outlook = Pick<DueRequest, 'register' | 'now' | 'keyOf'>;

/** Somebody and what is otherwise now than they were told. */
export interface Outdated {
  readonly told: Told;
  readonly changes: readonly Difference[];
}

/** The mailings that put right what somebody was told, the most pressing first. */
export const rightingKinds = ['cancelled', 'moved', 'correction', 'announcement'] as const;
export type RightingKind = (typeof rightingKinds)[number];

const needs = (kind: RightingKind, activity: Activity, { told, changes }: Outdated): boolean => {
  const isMoved = changes.some(({ fact }) => fact === 'time');
  if (!isOn(activity)) return kind === 'cancelled' && isExpecting(told);
  if (!isExpecting(told)) return kind === 'announcement';
  return kind === (isMoved ? 'moved' : 'correction');
};

/** Everyone who may have a mailing about an activity, with what has changed since for each. */
export const peopleTold = (
  { register, now, keyOf }: Outlook,
  { id }: Pick<Activity, 'id'>,
): readonly Outdated[] =>
  toldOf(register, id, keyOf, { counts: mayHaveArrived }).map((told) => ({
    told,
    changes: changesFor(told, register, id, now),
  }));

/**
 * Those of `people` whom a mailing of this kind puts right: a new time for those who have another, a cancellation for those
 * who expect it to be held, an announcement for those who were told that it is off, and otherwise a correction.
 */
export const outdatedBy = (
  people: readonly Outdated[],
  kind: RightingKind,
  activity: Activity,
): readonly Outdated[] => people.filter((one) => one.changes.length > 0 && needs(kind, activity, one));

/**
 * Those whom a mailing reaches, and those whom none does: the register no longer has their address, they have left or asked
 * for it, or mail to them came back.
 */
export function reachable(
  { register, now, keyOf }: Outlook,
  people: readonly Outdated[],
): Readonly<Record<'people' | 'lost', readonly Outdated[]>> {
  if (people.length === 0) return { people, lost: [] };
  const addresses = mailableAddresses(register, { on: dayOf(now), keyOf });
  const isReached = ({ told: { address } }: Outdated): boolean =>
    address !== undefined && addresses.has(address);
  return { people: people.filter(isReached), lost: people.filter((one) => !isReached(one)) };
}

/** What has changed for any of them, each change once. */
export function changesAmong(people: readonly Pick<Outdated, 'changes'>[]): readonly Difference[] {
  const changes = people.flatMap((one) => one.changes);
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/** Those who were last told that it is cancelled. */
export const calledOff = (people: readonly Outdated[]): readonly Outdated[] =>
  people.filter(({ told }) => !isExpecting(told));

/** Those who were told, and were last told that it will be held. */
export const expecting = (people: readonly Outdated[]): readonly Outdated[] =>
  people.filter(({ told }) => isExpecting(told));
