/**
 * The draft of the minutes of a quarterly meeting: what people write in, with what the register already has. Same register and
 * meeting: same draft.
 */
import { dayOf, type WallTime } from '../../domain/time.ts';
import { partyOfContact } from '../../register/contact-index.ts';
import { peopleIn } from '../../register/people.ts';
import type { Register } from '../../register/register.ts';
import { settingsOf } from '../../register/settings.ts';
import type { Action } from '../../register/tabs/actions.ts';
import { actionsView } from '../agenda/actions.ts';
import { invitedTo } from '../agenda/called.ts';
import { casesView } from '../agenda/cases.ts';
import { meetingsAround, meetingView } from '../agenda/head.ts';
import { meetingDay, type Meeting } from '../meetings.ts';
import { namesOf } from '../people.ts';
import { requireSharing } from '../sharing.ts';
import { actionsFrom, treatmentsOf } from '../treatments.ts';
import type { DraftAction, DraftCase, MinutesDraft } from './view.ts';

/** The draft's view. `now` is Oslo time. Throws UserError where the meeting has no time of day. */
export function minutesDraft(register: Register, meeting: Meeting, now: WallTime): MinutesDraft {
  requireSharing(register);
  const treated = treatedCases(register, meeting, now);
  const inCases = new Set(treated.flatMap(({ actions }) => actions.map(({ id }) => id)));
  const others = register.actions.filter(
    ({ id, fromMeeting }) => fromMeeting === meeting.id && !inCases.has(id),
  );
  const agreed = new Set([...inCases, ...others.map(({ id }) => id)]);
  const today = dayOf(now);
  const open = actionsView(register, meetingDay(meeting), today, new Map()).groups.flatMap(
    ({ actions }) => actions,
  );
  const viewOf = actionViews(register);
  return {
    reference: meeting.id,
    meeting: meetingView(register, meeting),
    ...meetingsAround(register, meeting, now),
    people: peopleView(register, meeting),
    cases: treated.map(({ view, actions }) => ({ ...view, actions: actions.map(viewOf) })),
    followUp: open.filter(({ id }) => !agreed.has(id)).map(viewOf),
    newActions: { actions: others.map(viewOf) },
  };
}

/** The cases with what the register has of their treatment in this meeting, and the actions that it agreed on for each. */
function treatedCases(
  register: Register,
  meeting: Meeting,
  now: WallTime,
): readonly { readonly view: Omit<DraftCase, 'actions'>; readonly actions: readonly Action[] }[] {
  const rows = new Map(register.cases.map((item) => [item.id, item]));
  const treatments = treatmentsOf(register);
  return casesView(register, meeting, now, settingsOf(register)).map((item) => {
    const { id, title, kind, background, proposal, presenter, carried } = item;
    const row = rows.get(id);
    const ofCase = treatments.filter(({ caseId }) => caseId === id);
    const here = ofCase.find((treatment) => treatment.meeting === meeting.id);
    // Before its first treatment, what names no meeting can only be of the one that it was raised for.
    const isNew = ofCase.length === 0 && row?.meeting === meeting.id;
    const isOfMeeting = ({ fromCase, fromMeeting }: Action): boolean =>
      fromCase === id && (fromMeeting === meeting.id || (isNew && fromMeeting === undefined));
    return {
      view: {
        ...{ id, title, kind, background, proposal, presenter, carried },
        number: row?.number,
        outcome: here?.outcome,
        decision: here?.decision,
        discussion: here?.discussion,
      },
      actions:
        here === undefined ? register.actions.filter(isOfMeeting) : actionsFrom(register, here, ofCase),
    };
  });
}

function actionViews(register: Register): (action: DraftAction) => DraftAction {
  const nameOf = namesOf(register);
  return ({ action, responsible, deadline, deadlineWords }) => ({
    ...{ action, responsible: nameOf(responsible), deadline, deadlineWords },
  });
}

/** Those who are invited, the host's first; then others whom the register has as present, and what it calls them. */
function peopleView(register: Register, meeting: Meeting): MinutesDraft['people'] {
  const invited = invitedTo(register, meetingDay(meeting));
  const present = peopleIn(register.contacts).find(meeting.present ?? '');
  const isPresent = new Set(present.flatMap((one) => (one.is === 'contact' ? [one.contact.id] : [])));
  const others = present.filter(
    (one) => one.text !== '' && !(one.is === 'contact' && invited.includes(one.contact)),
  );
  const host = meeting.party;
  return [
    ...invited
      .map((contact) => ({
        name: contact.name,
        party: partyOfContact(contact),
        isPresent: isPresent.has(contact.id),
      }))
      .toSorted((one, other) => Number(other.party === host) - Number(one.party === host)),
    ...others.map((one) =>
      one.is === 'contact'
        ? { name: one.contact.name, party: partyOfContact(one.contact), isPresent: true }
        : { name: one.text, isPresent: true },
    ),
  ];
}
