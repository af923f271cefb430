/** What should happen after the quarterly meetings: minutes, their approval, and the actions that people took on. */
import { dueNote, type ActionChange, type ApprovalStanding } from '../../domain/due-note.ts';
import { actionListMailing, mailingId, minutesMailing } from '../../domain/mailing-kind.ts';
import { addDays, dayOf, type Day } from '../../domain/time.ts';
import { UserError } from '../../domain/user-error.ts';
import { parties } from '../../register/lists.ts';
import { settingsOf } from '../../register/settings.ts';
import { actionLists, reasonFor, type ActionList } from '../action-lists/lists.ts';
import { dayTold, mailingsAbout } from '../agenda/told.ts';
import { isHeld, meetingsOf, type Meeting } from '../meetings.ts';
import { dayKept, faultIn, type Approval, type PartyApproval } from '../minutes/approval.ts';
import { finalMinutes, type FinalMinutes } from '../minutes/final.ts';
import { minutesHolders, minutesSent } from '../minutes/sent.ts';
import { lastVersion } from '../minutes/versions.ts';
import { treatmentsOf } from '../treatments.ts';
import type { DueRequest, Entry, Family } from './entry.ts';
import { madeOf } from './mailings.ts';

/** Nobody is asked for the minutes of meetings before these. */
const watchedMeetings = 2;

export const minutesEntries: Family = (request) => {
  const { register, now } = request;
  const held = meetingsOf(register).filter(
    (meeting) => isHeld(meeting, now) && lastDayOf(meeting) < dayOf(now),
  );
  return [
    ...held.slice(-watchedMeetings).flatMap((meeting) => entriesOf(meeting, request)),
    ...actionLists(register, now).lists.flatMap((list) => listEntry(list, request)),
  ];
};

const lastDayOf = ({ start, end }: Meeting): Day => end?.last ?? start.last;

const aboutOf = ({ id, title }: Meeting): Entry['about'] => ({ tab: 'activities', id, title });

const finalCommand = ({ id }: Meeting): string => `minutes -- --meeting ${id} --final --mailing`;

function entriesOf(meeting: Meeting, request: DueRequest): readonly Entry[] {
  const last = lastVersion(request.register, meeting.id);
  if (last === undefined) return missingEntry(meeting, request);
  const minutes = made(meeting, request);
  const since = dayKept(last) ?? dayOf(request.now);
  const changed = minutes === undefined ? [unknownEntry(meeting, since)] : changedEntry(minutes, since);
  if (changed.length > 0) return changed;
  return [
    ...mailEntry(meeting, last.version, request),
    ...(minutes === undefined ? [] : approvalEntries(minutes, request)),
  ];
}

