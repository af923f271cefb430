/** The minutes of a meeting that was held, as they are kept and sent. Same register and version: same minutes. */
import type { Facts } from '../../domain/statement.ts';
import { dayOf, type WallTime } from '../../domain/time.ts';
import { versionName } from '../../domain/version-name.ts';
import { partyOfContact } from '../../register/contact-index.ts';
import { peopleIn } from '../../register/people.ts';
import type { Register } from '../../register/register.ts';
import type { Case } from '../../register/tabs/cases.ts';
import { invitedTo } from '../agenda/called.ts';
import { meetingsAround, meetingView } from '../agenda/head.ts';
import { meetingDay, meetingsOf, namedMeeting, type Meeting } from '../meetings.ts';
import { namesOf, partyOrder } from '../people.ts';
import { requireSharing } from '../sharing.ts';
import { standardTextIn } from '../titles.ts';
import { approvalOf, dayKept, type Approval } from './approval.ts';
import { changeViews } from './change-views.ts';
import { requireHeld, requireReadable, requireSure, requireWritten } from './final-needs.ts';
import type { MinutesCase, MinutesView, NamedCase } from './final-view.ts';
import { dayOfUntil, waitingOf, type Waiting } from './postponed-until.ts';
import { asKept, doneAsKept, unlikeIn } from './kept-actions.ts';
import { doneSince, lastMinutes } from './since-last.ts';
import { meetingCases, type TreatedCase } from './treated.ts';
import {
  caseFacts,
  changesFrom,
  outcomeOf,
  versionsOf,
  wholeFacts,
  type MinutesChange,
  type MinutesFacts,
  type MinutesVersion,
  type DoneAction,
  type SaidAction,
} from './versions.ts';

/** A case in the minutes, with its actions as they say them; `waiting` where the meeting did not treat it. */
export interface FinalCase extends Omit<TreatedCase, 'actions'> {
  readonly actions: readonly SaidAction[];
  readonly waiting: Waiting | undefined;
}

/** Final minutes, and what the record has of them. */
export interface FinalMinutes {
  readonly meeting: Meeting;
  readonly view: MinutesView;
  readonly facts: MinutesFacts;
  readonly treated: readonly FinalCase[];
  /** Actions of the meeting that came of none of its cases. */
  readonly otherActions: readonly SaidAction[];
  /** Actions of earlier meetings that are done. */
  readonly done: readonly DoneAction[];
  /** The version that the record has; undefined if it has none. */
  readonly last: MinutesVersion | undefined;
  /** What is otherwise than there. */
  readonly changes: readonly MinutesChange[];
  readonly approval: Approval;
  /** Both parties have approved the last version, or one before it: what it says of actions and of cases that wait stays. */
  readonly isSettled: boolean;
  /** The IDs of actions that Tiltak has otherwise than they stay in the minutes. */
  readonly followedUp: readonly string[];
}

/** Whether these minutes are another version than the record has. */
export const isNew = ({ last, changes }: Pick<FinalMinutes, 'last' | 'changes'>): boolean =>
  last === undefined || changes.length > 0;

/**
 * The minutes of a meeting as the register has them. `now` is Oslo time. Throws UserError where the meeting is not over, where
 * rows that may belong in the minutes cannot be read, and where it cannot be known which meeting a decision is of.
 */
export function finalMinutes(register: Register, meeting: Meeting, now: WallTime): FinalMinutes {
  requireSharing(register);
  requireHeld(meeting, now);
  requireReadable(register);
  const { cases, unsure } = meetingCases(register, meeting, now);
  requireSure(register, meeting, unsure);
  const versions = versionsOf(register, meeting.id);
  const last = versions.at(-1);
  const approval = approvalOf(register, meeting, now);
  const isSettled = approval.isWhole || last?.after !== undefined;
  const settled = isSettled ? last : undefined;
  const treated = cases.map((one): FinalCase => {
    const isWaiting = !one.isSettled && ['postponed', 'untreated'].includes(outcomeOf(one.treatment));
    const of = { register, meeting, last, isSettled };
    return {
      ...one,
      actions: asKept(settled?.cases.get(one.item.id), one.actions),
      waiting: isWaiting ? waitingOf(of, one.item, one.treatment) : undefined,
    };
  });
  const inCases = new Set(cases.flatMap(({ actions }) => actions.map(({ id }) => id)));
  const others = register.actions.filter(
    ({ id, fromMeeting }) => fromMeeting === meeting.id && !inCases.has(id),
  );
  const otherActions = asKept(settled?.facts, others);
  if (others.length + inCases.size === 0) requireWritten(meeting, cases);
  const done = doneAsKept(settled?.facts, doneSince(register, meeting));
  const facts: MinutesFacts = {
    facts: wholeFacts(meeting.present, otherActions, done),
    cases: new Map(treated.map((one) => [one.item.id, factsOf(one)])),
  };
  const changes = last === undefined ? [] : changesFrom(last, facts, isSettled);
  const followedUp = unlikeIn(
    [...treated.flatMap(({ actions }) => actions), ...otherActions],
    [...cases.flatMap(({ actions }) => actions), ...others],
  );
  const made = {
    meeting,
    facts,
    treated,
    otherActions,
    done,
    last,
    changes,
    approval,
    isSettled,
    followedUp,
  };
  return { ...made, view: viewOf(register, made, versions, now) };
}

const factsOf = ({ item, treatment, actions, waiting }: FinalCase): Facts =>
  caseFacts(item, treatment, actions, waiting && (waiting.until ?? null));

