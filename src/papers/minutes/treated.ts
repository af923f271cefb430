/** Which cases belong in the minutes of a meeting, and what it did with each: nothing is taken for its work that may be another's. */
import { groupBy } from '../../domain/group.ts';
import type { Facts } from '../../domain/statement.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Register } from '../../register/register.ts';
import type { Action } from '../../register/tabs/actions.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { casesOn } from '../agenda/cases.ts';
import { listedByMeeting } from '../agenda/earlier.ts';
import { isHeld, meetingDay, meetingsOf, type Meeting } from '../meetings.ts';
import { actionsFrom, treatmentsOf, type Treatment } from '../treatments.ts';
import { readBefore } from './read-back/record.ts';
import { lastVersion } from './versions.ts';

/** A case in the minutes. */
export interface TreatedCase {
  readonly item: Case;
  /** Undefined for a case on the agenda that nothing is written of. */
  readonly treatment: Treatment | undefined;
  readonly actions: readonly Action[];
  /** An earlier meeting settled it, and it was on the agenda because of an open action. */
  readonly isSettled: boolean;
  /** It came up in the meeting: it was not on the agenda that people were sent, or was added by hand to minutes that were read. */
  readonly isAdded: boolean;
}

/** A case that only people can say the meeting of. */
export interface UnsureCase {
  readonly item: Case;
  /** `unknown`: what is in Saker may be of any of these meetings. `retyped`: it is not what the minutes of this one say. */
  readonly is: 'unknown' | 'retyped';
  /** Their IDs. */
  readonly meetings: readonly string[];
}

export interface MeetingCases {
  /** In the order of the agenda; then those that were only followed up, and those that were added. */
  readonly cases: readonly TreatedCase[];
  readonly unsure: readonly UnsureCase[];
}

/** What is asked of the register, and what is looked up in it for each case. */
interface Asking {
  readonly register: Register;
  readonly meeting: Meeting;
  /** The meetings that have been held, the first one first, with what the record says was on their agendas. */
  readonly held: readonly { readonly meeting: Meeting; readonly listed: ReadonlySet<string> | undefined }[];
  /** The IDs of the meetings before this one. */
  readonly earlier: ReadonlySet<string>;
  readonly actions: ReadonlyMap<string | undefined, readonly Action[]>;
}

function askingOf(register: Register, meeting: Meeting, now: WallTime): Asking {
  const meetings = meetingsOf(register);
  const listed = listedByMeeting(register);
  return {
    register,
    meeting,
    held: meetings
      .filter((one) => isHeld(one, now))
      .map((one) => ({ meeting: one, listed: listed.get(one.id) })),
    earlier: new Set(meetings.flatMap((one) => (meetingDay(one) < meetingDay(meeting) ? [one.id] : []))),
    actions: groupBy(register.actions, ({ fromCase }) => fromCase),
  };
}

/** The register with its actions as they were when the meeting began: a case that was settled comes back because of an open one. */
function asOfMeeting({ register, meeting, earlier }: Asking): Register {
  const day = meetingDay(meeting);
  const actions = register.actions
    .filter(({ fromMeeting }) => fromMeeting === undefined || earlier.has(fromMeeting))
    .map((one) =>
      one.status === 'done' && one.doneOn !== undefined && one.doneOn >= day
        ? { ...one, status: 'open' as const }
        : one,
    );
  return { ...register, actions };
}

/** The cases of a meeting that has been held. `now` is Oslo time. */
export function meetingCases(register: Register, meeting: Meeting, now: WallTime): MeetingCases {
  const asking = askingOf(register, meeting, now);
  const listed = listedByMeeting(register).get(meeting.id);
  const agenda = casesOn(asOfMeeting(asking), meeting, now);
  const place = new Map(agenda.map(({ id }, index) => [id, index]));
  const kept = lastVersion(register, meeting.id);
  const treatments = groupBy(treatmentsOf(register), ({ caseId }) => caseId);
  const found = register.cases.map((item) => {
    const ofCase = treatments.get(item.id) ?? [];
    const isOnAgenda = listed?.has(item.id) ?? place.has(item.id);
    // Minutes that are kept say which of those were named: what becomes of their actions does not change that.
    const isBack = kept?.cases.has(item.id) ?? place.has(item.id);
    return caseOf(asking, item, ofCase, { isOnAgenda, isBack, isListed: listed !== undefined });
  });
  const rank = ({ item, isAdded, isSettled, treatment }: TreatedCase): number => {
    const byNumber = 10_000 + (item.number?.number ?? 0);
    // The place of one that was only followed up depends on its actions, which change after the meeting.
    if (isSettled && treatment === undefined) return 50_000 + byNumber;
    return (isAdded ? 100_000 : 0) + (place.get(item.id) ?? byNumber);
  };
  return {
    cases: found.flatMap((one) => ('treatment' in one ? [one] : [])).sort((a, b) => rank(a) - rank(b)),
    unsure: found.flatMap((one) => ('is' in one ? [one] : [])),
  };
}

