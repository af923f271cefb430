/** Which cases are on the agenda, why, and with which number. */
import type { Day, WallTime } from '../../domain/time.ts';
import type { StandardText } from '../../domain/standard-text.ts';
import type { CaseKind } from '../../register/lists.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf, type Settings } from '../../register/settings.ts';
import type { Action } from '../../register/tabs/actions.ts';
import type { Activity } from '../../register/tabs/activities.ts';
import type { Case, CaseNumber } from '../../register/tabs/cases.ts';
import { groupBy } from '../../domain/group.ts';
import { caseStateOf } from '../../register/case-state.ts';
import { meetingDay, meetingsOf, nextMeeting, type Meeting } from '../meetings.ts';
import { namesOf } from '../people.ts';
import { standardTextIn, titlesOf } from '../titles.ts';
import { treatmentsOf } from '../treatments.ts';
import { earliestDays } from '../unread-meetings.ts';
import { carriedBefore, type Selected } from './carried.ts';
import { earlierOf } from './earlier.ts';
import type { AgendaCase } from './view.ts';

/**
 * The cases of a meeting. A case comes back unless it was treated, has no open action and is not standing (4Minitz's
 * rule); a withdrawn one never does. A case without a meeting belongs to the next one. So does a case whose meeting has a
 * row with errors, unless that one must be later (`casesOfLater` has those): a case never disappears from sight. One that waits for a day or a meeting comes back then. What a meeting
 * has treated stays among its cases.
 */
function casesFor(register: Register, meeting: Meeting, isNext: boolean): readonly Selected[] {
  const line = meetingLine(register);
  const position = line.positionOf(meeting.id) ?? 0;
  const openByCase = groupBy(register.actions.filter(isOpen), ({ fromCase }) => fromCase);
  const treatedHere = casesTreatedIn(register, meeting);
  const treatedBefore = casesTreatedBefore(register, line.meetings.slice(0, position));
  const stateOf = caseStateOf(register);
  const earlierIn = earlierOf(register);
  const firstOf = (item: Case, isTreatedHere: boolean): number | undefined => {
    const isHomeless = item.meeting === undefined || !line.knows(item.meeting);
    if (!isHomeless) return line.positionOf(item.meeting);
    const isLater = line.isUnreadAfter(item.meeting, meeting);
    return (isNext && !isLater) || isTreatedHere ? position : undefined;
  };
  return register.cases.flatMap((item) => {
    const isTreatedHere = treatedHere.has(item.id);
    const first = firstOf(item, isTreatedHere);
    if (first === undefined || first > position) return [];
    const openActions = openByCase.get(item.id)?.length ?? 0;
    const isHeldBack = waiting(item, line);
    const { earlier, postponedIn } = earlierIn(item, line.meetings.slice(first, position), isHeldBack);
    const state = stateOf(item);
    const isBack = treatedBefore.has(item.id);
    const wasTreated = isTreatedHere ? isBack : state === 'treated';
    const selected = {
      item,
      earlier,
      postponedIn,
      openActions,
      state,
      isFollowUp: isFollowedUp(item, earlier, wasTreated),
      isRaisedAgain: isBack && (state === 'raised' || isTreatedHere),
    };
    return isTreatedHere || (!isHeldBack(meeting) && belongs(selected)) ? [selected] : [];
  });
}

/** Whether a case waits for a later meeting than this one: until the meeting that it names, or the day after the one it names. */
function waiting({ snoozedUntil }: Case, line: ReturnType<typeof meetingLine>): (one: Meeting) => boolean {
  if (snoozedUntil === undefined) return () => false;
  if (!snoozedUntil.startsWith('A-')) return (one) => meetingDay(one) <= snoozedUntil;
  const from = line.startOf(snoozedUntil);
  // Of a meeting without a day nobody knows when it comes: the case stays in sight.
  return (one) => from !== undefined && meetingDay(one) < from;
}

/** The cases that would be on the agenda of a meeting if they did not wait for a later one. */
export const casesWaitingAt = (register: Register, meeting: Meeting, now: WallTime): readonly Case[] =>
  addedBy((item) => ({ ...item, snoozedUntil: undefined }), register, meeting, now);