/** Undefined where they cannot be made now. */
function made(meeting: Meeting, { register, now }: DueRequest): FinalMinutes | undefined {
  try {
    return finalMinutes(register, meeting, now);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const unknownEntry = (meeting: Meeting, since: Day): Entry => ({
  ...{ name: `${meeting.id} minutes`, state: 'due', matter: 'minutesVersion', since, changes: [] },
  about: aboutOf(meeting),
  notes: [dueNote('minutes-unlike', {})],
  command: finalCommand(meeting),
});

/** Minutes that are linked to, or approved, were made elsewhere. */
function missingEntry(meeting: Meeting, { register, now }: DueRequest): readonly Entry[] {
  const { id, minutes, approvedByBylivsenteret, approvedByDistriktssenteret } = meeting;
  if ((approvedByBylivsenteret ?? approvedByDistriktssenteret) !== undefined) return [];
  // Once versions are kept, a link alone is that of a draft.
  if (minutes !== undefined && !register.statements.some(({ kind }) => kind === 'minutesVersion')) return [];
  const late = addDays(lastDayOf(meeting), settingsOf(register).afterMeeting.minutesDays);
  const isLate = dayOf(now) > late;
  const isWritten = treatmentsOf(register).some((one) => one.meeting === id && one.isMeetingCertain);
  const isTyped = isWritten || register.cases.some((one) => one.meeting === id && one.status !== 'raised');
  return [
    {
      ...{ name: `${id} minutes`, state: isLate ? 'overdue' : 'due', matter: 'minutesVersion' },
      ...{ about: aboutOf(meeting), since: isLate ? late : addDays(lastDayOf(meeting), 1), changes: [] },
      ...(isTyped
        ? { command: finalCommand(meeting) }
        : {
            notes: [dueNote('minutes-unwritten', {})],
            command: `minutes -- --meeting ${id}`,
          }),
    },
  ];
}

/** What the last version said otherwise; each difference once. */
function changedEntry({ meeting, changes, last }: FinalMinutes, since: Day): readonly Entry[] {
  if (changes.length === 0 || last === undefined) return [];
  const differences = changes.flatMap(({ differences: own }) => own);
  const cases = changes.flatMap(({ about }) => about ?? []);
  return [
    {
      ...{ name: `${meeting.id} minutes`, state: 'outdated', matter: 'minutesVersion', since },
      about: aboutOf(meeting),
      changes: [...new Map(differences.map((one) => [JSON.stringify(one), one])).values()],
      notes: [dueNote('minutes-differ', { version: last.version, cases })],
      command: finalCommand(meeting),
    },
  ];
}

/** The newest version has not gone to all: nobody has any, or some have an older one. A mailing that was begun is an entry of its own. */
function mailEntry(meeting: Meeting, version: number, request: DueRequest): readonly Entry[] {
  const { register, now, keyOf } = request;
  const { holders, lacking } = minutesHolders(register, meeting, { now, keyOf });
  const old = holders.filter(({ mailing }) => mailing.version !== undefined && mailing.version < version);
  const kept = lastVersion(register, meeting.id);
  const since = (kept === undefined ? undefined : dayKept(kept)) ?? dayOf(now);
  const base = {
    name: `${meeting.id} minutes-mail`,
    matter: 'minutes',
    ...{ about: aboutOf(meeting), since, changes: [], command: finalCommand(meeting) },
  } as const;
  const made = madeOf(request, mailingId({ activity: meeting.id, kind: minutesMailing, revision: 1 }));
  // Where the mailing is made, what is left is to send it.
  const send = made === undefined ? {} : { command: `send -- ${made}` };
  if (old.length > 0)
    return [
      {
        ...{ ...base, ...send, state: 'outdated', holders: old.length },
        notes: [dueNote('minutes-replace', { version })],
      },
    ];
  if (holders.length > 0 || lacking.length === 0) return [];
  return [{ ...base, state: 'due', notes: [dueNote('minutes-unmailed', { version })] }];
}

/** Each party that has not approved the version that was sent, or whose approval does not count as it is written. No command asks them: people do. */
function approvalEntries(
  { meeting, approval, last }: FinalMinutes,
  { register, now }: DueRequest,
): readonly Entry[] {
  const sent = minutesSent(register, meeting.id).find(({ version }) => version === last?.version);
  const { deadline } = approval;
  const isLate = deadline !== undefined && deadline < dayOf(now);
  // Nobody was asked before the version was kept, whatever the clock of the machine that sent it.
  const asked = [approval.on, sent && dayTold(sent)].flatMap((day) => day ?? []).toSorted();
  return approval.parties.flatMap((one): readonly Entry[] => {
    const { party, is } = one;
    if (is === 'approved' || is === 'consent' || (sent === undefined && faultIn(one) === undefined))
      return [];
    return [
      {
        ...{ name: `${meeting.id} approval ${party}`, state: isLate ? 'overdue' : 'due', matter: 'approval' },
        ...{ about: aboutOf(meeting), changes: [] },
        since: isLate ? deadline : ((sent && asked.at(-1)) ?? dayOf(now)),
        notes: [
          dueNote('approval', { party: parties[party][0], standing: standing(one, approval), deadline }),
        ],
      },
    ];
  });
}

/** What stands of one party's approval of the newest version. */
function standing(one: PartyApproval, { version: newest = 1, lastToAsk }: Approval): ApprovalStanding {
  const { is, version, on = '', reached } = one;
  const fault = faultIn(one);
  if (fault !== undefined) return fault;
  if (is === 'earlier') return { fault: 'earlier', version, newest };
  if (is === 'unclear') return { fault: 'unclear', day: on, newest };
  if (reached === undefined) return { fault: 'unreached', newest };
  return lastToAsk !== undefined && reached > lastToAsk
    ? { fault: 'late', newest, reached, lastToAsk }
    : { fault: 'silent' };
}

/** The name by which a person waives the list of a responsible. */
export const actionsEntryName = ({ id }: { readonly id: string }): string => `${id} actions`;

/** One entry for each responsible, with the actions that ask for it. */
function listEntry(list: ActionList, { register, now }: DueRequest): readonly Entry[] {
  const { contact, near, changed } = list;
  const reason = reasonFor(list);
  if (reason === undefined) return [];
  const today = dayOf(now);
  const about: Entry['about'] = { tab: 'contacts', id: contact.id, title: contact.name };
  const base = {
    name: actionsEntryName(contact),
    matter: 'actionlist',
    about,
    command: 'minutes -- --actions',
  } as const;
  if (reason === 'changed') {
    const last = mailingsAbout(register, contact.id, [actionListMailing]).at(-1);
    return [
      {
        ...{ ...base, state: 'outdated', holders: 1, changes: [] },
        since: (last === undefined ? undefined : dayTold(last)) ?? today,
        notes: [dueNote('actions-changed', { changes: changed.map(changeOf) })],
      },
    ];
  }
  const late = near.filter(({ deadline = today }) => deadline < today);
  const days = near.flatMap(({ deadline }) => deadline ?? []).sort();
  return [
    {
      ...{ ...base, state: late.length > 0 ? 'overdue' : 'due', changes: [] },
      since: late.length > 0 ? (days[0] ?? today) : today,
      notes: [dueNote('actions-near', { actions: near.map(({ id, deadline }) => ({ id, deadline })) })],
    },
  ];
}

const changeOf = ({ was, is }: ActionList['changed'][number]): ActionChange => ({
  id: was.id,
  what: is === undefined ? 'gone' : was.deadline === is.deadline ? 'text' : 'deadline',
  was: was.deadline,
  is: is?.deadline,
});