interface OnAgenda {
  readonly isOnAgenda: boolean;
  /** The same of a case that was settled before: no record lists those. */
  readonly isBack: boolean;
  /** The record says what was on it. */
  readonly isListed: boolean;
}

function caseOf(
  asking: Asking,
  item: Case,
  ofCase: readonly Treatment[],
  { isOnAgenda, isBack, isListed }: OnAgenda,
): TreatedCase | UnsureCase | { readonly out: true } {
  const { register, meeting } = asking;
  const isOwn = item.meeting === meeting.id;
  const treatment = treatmentHere(asking, item, ofCase);
  if (treatment !== undefined && 'meetings' in treatment)
    return isOnAgenda || isOwn ? { item, is: 'unknown', meetings: treatment.meetings } : { out: true };
  const retyped = treatment === undefined && isOnAgenda ? retypedSince(register, item) : undefined;
  if (retyped !== undefined) return { item, is: 'retyped', meetings: [retyped] };
  const actions = agreedOn(asking, item, treatment, ofCase);
  // A case that was settled before only comes back because of an action, unless it was raised anew.
  const isSettled = !item.standing && isSettledBefore(asking, item, ofCase);
  const isWaiting = isSettled ? isBack : isOnAgenda;
  const isNamed = treatment !== undefined || actions.length > 0 || isWaiting;
  if (!isNamed) return { out: true };
  const isLate = isListed ? !isOnAgenda : readBefore(register, meeting.id).casesAdded.has(item.id);
  return { item, treatment, actions, isSettled, isAdded: isOwn && isLate };
}

/** What the meeting did with a case; the meetings it may have been, where this is one of several; undefined where it did nothing. */
function treatmentHere(
  asking: Asking,
  item: Case,
  ofCase: readonly Treatment[],
): Treatment | { readonly meetings: readonly string[] } | undefined {
  const { id } = asking.meeting;
  const own = ofCase.find((one) => one.isMeetingCertain && one.meeting === id);
  const first = ofCase.find((one) => !one.isMeetingCertain);
  if (own !== undefined || first === undefined) return own;
  const meetings = mayBeTreatedIn(asking, item);
  if (!meetings.includes(id)) return undefined;
  return meetings.length > 1 ? { meetings } : first;
}

const isSettledBefore = ({ earlier }: Asking, { status }: Case, ofCase: readonly Treatment[]): boolean =>
  status !== 'raised' &&
  ofCase.some(
    ({ outcome, meeting = '' }) => earlier.has(meeting) && (outcome === 'treated' || outcome === 'withdrawn'),
  );

function agreedOn(
  { register, meeting, actions }: Asking,
  { id }: Case,
  treatment: Treatment | undefined,
  ofCase: readonly Treatment[],
): readonly Action[] {
  const own = actions.get(id) ?? [];
  if (treatment !== undefined)
    return actionsFrom({ ...register, actions: own }, { caseId: id, meeting: meeting.id }, ofCase);
  return own.filter(({ fromMeeting }) => fromMeeting === meeting.id);
}

/**
 * The meetings that may have given a case what its row in Saker says, where `Behandlet i` is empty: those held since it was
 * raised, less those that the agendas in the record leave out. An agenda lists what was not treated before it.
 */
function mayBeTreatedIn({ register, held }: Asking, item: Case): readonly string[] {
  const raised = register.activities.find(({ id }) => id === item.meeting)?.start?.first;
  const since = held.filter(({ meeting }) => raised === undefined || meetingDay(meeting) >= raised);
  const ids = since.map(({ meeting }) => meeting.id);
  // A case that was postponed is on the agenda before and after that.
  if (item.status === 'postponed') return ids;
  const first = Math.max(
    0,
    since.findLastIndex(({ listed }) => listed?.has(item.id) === true),
  );
  const later = since.findIndex(
    ({ listed }, index) => index > first && listed !== undefined && !listed.has(item.id),
  );
  return ids.slice(first, later === -1 ? undefined : later);
}

/**
 * The meeting whose minutes say otherwise of a case than its row: somebody may have typed over it in a later meeting. A case that
 * was only raised anew, `Meldt`, is not retyped.
 */
function retypedSince(register: Register, item: Case): string | undefined {
  const { treatedIn } = item;
  const said = treatedIn === undefined ? undefined : lastVersion(register, treatedIn)?.cases.get(item.id);
  if (said === undefined) return undefined;
  const now: Facts = {
    state: item.status === 'raised' ? (said.state ?? null) : item.status,
    decision: item.decision ?? null,
    description: item.discussion ?? null,
  };
  const isSame = (['state', 'decision', 'description'] as const).every(
    (fact) => (said[fact] ?? null) === (now[fact] ?? null),
  );
  return isSame ? undefined : treatedIn;
}