/** The cases that would be on the agenda of a meeting if the one that they are raised for, a later one, had no row with errors. */
export function casesOfLater(register: Register, meeting: Meeting, now: WallTime): readonly Case[] {
  const line = meetingLine(register);
  const isOfLater = (item: Case): boolean => line.isUnreadAfter(item.meeting, meeting);
  return addedBy(
    (item) => (isOfLater(item) ? { ...item, meeting: undefined } : item),
    register,
    meeting,
    now,
  );
}

/** The cases that are on the agenda of a meeting only if they are changed so. */
function addedBy(
  change: (item: Case) => Case,
  register: Register,
  meeting: Meeting,
  now: WallTime,
): readonly Case[] {
  const shown = new Set(casesOn(register, meeting, now).map(({ id }) => id));
  const added = casesOn({ ...register, cases: register.cases.map(change) }, meeting, now)
    .map(({ id }) => id)
    .filter((id) => !shown.has(id));
  return added.flatMap((id) => register.cases.find((item) => item.id === id) ?? []);
}

/** The IDs of the cases that the register says this meeting treated: they were on its agenda, whatever came of them. */
const casesTreatedIn = (register: Register, { id }: Meeting): ReadonlySet<string> =>
  new Set(
    treatmentsOf(register)
      .filter(({ meeting, isMeetingCertain }) => isMeetingCertain && meeting === id)
      .map(({ caseId }) => caseId),
  );

/** The IDs of the cases that one of these meetings treated. */
const casesTreatedBefore = (register: Register, meetings: readonly Meeting[]): ReadonlySet<string> => {
  const ids = new Set(meetings.map(({ id }) => id));
  const before = treatmentsOf(register).filter(
    ({ outcome, meeting = '' }) => outcome === 'treated' && ids.has(meeting),
  );
  return new Set(before.map(({ caseId }) => caseId));
};

/** A case raised for this meeting stays on its agenda; one that names no meeting is handled as one that comes back. */
const isRaisedHere = ({ meeting }: Case, earlier: readonly Meeting[]): boolean =>
  earlier.length === 0 && meeting !== undefined;

const isFollowedUp = (item: Case, earlier: readonly Meeting[], wasTreated: boolean): boolean =>
  wasTreated && !item.standing && !isRaisedHere(item, earlier);

function belongs({ item, earlier, openActions, state }: Selected): boolean {
  if (state === 'withdrawn') return false;
  return isRaisedHere(item, earlier) || state !== 'treated' || openActions > 0 || item.standing;
}

const isOpen = (action: Action): boolean => action.status === 'open';

/** The meetings in order, and the place of each; a cancelled meeting has the place of the next one held. */
function meetingLine(register: Register): {
  readonly meetings: readonly Meeting[];
  readonly knows: (id: string) => boolean;
  /** Of a meeting whose row has errors, the first day on which it may be. */
  readonly startOf: (id: string) => Day | undefined;
  /** Whether this ID is of a meeting whose row has errors, and which can only be after another one. */
  readonly isUnreadAfter: (id: string | undefined, other: Meeting) => boolean;
  readonly positionOf: (id: string | undefined) => number | undefined;
} {
  const meetings = meetingsOf(register);
  const held = new Map(meetings.map(({ id }, index) => [id, index]));
  const starts = new Map(register.activities.map(({ id, start }) => [id, start?.first]));
  const earliest = earliestDays(register);
  const positionOf = (id: string | undefined): number | undefined => {
    if (id === undefined) return undefined;
    const start = starts.get(id);
    if (held.has(id) || start === undefined) return held.get(id);
    const later = meetings.findIndex((meeting) => meetingDay(meeting) >= start);
    return later === -1 ? undefined : later;
  };
  return {
    meetings,
    knows: (id) => starts.has(id),
    startOf: (id) => starts.get(id) ?? earliest.get(id),
    isUnreadAfter: (id = '', other) => !starts.has(id) && (earliest.get(id) ?? '') > meetingDay(other),
    positionOf,
  };
}

