/** Who gets a mailing about a quarterly meeting now, and what is new to them: nobody gets again what they have. */
import { comparedAddress } from '../../domain/compare.ts';
import { groupBy } from '../../domain/group.ts';
import type { Difference } from '../../domain/statement.ts';
import type { Day, WallTime } from '../../domain/time.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { invitedList } from '../../register/list-names.ts';
import type { Register } from '../../register/register.ts';
import type { Audience } from '../announcement/audience.ts';
import { audienceOf, narrowed } from '../announcement/recipients.ts';
import { reachedBy } from '../announcement/sent.ts';
import type { KeyOf } from '../announcement/suppressed.ts';
import { invitationDay } from './called.ts';
import {
  changesSince,
  dayTold,
  hasFailed,
  holdersOf,
  meetingMailings,
  openIn,
  type Holder,
  type MeetingMailing,
} from './told.ts';

/** What is asked of the register. */
export interface CallingRequest {
  /** The meeting's ID. */
  readonly about: string;
  /** Oslo time. */
  readonly now: WallTime;
  readonly keyOf: KeyOf;
}

export interface Calling {
  /** Those who do not have it as it is now. */
  readonly audience: Audience;
  /** How many have it already. */
  readonly has: number;
  /** A mailing that says the same, and that is not finished: these many get it by that. */
  readonly waiting: { readonly mailing: string; readonly people: number } | undefined;
  /** What is otherwise than those who get it were told. Empty where they were told nothing. */
  readonly changes: readonly Difference[];
  /** The day on which they were told (Oslo). */
  readonly said: Day | undefined;
}

/** Holders whose address the register has, by the address as compared. */
const byAddress = (holders: readonly Holder[]): ReadonlyMap<string, Holder> =>
  new Map(
    holders.flatMap((holder) =>
      holder.contact?.email === undefined ? [] : [[comparedAddress(holder.contact.email), holder] as const],
    ),
  );

/**
 * The invitation: to all who are invited and do not have it as the register has it now. `keysOf` are the keys of the
 * recipients of a mailing on this machine. Throws UserError as `audienceOf`.
 */
export function agendaCalling(
  register: Register,
  { about, now, keyOf }: CallingRequest,
  keysOf: (mailing: string) => ReadonlySet<string>,
): Calling {
  const mailings = meetingMailings(register, about);
  const told = byAddress(holdersOf(register, mailings, keyOf));
  const changesOf = (mailing: MeetingMailing, standard?: NorwegianStandard): readonly Difference[] =>
    changesSince(mailing, register, about, now, standard);
  const on = invitationDay(register, about, now);
  const all = audienceOf(register, { on, target: `liste:${invitedList}`, includeHidden: true, keyOf });
  const lacking = narrowed(all, ({ address }) => {
    const holder = told.get(comparedAddress(address));
    return holder === undefined || changesOf(holder.mailing, holder.standard).length > 0;
  });
  const same = mailings.findLast(
    (mailing) => mailing.kind === 'agenda' && changesOf(mailing).length === 0 && openIn(mailing) > 0,
  );
  const keys = same === undefined ? undefined : keysOf(same.id);
  const isWaiting = (address: string): boolean => {
    const key = same === undefined ? '' : keyOf(same.id, address);
    const event = same?.events.get(key);
    return (event !== undefined || keys?.has(key) === true) && !hasFailed(event);
  };
  const audience = narrowed(lacking, ({ address }) => !isWaiting(address));
  const people = lacking.chosen.length - audience.chosen.length;
  const earlier = mailings.filter(
    (mailing) =>
      changesOf(mailing).length > 0 &&
      audience.chosen.some(({ address }) => mayHave(mailing, keyOf(mailing.id, address), address, told)),
  );
  return {
    audience,
    has: all.chosen.length - lacking.chosen.length,
    waiting: same === undefined || people === 0 ? undefined : { mailing: same.id, people },
    changes: joined(earlier.toReversed().map((mailing) => changesOf(mailing))),
    said: earlier.map(dayTold).findLast((day) => day !== undefined),
  };
}

/** Whether it is the newest that somebody has, or was written for them and may have been sent by hand. */
function mayHave(
  mailing: MeetingMailing,
  key: string,
  address: string,
  told: ReadonlyMap<string, Holder>,
): boolean {
  const newest = told.get(comparedAddress(address))?.mailing;
  return newest === undefined
    ? mailing.events.has(key) && !hasFailed(mailing.events.get(key))
    : newest === mailing;
}

/** Each fact once, as the newest mailing had it; cases of all of them. */
function joined(lists: readonly (readonly Difference[])[]): readonly Difference[] {
  return [...groupBy(lists.flat(), ({ fact }) => fact).values()].flatMap((same): readonly Difference[] => {
    const cases = same.flatMap((one) => (one.fact === 'cases' ? [one] : []));
    if (cases.length === 0) return same.slice(0, 1);
    const lines = (key: 'came' | 'left'): readonly string[] => [...new Set(cases.flatMap((one) => one[key]))];
    return [{ fact: 'cases', came: lines('came'), left: lines('left') }];
  });
}

/** The cancellation: to all whose newest mailing says that the meeting will be held. Throws UserError as `audienceOf`. */
export function cancellationCalling(
  register: Register,
  { about, now, keyOf }: CallingRequest,
): Pick<Calling, 'audience' | 'has'> & { readonly last: MeetingMailing | undefined } {
  const mailings = meetingMailings(register, about);
  const told = byAddress(holdersOf(register, mailings, keyOf));
  const reached = reachedBy(
    register.ledger,
    mailings.map(({ id }) => id),
    keyOf,
  );
  const all = audienceOf(register, { on: invitationDay(register, about, now), reached, keyOf });
  const audience = narrowed(
    all,
    ({ address }) => told.get(comparedAddress(address))?.mailing.kind === 'agenda',
  );
  const last = mailings.findLast(({ kind }) => kind === 'agenda');
  return { audience, has: all.chosen.length - audience.chosen.length, last };
}