type Made = Omit<FinalMinutes, 'view'>;

function viewOf(
  register: Register,
  made: Made,
  versions: readonly MinutesVersion[],
  now: WallTime,
): MinutesView {
  const { meeting, treated, done, last, approval } = made;
  const isNext = isNew(made);
  const version = isNext ? (last?.version ?? 0) + 1 : (last?.version ?? 1);
  const keptOn = isNext || last === undefined ? dayOf(now) : (dayKept(last) ?? dayOf(now));
  const { nextMeeting, isNextUnclear, suggestedDays } = meetingsAround(register, meeting, now);
  const viewed = treated.map((one) => ({ ...one, view: caseView(register, one, nextMeeting) }));
  const cases = viewed.filter(({ isAdded }) => !isAdded).map(({ view }) => view);
  const added = viewed.filter(({ isAdded }) => isAdded).map(({ view }) => view);
  return {
    reference: versionName(meeting.id, version),
    version,
    keptOn,
    before: beforeView(register, made, versions, version),
    meeting: meetingView(register, meeting),
    ...presentView(register, meeting),
    ...{ cases, added, nextMeeting, isNextUnclear, suggestedDays },
    lastMeeting: lastMinutes(register, meeting),
    actions: actionsView(register, made),
    done: done.map((one) => ({ ...one, responsible: namesOf(register)(one.responsible) })),
    approvals: isNext ? [] : approvalsView(register, approval),
    isApproved: !isNext && approval.isWhole,
  };
}

function approvalsView(register: Register, { parties }: Approval): MinutesView['approvals'] {
  const nameOf = namesOf(register);
  const views = parties.map(({ party, is, by, on, keptLater }): MinutesView['approvals'][number] => {
    if (is === 'approved') return { party, is, by: nameOf(by), on, keptLater };
    return { party, is: is === 'consent' ? 'silent' : 'lacking' };
  });
  return views.every(({ is }) => is === 'lacking') ? [] : views;
}

/** What this version says otherwise than the one before it. */
function beforeView(
  register: Register,
  { facts, isSettled, changes, last }: Made,
  versions: readonly MinutesVersion[],
  version: number,
): MinutesView['before'] {
  const before = versions.findLast((one) => one.version < version);
  if (before === undefined) return undefined;
  const isLast = before === last;
  const own = isLast ? changes : changesFrom(before, last ?? facts, isSettled && isLast);
  return {
    version: before.version,
    keptOn: dayKept(before),
    changes: changeViews(register, own, isLast ? facts : (last ?? facts)),
  };
}

export function nameOfCase(register: Register, { id, title, titleNn, number }: Case): NamedCase {
  return { id, number, title: standardTextIn(register)(title, titleNn) };
}

/** Where it goes if it comes back: what people wrote in `Utsett til`, otherwise the next meeting. */
function caseView(
  register: Register,
  { item, treatment, waiting, isSettled }: FinalCase,
  nextMeeting: MinutesView['nextMeeting'],
): MinutesCase {
  const textOf = standardTextIn(register);
  const versionsIn = (text: string | undefined): MinutesCase['decision'] =>
    text === undefined ? undefined : textOf(text);
  const named = meetingsOf(register).find(({ id }) => id === waiting?.until);
  const until =
    named === undefined && waiting?.until !== undefined ? dayOfUntil(register, waiting.until) : undefined;
  const isUntilSaid = waiting?.said !== undefined;
  const next = until === undefined && !isUntilSaid ? nextMeeting : undefined;
  return {
    ...nameOfCase(register, item),
    kind: item.kind,
    outcome: outcomeOf(treatment),
    wasSettled: isSettled && treatment === undefined,
    discussion: versionsIn(treatment?.discussion),
    decision: versionsIn(treatment?.decision),
    ...{ until, isUntilSaid },
    to: named === undefined ? next : namedMeeting(register, named),
  };
}

function actionsView(register: Register, { treated, otherActions }: Made): MinutesView['actions'] {
  const nameOf = namesOf(register);
  const viewIn =
    (item: Case | undefined) =>
    ({ id, action, responsible, deadline, deadlineWords }: SaidAction): MinutesView['actions'][number] => ({
      ...{ id, action, responsible: nameOf(responsible), deadline, deadlineWords },
      case: item && nameOfCase(register, item),
    });
  return [
    ...treated.flatMap(({ item, actions }) => actions.map(viewIn(item))),
    ...otherActions.map(viewIn(undefined)),
  ];
}

/** Those who were there, by party; and who was called and was not. Nobody is absent where nobody has written who was there. */
function presentView(register: Register, meeting: Meeting): Pick<MinutesView, 'present' | 'absent'> {
  const invited = invitedTo(register, meetingDay(meeting));
  const found = peopleIn(register.contacts)
    .find(meeting.present ?? '')
    .filter(({ text }) => text !== '');
  if (found.length === 0) return { present: [], absent: [] };
  const there = new Set(found.flatMap((one) => (one.is === 'contact' ? [one.contact.id] : [])));
  const people = found.map((one) =>
    one.is === 'contact'
      ? { name: one.contact.name, party: partyOfContact(one.contact) }
      : { name: one.text, party: one.is === 'group' ? one.party : undefined },
  );
  return {
    present: partyOrder.flatMap((party) => {
      const own = people.filter((one) => one.party === party).map(({ name }) => name);
      return own.length === 0 ? [] : [{ party, people: own }];
    }),
    absent: invited.filter(({ id }) => !there.has(id)).map(({ name }) => name),
  };
}