/** By type, in the order of the setting, those that are only followed up last; within each, numbered cases in order, then as in the sheet. */
function inOrder(cases: readonly Selected[], kindOrder: readonly CaseKind[]): readonly Selected[] {
  const rank = ({ item, isFollowUp }: Selected): number =>
    (isFollowUp ? 100 : 0) + kindOrder.indexOf(item.kind) * 2 + (item.standing ? 0 : 1);
  const numberOf = ({ item }: Selected): number =>
    item.number === undefined ? Infinity : item.number.year * 1000 + item.number.number;
  return [...cases].sort((one, other) => {
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    const [first, second] = [numberOf(one), numberOf(other)];
    return first === second ? one.item.at.row - other.item.at.row : first - second;
  });
}

/** The cases on the agenda of a meeting, in its order. `now` is Oslo time. */
export const casesOn = (register: Register, meeting: Meeting, now: WallTime): readonly Case[] =>
  selectedFor(register, meeting, now).map(({ item }) => item);

/** Cases that name no meeting are for the next one. */
function selectedFor(register: Register, meeting: Meeting, now: WallTime): readonly Selected[] {
  const isNext = nextMeeting(meetingsOf(register), now)?.id === meeting.id;
  return inOrder(casesFor(register, meeting, isNext), settingsOf(register).agenda.order);
}

/** A number for every case: given numbers are kept, the others follow the highest of the meeting's year. */
function numbersFor(
  register: Register,
  cases: readonly Selected[],
  year: number,
): ReadonlyMap<string, CaseNumber> {
  let highest = 0;
  for (const given of register.caseNumbers) {
    if (given.year === year) highest = Math.max(highest, given.number);
  }
  const numbers = new Map<string, CaseNumber>();
  for (const { item } of cases) {
    if (item.number === undefined) highest += 1;
    numbers.set(item.id, item.number ?? { number: highest, year });
  }
  return numbers;
}

/** The linked activity in one line; nothing for one that must not be shared. */
function activityView(
  register: ReadonlyMap<string, Activity>,
  id: string | undefined,
  titleOf: (activity: Activity) => StandardText,
): AgendaCase['activity'] {
  const activity = id === undefined ? undefined : register.get(id);
  if (activity?.shared !== true) return undefined;
  const { start, end } = activity;
  const when =
    start === undefined
      ? undefined
      : { precision: start.precision, first: start.first, last: end?.last ?? start.last };
  return { id: activity.id, title: titleOf(activity), when };
}

const attachmentsView = ({ attachments = [] }: Case): AgendaCase['attachments'] =>
  attachments.map(({ name, link }) => ({ words: name ?? link, address: link }));

/** The cases as the templates get them, in the order of the agenda; clock times are added by schedule.ts. */
export function casesView(
  register: Register,
  meeting: Meeting,
  now: WallTime,
  { minutes }: Settings,
): readonly AgendaCase[] {
  const cases = selectedFor(register, meeting, now);
  const year = Number(meetingDay(meeting).slice(0, 4));
  const numbers = numbersFor(register, cases, year);
  const activities = new Map(register.activities.map((activity) => [activity.id, activity]));
  const nameOf = namesOf(register);
  const textOf = standardTextIn(register);
  const titleOf = titlesOf(register);
  const carriedIn = carriedBefore(register, meeting);
  const either = (text: string | undefined, nn: string | undefined): StandardText | undefined =>
    text === undefined ? (nn === undefined ? undefined : { nn }) : textOf(text, nn);
  return cases.map((selected) => {
    const { item } = selected;
    const { carried, isProposalDecided } = carriedIn(selected);
    // What was decided on is a proposal no more.
    const proposal = isProposalDecided ? undefined : either(item.proposal, item.proposalNn);
    return {
      id: item.id,
      number: numbers.get(item.id) ?? { number: 0, year },
      title: textOf(item.title, item.titleNn),
      kind: item.kind,
      minutes: carried?.wasTreated === true ? 0 : (item.minutes ?? minutes.case),
      background: either(item.background, item.backgroundNn),
      proposal,
      attachments: attachmentsView(item),
      activity: activityView(activities, item.activity, titleOf),
      presenter: nameOf(item.presenter),
      raisedBy: nameOf(item.raisedBy),
      isStanding: item.standing,
      carried,
    };
  });
}
